/* Any bytes as pack.yaml, or, when they are a list, as rights.yaml and procedure.yaml: nothing may
 * crash, leak or hang. */
#include "read/private.h"

#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    g_autoptr(Arena) arena = arena_new();
    g_autoptr(Diags) diags = diags_new();
    Project project = { .arena = arena, .root = "/nowhere", .data_dir = "/nowhere" };
    Reader reader = { .project = &project, .scratch = arena };
    const File file = { "sample", "/nowhere/pack.yaml" };
    const Node *node = node_load_bytes(file.path, (const char *) bytes, length, arena, diags);
    Section section = { 0 };
    Pack pack = { 0 };

    if (node == NULL)
        return 0;
    binder_init(&reader.binder, arena, diags);
    reader.loaded = g_hash_table_new(g_str_hash, g_str_equal);
    if (node->kind == NODE_LIST) {
        bind_items(&reader.binder, node, &right_type, "rights", &section.rights);
        bind_items(&reader.binder, node, &step_type, "procedure", &section.steps);
    } else {
        read_pack(&reader, &file, node, &pack);
        check_common(&reader, &pack);
    }
    binder_clear(&reader.binder);
    g_hash_table_unref(reader.loaded);
    return 0;
}
