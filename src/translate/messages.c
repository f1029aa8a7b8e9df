#include "translate/messages.h"

#include <string.h>

static guint
text_hash(gconstpointer key)
{
    const Text *text = key;

    return (g_str_hash(text->domain) * 31 + g_str_hash(text->context)) * 31 +
           g_str_hash(text->msgid);
}

static gboolean
text_equal(gconstpointer a, gconstpointer b)
{
    const Text *x = a, *y = b;

    return strcmp(x->msgid, y->msgid) == 0 && strcmp(x->context, y->context) == 0 &&
           strcmp(x->domain, y->domain) == 0;
}

static void
add_messages(Messages *messages)
{
    const Project *project = messages->project;

    messages->count = project->texts.count;
    messages->items = arena_new_array(messages->arena, Message, messages->count);
    for (int i = 0; i < messages->count; i++) {
        const Text *text = &project->texts.items[i];

        messages->items[i].text = text;
        messages->items[i].pack = project_find_pack(project, text->domain);
        g_hash_table_insert(messages->by_text, (gpointer) text, &messages->items[i]);
    }
}

Messages *
messages_list(const Project *project)
{
    Messages *messages = g_new0(Messages, 1);

    messages->arena = arena_new();
    messages->project = project;
    messages->by_text = g_hash_table_new(text_hash, text_equal);
    add_messages(messages);
    messages_describe(messages);
    return messages;
}

Messages *
messages_new(const Project *project)
{
    Messages *messages = messages_list(project);

    messages_note_formats(messages);
    return messages;
}

void
messages_free(Messages *messages)
{
    if (messages == NULL)
        return;
    g_hash_table_unref(messages->by_text);
    arena_free(messages->arena);
    g_free(messages);
}

Message *
messages_find(const Messages *messages, const Text *text)
{
    return g_hash_table_lookup(messages->by_text, text);
}

GPtrArray *
messages_domains(const Messages *messages)
{
    GPtrArray *domains = g_ptr_array_new();

    for (int i = 0; i < messages->count; i++) {
        char *domain = (char *) messages->items[i].text->domain;

        if (!g_ptr_array_find_with_equal_func(domains, domain, g_str_equal, NULL))
            g_ptr_array_add(domains, domain);
    }
    return domains;
}
