#include "output/finish/scribe.h"

#include "output/finish/image.h"
#include "output/finish/stamp.h"
#include "output/finish/words.h"

struct Scribe {
    Painter *painter;
    bool rtl;
    Lettering *lettering;
    GPtrArray *pictures;     /* of Picture, borrowed */
    GArray *picture_numbers; /* of every one its object, once it has one */
    GPtrArray *passages;
    Passage *open; /* the last of them, or NULL */
    Ground ground; /* what is known of the graphics state in it */
};

static void
passage_free(gpointer passage)
{
    g_string_free(((Passage *) passage)->content, TRUE);
    g_array_unref(((Passage *) passage)->pieces);
    g_free(passage);
}

Scribe *
scribe_new(Painter *painter, bool rtl)
{
    Scribe *scribe = g_new0(Scribe, 1);

    scribe->painter = painter;
    scribe->rtl = rtl;
    scribe->lettering = lettering_new(painter);
    scribe->pictures = g_ptr_array_new();
    scribe->picture_numbers = g_array_new(FALSE, FALSE, sizeof(int));
    scribe->passages = g_ptr_array_new_with_free_func(passage_free);
    return scribe;
}

void
scribe_free(Scribe *scribe)
{
    if (scribe == NULL)
        return;
    lettering_free(scribe->lettering);
    g_ptr_array_unref(scribe->pictures);
    g_array_unref(scribe->picture_numbers);
    g_ptr_array_unref(scribe->passages);
    g_free(scribe);
}

/* --- shapes -------------------------------------------------------------------------------- */

/* A pencil that writes. */
typedef struct Quill {
    Ground *ground;
    const Stroke *stroke; /* NULL: fill */
} Quill;

static void
write_point(GString *out, double x, double y)
{
    write_length(out, x);
    g_string_append_c(out, ' ');
    write_length(out, y);
    g_string_append_c(out, ' ');
}

static bool
is_dashed(const Stroke *stroke)
{
    return stroke != NULL && stroke->dashes[0] > 0;
}

static void
quill_begin(void *user, Ink ink, const Stroke *stroke)
{
    Quill *quill = user;
    GString *out = quill->ground->out;

    quill->stroke = stroke;
    if (stroke == NULL) {
        ground_fill(quill->ground, ink);
        return;
    }
    ground_stroke(quill->ground, ink, is_dashed(stroke) ? 0 : stroke->width);
    if (!is_dashed(stroke))
        return;
    g_string_append(out, "q 1 0 ");
    write_point(out, stroke->lean, 1);
    write_point(out, stroke->x, stroke->y);
    g_string_append(out, "cm ");
    write_length(out, stroke->width);
    g_string_append(out, " w[");
    write_point(out, stroke->dashes[0], stroke->dashes[1]);
    g_string_append(out, "]0 d\n");
}

static void
quill_move(void *user, double x, double y)
{
    GString *out = ((Quill *) user)->ground->out;

    write_point(out, x, y);
    g_string_append(out, "m ");
}

static void
quill_line(void *user, double x, double y)
{
    GString *out = ((Quill *) user)->ground->out;

    write_point(out, x, y);
    g_string_append(out, "l ");
}

static void
quill_curve(void *user, const double points[6])
{
    GString *out = ((Quill *) user)->ground->out;

    for (int i = 0; i < 6; i += 2)
        write_point(out, points[i], points[i + 1]);
    g_string_append(out, "c ");
}

static void
quill_rectangle(void *user, Rect rect)
{
    GString *out = ((Quill *) user)->ground->out;

    write_point(out, rect.x, rect.y);
    write_point(out, rect.width, rect.height);
    g_string_append(out, "re ");
}

static void
quill_close(void *user)
{
    g_string_append(((Quill *) user)->ground->out, "h ");
}

static void
quill_end(void *user)
{
    const Quill *quill = user;

    g_string_append(quill->ground->out, quill->stroke == NULL      ? "f\n"
                                        : is_dashed(quill->stroke) ? "S Q\n"
                                                                   : "S\n");
}

/* --- items --------------------------------------------------------------------------------- */

static bool
write_icon(Scribe *scribe, const Item *item, const cairo_matrix_t *matrix, GError **error)
{
    const Stamp *stamp = drawing_stamp(scribe->painter, item, scribe->ground.palette, error);
    cairo_matrix_t placed = *matrix;

    if (stamp == NULL)
        return false;
    cairo_matrix_translate(
        &placed, item->mirrored ? item->rect.x + item->rect.width : item->rect.x, item->rect.y);
    if (item->mirrored)
        cairo_matrix_scale(&placed, -1, 1);
    stamp_write(stamp, scribe->ground.out, &placed);
    return true;
}

/* In a file a picture is one unit wide and high, whatever its pixels, and stands upright. */
static bool
write_picture(Scribe *scribe, const Item *item, const cairo_matrix_t *matrix)
{
    const Rect *rect = &item->rect;
    cairo_matrix_t placed = { rect->width, 0, 0, -rect->height, rect->x, rect->y + rect->height };
    guint name = scribe->pictures->len;

    if (!g_ptr_array_find(scribe->pictures, item->picture, &name))
        g_ptr_array_add(scribe->pictures, (gpointer) item->picture);
    cairo_matrix_multiply(&placed, &placed, matrix);
    g_string_append(scribe->ground.out, "q ");
    write_matrix(scribe->ground.out, &placed);
    write_integer(scribe->ground.out, "/P", (int) name);
    g_string_append(scribe->ground.out, " Do Q\n");
    return true;
}

static bool
take_words(Scribe *scribe, const Item *item, const cairo_matrix_t *matrix)
{
    if (!words_can_write(scribe->lettering, item))
        return false;
    if (item->line_count > 0)
        words_write(scribe->lettering, &scribe->ground, item, matrix, scribe->rtl);
    return true;
}

