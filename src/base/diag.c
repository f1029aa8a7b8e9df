#include "base/diag.h"

#include "base/arena.h"
#include "base/harmless.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

struct Diags {
    Arena *arena;     /* NULL: they are kept in a pool */
    GPtrArray *items; /* Diag, in the order they were added */
    GHashTable *seen; /* the same, to find repetitions; never iterated */
    unsigned counts[SEVERITY_ERROR + 1];
    const char *about;
};

static unsigned
diag_hash(gconstpointer key)
{
    const Diag *diag = key;
    unsigned hash = g_str_hash(diag->message);

    hash = hash * 31 + (unsigned) diag->where.line;
    hash = hash * 31 + (unsigned) diag->where.column;
    return hash * 31 + (unsigned) diag->code;
}

static gboolean
diag_equal(gconstpointer a, gconstpointer b)
{
    const Diag *x = a;
    const Diag *y = b;

    return x->code == y->code && x->where.line == y->where.line &&
           x->where.column == y->where.column && strcmp(x->message, y->message) == 0 &&
           g_strcmp0(x->where.file, y->where.file) == 0;
}

Diags *
diags_new(void)
{
    Diags *diags = g_new0(Diags, 1);

    diags->arena = arena_new();
    diags->items = g_ptr_array_new();
    diags->seen = g_hash_table_new(diag_hash, diag_equal);
    return diags;
}

void
diags_free(Diags *diags)
{
    if (diags == NULL)
        return;
    g_clear_pointer(&diags->seen, g_hash_table_unref);
    g_ptr_array_unref(diags->items);
    arena_free(diags->arena);
    g_free(diags);
}

static void
set_severity(Diags *diags, Diag *diag, Severity severity)
{
    diags->counts[diag->severity]--;
    diag->severity = severity;
    diags->counts[severity]++;
}

static Diag *
copy_diag(Arena *arena, const Diag *wanted)
{
    Diag *diag = arena_copy(arena, wanted, sizeof *diag);

    diag->message = arena_strdup(arena, wanted->message);
    diag->about = arena_strdup(arena, wanted->about);
    diag->where.file = arena_intern(arena, wanted->where.file);
    return diag;
}

static void
add_new(Diags *diags, const Diag *wanted)
{
    Diag *diag = copy_diag(diags->arena, wanted);

    g_ptr_array_add(diags->items, diag);
    g_hash_table_add(diags->seen, diag);
    diags->counts[diag->severity]++;
}

static void
add_once(Diags *diags, const Diag *wanted)
{
    g_assert(diags->arena != NULL);

    Diag *said = g_hash_table_lookup(diags->seen, wanted);
    if (said == NULL)
        add_new(diags, wanted);
    else if (said->severity < wanted->severity)
        set_severity(diags, said, wanted->severity);
}

void
diags_add_one(Diags *diags, Diag wanted)
{
    g_autofree char *line = is_harmless(wanted.message) ? NULL : harmless_line(wanted.message);

    if (line != NULL)
        wanted.message = line;
    add_once(diags, &wanted);
}

void
diags_about(Diags *diags, const char *about)
{
    diags->about = arena_strdup(diags->arena, about);
}

void
diag_add(Diags *diags, DiagCode code, Where where, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(gettext(format), arguments);
    va_end(arguments);
    diags_add_one(diags,
                  (Diag){ code, diag_info(code)->severity, where, message, diags->about });
}

void
diag_add_as(Diags *diags, DiagCode code, Severity severity, Where where, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(gettext(format), arguments);
    va_end(arguments);
    diags_add_one(diags, (Diag){ code, severity, where, message, diags->about });
}

void
diags_raise(Diags *diags, DiagsWaive *waives, void *user)
{
    for (unsigned i = 0; i < diags->items->len; i++) {
        Diag *diag = diags->items->pdata[i];
        InRelease in_release = diag_in_release(diag->code);

        if (in_release == RELEASE_TOLD || diag->severity == SEVERITY_ERROR ||
            (in_release == RELEASE_WAIVABLE &&
             (diag->severity == SEVERITY_NOTE || waives(diag, user))))
            continue;
        set_severity(diags, diag, SEVERITY_ERROR);
    }
}

unsigned
diags_count(const Diags *diags)
{
    return diags->items->len;
}

unsigned
diags_count_severity(const Diags *diags, Severity severity)
{
    return diags->counts[severity];
}

bool
diags_have_errors(const Diags *diags)
{
    return diags->counts[SEVERITY_ERROR] > 0;
}

const Diag *
diags_find(const Diags *diags, unsigned index)
{
    g_assert(index < diags->items->len);
    return diags->items->pdata[index];
}

/* Most pressing first: design.md 5. */
static const int statuses[] = { 130, 2, 3, 5, 4, 1, 0 };

static int
rank(int status)
{
    for (int i = 0; i < (int) G_N_ELEMENTS(statuses); i++)
        if (statuses[i] == status)
            return i;
    g_assert_not_reached();
}

