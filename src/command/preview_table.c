/* The table of a preview: one row a string. */
#include "command/html.h"
#include "command/preview_page.h"

#include <glib/gi18n.h>
#include <string.h>

/* As it is called in the project, or in the program's own data: where those lie is nobody's
 * business. */
static const char *
file_shown(const Project *project, const char *file)
{
    const char *const folders[] = { project->root, project->data_dir };

    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        size_t length = strlen(folders[i]);

        if (length > 0 && strncmp(file, folders[i], length) == 0 && file[length] == '/')
            return file + length + 1;
    }
    return file;
}

static void
add_key(const PreviewWriter *writer, const PreviewString *string)
{
    const Message *message = string->message;
    const Where *where = &string->where;
    g_autofree char *line = g_strdup_printf("%d", where->line);

    g_string_append_printf(writer->page, "<td><a class=\"number\" href=\"#");
    if (string->places->len > 0) {
        const PreviewPlace *place = &g_array_index(string->places, PreviewPlace, 0);

        g_string_append_printf(writer->page, "b%d-%d-", place->leaflet + 1, place->page + 1);
    } else {
        g_string_append_c(writer->page, 's');
    }
    g_string_append_printf(writer->page, "%d\">%d</a>", string->number, string->number);
    html_add(writer->page, "<code>%s</code><span class=\"quiet\">%s</span>",
             message->text->context, message->text->domain);
    if (message->about != NULL)
        html_add(writer->page, "<span class=\"quiet\" lang=\"en\" dir=\"auto\">%s</span>",
                 message->about);
    if (where->file != NULL)
        html_add(writer->page, "<code class=\"quiet\">%s:%s</code>",
                 file_shown(writer->batch->project, where->file), line);
    html_add_raw(writer->page, "</td>\n");
}

static void
add_source(const PreviewWriter *writer, const PreviewString *string)
{
    const Text *text = string->message->text;
    const Pack *pack = string->message->pack != NULL
                           ? string->message->pack
                           : writer->plan->messages->project->packs.items;
    const Locale *locale = pack->source_locale;

    html_add(writer->page, "<td class=\"words\" lang=\"%s\" dir=\"%s\">%s", locale->lang,
             html_direction(locale->direction == DIRECTION_RTL), text->msgid);
    if (text->msgid_plural != NULL)
        html_add(writer->page, "\n%s", text->msgid_plural);
    html_add_raw(writer->page, "</td>\n");
}

static const char *
state_of(const PreviewString *string)
{
    if (string->is_source)
        return NULL;
    if (string->flags & PREVIEW_MISSING)
        return _("missing: the source is printed");
    if (string->flags & PREVIEW_FUZZY)
        return _("fuzzy: the source is printed");
    return string->translation == NULL ? _("faulty: the source is printed") : NULL;
}

static void
add_translation(const PreviewWriter *writer, const PreviewString *string)
{
    GString *page = writer->page;
    const Locale *locale = writer->plan->locale;
    const char *state = state_of(string);

    html_add(page, "<td class=\"words\" lang=\"%s\" dir=\"%s\">", locale->lang,
             html_direction(locale->direction == DIRECTION_RTL));
    if (string->translation != NULL)
        html_add(page, "%s", string->translation);
    html_add_raw(page, "</td>\n<td>");
    if (state != NULL)
        html_add(page, "<span class=\"state\">%s</span>\n", state);
    if (string->faults->len > 0)
        html_add_raw(page, "<ul class=\"faults-list\">\n");
    for (guint i = 0; i < string->faults->len; i++)
        html_add(page, "<li>%s</li>\n", (char *) string->faults->pdata[i]);
    if (string->faults->len > 0)
        html_add_raw(page, "</ul>\n");
}

/* How the format's name and its room are said. Free with g_free(). */
static char *
room_text(const PreviewRoom *room)
{
    if (room->budget < 0)
        return g_strdup(_("as long as you like"));
    if (room->left < 0)
        return g_strdup_printf(
            ngettext("%d too many", "%d too many", (unsigned long) -room->left), -room->left);
    return g_strdup_printf(_("%d of %d left"), room->left, room->budget);
}

