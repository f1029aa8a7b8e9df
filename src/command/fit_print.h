/* command/fit_print.h - what `rightspack fit` found, for people and for programs.
 * @fits are those of the jobs, in their order; NULL where an error has been told instead.
 *
 * For programs: one object a leaflet and line, never localised. Lengths are millimetres with one
 * decimal, heights those of all columns of a panel together, sizes points.
 *
 *   pack, locale, format, audience    which leaflet
 *   fits          false: at no size of the format
 *   size_pt       the largest at which it fits; the format's least where none does
 *   pages
 *   untranslated  strings measured in the source language, for want of a translation
 *   panels        [{panel, page, used_mm, free_mm, over_mm}] in reading order; over_mm: what does
 *                 not fit
 *   obstacle      what keeps it from `size_pt` of its own, the next larger (of a leaflet that
 *                 does not fit: the least); null: there is no larger. It has
 *                   panel, over_mm          the panel with the most that does not fit
 *                   pages, extra_mm         more pages than the format aims at; the height of
 *                                           what stands on them
 *                   section, shorten_mm     or it is enough when so much less stands in this
 *                                           section: its end takes a whole column
 *                   word, word_over_mm, key a word wider than its column, and where it is from
 *   strings       [{key, file, line, locale, meant, panel, characters, height_mm, budget}] the
 *                 20 that take most room; of a leaflet that does not fit, of those in the way.
 *                 `meant`: the language it is not translated into, and set in another. With
 *                 --budgets all of them; `budget` is how many characters, of that language and as
 *                 printed, it may have before the leaflet fits at no size, all else equal; 0: it
 *                 does not fit and would not without this string; absent: nothing limits it, for
 *                 pages go on as long as there is text */
#pragma once
#include "command/jobs.h"
#include "model/fit.h"

/* With @all every string is listed. */
void fit_print_json(const Jobs *jobs, const GPtrArray *fits, bool all);

/* A table of all leaflets, then the panels and the five largest strings of those that do not fit;
 * of all when @options are verbose. */
void fit_print_tables(const Jobs *jobs, const GPtrArray *fits, const Options *options);
