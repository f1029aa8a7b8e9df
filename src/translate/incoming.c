#include "translate/incoming.h"

#include "translate/catalog.h"
#include "translate/gettext_file.h"
#include "translate/gettext_message.h"
#include "translate/handed.h"
#include "translate/mend.h"
#include "translate/plural.h"

#include <glib/gi18n.h>
#include <string.h>

/* A file before it is known what it is of. */
typedef struct Stranger {
    const Project *project;
    const GPtrArray *domains;
    const char *path;
    const MessageLines *lines;
    char *language; /* as its header has it; "": not at all */
    Memory *memory;
    Diags *diags;
} Stranger;

static Where
where_of_field(const Stranger *stranger, const char *field)
{
    return (Where){ stranger->path, message_lines_find_field(stranger->lines, field), 0 };
}

/* --- which language ----------------------------------------------------------------------- */

static const Locale *
find_locale(const Project *project, const char *language)
{
    const Locale *found = project_find_locale(project, language);

    for (int i = 0; found == NULL && i < project->locales.count; i++)
        if (strcmp(project->locales.items[i].lang, language) == 0)
            found = &project->locales.items[i];
    return found;
}

/* "hu_HU" is what an editor makes of "hu". */
static bool
only_adds_country(const char *language, const char *tag)
{
    size_t length = strlen(tag);

    return strncmp(language, tag, length) == 0 &&
           (language[length] == '_' || language[length] == '-');
}

/* NULL is reported. */
static const Locale *
settle_locale(const Stranger *stranger)
{
    const char *language = stranger->language, *handed = stranger->memory->tag;
    const Locale *found = find_locale(stranger->project, language);
    const Locale *wanted = handed == NULL ? found : find_locale(stranger->project, handed);
    bool agrees = handed == NULL || found == wanted || *language == '\0' ||
                  (found == NULL && only_adds_country(language, handed));
    Where where = where_of_field(stranger, "Language");

    if (wanted != NULL && agrees)
        return wanted;
    if (handed == NULL && *language == '\0')
        diag_add(stranger->diags, DIAG_PO_STRANGER, where,
                 "the header does not say 'Language:', so nobody knows whose it is");
    else if (wanted == NULL)
        diag_add(stranger->diags, DIAG_PO_STRANGER, where,
                 "the file is in '%s', which is no language of this project",
                 handed != NULL ? handed : language);
    else
        diag_add(stranger->diags, DIAG_PO_STRANGER, where,
                 "the header says 'Language: %s', but the file was handed off for '%s'",
                 language, handed);
    return NULL;
}

/* --- which domain ------------------------------------------------------------------------- */

static const char *
find_domain(const Stranger *stranger, const char *name)
{
    guint at;

    if (name == NULL || !g_ptr_array_find_with_equal_func((GPtrArray *) stranger->domains, name,
                                                          g_str_equal, &at))
        return NULL;
    return stranger->domains->pdata[at];
}

/* Editors and mail rename files: what the header remembers counts, unless the name is another's. */
static const char *
settle_domain(const Stranger *stranger)
{
    g_autofree char *base = g_path_get_basename(stranger->path);
    g_autofree char *stem = g_strndup(base, strlen(base) - strlen(".po"));
    const char *named = find_domain(stranger, stem), *handed = stranger->memory->domain;
    const char *found = handed == NULL ? named : find_domain(stranger, handed);

    if (found != NULL && (named == NULL || named == found))
        return found;
    if (found != NULL)
        diag_add(stranger->diags, DIAG_PO_STRANGER, (Where){ stranger->path, 1, 0 },
                 N_("the file was handed off as '%s.po', and is called '%s' now"), handed, base);
    else
        diag_add(stranger->diags, DIAG_PO_STRANGER, (Where){ stranger->path, 1, 0 },
                 N_("no texts of this project are called '%s'"), handed != NULL ? handed : stem);
    return NULL;
}

/* --- reading ------------------------------------------------------------------------------ */

static bool
read_header(Stranger *stranger, GBytes *text)
{
    unsigned errors = diags_count_severity(stranger->diags, SEVERITY_ERROR);
    po_file_t file = gettext_file_parse_bytes(stranger->path, text, stranger->diags);
    po_message_t message = file == NULL ? NULL : gettext_file_find_header(file);
    const char *header = message == NULL ? NULL : po_message_msgstr(message);

    stranger->memory = memory_new(header);
    stranger->language = header == NULL ? NULL : po_header_field(header, "Language");
    if (stranger->language == NULL)
        stranger->language = g_strdup("");
    if (file != NULL)
        po_file_free(file);
    return diags_count_severity(stranger->diags, SEVERITY_ERROR) == errors;
}

