/* base/geometry.h - lengths and rectangles.
 * Every length in the program is a point (1/72 inch, double) after loading; x grows to the right
 * and y downwards from the sheet's top left corner. Files speak millimetres; mm() is the only
 * place where they become points. */
#pragma once

typedef struct Size {
    double width, height;
} Size;

typedef struct Rect {
    double x, y, width, height;
} Rect;

static inline double
mm(double millimetres)
{
    return millimetres * 72.0 / 25.4;
}

static inline double
to_mm(double points)
{
    return points * 25.4 / 72.0;
}
