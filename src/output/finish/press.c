#include "output/finish/press.h"

#include "output/finish/copy.h"

#include <string.h>

static const double mark_width = 0.25; /* points: as thin as plates hold */
static const char *const none[] = { NULL };

/* The separation of all plates: what the marks of printers are in. */
static const char all_plates[] =
    "/AllPlates[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]"
    "/C1[1 1 1 1]/N 1>>]";

/* PDF's y grows upwards. */
static double
upwards(const PressSheet *sheet, double y)
{
    return sheet->media.height - y;
}

static void
write_numbers(GString *out, const double *numbers, int count, const char *operator)
{
    for (int i = 0; i < count; i++) {
        write_factor(out, numbers[i]);
        g_string_append_c(out, ' ');
    }
    g_string_append(out, operator);
}

static void
write_mark(GString *out, const PressSheet *sheet, const PressMark *mark)
{
    const double from[] = { mark->x0, upwards(sheet, mark->y0) };
    const double to[] = { mark->x1, upwards(sheet, mark->y1) };

    g_string_append(out, mark->dashed ? "[2 1.5] 0 d " : "[] 0 d ");
    write_numbers(out, from, 2, "m ");
    write_numbers(out, to, 2, "l S\n");
}

static void
write_marks(GString *out, const PressSheet *sheet, const Format *format, int page, bool mirrored)
{
    g_autoptr(GArray) marks = press_marks(sheet, format, page, mirrored);

    g_string_append(out, "q /Knockout gs /AllPlates CS 1 SCN ");
    write_numbers(out, &mark_width, 1, "w\n");
    for (guint i = 0; i < marks->len; i++)
        write_mark(out, sheet, &g_array_index(marks, PressMark, i));
    g_string_append(out, "Q\n");
}

static const Format *
format_of(const Press *press)
{
    return press->leaflet->document->variant.format;
}

static PressSheet
sheet_of(const Press *press, int page)
{
    return press_sheet(format_of(press), press->leaflet->pages[page].size);
}

void
press_write_page(GString *out, Bytes content, const Press *press, int page)
{
    const Format *format = format_of(press);
    PressSheet sheet = sheet_of(press, page);

    g_string_append(out, "q\n");
    inks_rewrite(out, content, &format->style->palette, press->inks);
    g_string_append(out, "Q\n");
    write_marks(out, &sheet, format, page, press->mirrored);
}

static void
write_box(GString *out, const char *name, const PressSheet *sheet, Rect rect)
{
    const double box[] = { rect.x, upwards(sheet, rect.y + rect.height), rect.x + rect.width,
                           upwards(sheet, rect.y) };

    g_string_append_printf(out, "%s[", name);
    write_numbers(out, box, 4, "]");
}

void
press_write_boxes(GString *out, const Press *press, int page)
{
    PressSheet sheet = sheet_of(press, page);

    write_box(out, "/MediaBox", &sheet, (Rect){ 0, 0, sheet.media.width, sheet.media.height });
    write_box(out, "/TrimBox", &sheet, sheet.trim);
    write_box(out, "/BleedBox", &sheet, sheet.bleed);
}

void
press_write_resources(GString *out, Bytes states, Bytes spaces)
{
    g_string_append(out, "/ExtGState<<");
    copy_entries(out, states, none);
    g_string_append_printf(out, "%s>>/ColorSpace<<", inks_states);
    copy_entries(out, spaces, none);
    g_string_append_printf(out, "%s>>", all_plates);
}

bool
press_is_pdfx(const Press *press)
{
    return press->profile != NULL;
}

char *
press_how(const Press *press)
{
    return g_strdup_printf("%d %s", press->inks,
                           press->condition == NULL ? "" : press->condition);
}

int
press_write_intent(const Press *press, Writer *writer)
{
    if (press->profile == NULL)
        return 0;

    int stream = writer_reserve(writer), intent = writer_reserve(writer);
    Bytes profile;
    profile.start = g_bytes_get_data(press->profile, &profile.size);
    writer_add_plain(writer, stream, bytes_of("/N 4"), profile);
    GString *out = writer_begin(writer, intent);
    g_string_append(out, "<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier");
    write_text(out, press->condition);
    g_string_append(out, "/Info");
    write_text(out, press->condition);
    g_string_append_printf(out, "/DestOutputProfile %d 0 R>>", stream);
    return intent;
}
