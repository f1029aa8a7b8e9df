/* Any bytes as a PO file: nothing may crash or hang. What is kept of it must be text that can
 * be printed, so every entry found is also put into Latin letters. What can be mended has all its
 * words afterwards. */
#include "translate/catalog.h"

#include "translate/entry.h"
#include "translate/mend.h"
#include "translate/merged.h"
#include "translate/serbian.h"

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static void
use_entry(gpointer key, gpointer value, gpointer user)
{
    const Entry *entry = value;

    (void) key;
    (void) user;
    for (int i = 0; i < entry->form_count; i++) {
        g_autofree char *latin = serbian_latin(entry->forms[i]);

        g_assert_true(g_utf8_validate(latin, -1, NULL));
    }
    if (entry->msgid_plural != NULL && !entry->fuzzy)
        g_assert_cmpint(plural_form(entry->plural, 21), <, entry->form_count);
}

/* libgettextpo reads files only; this one is in memory. */
static int
memory_file(const uint8_t *bytes, size_t length)
{
    int file = memfd_create("po", 0);

    g_assert_cmpint(write(file, bytes, length), ==, length);
    return file;
}

static void
mend(const uint8_t *bytes, size_t length, const Locale *locale)
{
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(GBytes) given = g_bytes_new(bytes, length);
    g_autoptr(GBytes) mended = mend_file("p.po", given, locale, diags);

    if (mended == NULL) {
        g_assert_true(diags_have_errors(diags));
        return;
    }
    g_assert_true(g_utf8_validate(g_bytes_get_data(mended, NULL),
                                  (gssize) g_bytes_get_size(mended), NULL));
    merged_free(merged_compare("p.po", mended, mended, diags));
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    const Locale locale = { .tag = "sr", .lang = "sr" };
    const Project project = { .packs = { NULL, 0 } };
    g_autoptr(Diags) diags = diags_new();
    g_autoptr(Catalog) catalog = catalog_load(&project, &locale, diags);
    int file = memory_file(bytes, length);
    g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", file);

    catalog_read_file(catalog, path, "p", diags);
    g_hash_table_foreach(catalog->entries, use_entry, NULL);
    close(file);
    mend(bytes, length, &locale);
    return 0;
}
