/* Cairo's PDF to the one that is written: PDF/UA-1 and PDF/A-2a. Read it from the bottom up. */
#include "base/stages.h"
#include "output/finish/content.h"
#include "output/finish/copy.h"
#include "output/finish/links.h"
#include "output/finish/metadata.h"
#include "output/finish/press.h"
#include "output/finish/scribe.h"
#include "output/finish/structure.h"

#include <gio/gio.h>

typedef struct Finish {
    const Pages *pages;
    const Palette *palette;
    Source *source;
    Structure *structure;
    Writer *writer;
    bool *taken;        /* objects that copying leaves to us */
    int pages_number;   /* object that all pages hang under */
    int *page_numbers;  /* of every page its object */
    Scribe *scribe;     /* or NULL */
    const Press *press; /* NULL: a file for readers */
    int first_link;     /* object of the first web address; the others follow */
    Marking marking;
} Finish;

/* --- pages --------------------------------------------------------------------------------- */

/* An object that is used once and written by us. */
static bool
take(Finish *finish, int number, const char *what, GError **error)
{
    const Source *source = finish->source;

    if (number <= 0 || number >= source->count || finish->taken[number] ||
        source->objects[number].value.start == NULL)
        return read_fail(error, "%s is missing, or is two things at once", what);
    finish->taken[number] = true;
    return true;
}

static bool
find_page(Finish *finish, int index, int number, GError **error)
{
    if (index == finish->pages->page_count)
        return read_fail(error, "it has more than %d pages", index);
    if (!take(finish, number, "a page", error))
        return false;
    finish->page_numbers[index] = number;
    return dict_says(finish->source->objects[number].value, "/Type", "/Page") ||
           read_fail(error, "what should be page %d is none", index + 1);
}

/* Cairo's pages hang under one node. */
static bool
find_pages(Finish *finish, GError **error)
{
    const Source *source = finish->source;
    Bytes root = source_find(source, source->trailer, "/Root");
    Bytes node = source_find(source, root, "/Pages");
    Lexer kids = value_inside(source_find(source, node, "/Kids"));
    int count = 0;
    Bytes kid;

    finish->pages_number = bytes_reference(dict_find(root, "/Pages"));
    while (lex_value(&kids, &kid))
        if (!find_page(finish, count++, bytes_reference(kid), error))
            return false;
    return (finish->pages_number > 0 && count == finish->pages->page_count) ||
           read_fail(error, "it has %d pages, not %d", count, finish->pages->page_count);
}

static void
put_on_sheet(const Finish *finish, int index, GString *content)
{
    g_autoptr(GString) page = g_string_new_len(content->str, (gssize) content->len);

    g_string_truncate(content, 0);
    press_write_page(content, bytes_of_string(page), finish->press, index);
}

static bool
mark_page(Finish *finish, int index, GError **error)
{
    Bytes page = finish->source->objects[finish->page_numbers[index]].value;
    int number = bytes_reference(dict_find(page, "/Contents"));
    g_autoptr(GString) content = g_string_sized_new(32 * 1024);
    Bytes plain;

    finish->marking.page = index;
    if (!take(finish, number, "a page's content", error) ||
        !source_inflate(finish->source, number, &plain, error) ||
        !content_rewrite(content, plain, finish->palette, &finish->marking, error))
        return false;
    if (finish->press != NULL)
        put_on_sheet(finish, index, content);
    writer_add_plain(finish->writer, number, bytes_of(""), bytes_of_string(content));
    return true;
}

/* What the page needs to be painted, and all fonts and pictures so far. */
static void
write_resources(Finish *finish, Bytes page, GString *out)
{
    static const char *const ours[] = { "/Font", "/XObject", NULL };
    static const char *const press[] = { "/Font", "/XObject", "/ExtGState", "/ColorSpace",
                                         NULL };
    static const char *const none[] = { NULL };
    Bytes resources = source_find(finish->source, page, "/Resources");
    int number = bytes_reference(dict_find(page, "/Resources"));

    if (number > 0 && number < finish->source->count)
        finish->taken[number] = true;
    g_string_append(out, "/Resources<<");
    copy_entries(out, resources, finish->press == NULL ? ours : press);
    if (finish->press != NULL)
        press_write_resources(out, source_find(finish->source, resources, "/ExtGState"),
                              source_find(finish->source, resources, "/ColorSpace"));
    g_string_append(out, "/Font<<");
    copy_entries(out, source_find(finish->source, resources, "/Font"), none);
    if (finish->scribe != NULL)
        scribe_write_font_names(finish->scribe, out, finish->writer);
    g_string_append(out, ">>/XObject<<");
    copy_entries_once(out, source_find(finish->source, resources, "/XObject"));
    if (finish->scribe != NULL)
        scribe_write_picture_names(finish->scribe, out, finish->writer);
    g_string_append(out, ">>>>");
}

