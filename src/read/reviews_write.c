/* Files of reviews as the program writes them: every string in double quotes, so that no reader of
 * YAML takes it for anything else. */
#include "read/read.h"

#include <string.h>
#include <yaml.h>

typedef struct Writer {
    yaml_emitter_t emitter;
    GString *text;
} Writer;

static int
keep_bytes(void *user, unsigned char *bytes, size_t size)
{
    g_string_append_len(user, (const char *) bytes, (gssize) size);
    return 1;
}

/* Emitting into memory fails only for what is no UTF-8, and texts are. */
static void
emit(Writer *writer, yaml_event_t *event)
{
    if (!yaml_emitter_emit(&writer->emitter, event))
        g_error("libyaml: %s", writer->emitter.problem);
}

static void
scalar(Writer *writer, const char *text, yaml_scalar_style_t style)
{
    yaml_event_t event;

    yaml_scalar_event_initialize(&event, NULL, NULL, (const yaml_char_t *) text,
                                 (int) strlen(text), 1, 1, style);
    emit(writer, &event);
}

static void
begin_map(Writer *writer)
{
    yaml_event_t event;

    yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_MAPPING_STYLE);
    emit(writer, &event);
}

static void
end_map(Writer *writer)
{
    yaml_event_t event;

    yaml_mapping_end_event_initialize(&event);
    emit(writer, &event);
}

static void
begin_list(Writer *writer, const char *key)
{
    yaml_event_t event;

    if (key != NULL)
        scalar(writer, key, YAML_PLAIN_SCALAR_STYLE);
    yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, YAML_BLOCK_SEQUENCE_STYLE);
    emit(writer, &event);
}

static void
end_list(Writer *writer)
{
    yaml_event_t event;

    yaml_sequence_end_event_initialize(&event);
    emit(writer, &event);
}

/* Nothing where @text is NULL. */
static void
pair(Writer *writer, const char *key, const char *text)
{
    if (text == NULL)
        return;
    scalar(writer, key, YAML_PLAIN_SCALAR_STYLE);
    scalar(writer, text, YAML_DOUBLE_QUOTED_SCALAR_STYLE);
}

static void
pair_date(Writer *writer, const char *key, Date date)
{
    g_autofree char *text = date_text(date);

    scalar(writer, key, YAML_PLAIN_SCALAR_STYLE);
    scalar(writer, text, YAML_PLAIN_SCALAR_STYLE);
}

static void
begin(Writer *writer, const char *heading)
{
    yaml_event_t event;

    writer->text = g_string_new(heading);
    yaml_emitter_initialize(&writer->emitter);
    yaml_emitter_set_output(&writer->emitter, keep_bytes, writer->text);
    yaml_emitter_set_unicode(&writer->emitter, 1);
    yaml_emitter_set_width(&writer->emitter, -1);
    yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
    emit(writer, &event);
    yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 1);
    emit(writer, &event);
}

static GBytes *
finish(Writer *writer)
{
    yaml_event_t event;

    yaml_document_end_event_initialize(&event, 1);
    emit(writer, &event);
    yaml_stream_end_event_initialize(&event);
    emit(writer, &event);
    yaml_emitter_delete(&writer->emitter);
    return g_string_free_to_bytes(writer->text);
}

static void
write_signed(Writer *writer, const SignedText *text)
{
    const Statement *statement = &text->statement;

    begin_map(writer);
    pair(writer, "domain", statement->domain);
    pair(writer, "context", statement->context);
    pair(writer, "msgid", statement->msgid);
    pair(writer, "msgid_plural", statement->msgid_plural);
    pair(writer, "status", statement->status);
    pair(writer, "applies_to", statement->applies_to);
    if (statement->form_count > 0) {
        begin_list(writer, "msgstr");
        for (int i = 0; i < statement->form_count; i++)
            scalar(writer, statement->forms[i], YAML_DOUBLE_QUOTED_SCALAR_STYLE);
        end_list(writer);
    }
    pair(writer, "digest", text->digest);
    end_map(writer);
}

static void
write_signature(Writer *writer, const Signature *signature)
{
    begin_map(writer);
    pair(writer, "by", signature->by);
    pair_date(writer, "on", signature->on);
    pair(writer, "scope", signature->scope);
    begin_list(writer, "texts");
    for (int i = 0; i < signature->texts.count; i++)
        write_signed(writer, &signature->texts.items[i]);
    end_list(writer);
    end_map(writer);
}

GBytes *
review_to_yaml(const Review *review)
{
    Writer writer;

    begin(&writer,
          "# Who has signed which words. Written by 'rightspack review sign'; a signature\n"
          "# counts only as long as its words are those of its digest.\n");
    begin_map(&writer);
    pair(&writer, "role", review->role);
    pair(&writer, "locale", review->locale);
    begin_list(&writer, "signatures");
    for (int i = 0; i < review->signatures.count; i++)
        write_signature(&writer, &review->signatures.items[i]);
    end_list(&writer);
    end_map(&writer);
    return finish(&writer);
}

static void
write_comment(Writer *writer, const Comment *comment)
{
    begin_map(writer);
    pair(writer, "role", comment->role);
    pair(writer, "locale", comment->locale);
    pair(writer, "context", comment->context);
    pair(writer, "words", comment->words);
    pair(writer, "digest", comment->digest);
    pair(writer, "comment", comment->comment);
    pair(writer, "answer", comment->answer);
    end_map(writer);
}

GBytes *
comments_to_yaml(const Comment *comments, int count)
{
    Writer writer;

    begin(&writer,
          "# What reviewers said, and what they were answered. 'rightspack review comments'\n"
          "# adds to it; answers can be written here, too.\n");
    begin_list(&writer, NULL);
    for (int i = 0; i < count; i++)
        write_comment(&writer, &comments[i]);
    end_list(&writer);
    return finish(&writer);
}
