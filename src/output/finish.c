/* What stands between Cairo's PDF and the file: every leaf was painted once, and the file is whole. */
#include "output/private.h"

#include <string.h>

static bool
leaves_are_painted(const Pages *pages, const LeafLog *log, GError **error)
{
    for (int i = 0; i < pages->leaf_count; i++) {
        if (log->begun[i] == 1 && log->ended[i] == 1)
            continue;
        g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                    "leaf %d of %d was painted %d times, not once", i, pages->leaf_count,
                    log->begun[i]);
        return false;
    }
    return true;
}

static bool
is_whole(GBytes *pdf, GError **error)
{
    static const char begin[] = "%PDF-", end[] = "%%EOF\n";
    gsize size;
    const char *bytes = g_bytes_get_data(pdf, &size);

    if (size > 100 && memcmp(bytes, begin, strlen(begin)) == 0 &&
        memcmp(bytes + size - strlen(end), end, strlen(end)) == 0)
        return true;
    g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                "the drawing library gave %zu bytes that are not a whole PDF", size);
    return false;
}

GBytes *
finish_pdf(GBytes *pdf, const Pages *pages, const LeafLog *log, GError **error)
{
    if (!leaves_are_painted(pages, log, error) || !is_whole(pdf, error))
        return NULL;
    return g_bytes_ref(pdf);
}
