#include "read/private.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
join(Reader *reader, const char *root, const char *rest)
{
    g_autofree char *path = NULL;

    if (strcmp(root, ".") == 0)
        return arena_intern(reader->binder.arena, rest);
    path = g_build_filename(root, rest, NULL);
    return arena_intern(reader->binder.arena, path);
}

/* The name of @entry of @folder if it is one of the files looked for, else NULL. */
static char *
file_name(const char *folder, const char *entry, const char *ending, const char *leaf)
{
    if (entry[0] == '.')
        return NULL;
    if (leaf != NULL) {
        g_autofree char *path = g_build_filename(folder, entry, leaf, NULL);

        return g_file_test(path, G_FILE_TEST_EXISTS) ? g_strdup(entry) : NULL;
    }
    if (!g_str_has_suffix(entry, ending))
        return NULL;
    return g_strndup(entry, strlen(entry) - strlen(ending));
}

static void
add_files(Reader *reader, GArray *files, GHashTable *seen, const char *root, const char *folder,
          const char *ending, const char *leaf)
{
    const char *path = join(reader, root, folder);
    g_autoptr(GDir) listing = g_dir_open(path, 0, NULL);
    const char *entry;

    while (listing != NULL && (entry = g_dir_read_name(listing)) != NULL) {
        g_autofree char *name = file_name(path, entry, ending, leaf);

        if (name == NULL || g_hash_table_contains(seen, name))
            continue;

        g_autofree char *rest = g_build_filename(folder, entry, leaf, NULL);
        File file = { arena_intern(reader->binder.arena, name), join(reader, root, rest) };
        g_hash_table_add(seen, (gpointer) file.name);
        g_array_append_val(files, file);
    }
}

static int
compare_files(const void *a, const void *b)
{
    return strcmp(((const File *) a)->name, ((const File *) b)->name);
}

GArray *
files_list(Reader *reader, const char *folder, const char *ending, const char *leaf)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    GArray *files = g_array_new(FALSE, FALSE, sizeof(File));

    add_files(reader, files, seen, reader->project->root, folder, ending, leaf);
    add_files(reader, files, seen, reader->project->data_dir, folder, ending, leaf);
    g_array_sort(files, compare_files);
    return files;
}

const char *
file_find(Reader *reader, const char *rest)
{
    const char *own = join(reader, reader->project->root, rest);
    const char *installed = join(reader, reader->project->data_dir, rest);

    if (g_file_test(own, G_FILE_TEST_EXISTS))
        return own;
    if (g_file_test(installed, G_FILE_TEST_EXISTS))
        return installed;
    binder_lacks(&reader->binder);
    diag_add(reader->binder.diags, DIAG_UNREADABLE_FILE, (Where){ own, 0, 0 },
             N_("there is no such file, in the project or in the installed data"));
    return NULL;
}

const Node *
file_load(Reader *reader, const char *path)
{
    const Node *node = path == NULL ? NULL : g_hash_table_lookup(reader->loaded, path);

    if (node == NULL && path != NULL)
        node = node_load_file(path, reader->scratch, reader->binder.diags);
    if (node == NULL)
        binder_lacks(&reader->binder);
    else
        g_hash_table_insert(reader->loaded, (gpointer) path, (gpointer) node);
    return node;
}

void
check_id_of_file(Reader *reader, const File *file, const char *id, Where where)
{
    if (id != NULL && strcmp(id, file->name) != 0)
        diag_add(reader->binder.diags, DIAG_BAD_ID, where,
                 "the id is '%s', but the file's name says '%s'; make them equal", id,
                 file->name);
}

int
compare_ids(const void *a, const void *b)
{
    return strcmp(*(const char *const *) a, *(const char *const *) b);
}

/* Entries without an id are of no use to anyone; it has been reported that it is missing. */
static void
drop_nameless(Reader *reader, GArray *items, size_t size)
{
    for (guint i = items->len; i > 0; i--)
        if (*(const char **) (items->data + (i - 1) * size) == NULL) {
            g_array_remove_index(items, i - 1);
            binder_lacks(&reader->binder);
        }
}

void
gather(Reader *reader, GArray *items, const Type *type, void *list)
{
    struct {
        const void *items;
        int count;
    } gathered;

    drop_nameless(reader, items, type->size);
    g_array_sort(items, compare_ids); /* stable: of two with one id the later file's is second */
    check_duplicates(&reader->binder, type, items->data, (int) items->len);
    gathered.items = arena_copy(reader->binder.arena, items->data, items->len * type->size);
    gathered.count = (int) items->len;
    memcpy(list, &gathered, sizeof gathered);
}
