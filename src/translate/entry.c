#include "translate/entry.h"

#include "base/bidi.h"
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

static int
compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *) a, *(const char *const *) b);
}

/* The names in @text, sorted, each as often as it stands there; NULL when a brace is stray. */
static GPtrArray *
placeholder_names(const char *text)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    Placeholder found;

    for (const char *at = text; placeholder_find(at, &found); at = found.start + found.length) {
        if (found.name == NULL) {
            g_ptr_array_unref(names);
            return NULL;
        }
        g_ptr_array_add(names, found.name);
    }
    g_ptr_array_sort(names, compare_names);
    return names;
}

/* What the sorted names @few lack of @many, as often as they do. Borrowed strings. */
static GPtrArray *
lacking(const GPtrArray *few, const GPtrArray *many)
{
    GPtrArray *lack = g_ptr_array_new();
    guint at = 0;

    for (guint i = 0; i < many->len; i++) {
        while (at < few->len && strcmp(few->pdata[at], many->pdata[i]) < 0)
            at++;
        if (at < few->len && strcmp(few->pdata[at], many->pdata[i]) == 0)
            at++;
        else
            g_ptr_array_add(lack, many->pdata[i]);
    }
    return lack;
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

static bool
form_has_placeholders(const Entry *entry, int form, const EntryFile *file, Diags *diags)
{
    char buffer[16];
    const char *name = name_of_form(entry, form, buffer);
    const char *source = entry->msgid_plural != NULL ? entry->msgid_plural : entry->msgid;
    Where where = entry_where(entry, file, form);
    g_autoptr(GPtrArray) wanted = placeholder_names(source);
    g_autoptr(GPtrArray) had = placeholder_names(entry->forms[form]);

    if (had == NULL || wanted == NULL) {
        diag_add(diags, DIAG_PO_PLACEHOLDER, where,
                 "%s of '%s' has a brace that is not part of a placeholder",
                 had == NULL ? name : "the source", entry->context);
        return false;
    }

    g_autoptr(GPtrArray) lack = lacking(had, wanted), extra = lacking(wanted, had);
    if (extra->len > 0)
        diag_add(diags, DIAG_PO_PLACEHOLDER, where,
                 "%s of '%s' has {%s} where its source has not", name, entry->context,
                 (const char *) extra->pdata[0]);
    else if (lack->len > 0 && !may_lack(entry, form, lack))
        diag_add(diags, DIAG_PO_PLACEHOLDER, where, "%s of '%s' lacks {%s}", name,
                 entry->context, (const char *) lack->pdata[0]);
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

/* The order matters: placeholders ask the plural rule about each form. */
static bool (*const checks[])(const Entry *entry, const EntryFile *file, Diags *diags) = {
    has_every_form,
    has_placeholders,
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