/* Without the country that an editor has added. */
static GBytes *
with_own_language(const Stranger *stranger, const Locale *locale, GBytes *text)
{
    if (!only_adds_country(stranger->language, locale->tag))
        return g_bytes_ref(text);

    g_autofree char *had = g_strdup_printf("\"Language: %s\\n\"", stranger->language);
    g_autofree char *wanted = g_strdup_printf("\"Language: %s\\n\"", locale->tag);
    GString *mended =
        g_string_new_len(g_bytes_get_data(text, NULL), (gssize) g_bytes_get_size(text));

    g_string_replace(mended, had, wanted, 1);
    return g_string_free_to_bytes(mended);
}

static Incoming *
settle(Stranger *stranger, GBytes *text)
{
    const Locale *locale = read_header(stranger, text) ? settle_locale(stranger) : NULL;
    const char *domain = locale == NULL ? NULL : settle_domain(stranger);

    if (domain == NULL)
        return NULL;
    g_autoptr(GBytes) own = with_own_language(stranger, locale, text);
    GBytes *mended = mend_file(stranger->path, own, locale, stranger->diags);
    if (mended == NULL)
        return NULL;

    Incoming *incoming = g_new0(Incoming, 1);
    *incoming = (Incoming){ g_strdup(stranger->path), locale, domain, mended, NULL };
    return incoming;
}

Incoming *
incoming_read(const Project *project, const GPtrArray *domains, const char *path, GBytes *bytes,
              Diags *diags)
{
    g_autoptr(GBytes) text = mend_letters(path, bytes, diags);
    if (text == NULL)
        return NULL;

    g_autofree char *ended = g_strndup(g_bytes_get_data(text, NULL), g_bytes_get_size(text));
    MessageLines *lines = message_lines_new(ended);
    Stranger stranger = { project, domains, path, lines, NULL, NULL, diags };
    Incoming *incoming = settle(&stranger, text);

    g_free(stranger.language);
    memory_free(stranger.memory);
    if (incoming != NULL)
        incoming->lines = lines;
    else
        message_lines_free(lines);
    return incoming;
}

void
incoming_free(Incoming *incoming)
{
    if (incoming == NULL)
        return;
    g_free(incoming->path);
    g_bytes_unref(incoming->bytes);
    message_lines_free(incoming->lines);
    g_free(incoming);
}

/* --- checking ----------------------------------------------------------------------------- */

/* NULL: the file says nothing of plurals that can be used. */
static const Plural *
plural_of(const char *path, GBytes *bytes, Arena *arena, Diags *diags)
{
    po_file_t file = gettext_file_parse_bytes(path, bytes, diags);
    po_message_t message = file == NULL ? NULL : gettext_file_find_header(file);
    g_autofree char *field =
        message == NULL ? NULL : po_header_field(po_message_msgstr(message), "Plural-Forms");
    const char *fault;
    const Plural *plural = field == NULL ? NULL : plural_parse(arena, field, &fault);

    if (file != NULL)
        po_file_free(file);
    return plural;
}

static bool
are_equal(const Plural *a, const Plural *b)
{
    if (plural_form_count(a) != plural_form_count(b))
        return false;
    for (unsigned long n = 0; n <= PLURAL_PROVED_UP_TO; n++)
        if (plural_form(a, n) != plural_form(b, n))
            return false;
    return true;
}

/* Her third form would be printed for numbers that it was not written for. */
static void
check_plurals(const Incoming *incoming, GBytes *ours, Diags *diags)
{
    g_autoptr(Arena) arena = arena_new();
    const Plural *own = plural_of(incoming->path, ours, arena, diags);
    const Plural *theirs = plural_of(incoming->path, incoming->bytes, arena, diags);

    if (own != NULL && theirs != NULL && !are_equal(own, theirs))
        diag_add(diags, DIAG_PO_PLURAL,
                 (Where){ incoming->path,
                          message_lines_find_field(incoming->lines, "Plural-Forms"), 0 },
                 N_("the header's Plural-Forms choose other forms than those of the project"));
}

void
incoming_check(const Incoming *incoming, const Project *project, GBytes *ours, Diags *diags)
{
    const CatalogFile file = { incoming->path, incoming->domain, incoming->bytes,
                               incoming->lines };

    check_plurals(incoming, ours, diags);
    catalog_check_bytes(project, incoming->locale, &file, diags);
}
