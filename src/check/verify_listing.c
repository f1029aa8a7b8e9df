#include "check/verify_listing.h"

#include <string.h>

enum { MOST_FIELDS = 8 };
enum {
    MOST_LINES = 8000,
    MOST_WORDS = 40000,
    MOST_ELEMENTS = 4000
}; /* twenty times what a leaflet has */

/* The fields of one line after its keyword; those that are not there are "". */
typedef struct Fields {
    const char *items[MOST_FIELDS];
} Fields;

static int
number_at(const Fields *fields, int index)
{
    gint64 number = g_ascii_strtoll(fields->items[index], NULL, 10);

    return (int) CLAMP(number, 0, G_MAXINT);
}

static double
length_at(const Fields *fields, int index)
{
    return g_ascii_strtod(fields->items[index], NULL);
}

/* --- one function a keyword ---------------------------------------------------------------- */

static void
read_unreadable(PdfListing *listing, const Fields *fields)
{
    listing->unreadable = fields->items[0];
}

static void
read_entry(PdfListing *listing, const Fields *fields)
{
    ListedEntry entry = { fields->items[0], fields->items[1] };

    g_array_append_val(listing->entries, entry);
}

static void
read_metadata(PdfListing *listing, const Fields *fields)
{
    listing->metadata = fields->items[0];
}

static void
read_permission(PdfListing *listing, const Fields *fields)
{
    (void) fields;
    listing->permissions++;
}

static void
read_extra(PdfListing *listing, const Fields *fields)
{
    ListedEntry extra = { fields->items[0], fields->items[1] };

    g_array_append_val(listing->extras, extra);
}

static void
read_page_count(PdfListing *listing, const Fields *fields)
{
    listing->page_count = number_at(fields, 0);
}

static void
read_page(PdfListing *listing, const Fields *fields)
{
    ListedPage page = { .number = number_at(fields, 0),
                        .width = length_at(fields, 1),
                        .height = length_at(fields, 2) };

    for (int i = 0; i < 4; i++)
        page.crop[i] = length_at(fields, 3 + i);
    g_array_append_val(listing->pages, page);
}

static void
read_line(PdfListing *listing, const Fields *fields)
{
    ListedLine line = { number_at(fields, 0), fields->items[1] };

    listing->excessive |= listing->lines->len == MOST_LINES;
    if (listing->lines->len < MOST_LINES)
        g_array_append_val(listing->lines, line);
}

static void
read_word(PdfListing *listing, const Fields *fields)
{
    ListedWord word = { .page = number_at(fields, 0), .text = fields->items[5] };

    for (int i = 0; i < 4; i++)
        word.box[i] = length_at(fields, 1 + i);
    listing->excessive |= listing->words->len == MOST_WORDS;
    if (listing->words->len < MOST_WORDS)
        g_array_append_val(listing->words, word);
}

static void
read_bookmark(PdfListing *listing, const Fields *fields)
{
    ListedEntry bookmark = { "bookmark", fields->items[1] };

    listing->excessive |= listing->bookmarks->len == MOST_ELEMENTS;
    if (listing->bookmarks->len < MOST_ELEMENTS)
        g_array_append_val(listing->bookmarks, bookmark);
}

static void
read_link(PdfListing *listing, const Fields *fields)
{
    ListedLink link = { number_at(fields, 0), fields->items[1], fields->items[2],
                        fields->items[7] };

    g_array_append_val(listing->links, link);
}

static void
read_annotation(PdfListing *listing, const Fields *fields)
{
    (void) fields;
    listing->annotations++;
}

static void
read_font(PdfListing *listing, const Fields *fields)
{
    ListedFont font = { fields->items[0], strcmp(fields->items[2], "embedded") == 0 };

    g_array_append_val(listing->fonts, font);
}

static void
read_tagged(PdfListing *listing, const Fields *fields)
{
    listing->tagged = strcmp(fields->items[0], "yes") == 0;
}

