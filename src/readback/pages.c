/* Pages: their boxes, their text, what one can click on. */
#include "readback/listing.h"
#include "readback/parts.h"

#include <stdbool.h>
#include <string.h>

static void
list_rectangle(const PopplerRectangle *rectangle)
{
    listing_length(rectangle->x1);
    listing_length(rectangle->y1);
    listing_length(rectangle->x2);
    listing_length(rectangle->y2);
}

static void
list_boxes(PopplerPage *page, int number)
{
    double width, height;
    PopplerRectangle crop;

    poppler_page_get_size(page, &width, &height);
    poppler_page_get_crop_box(page, &crop);
    listing_begin("page");
    listing_number(number);
    listing_length(width);
    listing_length(height);
    list_rectangle(&crop);
    listing_end();
}

enum { COLUMNS = 8, ROWS = 4 }; /* where ends of a page's text are looked for */

/* --- text ---------------------------------------------------------------------------------- */

bool
is_mark(gunichar c)
{
    return c >= 0x202A && c <= 0x202E;
}

bool
stand_apart(const PopplerRectangle *left, const PopplerRectangle *right)
{
    double height = right->y2 - right->y1;

    return right->x1 - left->x2 > 0.3 * height || right->x1 < left->x1 - height;
}

static void
flush_line(GString *line, int page)
{
    if (line->len > 0) {
        listing_begin("text");
        listing_number(page);
        listing_text(line->str);
        listing_end();
    }
    g_string_truncate(line, 0);
}

/* @boxes has one rectangle for every letter but the marks; NULL: not known. */
static void
list_letters(const char *text, const PopplerRectangle *boxes, int page)
{
    g_autoptr(GString) line = g_string_new(NULL);
    const PopplerRectangle *last = NULL; /* of a letter straight before this one */
    bool between = false;                /* marks stand since the last letter */

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (is_mark(c)) {
            between = true;
            continue;
        }
        if (c == '\n' || (last != NULL && boxes != NULL && stand_apart(last, boxes)))
            flush_line(line, page);
        else if (between && line->len > 0)
            g_string_append_c(line, ' ');
        if (c != '\n')
            g_string_append_unichar(line, c);
        last = g_unichar_isspace(c) ? NULL : boxes;
        between = false;
        boxes = boxes != NULL ? boxes + 1 : NULL;
    }
    flush_line(line, page);
}

static bool
has_marks(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (is_mark(g_utf8_get_char(text)))
            return true;
    return false;
}

typedef struct Point {
    double x, y;
} Point;

static char *
text_between(PopplerPage *page, Point from, Point to)
{
    PopplerRectangle ends = { from.x, from.y, to.x, to.y };
    char *text = poppler_page_get_selected_text(page, POPPLER_SELECTION_GLYPH, &ends);

    return text != NULL ? text : g_strdup("");
}

/* Moves @to where the text from @from on is longest. Gives that text. */
static char *
stretch(PopplerPage *page, Point from, Point *to)
{
    double width, height;
    char *longest = text_between(page, from, *to);

    poppler_page_get_size(page, &width, &height);
    for (int i = 0; i < (COLUMNS + 1) * (ROWS + 1); i++) {
        Point point = { width * (i % (COLUMNS + 1)) / COLUMNS,
                        height * (i / (COLUMNS + 1)) / ROWS };
        char *text = text_between(page, from, point);

        if (strlen(text) > strlen(longest)) {
            g_free(longest);
            longest = g_steal_pointer(&text);
            *to = point;
        }
        g_free(text);
    }
    return longest;
}

/* A selection reaches from the block of text nearest to one point to that nearest to the other, in
 * poppler's own order of blocks. Where lines run right to left, the first and last of them are in
 * no corner: they are looked for. */
static char *
whole_text(PopplerPage *page, Point ends[static 2])
{
    char *text = NULL;

    for (int i = 0; i < 3; i++) {
        g_free(text);
        text = stretch(page, ends[i % 2], &ends[1 - i % 2]);
    }
    return text;
}

static glong
count_letters(const char *text)
{
    glong count = 0;

    for (; *text != '\0'; text = g_utf8_next_char(text))
        count += !is_mark(g_utf8_get_char(text));
    return count;
}

/* A rectangle for every letter of @text, which stands between @ends, but for the marks; NULL when
 * poppler tells of more or fewer. Free with g_free(). */
static PopplerRectangle *
boxes_of(PopplerPage *page, const char *text, const Point ends[static 2])
{
    PopplerRectangle area = { ends[0].x, ends[0].y, ends[1].x, ends[1].y };
    PopplerRectangle *boxes = NULL;
    guint count = 0;

    if (poppler_page_get_text_layout_for_area(page, &area, &boxes, &count) &&
        count_letters(text) == (glong) count)
        return boxes;
    g_free(boxes);
    return NULL;
}

