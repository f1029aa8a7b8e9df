/* model/icons.h - a vector drawing of content/icons, checked on reading. */
#pragma once
#include "base/diag.h"

#include <glib.h>
#include <stdbool.h>

typedef struct Icon {
    const char *id;
    Where where;
    const char *svg; /* checked: no text, scripts or references; NUL-terminated */
    size_t svg_length;
    bool directional; /* mirrored in right-to-left leaflets */
} Icon;
