/* A telling word in a finished discreet leaflet is found wherever strangers see it, and only there. */
#include "test_verify_fixture.h"

/* Two panels side by side; the left is folded in. */
static const Panel panels[] = {
    { .id = "flap", .area = { 0, 0, 100, 100 }, .frame = { 10, 10, 80, 80 } },
    { .id = "cover", .area = { 100, 0, 100, 100 }, .frame = { 110, 10, 80, 80 }, .outer = true },
};
static const Fold folds[] = { { .at = 100 } };
static const Format folded = { .id = "folded",
                               .sheet = { 200, 100 },
                               .mirror = MIRROR_RTL,
                               .panels = { panels, 2 },
                               .folds = { folds, 1 } };
static const char *const entries[] = { "victim", "-ضحايا" };

static Document
discreet_leaflet(const Locale *locale)
{
    Document document = leaflet;

    document.variant.format = &folded;
    document.variant.locale = locale;
    document.variant.discreet = true;
    document.telling = entries;
    document.telling_count = COUNT(entries);
    return document;
}

static int
count_telling(const Document *document, const char *listing)
{
    g_autoptr(Diags) diags = findings_of(document, listing);
    int count = 0;

    for (unsigned i = 0; i < diags_count(diags); i++)
        count += diags_find(diags, i)->code == DIAG_TELLING_WORD;
    return count;
}

/* A word in the middle of the flap, then one in the middle of the cover. */
static const char flap_word[] = "word\t1\t40\t50\t60\t60\tVictims\nfont\t";
static const char cover_word[] = "word\t1\t140\t50\t160\t60\tVictims\nfont\t";

static const struct {
    const char *name, *old, *new;
    int count;
} places[] = {
    { "nowhere", "end\n", "end\n", 0 },
    { "inside", "font\t", flap_word, 0 },
    { "outside", "font\t", cover_word, 1 },
    { "margin", "font\t", "word\t1\t40\t92\t60\t98\tvictims\nfont\t", 1 },
    { "broken", "font\t",
      "word\t1\t180\t50\t190\t60\tvic-\nword\t1\t110\t40\t120\t50\ttim\nfont\t", 1 },
    { "two-words", "font\t",
      "word\t1\t180\t50\t190\t60\tvic\nword\t1\t110\t40\t120\t50\ttim\nfont\t", 0 },
    { "bookmark", "font\t", "bookmark\t0\tFor victims\nfont\t", 1 },
    { "metadata", "DRAFT – What", "For victims – What", 1 },
    { "info", "pages\t1\n", "info\tsubject\tvictims\npages\t1\n", 1 },
    { "picture", "A house", "A house for victims", 1 },
    { "title", "H1\t1\t\t\t\tWhat", "H1\t1\t\t\t\tVictims: what", 1 },
    { "paragraph", "P\t1\t\t\t\tAdvice", "P\t1\t\t\t\tVictims: advice", 0 },
    { "link", "help.example/", "victims.example/", 1 },
    { "unplaced", "text\t1\tAdvice line\n", "text\t1\tAdvice for victims\n", 1 },
};

static void
test_a_telling_word_is_found(gconstpointer user)
{
    int row = GPOINTER_TO_INT(user);
    Document document = discreet_leaflet(&english);
    g_autofree char *listing = replaced(sound, places[row].old, places[row].new);

    g_assert_cmpint(count_telling(&document, listing), ==, places[row].count);
    document.variant.discreet = false;
    g_assert_cmpint(count_telling(&document, listing), ==, 0);
}

static void
test_nothing_else_is_said(void)
{
    Document document = discreet_leaflet(&english);
    g_autofree char *listing = replaced(sound, "font\t", cover_word);
    g_autoptr(Diags) diags = findings_of(&document, listing);

    assert_only(diags, DIAG_TELLING_WORD);
}

/* In right-to-left leaflets the flap is on the right. */
static void
test_panels_are_mirrored(void)
{
    static const Locale arabic = { .tag = "ar", .lang = "ar", .direction = DIRECTION_RTL };
    Document document = discreet_leaflet(&arabic);
    g_autofree char *on_the_left = replaced(sound, "font\t", flap_word);
    g_autofree char *on_the_right = replaced(sound, "font\t", cover_word);

    g_assert_cmpint(count_telling(&document, on_the_left), ==, 1);
    g_assert_cmpint(count_telling(&document, on_the_right), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (int i = 0; i < COUNT(places); i++) {
        g_autofree char *path = g_strdup_printf("/verify-discreet/%s", places[i].name);

        g_test_add_data_func(path, GINT_TO_POINTER(i), test_a_telling_word_is_found);
    }
    g_test_add_func("/verify-discreet/alone", test_nothing_else_is_said);
    g_test_add_func("/verify-discreet/mirrored", test_panels_are_mirrored);
    return g_test_run();
}
