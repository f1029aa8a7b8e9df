/* output/finish/inks.h - content for a press: cyan, magenta, yellow and black in place of the colours
 * of screens. Takes a page's finished content, gives the same without an operator of grey or of red,
 * green and blue, and without marked content. Names what it needs /Overprint, /Knockout. */
#pragma once
#include "model/format.h"
#include "output/finish/lex.h"

typedef enum InkSet {
    INKS_FOUR, /* the palette's own values; what is only grey is only black */
    INKS_BLACK /* every colour as a grey of black ink */
} InkSet;

/* Appends @content to @out. Text is black on the black plate alone and prints over what lies there
 * (overprint mode 1); all else knocks out. Colours that are no ink of @palette are divided by full
 * black generation. */
void inks_rewrite(GString *out, Bytes content, const Palette *palette, InkSet inks);

/* The entries of a page's /ExtGState that the content names. */
extern const char inks_states[];
