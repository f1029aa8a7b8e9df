#include "model/contrast.h"

#include <glib.h>
#include <math.h>

static double
linear(double part)
{
    return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double
luminance(Colour colour)
{
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) +
           0.0722 * linear(colour.blue);
}

double
colour_contrast(Colour a, Colour b)
{
    double first = luminance(a), second = luminance(b);

    return (MAX(first, second) + 0.05) / (MIN(first, second) + 0.05);
}
