#include "read/private.h"

#include "read/values.h"

#include <glib/gi18n.h>
#include <string.h>

/* Drawings are passed on to the painter and into HTML as they are, so only what can draw gets in:
 * no scripts, styles, links, text or entities. */
static const size_t most_icon_bytes = 64 * 1024;
static const char svg_namespace[] = "http://www.w3.org/2000/svg";

static const char *const elements[] = { "svg",  "g",        "path",    "circle", "rect",
                                        "line", "polyline", "polygon", "ellipse" };

static const char *const attributes[] = { "viewBox",
                                          "preserveAspectRatio",
                                          "width",
                                          "height",
                                          "xmlns",
                                          "d",
                                          "cx",
                                          "cy",
                                          "r",
                                          "x",
                                          "y",
                                          "rx",
                                          "ry",
                                          "x1",
                                          "y1",
                                          "x2",
                                          "y2",
                                          "points",
                                          "fill",
                                          "fill-rule",
                                          "stroke",
                                          "stroke-width",
                                          "stroke-linecap",
                                          "stroke-linejoin",
                                          "stroke-miterlimit",
                                          "transform",
                                          "class" };

typedef struct Drawing {
    Reader *reader;
    const char *line; /* that the parser is in; GMarkup's own positions are past what it found */
    size_t line_length;
    Where where; /* of that line */
    int depth;
    bool sound;
} Drawing;

/* @found stands in the line, if it is not NULL. */
static void G_GNUC_PRINTF(3, 4)
    refuse(Drawing *drawing, const char *found, const char *format, ...)
{
    const char *place =
        found == NULL ? NULL : g_strstr_len(drawing->line, (gssize) drawing->line_length, found);
    Where where = drawing->where;
    va_list arguments;

    if (place != NULL)
        where.column += (int) g_utf8_strlen(drawing->line, place - drawing->line);
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(gettext(format), arguments);
    va_end(arguments);
    diag_add(drawing->reader->binder.diags, DIAG_BAD_ICON, where, "%s", message);
    drawing->sound = false;
}

static bool
is_listed(const char *name, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i], name) == 0)
            return true;
    return false;
}

static void
check_attribute(Drawing *drawing, const char *name, const char *value)
{
    if (!is_listed(name, attributes, G_N_ELEMENTS(attributes)))
        refuse(drawing, name, "the attribute '%s' is not allowed in a drawing", name);
    else if (strcmp(name, "xmlns") == 0 && strcmp(value, svg_namespace) != 0)
        refuse(drawing, value, "xmlns is '%s', not '%s'", value, svg_namespace);
    else if (strcmp(name, "xmlns") != 0 && strpbrk(value, ":;\\<&") != NULL)
        refuse(drawing, value, "the value '%s' of '%s' is more than a number, path or colour",
               value, name);
    else if (strstr(value, "url") != NULL)
        refuse(drawing, value, "the value '%s' of '%s' refers to something else", value, name);
}

static void
start_element(GMarkupParseContext *context, const char *element, const char **names,
              const char **values, gpointer user, GError **error)
{
    Drawing *drawing = user;
    bool is_svg = strcmp(element, "svg") == 0;

    (void) context;
    (void) error;
    if (!is_listed(element, elements, G_N_ELEMENTS(elements)))
        refuse(drawing, element, "the element <%s> is not allowed in a drawing", element);
    else if (is_svg != (drawing->depth == 0))
        refuse(drawing, element, "a drawing is one <svg>; <%s> stands in the wrong place",
               element);
    if (is_svg && !g_strv_contains(names, "viewBox"))
        refuse(drawing, element, "<svg> lacks its viewBox");
    for (int i = 0; names[i] != NULL; i++)
        check_attribute(drawing, names[i], values[i]);
    drawing->depth++;
}

static void
end_element(GMarkupParseContext *context, const char *element, gpointer user, GError **error)
{
    Drawing *drawing = user;

    (void) context;
    (void) element;
    (void) error;
    drawing->depth--;
}

static void
pass_text(GMarkupParseContext *context, const char *text, gsize length, gpointer user,
          GError **error)
{
    (void) context;
    (void) error;
    for (gsize i = 0; i < length; i++)
        if (!g_ascii_isspace(text[i])) {
            refuse(user, NULL, "a drawing holds no text");
            return;
        }
}

