#include "command/html.h"

#include <glib/gi18n.h>
#include <string.h>

/* What the header of the program's catalog says of its language; NULL: there is none. Free with
 * g_free(). */
static char *
language_of_messages(void)
{
    static const char name[] = "\nLanguage:", header_entry[] = ""; /* gettext's own */
    const char *header = gettext(header_entry);
    const char *line = strstr(header, name);

    if (line == NULL)
        return NULL;
    line += strlen(name);
    return g_strstrip(g_strndup(line, strcspn(line, "\n")));
}

/* Its direction is known to the locale of the same name, which every project has: it comes with the
 * program. */
HtmlTongue
html_tongue(const Project *project)
{
    g_autofree char *tag = language_of_messages();
    const Locale *locale = tag == NULL ? NULL : project_find_locale(project, tag);

    if (locale == NULL)
        return (HtmlTongue){ "en", false };
    return (HtmlTongue){ locale->lang, locale->direction == DIRECTION_RTL };
}

const char *
html_direction(bool rtl)
{
    return rtl ? "rtl" : "ltr";
}

void
html_add(GString *page, const char *markup, ...)
{
    va_list values;

    va_start(values, markup);
    g_autofree char *text = g_markup_vprintf_escaped(markup, values);
    va_end(values);
    g_string_append(page, text);
}

void
html_add_raw(GString *page, const char *markup)
{
    g_string_append(page, markup);
}

void
html_begin(GString *page, HtmlTongue tongue, const char *title, const char *style)
{
    html_add(page,
             "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
             "img-src 'self' file:; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta name=\"referrer\" content=\"no-referrer\">\n"
             "<title>%s</title>\n<style>\n",
             tongue.lang, html_direction(tongue.rtl), title);
    html_add_raw(page, style);
    html_add_raw(page, "</style>\n</head>\n<body>\n");
}

void
html_end(GString *page, const char *script)
{
    if (script != NULL) {
        html_add_raw(page, "<script>\n");
        html_add_raw(page, script);
        html_add_raw(page, "</script>\n");
    }
    html_add_raw(page, "</body>\n</html>\n");
}
