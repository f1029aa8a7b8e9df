/* Messages on their way from one process to another: how many there are, then of each its numbers as they lie in memory
 * and its strings with their NUL. A leaflet may say much, and a GVariant of many small values is slow; whoever looks
 * whether a variant is sound looks at each of its elements, so they are large ones. */
#include "base/diag.h"

#include <string.h>

static void
pack_string(GByteArray *bytes, const char *text)
{
    g_byte_array_append(bytes, (const guint8 *) text, (guint) strlen(text) + 1);
}

static void
pack_diag(GByteArray *bytes, const Diag *diag)
{
    const gint32 numbers[] = { (gint32) diag->code, (gint32) diag->severity, diag->where.line,
                               diag->where.column };
    g_autofree char *file =
        diag->where.file != NULL ? g_utf8_make_valid(diag->where.file, -1) : g_strdup("");

    g_byte_array_append(bytes, (const guint8 *) numbers, sizeof numbers);
    pack_string(bytes, file);
    pack_string(bytes, diag->message);
    pack_string(bytes, diag->about != NULL ? diag->about : "");
}

GVariant *
diags_to_variant(const Diags *diags)
{
    static const guint8 padding[sizeof(guint64)] = { 0 };
    GByteArray *bytes = g_byte_array_new();
    guint64 count = diags_count(diags);

    g_byte_array_append(bytes, (const guint8 *) &count, sizeof count);
    for (unsigned i = 0; i < diags_count(diags); i++)
        pack_diag(bytes, diags_find(diags, i));
    g_byte_array_append(bytes, padding, -bytes->len % sizeof padding);
    g_autoptr(GBytes) packed = g_byte_array_free_to_bytes(bytes);
    return g_variant_new_from_bytes(G_VARIANT_TYPE(DIAGS_VARIANT_TYPE), packed, TRUE);
}

/* The string at @at, which goes on behind it. */
static const char *
unpack_string(const char **at, const char *end)
{
    const char *text = *at;
    const char *nul = memchr(text, '\0', (size_t) (end - text));

    g_assert(nul != NULL);
    *at = nul + 1;
    return text;
}

static void
unpack_diag(Diags *diags, const char **at, const char *end)
{
    gint32 numbers[4];

    g_assert((size_t) (end - *at) >= sizeof numbers);
    memcpy(numbers, *at, sizeof numbers);
    *at += sizeof numbers;
    const char *file = unpack_string(at, end);
    const char *message = unpack_string(at, end);
    const char *about = unpack_string(at, end);
    g_assert(numbers[0] >= 0 && numbers[0] < DIAG_CODE_COUNT && numbers[1] >= 0 &&
             numbers[1] <= SEVERITY_ERROR);

    const Where where = { *file != '\0' ? file : NULL, numbers[2], numbers[3] };
    diags_add_one(diags, (Diag){ (DiagCode) numbers[0], (Severity) numbers[1], where, message,
                                 *about != '\0' ? about : NULL });
}

void
diags_add_variant(Diags *diags, GVariant *variant)
{
    gsize size;
    const guint64 *packed = g_variant_get_fixed_array(variant, &size, sizeof *packed);

    g_assert(size > 0);
    const char *at = (const char *) (packed + 1);
    for (guint64 i = 0; i < packed[0]; i++)
        unpack_diag(diags, &at, (const char *) (packed + size));
}
