/* Parts of a plan: together they are the plan, and each is a fair one. */
#include "command/shard.h"

#include <glib.h>

enum { FORMATS = 10, AUDIENCES = 4, MOST_LOCALES = 200, MOST_PARTS = 100 };

static const Pack pack;
static const Locale locales[MOST_LOCALES];
static const Format formats[FORMATS];

/* As jobs_new() makes it: in each language every audience, and of each every format. */
static Jobs *
plan_of(int count)
{
    Jobs *jobs = g_new0(Jobs, 1);

    jobs->items = g_new0(Job, count);
    jobs->count = count;
    for (int i = 0; i < count; i++) {
        jobs->items[i].name = g_strdup_printf("%d", i);
        jobs->items[i].variant = (Variant){ .pack = &pack,
                                            .locale = &locales[i / FORMATS / AUDIENCES],
                                            .format = &formats[i % FORMATS] };
    }
    return jobs;
}

static Jobs *
part_of(int count, int number, int parts)
{
    Jobs *jobs = plan_of(count);

    shard_keep(jobs, (Shard){ number, parts });
    return jobs;
}

static int
number_of(const Jobs *jobs, int index)
{
    return (int) g_ascii_strtoll(jobs->items[index].name, NULL, 10);
}

static void
test_every_leaflet_is_in_one_part(void)
{
    for (int count = 0; count <= 90; count += 9)
        for (int parts = 1; parts <= count + 3; parts++) {
            g_autofree int *seen = g_new0(int, count + 1);

            for (int number = 1; number <= parts; number++) {
                g_autoptr(Jobs) jobs = part_of(count, number, parts);

                for (int i = 0; i < jobs->count; i++)
                    seen[number_of(jobs, i)]++;
                for (int i = 1; i < jobs->count; i++)
                    g_assert_cmpint(number_of(jobs, i - 1), <, number_of(jobs, i));
            }
            for (int i = 0; i < count; i++)
                g_assert_cmpint(seen[i], ==, 1);
        }
}

static void
test_no_part_is_the_whole(void)
{
    g_autoptr(Jobs) jobs = part_of(50, 0, 0);

    g_assert_cmpint(jobs->count, ==, 50);
}

static void
test_as_many_parts_as_leaflets_have_one_each(void)
{
    for (int number = 1; number <= MOST_PARTS; number++) {
        g_autoptr(Jobs) jobs = part_of(MOST_PARTS, number, MOST_PARTS);

        g_assert_cmpint(jobs->count, ==, 1);
        g_assert_cmpint(number_of(jobs, 0), ==, number - 1);
    }
}

static void
test_parts_are_of_a_size(void)
{
    for (int parts = 2; parts <= 25; parts++)
        for (int number = 1; number <= parts; number++) {
            const int count = 30 * AUDIENCES * FORMATS;
            g_autoptr(Jobs) jobs = part_of(count, number, parts);

            g_assert_cmpint(jobs->count, <=, count / parts * 5 / 4 + 1);
            g_assert_cmpint(jobs->count, >=, count / parts * 3 / 4 - 1);
        }
}

/* The number of parts may divide that of formats, and yet no part has all the booklets. */
static void
test_formats_are_spread(void)
{
    const int count = 10 * AUDIENCES * FORMATS;

    for (int parts = 2; parts <= 10; parts++)
        for (int number = 1; number <= parts; number++) {
            g_autoptr(Jobs) jobs = part_of(count, number, parts);
            int of[FORMATS] = { 0 };

            for (int i = 0; i < jobs->count; i++)
                of[jobs->items[i].variant.format - formats]++;
            for (int i = 0; i < FORMATS; i++) {
                g_assert_cmpint(of[i], >, 0);
                g_assert_cmpint(of[i], <=, count / FORMATS / parts * 2 + 1);
            }
        }
}

static void
test_languages_stay_together(void)
{
    const int count = MOST_LOCALES * AUDIENCES * FORMATS;
    g_autofree int *part_of_locale = g_new0(int, MOST_LOCALES);

    for (int number = 1; number <= 4; number++) {
        g_autoptr(Jobs) jobs = part_of(count, number, 4);

        for (int i = 0; i < jobs->count; i++) {
            int *part = &part_of_locale[jobs->items[i].variant.locale - locales];

            g_assert_true(*part == 0 || *part == number);
            *part = number;
        }
    }
}

static void
test_what_a_part_is_called(void)
{
    static const char *const wrong[] = { "",      "1",   "0/3",   "4/3",  "-1/3",    "1/0",
                                         "1/2/3", "a/b", "1 / 3", "1/3x", "1/100001" };
    g_autoptr(Diags) diags = diags_new();
    Shard shard;

    g_assert_true(shard_parse("3/12", &shard, diags));
    g_assert_cmpint(shard.number, ==, 3);
    g_assert_cmpint(shard.count, ==, 12);
    g_assert_true(shard_parse(NULL, &shard, diags));
    g_assert_cmpint(shard.count, ==, 0);
    g_assert_false(diags_have_errors(diags));
    for (size_t i = 0; i < G_N_ELEMENTS(wrong); i++)
        g_assert_false(shard_parse(wrong[i], &shard, diags));
    g_assert_cmpuint(diags_count(diags), ==, G_N_ELEMENTS(wrong));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/shard/whole", test_every_leaflet_is_in_one_part);
    g_test_add_func("/shard/none", test_no_part_is_the_whole);
    g_test_add_func("/shard/one-each", test_as_many_parts_as_leaflets_have_one_each);
    g_test_add_func("/shard/size", test_parts_are_of_a_size);
    g_test_add_func("/shard/formats", test_formats_are_spread);
    g_test_add_func("/shard/languages", test_languages_stay_together);
    g_test_add_func("/shard/parse", test_what_a_part_is_called);
    return g_test_run();
}
