#include "command/status_print.h"

#include "base/quote.h"
#include "command/listing.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

enum { NAMED_MESSAGES = 5, QUOTED_CHARACTERS = 50 };

/* The figures of a row, as they are printed. */
static const struct {
    const char *name;
    size_t at;
} figures[] = {
    { "translated", offsetof(Tally, translated) },
    { "fuzzy", offsetof(Tally, fuzzy) },
    { "missing", offsetof(Tally, missing) },
    { "faults", offsetof(Tally, faulty) },
    { "words_translated", offsetof(Tally, words_translated) },
    { "words", offsetof(Tally, words) },
};

static int
figure(const StatusRow *row, size_t i)
{
    return *(const int *) ((const char *) &row->tally + figures[i].at);
}

static bool
is_done(const StatusRow *row)
{
    return row->tally.fuzzy + row->tally.missing + row->tally.faulty == 0;
}

/* --- for people --------------------------------------------------------------------------- */

static const char *const file_columns[] = { N_("locale"),     N_("language"), N_("file"),
                                            N_("translated"), N_("fuzzy"),    N_("missing"),
                                            N_("faults"),     N_("words"),    NULL };
static const char *const format_columns[] = { N_("locale"), N_("language"), N_("format"),
                                              N_("texts"),  N_("fuzzy"),    N_("missing"),
                                              N_("faults"), N_("words"),    NULL };
enum { FILE_FIGURES = 0xf8, FORMAT_FIGURES = 0xf0 };

static void
add_row(Listing *listing, const StatusRow *row)
{
    const Tally *tally = &row->tally;
    g_autofree char *translated = g_strdup_printf("%d", tally->translated);
    g_autofree char *fuzzy = g_strdup_printf("%d", tally->fuzzy);
    g_autofree char *missing = g_strdup_printf("%d", tally->missing);
    g_autofree char *faults = g_strdup_printf("%d", tally->faulty);
    g_autofree char *words = g_strdup_printf("%d/%d", tally->words_translated, tally->words);
    const char *fourth = !row->is_format ? translated
                         : is_done(row)  ? _("complete")
                                         : _("not yet");

    listing_add(listing, row->locale->tag, row->locale->autonym, row->name, fourth, fuzzy,
                missing, faults, words);
    if (is_done(row))
        listing_mark_done(listing);
    else if (tally->faulty > 0)
        listing_mark(listing);
}

static void
print_table(const GPtrArray *rows, bool formats, bool colour)
{
    g_autoptr(Listing) listing = listing_new(formats ? format_columns : file_columns);

    listing->numbers = formats ? FORMAT_FIGURES : FILE_FIGURES;
    listing->colour = colour;
    for (guint i = 0; i < rows->len; i++) {
        const StatusRow *row = rows->pdata[i];

        if (row->is_format == formats)
            add_row(listing, row);
    }
    listing_print(listing, false);
}

/* "locales/hu/common.po:20  draft  missing: "DRAFT"", for an editor to go to; without a line where
 * the file has not got it yet. */
static void
print_text(const StatusRow *row, const Messages *messages, const Message *message)
{
    const Text *text = message->text;
    Where where = catalog_where_to_mend(row->catalog, text);
    g_autofree char *quoted = quote_beginning(text->msgid, QUOTED_CHARACTERS);

    if (where.file != NULL)
        printf("  %s:%d", where.file, where.line);
    else
        printf("  %s.po", text->domain);
    printf("  %s  %s: \"%s\"\n", text->context,
           status_of_message(messages, row->catalog, message), quoted);
}

static void
print_in_the_way(const StatusRow *row, const Messages *messages, bool all)
{
    guint count = row->in_the_way->len, named = all ? count : MIN(count, NAMED_MESSAGES);

    printf(ngettext("\n%s %s: %u text stands in the way of a release\n",
                    "\n%s %s: %u texts stand in the way of a release\n", count),
           row->locale->tag, row->name, count);
    for (guint i = 0; i < named; i++)
        print_text(row, messages, row->in_the_way->pdata[i]);
    if (named < count)
        printf(_("  and %u more; -v names them all\n"), count - named);
}

