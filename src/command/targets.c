#include "command/targets.h"

#include "base/file.h"
#include "command/manifest.h"
#include "command/order.h"
#include "command/tongues.h"
#include "output/output.h"
#include "translate/translate.h"

#include <json-glib/json-glib.h>
#include <string.h>

typedef struct Search {
    const Project *project;
    Diags *diags;
    GArray *targets;
} Search;

/* One folder and its manifest. */
typedef struct Folder {
    char *path, *manifest;
    GPtrArray *entries; /* JsonObject, each with a "file" */
} Folder;

static void
clear_target(void *item)
{
    Target *target = item;

    g_free(target->path);
    g_free(target->sha256);
    g_free(target->edition);
}

static Where
whole_file(const char *path)
{
    return (Where){ path, 0, 0 };
}

static const char *
string_of(JsonObject *entry, const char *member)
{
    JsonNode *node = json_object_get_member(entry, member);
    bool text = node != NULL && json_node_get_value_type(node) == G_TYPE_STRING;

    return text ? json_node_get_string(node) : "";
}

/* --- a manifest ---------------------------------------------------------------------------- */

static void
folder_clear(Folder *folder)
{
    g_free(folder->path);
    g_free(folder->manifest);
    g_ptr_array_unref(folder->entries);
}

/* False when its manifest cannot be used: nothing is known of any file then. */
static bool
folder_open(Folder *folder, const char *path, Diags *diags)
{
    JsonObject *manifest = manifest_load(path, diags);
    JsonArray *files = manifest == NULL ? NULL : json_object_get_array_member(manifest, "files");

    folder->path = g_strdup(path);
    folder->manifest = g_build_filename(path, "manifest.json", NULL);
    folder->entries = g_ptr_array_new_with_free_func((GDestroyNotify) json_object_unref);
    for (unsigned i = 0; files != NULL && i < json_array_get_length(files); i++)
        g_ptr_array_add(folder->entries,
                        json_object_ref(json_array_get_object_element(files, i)));
    g_clear_pointer(&manifest, json_object_unref);
    return files != NULL;
}

static JsonObject *
find_entry(const Folder *folder, const char *name)
{
    for (guint i = 0; i < folder->entries->len; i++)
        if (strcmp(string_of(folder->entries->pdata[i], "file"), name) == 0)
            return folder->entries->pdata[i];
    return NULL;
}

/* --- an entry and the project -------------------------------------------------------------- */

/* Of packs with this code the one of this version, else any: the version may have changed. */
static const Pack *
find_pack(const Project *project, const char *code, const char *version)
{
    const Pack *found = NULL;

    for (int i = 0; i < project->packs.count; i++) {
        const Pack *pack = &project->packs.items[i];

        if (strcmp(pack->code, code) != 0)
            continue;
        if (strcmp(pack->version, version) == 0)
            return pack;
        found = pack;
    }
    return found;
}

/* The one of @format and those that stand in for it that has this much less in it, or NULL. */
static const Format *
format_with_less(const Format *format, gint64 less)
{
    while (format != NULL && format->less != less)
        format = format->instead;
    return format;
}

/* The name of what the project has not, or NULL. */
static const char *
find_variant(const Project *project, JsonObject *entry, Variant *variant)
{
    const char *code = string_of(entry, "pack");
    Tongue tongue = tongue_parse(project, string_of(entry, "locale"));

    *variant = (Variant){
        .project = project,
        .pack = find_pack(project, code, string_of(entry, "version")),
        .locale = tongue.first,
        .second = tongue.second,
        .format = project_find_format(project, string_of(entry, "format")),
        .staff = project->staff_locale,
        .release = strcmp(string_of(entry, "state"), "release") == 0,
        .discreet = json_object_get_boolean_member_with_default(entry, "discreet", FALSE),
    };
    if (variant->discreet && variant->format != NULL)
        variant->format = variant->format->discreet;
    if (variant->pack == NULL)
        return "pack";
    variant->format = format_with_less(
        variant->format, json_object_get_int_member_with_default(entry, "less", 0));
    if (variant->format != NULL && variant->format->size_chosen)
        variant->size = json_object_get_double_member_with_default(entry, "size", 0);
    variant->audience = pack_find_audience(variant->pack, string_of(entry, "audience"));
    return variant->audience == NULL ? "audience"
           : variant->locale == NULL ? "locale"
           : variant->format == NULL ? "format"
                                     : NULL;
}

/* True when @name is that of a file of the leaflet, in the version that the entry has. */
static bool
fits_name(const char *name, const Variant *variant, const char *version)
{
    Pack pack = *variant->pack;
    Variant printed = *variant;

    pack.version = version;
    printed.pack = &pack;
    g_autofree char *stem = variant_file_name(&printed);
    const char *rest = g_str_has_prefix(name, stem) ? name + strlen(stem) : "";
    return *rest == '.' || (*rest == '-' && !g_str_has_prefix(rest, "-discreet"));
}

