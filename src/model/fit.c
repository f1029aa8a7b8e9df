#include "model/fit.h"

void
fit_free(Fit *fit)
{
    if (fit != NULL)
        arena_free(fit->arena);
}
