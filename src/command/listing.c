#include "command/listing.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdarg.h>
#include <stdio.h>

typedef struct ListingRow {
    char *texts[LISTING_MOST_COLUMNS];
    const char *colour; /* ANSI; NULL: none */
} ListingRow;

static void
free_row(void *item)
{
    ListingRow *row = item;

    for (int i = 0; i < LISTING_MOST_COLUMNS; i++)
        g_free(row->texts[i]);
    g_free(row);
}

Listing *
listing_new(const char *const *columns)
{
    Listing *listing = g_new0(Listing, 1);

    g_assert(g_strv_length((char **) columns) <= LISTING_MOST_COLUMNS);
    listing->columns = columns;
    listing->indent = "";
    listing->rows = g_ptr_array_new_with_free_func(free_row);
    return listing;
}

void
listing_free(Listing *listing)
{
    if (listing == NULL)
        return;
    g_ptr_array_unref(listing->rows);
    g_free(listing);
}

void
listing_add(Listing *listing, ...)
{
    ListingRow *row = g_new0(ListingRow, 1);
    va_list texts;

    va_start(texts, listing);
    for (int i = 0; listing->columns[i] != NULL; i++)
        row->texts[i] = g_strdup(va_arg(texts, const char *));
    va_end(texts);
    g_ptr_array_add(listing->rows, row);
}

static void
mark(Listing *listing, const char *colour)
{
    ListingRow *row = listing->rows->pdata[listing->rows->len - 1];

    row->colour = colour;
}

void
listing_mark(Listing *listing)
{
    mark(listing, "\033[31m");
}

void
listing_mark_done(Listing *listing)
{
    mark(listing, "\033[32m");
}

/* Cells of a terminal that @text takes. */
static int
cells(const char *text)
{
    int count = 0;

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (!g_unichar_iszerowidth(c))
            count += g_unichar_iswide(c) ? 2 : 1;
    }
    return count;
}

/* Blocks of scripts that are written from right to left. */
static bool
is_rtl(gunichar c)
{
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

static bool
has_rtl(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (is_rtl(g_utf8_get_char(text)))
            return true;
    return false;
}

/* Unseen; keeps columns in their order on terminals that reorder right-to-left text. */
static const char ltr_mark[] = "\u200E";

static const char *
or_dash(const char *text)
{
    return text != NULL ? text : "-";
}

static void
print_texts(const Listing *listing, const char *const *texts, const int *widths)
{
    printf("%s", listing->indent);
    for (int i = 0; listing->columns[i] != NULL; i++) {
        const char *text = or_dash(texts[i]);
        bool last = listing->columns[i + 1] == NULL, number = listing->numbers >> i & 1;
        int room = widths[i] - cells(text);
        bool rtl = has_rtl(text);

        printf("%*s%s%s%s%*s", number ? room : 0, "", rtl && i == 0 ? ltr_mark : "", text,
               rtl && !last ? ltr_mark : "",
               last     ? 0
               : number ? 2
                        : room + 2,
               "");
    }
}

static void
print_row(const Listing *listing, const ListingRow *row, const int *widths)
{
    bool coloured = row->colour != NULL && listing->colour;

    printf("%s", coloured ? row->colour : "");
    print_texts(listing, (const char *const *) row->texts, widths);
    printf("%s\n", coloured ? "\033[0m" : "");
}

static void
print_columns(const Listing *listing)
{
    int widths[LISTING_MOST_COLUMNS] = { 0 };
    const char *titles[LISTING_MOST_COLUMNS] = { NULL };

    for (int i = 0; listing->columns[i] != NULL; i++) {
        titles[i] = _(listing->columns[i]);
        widths[i] = cells(titles[i]);
    }
    for (unsigned i = 0; i < listing->rows->len; i++) {
        const ListingRow *row = listing->rows->pdata[i];

        for (int j = 0; listing->columns[j] != NULL; j++)
            widths[j] = MAX(widths[j], cells(or_dash(row->texts[j])));
    }
    print_texts(listing, titles, widths);
    printf("\n");
    for (unsigned i = 0; i < listing->rows->len; i++)
        print_row(listing, listing->rows->pdata[i], widths);
}

static void
print_json(const Listing *listing, const ListingRow *row)
{
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);

    for (int i = 0; listing->columns[i] != NULL; i++) {
        if (row->texts[i] != NULL)
            json_object_set_string_member(object, listing->columns[i], row->texts[i]);
        else
            json_object_set_null_member(object, listing->columns[i]);
    }
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

void
listing_print(const Listing *listing, bool json)
{
    if (!json) {
        print_columns(listing);
        return;
    }
    for (unsigned i = 0; i < listing->rows->len; i++)
        print_json(listing, listing->rows->pdata[i]);
}
