#include "layout/hyphens.h"

#include <string.h>

enum { LARGEST_FILE = 4 * 1024 * 1024, LONGEST_WORD = 100, LONGEST_PATTERN = 60 };

/* The values of a pattern: one before each of its letters and one behind the last, "0".."9". */
typedef struct Pattern {
    guint8 count;
    guint8 changes; /* not 0: the word is spelled another way where it parts */
    guint8 values[];
} Pattern;

struct Hyphens {
    GHashTable *patterns; /* letters to Pattern */
    GStringChunk *letters;
    GPtrArray *owned; /* Pattern */
    int longest;      /* letters of the longest pattern */
};

/* --- reading a dictionary ------------------------------------------------------------------ */

/* Names that iconv has not, or has for something else. */
static const struct {
    const char *name, *known;
} charsets[] = {
    { "microsoft-cp1251", "CP1251" },
};

static const char *
charset_named(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(charsets); i++)
        if (strcmp(charsets[i].name, name) == 0)
            return charsets[i].known;
    return name;
}

/* A line like "a1b2c": letters without the digits go to @letters, digits to @values; false when it is something
 * else: a comment, a setting, a rule for signs. */
static bool
split_pattern(const char *line, GString *letters, guint8 *values, int *count)
{
    *count = 0;
    values[0] = 0;
    for (; *line != '\0' && *line != '/'; line = g_utf8_next_char(line)) {
        gunichar c = g_utf8_get_char(line);

        if (g_ascii_isdigit(*line)) {
            values[*count] = (guint8) (*line - '0');
            continue;
        }
        if ((c != '.' && !g_unichar_isalpha(c) && !g_unichar_ismark(c)) ||
            *count == LONGEST_PATTERN || g_ascii_isupper(*line))
            return false;
        g_string_append_unichar(letters, c);
        values[++*count] = 0;
    }
    return *count > 0;
}

static void
add_pattern(Hyphens *hyphens, const char *line)
{
    g_autoptr(GString) letters = g_string_new(NULL);
    guint8 values[LONGEST_PATTERN + 1];
    int count;

    if (!split_pattern(line, letters, values, &count))
        return;
    Pattern *pattern = g_malloc(sizeof(Pattern) + (gsize) count + 1);
    pattern->count = (guint8) count;
    pattern->changes = strchr(line, '/') != NULL;
    memcpy(pattern->values, values, (gsize) count + 1);
    g_ptr_array_add(hyphens->owned, pattern);
    g_hash_table_insert(
        hyphens->patterns,
        g_string_chunk_insert_len(hyphens->letters, letters->str, (gssize) letters->len),
        pattern);
    hyphens->longest = MAX(hyphens->longest, count);
}

static void
add_patterns(Hyphens *hyphens, char *text)
{
    while (text != NULL) {
        char *end = strchr(text, '\n');

        if (end != NULL)
            *end++ = '\0';
        add_pattern(hyphens, g_strchomp(text));
        text = end;
    }
}

/* The file as UTF-8 without its first line, which names its charset; NULL when it is no such file. */
static char *
load_text(const char *path)
{
    g_autofree char *bytes = NULL;
    gsize length;

    if (!g_file_get_contents(path, &bytes, &length, NULL) || length > LARGEST_FILE)
        return NULL;
    char *text = memchr(bytes, '\n', length);
    if (text == NULL)
        return NULL;
    *text++ = '\0';
    return g_convert(text, (gssize) (length - (gsize) (text - bytes)), "UTF-8",
                     charset_named(g_strchomp(bytes)), NULL, NULL, NULL);
}

Hyphens *
hyphens_load(const char *path)
{
    g_autofree char *text = load_text(path);

    if (text == NULL)
        return NULL;
    Hyphens *hyphens = g_new0(Hyphens, 1);
    hyphens->patterns = g_hash_table_new(g_str_hash, g_str_equal);
    hyphens->letters = g_string_chunk_new(64 * 1024);
    hyphens->owned = g_ptr_array_new_with_free_func(g_free);
    add_patterns(hyphens, text);
    return hyphens;
}

void
hyphens_free(Hyphens *hyphens)
{
    if (hyphens == NULL)
        return;
    g_hash_table_unref(hyphens->patterns);
    g_string_chunk_free(hyphens->letters);
    g_ptr_array_unref(hyphens->owned);
    g_free(hyphens);
}

/* --- finding places ------------------------------------------------------------------------ */

/* The strongest value so far before each letter of ".word." */
typedef struct Marks {
    guint8 values[LONGEST_WORD + 3];
    bool changes[LONGEST_WORD + 3];
} Marks;

static void
apply_pattern(const Pattern *pattern, Marks *marks, int at)
{
    for (int i = 0; i <= pattern->count; i++) {
        guint8 value = pattern->values[i];

        if (value < marks->values[at + i] || value == 0)
            continue;
        if (value > marks->values[at + i])
            marks->changes[at + i] = false;
        marks->values[at + i] = value;
        marks->changes[at + i] |= pattern->changes != 0;
    }
}

/* Every pattern that begins with letter number @first of @dotted. */
static void
apply_from(const Hyphens *hyphens, const char *dotted, int first, Marks *marks)
{
    g_autoptr(GString) part = g_string_new(NULL);

    for (int count = 1; *dotted != '\0' && count <= hyphens->longest; count++) {
        const char *next = g_utf8_next_char(dotted);

        g_string_append_len(part, dotted, next - dotted);
        const Pattern *pattern = g_hash_table_lookup(hyphens->patterns, part->str);
        if (pattern != NULL)
            apply_pattern(pattern, marks, first);
        dotted = next;
    }
}

void
hyphens_find(const Hyphens *hyphens, const gunichar *word, int count, bool *breaks)
{
    g_autoptr(GString) dotted = g_string_new(".");
    Marks marks = { 0 };
    int first = 0;

    memset(breaks, false, (gsize) count * sizeof *breaks);
    if (count > LONGEST_WORD)
        return;
    for (int i = 0; i < count; i++)
        g_string_append_unichar(dotted, g_unichar_tolower(word[i]));
    g_string_append_c(dotted, '.');
    for (const char *at = dotted->str; *at != '\0'; at = g_utf8_next_char(at))
        apply_from(hyphens, at, first++, &marks);
    for (int i = 0; i + 1 < count;
         i++) /* the place behind letter i is before letter i + 2 of ".word." */
        breaks[i] = marks.values[i + 2] % 2 == 1 && !marks.changes[i + 2];
}
