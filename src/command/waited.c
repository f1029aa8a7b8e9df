#include "command/waited.h"

#include "command/locate.h"
#include "command/touched.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

struct Waited {
    const char *root;
    GHashTable *counts; /* name of a file to how many messages it had when it was last all there */
    GPtrArray *files; /* those waited for */
};

/* A line that begins a message. None in a file that cannot be read. */
static int
count_messages(const char *path)
{
    static const char begin[] = "\nmsgid ";
    g_autofree char *text = NULL;
    int count = 0;

    if (!g_file_get_contents(path, &text, NULL, NULL))
        return 0;
    for (const char *at = strstr(text, begin); at != NULL; at = strstr(at + 1, begin))
        count++;
    return count;
}

/* A few messages go when the content changes: `update` keeps them as comments. */
static bool
is_all_there(int count, int before)
{
    return count * 10 >= before * 9;
}

static void
forget(Waited *waited, const char *file)
{
    guint at;

    if (g_ptr_array_find_with_equal_func(waited->files, file, g_str_equal, &at))
        g_ptr_array_remove_index(waited->files, at);
}

static void
look_at(Waited *waited, const char *file)
{
    g_autofree char *path = locate_below(waited->root, file);
    int before = GPOINTER_TO_INT(g_hash_table_lookup(waited->counts, file));
    int count = count_messages(path);

    forget(waited, file);
    if (is_all_there(count, before)) {
        g_hash_table_insert(waited->counts, g_strdup(file), GINT_TO_POINTER(count));
        return;
    }
    g_ptr_array_add(waited->files, g_strdup(file));
    fprintf(stderr,
            _("%s: only %d of %d messages are there; what they are in stays as it is until they "
              "are back, or the watch begins anew\n"),
            path, count, before);
}

void
waited_look(Waited *waited, const GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++)
        if (touched_is_translation(files->pdata[i]))
            look_at(waited, files->pdata[i]);
}

const GPtrArray *
waited_files(const Waited *waited)
{
    return waited->files;
}

Waited *
waited_new(const char *root)
{
    Waited *waited = g_new0(Waited, 1);

    waited->root = root;
    waited->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    waited->files = g_ptr_array_new_with_free_func(g_free);
    return waited;
}

void
waited_free(Waited *waited)
{
    if (waited == NULL)
        return;
    g_hash_table_unref(waited->counts);
    g_ptr_array_unref(waited->files);
    g_free(waited);
}
