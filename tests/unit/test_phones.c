/* Phone numbers: how they must be written, and how those in a text are found. */
#include "base/phone.h"
#include "model/numbers.h"
#include "test_read_fixture.h"

static const char contact_file[] = "- id: police\n"
                                   "  name: Police\n"
                                   "  kind: emergency\n"
                                   "  phone: PHONE\n"
                                   "  seen_at: here\n";

/* A phone as it is written, and what is said of it. */
static const struct {
    const char *phone, *said;
} phones[] = {
    { "{short: \"192\", country: RS}", "" },
    { "{short: \"116000\", show: \"116 000\", country: RS}", "" },
    { "{e164: \"+381117850000\", show: \"011 785 00 00\"}", "" },
    { "{e164: \"+381117850000\", show: \"(011) 785-00/00\", country: RS}", "" },
    { "{e164: \"+381117850000\", show: \"+381 11 785 00 00\"}", "" },
    { "{e164: \"+36612345678\", show: \"06 61 234 5678\"}", "" },
    { "{e164: \"+3615550100\", show: \"06 1 555 0100\"}", "" },
    { "{e164: \"+34900123456\", show: \"900 123 456\"}", "" },
    { "{e164: \"+80012345678\", show: \"+800 1234 5678\"}", "" },
    { "{e164: \"+61131450000\", show: \"+61 131 450 000\"}", "" },

    { "{}", "rs.yaml:4:10 bad-phone" },
    { "{e164: \"+381117850000\", short: \"192\", country: RS}", "rs.yaml:4:10 bad-phone" },
    { "{e164: \"381117850000\", show: \"011\"}", "rs.yaml:4:17 bad-phone" },
    { "{e164: \"+38111785000A\", show: \"011\"}", "rs.yaml:4:17 bad-phone" },
    { "{e164: \"+381 11 785 00 00\", show: \"011\"}", "rs.yaml:4:17 bad-phone" },
    { "{e164: \"+3811178\", show: \"011 78\"}", "rs.yaml:4:17 bad-phone" },
    { "{e164: \"+3811178500001234\", show: \"011\"}", "rs.yaml:4:17 bad-phone" },
    { "{e164: \"+00381117850\", show: \"011\"}", "rs.yaml:4:17 bad-phone" },
    { "{e164: \"+38111785000012\", show: \"011 785 000 012\"}", "rs.yaml:4:17 phone-length" },
    { "{e164: \"+3811178500\", show: \"011 785 00\"}", "rs.yaml:4:17 phone-length" },
    { "{e164: \"+384117850000\", show: \"011 785 00 00\"}", "rs.yaml:4:17 phone-country" },
    { "{e164: \"+381117850000\", show: \"011 785 00 00\", country: HU}",
      "rs.yaml:4:66 phone-country" },
    { "{short: \"192\", country: ZZ}", "rs.yaml:4:34 phone-country" },
    { "{e164: \"+381117850000\"}", "rs.yaml:4:10 missing-key" },
    { "{short: \"192\"}", "rs.yaml:4:10 missing-key" },
    { "{short: \"1\", country: RS}", "rs.yaml:4:18 bad-phone" },
    { "{short: \"1234567\", country: RS}", "rs.yaml:4:18 bad-phone" },
    { "{short: \"192\", show: \"193\", country: RS}", "rs.yaml:4:31 phone-shown" },
    { "{short: \"192\", show: \"+192\", country: RS}", "rs.yaml:4:31 phone-shown" },
    { "{e164: \"+381117850000\", show: \"011 785 00 01\"}", "rs.yaml:4:40 phone-shown" },
    { "{e164: \"+381117850000\", show: \"11 785 00 00\"}", "rs.yaml:4:40 phone-shown" },
    { "{e164: \"+381117850000\", show: \"785 00 00\"}", "rs.yaml:4:40 phone-shown" },
    { "{e164: \"+381117850000\", show: \"381 11 785 00 00\"}", "rs.yaml:4:40 phone-shown" },
    { "{e164: \"+381117850000\", show: \"011 785 OO OO\"}", "rs.yaml:4:40 bad-phone" },
    { "{e164: \"+381117850000\", show: \"٠١١ ٧٨٥\"}", "rs.yaml:4:40 bad-phone" },
    { "{e164: \"+61131450000\", show: \"0131 450 000\"}", "rs.yaml:4:39 phone-shown" },
};

