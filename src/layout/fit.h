/* layout/fit.h - one leaflet at one body size after the other. */
#pragma once
#include "layout/columns.h"

/* A leaflet whose size is looked for. */
typedef struct Fitting {
    const Document *document;
    Shapes *shapes;
    const Shaped *shaped;
    int most_pages; /* those needed at the size the format aims at: no larger size may take more */
} Fitting;

/* Shapes every phrase; in @arena. */
Fitting fitting_new(const Document *document, Shapes *shapes, Arena *arena);
/* Everything measured at one size, to fill columns with. */
Setting fitting_set(const Fitting *fitting, Arena *scratch, double body);
/* The largest size that fits; the format's least where none does. */
double fitting_choose(const Fitting *fitting);
/* The next of the sizes tried above @body; 0: it is the largest of the format and the locale. */
double fitting_larger(const Fitting *fitting, double body);

/* The least size that may be chosen. */
double fitting_least(const Fitting *fitting);
/* Characters of @part as printed. */
int said_characters(const Phrase *phrase, const Said *part);
/* What stands in @columns, the highest first; of those that do not hold everything, only what takes the
 * room that is missing. An array of StringCost without budgets; free with g_array_unref(). */
GArray *columns_strings(const Document *document, const Columns *columns);
/* Fills in the budgets of @strings. */
void fitting_find_budgets(const Fitting *fitting, StringCost *strings, int count);
/* Of a leaflet that does not fit, the strings of which one alone need only be shorter, as `over-budget`. */
void fitting_report_budgets(const Fitting *fitting, const Columns *columns, Diags *diags);

/* Every phrase with a character that no font has. */
void fitting_report_glyphs(const Fitting *fitting, Diags *diags);
