#include "command/listing.h"

#include <json-glib/json-glib.h>
#include <stdarg.h>
#include <stdio.h>

static void
free_row(void *row)
{
    char **texts = row;

    for (int i = 0; i < LISTING_MOST_COLUMNS; i++)
        g_free(texts[i]);
    g_free(texts);
}

Listing *
listing_new(const char *const *columns)
{
    Listing *listing = g_new0(Listing, 1);

    g_assert(g_strv_length((char **) columns) <= LISTING_MOST_COLUMNS);
    listing->columns = columns;
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
    char **row = g_new0(char *, LISTING_MOST_COLUMNS);
    va_list texts;

    va_start(texts, listing);
    for (int i = 0; listing->columns[i] != NULL; i++)
        row[i] = g_strdup(va_arg(texts, const char *));
    va_end(texts);
    g_ptr_array_add(listing->rows, row);
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

static const char *
or_dash(const char *text)
{
    return text != NULL ? text : "-";
}

static void
print_row(const Listing *listing, char *const *row, const int *widths)
{
    for (int i = 0; listing->columns[i] != NULL; i++) {
        const char *text = or_dash(row[i]);
        bool last = listing->columns[i + 1] == NULL;

        printf("%s%*s", text, last ? 0 : widths[i] - cells(text) + 2, "");
    }
    printf("\n");
}

static void
print_columns(const Listing *listing)
{
    int widths[LISTING_MOST_COLUMNS] = { 0 };

    for (int i = 0; listing->columns[i] != NULL; i++)
        widths[i] = cells(listing->columns[i]);
    for (unsigned i = 0; i < listing->rows->len; i++) {
        char *const *row = listing->rows->pdata[i];

        for (int j = 0; listing->columns[j] != NULL; j++)
            widths[j] = MAX(widths[j], cells(or_dash(row[j])));
    }
    print_row(listing, (char *const *) listing->columns, widths);
    for (unsigned i = 0; i < listing->rows->len; i++)
        print_row(listing, listing->rows->pdata[i], widths);
}

static void
print_json(const Listing *listing, char *const *row)
{
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);

    for (int i = 0; listing->columns[i] != NULL; i++) {
        if (row[i] != NULL)
            json_object_set_string_member(object, listing->columns[i], row[i]);
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