/* The sheet is cut nowhere: every box is the same. Readers find their way by structure. */
static void
write_reader_entries(const Finish *finish, int index, Bytes box, GString *out)
{
    static const char *const boxes[] = { "/MediaBox", "/TrimBox", "/BleedBox" };

    for (size_t i = 0; i < G_N_ELEMENTS(boxes); i++) {
        g_string_append(out, boxes[i]);
        g_string_append_len(out, box.start, (gssize) box.size);
    }
    links_add_to_page(out, finish->structure, index, finish->first_link);
    if (!finish->pages->untagged)
        g_string_append_printf(out, "/StructParents %d/Tabs/S", index);
}

static bool
write_page(Finish *finish, int index, GError **error)
{
    static const char *const keys[] = { "/Resources", "/StructParents", "/Tabs",
                                        "/Annots",    "/Group",         "/MediaBox",
                                        "/TrimBox",   "/BleedBox",      NULL };
    int number = finish->page_numbers[index];
    Bytes page = finish->source->objects[number].value;
    Bytes box = dict_find(page, "/MediaBox");

    if (box.start == NULL)
        return read_fail(error, "page %d has no size", index + 1);
    GString *out = writer_begin(finish->writer, number);
    g_string_append(out, "<<");
    copy_entries(out, page, keys);
    write_resources(finish, page, out);
    if (finish->press == NULL)
        write_reader_entries(finish, index, box, out);
    else
        press_write_boxes(out, finish->press, index);
    g_string_append(out, ">>");
    return true;
}

static bool
write_pages(Finish *finish, GError **error)
{
    for (int i = 0; i < finish->pages->page_count; i++)
        if (!mark_page(finish, i, error) || !write_page(finish, i, error))
            return false;
    return true;
}

/* --- leaves -------------------------------------------------------------------------------- */

/* Every leaf of the model was painted, once, on its page: a part that no screen reader finds is
 * worse than no file. */
static bool
leaf_is_whole(const Finish *finish, int index, bool found, GError **error)
{
    const Pages *pages = finish->pages;
    const Leaf *leaf = &pages->leaves[index];
    const Block *block = &pages->document->blocks[leaf->block];

    if (finish->marking.ended[index] && (found || finish->structure->leaf_tags[index] == NULL))
        return true;
    g_set_error(error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                "leaf %d of %d (%s, block %d, page %d) was not painted", index,
                pages->leaf_count, role_info(block->role)->name, leaf->block, leaf->page + 1);
    return false;
}

static bool
leaves_are_whole(const Finish *finish, GError **error)
{
    const Pages *pages = finish->pages;
    g_autofree bool *found = g_new0(bool, pages->leaf_count + 1);

    for (guint i = 0; i < finish->marking.marks->len; i++) {
        const Mark *mark = &g_array_index(finish->marking.marks, Mark, i);

        found[mark->leaf] = mark->page == pages->leaves[mark->leaf].page;
    }
    for (int i = 0; i < pages->leaf_count; i++)
        if (!leaf_is_whole(finish, i, found[i], error))
            return false;
    return true;
}

/* --- the whole ----------------------------------------------------------------------------- */

/* A printing window begins with the size that was laid out, and with the edge to flip the paper on. What
 * reaches to the edge of its paper, as a contact sheet, is to be looked at, at any size. */
static void
write_preferences(const Finish *finish, GString *out)
{
    static const char *const duplex[] = {
        [FLIP_NONE] = "/Simplex", [FLIP_SHORT] = "/DuplexFlipShortEdge", [FLIP_LONG] = "/DuplexFlipLongEdge"
    };
    const Format *format = finish->pages->document->variant.format;

    g_string_append(out, "/ViewerPreferences<</DisplayDocTitle true");
    if (format->safe > 0)
        g_string_append_printf(out, "/PrintScaling/None/Duplex%s", duplex[format->flip]);
    g_string_append(out, ">>");
}

/* Gives the number of the catalog. It does not say that pages go from right to left: PDFium then
 * turns the groups of a phone number round. */
static int
write_catalog(const Finish *finish, Date date)
{
    Writer *writer = finish->writer;
    const Document *document = finish->pages->document;
    const Locale *locale = document->variant.locale;
    bool tagged = !finish->pages->untagged;
    int metadata = metadata_write(document, tagged, date, writer);
    int intent = metadata_write_intent(writer);
    int outline = outline_write(finish->structure, finish->page_numbers, writer);
    int tree = tagged ? structure_write(finish->structure, finish->marking.marks,
                                        finish->page_numbers, finish->first_link, writer)
                      : 0;
    int number = writer_reserve(writer);
    GString *out = writer_begin(writer, number);

    write_reference(out, "<</Type/Catalog/Pages ", finish->pages_number);
    g_string_append(out, "/Lang");
    write_text(out, locale->lang);
    write_preferences(finish, out);
    g_string_append_printf(out, "/Metadata %d 0 R/OutputIntents[%d 0 R]", metadata, intent);
    if (tagged)
        write_reference(out, "/MarkInfo<</Marked true>>/StructTreeRoot ", tree);
    if (outline > 0)
        g_string_append_printf(out, "/Outlines %d 0 R", outline);
    g_string_append(out, ">>");
    return number;
}

