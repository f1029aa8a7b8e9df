/* The lines above a message: all that its translator is told. */
#include "translate/template.h"

#include "translate/placeholder.h"

#include <string.h>

/* --- who reads it, and where -------------------------------------------------------------- */

typedef struct Readers {
    bool person, staff;
    int formats;
} Readers;

static Readers
readers_of(const Messages *messages, const Message *message, Use use)
{
    const Project *project = messages->project;
    Readers readers = { false, false, 0 };

    for (int i = 0; i < project->formats.count; i++) {
        const Format *format = &project->formats.items[i];

        if (!message->formats[use][i])
            continue;
        readers.formats++;
        readers.person |= format->languages != LANGUAGES_STAFF;
        readers.staff |= format->languages == LANGUAGES_STAFF || format->kept_by_staff;
    }
    return readers;
}

/* The words that say whom @tag means, or NULL. */
static const char *
find_condition(const Project *project, const char *tag)
{
    g_autofree char *key = g_strconcat("conditions/", tag, NULL);

    for (int i = 0; i < project->common.count; i++)
        if (strcmp(project->common.items[i].key, key) == 0)
            return project->common.items[i].text.msgid;
    return NULL;
}

static void
add_tags(GString *comment, const Project *project, NameList tags)
{
    for (int i = 0; i < tags.count; i++) {
        const char *tag = tags.items[i].text, *words = find_condition(project, tag);

        g_string_append(comment, i == 0 ? " Only for: " : ", ");
        if (words != NULL)
            g_string_append_printf(comment, "%s (\"%s\")", tag, words);
        else
            g_string_append(comment, tag);
    }
    if (tags.count > 0)
        g_string_append_c(comment, '.');
}

static void
add_readers(GString *comment, const Project *project, const Readers *readers, NameList tags)
{
    if (readers->person)
        g_string_append(comment,
                        readers->staff
                            ? "Read by the person who gets the leaflet, and by the staff."
                            : "Read by the person who gets the leaflet.");
    else
        g_string_append(comment, "Read by the staff who hand leaflets out.");
    add_tags(comment, project, tags);
    g_string_append_c(comment, '\n');
}

static void
add_formats(GString *comment, const Messages *messages, const Message *message, Use use,
            int printed)
{
    const Project *project = messages->project;
    const char *joint = "";

    if (printed == project->formats.count) {
        g_string_append(comment, "Printed in every format.\n");
        return;
    }
    g_string_append(comment, use == USE_DISCREET ? "Printed in discreet leaflets alone: "
                                                 : "Printed in: ");
    for (int i = 0; i < project->formats.count; i++) {
        if (!message->formats[use][i])
            continue;
        g_string_append_printf(comment, "%s%s", joint, project->formats.items[i].id);
        joint = ", ";
    }
    g_string_append(comment, ".\n");
}

static void
add_use(GString *comment, const Messages *messages, const Message *message)
{
    Use use = USE_PLAIN;
    Readers readers = readers_of(messages, message, use);

    if (readers.formats == 0) {
        use = USE_DISCREET;
        readers = readers_of(messages, message, use);
    }
    if (readers.formats == 0) {
        g_string_append(comment, "No format prints it now.\n");
        return;
    }
    add_readers(comment, messages->project, &readers, message->applies_to);
    add_formats(comment, messages, message, use, readers.formats);
}

/* --- what placeholders become ------------------------------------------------------------- */

/* What the program writes itself: translate/compose_*.c. */
static const struct {
    const char *name, *becomes;
} values[] = {
    { "date", "a date, in the words of the message \"date\"" },
    { "day", "the day, as 1" },
    { "month", "the month, as a word" },
    { "year", "the year, as 2026" },
    { "version", "the version of the texts, as 0.1" },
    { "locale", "the code of the language, as sr-Latn" },
    { "edition", "the code of the edition, as EB9C0480" },
    { "pack", "the code and version of the texts, as a 0.1" },
    { "name", "the name of a contact" },
    { "locales", "the codes of the languages, as sr + ar" },
};

