#include "read/private.h"

#include "read/texts.h"
#include "read/values.h"

#include <glib/gi18n.h>
#include <string.h>

static const Choice statuses[] = {
    { "in_law", STATUS_IN_LAW },
    { "in_practice", STATUS_IN_PRACTICE },
    { "commitment_only", STATUS_COMMITMENT_ONLY },
    { "not_available", STATUS_NOT_AVAILABLE },
    { 0 },
};

static bool
fits_version(const char *text)
{
    return g_ascii_isdigit(*text) && strspn(text, "0123456789.") == strlen(text);
}

/* An item of a directive: vrd4.c is Directive 2012/29/EU, Article 4(1)(c). */
static bool
fits_item(const char *text)
{
    size_t letters = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    size_t digits = strspn(text + letters, "0123456789");
    const char *rest = text + letters + digits;

    return letters > 0 && digits > 0 && rest[0] == '.' && g_ascii_islower(rest[1]) &&
           rest[2] == '\0';
}

static bool
fits_file(const char *text)
{
    size_t name = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_-");

    return name > 0 && strcmp(text + name, ".yaml") == 0;
}

static const Pattern version_pattern = { fits_version, DIAG_BAD_VALUE,
                                         N_("digits and dots, as \"0.1\"") };
static const Pattern item_pattern = { fits_item, DIAG_BAD_VALUE,
                                      N_("an item of a directive, as vrd4.c") };

static const Field right_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(Right, id), .pattern = &id_pattern },
    { "title", FIELD_TEXT, REQUIRED, AT(Right, title) },
    { "text", FIELD_TEXTS, REQUIRED, AT(Right, text) },
    { "more", FIELD_TEXTS, OPTIONAL, AT(Right, more) },
    { "ask", FIELD_TEXT, OPTIONAL, AT(Right, ask) },
    { "who", FIELD_TEXT, OPTIONAL, AT(Right, who) },
    { "limits", FIELD_TEXT, OPTIONAL, AT(Right, limits) },
    { "easy", FIELD_TEXTS, OPTIONAL, AT(Right, easy) },
    { "status", FIELD_CHOICE, REQUIRED, AT(Right, status), .choices = statuses },
    { "applies_to", FIELD_NAMES, OPTIONAL, AT(Right, applies_to), .pattern = &slug_pattern },
    { "covers", FIELD_NAMES, OPTIONAL, AT(Right, covers), .pattern = &item_pattern },
    { "priority", FIELD_INT, OPTIONAL, AT(Right, priority), .least = 1, .most = 3,
      .otherwise = 2 },
    { "icon", FIELD_REFERENCE, OPTIONAL, AT(Right, icon), .known = KNOWN_ICON },
    { "law", FIELD_CUSTOM, OPTIONAL, AT(Right, law), .bind = bind_laws },
    { 0 },
};
const Type right_type = { .noun = N_("a right"),
                          .fields = right_fields,
                          .size = sizeof(Right),
                          .where = offsetof(Right, where) };

static const Field step_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(Step, id), .pattern = &id_pattern },
    { "title", FIELD_TEXT, REQUIRED, AT(Step, title) },
    { "text", FIELD_TEXTS, REQUIRED, AT(Step, text) },
    { "more", FIELD_TEXTS, OPTIONAL, AT(Step, more) },
    { "who", FIELD_TEXT, OPTIONAL, AT(Step, who) },
    { "how_long", FIELD_TEXT, OPTIONAL, AT(Step, how_long) },
    { "you_may_refuse", FIELD_TEXT, OPTIONAL, AT(Step, you_may_refuse) },
    { "you_may_not_refuse", FIELD_TEXT, OPTIONAL, AT(Step, you_may_not_refuse) },
    { "applies_to", FIELD_NAMES, OPTIONAL, AT(Step, applies_to), .pattern = &slug_pattern },
    { "priority", FIELD_INT, OPTIONAL, AT(Step, priority), .least = 1, .most = 3,
      .otherwise = 2 },
    { 0 },
};
const Type step_type = { .noun = N_("a step"),
                         .fields = step_fields,
                         .size = sizeof(Step),
                         .where = offsetof(Step, where) };

static const Field point_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(Point, id), .pattern = &id_pattern },
    { "title", FIELD_TEXT, OPTIONAL, AT(Point, title) },
    { "text", FIELD_TEXTS, REQUIRED, AT(Point, text) },
    { "applies_to", FIELD_NAMES, OPTIONAL, AT(Point, applies_to), .pattern = &slug_pattern },
    { "priority", FIELD_INT, OPTIONAL, AT(Point, priority), .least = 1, .most = 3,
      .otherwise = 2 },
    { "icon", FIELD_REFERENCE, OPTIONAL, AT(Point, icon), .known = KNOWN_ICON },
    { 0 },
};
static const Type point_type = { .noun = N_("a point"),
                                 .fields = point_fields,
                                 .size = sizeof(Point),
                                 .where = offsetof(Point, where) };