/* Only of the file of contacts: without it others lack what they name. */
static char *
said_of_contacts(const Diags *diags)
{
    g_autofree char *all = said(diags);
    g_auto(GStrv) each = g_strsplit(all, "; ", -1);
    GString *some = g_string_new(NULL);

    for (int i = 0; each[i] != NULL; i++)
        if (g_str_has_prefix(each[i], "rs.yaml"))
            g_string_append_printf(some, "%s%s", some->len > 0 ? "; " : "", each[i]);
    return g_string_free(some, FALSE);
}

static void
test_numbers_are_written_so_that_they_can_be_dialled(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(phones); i++) {
        g_auto(Fixture) f = fixture_with_own_pack();
        g_autofree char *file = replaced(contact_file, "PHONE", phones[i].phone);

        write_file(f.root, "content/contacts/rs.yaml", file);
        load(&f);
        g_autofree char *found = said_of_contacts(f.diags);
        if (strcmp(found, phones[i].said) != 0)
            g_error("%s: [%s], not [%s]", phones[i].phone, found, phones[i].said);
    }
}

static void
test_codes_are_told_apart(void)
{
    g_assert_cmpstr(phone_plan_of_number("+381117850000")->country, ==, "RS");
    g_assert_cmpstr(phone_plan_of_number("+3902123456")->code, ==, "39");
    g_assert_cmpstr(phone_plan_of_country("XK")->code, ==, "383");
    g_assert_null(phone_plan_of_country(""));
    g_assert_null(phone_plan_of_number("+210123456"));
}

/* A digit wrong, left out, put in, or changed with its neighbour: one slip each. */
static void
test_slips_are_counted(void)
{
    g_assert_cmpint(phone_slips("0117850000", "0117850000"), ==, 0);
    g_assert_cmpint(phone_slips("0117850000", "0117850001"), ==, 1);
    g_assert_cmpint(phone_slips("0117850000", "011785000"), ==, 1);
    g_assert_cmpint(phone_slips("0117850000", "01178500000"), ==, 1);
    g_assert_cmpint(phone_slips("0117850000", "0118750000"), ==, 1);
    g_assert_cmpint(phone_slips("0117850000", "0118750001"), ==, 2);
    g_assert_cmpint(phone_slips("", "192"), ==, 3);
    g_assert_cmpint(phone_slips("1234567890123456789012", "1"), ==, 22);
}

static void
test_a_number_is_found_however_it_is_written(void)
{
    static const Phone office = { .e164 = "+381117850000", .show = "011 785 00 00" };
    static const Phone police = { .short_number = "192", .country = "RS" };

    g_assert_cmpint(phone_likeness(&office, "0117850000"), ==, NUMBER_SAME);
    g_assert_cmpint(phone_likeness(&office, "381117850000"), ==, NUMBER_SAME);
    g_assert_cmpint(phone_likeness(&office, "00381117850000"), ==, NUMBER_SAME);
    g_assert_cmpint(phone_likeness(&office, "0117850012"), ==, NUMBER_NEAR);
    g_assert_cmpint(phone_likeness(&office, "0117850123"), ==, NUMBER_OTHER);
    g_assert_cmpint(phone_likeness(&police, "192"), ==, NUMBER_SAME);
    g_assert_cmpint(phone_likeness(&police, "193"), ==, NUMBER_OTHER);
}

/* A text, and the digits that stand together in it, parted by bars. */
static const struct {
    const char *text, *runs;
} runs[] = {
    { "Call (0800) 100-600, day and night.", "0800100600" },
    { "011\u00A0785\u202F00\u201100", "0117850000" },
    { "٠٨٠٠ ١٠٠ ٦٠٠", "0800100600" },
    { "In 2012. 3 people.", "2012|3" },
    { "Weekdays 10–20, 24/7", "10|20|247" },
    { "1,000 and 1.11.2026", "1000|1112026" },
    { "12 --- 34", "12|34" },
    { "No digits.", "" },
};

static void
test_digits_of_a_text_stand_together(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(runs); i++) {
        g_autoptr(GString) found = g_string_new(NULL);
        const char *at = runs[i].text;

        for (;;) {
            g_auto(DigitRun) run;

            if (!digit_run_next(&at, &run))
                break;
            g_string_append_printf(found, "%s%s", found->len > 0 ? "|" : "", run.digits);
        }
        g_assert_cmpstr(found->str, ==, runs[i].runs);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/phones/written", test_numbers_are_written_so_that_they_can_be_dialled);
    g_test_add_func("/phones/codes", test_codes_are_told_apart);
    g_test_add_func("/phones/slips", test_slips_are_counted);
    g_test_add_func("/phones/likeness", test_a_number_is_found_however_it_is_written);
    g_test_add_func("/phones/digits", test_digits_of_a_text_stand_together);
    return g_test_run();
}
