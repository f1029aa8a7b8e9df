#include "output/finish/ground.h"

#include "output/finish/colour.h"

Ground
ground_new(GString *out, const Palette *palette)
{
    return (Ground){ .out = out, .palette = palette, .fill = -1, .stroke = -1 };
}

void
ground_fill(Ground *ground, Ink ink)
{
    if (ground->fill == (int) ink)
        return;
    colour_set(ground->out, &ground->palette->inks[ink], false, ground->palette);
    ground->fill = (int) ink;
}

void
ground_stroke(Ground *ground, Ink ink, double width)
{
    if (ground->stroke != (int) ink)
        colour_set(ground->out, &ground->palette->inks[ink], true, ground->palette);
    ground->stroke = (int) ink;
    if (width == 0 || width == ground->width)
        return;
    write_length(ground->out, width);
    g_string_append(ground->out, " w\n");
    ground->width = width;
}