static const Field form_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(FormEntry, id), .pattern = &id_pattern },
    { "label", FIELD_TEXT, REQUIRED, AT(FormEntry, label) },
    { "options", FIELD_TEXTS, OPTIONAL, AT(FormEntry, options) },
    { 0 },
};
static const Type form_type = { .noun = N_("a row of a form"),
                                .fields = form_fields,
                                .size = sizeof(FormEntry),
                                .where = offsetof(FormEntry, where) };

/* A section as pack.yaml writes it: rights and steps stand in files of their own. */
typedef struct SectionEntry {
    Section section; /* first: a table is bound as a part of it */
    Name rights_file, steps_file;
} SectionEntry;

static const Field section_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(SectionEntry, section.id), .pattern = &id_pattern },
    { "title", FIELD_TEXT, OPTIONAL, AT(SectionEntry, section.title) },
    { "text", FIELD_TEXTS, OPTIONAL, AT(SectionEntry, section.text) },
    { "rights", FIELD_NAME, OPTIONAL, AT(SectionEntry, rights_file) },
    { "steps", FIELD_NAME, OPTIONAL, AT(SectionEntry, steps_file) },
    { "points", FIELD_ITEMS, OPTIONAL, AT(SectionEntry, section.points), .type = &point_type },
    { "table", FIELD_GROUP, OPTIONAL, 0, .type = &table_type },
    { "contacts", FIELD_CUSTOM, OPTIONAL, AT(SectionEntry, section.contacts),
      .bind = bind_contacts },
    { "facts", FIELD_TEXTS, OPTIONAL, AT(SectionEntry, section.facts) },
    { "form", FIELD_ITEMS, OPTIONAL, AT(SectionEntry, section.form), .type = &form_type },
    { "say", FIELD_TEXTS, OPTIONAL, AT(SectionEntry, section.say) },
    { "text_after", FIELD_TEXTS, OPTIONAL, AT(SectionEntry, section.text_after) },
    { "discreet_text", FIELD_TEXTS, OPTIONAL, AT(SectionEntry, section.discreet_text) },
    { "short", FIELD_TEXT, OPTIONAL, AT(SectionEntry, section.short_text) },
    { "priority", FIELD_INT, OPTIONAL, AT(SectionEntry, section.priority), .least = 1,
      .most = 3, .otherwise = 1 },
    { 0 },
};
static const Type section_type = { .noun = N_("a section"),
                                   .fields = section_fields,
                                   .size = sizeof(SectionEntry),
                                   .where = offsetof(SectionEntry, section.where),
                                   .own_path = true };

static const Field dimension_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(Dimension, id), .pattern = &slug_pattern },
    { "tags", FIELD_NAMES, REQUIRED, AT(Dimension, tags), .pattern = &slug_pattern },
    { 0 },
};
static const Type dimension_type = { .noun = N_("a dimension"),
                                     .fields = dimension_fields,
                                     .size = sizeof(Dimension) };

static const Field audience_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(Audience, id), .pattern = &slug_pattern },
    { "tags", FIELD_NAMES, REQUIRED, AT(Audience, tags), .pattern = &slug_pattern },
    { 0 },
};
static const Type audience_type = { .noun = N_("an audience"),
                                    .fields = audience_fields,
                                    .size = sizeof(Audience) };

static const Field tag_roles_fields[] = {
    { "tag", FIELD_WORD, REQUIRED, AT(TagRoles, tag), .pattern = &slug_pattern },
    { "roles", FIELD_NAMES, REQUIRED, AT(TagRoles, roles), .pattern = &slug_pattern },
    { 0 },
};
static const Type tag_roles_type = { .noun = N_("a tag with roles"),
                                     .fields = tag_roles_fields,
                                     .size = sizeof(TagRoles) };

static const Field baseline_fields[] = {
    { "locale", FIELD_WORD, REQUIRED, AT(Baseline, locale), .pattern = &locale_pattern },
    { "lix", FIELD_NUMBER, REQUIRED, AT(Baseline, lix), .least = 1, .most = 100 },
    { 0 },
};
static const Type baseline_type = { .noun = N_("a baseline"),
                                    .fields = baseline_fields,
                                    .size = sizeof(Baseline) };