static void
list_text(PopplerPage *page, int number)
{
    g_autofree char *plain = poppler_page_get_text(page);
    g_autofree char *whole = NULL;
    const char *text = plain;
    Point ends[2] = { { 0, 0 }, { 0, 0 } };
    bool rtl = plain == NULL || *plain == '\0' || has_marks(plain);

    poppler_page_get_size(page, &ends[1].x, &ends[1].y);
    double height = ends[1].y;
    if (rtl) {
        ends[1] = ends[0];
        text = whole = whole_text(page, ends);
    }
    g_autofree PopplerRectangle *boxes = boxes_of(page, text, ends);
    list_letters(text, rtl ? NULL : boxes, number);
    if (boxes != NULL)
        list_words(text, boxes, number, height);
}

/* --- links --------------------------------------------------------------------------------- */

static const char *const action_names[] = {
    [POPPLER_ACTION_UNKNOWN] = "unknown",       [POPPLER_ACTION_NONE] = "none",
    [POPPLER_ACTION_GOTO_DEST] = "goto",        [POPPLER_ACTION_GOTO_REMOTE] = "goto-file",
    [POPPLER_ACTION_LAUNCH] = "launch",         [POPPLER_ACTION_URI] = "uri",
    [POPPLER_ACTION_NAMED] = "named",           [POPPLER_ACTION_MOVIE] = "movie",
    [POPPLER_ACTION_RENDITION] = "rendition",   [POPPLER_ACTION_OCG_STATE] = "layers",
    [POPPLER_ACTION_JAVASCRIPT] = "javascript", [POPPLER_ACTION_RESET_FORM] = "reset-form",
};

static const char *
action_target(const PopplerAction *action)
{
    return action->type == POPPLER_ACTION_URI           ? action->uri.uri
           : action->type == POPPLER_ACTION_LAUNCH      ? action->launch.file_name
           : action->type == POPPLER_ACTION_GOTO_REMOTE ? action->goto_remote.file_name
                                                        : NULL;
}

/* Appends @text without white space and marks. */
static void
add_bare(GString *words, const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (!is_mark(c) && !g_unichar_isspace(c))
            g_string_append_unichar(words, c);
    }
}

/* A selection over several lines would hold words of the columns beside it, so one line is asked for,
 * at two heights: in the middle, where a link of one line has its words, and near the top, for one of
 * several lines. */
static void
list_link_words(PopplerPage *page, const PopplerRectangle *area)
{
    const double from_top[] = { (area->y2 - area->y1) / 2, 6 };
    g_autoptr(GString) words = g_string_new(NULL);
    double width, height;

    poppler_page_get_size(page, &width, &height);
    for (size_t i = 0; i < G_N_ELEMENTS(from_top); i++) {
        double y = height - area->y2 + from_top[i];
        g_autofree char *text =
            text_between(page, (Point){ area->x1, y }, (Point){ area->x2, y });

        if (i > 0)
            g_string_append_c(words, ' ');
        add_bare(words, text);
    }
    listing_text(words->str);
}

static void
list_links(PopplerPage *page, int number)
{
    GList *links = poppler_page_get_link_mapping(page);

    for (const GList *at = links; at != NULL; at = at->next) {
        const PopplerLinkMapping *link = at->data;
        unsigned type = (unsigned) link->action->type;

        listing_begin("link");
        listing_number(number);
        listing_text(type < G_N_ELEMENTS(action_names) ? action_names[type] : "unknown");
        listing_text(action_target(link->action));
        list_rectangle(&link->area);
        list_link_words(page, &link->area);
        listing_end();
    }
    poppler_page_free_link_mapping(links);
}

static void
list_annotations(PopplerPage *page, int number)
{
    GList *annotations = poppler_page_get_annot_mapping(page);

    for (const GList *at = annotations; at != NULL; at = at->next) {
        const PopplerAnnotMapping *mapping = at->data;
        PopplerAnnotType type = poppler_annot_get_annot_type(mapping->annot);

        if (type == POPPLER_ANNOT_LINK)
            continue;
        listing_begin("annotation");
        listing_number(number);
        listing_number((int) type);
        listing_end();
    }
    poppler_page_free_annot_mapping(annotations);
}

void
list_pages(PopplerDocument *document)
{
    int count = poppler_document_get_n_pages(document);

    listing_begin("pages");
    listing_number(count);
    listing_end();
    for (int i = 0; i < count; i++) {
        PopplerPage *page = poppler_document_get_page(document, i);

        if (page == NULL)
            continue;
        list_boxes(page, i + 1);
        list_text(page, i + 1);
        list_links(page, i + 1);
        list_annotations(page, i + 1);
        g_object_unref(page);
    }
}
