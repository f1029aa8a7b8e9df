#include "output/finish/colour.h"

#include "output/finish/write.h"

#include <math.h>

static bool
is_grey(double red, double green, double blue)
{
    return fabs(red - green) < 1e-5 && fabs(red - blue) < 1e-5;
}

/* The ink of text is a very dark grey on screens. On paper that would be a raster of dots. */
static bool
is_text_ink(double grey, const Palette *palette)
{
    const Colour *ink = &palette->inks[INK_TEXT];

    return is_grey(ink->red, ink->green, ink->blue) && fabs(grey - ink->red) < 1e-5;
}

void
colour_write(GString *out, const Bytes rgb[3], bool stroke, const Palette *palette)
{
    double red = bytes_number(rgb[0]);

    if (!is_grey(red, bytes_number(rgb[1]), bytes_number(rgb[2]))) {
        for (int i = 0; i < 3; i++) {
            g_string_append_len(out, rgb[i].start, (gssize) rgb[i].size);
            g_string_append_c(out, ' ');
        }
        g_string_append(out, stroke ? "RG" : "rg");
        return;
    }
    if (is_text_ink(red, palette))
        g_string_append_c(out, '0');
    else
        g_string_append_len(out, rgb[0].start, (gssize) rgb[0].size);
    g_string_append(out, stroke ? " G" : " g");
}

/* Three decimals tell eight bits apart. */
void
colour_set(GString *out, const Colour *colour, bool stroke, const Palette *palette)
{
    const double parts[] = { colour->red, colour->green, colour->blue };

    if (is_grey(colour->red, colour->green, colour->blue)) {
        write_number(out, is_text_ink(colour->red, palette) ? 0 : colour->red);
        g_string_append(out, stroke ? " G\n" : " g\n");
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        write_number(out, parts[i]);
        g_string_append_c(out, ' ');
    }
    g_string_append(out, stroke ? "RG\n" : "rg\n");
}