static bool
is_identity(const cairo_matrix_t *matrix)
{
    return matrix->xx == 1 && matrix->yx == 0 && matrix->xy == 0 && matrix->yy == 1 &&
           matrix->x0 == 0 && matrix->y0 == 0;
}

static bool
write_shape(Scribe *scribe, const Item *item, const cairo_matrix_t *matrix)
{
    Ground own = scribe->ground;
    Quill quill = { is_identity(matrix) ? &scribe->ground : &own, NULL };
    const Pencil pencil = { quill_begin,     quill_move,  quill_line, quill_curve,
                            quill_rectangle, quill_close, quill_end,  &quill };

    if (is_identity(matrix))
        return shape_draw(&pencil, item);
    g_string_append(own.out, "q ");
    write_matrix(own.out, matrix);
    bool drawn = shape_draw(&pencil, item);
    g_string_append(own.out, "Q\n");
    return drawn;
}

static bool write_item(Scribe *scribe, const Item *item, const cairo_matrix_t *matrix,
                       GError **error);

/* Another leaflet's page, small: in colours of its own, with nothing outside its edges but what is
 * shown beyond them on purpose. */
static bool
write_shown(Scribe *scribe, const Item *item, const cairo_matrix_t *matrix, GError **error)
{
    const Page *page = &item->shown->pages[item->shown_page];
    const Palette *palette = &item->shown->document->variant.format->style->palette;
    Ground outside = scribe->ground;
    cairo_matrix_t shown = shown_matrix(item);
    bool written = true;

    cairo_matrix_multiply(&shown, &shown, matrix);
    g_string_append(outside.out, "q ");
    write_matrix(outside.out, &shown);
    write_point(outside.out, -item->beyond, -item->beyond);
    write_point(outside.out, page->size.width + 2 * item->beyond,
                page->size.height + 2 * item->beyond);
    g_string_append(outside.out, "re W n\n");
    scribe->ground = ground_new(outside.out, palette);
    for (int i = 0; i < page->item_count && written; i++) {
        cairo_matrix_t turned = item_matrix(item->shown, &page->items[i]);

        written = write_item(scribe, &page->items[i], &turned, error);
    }
    g_string_append(outside.out, "Q\n");
    scribe->ground = outside;
    return written;
}

static bool
write_item(Scribe *scribe, const Item *item, const cairo_matrix_t *matrix, GError **error)
{
    switch (item->kind) {
    case ITEM_TEXT:
        return take_words(scribe, item, matrix);
    case ITEM_ICON:
        return write_icon(scribe, item, matrix, error);
    case ITEM_PICTURE:
        return write_picture(scribe, item, matrix);
    case ITEM_PAGE:
        return write_shown(scribe, item, matrix, error);
    default:
        return write_shape(scribe, item, matrix);
    }
}

/* --- passages ------------------------------------------------------------------------------ */

static void
begin_passage(Scribe *scribe, const Palette *palette)
{
    scribe->open = g_new0(Passage, 1);
    scribe->open->content = g_string_sized_new(8 * 1024);
    scribe->open->pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    scribe->ground = ground_new(scribe->open->content, palette);
    g_ptr_array_add(scribe->passages, scribe->open);
}

static void
end_piece(Passage *passage, int leaf)
{
    Piece piece = { leaf, passage->content->len };
    Piece *last = &g_array_index(passage->pieces, Piece, passage->pieces->len - 1);

    if (passage->pieces->len > 0 && last->leaf == leaf)
        last->end = piece.end;
    else
        g_array_append_val(passage->pieces, piece);
}

bool
scribe_take(Scribe *scribe, const Item *item, const Palette *palette,
            const cairo_matrix_t *matrix, GError **error)
{
    if (scribe->open == NULL)
        begin_passage(scribe, palette);
    gsize before = scribe->open->content->len;
    Ground ground = scribe->ground;
    bool taken = write_item(scribe, item, matrix, error);

    if (taken && scribe->open->content->len > before)
        end_piece(scribe->open, item->leaf);
    if (!taken) {
        g_string_truncate(scribe->open->content, before);
        scribe->ground = ground;
    }
    return taken;
}

int
scribe_end_passage(Scribe *scribe)
{
    bool written = scribe->open != NULL && scribe->open->pieces->len > 0;

    if (!written)
        return -1;
    scribe->open = NULL;
    return (int) scribe->passages->len - 1;
}

const Passage *
scribe_passage(const Scribe *scribe, int number)
{
    return scribe != NULL && number < (int) scribe->passages->len
               ? scribe->passages->pdata[number]
               : NULL;
}

/* --- objects ------------------------------------------------------------------------------- */

void
scribe_write_font_names(Scribe *scribe, GString *out, Writer *writer)
{
    lettering_write_names(scribe->lettering, out, writer);
}

void
scribe_write_picture_names(Scribe *scribe, GString *out, Writer *writer)
{
    for (guint i = 0; i < scribe->pictures->len; i++) {
        if (i == scribe->picture_numbers->len) {
            int number = writer_reserve(writer);

            g_array_append_val(scribe->picture_numbers, number);
        }
        write_integer(out, "/P", (int) i);
        write_reference(out, " ", g_array_index(scribe->picture_numbers, int, i));
    }
}

void
scribe_write_objects(const Scribe *scribe, const InkSet *inks, Writer *writer)
{
    lettering_write(scribe->lettering, writer);
    for (guint i = 0; i < scribe->picture_numbers->len; i++)
        image_write(scribe->pictures->pdata[i], g_array_index(scribe->picture_numbers, int, i),
                    inks, writer);
}
