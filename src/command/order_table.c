/* manifest.csv: a row for every file of an order. */
#include "base/csv.h"
#include "command/order.h"

static const char head[] =
    "file,pack,version,edition,locale,language,audience,format,output,discreet,state,pages,sheets,"
    "up,paper,size,duplex,copies,contacts_valid_until,sha256\r\n";

/* "Srpski", or both of a pair. */
static char *
languages_of(const Variant *variant)
{
    if (variant->second == NULL)
        return g_strdup(variant->locale->autonym);
    return g_strdup_printf("%s + %s", variant->locale->autonym, variant->second->autonym);
}

static void
add_row(GString *table, const Ordered *ordered, int index, const MadeFile *file)
{
    const Job *job = &ordered->batch->jobs->items[index];
    const Made *made = ordered->made->pdata[index];
    const Variant *variant = &job->variant;
    Printing printing;
    bool paper = order_printing(ordered, index, file, &printing); /* else it is for screens */
    g_autofree char *locales = variant_locales(variant), *languages = languages_of(variant);
    g_autofree char *pages = g_strdup_printf("%d", made->pages);
    g_autofree char *sheets = g_strdup_printf("%d", printing.sheets);
    g_autofree char *up = g_strdup_printf("%d", printing.up);
    g_autofree char *copies = g_strdup_printf("%d", job->copies);
    g_autofree char *size = order_paper_size(&printing);
    g_autofree char *day = date_text(made->contacts_until);
    const char *const fields[] = { file->name,
                                   variant->pack->code,
                                   variant->pack->version,
                                   made->edition,
                                   locales,
                                   languages,
                                   variant->audience->id,
                                   variant->format->id,
                                   file->output,
                                   variant->discreet ? "yes" : "no",
                                   variant->release ? "release" : "draft",
                                   pages,
                                   paper ? sheets : "0",
                                   paper ? up : NULL,
                                   paper ? job->paper : NULL,
                                   paper ? size : NULL,
                                   paper ? order_duplex(&printing) : NULL,
                                   paper ? copies : NULL,
                                   day,
                                   file->sha256 };

    csv_append_row(table, fields, G_N_ELEMENTS(fields));
}

GBytes *
order_table(const Ordered *ordered)
{
    GString *table = g_string_new(head);

    for (int i = 0; i < ordered->batch->jobs->count; i++) {
        const Made *made = ordered->made->pdata[i];

        for (guint k = 0; made != NULL && k < made->files->len; k++)
            add_row(table, ordered, i, &g_array_index(made->files, MadeFile, k));
    }
    return g_string_free_to_bytes(table);
}
