#include "translate/handed.h"

#include "translate/gettext_file.h"
#include "translate/gettext_message.h"
#include "translate/status.h"

#include <string.h>

static const char handed_field[] = "X-Rightspack-Handoff"; /* "hu rs-trafficking" */
static const char base_field[] = "X-Rightspack-Base"; /* prints, without anything between */

enum { PRINT_BYTES = 6, PRINT_LETTERS = 8, DIGEST_BYTES = 32 };

/* --- prints ------------------------------------------------------------------------------- */

/* A message and its translation in 8 letters: the beginning of a SHA-256, in base 64. */
static char *
print_of(const char *key, po_message_t message, bool fuzzy)
{
    GChecksum *checksum = g_checksum_new(G_CHECKSUM_SHA256);
    guint8 digest[DIGEST_BYTES];
    gsize length = sizeof digest;
    const char *form;

    g_checksum_update(checksum, (const guchar *) key, (gssize) strlen(key) + 1);
    for (int i = 0; (form = gettext_message_form(message, i)) != NULL; i++)
        g_checksum_update(checksum, (const guchar *) form, (gssize) strlen(form) + 1);
    g_checksum_update(checksum, (const guchar *) (fuzzy ? "f" : "-"), 1);
    g_checksum_get_digest(checksum, digest, &length);
    g_checksum_free(checksum);
    return g_base64_encode(digest, PRINT_BYTES);
}

/* --- what a file remembers ---------------------------------------------------------------- */

static void
remember_prints(Memory *memory, const char *prints)
{
    for (; strlen(prints) >= PRINT_LETTERS; prints += PRINT_LETTERS)
        g_hash_table_add(memory->known, g_strndup(prints, PRINT_LETTERS));
}

Memory *
memory_new(const char *header)
{
    Memory *memory = g_new0(Memory, 1);
    g_autofree char *handed = header == NULL ? NULL : po_header_field(header, handed_field);
    g_autofree char *prints = header == NULL ? NULL : po_header_field(header, base_field);
    g_auto(GStrv) words = g_strsplit(handed == NULL ? "" : handed, " ", -1);

    memory->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (g_strv_length(words) != 2)
        return memory;
    memory->tag = g_strdup(words[0]);
    memory->domain = g_strdup(words[1]);
    remember_prints(memory, prints == NULL ? "" : prints);
    return memory;
}

void
memory_free(Memory *memory)
{
    if (memory == NULL)
        return;
    g_free(memory->tag);
    g_free(memory->domain);
    g_hash_table_unref(memory->known);
    g_free(memory);
}

bool
memory_has(const Memory *memory, const char *key, po_message_t message, bool fuzzy)
{
    g_autofree char *print = print_of(key, message, fuzzy);

    return g_hash_table_contains(memory->known, print);
}

/* --- handing off -------------------------------------------------------------------------- */

static HandedState
state_of(po_message_t message, bool is_first)
{
    if (!gettext_message_is_translated(message))
        return is_first ? HANDED_NEW : HANDED_REPEATED;
    return po_message_is_fuzzy(message) ? HANDED_FUZZY : HANDED_TRANSLATED;
}

static void
count(const Handing *handing, po_message_t message, HandedCount *counts)
{
    const char *msgid = po_message_msgid(message);
    bool is_first = g_hash_table_add(handing->seen, g_strdup(msgid));
    HandedCount *row = &counts[state_of(message, is_first)];

    row->texts++;
    row->words += status_count_words(msgid);
}

static void
add_note(const Handing *handing, po_message_t message)
{
    const char *there = po_message_extracted_comments(message);
    g_autofree char *lines =
        handing->note(po_message_msgctxt(message), po_message_msgid(message), handing->user);

    if (lines == NULL)
        return;
    g_autofree char *all = g_strconcat(there, lines, NULL);
    po_message_set_extracted_comments(message, all);
}

static void
hand_messages(const Handing *handing, po_file_t file, HandedCount *counts)
{
    po_message_iterator_t at = po_message_iterator(file, NULL);
    po_message_t message, header = gettext_file_find_header(file);
    g_autoptr(GString) prints = g_string_new(NULL);
    g_autofree char *handed = g_strconcat(handing->tag, " ", handing->domain, NULL);

    while ((message = po_next_message(at)) != NULL) {
        g_autofree char *key = gettext_message_key(message);

        if (message == header || po_message_is_obsolete(message))
            continue;
        count(handing, message, counts);
        add_note(handing, message);
        if (!gettext_message_is_translated(message))
            continue;
        g_autofree char *print = print_of(key, message, po_message_is_fuzzy(message));
        g_string_append(prints, print);
    }
    po_message_iterator_free(at);
    gettext_header_set(header, handed_field, handed);
    gettext_header_set(header, base_field, prints->str);
}

GBytes *
handed_write(const Handing *handing, GBytes *current, HandedCount *counts, Diags *diags)
{
    po_file_t file = gettext_file_parse_bytes(handing->path, current, diags);
    g_autoptr(GError) error = NULL;
    GBytes *bytes;

    if (file == NULL)
        return NULL;
    hand_messages(handing, file, counts);
    bytes = gettext_file_write(file, &error);
    if (bytes == NULL)
        diag_add(diags, DIAG_CANNOT_WRITE, (Where){ handing->path, 0, 0 }, "%s", error->message);
    po_file_free(file);
    return bytes;
}