static void
print_advice(const GPtrArray *rows)
{
    for (guint i = 0; i < rows->len; i++) {
        const StatusRow *row = rows->pdata[i];

        if (row->is_format || row->tally.absent == 0 || row->locale->derived_from != NULL)
            continue;
        printf(_("\n%s: %s.po is older than the content; 'rightspack update %s' brings it up to "
                 "date\n"),
               row->locale->tag, row->name, row->locale->tag);
    }
}

/* What is in the way is named where somebody asks about a language, a format, or about everything. */
static void
print_tables(const GPtrArray *rows, const Messages *messages, const Options *options)
{
    bool colour = options_style(options, stdout).colour;
    bool all = options->verbose || options->formats[0] != NULL;
    bool asked = options->words[0] != NULL || all;

    print_table(rows, false, colour);
    printf("\n");
    print_table(rows, true, colour);
    for (guint i = 0; asked && i < rows->len; i++) {
        const StatusRow *row = rows->pdata[i];

        if (row->is_format && row->in_the_way->len > 0)
            print_in_the_way(row, messages, all);
    }
    print_advice(rows);
}

/* --- for spreadsheets --------------------------------------------------------------------- */

static void
print_cell(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "\"", -1);
    g_autofree char *doubled = g_strjoinv("\"\"", parts);

    printf(strpbrk(text, ",\"\n") != NULL ? "\"%s\"," : "%s,", doubled);
}

static void
print_csv(const GPtrArray *rows)
{
    printf("locale,language,kind,name,");
    for (size_t i = 0; i < G_N_ELEMENTS(figures); i++)
        printf("%s,", figures[i].name);
    printf("complete\r\n");
    for (guint i = 0; i < rows->len; i++) {
        const StatusRow *row = rows->pdata[i];

        print_cell(row->locale->tag);
        print_cell(row->locale->autonym);
        printf("%s,", row->is_format ? "format" : "file");
        print_cell(row->name);
        for (size_t k = 0; k < G_N_ELEMENTS(figures); k++)
            printf("%d,", figure(row, k));
        printf("%s\r\n", is_done(row) ? "yes" : "no");
    }
}

/* --- for programs ------------------------------------------------------------------------- */

static void
add_text(JsonBuilder *builder, const char *name, const char *text)
{
    json_builder_set_member_name(builder, name);
    json_builder_add_string_value(builder, text);
}

static void
add_in_the_way(JsonBuilder *builder, const StatusRow *row, const Messages *messages)
{
    json_builder_set_member_name(builder, "in_the_way");
    json_builder_begin_array(builder);
    for (guint i = 0; i < row->in_the_way->len; i++) {
        const Message *message = row->in_the_way->pdata[i];
        Where where = catalog_where_to_mend(row->catalog, message->text);

        json_builder_begin_object(builder);
        add_text(builder, "file", message->text->domain);
        add_text(builder, "context", message->text->context);
        add_text(builder, "msgid", message->text->msgid);
        add_text(builder, "state", status_of_message(messages, row->catalog, message));
        if (where.file != NULL) {
            add_text(builder, "path", where.file);
            json_builder_set_member_name(builder, "line");
            json_builder_add_int_value(builder, where.line);
        }
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
}

static void
print_json(const StatusRow *row, const Messages *messages)
{
    g_autoptr(JsonBuilder) builder = json_builder_new();

    json_builder_begin_object(builder);
    add_text(builder, "locale", row->locale->tag);
    add_text(builder, "language", row->locale->autonym);
    add_text(builder, row->is_format ? "format" : "file", row->name);
    for (size_t i = 0; i < G_N_ELEMENTS(figures); i++) {
        json_builder_set_member_name(builder, figures[i].name);
        json_builder_add_int_value(builder, figure(row, i));
    }
    json_builder_set_member_name(builder, "complete");
    json_builder_add_boolean_value(builder, is_done(row));
    if (row->is_format)
        add_in_the_way(builder, row, messages);
    json_builder_end_object(builder);

    g_autoptr(JsonNode) node = json_builder_get_root(builder);
    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

void
status_print(const GPtrArray *rows, const Messages *messages, const Options *options)
{
    if (options->csv)
        print_csv(rows);
    else if (!options->json)
        print_tables(rows, messages, options);
    for (guint i = 0; options->json && !options->csv && i < rows->len; i++)
        print_json(rows->pdata[i], messages);
}
