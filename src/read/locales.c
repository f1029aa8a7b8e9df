#include "read/private.h"

#include "base/telling.h"
#include "read/values.h"

#include <glib/gi18n.h>
#include <string.h>

static const Choice directions[] = { { "ltr", DIRECTION_LTR }, { "rtl", DIRECTION_RTL }, { 0 } };

static const Choice breaks[] = { { "words", false }, { "zwsp", true }, { 0 } };

static const Choice sentence_spaces[] = { { "true", false }, { "false", true }, { 0 } };

static const Choice weights[] = { { "regular", false }, { "bold", true }, { 0 } };

static bool
fits_script(const char *text)
{
    return strlen(text) == 4 && g_ascii_isupper(text[0]) && g_ascii_islower(text[1]) &&
           g_ascii_islower(text[2]) && g_ascii_islower(text[3]);
}

static bool
fits_lang(const char *text)
{
    return g_ascii_islower(text[0]) && g_ascii_islower(text[1]) &&
           !g_str_has_suffix(text, "-") &&
           strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") ==
               strlen(text);
}

/* Of a file below /usr/share/fonts: the build takes it from there, and from nowhere else. */
static bool
fits_font_file(const char *text)
{
    return text[0] != '/' && strstr(text, "..") == NULL;
}

/* Shorter ones would be found in words that tell nothing. In Chinese two letters are a word. */
static bool
fits_telling(const char *text)
{
    g_autofree char *entry = telling_entry(text);
    const char *letters = entry + (*entry == '-');
    int least = g_unichar_iswide(g_utf8_get_char(letters)) ? 2 : 3;

    return g_utf8_strlen(letters, -1) >= least;
}

static const Pattern telling_pattern = { fits_telling, DIAG_BAD_VALUE,
                                         N_("the beginning of a word, three letters at least; with "
                                            "- before it, any part of one") };
static const Pattern script_pattern = { fits_script, DIAG_BAD_VALUE,
                                        N_("four letters (ISO 15924), as Cyrl") };
static const Pattern lang_pattern = { fits_lang, DIAG_BAD_VALUE,
                                      N_("a BCP 47 tag, as sr-Latn") };

/* Each opening one with its closing one. */
static bool
fits_quotes(const char *text)
{
    return g_utf8_strlen(text, -1) % 2 == 0;
}

/* As telling words: the beginning of one, letters that count. */
static bool
fits_avoided(const char *text)
{
    g_autofree char *entry = telling_entry(text);

    return g_utf8_strlen(entry + (*entry == '-'), -1) >= 2;
}

static const Pattern quotes_pattern = { fits_quotes, DIAG_BAD_VALUE,
                                        N_("an opening quote and a closing one, as „“") };
static const Pattern avoided_pattern = { fits_avoided, DIAG_BAD_VALUE,
                                         N_("the beginning of a word, two letters at least") };

static const Choice digits[] = { { "western", false }, { "own", true }, { 0 } };

static const Choice severities[] = { { "note", SEVERITY_NOTE },
                                     { "warning", SEVERITY_WARNING },
                                     { "error", SEVERITY_ERROR },
                                     { 0 } };

static const Choice scopes[] = {
    { "cover", SCOPE_COVER }, { "body", SCOPE_BODY }, { "metadata", SCOPE_METADATA }, { 0 }
};

static const Field avoided_fields[] = {
    { "word", FIELD_WORD, REQUIRED, AT(AvoidedWord, word), .pattern = &avoided_pattern },
    { "use", FIELD_STRING, OPTIONAL, AT(AvoidedWord, use) },
    { "why", FIELD_STRING, REQUIRED, AT(AvoidedWord, why) },
    { "unless", FIELD_NAMES, OPTIONAL, AT(AvoidedWord, unless), .pattern = &avoided_pattern },
    { "severity", FIELD_CHOICE, OPTIONAL, AT(AvoidedWord, severity), .choices = severities,
      .otherwise = SEVERITY_WARNING },
    { "scope", FIELD_FLAGS, OPTIONAL, AT(AvoidedWord, scope), .choices = scopes,
      .otherwise = SCOPE_ALL },
    { 0 },
};

