/* Web addresses that may be printed and linked, and those that may not. */
#include "read/url.h"

#include <string.h>

static const char *const good[] = {
    "https://astra.rs",
    "http://atina.org.rs/",
    "https://www.help.example:8443/a/b-c_d/(e)?lang=sr&page=2#top",
    "https://xn--80aaxitdbjk.xn--90a3ac/%D0%B0",
    "https://116111.rs",
    "https://site.example/?reference=1&utmost=2",
};

/* An address, and a part of what is said of it. */
static const struct {
    const char *url, *said;
} bad[] = {
    { "astra.rs", "does not begin with https://" },
    { "ftp://astra.rs", "does not begin with https://" },
    { "HTTPS://astra.rs", "does not begin with https://" },
    { "javascript:alert(1)", "does not begin with https://" },
    { "https://", "no name of a site" },
    { "https:///path", "no name of a site" },
    { "https://localhost", "no name of a site" },
    { "https://-astra.rs", "no name of a site" },
    { "https://astra..rs", "no name of a site" },
    { "https://Astra.rs", "no name of a site" },
    { "https://astra.rs:", "no name of a site" },
    { "https://astra.rs:80a", "no name of a site" },
    { "https://[::1]/", "'[' cannot stand" },
    { "https://astra.rs/a b", "' ' cannot stand" },
    { "https://astra.rs/\"", "'\"' cannot stand" },
    { "https://astra.rs/\\", "'\\' cannot stand" },
    { "https://astra.rs/\n", "'<U+000A>' cannot stand" },
    { "https://astra.rs/50%", "'%' cannot stand" },
    { "https://astra.rs/%4", "'%' cannot stand" },
    { "https://астра.срб", "'а' cannot stand" },
    { "https://astra.rs/\u202Egpj", "cannot stand" },
    { "https://user@astra.rs", "user's name" },
    { "https://user:secret@astra.rs", "user's name" },
    { "https://astra.rs/?utm_source=leaflet", "leave 'utm_source=leaflet' out" },
    { "https://astra.rs/?a=1&UTM_Medium=x", "leave 'UTM_Medium=x' out" },
    { "https://astra.rs/?fbclid=7", "leave 'fbclid=7' out" },
    { "https://astra.rs/?gclid#top", "leave 'gclid' out" },
};

static char *
said_of(const char *url)
{
    g_autoptr(Diags) diags = diags_new();
    Binder binder = { .diags = diags };
    unsigned count;

    check_url(&binder, (Where){ "x.yaml", 3, 8 }, url);
    count = diags_count(diags);
    g_assert_cmpuint(count, <=, 1);
    if (count == 0)
        return NULL;
    g_assert_cmpint(diags_find(diags, 0)->code, ==, DIAG_BAD_URL);
    g_assert_cmpint(diags_find(diags, 0)->where.line, ==, 3);
    return g_strdup(diags_find(diags, 0)->message);
}

static void
test_plain_addresses_are_good(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(good); i++) {
        g_autofree char *said = said_of(good[i]);

        g_assert_cmpstr(said, ==, NULL);
    }
}

static void
test_others_are_refused(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autofree char *said = said_of(bad[i].url);

        if (said == NULL || strstr(said, bad[i].said) == NULL)
            g_error("%s: %s", bad[i].url, said != NULL ? said : "taken for good");
    }
}

static void
test_nobody_types_a_long_one(void)
{
    g_autofree char *path = g_strnfill(200, 'a');
    g_autofree char *url = g_strconcat("https://astra.rs/", path, NULL);
    g_autofree char *said = said_of(url);

    g_assert_nonnull(strstr(said, "more than anybody types"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/read/url/good", test_plain_addresses_are_good);
    g_test_add_func("/read/url/bad", test_others_are_refused);
    g_test_add_func("/read/url/long", test_nobody_types_a_long_one);
    return g_test_run();
}
