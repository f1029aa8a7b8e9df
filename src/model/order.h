/* model/order.h - what somebody wants printed: which leaflets, as which files, how often, on what. */
#pragma once
#include "model/content.h"

/* Of one leaflet, in one order. */
enum { ORDER_MOST_COPIES = 999999 };

/* Lists that are empty, and sizes that are 0, are as project.yaml and the formats have them. */
typedef struct OrderLine {
    Where where;
    NameList packs, locales, formats, audiences, outputs;
    Answer discreet;
    double size;       /* points */
    int copies;        /* of every leaflet, >= 1 */
    const char *paper; /* the stock, in words; NULL: not said */
} OrderLine;

typedef struct Order {
    Arena *arena;
    const char *name; /* lower-case letters, digits, _ and -; of the folder and the papers */
    Where where;
    bool release;
    const char *profile; /* path of an ICC profile for the press; NULL: none */
    OrderLine all;       /* what lines leave out; they hold it after reading */
    struct {
        const OrderLine *items;
        int count;
    } lines; /* none: the file could not be read */
} Order;

void order_free(Order *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Order, order_free)
