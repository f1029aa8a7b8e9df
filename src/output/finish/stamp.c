#include "output/finish/stamp.h"

#include "output/finish/content.h"
#include "output/finish/read.h"
#include "output/finish/write.h"

#include <cairo-pdf.h>
#include <string.h>

/* Cairo sets this state in every content; it is how content begins anyway. */
static const char opaque[] = "/a0 gs";

/* Cairo's content begins with turning the page upside down. Where a stamp is put, it is already. */
static const char turn_begins[] = "1 0 0 -1 0 ", turn_ends[] = " cm\n";

struct Stamp {
    GString *content;
};

void
stamp_free(Stamp *stamp)
{
    if (stamp == NULL)
        return;
    g_string_free(stamp->content, TRUE);
    g_free(stamp);
}

static cairo_status_t
append(void *closure, const unsigned char *bytes, unsigned int length)
{
    g_byte_array_append(closure, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw_alone(Painter *painter, const Item *item, const Palette *palette, GError **error)
{
    GByteArray *bytes = g_byte_array_new();
    Rect rect = { 0, 0, item->rect.width, item->rect.height };
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append, bytes, rect.width, rect.height);
    cairo_t *cr = cairo_create(surface);

    drawing_paint(painter, cr, item->icon, rect, false, palette, item->ink);
    cairo_show_page(cr);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);

    g_autoptr(GBytes) made = g_byte_array_free_to_bytes(bytes);
    return drawing_succeeded(status, error) ? g_steal_pointer(&made) : NULL;
}

/* The content of the only page, in the colours of print. */
static bool
take_content(GString *out, GBytes *pdf, const Palette *palette, GError **error)
{
    Bytes file, plain;

    file.start = g_bytes_get_data(pdf, &file.size);
    g_autoptr(Source) source = source_read(file, error);
    if (source == NULL)
        return false;
    Bytes pages = source_find(source, source_find(source, source->trailer, "/Root"), "/Pages");
    Lexer kids = value_inside(source_find(source, pages, "/Kids"));
    Bytes kid;
    int number = lex_value(&kids, &kid) ? bytes_reference(kid) : 0;

    if (number <= 0 || number >= source->count)
        return read_fail(error, "a pictogram has no page");
    int content = bytes_reference(dict_find(source->objects[number].value, "/Contents"));
    if (content <= 0 || content >= source->count)
        return read_fail(error, "a pictogram has no content");
    if (!source_inflate(source, content, &plain, error) ||
        !content_rewrite(out, plain, palette, NULL, error))
        return false;
    g_string_replace(out, opaque, "", 0);
    const char *turned = strstr(out->str, turn_ends);
    if (!g_str_has_prefix(out->str, turn_begins) || turned == NULL)
        return read_fail(error, "a pictogram does not begin as expected");
    g_string_erase(out, 0, turned + strlen(turn_ends) - out->str);
    return true;
}

/* --- shorter ------------------------------------------------------------------------------- */

enum { MOST_OPERANDS = 8 };

/* Colours need a decimal more than lengths, and what lengths are multiplied by stays as it is. */
static void
write_operand(GString *out, Bytes operand, Bytes operator)
{
    bool is_colour = operator.size == 2 && g_ascii_tolower(operator.start[0]) == 'r' &&
                     g_ascii_tolower(operator.start[1]) == 'g';

    if (memchr(operand.start, '.', operand.size) == NULL || bytes_are(operator, "cm"))
        g_string_append_len(out, operand.start, (gssize) operand.size);
    else if (is_colour)
        write_number(out, bytes_number(operand));
    else
        write_length(out, bytes_number(operand));
    g_string_append_c(out, ' ');
}

/* Cairo's content in fewer bytes: an operator a line, lengths as the scribe writes them. */
static GString *
shorten(Bytes content)
{
    GString *out = g_string_sized_new(content.size);
    Lexer lexer = lexer_new(content);
    Bytes operands[MOST_OPERANDS];
    int count = 0;

    for (Token token = lex_token(&lexer); token.kind != TOKEN_END; token = lex_token(&lexer)) {
        if (token.kind != TOKEN_WORD && count < MOST_OPERANDS) {
            operands[count++] = token.bytes;
            continue;
        }
        for (int i = 0; i < count; i++)
            write_operand(out, operands[i], token.bytes);
        count = 0;
        g_string_append_len(out, token.bytes.start, (gssize) token.bytes.size);
        g_string_append_c(out, token.kind == TOKEN_WORD ? '\n' : ' ');
    }
    return out;
}

/* --- the whole ----------------------------------------------------------------------------- */

/* So that nothing of it stands outside its box. */
static void
clip_to(GString *out, Rect rect)
{
    g_autoptr(GString) clip = g_string_new("0 0 ");

    write_length(clip, rect.width);
    g_string_append_c(clip, ' ');
    write_length(clip, rect.height);
    g_string_append(clip, " re W n\n");
    g_string_prepend_len(out, clip->str, (gssize) clip->len);
}

Stamp *
stamp_new(Painter *painter, const Item *item, const Palette *palette, GError **error)
{
    g_autoptr(GBytes) pdf = draw_alone(painter, item, palette, error);
    g_autoptr(GString) content = g_string_new(NULL);

    if (pdf == NULL || !take_content(content, pdf, palette, error))
        return NULL;
    Stamp *stamp = g_new0(Stamp, 1);
    stamp->content = shorten(bytes_of_string(content));
    clip_to(stamp->content, item->rect);
    return stamp;
}

void
stamp_write(const Stamp *stamp, GString *out, const cairo_matrix_t *matrix)
{
    g_string_append(out, "q ");
    write_matrix(out, matrix);
    g_string_append_len(out, stamp->content->str, (gssize) stamp->content->len);
    g_string_append(out, "Q\n");
}