static const Type avoided_type = { .noun = N_("a word to avoid"),
                                   .fields = avoided_fields,
                                   .size = sizeof(AvoidedWord) };

/* Words; domain knowledge of plain language, not of any one language. */
enum { USUAL_WARN = 20, USUAL_ERROR = 25, USUAL_EASY = 15, USUAL_AVERAGE = 15 };

#define WORDS(key, member, usual) \
    { \
        key, FIELD_INT, OPTIONAL, AT(Locale, wording.member), .least = 3, .most = 99, \
                                                              .otherwise = (usual) \
    }

static const Field sentence_fields[] = {
    WORDS("warn", sentence_warn, USUAL_WARN),
    WORDS("error", sentence_error, USUAL_ERROR),
    WORDS("easy", sentence_easy, USUAL_EASY),
    WORDS("average", sentence_average, USUAL_AVERAGE),
    { 0 },
};

static const Type sentence_type = { .noun = "sentence", .fields = sentence_fields };

static const Field spelling_fields[] = {
    { "from", FIELD_STRING, REQUIRED, AT(Spelling, from) },
    { "to", FIELD_STRING, REQUIRED, AT(Spelling, to) },
    { 0 },
};

static const Type spelling_type = { .noun = N_("a spelling"),
                                    .fields = spelling_fields,
                                    .size = sizeof(Spelling) };

/* A file name, no path: the build puts dictionaries beside the program. */
static bool
fits_dictionary(const char *text)
{
    return g_ascii_isalnum(text[0]) && g_str_has_suffix(text, ".dic") &&
           strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") ==
               strlen(text);
}

static const Pattern dictionary_pattern = { fits_dictionary, DIAG_BAD_VALUE,
                                            N_("the name of a file, as hyph_sr_RS.dic") };

static const Field hyphenation_fields[] = {
    { "dictionary", FIELD_WORD, REQUIRED, AT(Locale, hyphenation.dictionary),
      .pattern = &dictionary_pattern },
    { "package", FIELD_STRING, REQUIRED, AT(Locale, hyphenation.package) },
    { "left", FIELD_INT, OPTIONAL, AT(Locale, hyphenation.left), .least = 1, .most = 9,
      .otherwise = 2 },
    { "right", FIELD_INT, OPTIONAL, AT(Locale, hyphenation.right), .least = 1, .most = 9,
      .otherwise = 3 },
    { "least", FIELD_INT, OPTIONAL, AT(Locale, hyphenation.least), .least = 2, .most = 99,
      .otherwise = 7 },
    { 0 },
};

static const Type hyphenation_type = { .noun = "hyphenation", .fields = hyphenation_fields };

