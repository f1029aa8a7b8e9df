#include "model/page.h"

void
pages_free(Pages *pages)
{
    if (pages != NULL)
        arena_free(pages->arena);
}
