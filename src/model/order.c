#include "model/order.h"

void
order_free(Order *order)
{
    if (order != NULL)
        arena_free(order->arena);
}