static bool
entry_is_usable(Search *search, const Folder *folder, JsonObject *entry, Variant *variant)
{
    const char *name = string_of(entry, "file");
    g_autofree char *base = g_path_get_basename(name);
    const char *unknown = find_variant(search->project, entry, variant);

    if (unknown != NULL)
        diag_add(search->diags, DIAG_VERIFY_MANIFEST, whole_file(folder->manifest),
                 "%s: the project has no %s '%s'", name, unknown, string_of(entry, unknown));
    else if (!fits_name(base, variant, string_of(entry, "version")))
        diag_add(search->diags, DIAG_VERIFY_MANIFEST, whole_file(folder->manifest),
                 "%s: what the manifest says of it is of another file", name);
    else
        return true;
    return false;
}

static void
add_target(Search *search, const Folder *folder, JsonObject *entry)
{
    Target target = { 0 };

    if (!entry_is_usable(search, folder, entry, &target.variant))
        return;
    target.path = strcmp(folder->path, ".") == 0
                      ? g_strdup(string_of(entry, "file"))
                      : g_build_filename(folder->path, string_of(entry, "file"), NULL);
    target.imposed = g_str_has_suffix(target.path, "-print.pdf") &&
                     target.variant.format->scheme != SCHEME_NONE;
    target.sha256 = g_strdup(string_of(entry, "sha256"));
    target.edition = g_strdup(string_of(entry, "edition"));
    target.pages =
        (int) CLAMP(json_object_get_int_member_with_default(entry, "pages", 0), 0, 10000);
    date_parse(string_of(entry, "contacts_valid_until"), &target.contacts_until);
    g_array_append_val(search->targets, target);
}

/* --- folders and files --------------------------------------------------------------------- */

static bool
is_pdf(const char *name)
{
    return g_str_has_suffix(name, ".pdf");
}

static void
report_unknown(const Search *search, const char *path)
{
    diag_add(search->diags, DIAG_VERIFY_UNKNOWN_FILE, whole_file(path),
             "the file is not in the manifest of its folder");
}

/* The papers of an order, which are no leaflets: "JOBSHEET.pdf", "JOBSHEET-2.pdf". */
static bool
is_job_sheet(const char *name)
{
    return g_str_has_prefix(name, ORDER_JOB_SHEET);
}

static void
report_strangers(const Search *search, const Folder *folder)
{
    g_autoptr(GPtrArray) names = file_names_in(folder->path);

    for (guint i = 0; i < names->len; i++) {
        const char *name = names->pdata[i];
        g_autofree char *path = g_build_filename(folder->path, name, NULL);

        if (is_pdf(name) && !is_job_sheet(name) && find_entry(folder, name) == NULL)
            report_unknown(search, path);
    }
}

static void
add_folder(Search *search, const char *path)
{
    Folder folder;

    if (folder_open(&folder, path, search->diags)) {
        for (guint i = 0; i < folder.entries->len; i++) {
            JsonObject *entry = folder.entries->pdata[i];
            g_autofree char *file = g_build_filename(path, string_of(entry, "file"), NULL);

            if (g_file_test(file, G_FILE_TEST_IS_REGULAR))
                add_target(search, &folder, entry);
            else
                diag_add(search->diags, DIAG_VERIFY_FILE_GONE, whole_file(file),
                         "the manifest names the file, but it is gone");
        }
        report_strangers(search, &folder);
    }
    folder_clear(&folder);
}

/* Files of some kinds lie in a folder of their own, as "catalogue"; the manifest is in the one around it. */
static bool
is_folder_of_output(const char *name)
{
    for (const Output *output = output_all(); output->name != NULL; output++)
        if (output->folder != NULL && strcmp(output->folder, name) == 0)
            return true;
    return false;
}

/* The folder of the manifest, and what the file at @path is called there; free both with g_free(). */
static char *
split_path(const char *path, char **name)
{
    char *folder = g_path_get_dirname(path);
    g_autofree char *inner = g_path_get_basename(folder);
    g_autofree char *base = g_path_get_basename(path);

    if (!is_folder_of_output(inner)) {
        *name = g_steal_pointer(&base);
        return folder;
    }
    char *outer = g_path_get_dirname(folder);
    *name = g_build_filename(inner, base, NULL);
    g_free(folder);
    return outer;
}

static void
add_file(Search *search, const char *path)
{
    g_autofree char *name = NULL;
    g_autofree char *folder_path = split_path(path, &name);
    Folder folder;

    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        diag_add(search->diags, DIAG_VERIFY_UNREADABLE, whole_file(path),
                 "there is no such file or folder");
        return;
    }
    if (folder_open(&folder, folder_path, search->diags)) {
        JsonObject *entry = find_entry(&folder, name);

        if (entry != NULL)
            add_target(search, &folder, entry);
        else
            report_unknown(search, path);
    }
    folder_clear(&folder);
}

GArray *
targets_find(char *const *words, const Project *project, Diags *diags)
{
    Search search = { project, diags, g_array_new(FALSE, FALSE, sizeof(Target)) };

    g_array_set_clear_func(search.targets, clear_target);
    for (int i = 0; words[i] != NULL; i++)
        if (g_file_test(words[i], G_FILE_TEST_IS_DIR))
            add_folder(&search, words[i]);
        else
            add_file(&search, words[i]);
    return search.targets;
}