static const Field parameter_fields[] = {
    { "parameter", FIELD_WORD, REQUIRED, AT(Parameter, id), .pattern = &id_pattern },
    { "value", FIELD_LONG, REQUIRED, AT(Parameter, value) },
    { 0 },
};
static const Type parameter_type = { .noun = N_("a parameter"),
                                     .fields = parameter_fields,
                                     .size = sizeof(Parameter) };

typedef struct SectionEntries {
    const SectionEntry *items;
    int count;
} SectionEntries;

typedef struct SheetFile {
    const char *id;
    Where where;
    SectionEntries sections;
} SheetFile;

static const Field sheet_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(SheetFile, id), .pattern = &slug_pattern },
    { "sections", FIELD_ITEMS, REQUIRED, AT(SheetFile, sections), .type = &section_type },
    { 0 },
};
static const Type sheet_type = { .noun = N_("a sheet"),
                                 .fields = sheet_fields,
                                 .size = sizeof(SheetFile),
                                 .where = offsetof(SheetFile, where) };

typedef struct PackFile {
    Pack pack;
    SectionEntries sections;
    Name laws_file;
} PackFile;

static const Field pack_fields[] = {
    { "id", FIELD_WORD, REQUIRED, AT(PackFile, pack.id), .pattern = &slug_pattern },
    { "code", FIELD_WORD, REQUIRED, AT(PackFile, pack.code), .pattern = &slug_pattern },
    { "title", FIELD_TEXT, REQUIRED, AT(PackFile, pack.title) },
    { "subtitle", FIELD_TEXT, OPTIONAL, AT(PackFile, pack.subtitle) },
    { "discreet_title", FIELD_TEXT, REQUIRED, AT(PackFile, pack.discreet_title) },
    { "discreet_subtitle", FIELD_TEXT, OPTIONAL, AT(PackFile, pack.discreet_subtitle) },
    { "jurisdiction", FIELD_WORD, REQUIRED, AT(PackFile, pack.jurisdiction),
      .pattern = &country_pattern },
    { "source_locale", FIELD_NAME, REQUIRED, AT(PackFile, pack.source_locale_name),
      .pattern = &locale_pattern },
    { "law_state", FIELD_DATE, REQUIRED, AT(PackFile, pack.law_state) },
    { "version", FIELD_WORD, REQUIRED, AT(PackFile, pack.version), .pattern = &version_pattern },
    { "sample", FIELD_BOOL, OPTIONAL, AT(PackFile, pack.sample) },
    { "tags", FIELD_KEYED, OPTIONAL, AT(PackFile, pack.dimensions), .type = &dimension_type },
    { "audiences", FIELD_KEYED, REQUIRED, AT(PackFile, pack.audiences), .type = &audience_type },
    { "needs_review", FIELD_NAMES, OPTIONAL, AT(PackFile, pack.needs_review),
      .pattern = &slug_pattern },
    { "needs_review_for", FIELD_KEYED, OPTIONAL, AT(PackFile, pack.needs_review_for),
      .type = &tag_roles_type },
    { "must_cover", FIELD_NAMES, OPTIONAL, AT(PackFile, pack.must_cover),
      .pattern = &item_pattern },
    { "abbreviations", FIELD_NAMES, OPTIONAL, AT(PackFile, pack.abbreviations) },
    { "lix", FIELD_KEYED, OPTIONAL, AT(PackFile, pack.lix), .type = &baseline_type },
    { "parameters", FIELD_KEYED, OPTIONAL, AT(PackFile, pack.parameters),
      .type = &parameter_type },
    { "laws", FIELD_NAME, OPTIONAL, AT(PackFile, laws_file) },
    { "numbers", FIELD_ITEMS, OPTIONAL, AT(PackFile, pack.numbers),
      .type = &allowed_number_type },
    { "sections", FIELD_ITEMS, REQUIRED, AT(PackFile, sections), .type = &section_type },
    { 0 },
};
static const Type pack_file_type = { .noun = N_("a pack"),
                                     .fields = pack_fields,
                                     .size = sizeof(PackFile),
                                     .where = offsetof(PackFile, pack.where) };

static const Type pack_type = { .noun = N_("a pack"),
                                .size = sizeof(Pack),
                                .where = offsetof(Pack, where) };

void
read_entries(Reader *reader, const File *pack_file, Name name, const Type *type,
             const char *path, void *list)
{
    if (name.text == NULL)
        return;
    if (!fits_file(name.text)) {
        diag_add(reader->binder.diags, DIAG_BAD_PATH, name.where,
                 "'%s' does not name a file of the pack's folder, as rights.yaml", name.text);
        return;
    }

    g_autofree char *folder = g_path_get_dirname(pack_file->path);
    g_autofree char *beside = g_build_filename(folder, name.text, NULL);
    if (!g_file_test(beside, G_FILE_TEST_EXISTS)) {
        diag_add(reader->binder.diags, DIAG_UNREADABLE_FILE, name.where,
                 "there is no file '%s' beside pack.yaml", name.text);
        return;
    }

    const Node *node = file_load(reader, arena_intern(reader->binder.arena, beside));
    if (node != NULL)
        bind_items(&reader->binder, node, type, path, list);
}

