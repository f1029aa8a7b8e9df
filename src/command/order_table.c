/* manifest.csv: a row for every file of an order. */
#include "base/csv.h"
#include "command/order.h"

static const char head[] =
    "file,pack,version,edition,locale,language,audience,format,output,discreet,state,pages,sheets,"
    "paper,size,duplex,copies,contacts_valid_until,sha256\r\n";

/* "Srpski", or both of a pair. */
static char *
languages_of(const Variant *variant)
{
    if (variant->second == NULL)
        return g_strdup(variant->locale->autonym);
    return g_strdup_printf("%s + %s", variant->locale->autonym, variant->second->autonym);
}

static void
add_row(GString *table, const Job *job, const Made *made, const MadeFile *file)
{
    const Variant *variant = &job->variant;
    const Date *until = &made->contacts_until;
    g_autofree char *locales = variant_locales(variant), *languages = languages_of(variant);
    bool paper = order_sheets(job, made, file) > 0; /* else it is for screens */
    g_autofree char *pages = g_strdup_printf("%d", made->pages);
    g_autofree char *sheets = g_strdup_printf("%d", order_sheets(job, made, file));
    g_autofree char *copies = g_strdup_printf("%d", job->copies);
    g_autofree char *size = order_paper_size(variant->format);
    g_autofree char *day = date_is_none(*until) ? NULL
                                                : g_strdup_printf("%04d-%02d-%02d", until->year,
                                                                  until->month, until->day);
    const char *const fields[] = { file->name,
                                   variant->pack->code,
                                   variant->pack->version,
                                   made->edition,
                                   locales,
                                   languages,
                                   variant->audience->id,
                                   variant->format->id,
                                   order_output(file),
                                   variant->discreet ? "yes" : "no",
                                   variant->release ? "release" : "draft",
                                   pages,
                                   sheets,
                                   paper ? job->paper : NULL,
                                   paper ? size : NULL,
                                   paper ? order_duplex(variant->format) : NULL,
                                   paper ? copies : NULL,
                                   day,
                                   file->sha256 };

    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        csv_append(table, fields[i], i == G_N_ELEMENTS(fields) - 1);
}

GBytes *
order_table(const Batch *batch)
{
    GString *table = g_string_new(head);

    for (int i = 0; i < batch->jobs->count; i++) {
        const Made *made = batch->made->pdata[i];

        for (guint k = 0; made != NULL && k < made->files->len; k++)
            add_row(table, &batch->jobs->items[i], made,
                    &g_array_index(made->files, MadeFile, k));
    }
    return g_string_free_to_bytes(table);
}
