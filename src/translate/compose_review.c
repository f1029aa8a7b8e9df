#include "translate/compose_review.h"

#include "translate/digest.h"

#include <string.h>

enum { MOST_CELLS = 4 };

/* Number, source, room to write; with a translation between the last two. */
static const double widths_alone[] = { 1, 9, 8 };
static const double widths_beside[] = { 1, 6, 6, 5 };

typedef struct Writing {
    const ReviewSheet *sheet;
    Arena *arena; /* the document's */
    Table *table;
    GArray *blocks, *groups, *sections;
    const Locale *source;
} Writing;

/* --- blocks -------------------------------------------------------------------------------- */

static void
begin_section(Writing *writing, const char *id)
{
    DocumentSection section = { .id = id,
                                .first = (int) writing->blocks->len,
                                .where = writing->sheet->reviewer->pack->where };

    g_array_append_val(writing->sections, section);
}

static void
add_words(Writing *writing, Role role, const char *words, const Locale *locale, int group)
{
    Block block = { .role = role,
                    .section = (int) writing->sections->len - 1,
                    .group = group,
                    .phrases = { { .text = words, .locale = locale } },
                    .phrase_count = 1 };

    g_array_append_val(writing->blocks, block);
    g_array_index(writing->sections, DocumentSection, block.section).count++;
}

static void
add_line(Writing *writing, Role role, const char *words)
{
    add_words(writing, role, words, writing->source, -1);
}

/* --- a row --------------------------------------------------------------------------------- */

typedef struct Cell {
    const char *words;
    const Locale *locale;
} Cell;

static void
add_row(Writing *writing, const Cell *cells, Role head, Role role, Where where)
{
    Group group = { .kind = GROUP_ROW,
                    .first = (int) writing->blocks->len,
                    .count = writing->table->columns.count,
                    .table = writing->table,
                    .where = where };

    g_array_append_val(writing->groups, group);
    for (int i = 0; i < group.count; i++)
        add_words(writing, i == 0 ? head : role, cells[i].words, cells[i].locale,
                  (int) writing->groups->len - 1);
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
    const char *words = compose_review_translation(sheet, standing, writing->arena);

    return *words == '\0' ? (Cell){ "(not translated)", writing->source }
                          : (Cell){ words, sheet->shown };
}

static void
add_text(Writing *writing, const Standing *standing, int number)
{
    const ReviewSheet *sheet = writing->sheet;
    const Locale *source = writing->source;
    Cell cells[MOST_CELLS] = {
        { arena_printf(writing->arena, "%d", number), source },
        { source_words(&standing->statement, writing->arena), source },
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
            begin_section(writing, arena_printf(writing->arena, "texts_%u", i));
            add_line(writing, ROLE_HEADING, arena_strdup(writing->arena, entry));
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
    const Locale *source = writing->source, *shown = writing->sheet->shown;
    Cell cells[MOST_CELLS] = { { "No.", source }, { "Text", source } };
    int count = 2;

    if (shown != NULL)
        cells[count++] = (Cell){ shown->autonym, shown };
    cells[count] = (Cell){ "Your comment", source };
    add_row(writing, cells, ROLE_COLUMN_HEAD, ROLE_COLUMN_HEAD,
            writing->sheet->reviewer->pack->where);
}

static void
add_head(Writing *writing)
{
    const Reviewer *reviewer = writing->sheet->reviewer;
    const Pack *pack = reviewer->pack;
    const Project *project = writing->sheet->messages->project;
    const Locale *shown = writing->sheet->shown;

    begin_section(writing, "draft");
    add_line(writing, ROLE_DRAFT, project_find_word(project, "draft")->msgid);
    begin_section(writing, "head");
    add_line(writing, ROLE_TITLE, "Review sheet");
    add_line(writing, ROLE_SUBTITLE,
             arena_printf(writing->arena, "%s %s · %s%s%s", pack->code, pack->version,
                          reviewer->role, shown == NULL ? "" : " · ",
                          shown == NULL ? "" : shown->lang));
    add_line(
        writing, ROLE_PARA,
        "Read every text. Write beside it what should be different, or leave it empty if the "
        "text is right. Words in braces are filled in when a leaflet is made: {tel.police} is "
        "a phone number.");
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

#define KEEP(document, member, array) \
    ((document)->member##s = arena_copy((document)->arena, (array)->data, \
                                        (array)->len * g_array_get_element_size(array)), \
     (document)->member##_count = (int) (array)->len)

Document *
compose_review(const ReviewSheet *sheet)
{
    Arena *arena = arena_new();
    Document *document = arena_new_array(arena, Document, 1);
    const Project *project = sheet->messages->project;
    const Pack *pack = sheet->reviewer->pack;
    g_autoptr(GArray) blocks = g_array_new(FALSE, FALSE, sizeof(Block));
    g_autoptr(GArray) groups = g_array_new(FALSE, FALSE, sizeof(Group));
    g_autoptr(GArray) sections = g_array_new(FALSE, FALSE, sizeof(DocumentSection));
    Writing writing = { sheet,
                        arena,
                        new_table(arena, sheet->shown),
                        blocks,
                        groups,
                        sections,
                        pack->source_locale };

    add_head(&writing);
    add_texts(&writing);
    document->arena = arena;
    document->variant = (Variant){ .project = project,
                                   .pack = pack,
                                   .audience = pack->audiences.items,
                                   .locale = pack->source_locale,
                                   .staff = pack->source_locale,
                                   .format = project->review };
    document->title = arena_printf(arena, "Review sheet: %s %s, %s", pack->code, pack->version,
                                   sheet->reviewer->role);
    document->date = pack->law_state;
    KEEP(document, block, blocks);
    KEEP(document, group, groups);
    KEEP(document, section, sections);
    digest_document(document, NULL, 0, document->edition);
    return document;
}
