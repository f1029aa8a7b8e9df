#include "translate/compose_review.h"

#include "translate/captions.h"

#include <string.h>

enum { MOST_CELLS = 4 };

/* Number, source, room to write; with a translation between the last two. */
static const double widths_alone[] = { 1, 9, 8 };
static const double widths_beside[] = { 1, 6, 6, 5 };

typedef struct Writing {
    const ReviewSheet *sheet;
    Captions *captions;
    Table *table;
    const Locale *source;
} Writing;

static const char *
printed(const Writing *writing, const char *words)
{
    return arena_strdup(writing->captions->arena, words);
}

/* --- a row --------------------------------------------------------------------------------- */

typedef struct Cell {
    const char *words;
    const Locale *locale;
} Cell;

static void
add_row(Writing *writing, const Cell *cells, Role head, Role role, Where where)
{
    Captions *captions = writing->captions;

    captions_begin_row(captions, writing->table, where);
    for (int i = 0; i < writing->table->columns.count; i++)
        captions_add(captions, i == 0 ? head : role, cells[i].words, cells[i].locale);
    captions_end_row(captions);
}

const char *
compose_review_translation(const ReviewSheet *sheet, const Standing *standing, Arena *arena)
{
    Statement statement = standing->statement;
    g_autoptr(GString) text = g_string_new(NULL);

    if (sheet->shown == NULL ||
        !signing_statement(sheet->messages, sheet->reviewer->pack, standing->message->text,
                           sheet->shown_catalog, arena, &statement))
        return "";
    for (int i = 0; i < statement.form_count; i++)
        g_string_append_printf(text, "%s%s", i > 0 ? " / " : "", statement.forms[i]);
    return arena_strdup(arena, text->str);
}

static const char *
source_words(const Statement *statement, Arena *arena)
{
    if (statement->msgid_plural == NULL)
        return statement->msgid;
    return arena_printf(arena, "%s / %s", statement->msgid, statement->msgid_plural);
}

static Cell
translation_cell(const Writing *writing, const Standing *standing)
{
    const ReviewSheet *sheet = writing->sheet;
    const char *words = compose_review_translation(sheet, standing, writing->captions->arena);

    return *words == '\0' ? (Cell){ "(not translated)", writing->source }
                          : (Cell){ words, sheet->shown };
}

static void
add_text(Writing *writing, const Standing *standing, int number)
{
    const ReviewSheet *sheet = writing->sheet;
    const Locale *source = writing->source;
    Cell cells[MOST_CELLS] = {
        { arena_printf(writing->captions->arena, "%d", number), source },
        { source_words(&standing->statement, writing->captions->arena), source },
    };
    int count = 2;

    if (sheet->shown != NULL)
        cells[count++] = translation_cell(writing, standing);
    cells[count] =
        (Cell){ "\u00a0", source }; /* room to write: a cell has to have something in it */
    add_row(writing, cells, ROLE_ROW_HEAD, ROLE_CELL, standing->message->text->where);
}

/* "rights/time_foreign" of "rights/time_foreign/text": what the rows below belong to. */
static char *
entry_of(const Text *text)
{
    const char *first = strchr(text->context, '/');
    const char *second = first == NULL ? NULL : strchr(first + 1, '/');

    if (second != NULL)
        return g_strndup(text->context, (gsize) (second - text->context));
    return first == NULL ? g_strdup(text->domain)
                         : g_strndup(text->context, (gsize) (first - text->context));
}

static void
add_texts(Writing *writing)
{
    g_autofree char *last = g_strdup("");
    const GArray *standings = writing->sheet->standings;

    for (guint i = 0; i < standings->len; i++) {
        const Standing *standing = &g_array_index(standings, Standing, i);
        g_autofree char *entry = entry_of(standing->message->text);

        if (strcmp(entry, last) != 0) {
            g_autofree char *id = g_strdup_printf("texts_%u", i);

            captions_begin(writing->captions, printed(writing, id),
                           standing->message->text->where);
            captions_say(writing->captions, ROLE_HEADING, printed(writing, entry));
        }
        g_free(last);
        last = g_steal_pointer(&entry);
        add_text(writing, standing, (int) i + 1);
    }
}

/* --- the head ------------------------------------------------------------------------------ */

static void
add_column_heads(Writing *writing)
{
    const Locale *english = writing->captions->english, *shown = writing->sheet->shown;
    Cell cells[MOST_CELLS] = { { "No.", english }, { "Text", english } };
    int count = 2;

    if (shown != NULL)
        cells[count++] = (Cell){ shown->autonym, shown };
    cells[count] = (Cell){ "Your comment", english };
    add_row(writing, cells, ROLE_COLUMN_HEAD, ROLE_COLUMN_HEAD,
            writing->sheet->reviewer->pack->where);
}

static void
add_head(Writing *writing)
{
    Captions *captions = writing->captions;
    const Reviewer *reviewer = writing->sheet->reviewer;
    const Pack *pack = reviewer->pack;
    const Locale *shown = writing->sheet->shown;
    const Text *draft = project_find_word(writing->sheet->messages->project, "draft");

    captions_begin(captions, "draft", pack->where);
    captions_add(captions, ROLE_DRAFT, draft->msgid, writing->source);
    captions_begin(captions, "head", pack->where);
    captions_say(captions, ROLE_TITLE, "Review sheet");
    captions_say(captions, ROLE_SUBTITLE,
                 arena_printf(captions->arena, "%s %s · %s%s%s", pack->code, pack->version,
                              reviewer->role, shown == NULL ? "" : " · ",
                              shown == NULL ? "" : shown->lang));
    captions_say(captions, ROLE_PARA,
                 "Read every text. Write beside it what should be different, or leave it empty if "
                 "the text is right. Words in braces are filled in when a leaflet is made: "
                 "{tel.police} is a phone number.");
    add_column_heads(writing);
}

/* --- the whole ----------------------------------------------------------------------------- */

static Table *
new_table(Arena *arena, const Locale *shown)
{
    Table *table = arena_new_array(arena, Table, 1);

    table->columns.count = shown == NULL ? MOST_CELLS - 1 : MOST_CELLS;
    table->widths = shown == NULL ? widths_alone : widths_beside;
    return table;
}

Document *
compose_review(const ReviewSheet *sheet)
{
    const Project *project = sheet->messages->project;
    const Pack *pack = sheet->reviewer->pack;
    const Variant about = { .project = project, .pack = pack, .audience = pack->audiences.items };
    g_autoptr(Captions) captions = captions_new(&about, pack->law_state);
    Writing writing = { sheet, captions, new_table(captions->arena, sheet->shown),
                        pack->source_locale };

    add_head(&writing);
    add_texts(&writing);
    return captions_finish(captions,
                           arena_printf(captions->arena, "Review sheet: %s %s, %s", pack->code,
                                        pack->version, sheet->reviewer->role),
                           project->review);
}