static const Field locale_fields[] = {
    { "tag", FIELD_WORD, REQUIRED, AT(Locale, tag), .pattern = &locale_pattern },
    { "lang", FIELD_WORD, REQUIRED, AT(Locale, lang), .pattern = &lang_pattern },
    { "autonym", FIELD_STRING, REQUIRED, AT(Locale, autonym) },
    { "script", FIELD_WORD, REQUIRED, AT(Locale, script), .pattern = &script_pattern },
    { "direction", FIELD_CHOICE, REQUIRED, AT(Locale, direction), .choices = directions },
    { "families", FIELD_NAMES, REQUIRED, AT(Locale, families) },
    { "low_families", FIELD_NAMES, OPTIONAL, AT(Locale, low_families) },
    { "line_factor", FIELD_NUMBER, REQUIRED, AT(Locale, line_factor), .least = 1, .most = 3 },
    { "tall", FIELD_BOOL, OPTIONAL, AT(Locale, tall) },
    { "size_more", FIELD_NUMBER, OPTIONAL, AT(Locale, size_more), .most = 6 },
    { "quotes", FIELD_WORD, OPTIONAL, AT(Locale, wording.quotes), .pattern = &quotes_pattern },
    { "longest", FIELD_NUMBER, OPTIONAL, AT(Locale, wording.longest), .least = 1, .most = 5,
      .otherwise = 1.75 },
    { "digits", FIELD_EITHER, OPTIONAL, AT(Locale, wording.own_digits), .choices = digits },
    { "doubles_words", FIELD_BOOL, OPTIONAL, AT(Locale, wording.doubles_words) },
    { "notes", FIELD_NAMES, OPTIONAL, AT(Locale, wording.notes) },
    { "same", FIELD_NAMES, OPTIONAL, AT(Locale, wording.same) },
    { "avoid", FIELD_ITEMS, OPTIONAL, AT(Locale, wording.avoid), .type = &avoided_type },
    { "promises", FIELD_NAMES, OPTIONAL, AT(Locale, wording.promises),
      .pattern = &avoided_pattern },
    { "abbreviations", FIELD_NAMES, OPTIONAL, AT(Locale, wording.abbreviations) },
    { "law_words", FIELD_NAMES, OPTIONAL, AT(Locale, wording.law_words) },
    { "sentence", FIELD_GROUP, OPTIONAL, 0, .type = &sentence_type },
    { "spelled", FIELD_KEYED, OPTIONAL, AT(Locale, spelled), .type = &spelling_type },
    { "breaks", FIELD_EITHER, OPTIONAL, AT(Locale, breaks_at_zwsp), .choices = breaks },
    { "sentence_space", FIELD_EITHER, OPTIONAL, AT(Locale, sentences_touch),
      .choices = sentence_spaces },
    { "hyphenation", FIELD_GROUP, OPTIONAL, 0, .type = &hyphenation_type },
    { "telling", FIELD_NAMES, OPTIONAL, AT(Locale, telling), .pattern = &telling_pattern },
    { "derived_from", FIELD_NAME, OPTIONAL, AT(Locale, derived_from_name),
      .pattern = &locale_pattern },
    { 0 },
};

static void
check_families(Binder *binder, const Node *node, void *out)
{
    const Locale *locale = out;

    if (locale->families.count == 0)
        diag_add(binder->diags, DIAG_MISSING_KEY, node_find(node, "families")->where,
                 "a language needs at least one family of fonts");
    for (int i = 0; i < locale->low_families.count; i++)
        if (!names_have(locale->families, locale->low_families.items[i].text))
            diag_add(binder->diags, DIAG_BAD_VALUE, locale->low_families.items[i].where,
                     "'%s' is not among the language's families",
                     locale->low_families.items[i].text);
}

static const Type locale_type = { .noun = N_("a language"),
                                  .fields = locale_fields,
                                  .size = sizeof(Locale),
                                  .where = offsetof(Locale, where),
                                  .check = check_families };

static const Field font_fields[] = {
    { "family", FIELD_STRING, REQUIRED, AT(FontFace, family) },
    { "weight", FIELD_EITHER, REQUIRED, AT(FontFace, bold), .choices = weights },
    { "package", FIELD_STRING, REQUIRED, AT(FontFace, package) },
    { "file", FIELD_STRING, REQUIRED, AT(FontFace, file) },
    { "index", FIELD_INT, OPTIONAL, AT(FontFace, index), .most = 100 },
    { "on_demand", FIELD_BOOL, OPTIONAL, AT(FontFace, on_demand) },
    { 0 },
};

static void
stage_font(Binder *binder, const Node *node, void *out)
{
    FontFace *face = out;
    g_autofree char *name = g_path_get_basename(face->file);

    face->where = node->where;
    face->staged = arena_intern(binder->arena, name);
    if (!fits_font_file(face->file))
        diag_add(binder->diags, DIAG_BAD_PATH, node_find(node, "file")->where,
                 "'%s' is no path below /usr/share/fonts", face->file);
}

/* Faces of one family share their first member, so they have no place for check_duplicates(). */
static const Type font_type = {
    .noun = N_("a font"), .fields = font_fields, .size = sizeof(FontFace), .check = stage_font
};