/* A press needs neither structure nor bookmarks. */
static int
write_press_catalog(const Finish *finish, Date date)
{
    Writer *writer = finish->writer;
    g_autofree char *how = press_how(finish->press);
    int metadata = metadata_write_press(finish->pages->document, how,
                                        press_is_pdfx(finish->press), date, writer);
    int intent = press_write_intent(finish->press, writer);
    int number = writer_reserve(writer);
    GString *out = writer_begin(writer, number);

    write_reference(out, "<</Type/Catalog/Pages ", finish->pages_number);
    write_reference(out, "/Metadata ", metadata);
    if (intent > 0)
        g_string_append_printf(out, "/OutputIntents[%d 0 R]", intent);
    g_string_append(out, ">>");
    return number;
}

/* We write a catalog of our own, and say nothing of who made the file, with what and when. */
static void
leave_out(Finish *finish, const char *key)
{
    int number = bytes_reference(dict_find(finish->source->trailer, key));

    if (number < finish->source->count)
        finish->taken[number] = true;
}

static GBytes *
finish_source(Finish *finish, Date date, GError **error)
{
    if (!find_pages(finish, error) || !write_pages(finish, error) ||
        !leaves_are_whole(finish, error))
        return NULL;
    if (finish->press == NULL)
        links_write(finish->structure, finish->page_numbers, finish->first_link, finish->writer);
    leave_out(finish, "/Root");
    leave_out(finish, "/Info");
    const InkSet *inks = finish->press == NULL ? NULL : &finish->press->inks;
    if (!copy_objects(finish->source, finish->taken, finish->palette, inks, finish->writer,
                      error))
        return NULL;
    if (finish->scribe != NULL)
        scribe_write_objects(finish->scribe, inks, finish->writer);
    if (finish->press == NULL)
        return writer_finish(finish->writer, write_catalog(finish, date), 0);
    bool pdfx = press_is_pdfx(finish->press);
    int root = write_press_catalog(finish, date);
    int info = pdfx ? metadata_write_info(finish->pages->document, date, finish->writer) : 0;
    return writer_finish(finish->writer, root, info);
}

static GBytes *
finish_painted(GBytes *painted, const Pages *pages, Scribe *scribe, Date date,
               const Press *press, GError **error)
{
    Bytes file;
    file.start = g_bytes_get_data(painted, &file.size);
    g_autoptr(Source) source = source_read(file, error);
    if (source == NULL)
        return NULL;
    g_autoptr(Structure) structure = structure_new(pages);
    /* PDF/X-4 is made of PDF 1.6, PDF/UA-1 of 1.7. */
    g_autoptr(Writer) writer = writer_new(source->count, press == NULL ? "1.7" : "1.6");
    g_autoptr(GArray) marks = g_array_new(FALSE, FALSE, sizeof(Mark));
    g_autofree bool *taken = g_new0(bool, source->count);
    g_autofree bool *ended = g_new0(bool, pages->leaf_count + 1);
    g_autofree int *page_numbers = g_new0(int, pages->page_count);
    Finish finish = {
        .pages = pages,
        .palette = &pages->document->variant.format->style->palette,
        .source = source,
        .structure = structure,
        .writer = writer,
        .taken = taken,
        .page_numbers = page_numbers,
        .scribe = scribe,
        .marking = { .tags = structure->leaf_tags,
                     .leaf_count = pages->leaf_count,
                     .ended = ended,
                     .marks = marks,
                     .scribe = scribe },
        .press = press,
    };

    finish.first_link = press == NULL ? links_reserve(structure, writer) : 0;
    return finish_source(&finish, date, error);
}

GBytes *
finish_press(GBytes *painted, const Pages *pages, Scribe *scribe, Date date, const Press *press,
             GError **error)
{
    Stage outer = stages_enter(STAGE_FINISHING);
    GBytes *finished = finish_painted(painted, pages, scribe, date, press, error);

    stages_enter(outer);
    return finished;
}

GBytes *
finish_pdf(GBytes *painted, const Pages *pages, Scribe *scribe, Date date, GError **error)
{
    return finish_press(painted, pages, scribe, date, NULL, error);
}