int
worse_exit_status(int a, int b)
{
    return rank(a) <= rank(b) ? a : b;
}

/* What a release or the author of a rule makes an error is one of the content. */
static int
exit_status_of(const Diag *diag)
{
    const DiagInfo *about = diag_info(diag->code);

    if (diag->severity == about->severity)
        return about->exit_status;
    return diag->severity == SEVERITY_ERROR ? 1 : 0;
}

int
diags_exit_status(const Diags *diags)
{
    int status = 0;

    for (unsigned i = 0; i < diags_count(diags); i++)
        status = worse_exit_status(status, exit_status_of(diags_find(diags, i)));
    return status;
}

void
diags_add_errors(Diags *diags, const Diags *said)
{
    for (unsigned i = 0; i < diags_count(said); i++) {
        const Diag *diag = diags_find(said, i);

        if (diag_info(diag->code)->severity == SEVERITY_ERROR)
            diag_add(diags, diag->code, diag->where, "%s", diag->message);
    }
}

void
diags_add_all(Diags *diags, const Diags *said)
{
    for (unsigned i = 0; i < diags_count(said); i++)
        add_once(diags, diags_find(said, i));
}

/* --- many lists ---------------------------------------------------------------------------- */

struct DiagPool {
    Arena *arena;
    GHashTable *all; /* Diag; never iterated */
};

static gboolean
diag_same(gconstpointer a, gconstpointer b)
{
    const Diag *x = a;
    const Diag *y = b;

    return diag_equal(x, y) && x->severity == y->severity && g_strcmp0(x->about, y->about) == 0;
}

DiagPool *
diag_pool_new(void)
{
    DiagPool *pool = g_new0(DiagPool, 1);

    pool->arena = arena_new();
    pool->all = g_hash_table_new(diag_hash, diag_same);
    return pool;
}

void
diag_pool_free(DiagPool *pool)
{
    if (pool == NULL)
        return;
    g_hash_table_unref(pool->all);
    arena_free(pool->arena);
    g_free(pool);
}

void
diags_keep_in(Diags *diags, DiagPool *pool)
{
    for (unsigned i = 0; i < diags->items->len; i++) {
        Diag *kept = g_hash_table_lookup(pool->all, diags->items->pdata[i]);

        if (kept == NULL) {
            kept = copy_diag(pool->arena, diags->items->pdata[i]);
            g_hash_table_add(pool->all, kept);
        }
        diags->items->pdata[i] = kept;
    }
    g_clear_pointer(&diags->seen, g_hash_table_unref);
    g_clear_pointer(&diags->arena, arena_free);
}

static void
print_json(const Diag *diag, FILE *stream)
{
    const DiagInfo *about = diag_info(diag->code);
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);

    json_object_set_string_member(object, "code", about->name);
    json_object_set_string_member(object, "severity", severity_name(diag->severity));
    if (diag->where.file != NULL)
        json_object_set_string_member(object, "file", diag->where.file);
    else
        json_object_set_null_member(object, "file");
    json_object_set_int_member(object, "line", diag->where.line);
    json_object_set_int_member(object, "column", diag->where.line > 0 ? diag->where.column : 0);
    if (diag->where.line == 0 && diag->where.column > 0)
        json_object_set_int_member(object, "page", diag->where.column);
    json_object_set_string_member(object, "message", diag->message);
    json_object_set_string_member(object, "hint", about->remedy);
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    fprintf(stream, "%s\n", line);
}

static char *
where_text(Where where)
{
    if (where.file == NULL)
        return g_strdup("rightspack");

    g_autofree char *file = harmless_line(where.file);
    if (where.line == 0)
        return g_steal_pointer(&file);
    if (where.column == 0)
        return g_strdup_printf("%s:%d", file, where.line);
    return g_strdup_printf("%s:%d:%d", file, where.line, where.column);
}

static void
print_text(const Diag *diag, FILE *stream, bool colour)
{
    static const char *const colours[] = { "\033[1;36m", "\033[1;35m", "\033[1;31m" };
    const DiagInfo *about = diag_info(diag->code);
    const char *severity = gettext(severity_name(diag->severity));
    const char *hint = gettext(about->remedy);
    g_autofree char *place = where_text(diag->where);

    if (colour)
        fprintf(stream, "\033[1m%s:\033[0m %s%s:\033[0m %s \033[2m[%s]\n  %s: %s\033[0m\n",
                place, colours[diag->severity], severity, diag->message, about->name, _("hint"),
                hint);
    else
        fprintf(stream, "%s: %s: %s [%s]\n  %s: %s\n", place, severity, diag->message,
                about->name, _("hint"), hint);
}

void
diags_print(const Diags *diags, FILE *stream, DiagStyle style)
{
    for (unsigned i = 0; i < diags_count(diags); i++) {
        const Diag *diag = diags_find(diags, i);

        if (diag->severity < style.least)
            continue;
        if (style.json)
            print_json(diag, stream);
        else
            print_text(diag, stream, style.colour);
    }
}