/* Free with g_free(); NULL when nothing is known. */
static char *
value_of(const Messages *messages, const Message *message, const char *name)
{
    const char *contact_id = placeholder_contact(name);
    const Contact *contact =
        contact_id == NULL ? NULL : project_find_contact(messages->project, contact_id);
    const Parameter *parameter =
        message->pack == NULL ? NULL : pack_find_parameter(message->pack, name);

    if (contact != NULL)
        return g_strdup(contact->phone.show);
    if (parameter != NULL)
        return g_strdup_printf("%ld", parameter->value);
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++)
        if (strcmp(values[i].name, name) == 0)
            return g_strdup(values[i].becomes);
    return NULL;
}

/* Every name in @text that @names lacks. */
static void
gather_names(const char *text, GPtrArray *names)
{
    Placeholder found;

    for (const char *at = text; at != NULL && placeholder_find(at, &found);
         at = found.start + found.length) {
        if (found.name == NULL ||
            g_ptr_array_find_with_equal_func(names, found.name, g_str_equal, NULL))
            g_free(found.name);
        else
            g_ptr_array_add(names, found.name);
    }
}

static void
add_placeholders(GString *comment, const Messages *messages, const Message *message)
{
    const Text *text = message->text;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    gather_names(text->msgid, names);
    gather_names(text->msgid_plural, names);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *value = value_of(messages, message, names->pdata[i]);

        if (value != NULL)
            g_string_append_printf(comment, "{%s} becomes %s.\n", (char *) names->pdata[i],
                                   value);
    }
    if (text->count != NULL)
        g_string_append_printf(comment, "The form is chosen by {%s}; translate every form.\n",
                               text->count);
}

/* --- terms -------------------------------------------------------------------------------- */

static bool
is_letter_before(const char *text, const char *at)
{
    return at > text && g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at)));
}

/* True when @word stands in @text as a word of its own. A small first letter may be a capital
 * there, as at the beginning of a sentence. */
static bool
has_word(const char *text, const char *word)
{
    bool is_name = g_unichar_isupper(g_utf8_get_char(word));
    g_autofree char *small = is_name ? g_strdup(text) : g_utf8_strdown(text, -1);

    for (const char *at = strstr(small, word); at != NULL; at = strstr(at + 1, word))
        if (!is_letter_before(small, at) &&
            !g_unichar_isalnum(g_utf8_get_char(at + strlen(word))))
            return true;
    return false;
}

bool
template_has_term(const Text *text, const GlossaryTerm *term)
{
    bool found = has_word(text->msgid, term->term);

    for (int i = 0; !found && i < term->also.count; i++)
        found = has_word(text->msgid, term->also.items[i].text);
    return found;
}

static void
add_terms(GString *comment, const Messages *messages, const Text *text)
{
    const Project *project = messages->project;

    for (int i = 0; i < project->glossary.count; i++) {
        const GlossaryTerm *term = &project->glossary.items[i];

        if (!template_has_term(text, term))
            continue;
        g_string_append_printf(comment, "Term: %s = %s.", term->term, term->meaning);
        if (term->note != NULL)
            g_string_append_printf(comment, " (%s)", term->note);
        g_string_append_c(comment, '\n');
    }
}

/* --- the whole ---------------------------------------------------------------------------- */

char *
template_comment(const Messages *messages, const Message *message)
{
    GString *comment = g_string_new(NULL);

    g_string_append_printf(
        comment, "%s", message->about != NULL ? message->about : "Text that leaflets share.");
    if (message->lead != NULL)
        g_string_append_printf(comment, " Printed after \"%s\"", message->lead->msgid);
    g_string_append_c(comment, '\n');
    add_use(comment, messages, message);
    add_placeholders(comment, messages, message);
    add_terms(comment, messages, message->text);
    return g_string_free(comment, FALSE);
}
