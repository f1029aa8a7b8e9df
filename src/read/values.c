#include "read/values.h"

#include "base/geometry.h"
#include "base/nearest.h"

#include <glib/gi18n.h>
#include <string.h>

static const char lower[] = "abcdefghijklmnopqrstuvwxyz";
static const char digits[] = "0123456789";

static bool
fits_after_letter(const char *text, const char *rest)
{
    return *text != '\0' && strchr(lower, *text) != NULL && strspn(text, rest) == strlen(text);
}

static bool
fits_id(const char *text)
{
    return fits_after_letter(text, "abcdefghijklmnopqrstuvwxyz0123456789_");
}

static bool
fits_slug(const char *text)
{
    return fits_after_letter(text, "abcdefghijklmnopqrstuvwxyz0123456789_-");
}

/* As gettext names them: sr, zh_CN, sr@latin, uz_UZ@cyrillic. */
static bool
fits_locale(const char *text)
{
    size_t language = strspn(text, lower);

    text += language;
    if (language < 2 || language > 3)
        return false;
    if (*text == '_') {
        size_t country = strspn(text + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

        if (country != 2)
            return false;
        text += 1 + country;
    }
    if (*text == '@') {
        size_t variant = strspn(text + 1, lower);

        if (variant == 0)
            return false;
        text += 1 + variant;
    }
    return *text == '\0';
}

static bool
fits_country(const char *text)
{
    return strlen(text) == 2 && g_ascii_isupper(text[0]) && g_ascii_isupper(text[1]);
}

const Pattern id_pattern = { fits_id, DIAG_BAD_ID,
                             N_("a lower-case letter, then lower-case letters, digits and _") };
const Pattern slug_pattern = {
    fits_slug, DIAG_BAD_ID, N_("a lower-case letter, then lower-case letters, digits, _ and -")
};
const Pattern locale_pattern = { fits_locale, DIAG_BAD_ID,
                                 N_("as gettext writes languages: sr, zh_CN, sr@latin") };
const Pattern country_pattern = { fits_country, DIAG_BAD_VALUE,
                                  N_("two capitals (ISO 3166-1), as RS") };

void
set_list(void *list, const void *items, int count)
{
    struct {
        const void *items;
        int count;
    } any = { items, count }; /* every list of model/ has this shape */

    memcpy(list, &any, sizeof any);
}

bool
node_is(Binder *binder, const Node *node, NodeKind kind, const char *what, const char *wanted)
{
    if (node->kind == kind)
        return true;
    if (node->kind != NODE_REFUSED)
        diag_add(binder->diags, DIAG_WRONG_TYPE, node->where, "%s wants %s, not %s", what,
                 _(wanted), _(node_kind_name(node)));
    return false;
}

static bool
is_one_of(const char *text, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strcmp(text, *words) == 0)
            return true;
    return false;
}

/* What readers of YAML 1.1 or 1.2 take for a truth value, a number, a time or a date; a little
 * more, for quotes do no harm. */
static bool
is_bare_value(const char *text)
{
    static const char *const words[] = { "y",     "yes",  "n",    "no", "true", "false",
                                         "on",    "off",  "null", "~",  ".inf", "-.inf",
                                         "+.inf", ".nan", "",     NULL };
    g_autofree char *small = g_ascii_strdown(text, -1);

    if (is_one_of(small, words))
        return true;
    if (g_str_has_prefix(small, "0x"))
        return strspn(small + 2, "0123456789abcdef_") == strlen(small + 2);
    return strpbrk(small, digits) != NULL &&
           strspn(small, "0123456789+-_.:eo") == strlen(small) && small[0] != 'e' &&
           small[0] != 'o' && small[0] != '_';
}

const char *
string_of_node(Binder *binder, const Node *node, const char *what)
{
    if (!node_is(binder, node, NODE_SCALAR, what, N_("one value")))
        return NULL;
    if (!node->quoted && is_bare_value(node->text)) {
        if (*node->text == '\0')
            diag_add(binder->diags, DIAG_EMPTY_TEXT, node->where, "'%s' has no value", what);
        else
            diag_add(binder->diags, DIAG_BARE_VALUE, node->where,
                     "'%s' could be read as a number, a date or yes and no; write it in quotes: "
                     "\"%s\"",
                     node->text, node->text);
        return NULL;
    }

    g_autofree char *text = g_strstrip(g_strdup(node->text));
    if (*text == '\0') {
        diag_add(binder->diags, DIAG_EMPTY_TEXT, node->where, "'%s' is empty", what);
        return NULL;
    }
    return arena_strdup(binder->arena, text);
}

static const char *
word_of_node(Binder *binder, const Node *node, const Field *field)
{
    const char *text = string_of_node(binder, node, field->key);

    if (text == NULL || field->pattern == NULL || field->pattern->fits(text))
        return text;
    diag_add(binder->diags, field->pattern->code, node->where,
             "'%s' does not fit '%s', which wants %s", text, field->key,
             _(field->pattern->wanted));
    return NULL;
}

void
bind_word(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    (void) path;
    *(const char **) out = word_of_node(binder, node, field);
}

void
bind_string(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    (void) path;
    *(const char **) out = string_of_node(binder, node, field->key);
}

static int
compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *) a, *(const char *const *) b);
}

