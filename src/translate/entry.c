#include "translate/entry.h"

#include "base/bidi.h"
#include "translate/numbers.h"
#include "translate/placeholder.h"

#include <string.h>

Where
entry_where(const Entry *entry, const EntryFile *file, int form)
{
    const char *context = *entry->context == '\0' ? NULL : entry->context;

    return (Where){ file->path, message_lines_find(file->lines, context, entry->msgid, form),
                    0 };
}

/* "msgstr", "msgstr[2]"; in a buffer of the caller's, for messages. */
static const char *
name_of_form(const Entry *entry, int form, char name[static 16])
{
    if (entry->msgid_plural == NULL)
        return "msgstr";
    g_snprintf(name, 16, "msgstr[%d]", form);
    return name;
}

const char *
entry_source(const Entry *entry)
{
    return entry->msgid_plural != NULL ? entry->msgid_plural : entry->msgid;
}

bool
entry_allows(const Entry *entry, const char *name)
{
    g_auto(GStrv) lines = g_strsplit(entry->comments != NULL ? entry->comments : "", "\n", -1);

    for (int i = 0; lines[i] != NULL; i++) {
        const char *line = g_strchug(lines[i]);

        if (!g_str_has_prefix(line, "allow:"))
            continue;
        g_auto(GStrv) names = g_strsplit_set(line + strlen("allow:"), " ,\t\r", -1);
        if (g_strv_contains((const char *const *) names, name))
            return true;
    }
    return false;
}

/* White space would fill to nothing. */
static bool
is_blank(const char *form)
{
    return form[strspn(form, " \t\n\v\f\r")] == '\0';
}

bool
entry_is_empty(const Entry *entry)
{
    for (int i = 0; i < entry->form_count; i++)
        if (!is_blank(entry->forms[i]))
            return false;
    return true;
}

/* --- plural forms ------------------------------------------------------------------------- */

static bool
has_every_form(const Entry *entry, const EntryFile *file, Diags *diags)
{
    Where where = entry_where(entry, file, 0);

    if (entry->msgid_plural == NULL)
        return true;
    if (entry->plural == NULL) {
        diag_add(diags, DIAG_PO_PLURAL, where,
                 "'%s' has plural forms, but the file's header has no Plural-Forms that can be "
                 "used",
                 entry->context);
        return false;
    }
    if (entry->form_count != plural_form_count(entry->plural)) {
        diag_add(diags, DIAG_PO_PLURAL, where, "'%s' has %d plural forms, but nplurals is %d",
                 entry->context, entry->form_count, plural_form_count(entry->plural));
        return false;
    }
    for (int i = 0; i < entry->form_count; i++)
        if (is_blank(entry->forms[i])) {
            diag_add(diags, DIAG_PO_PLURAL, entry_where(entry, file, i),
                     "msgstr[%d] of '%s' is empty while another form is translated", i,
                     entry->context);
            return false;
        }
    return true;
}

/* --- placeholders ------------------------------------------------------------------------- */

/* The names in @text, sorted, each as often as it stands there. */
static GPtrArray *
placeholder_names(const char *text)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    Placeholder found;

    for (const char *at = text; placeholder_find(at, &found); at = found.start + found.length) {
        if (found.name != NULL)
            g_ptr_array_add(names, found.name);
    }
    g_ptr_array_sort(names, sorted_compare);
    return names;
}

/* "one day" may go without its number where the form is for that number alone. Which parameter
 * counts is not written in a PO file: any one of them, but never a phone number. */
static bool
may_lack(const Entry *entry, int form, const GPtrArray *lack)
{
    return entry->msgid_plural != NULL && lack->len == 1 &&
           placeholder_contact(lack->pdata[0]) == NULL &&
           plural_is_for_one_number(entry->plural, form);
}

/* The stray brace of @text and what stands around it, for messages; NULL: it has none. */
static char *
stray_brace(const char *text)
{
    Placeholder found;

    for (const char *at = text; placeholder_find(at, &found); at = found.start + found.length) {
        if (found.name == NULL)
            return g_utf8_substring(found.start, 0, MIN(g_utf8_strlen(found.start, -1), 16));
        g_free(found.name);
    }
    return NULL;
}

static bool
has_no_stray_brace(const Entry *entry, int form, Where where, Diags *diags)
{
    char name[16];
    g_autofree char *own = stray_brace(entry->forms[form]);
    g_autofree char *other = stray_brace(entry_source(entry));

    if (own != NULL)
        diag_add(diags, DIAG_PO_PLACEHOLDER, where,
                 "%s of '%s' has a brace that is not part of a placeholder, at '%s'",
                 name_of_form(entry, form, name), entry->context, own);
    else if (other != NULL)
        diag_add(diags, DIAG_PO_PLACEHOLDER, where,
                 "the source of '%s' has a brace that is not part of a placeholder, at '%s'",
                 entry->context, other);
    return own == NULL && other == NULL;
}

/* "{a}, {b}" */
static char *
in_braces(const GPtrArray *names)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(text, "%s{%s}", i > 0 ? ", " : "", (char *) names->pdata[i]);
    return g_string_free(text, FALSE);
}

