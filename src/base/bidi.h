/* base/bidi.h - characters that nobody sees and that reorder the text around them. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Marks, embeddings, overrides and isolates (UAX 9, section 2). */
bool is_bidi_control(gunichar character);