char *
known_names_hint(const char *wanted, const char *const *names, int count)
{
    const int most_listed = 12;
    g_autofree const char **sorted = g_memdup2(names, (size_t) count * sizeof *names);
    GString *hint = g_string_new(NULL);

    if (count > 0)
        qsort(sorted, (size_t) count, sizeof *sorted, compare_names);

    const char *nearest = nearest_name(wanted, sorted, count);
    if (nearest != NULL) {
        g_string_append_printf(hint, _("; did you mean '%s'?"), nearest);
        return g_string_free(hint, FALSE);
    }
    for (int i = 0; i < count && count <= most_listed; i++)
        g_string_append_printf(hint, "%s%s", i == 0 ? _("; there are: ") : ", ", sorted[i]);
    return g_string_free(hint, FALSE);
}

static const Choice *
find_choice(Binder *binder, const Node *node, const Field *field)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();

    if (!node_is(binder, node, NODE_SCALAR, field->key, N_("one word")))
        return NULL;
    for (const Choice *choice = field->choices; choice->name != NULL; choice++) {
        if (strcmp(choice->name, node->text) == 0)
            return choice;
        g_ptr_array_add(names, (gpointer) choice->name);
    }

    g_autofree char *hint =
        known_names_hint(node->text, (const char *const *) names->pdata, (int) names->len);
    diag_add(binder->diags, DIAG_BAD_VALUE, node->where, "'%s' is no value of '%s'%s",
             node->text, field->key, hint);
    return NULL;
}

void
bind_choice(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    const Choice *choice = find_choice(binder, node, field);

    (void) path;
    if (choice != NULL)
        *(int *) out = choice->value;
}

void
bind_flags(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    unsigned *flags = out;

    (void) path;
    if (!node_is(binder, node, NODE_LIST, field->key, N_("a list, as [one, two]")))
        return;
    *flags = 0;
    for (int i = 0; i < node->count; i++) {
        const Choice *choice = find_choice(binder, node->items[i], field);

        if (choice != NULL)
            *flags |= (unsigned) choice->value;
    }
}

void
bind_either(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    const Choice *choice = find_choice(binder, node, field);

    (void) path;
    if (choice != NULL)
        *(bool *) out = choice->value != 0;
}

void
bind_bool(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    static const Choice truths[] = { { "true", true }, { "false", false }, { 0 } };
    Field either = *field;

    if (node->kind == NODE_SCALAR && node->quoted) {
        diag_add(binder->diags, DIAG_WRONG_TYPE, node->where,
                 "'%s' wants true or false, not a text in quotes", field->key);
        return;
    }
    either.choices = truths;
    bind_either(binder, node, &either, path, out);
}

static bool
number_of_node(Binder *binder, const Node *node, const Field *field, bool whole, double *number)
{
    const char *wanted = whole ? N_("a whole number") : N_("a number");
    char *end;

    if (!node_is(binder, node, NODE_SCALAR, field->key, wanted))
        return false;
    *number = g_ascii_strtod(node->text, &end);
    if (node->quoted || *node->text == '\0' || *end != '\0' ||
        strspn(node->text, whole ? "-0123456789" : "-.0123456789") != strlen(node->text)) {
        diag_add(binder->diags, DIAG_BAD_NUMBER, node->where,
                 node->quoted ? N_("'%s' wants %s, not the text '%s'")
                              : N_("'%s' wants %s, not '%s'"),
                 field->key, _(wanted), node->text);
        return false;
    }
    if ((field->least != 0 || field->most != 0) &&
        (*number < field->least || *number > field->most)) {
        diag_add(binder->diags, DIAG_BAD_NUMBER, node->where, "'%s' is from %g to %g, not %s",
                 field->key, field->least, field->most, node->text);
        return false;
    }
    return true;
}

static const double most_whole = 1000000000; /* where a table gives no range; fits an int */

void
bind_long(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    Field ranged = *field;
    double number;

    (void) path;
    if (ranged.least == 0 && ranged.most == 0)
        ranged.most = most_whole;
    if (number_of_node(binder, node, &ranged, true, &number))
        *(long *) out = (long) number;
}

void
bind_int(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    long number = *(int *) out;

    bind_long(binder, node, field, path, &number);
    *(int *) out = (int) number;
}

void
bind_number(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    double number;

    (void) path;
    if (number_of_node(binder, node, field, false, &number))
        *(double *) out = number;
}

void
bind_mm(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    Field ranged = *field;
    double number;

    (void) path;
    if (ranged.least == 0 && ranged.most == 0)
        ranged.most = 2000; /* no sheet is larger; no length is negative */
    if (number_of_node(binder, node, &ranged, false, &number))
        *(double *) out = mm(number);
}

void
bind_date(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    (void) path;
    if (!node_is(binder, node, NODE_SCALAR, field->key, N_("a date")))
        return;
    if (field->need == OPTIONAL && !node->quoted &&
        is_one_of(node->text, (const char *const[]){ "null", "~", "", NULL }))
        return;
    if (!date_parse(node->text, out))
        diag_add(binder->diags, DIAG_BAD_DATE, node->where,
                 "'%s' wants a day that exists, as 2026-11-01, not '%s'", field->key,
                 node->text);
}

void
bind_colour(Binder *binder, const Node *node, const Field *field, const char *path, void *out)
{
    (void) path;
    if (!node_is(binder, node, NODE_SCALAR, field->key, N_("a colour")))
        return;

    const char *text = node->text;
    if (*text != '#' || strlen(text) != 7 || strspn(text + 1, "0123456789abcdefABCDEF") != 6) {
        diag_add(binder->diags, DIAG_BAD_VALUE, node->where,
                 "'%s' wants a colour, as \"#134B50\", not '%s'", field->key, text);
        return;
    }

    unsigned long rgb = strtoul(text + 1, NULL, 16);
    *(Colour *) out = (Colour){ (double) (rgb >> 16 & 255) / 255,
                                (double) (rgb >> 8 & 255) / 255, (double) (rgb & 255) / 255 };
}
