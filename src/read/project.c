#include "read/read.h"

#include "read/private.h"
#include "read/texts.h"
#include "read/values.h"

#include <glib/gi18n.h>
#include <string.h>

static const Field interval_fields[] = {
    { "contact", FIELD_INT, REQUIRED, AT(Project, contact_interval_days), .least = 1,
      .most = 3650 },
    { "law", FIELD_INT, REQUIRED, AT(Project, law_interval_days), .least = 1, .most = 3650 },
    { 0 },
};
static const Type interval_type = { .noun = "interval_days", .fields = interval_fields };

static const Field project_fields[] = {
    { "packs", FIELD_NAMES, REQUIRED, AT(Project, default_packs), .pattern = &slug_pattern },
    { "locales", FIELD_NAMES, REQUIRED, AT(Project, default_locales),
      .pattern = &locale_pattern },
    { "formats", FIELD_NAMES, REQUIRED, AT(Project, default_formats), .pattern = &slug_pattern },
    { "audiences", FIELD_NAMES, REQUIRED, AT(Project, default_audiences),
      .pattern = &slug_pattern },
    { "outputs", FIELD_NAMES, REQUIRED, AT(Project, default_outputs), .pattern = &slug_pattern },
    { "staff_locale", FIELD_REFERENCE, REQUIRED, AT(Project, staff_locale),
      .known = KNOWN_LOCALE },
    { "interval_days", FIELD_GROUP, REQUIRED, 0, .type = &interval_type },
    { "logo", FIELD_CUSTOM, OPTIONAL, AT(Project, logo), .bind = bind_logo },
    { 0 },
};
static const Type project_type = { .noun = "project.yaml", .fields = project_fields };

static bool
is_pack(const Project *project, const char *id)
{
    return project_find_pack(project, id) != NULL;
}

static bool
is_locale(const Project *project, const char *id)
{
    return project_find_locale(project, id) != NULL;
}

static bool
is_format(const Project *project, const char *id)
{
    return project_find_format(project, id) != NULL;
}

static bool
is_audience(const Project *project, const char *id)
{
    for (int i = 0; i < project->packs.count; i++)
        if (pack_find_audience(&project->packs.items[i], id) != NULL)
            return true;
    return false;
}

/* Which of the defaults name what. Outputs are not known here: command/ checks them. */
static const struct {
    const char *noun;
    size_t names;
    bool (*is_known)(const Project *project, const char *id);
    Part part;
} defaults[] = {
    { N_("a pack"), offsetof(Project, default_packs), is_pack, PART_PACKS },
    { N_("a language"), offsetof(Project, default_locales), is_locale, PART_LOCALES },
    { N_("a format"), offsetof(Project, default_formats), is_format, PART_FORMATS },
    { N_("an audience of any pack"), offsetof(Project, default_audiences), is_audience,
      PART_PACKS },
};

static void
check_defaults(Reader *reader)
{
    const Project *project = reader->project;

    for (size_t i = 0; i < G_N_ELEMENTS(defaults); i++) {
        const NameList *names = (const NameList *) ((const char *) project + defaults[i].names);

        for (int j = 0; j < names->count; j++)
            if (!defaults[i].is_known(project, names->items[j].text) &&
                binder_has_all(&reader->binder, defaults[i].part))
                diag_add(reader->binder.diags, DIAG_UNKNOWN_REFERENCE, names->items[j].where,
                         "'%s' is not %s", names->items[j].text, _(defaults[i].noun));
    }
}

static void
read_settings(Reader *reader)
{
    const Node *node = file_load(reader, file_find(reader, "content/project.yaml"));

    guint first_text = reader->binder.texts->len;

    reader->binder.domain = "project";
    if (node != NULL)
        bind_map(&reader->binder, node, &project_type, NULL, reader->project);
    check_placeholders(&reader->binder, first_text, NULL, 0, NULL);
    check_defaults(reader);
}

/* File names begin with the code: two packs with one code would overwrite each other. */
static void
check_codes(Reader *reader)
{
    const Project *project = reader->project;

    for (int i = 0; i < project->packs.count; i++)
        for (int j = 0; j < i; j++) {
            const Pack *pack = &project->packs.items[i], *other = &project->packs.items[j];

            if (g_strcmp0(pack->code, other->code) == 0)
                diag_add(reader->binder.diags, DIAG_DUPLICATE_ID, pack->where,
                         "the code '%s' is that of the pack '%s' as well", pack->code,
                         other->id);
        }
}

static void
find_catalog_roots(Project *project)
{
    const char **roots = arena_new_array(project->arena, const char *, 2);
    const char *candidates[] = { project->root, project->data_dir };
    int count = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(candidates); i++) {
        g_autofree char *locales = g_build_filename(candidates[i], "locales", NULL);
        bool is_new = count == 0 || strcmp(roots[0], candidates[i]) != 0;

        if (is_new && g_file_test(locales, G_FILE_TEST_IS_DIR))
            roots[count++] = candidates[i];
    }
    set_list(&project->catalog_roots, roots, count);
}

/* What a file refers to comes before it. */
static const struct {
    Part part;
    void (*read)(Reader *reader);
} readers[] = {
    { PART_FONTS, read_fonts },           { PART_LOCALES, read_locales },
    { PART_COMMON, read_common },         { PART_ICONS, read_icons },
    { PART_STYLES, read_styles },         { PART_FORMATS, read_formats },
    { PART_FORMATS, read_review_format }, { PART_CONTACTS, read_contacts },
    { PART_SHEETS, read_sheets },         { PART_PACKS, read_packs },
    { PART_SETTINGS, read_settings },     { PART_GLOSSARY, read_glossary },
    { PART_WORDING, read_wording },
};

static void
keep_texts(Project *project, const Binder *binder)
{
    const GArray *texts = binder->texts;

    set_list(&project->texts, arena_copy(project->arena, texts->data, texts->len * sizeof(Text)),
             (int) texts->len);
}

Project *
project_load_with(const char *root, const char *data_dir, PseudoList pseudos, Diags *diags)
{
    g_autoptr(Arena) scratch = arena_new();
    Arena *arena = arena_new();
    Project *project = arena_alloc(arena, sizeof *project);
    Reader reader = { .project = project, .scratch = scratch, .pseudos = pseudos };

    project->arena = arena;
    project->root = arena_strdup(arena, root);
    project->data_dir = arena_strdup(arena, data_dir);
    find_catalog_roots(project);
    binder_init(&reader.binder, arena, diags);
    reader.panel_sections = g_array_new(FALSE, FALSE, sizeof(Name));
    reader.loaded = g_hash_table_new(g_str_hash, g_str_equal);

    for (size_t i = 0; i < G_N_ELEMENTS(readers); i++) {
        reader.binder.reading = readers[i].part;
        readers[i].read(&reader);
    }
    finish_pseudo_locales(&reader);
    for (int i = 0; i < project->packs.count; i++)
        check_common(&reader, &project->packs.items[i]);
    check_codes(&reader);
    check_contact_tags(&reader);
    check_panels(&reader);
    check_messages(&reader.binder);
    keep_texts(project, &reader.binder);

    g_array_unref(reader.panel_sections);
    g_hash_table_unref(reader.loaded);
    binder_clear(&reader.binder);
    return project;
}

Project *
project_load(const char *root, const char *data_dir, Diags *diags)
{
    return project_load_with(root, data_dir, (PseudoList){ 0 }, diags);
}

bool
project_is_at(const char *folder)
{
    g_autofree char *content = g_build_filename(folder, "content", NULL);

    return g_file_test(content, G_FILE_TEST_IS_DIR);
}
