#include "model/box.h"
#include "model/job_sheet.h"
#include "model/sheet.h"

#define GREY(level) \
    { \
        (level) / 255.0, (level) / 255.0, (level) / 255.0 \
    }

/* The grey of text is that of all palettes: on paper it is black. */
static const Style style = {
    .id = "sheet",
    .palette = { .id = "sheet",
                 .inks = { [INK_TEXT] = GREY(0x11),
                           [INK_QUIET] = GREY(0x33),
                           [INK_SOFT] = GREY(0x55),
                           [INK_DEEP] = GREY(0x11),
                           [INK_MID] = GREY(0x7e),
                           [INK_LINE] = GREY(0xb4),
                           [INK_WASH] = GREY(0xe4),
                           [INK_TINT] = GREY(0xf0),
                           [INK_WHITE] = GREY(0xff) } },
};

const Format sheet_format = {
    .id = "sheet",
    .sheet = { 420 * 72 / 25.4, 297 * 72 / 25.4 },
    .style = &style,
};

const Format job_sheet_format = {
    .id = "jobsheet",
    .sheet = { 210 * 72 / 25.4, 297 * 72 / 25.4 },
    .style = &style,
};

/* A leaflet under it has colours of its own: boxes and numbers have one that no palette has. */
static const Style marked_style = {
    .id = "marked",
    .palette = { .id = "marked",
                 .inks = { [INK_TEXT] = GREY(0x11),
                           [INK_QUIET] = GREY(0x33),
                           [INK_SOFT] = GREY(0x55),
                           [INK_DEEP] = { 0xa8 / 255.0, 0x32 / 255.0, 0x0f / 255.0 },
                           [INK_MID] = { 0xd9 / 255.0, 0x6b / 255.0, 0x3f / 255.0 },
                           [INK_LINE] = GREY(0xb4),
                           [INK_WASH] = GREY(0xe4),
                           [INK_TINT] = GREY(0xf0),
                           [INK_WHITE] = GREY(0xff) } },
};

/* Of the paper of A4: each of its pages has a size of its own. */
const Format marked_format = {
    .id = "marked",
    .sheet = { 210 * 72 / 25.4, 297 * 72 / 25.4 },
    .style = &marked_style,
};
