/* model/format.h - paper: sheets, panels, and the typography of every role.
 * A format is a file of content/formats, a style one of content/styles. Lengths are points.
 * Panels are stored in reading order, for left-to-right; layout mirrors them. */
#pragma once
#include "base/diag.h"
#include "base/geometry.h"
#include "model/role.h"

#include <stdbool.h>

typedef enum Ink {
    INK_TEXT,
    INK_QUIET,
    INK_SOFT,
    INK_DEEP,
    INK_MID,
    INK_LINE,
    INK_WASH,
    INK_TINT,
    INK_WHITE,
    INK_COUNT
} Ink;

typedef struct Colour {
    double red, green, blue; /* 0..1, sRGB */
} Colour;

typedef struct Palette {
    const char *id;
    Colour inks[INK_COUNT];
} Palette;

/* How one role is set. Sizes are multiples of the body size b, leadings of the body leading L,
 * spaces of q = L/4. */
typedef struct RoleStyle {
    double size;          /* x b; 0: fixed_pt counts */
    double fixed_pt;      /* size in points that does not follow b */
    double fixed_leading; /* points, with fixed_pt */
    double least_pt;      /* never smaller */
    double leading;       /* x L */
    double tall;          /* x L in locales with tall marks; 0: as leading */
    double before, after; /* q */
    bool bold;
    bool balance; /* lines of nearly equal length */
    Ink ink;
} RoleStyle;

typedef struct Style {
    const char *id;
    Where where;
    Palette palette;
    RoleStyle roles[ROLE_COUNT];
    double gutter; /* pictogram and disc column */
    double icon_size, legend_icon_size;
    double disc_size;
    double thread; /* width of the line that joins discs */
    double bubble_radius, bubble_pad_side, bubble_pad_q, tail_width, tail_height, tail_at;
    double frame_stroke, frame_radius, frame_pad;
    double contact_pad_q; /* above and below a contact */
    double hairline;
    double rule, rule_continued; /* hang line of a panel, of a panel that goes on */
    double rule_gap_q;           /* under the hang line */
    double item_gap_q;           /* least between items, steps and points */
    double paragraph_gap_q;      /* between paragraphs outside items */
    double share_max_q;          /* spare room added at most to each item gap */
    double mark_size;            /* ring with "?" */
    double write_line_gap;       /* between write-in lines */
    int write_lines;
    double tick_size, tick_stroke;    /* boxes to tick */
    double label_width, label_gap;    /* of the column of labels in a form, and after it */
    int option_columns;               /* boxes side by side in a form */
    double band_height, hatch_height; /* of the draft band */
    double split_over; /* an item taller than this share of its panel may be split between panels */
} Style;

/* Whom a format speaks to. In a pair two languages stand side by side, row by row; the sheet of the
 * staff is made once, in the staff's language. */
typedef enum Languages { LANGUAGES_ONE, LANGUAGES_PAIR, LANGUAGES_STAFF } Languages;
typedef enum Mirror { MIRROR_NEVER, MIRROR_RTL } Mirror;
typedef enum Flip { FLIP_NONE, FLIP_SHORT, FLIP_LONG } Flip;

typedef struct SectionNames {
    const char *const *items;
    int count;
} SectionNames;

/* A frame that text may stand in. `rect` is where text may go: margins are already taken off. */
typedef struct Panel {
    const char *id;
    Where where;
    int side;    /* page of the sheet it is printed on, 0-based */
    Rect area;   /* the panel from fold to fold */
    Rect frame;  /* where its text goes; its top is the hang line */
    double band; /* top edge of the draft band, from the sheet's top */
    int columns; /* of the flow, >= 1 */
    double gap;  /* between columns */
    bool repeat; /* used again, page after page, until everything is placed */
    /* sections by name. `rest` stands for every section of the pack that no panel names.
     * Built in: cover (language mark, title, subtitle), picture, field, colophon. */
    SectionNames head;  /* across all columns, at the top of its first page */
    SectionNames holds; /* flows; empty: goes on with what the panel before holds */
    SectionNames foot;  /* across all columns, at the foot of its first page */
    int foot_columns;   /* contacts in the foot stand in so many columns */
} Panel;

typedef struct Format {
    const char *id;
    Where where;
    const char *title; /* for `list formats` */
    Size sheet;
    const Style *style;
    double size_least, size_most, size_aim; /* body size in points, steps of 0.25 */
    int priority_rights, priority_steps, priority_sections; /* what goes in: 1..3; 0: nothing */
    bool details;    /* who, how long, and `more` are printed */
    bool staff_line; /* under each ask, in the staff's language */
    Languages languages;
    bool per_audience;  /* false: the same for every audience, and made once */
    bool kept_by_staff; /* of a pair: its small print is in the first language only */
    double spine;       /* between the two languages of a pair; pictograms stand in it */
    Mirror mirror;
    Flip flip;   /* how to turn the paper when printing both sides */
    double safe; /* no ink nearer to the sheet's edge */
    double bleed;
    bool running_footer; /* the colophon and the page number stand in the foot margin of every page */
    double running_footer_top; /* from the sheet's top */
    SectionNames new_column;   /* these sections open a new panel or column */
    struct {
        const Panel *items;
        int count;
    } panels;
    struct {
        const double *items;
        int count;
    } folds[2]; /* x of each fold, per side, left to right */
} Format;

bool section_names_have(SectionNames names, const char *id);
/* True when some panel names the section, in its head, flow or foot. */
bool format_names_section(const Format *format, const char *id);
