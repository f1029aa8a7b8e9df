#include "command/templates.h"

#include "base/file.h"
#include "command/locate.h"
#include "translate/template.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

static void
free_template(void *item)
{
    Template *template = item;

    g_free(template->path);
    g_bytes_unref(template->bytes);
    g_free(template);
}

static int
count_messages(const Messages *messages, const char *domain)
{
    int count = 0;

    for (int i = 0; i < messages->count; i++)
        count += strcmp(messages->items[i].text->domain, domain) == 0;
    return count;
}

static bool
is_written(const char *path, GBytes *bytes)
{
    g_autofree char *there = NULL;
    gsize length;

    if (!g_file_get_contents(path, &there, &length, NULL))
        return false;
    g_autoptr(GBytes) old = g_bytes_new_static(there, length);
    return g_bytes_equal(old, bytes);
}

/* NULL when it could not be written. */
static Template *
write_template(const Messages *messages, const char *domain, Diags *diags)
{
    g_autofree char *name = g_strconcat("locales/", domain, ".pot", NULL);
    g_autofree char *path = locate_in_project(messages->project, name);
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = template_write(messages, domain, &error);
    bool right = bytes != NULL && is_written(path, bytes);

    if (bytes == NULL || (!right && !file_write(path, bytes, &error))) {
        diag_add(diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s", error->message);
        return NULL;
    }

    Template *template = g_new0(Template, 1);
    *template = (Template){ domain, g_steal_pointer(&path), g_steal_pointer(&bytes),
                            count_messages(messages, domain), !right };
    return template;
}

GPtrArray *
templates_write(const Messages *messages, Diags *diags)
{
    g_autoptr(GPtrArray) domains = messages_domains(messages);
    GPtrArray *templates = g_ptr_array_new_with_free_func(free_template);

    for (guint i = 0; i < domains->len; i++) {
        if (!template_is_wanted(messages, domains->pdata[i]))
            continue;
        Template *template = write_template(messages, domains->pdata[i], diags);
        if (template != NULL)
            g_ptr_array_add(templates, template);
    }
    return templates;
}

static void
add_template(GPtrArray *templates, const char *domain, GBytes *bytes, int messages,
             const GError *error, Diags *diags)
{
    const Template template = { domain, NULL, bytes, messages, false };

    if (bytes != NULL)
        g_ptr_array_add(templates, g_memdup2(&template, sizeof template));
    else if (error != NULL)
        diag_add(diags, DIAG_CANNOT_WRITE, (Where){ domain, 0, 0 }, "%s", error->message);
}

GPtrArray *
templates_make(const Messages *messages, Diags *diags)
{
    static const char glossary[] = "glossary";
    g_autoptr(GPtrArray) domains = messages_domains(messages);
    GPtrArray *templates = g_ptr_array_new_with_free_func(free_template);

    for (guint i = 0; i < domains->len; i++) {
        g_autoptr(GError) error = NULL;

        if (template_is_wanted(messages, domains->pdata[i]))
            add_template(templates, domains->pdata[i],
                         template_write(messages, domains->pdata[i], &error),
                         count_messages(messages, domains->pdata[i]), error, diags);
    }
    if (g_ptr_array_find_with_equal_func(domains, glossary, g_str_equal, NULL))
        return templates; /* a pack is called so */
    g_autoptr(GError) error = NULL;
    add_template(templates, glossary, template_write_glossary(messages->project, &error),
                 messages->project->glossary.count, error, diags);
    return templates;
}

static void
print_json(const Template *template)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();

    json_builder_begin_object(builder);
    json_builder_set_member_name(builder, "file");
    json_builder_add_string_value(builder, template->path);
    json_builder_set_member_name(builder, "messages");
    json_builder_add_int_value(builder, template->messages);
    json_builder_set_member_name(builder, "changed");
    json_builder_add_boolean_value(builder, template->changed);
    json_builder_end_object(builder);

    g_autoptr(JsonNode) node = json_builder_get_root(builder);
    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

static void
print_line(const Template *template)
{
    printf(
        ngettext("%s: %d text, %s\n", "%s: %d texts, %s\n", (unsigned long) template->messages),
        template->path, template->messages, template->changed ? _("written") : _("as it was"));
}

void
templates_print(const GPtrArray *templates, const Options *options)
{
    for (guint i = 0; i < templates->len; i++) {
        if (options->json)
            print_json(templates->pdata[i]);
        else if (!options->quiet)
            print_line(templates->pdata[i]);
    }
}
