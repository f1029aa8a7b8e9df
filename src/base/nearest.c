#include "base/nearest.h"

#include <glib.h>
#include <stdbool.h>

enum { MOST_LETTERS = 64 }; /* names are short; longer text is no slip of a name */

typedef struct Letters {
    gunichar at[MOST_LETTERS];
    int count; /* 0: too long, or not UTF-8 */
} Letters;

static Letters
letters_of(const char *name)
{
    Letters letters = { .count = 0 };
    int count = 0;

    if (!g_utf8_validate(name, -1, NULL))
        return letters;
    for (; *name != '\0'; name = g_utf8_next_char(name)) {
        if (count == MOST_LETTERS)
            return letters;
        letters.at[count++] = g_unichar_tolower(g_utf8_get_char(name));
    }
    letters.count = count;
    return letters;
}

/* Damerau-Levenshtein, each pair swapped at most once; three rows of its table are kept. */
static int
slips_between(const Letters *a, const Letters *b)
{
    int rows[3][MOST_LETTERS + 1] = { 0 };

    for (int j = 0; j <= b->count; j++)
        rows[0][j] = j;
    for (int i = 1; i <= a->count; i++) {
        int *row = rows[i % 3];
        const int *above = rows[(i + 2) % 3];
        const int *two_above = rows[(i + 1) % 3];

        row[0] = i;
        for (int j = 1; j <= b->count; j++) {
            bool same = a->at[i - 1] == b->at[j - 1];
            bool swapped =
                i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] && a->at[i - 2] == b->at[j - 1];

            row[j] = MIN(MIN(above[j], row[j - 1]) + 1, above[j - 1] + !same);
            if (swapped)
                row[j] = MIN(row[j], two_above[j - 2] + 1);
        }
    }
    return rows[a->count % 3][b->count];
}

const char *
nearest_name(const char *wanted, const char *const *known, int count)
{
    Letters letters = letters_of(wanted);
    const char *nearest = NULL;
    int least = MAX(1, letters.count / 3) + 1;

    if (letters.count == 0)
        return NULL;
    for (int i = 0; i < count; i++) {
        Letters other = letters_of(known[i]);
        int slips = slips_between(&letters, &other);

        if (other.count > 0 && slips < least) {
            least = slips;
            nearest = known[i];
        }
    }
    return nearest;
}
