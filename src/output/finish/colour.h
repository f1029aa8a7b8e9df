/* output/finish/colour.h - Cairo's colours to those of print.
 * Cairo knows red, green and blue only, and a press would print its black with four inks. */
#pragma once
#include "model/format.h"
#include "output/finish/lex.h"

#include <glib.h>

/* Appends the operator that stands for "red green blue rg", or "... RG" when @stroke: grey has
 * one number, and the grey of text is black. */
void colour_write(GString *out, const Bytes rgb[3], bool stroke, const Palette *palette);
/* Appends the same for @colour. */
void colour_set(GString *out, const Colour *colour, bool stroke, const Palette *palette);
