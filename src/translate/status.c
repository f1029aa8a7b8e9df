#include "translate/status.h"

#include <string.h>

const Locale *
status_source(const Messages *messages, const Message *message)
{
    const Project *project = messages->project;

    if (message->pack != NULL)
        return message->pack->source_locale;
    return project->packs.count > 0 ? project->packs.items[0].source_locale : NULL;
}

static MessageState
state_of(const Messages *messages, const Catalog *catalog, const Message *message)
{
    const Locale *source = status_source(messages, message);

    return catalog_state(catalog, message->text, source == NULL ? "" : source->tag);
}

const char *
status_of_message(const Messages *messages, const Catalog *catalog, const Message *message)
{
    static const char *const names[] = { "translated", "fuzzy", "faulty", "missing", "missing" };

    return names[state_of(messages, catalog, message)];
}

int
status_count_words(const char *text)
{
    int words = 0;
    bool inside = false;

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        bool space = g_unichar_isspace(g_utf8_get_char(text));

        words += !space && !inside;
        inside = !space;
    }
    return words;
}

static void
add(Tally *tally, const Text *text, MessageState state)
{
    int words = status_count_words(text->msgid);

    tally->translated += state == MESSAGE_TRANSLATED || state == MESSAGE_FAULTY;
    tally->fuzzy += state == MESSAGE_FUZZY;
    tally->missing += state == MESSAGE_EMPTY || state == MESSAGE_ABSENT;
    tally->faulty += state == MESSAGE_FAULTY;
    tally->absent += state == MESSAGE_ABSENT;
    tally->words += words;
    tally->words_translated += state == MESSAGE_TRANSLATED ? words : 0;
}

Tally
status_of_domain(const Messages *messages, const Catalog *catalog, const Locale *locale,
                 const char *domain)
{
    Tally tally = { 0 };

    for (int i = 0; i < messages->count; i++) {
        const Message *message = &messages->items[i];

        if (strcmp(message->text->domain, domain) == 0 &&
            status_source(messages, message) != locale)
            add(&tally, message->text, state_of(messages, catalog, message));
    }
    return tally;
}

Tally
status_of_format(const Messages *messages, const Catalog *catalog, const Locale *locale,
                 int format, GPtrArray *in_the_way)
{
    Tally tally = { 0 };

    for (int i = 0; i < messages->count; i++) {
        Message *message = &messages->items[i];

        if (!message->formats[USE_RELEASE][format] || status_source(messages, message) == locale)
            continue;
        MessageState state = state_of(messages, catalog, message);
        add(&tally, message->text, state);
        if (state != MESSAGE_TRANSLATED)
            g_ptr_array_add(in_the_way, message);
    }
    return tally;
}
