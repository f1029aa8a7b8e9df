/* base/nearest.h - "did you mean": the known name closest to a mistyped one. */
#pragma once

/* The one of @count @known names that takes the fewest slips of a typist to become @wanted: a
 * letter left out, added, changed, or swapped with its neighbour; capitals do not matter. The
 * first of equals. NULL when none is near: more than a third of the letters differ. */
const char *nearest_name(const char *wanted, const char *const *known, int count);
