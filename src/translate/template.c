#include "translate/template.h"

#include "translate/gettext_file.h"
#include "translate/languages.h"

#include <string.h>

static const char header_comment[] =
    "Texts of rightspack for translation: %s\n"
    "\n"
    "They speak to one person, politely, in words that everybody knows; neither to a man nor to a\n"
    "woman, where the language allows it. Above each text stands what it is and where it is\n"
    "printed. What stands in {braces} is copied as it is.\n";

static const char header_fields[] = "Project-Id-Version: rightspack\n"
                                    "PO-Revision-Date: \n"
                                    "Last-Translator: \n"
                                    "Language-Team: \n"
                                    "Language: %s\n"
                                    "MIME-Version: 1.0\n"
                                    "Content-Type: text/plain; charset=UTF-8\n"
                                    "Content-Transfer-Encoding: 8bit\n";

/* @path without @root before it, or NULL when it is not below @root. */
static const char *
below(const char *path, const char *root)
{
    size_t length = strlen(root);

    if (strcmp(root, ".") == 0)
        return g_path_is_absolute(path) || g_str_has_prefix(path, "../") ? NULL : path;
    if (strncmp(path, root, length) != 0 || path[length] != '/')
        return NULL;
    return path + length + strspn(path + length, "/");
}

/* As in the project, wherever the project is. */
static const char *
file_in_project(const Project *project, const char *path)
{
    const char *own = below(path, project->root);
    const char *installed = below(path, project->data_dir);

    return own != NULL ? own : installed != NULL ? installed : path;
}

static bool
has_placeholder(const Text *text)
{
    return strchr(text->msgid, '{') != NULL ||
           (text->msgid_plural != NULL && strchr(text->msgid_plural, '{') != NULL);
}

static void
add_header(po_message_iterator_t at, const char *domain, const char *tag)
{
    const Language *language = language_find(tag);
    g_autofree char *comment = g_strdup_printf(header_comment, domain);
    g_autofree char *fields = g_strdup_printf(header_fields, tag);
    g_autofree char *header =
        language == NULL ? g_strdup(fields)
                         : g_strdup_printf("%sPlural-Forms: %s\n", fields, language->plurals);
    po_message_t message = po_message_create();

    po_message_set_comments(message, comment);
    po_message_set_msgid(message, "");
    po_message_set_msgstr(message, header);
    po_message_insert(at, message);
}

static void
add_message(po_message_iterator_t at, const Messages *messages, const Message *message)
{
    const Text *text = message->text;
    g_autofree char *comment = template_comment(messages, message);
    po_message_t entry = po_message_create();

    po_message_set_extracted_comments(entry, comment);
    po_message_add_filepos(entry, file_in_project(messages->project, text->where.file),
                           (size_t) -1);
    if (has_placeholder(text))
        po_message_set_format(entry, "python-brace-format", 1);
    po_message_set_msgctxt(entry, text->context);
    po_message_set_msgid(entry, text->msgid);
    po_message_set_msgid_plural(entry, text->msgid_plural);
    for (int i = 0; i < 2 && text->msgid_plural != NULL; i++)
        po_message_set_msgstr_plural(entry, i, "");
    if (text->msgid_plural == NULL)
        po_message_set_msgstr(entry, "");
    po_message_insert(at, entry);
}

bool
template_is_wanted(const Messages *messages, const char *domain)
{
    for (int i = 0; i < messages->count; i++) {
        const Text *text = messages->items[i].text;

        if (strcmp(text->domain, domain) == 0 &&
            below(text->where.file, messages->project->root) != NULL)
            return true;
    }
    return false;
}

GBytes *
template_write(const Messages *messages, const char *domain, GError **error)
{
    po_file_t file = po_file_create();
    po_message_iterator_t at = po_message_iterator(file, NULL);

    add_header(at, domain, "");
    for (int i = 0; i < messages->count; i++)
        if (strcmp(messages->items[i].text->domain, domain) == 0)
            add_message(at, messages, &messages->items[i]);
    po_message_iterator_free(at);

    GBytes *bytes = gettext_file_write(file, error);
    po_file_free(file);
    return bytes;
}

static void
add_term(po_message_iterator_t at, const GlossaryTerm *term)
{
    g_autoptr(GString) comment = g_string_new(NULL);
    po_message_t entry = po_message_create();

    g_string_printf(comment, "Means: %s.\n", term->meaning);
    if (term->note != NULL)
        g_string_append_printf(comment, "How: %s.\n", term->note);
    for (int i = 0; i < term->also.count; i++)
        g_string_append_printf(comment, "%s%s%s", i == 0 ? "Also: " : ", ",
                               term->also.items[i].text, i == term->also.count - 1 ? "\n" : "");
    po_message_set_extracted_comments(entry, comment->str);
    po_message_set_msgid(entry, term->term);
    po_message_set_msgstr(entry, "");
    po_message_insert(at, entry);
}

GBytes *
template_write_glossary(const Project *project, GError **error)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    if (project->glossary.count == 0)
        return NULL;
    po_file_t file = po_file_create();
    po_message_iterator_t at = po_message_iterator(file, NULL);

    add_header(at, "glossary", "");
    for (int i = 0; i < project->glossary.count; i++)
        if (g_hash_table_add(seen, (gpointer) project->glossary.items[i].term))
            add_term(at, &project->glossary.items[i]);
    po_message_iterator_free(at);

    GBytes *bytes = gettext_file_write(file, error);
    po_file_free(file);
    return bytes;
}

GBytes *
template_begin(const Locale *locale, const char *domain, GError **error)
{
    po_file_t file = po_file_create();
    po_message_iterator_t at = po_message_iterator(file, NULL);

    add_header(at, domain, locale->tag);
    po_message_iterator_free(at);

    GBytes *bytes = gettext_file_write(file, error);
    po_file_free(file);
    return bytes;
}
