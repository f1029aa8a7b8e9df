/* output/finish/sfnt.h - how font files write numbers, and hold tables. */
#pragma once
#include <glib.h>

unsigned font_u16(const char *at);
unsigned font_u32(const char *at);
int font_s16(const char *at);

void font_add_u16(GString *out, int number);
void font_add_u32(GString *out, size_t number);
void font_set_u16(GString *out, size_t at, int number);

typedef struct SfntTable {
    const char *name; /* "glyf" */
    GString *bytes;   /* NULL: the font has none */
} SfntTable;

/* The file of a font. @tables are in the order of their names, and get bytes of padding. */
GString *sfnt_join(const SfntTable *tables, int count);