/* Fills @list, of Section. */
static void
read_sections(Reader *reader, const File *file, const SectionEntries *entries, void *list)
{
    Section *sections = arena_new_array(reader->binder.arena, Section, entries->count);

    for (int i = 0; i < entries->count; i++) {
        const SectionEntry *entry = &entries->items[i];
        Section *section = &sections[i];

        *section = entry->section;
        read_entries(reader, file, entry->rights_file, &right_type, section->id,
                     &section->rights);
        read_entries(reader, file, entry->steps_file, &step_type, section->id, &section->steps);
    }
    set_list(list, sections, entries->count);
}

static void
check_pack_placeholders(Reader *reader, guint first_text, const Pack *pack)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();

    for (int i = 0; i < pack->parameters.count; i++)
        g_ptr_array_add(names, (gpointer) pack->parameters.items[i].id);
    check_placeholders(&reader->binder, first_text, (const char *const *) names->pdata,
                       (int) names->len, pack->jurisdiction);
}

void
read_pack(Reader *reader, const File *file, const Node *node, Pack *pack)
{
    PackFile read = { 0 };
    guint first_text = reader->binder.texts->len;

    reader->binder.domain = file->name;
    bind_map(&reader->binder, node, &pack_file_type, "pack", &read);
    *pack = read.pack;
    if (pack->id == NULL)
        pack->id = file->name; /* reported; so is what else is wrong */
    check_id_of_file(reader, file, pack->id, pack->where);
    if (pack->source_locale_name.text != NULL)
        pack->source_locale =
            find_known(&reader->binder, KNOWN_LOCALE, pack->source_locale_name);
    read_sections(reader, file, &read.sections, &pack->sections);
    check_section_ids(reader, pack);
    check_tags(reader, pack);
    check_pack_placeholders(reader, first_text, pack);
    read_laws(reader, file, read.laws_file, pack);
    for (int i = 0; i < pack->sections.count; i++)
        check_section_contacts(reader, &pack->sections.items[i], pack->jurisdiction);
}

void
read_packs(Reader *reader)
{
    g_autoptr(GArray) files = files_list(reader, "content/packs", NULL, "pack.yaml");
    g_autoptr(GArray) packs = g_array_new(FALSE, FALSE, sizeof(Pack));

    for (guint i = 0; i < files->len; i++) {
        const File *file = &g_array_index(files, File, i);
        const Node *node = file_load(reader, file->path);
        Pack pack = { 0 };

        if (node != NULL)
            read_pack(reader, file, node, &pack);
        g_array_append_val(packs, pack);
    }
    gather(reader, packs, &pack_type, &reader->project->packs);
}

/* --- sheets: sections that every pack shares ------------------------------------------------ */

/* What compose puts in their placeholders. */
static const char *const sheet_values[] = { "pack", "locales" };

static void
read_sheet(Reader *reader, const File *file, GArray *sections)
{
    const Node *node = file_load(reader, file->path);
    SheetFile read = { 0 };
    guint first_text = reader->binder.texts->len;
    struct {
        const Section *items;
        int count;
    } list = { NULL, 0 };

    if (node == NULL)
        return;
    reader->binder.domain = "common";
    bind_map(&reader->binder, node, &sheet_type, file->name, &read);
    check_id_of_file(reader, file, read.id, read.where);
    read_sections(reader, file, &read.sections, &list);
    g_array_append_vals(sections, list.items, (guint) list.count);
    check_placeholders(&reader->binder, first_text, sheet_values, G_N_ELEMENTS(sheet_values),
                       NULL);
}

void
read_sheets(Reader *reader)
{
    g_autoptr(GArray) files = files_list(reader, "content/sheets", ".yaml", NULL);
    g_autoptr(GArray) sections = g_array_new(FALSE, FALSE, sizeof(Section));

    for (guint i = 0; i < files->len; i++)
        read_sheet(reader, &g_array_index(files, File, i), sections);
    for (guint i = 0; i < sections->len; i++) {
        check_section_icons(reader, &g_array_index(sections, Section, i));
        check_section_contacts(reader, &g_array_index(sections, Section, i), NULL);
    }
    set_list(&reader->project->sheets,
             arena_copy(reader->binder.arena, sections->data, sections->len * sizeof(Section)),
             (int) sections->len);
}
