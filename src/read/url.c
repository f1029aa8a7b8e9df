#include "read/url.h"

#include <string.h>

enum { MOST_CHARACTERS = 200 }; /* nobody types more */

/* Section 2 of RFC 3986: unreserved and reserved characters, but for the brackets of addresses in
 * numbers. A percent sign begins an octet. */
static const char url_marks[] = "-._~:/?#@!$&'()*+,;=";

/* Keys of queries that only tell who sent somebody; a key that ends in '_' is all that begin so. */
static const char *const tracking_keys[] = {
    "utm_",   "mc_",   "hsa_",    "pk_",   "mtm_",   "fbclid", "gclid", "gbraid",
    "wbraid", "dclid", "msclkid", "yclid", "igshid", "twclid", "_ga",   "_hsenc",
};

/* The first character of @url that no address has, or NULL. */
static const char *
find_stranger(const char *url)
{
    for (; *url != '\0'; url++) {
        bool octet = *url == '%' && g_ascii_isxdigit(url[1]) && g_ascii_isxdigit(url[2]);

        if (!octet && !g_ascii_isalnum(*url) && strchr(url_marks, *url) == NULL)
            return url;
    }
    return NULL;
}

/* What stands behind "https://", or NULL. */
static const char *
behind_scheme(const char *url)
{
    static const char *const schemes[] = { "https://", "http://" };

    for (size_t i = 0; i < G_N_ELEMENTS(schemes); i++)
        if (g_str_has_prefix(url, schemes[i]))
            return url + strlen(schemes[i]);
    return NULL;
}

/* "astra.rs", "www.astra.rs:8080": labels of letters, digits and hyphens inside, two at least. */
static bool
fits_host(const char *host)
{
    g_auto(GStrv) name_and_port = g_strsplit(host, ":", 2);
    g_auto(GStrv) labels = g_strsplit(name_and_port[0] != NULL ? name_and_port[0] : "", ".", -1);
    const char *port = name_and_port[0] != NULL ? name_and_port[1] : NULL;

    for (int i = 0; labels[i] != NULL; i++) {
        size_t length = strlen(labels[i]);

        if (length == 0 || length > 63 || labels[i][0] == '-' || labels[i][length - 1] == '-' ||
            strspn(labels[i], "abcdefghijklmnopqrstuvwxyz0123456789-") != length)
            return false;
    }
    if (port != NULL && (*port == '\0' || strspn(port, "0123456789") != strlen(port)))
        return false;
    return g_strv_length(labels) >= 2;
}

static bool
is_tracking(const char *key)
{
    for (size_t i = 0; i < G_N_ELEMENTS(tracking_keys); i++) {
        const char *known = tracking_keys[i];
        size_t length = strlen(known);

        if (strncmp(key, known, length) == 0 && (known[length - 1] == '_' || key[length] == '\0'))
            return true;
    }
    return false;
}

/* The first pair of the query of @url that tracks, or NULL. Free with g_free(). */
static char *
find_tracking(const char *url)
{
    const char *query = strchr(url, '?');
    g_auto(GStrv) pairs = g_strsplit_set(query != NULL ? query + 1 : "", "&;#", -1);

    for (int i = 0; pairs[i] != NULL; i++) {
        g_autofree char *key = g_ascii_strdown(pairs[i], (gssize) strcspn(pairs[i], "="));

        if (is_tracking(key))
            return g_strdup(pairs[i]);
    }
    return NULL;
}

static void
check_parts(Binder *binder, Where where, const char *url, const char *rest)
{
    g_autofree char *authority = g_strndup(rest, strcspn(rest, "/?#"));
    g_autofree char *tracking = find_tracking(rest);

    if (strchr(authority, '@') != NULL)
        diag_add(binder->diags, DIAG_BAD_URL, where,
                 "'%s' holds a user's name; leave out what stands before the '@'", url);
    else if (!fits_host(authority))
        diag_add(binder->diags, DIAG_BAD_URL, where,
                 "'%s' is no name of a site, as astra.rs, in small letters", authority);
    else if (tracking != NULL)
        diag_add(binder->diags, DIAG_BAD_URL, where,
                 "'%s' tells the site who sent its visitor; leave '%s' out", url, tracking);
}

void
check_url(Binder *binder, Where where, const char *url)
{
    const char *rest = behind_scheme(url), *stranger = find_stranger(url);

    if (rest == NULL)
        diag_add(binder->diags, DIAG_BAD_URL, where,
                 "'%s' does not begin with https:// or http://", url);
    else if (stranger != NULL)
        diag_add(binder->diags, DIAG_BAD_URL, where,
                 "'%.*s' cannot stand in a web address; write the site's name in Latin letters "
                 "(xn--...) and other signs as %%XX",
                 (int) (g_utf8_next_char(stranger) - stranger), stranger);
    else if (strlen(url) > MOST_CHARACTERS)
        diag_add(binder->diags, DIAG_BAD_URL, where,
                 "%zu characters are more than anybody types; write the site's first page",
                 strlen(url));
    else
        check_parts(binder, where, url, rest);
}
