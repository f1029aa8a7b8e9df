#include "command/touched.h"

#include <glib.h>
#include <string.h>

/* Of a file's name: "locales" "ar" "common.po". */
typedef char *const *Parts;

static bool
nothing(const Variant *variant, Parts parts)
{
    (void) variant;
    (void) parts;
    return false;
}

static bool
everything(const Variant *variant, Parts parts)
{
    (void) variant;
    (void) parts;
    return true;
}

static bool
is_or_comes_from(const Locale *locale, const char *tag)
{
    return locale != NULL &&
           (strcmp(locale->tag, tag) == 0 || is_or_comes_from(locale->derived_from, tag));
}

/* A leaflet has words in the language of the staff, and untranslated ones in that of the source. */
static bool
what_has_language(const Variant *variant, Parts parts)
{
    return is_or_comes_from(variant->locale, parts[1]) ||
           is_or_comes_from(variant->second, parts[1]) ||
           is_or_comes_from(variant->staff, parts[1]) ||
           is_or_comes_from(variant->pack->source_locale, parts[1]);
}

/* A PO file has the name of its domain: a pack, or something that all packs share. */
static bool
what_has_words(const Variant *variant, Parts parts)
{
    g_autofree char *domain = NULL;

    if (!what_has_language(variant, parts))
        return false;
    domain = g_strndup(parts[2], strlen(parts[2]) - strlen(".po"));
    return project_find_pack(variant->project, domain) == NULL ||
           strcmp(variant->pack->id, domain) == 0;
}

static bool
what_has_pack(const Variant *variant, Parts parts)
{
    return strcmp(variant->pack->id, parts[2]) == 0;
}

static bool
what_has_format(const Variant *variant, Parts parts)
{
    size_t length = strlen(variant->format->id);

    return strncmp(variant->format->id, parts[2], length) == 0 &&
           strcmp(parts[2] + length, ".yaml") == 0;
}

/* The first row that fits a file counts; what fits none is in no leaflet. */
static const struct {
    const char *files; /* `*` may hold a slash */
    bool (*touches)(const Variant *variant, Parts parts);
} rows[] = {
    { "locales/*/rightspack.po", nothing }, /* the program's own words */
    { "locales/*/*.po", what_has_words },
    { "locales/*/locale.yaml", what_has_language },
    { "content/packs/*/*", what_has_pack },
    { "content/formats/*.yaml", what_has_format },
    { "content/glossary.yaml", nothing },
    { "content/*", everything },
    { "fonts/*", everything },
    { "breaks/*", everything }, /* of the program's own data */
};

struct Touching {
    bool (*touches)(const Variant *variant, Parts parts);
    char **parts;
};

Touching *
touching_new(const char *file)
{
    Touching *touching = g_new0(Touching, 1);

    touching->touches = nothing;
    touching->parts = g_strsplit(file, "/", -1);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (g_pattern_match_simple(rows[i].files, file)) {
            touching->touches = rows[i].touches;
            break;
        }
    return touching;
}

void
touching_free(Touching *touching)
{
    if (touching == NULL)
        return;
    g_strfreev(touching->parts);
    g_free(touching);
}

bool
touching_is(const Touching *touching, const Variant *variant)
{
    return touching->touches(variant, touching->parts);
}

bool
touching_is_all(const Touching *touching)
{
    return touching->touches == everything;
}

bool
touched_by(const char *file, const Variant *variant)
{
    Touching *touching = touching_new(file);
    bool touched = touching_is(touching, variant);

    touching_free(touching);
    return touched;
}

bool
touched_is_translation(const char *file)
{
    return g_pattern_match_simple("locales/*/*.po", file) &&
           !g_str_has_suffix(file, "/rightspack.po");
}