static void
add_rooms(const PreviewWriter *writer, const PreviewString *string)
{
    html_add_raw(writer->page, "<ul class=\"room\">\n");
    for (guint i = 0; i < string->rooms->len; i++) {
        const PreviewRoom *room = &g_array_index(string->rooms, PreviewRoom, i);
        g_autofree char *text = room_text(room);
        bool none = room->budget >= 0 && room->left < 0;

        html_add(writer->page, "<li>%s: ", room->format->id);
        html_add(writer->page, none ? "<b>%s</b></li>\n" : "%s</li>\n", text);
    }
    html_add_raw(writer->page, "</ul></td>\n");
}

/* Links to the pages that a leaflet has it on, in one line; gives the index of the next leaflet's
 * first. */
static guint
add_leaflet(const PreviewWriter *writer, const PreviewString *string, guint first)
{
    GString *page = writer->page;
    int leaflet = g_array_index(string->places, PreviewPlace, first).leaflet;
    g_autofree char *name = preview_leaflet_name(writer, leaflet);
    guint i = first;

    html_add(page, "<li>%s:", name);
    for (; i < string->places->len; i++) {
        const PreviewPlace *place = &g_array_index(string->places, PreviewPlace, i);

        if (place->leaflet != leaflet)
            break;
        g_string_append_printf(page, " <a href=\"#b%d-%d-%d\">%d</a>", leaflet + 1,
                               place->page + 1, string->number, place->page + 1);
        if (place->over)
            html_add(page, " <span class=\"state\">%s</span>", _("no room"));
    }
    html_add_raw(page, "</li>\n");
    return i;
}

static bool
has_room_everywhere(const PreviewString *string)
{
    for (guint i = 0; i < string->places->len; i++)
        if (g_array_index(string->places, PreviewPlace, i).over)
            return false;
    return true;
}

static int
count_leaflets(const PreviewString *string)
{
    int count = 0, last = -1;

    for (guint i = 0; i < string->places->len; i++) {
        int leaflet = g_array_index(string->places, PreviewPlace, i).leaflet;

        count += leaflet != last;
        last = leaflet;
    }
    return count;
}

/* A word that every leaflet has would have a long list: it is folded up, unless it tells of a
 * fault. */
static void
add_places(const PreviewWriter *writer, const PreviewString *string)
{
    GString *page = writer->page;
    int leaflets = count_leaflets(string);

    if (leaflets == 0) {
        html_add(
            page, "<td><span class=\"quiet\">%s</span></td>\n",
            _("not to be seen: read aloud in place of a picture, or part of another string"));
        return;
    }
    g_autofree char *summary = g_strdup_printf(
        ngettext("in %d leaflet", "in %d leaflets", (unsigned long) leaflets), leaflets);
    html_add_raw(page, has_room_everywhere(string) ? "<td><details>\n" : "<td><details open>\n");
    html_add(page, "<summary>%s</summary>\n<ul class=\"where\">\n", summary);
    for (guint i = 0; i < string->places->len;)
        i = add_leaflet(writer, string, i);
    html_add_raw(page, "</ul></details></td>\n");
}

static void
add_row(const PreviewWriter *writer, const PreviewString *string)
{
    g_autofree char *classes = preview_classes(string->flags);

    g_string_append_printf(writer->page, "<tr id=\"s%d\" data-s=\"%d\" class=\"string%s\">\n",
                           string->number, string->number, classes);
    add_key(writer, string);
    add_source(writer, string);
    add_translation(writer, string);
    add_rooms(writer, string);
    add_places(writer, string);
    html_add_raw(writer->page, "</tr>\n");
}

void
preview_table(const PreviewWriter *writer)
{
    static const struct {
        const char *title;
        const char *width;
    } columns[] = {
        { N_("Key"), "21%" },         { N_("Source"), "22%" },
        { N_("Translation"), "22%" }, { N_("State and room left, in characters"), "19%" },
        { N_("Pages"), "16%" },
    };

    html_add(writer->page,
             "<section id=\"strings\" aria-label=\"%s\" tabindex=\"0\">\n<table>\n"
             "<thead><tr>\n",
             _("Strings"));
    for (size_t i = 0; i < G_N_ELEMENTS(columns); i++)
        html_add(writer->page, "<th scope=\"col\" style=\"width:%s\">%s</th>\n",
                 columns[i].width, _(columns[i].title));
    html_add_raw(writer->page, "</tr></thead>\n<tbody>\n");
    for (guint i = 0; i < writer->strings->items->len; i++)
        add_row(writer, writer->strings->items->pdata[i]);
    html_add_raw(writer->page, "</tbody>\n</table>\n</section>\n");
}