/* Comments are harmless; document types, CDATA and processing instructions are not drawings. */
static void
pass_other(GMarkupParseContext *context, const char *text, gsize length, gpointer user,
           GError **error)
{
    (void) context;
    (void) error;
    (void) length;
    if (!g_str_has_prefix(text, "<!--") && !g_str_has_prefix(text, "<?xml "))
        refuse(user, text, "'%.9s' is not allowed in a drawing", text);
}

/* Line by line, so that what is refused has a place. */
static bool
parse_lines(Drawing *drawing, GMarkupParseContext *context, const char *svg, size_t length,
            GError **error)
{
    const char *end = svg + length;

    while (svg < end) {
        const char *newline = memchr(svg, '\n', (size_t) (end - svg));

        drawing->line = svg;
        drawing->line_length = (size_t) ((newline == NULL ? end : newline + 1) - svg);
        drawing->where.line++;
        if (!g_markup_parse_context_parse(context, svg, (gssize) drawing->line_length, error))
            return false;
        svg += drawing->line_length;
    }
    return g_markup_parse_context_end_parse(context, error);
}

static bool
drawing_is_sound(Drawing *drawing, const char *svg, size_t length)
{
    static const GMarkupParser parser = { .start_element = start_element,
                                          .end_element = end_element,
                                          .text = pass_text,
                                          .passthrough = pass_other };
    g_autoptr(GMarkupParseContext) context =
        g_markup_parse_context_new(&parser, 0, drawing, NULL);
    g_autoptr(GError) error = NULL;

    if (!parse_lines(drawing, context, svg, length, &error))
        refuse(drawing, NULL, "%s", error->message);
    return drawing->sound;
}

static void
read_icon(Reader *reader, const File *file, GArray *icons)
{
    Drawing drawing = { .reader = reader, .where = { file->path, 0, 1 }, .sound = true };
    Icon icon = { .id = file->name, .where = { file->path, 1, 1 } };
    size_t length;
    g_autofree char *svg =
        read_whole_file(file->path, most_icon_bytes, &length, reader->binder.diags);

    if (svg == NULL) {
        binder_lacks(&reader->binder);
        return;
    }
    if (!slug_pattern.fits(file->name))
        diag_add(reader->binder.diags, DIAG_BAD_ID, icon.where,
                 "a drawing's name is %s; rename this file", _(slug_pattern.wanted));
    drawing_is_sound(&drawing, svg, length);
    icon.svg = arena_copy(reader->binder.arena, svg, length + 1);
    icon.svg_length = length;
    g_array_append_val(icons, icon);
}

static const Type icon_type = { .noun = N_("a drawing"),
                                .size = sizeof(Icon),
                                .where = offsetof(Icon, where) };

typedef struct IconRules {
    NameList mirrored;
} IconRules;

static const Field rule_fields[] = {
    { "mirrored", FIELD_NAMES, REQUIRED, AT(IconRules, mirrored), .pattern = &slug_pattern },
    { 0 },
};
static const Type rules_type = { .noun = "icons.yaml",
                                 .fields = rule_fields,
                                 .size = sizeof(IconRules) };

static void
mark_directional(Reader *reader, GArray *icons)
{
    const Node *node = file_load(reader, file_find(reader, "content/icons/icons.yaml"));
    IconRules rules = { 0 };

    if (node == NULL)
        return;
    bind_map(&reader->binder, node, &rules_type, NULL, &rules);
    for (guint i = 0; i < icons->len; i++) {
        Icon *icon = &g_array_index(icons, Icon, i);

        icon->directional = names_have(rules.mirrored, icon->id);
    }
}

void
read_icons(Reader *reader)
{
    g_autoptr(GArray) files = files_list(reader, "content/icons", ".svg", NULL);
    g_autoptr(GArray) icons = g_array_new(FALSE, FALSE, sizeof(Icon));

    for (guint i = 0; i < files->len; i++)
        read_icon(reader, &g_array_index(files, File, i), icons);
    mark_directional(reader, icons);
    gather(reader, icons, &icon_type, &reader->project->icons);
    for (int i = 0; i < reader->project->icons.count; i++) {
        const Icon *icon = &reader->project->icons.items[i];

        binder_add_known(&reader->binder, KNOWN_ICON, icon->id, icon);
    }
}