void
read_fonts(Reader *reader)
{
    const Node *node = file_load(reader, file_find(reader, "fonts/fonts.yaml"));

    if (node != NULL)
        bind_items(&reader->binder, node, &font_type, NULL, &reader->project->fonts);
}

static bool
family_is_known(const Project *project, const char *family)
{
    for (int i = 0; i < project->fonts.count; i++)
        if (strcmp(project->fonts.items[i].family, family) == 0)
            return true;
    return false;
}

/* @families has none that fonts.yaml lacks. */
static void
check_known_families(Reader *reader, const GPtrArray *known, NameList families)
{
    for (int i = 0; i < families.count; i++) {
        const Name *name = &families.items[i];

        if (family_is_known(reader->project, name->text))
            continue;
        g_autofree char *hint =
            known_names_hint(name->text, (const char *const *) known->pdata, (int) known->len);
        diag_add(reader->binder.diags, DIAG_UNKNOWN_REFERENCE, name->where,
                 "'%s' is no family of fonts/fonts.yaml%s", name->text, hint);
    }
}

static void
check_fonts(Reader *reader, const Locale *locale)
{
    const Project *project = reader->project;
    g_autoptr(GPtrArray) known = g_ptr_array_new();

    if (!binder_has_all(&reader->binder, PART_FONTS))
        return;
    for (int i = 0; i < project->fonts.count; i++)
        g_ptr_array_add(known, (gpointer) project->fonts.items[i].family);
    check_known_families(reader, known, locale->families);
    check_known_families(reader, known, locale->low_families);
}

static void
check_derived(Reader *reader, Locale *locale)
{
    if (locale->derived_from_name.text == NULL)
        return;
    locale->derived_from = find_known(&reader->binder, KNOWN_LOCALE, locale->derived_from_name);
    if (locale->derived_from == NULL || locale->derived_from->derived_from_name.text == NULL)
        return;
    diag_add(reader->binder.diags, DIAG_BAD_VALUE, locale->derived_from_name.where,
             "'%s' is itself derived; name the language that is translated",
             locale->derived_from_name.text);
    locale->derived_from = NULL; /* or whoever follows it would go round in a ring */
}

/* Every leaflet needs them. */
static void
keep_telling_entries(Reader *reader, Locale *locale)
{
    Arena *arena = reader->binder.arena;
    const char **entries = arena_new_array(arena, const char *, locale->telling.count);

    for (int i = 0; i < locale->telling.count; i++) {
        g_autofree char *entry = telling_entry(locale->telling.items[i].text);

        entries[i] = arena_strdup(arena, entry);
    }
    locale->telling_entries = entries;
}

static void
read_locale(Reader *reader, const File *file, GArray *locales)
{
    const Node *node = file_load(reader, file->path);
    Locale locale = { 0 };

    if (node == NULL)
        return;
    bind_map(&reader->binder, node, &locale_type, NULL, &locale);
    check_id_of_file(reader, file, locale.tag, locale.where);
    check_fonts(reader, &locale);
    keep_telling_entries(reader, &locale);
    g_array_append_val(locales, locale);
}

void
read_locales(Reader *reader)
{
    g_autoptr(GArray) files = files_list(reader, "locales", NULL, "locale.yaml");
    g_autoptr(GArray) locales = g_array_new(FALSE, FALSE, sizeof(Locale));
    struct {
        Locale *items;
        int count;
    } sorted;

    for (guint i = 0; i < files->len; i++)
        read_locale(reader, &g_array_index(files, File, i), locales);
    add_pseudo_locales(reader, locales);
    gather(reader, locales, &locale_type, &sorted);
    for (int i = 0; i < sorted.count; i++)
        binder_add_known(&reader->binder, KNOWN_LOCALE, sorted.items[i].tag, &sorted.items[i]);
    for (int i = 0; i < sorted.count; i++)
        check_derived(reader, &sorted.items[i]);
    set_list(&reader->project->locales, sorted.items, sorted.count);
}