static void
read_element(PdfListing *listing, const Fields *fields)
{
    ListedElement element = { .type = fields->items[1],
                              .page = number_at(fields, 2),
                              .language = fields->items[3],
                              .alt = fields->items[4],
                              .text = fields->items[6] };

    listing->excessive |= listing->elements->len == MOST_ELEMENTS;
    if (listing->elements->len < MOST_ELEMENTS)
        g_array_append_val(listing->elements, element);
}

static void
read_end(PdfListing *listing, const Fields *fields)
{
    (void) fields;
    listing->whole = true;
}

static const struct {
    const char *keyword;
    void (*read)(PdfListing *listing, const Fields *fields);
} keywords[] = {
    { "unreadable", read_unreadable },
    { "info", read_entry },
    { "metadata", read_metadata },
    { "may", read_permission },
    { "has", read_extra },
    { "pages", read_page_count },
    { "page", read_page },
    { "text", read_line },
    { "word", read_word },
    { "bookmark", read_bookmark },
    { "link", read_link },
    { "annotation", read_annotation },
    { "font", read_font },
    { "tagged", read_tagged },
    { "element", read_element },
    { "end", read_end },
};

/* --- lines --------------------------------------------------------------------------------- */

/* \n, \t, \\ and \xNN: of control characters only line feed and tab come back. */
static const char *
unescape(Arena *arena, const char *field)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (; *field != '\0'; field++) {
        if (*field != '\\' || field[1] == '\0') {
            g_string_append_c(text, *field);
            continue;
        }
        field++;
        if (*field == 'x' && g_ascii_isxdigit(field[1]) && g_ascii_isxdigit(field[2])) {
            g_string_append_c(text, ' ');
            field += 2;
        } else {
            g_string_append_c(text, *field == 'n' ? '\n' : *field == 't' ? '\t' : *field);
        }
    }
    return arena_strdup(arena, text->str);
}

static void
read_fields(PdfListing *listing, const char *line)
{
    g_auto(GStrv) parts = g_strsplit(line, "\t", 1 + MOST_FIELDS);
    Fields fields;
    int count = (int) g_strv_length(parts);

    for (int i = 0; i < MOST_FIELDS; i++)
        fields.items[i] = i + 1 < count ? unescape(listing->arena, parts[i + 1]) : "";
    for (size_t i = 0; count > 0 && i < G_N_ELEMENTS(keywords); i++)
        if (strcmp(parts[0], keywords[i].keyword) == 0)
            keywords[i].read(listing, &fields);
}

PdfListing *
pdf_listing_parse(const char *text)
{
    PdfListing *listing = g_new0(PdfListing, 1);
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_auto(GStrv) lines = g_strsplit(valid, "\n", -1);

    listing->arena = arena_new();
    listing->entries = g_array_new(FALSE, FALSE, sizeof(ListedEntry));
    listing->extras = g_array_new(FALSE, FALSE, sizeof(ListedEntry));
    listing->pages = g_array_new(FALSE, FALSE, sizeof(ListedPage));
    listing->lines = g_array_new(FALSE, FALSE, sizeof(ListedLine));
    listing->words = g_array_new(FALSE, FALSE, sizeof(ListedWord));
    listing->bookmarks = g_array_new(FALSE, FALSE, sizeof(ListedEntry));
    listing->links = g_array_new(FALSE, FALSE, sizeof(ListedLink));
    listing->fonts = g_array_new(FALSE, FALSE, sizeof(ListedFont));
    listing->elements = g_array_new(FALSE, FALSE, sizeof(ListedElement));
    for (int i = 0; lines[i] != NULL; i++)
        read_fields(listing, lines[i]);
    return listing;
}

void
pdf_listing_free(PdfListing *listing)
{
    if (listing == NULL)
        return;
    g_array_unref(listing->entries);
    g_array_unref(listing->extras);
    g_array_unref(listing->pages);
    g_array_unref(listing->lines);
    g_array_unref(listing->words);
    g_array_unref(listing->bookmarks);
    g_array_unref(listing->links);
    g_array_unref(listing->fonts);
    g_array_unref(listing->elements);
    arena_free(listing->arena);
    g_free(listing);
}
