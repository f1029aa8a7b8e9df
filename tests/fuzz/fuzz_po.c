/* Any bytes as a PO file: nothing may crash or hang. What is kept of it must be text that can
 * be printed, so every entry found is also put into Latin letters. */
#include "translate/catalog.h"

#include "translate/entry.h"
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
    return 0;
}