static bool
form_has_placeholders(const Entry *entry, int form, const EntryFile *file, Diags *diags)
{
    char buffer[16];
    const char *name = name_of_form(entry, form, buffer);

    if (strpbrk(entry->forms[form], "{}") == NULL && strpbrk(entry_source(entry), "{}") == NULL)
        return true;

    Where where = entry_where(entry, file, form);
    if (!has_no_stray_brace(entry, form, where, diags))
        return false;

    g_autoptr(GPtrArray) wanted = placeholder_names(entry_source(entry));
    g_autoptr(GPtrArray) had = placeholder_names(entry->forms[form]);
    g_autoptr(GPtrArray) lack = sorted_lack(had, wanted), extra = sorted_lack(wanted, had);
    g_autofree char *lacking = in_braces(lack), *added = in_braces(extra);
    if (extra->len > 0 && lack->len > 0)
        diag_add(diags, DIAG_PO_PLACEHOLDER, where, "%s of '%s' has %s in place of %s", name,
                 entry->context, added, lacking);
    else if (extra->len > 0)
        diag_add(diags, DIAG_PO_PLACEHOLDER, where,
                 "%s of '%s' has %s where its source has not", name, entry->context, added);
    else if (lack->len > 0 && !may_lack(entry, form, lack))
        diag_add(diags, DIAG_PO_PLACEHOLDER, where, "%s of '%s' lacks %s", name, entry->context,
                 lacking);
    else
        return true;
    return false;
}

static bool
has_placeholders(const Entry *entry, const EntryFile *file, Diags *diags)
{
    bool all = true;

    for (int i = 0; i < entry->form_count; i++)
        all &= form_has_placeholders(entry, i, file, diags);
    return all;
}

/* --- numbers ------------------------------------------------------------------------------ */

static bool
numbers_agree(const GPtrArray *had, const char *source, guint may_lack)
{
    g_autoptr(GPtrArray) wanted = numbers_of(source);
    g_autoptr(GPtrArray) lack = sorted_lack(had, wanted), extra = sorted_lack(wanted, had);

    return extra->len == 0 && lack->len <= may_lack;
}

static void
report_numbers(const Entry *entry, int form, const GPtrArray *had, Where where, Diags *diags)
{
    g_autoptr(GPtrArray) wanted = numbers_of(entry_source(entry));
    g_autoptr(GPtrArray) lack = sorted_lack(had, wanted), extra = sorted_lack(wanted, had);
    char buffer[16];
    const char *name = name_of_form(entry, form, buffer);

    if (extra->len > 0 && lack->len > 0)
        diag_add(diags, DIAG_PO_NUMBER, where, "%s of '%s' has the number %s in place of %s",
                 name, entry->context, (char *) extra->pdata[0], (char *) lack->pdata[0]);
    else if (extra->len > 0)
        diag_add(diags, DIAG_PO_NUMBER, where,
                 "%s of '%s' has the number %s where its source has not", name, entry->context,
                 (char *) extra->pdata[0]);
    else
        diag_add(diags, DIAG_PO_NUMBER, where, "%s of '%s' lacks the number %s", name,
                 entry->context, (char *) lack->pdata[0]);
}

/* In some languages months have numbers for names: "5月". NULL: no month. */
static const char *
number_of_month(const char *context)
{
    static const char *const months[][2] = {
        { "months/january", "1" },  { "months/february", "2" },  { "months/march", "3" },
        { "months/april", "4" },    { "months/may", "5" },       { "months/june", "6" },
        { "months/july", "7" },     { "months/august", "8" },    { "months/september", "9" },
        { "months/october", "10" }, { "months/november", "11" }, { "months/december", "12" },
    };

    for (size_t i = 0; i < G_N_ELEMENTS(months); i++)
        if (strcmp(months[i][0], context) == 0)
            return months[i][1];
    return NULL;
}

/* A form has the numbers of the source's plural, or of its singular. One that is for a single
 * number may say that in words. */
static bool
form_has_numbers(const Entry *entry, int form, const EntryFile *file, Diags *diags)
{
    bool plural = entry->msgid_plural != NULL;

    if (!numbers_any(entry->forms[form]) && !numbers_any(entry->msgid) &&
        !(plural && numbers_any(entry->msgid_plural)))
        return true;

    g_autoptr(GPtrArray) had = numbers_of(entry->forms[form]);
    guint may_lack = plural && plural_is_for_one_number(entry->plural, form) ? 1 : 0;
    const char *month = number_of_month(entry->context);

    if ((month != NULL && numbers_agree(had, month, 0)) ||
        numbers_agree(had, entry->msgid, may_lack) ||
        (plural && numbers_agree(had, entry->msgid_plural, may_lack)))
        return true;
    report_numbers(entry, form, had, entry_where(entry, file, form), diags);
    return false;
}

static bool
has_numbers(const Entry *entry, const EntryFile *file, Diags *diags)
{
    bool all = true;

    if (entry_allows(entry, diag_info(DIAG_PO_NUMBER)->name))
        return true;
    for (int i = 0; i < entry->form_count; i++)
        all &= form_has_numbers(entry, i, file, diags);
    return all;
}

/* --- invisible characters ----------------------------------------------------------------- */

static gunichar
find_reordering(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (is_bidi_control(g_utf8_get_char(text)))
            return g_utf8_get_char(text);
    return 0;
}

static bool
keeps_order(const Entry *entry, const EntryFile *file, Diags *diags)
{
    bool all = true;

    for (int i = 0; i < entry->form_count; i++) {
        gunichar character = find_reordering(entry->forms[i]);
        char name[16];

        if (character == 0)
            continue;
        diag_add(diags, DIAG_BIDI_CONTROL, entry_where(entry, file, i),
                 "%s of '%s' has the invisible character U+%04X", name_of_form(entry, i, name),
                 entry->context, character);
        all = false;
    }
    return all;
}

/* The order matters: placeholders and numbers ask the plural rule about each form. */
static bool (*const checks[])(const Entry *entry, const EntryFile *file, Diags *diags) = {
    has_every_form,
    has_placeholders,
    has_numbers,
    keeps_order,
};

bool
entry_is_sound(const Entry *entry, const EntryFile *file, Diags *diags)
{
    for (size_t i = 0; i < G_N_ELEMENTS(checks); i++)
        if (!checks[i](entry, file, diags))
            return false;
    return true;
}
