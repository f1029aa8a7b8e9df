#include "translate/serbian.h"

#include <gio/gio.h>
#include <string.h>

static void
assert_latin(const char *cyrillic, const char *latin)
{
    g_autofree char *made = serbian_latin(cyrillic);

    g_assert_cmpstr(made, ==, latin);
}

static void
test_every_letter_has_its_latin_one(void)
{
    assert_latin("абвгдђежзијклљмнњопрстћуфхцчџш", "abvgdđežzijklljmnnjoprstćufhcčdžš");
    assert_latin("АБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ", "ABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ");
}

static void
test_a_digraph_is_capital_among_capitals(void)
{
    assert_latin("Његош", "Njegoš");
    assert_latin("ЊЕГОШ", "NJEGOŠ");
    assert_latin("ЏЕП", "DŽEP");
    assert_latin("Џеп", "Džep");
    assert_latin("БИЊа", "BINJa");
    assert_latin("ЊЕН и Њен", "NJEN i Njen");
    assert_latin("КОЊ", "KONJ");
    assert_latin("Реч КРАЉ.", "Reč KRALJ.");
    assert_latin("ЉУБАВ Љубав љубав", "LJUBAV Ljubav ljubav");
}

static void
test_a_digraph_alone_is_as_at_the_head_of_a_word(void)
{
    assert_latin("Љ", "Lj");
    assert_latin("А Љ Б", "A Lj B");
}

static void
test_what_is_not_serbian_cyrillic_stays(void)
{
    assert_latin("", "");
    assert_latin("Zovi ASTRA: 011 785, зови Атину", "Zovi ASTRA: 011 785, zovi Atinu");
    assert_latin("„Треба ми помоћ“ – рекла је", "„Treba mi pomoć“ – rekla je");
    assert_latin("йыю العربية", "йыю العربية");
}

static void
test_placeholders_and_addresses_stay(void)
{
    assert_latin("Зови {tel.astra} за {reflection_days} дана",
                 "Zovi {tel.astra} za {reflection_days} dana");
    assert_latin("Види https://пример.срб/љ и даље", "Vidi https://пример.срб/љ i dalje");
    assert_latin("Пиши на помоћ@пример.срб одмах", "Piši na помоћ@пример.срб odmah");
    assert_latin("На астра.срб пише", "Na астра.срб piše");
    assert_latin("Њ{n}Њ", "Nj{n}Nj");
    assert_latin("(www.пример.срб), ено", "(www.пример.срб), eno");
}

static void
test_spelled_words_are_not_written_letter_by_letter(void)
{
    const Spelling spelled[] = { { "Фејсбук", "Facebook" }, { "Њујорк", "New York" } };
    const SpellingList list = { spelled, G_N_ELEMENTS(spelled) };
    static const struct {
        const char *cyrillic, *latin;
    } rows[] = {
        { "На Фејсбуку пише", "Na Facebooku piše" },
        { "„Њујорк“, Њујорка", "„New York“, New Yorka" },
        { "НаФејсбуку", "NaFejsbuku" },
        { "Њ. Фејсбук", "Nj. Facebook" },
        { "{n} Фејсбук", "{n} Facebook" },
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *latin = serbian_latin_spelled(rows[i].cyrillic, list);

        g_assert_cmpstr(latin, ==, rows[i].latin);
    }
}

/* --- beside recode-sr-latin ---------------------------------------------------------------- */

/* Every form of every entry of the PO file at @path, a line each. */
static void
add_catalog(GPtrArray *lines, const char *path)
{
    g_autofree char *bytes = NULL;
    GString *text = NULL;

    g_assert_true(g_file_get_contents(path, &bytes, NULL, NULL));
    g_auto(GStrv) rows = g_strsplit(bytes, "\n", -1);
    for (int i = 0; rows[i] != NULL; i++) {
        const char *open = strchr(rows[i], '"'), *close = strrchr(rows[i], '"');

        if (g_str_has_prefix(rows[i], "msgstr"))
            text = g_string_new(NULL);
        if (text != NULL && open != NULL && *rows[i] != '#')
            g_string_append_len(text, open + 1, close - open - 1);
        if (text != NULL && (rows[i + 1] == NULL || rows[i + 1][0] != '"')) {
            g_ptr_array_add(lines, g_string_free(text, FALSE));
            text = NULL;
        }
    }
}

static void
add_catalogs(GPtrArray *lines)
{
    g_autofree char *folder =
        g_build_filename(g_getenv("RIGHTSPACK_SOURCE_DIR"), "locales", "sr", NULL);
    g_autoptr(GDir) names = g_dir_open(folder, 0, NULL);
    const char *name;

    while ((name = g_dir_read_name(names)) != NULL) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        if (g_str_has_suffix(name, ".po"))
            add_catalog(lines, path);
    }
}

static void
add_words(GPtrArray *lines)
{
    g_autofree char *bytes = NULL;
    g_autofree char *path = g_build_filename(g_getenv("RIGHTSPACK_SOURCE_DIR"), "tests", "unit",
                                             "serbian-words.txt", NULL);

    g_assert_true(g_file_get_contents(path, &bytes, NULL, NULL));
    g_auto(GStrv) words = g_strsplit(g_strchomp(bytes), "\n", -1);
    for (int i = 0; words[i] != NULL; i++)
        g_ptr_array_add(lines, g_strdup(words[i]));
}

/* Each of @lines as recode-sr-latin writes it; NULL: the program is not there. */
static GStrv
recoded(const GPtrArray *lines)
{
    const char *const command[] = { "recode-sr-latin", NULL };
    g_autofree char *input = g_strjoinv("\n", (char **) lines->pdata);
    g_autoptr(GSubprocessLauncher) launcher = g_subprocess_launcher_new(
        G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
    g_autofree char *output = NULL;

    g_subprocess_launcher_setenv(launcher, "LC_ALL", "C.UTF-8", TRUE);
    g_autoptr(GSubprocess) process = g_subprocess_launcher_spawnv(launcher, command, NULL);
    if (process == NULL)
        return NULL;
    g_assert_true(g_subprocess_communicate_utf8(process, input, NULL, &output, NULL, NULL));
    return g_strsplit(output, "\n", -1);
}

static void
test_is_the_same_as_recode_sr_latin(void)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_null_terminated(0, g_free, TRUE);
    int differ = 0;

    add_catalogs(lines);
    add_words(lines);
    g_assert_cmpuint(lines->len, >=, 500);

    g_auto(GStrv) theirs = recoded(lines);
    if (theirs == NULL) {
        g_test_skip("recode-sr-latin is not installed");
        return;
    }
    for (guint i = 0; i < lines->len; i++) {
        g_autofree char *ours = serbian_latin(lines->pdata[i]);

        if (strcmp(ours, theirs[i]) == 0)
            continue;
        g_test_message("%s: %s, not %s", (char *) lines->pdata[i], ours, theirs[i]);
        differ++;
    }
    g_assert_cmpint(differ, ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/serbian/letters", test_every_letter_has_its_latin_one);
    g_test_add_func("/serbian/digraphs", test_a_digraph_is_capital_among_capitals);
    g_test_add_func("/serbian/alone", test_a_digraph_alone_is_as_at_the_head_of_a_word);
    g_test_add_func("/serbian/others", test_what_is_not_serbian_cyrillic_stays);
    g_test_add_func("/serbian/protected", test_placeholders_and_addresses_stay);
    g_test_add_func("/serbian/spelled", test_spelled_words_are_not_written_letter_by_letter);
    g_test_add_func("/serbian/recode", test_is_the_same_as_recode_sr_latin);
    return g_test_run();
}
