/* What is told of a file that came back. */
#include "translate/returned.h"

Returned *
returned_new(void)
{
    Returned *returned = g_new0(Returned, 1);
    GPtrArray **const lists[] = { &returned->added,     &returned->changed, &returned->kept,
                                  &returned->conflicts, &returned->late,    &returned->gone };

    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        *lists[i] = g_ptr_array_new_with_free_func(g_free);
    return returned;
}

void
returned_free(Returned *returned)
{
    if (returned == NULL)
        return;
    GPtrArray *const lists[] = { returned->added,     returned->changed, returned->kept,
                                 returned->conflicts, returned->late,    returned->gone };

    for (size_t i = 0; i < G_N_ELEMENTS(lists); i++)
        g_ptr_array_unref(lists[i]);
    g_clear_pointer(&returned->bytes, g_bytes_unref);
    g_free(returned);
}

bool
returned_is_news(const Returned *returned)
{
    return returned->differs || returned->conflicts->len > 0 || returned->late->len > 0;
}
