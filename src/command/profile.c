/* The offsets are those of ICC.1:2010 (version 4.3): 7.2 header, 7.3 table of tags, 10.13 mluc; and of
 * ICC.1:2001-04 (version 2), 6.5.17 desc. */
#include "command/profile.h"

#include <glib/gi18n.h>
#include <string.h>

enum {
    HEADER_SIZE = 128,
    VERSION_AT = 8,
    CLASS_AT = 12,
    SPACE_AT = 16,
    SIGNATURE_AT = 36,
    TAGS_AT = HEADER_SIZE + 4,
    TAG_SIZE = 12,
    MOST_TAGS = 100,
    MOST_BYTES = 20 * 1024 * 1024,
    LATEST_VERSION = 4 /* that PDF knows */
};

typedef struct Span {
    const guint8 *start;
    gsize size;
} Span;

static guint32
number_at(const guint8 *bytes)
{
    return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 |
           bytes[3];
}

static bool
says(Span profile, gsize at, const char *word)
{
    return profile.size >= at + 4 && memcmp(profile.start + at, word, 4) == 0;
}

/* The data of the tag @name; size 0 when there is none. */
static Span
find_tag(Span profile, const char *name)
{
    guint32 count = MIN(number_at(profile.start + HEADER_SIZE), MOST_TAGS);

    for (guint32 i = 0; i < count && TAGS_AT + (i + 1) * TAG_SIZE <= profile.size; i++) {
        const guint8 *tag = profile.start + TAGS_AT + i * TAG_SIZE;
        guint32 at = number_at(tag + 4), size = number_at(tag + 8);

        if (memcmp(tag, name, 4) == 0 && at <= profile.size && size <= profile.size - at)
            return (Span){ profile.start + at, size };
    }
    return (Span){ NULL, 0 };
}

/* "desc" of version 2: a count at 8, ASCII with its NUL at 12. */
static char *
plain_name(Span tag)
{
    guint32 count = tag.size < 12 ? 0 : number_at(tag.start + 8);

    return count == 0 || count > tag.size - 12 ? NULL
                                               : g_strndup((const char *) tag.start + 12, count);
}

/* "mluc" of version 4: the first of its texts, in UTF-16. */
static char *
unicode_name(Span tag)
{
    guint32 length = tag.size < 28 ? 0 : number_at(tag.start + 20);
    guint32 at = tag.size < 28 ? 0 : number_at(tag.start + 24);

    if (length == 0 || at > tag.size || length > tag.size - at)
        return NULL;
    return g_convert((const char *) tag.start + at, length, "UTF-8", "UTF-16BE", NULL, NULL,
                     NULL);
}

static char *
name_of(Span profile)
{
    Span tag = find_tag(profile, "desc");
    char *name = says(tag, 0, "mluc") ? unicode_name(tag) : plain_name(tag);

    if (name == NULL || *name == '\0' || !g_utf8_validate(name, -1, NULL)) {
        g_free(name);
        return g_strdup("Custom");
    }
    return name;
}

/* Size as its header says, with tables from inks to colours and back. */
static bool
is_whole(Span profile)
{
    return number_at(profile.start) == profile.size && find_tag(profile, "A2B0").size > 0 &&
           find_tag(profile, "B2A0").size > 0;
}

static const char *
fault_of(Span profile)
{
    if (profile.size < TAGS_AT || profile.size > MOST_BYTES ||
        !says(profile, SIGNATURE_AT, "acsp"))
        return N_("this is no ICC profile");
    if (!says(profile, CLASS_AT, "prtr") || !says(profile, SPACE_AT, "CMYK"))
        return N_("this profile is not of a press with four inks (class prtr, CMYK)");
    if (profile.start[VERSION_AT] > LATEST_VERSION)
        return N_("this profile is newer than version 4, the last that PDF knows");
    if (!is_whole(profile))
        return N_("this profile is cut off, or lacks the tables of inks (A2B0, B2A0)");
    return NULL;
}

Profile *
profile_load(const char *path, Diags *diags)
{
    Where where = { path, 0, 0 };
    g_autoptr(GError) error = NULL;
    g_autofree char *bytes = NULL;
    Span profile = { NULL, 0 };

    if (!g_file_get_contents(path, &bytes, &profile.size, &error)) {
        diag_add(diags, DIAG_UNREADABLE_FILE, where, "%s", error->message);
        return NULL;
    }
    profile.start = (const guint8 *) bytes;
    const char *fault = fault_of(profile);
    if (fault != NULL) {
        diag_add(diags, DIAG_BAD_PROFILE, where, "%s", _(fault));
        return NULL;
    }
    Profile *loaded = g_new0(Profile, 1);
    loaded->name = name_of(profile);
    loaded->bytes = g_bytes_new_take(g_steal_pointer(&bytes), profile.size);
    return loaded;
}

void
profile_free(Profile *profile)
{
    if (profile == NULL)
        return;
    g_bytes_unref(profile->bytes);
    g_free(profile->name);
    g_free(profile);
}
