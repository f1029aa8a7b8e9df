#include "output/finish/lettering.h"

struct Lettering {
    Painter *painter;
    GPtrArray *typefaces;
    GArray *numbers; /* of every typeface its object, once it has one */
};

Lettering *
lettering_new(Painter *painter)
{
    Lettering *lettering = g_new0(Lettering, 1);

    lettering->painter = painter;
    lettering->typefaces = g_ptr_array_new_with_free_func((GDestroyNotify) typeface_free);
    lettering->numbers = g_array_new(FALSE, FALSE, sizeof(int));
    return lettering;
}

void
lettering_free(Lettering *lettering)
{
    if (lettering == NULL)
        return;
    g_ptr_array_unref(lettering->typefaces);
    g_array_unref(lettering->numbers);
    g_free(lettering);
}

const Outlines *
lettering_outlines(const Lettering *lettering, cairo_font_face_t *face)
{
    return painter_outlines(lettering->painter, face);
}

/* All that is light stands in one typeface, all that is bold in another: the dictionaries of a font
 * are as large as a script's letters. */
Typeface *
lettering_find(Lettering *lettering, const Outlines *outlines)
{
    for (guint i = 0; i < lettering->typefaces->len; i++) {
        Typeface *typeface = lettering->typefaces->pdata[i];

        if (typeface_outlines(typeface, 0)->bold == outlines->bold &&
            typeface_face(typeface, outlines) >= 0)
            return typeface;
    }
    Typeface *typeface = typeface_new(outlines->em);
    typeface_face(typeface, outlines);
    g_ptr_array_add(lettering->typefaces, typeface);
    return typeface;
}

int
lettering_name(const Lettering *lettering, const Typeface *typeface)
{
    guint name = 0;

    g_ptr_array_find(lettering->typefaces, typeface, &name);
    return (int) name;
}

void
lettering_write_names(const Lettering *lettering, GString *out, Writer *writer)
{
    for (guint i = 0; i < lettering->typefaces->len; i++) {
        if (i == lettering->numbers->len) {
            int number = writer_reserve(writer);

            g_array_append_val(lettering->numbers, number);
        }
        write_integer(out, "/F", (int) i);
        write_reference(out, " ", g_array_index(lettering->numbers, int, i));
    }
}

void
lettering_write(const Lettering *lettering, Writer *writer)
{
    for (guint i = 0; i < lettering->numbers->len; i++)
        typeface_write(lettering->typefaces->pdata[i],
                       g_array_index(lettering->numbers, int, i), writer);
}
