/* model/contrast.h - WCAG 2 contrast of two colours: https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
#pragma once
#include "model/format.h"

/* 1 (the same) to 21 (black on white). */
double colour_contrast(Colour a, Colour b);
