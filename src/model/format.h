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

/* Of the four inks of a press, each 0..1. */
typedef struct PressColour {
    double cyan, magenta, yellow, black;
} PressColour;

typedef struct Palette {
    const char *id;
    Colour inks[INK_COUNT];
    bool has_press;               /* false: the four inks are computed */
    PressColour press[INK_COUNT]; /* what presses print for `inks` */
} Palette;

/* How one role is set. Sizes are multiples of the body size b, leadings of the body leading L,
 * spaces of q = L/4. */
typedef struct RoleStyle {
    double size;          /* x b; 0: fixed_pt counts */
    double fixed_pt;      /* size in points that does not follow b */
    double fixed_leading; /* points, with fixed_pt */
    bool digits;          /* Western digits alone: the script's line height does not count */
    double least_pt;      /* never smaller */
    double leading;       /* x L */
    double tall;          /* x L in locales with tall marks; 0: as leading */
    double before, after; /* q */
    bool bold;
    bool balance; /* lines of nearly equal length */
    bool hyphens; /* words may be parted, where language and format allow it too */
    Ink ink;
} RoleStyle;

typedef struct Style {
    const char *id;
    Where where;
    Palette palette;
    const struct Style *discreet; /* the same in the palette of discreet leaflets */
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
    double entry_indent,
        entry_number; /* of a right in the contents; room for the number of a page */
    double tick_size, tick_stroke;    /* boxes to tick */
    double label_width, label_gap;    /* of the column of labels in a form, and after it */
    int option_columns;               /* boxes side by side in a form */
    double band_height, hatch_height; /* of the draft band */
    double split_over; /* an item taller than this share of its panel may be split between panels */
    double picture_share;     /* of its panel's height, that the picture takes at most */
    double line_factor_least; /* L is at least the body size x this, whatever the script */
    bool mark_after_name;     /* the ring stands behind a contact's name, not its number */
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

/* A part of a sheet that text stands in. Where the panel is turned, `frame` and `band` are upright
 * as its reader holds it: lengths on a sheet turned back round the middle of `area`. */
typedef struct Panel {
    const char *id;
    Where where;
    int side;    /* page of the sheet it is printed on, 0-based */
    Rect area;   /* the panel from fold to fold */
    int turn;    /* degrees clockwise that it stands turned on the sheet: 0, 90, 180, 270 */
    Rect frame;  /* where its text goes, margins taken off; its top is the hang line */
    double band; /* top edge of the draft band */
    int columns; /* of the flow, >= 1 */
    double gap;  /* between columns */
    bool repeat; /* used again, page after page, until everything is placed */
    bool last;   /* stands on the last page; `side` is where it would at least */
    bool bare;   /* its page has no running footer */
    bool outer;  /* strangers see it when the leaflet lies there, folded or not */
    /* sections by name. `rest` stands for every section of the pack that no panel names.
     * Built in: cover (language mark, title, subtitle), picture, field, logo, colophon. */
    SectionNames head;   /* across all columns, at the top of its first page */
    SectionNames holds;  /* flows; empty: goes on with what the panel before holds */
    SectionNames foot;   /* across all columns, at the foot of its first page */
    int foot_columns;    /* contacts and paragraphs in the foot stand in so many columns */
    int contact_columns; /* contacts in the flow do, within one of its columns */
} Panel;

/* How pages stand on the sheets of `print`: as they are, as a booklet that is folded in the middle, or
 * many times the same. */
typedef enum Scheme { SCHEME_NONE, SCHEME_SADDLE, SCHEME_REPEAT } Scheme;

/* A sheet that they may stand on. */
typedef struct Paper {
    const char *name; /* "A4" */
    Where where;
    Size size;
    int columns, rows; /* of a repeat */
    double gutter;
} Paper;

/* What is printed of a section or of its entries; a set of them is their sum. */
typedef enum Print {
    PRINT_TITLE = 1 << 0,
    PRINT_ICON = 1 << 1,
    PRINT_TEXT = 1 << 2,
    PRINT_LIMITS = 1 << 3,   /* of a right */
    PRINT_ASK = 1 << 4,      /* of a right: the sentence to say */
    PRINT_REFUSALS = 1 << 5, /* of a step: what can be refused, and what not */
    PRINT_NOTE = 1 << 6,     /* of a contact */
    PRINT_LEGEND = 1 << 7,   /* of a section: what the bubbles mean */
    PRINT_AFTER = 1 << 8,    /* of a section: what stands under its entries */
    PRINT_SHORT = 1 << 9     /* of a section: what stands there where there is little room */
} Print;

/* Where the paper is folded. Seen on side 1: a valley brings side 1's faces together, a mountain
 * the other side's. */
typedef struct Fold {
    double at;   /* from the left edge of side 1, or from its top */
    bool across; /* runs from left to right */
    bool mountain;
    Where where;
} Fold;

typedef struct Format {
    const char *id;
    Where where;
    const char *title; /* for `list formats` */
    Size sheet;
    const Style *style;
    double size_least, size_most, size_aim; /* body size in points, steps of 0.25 */
    bool size_chosen;                       /* by --size, else the aim: never fitted */
    int priority_rights, priority_steps, priority_points, priority_contacts,
        priority_sections; /* what goes in: 1..3; 0: nothing */
    unsigned section_parts, right_parts, step_parts, point_parts, contact_parts; /* of Print */
    bool others;     /* sections that no panel names are an error, not left out on purpose */
    bool sources;    /* the laws behind a right are printed */
    bool details;    /* who, how long, and `more` are printed */
    bool staff_line; /* under each ask, in the staff's language */
    bool hyphens;    /* false: words stay whole, whatever the language allows */
    bool picture;
    bool neutral_cover;  /* the cover has the pack's discreet title */
    bool short_draft;    /* the band says DRAFT, not what to do with one */
    bool short_colophon; /* without the day of the law, or what a mark says */
    bool checked_day;    /* the small print says when the numbers were checked */
    Languages languages;
    bool per_audience;  /* false: the same for every audience, and made once */
    bool see_full;      /* says that there is more to read, and need not cover everything */
    bool kept_by_staff; /* of a pair: its small print is in the first language only */
    double spine;       /* between the two languages of a pair; pictograms stand in it */
    Mirror mirror;
    Flip flip;  /* how to turn the paper when printing both sides */
    bool bound; /* every other page has its margins the other way round */
    int pages_multiple, pages_least,
        pages_most; /* how many a leaflet may have; blank ones stand before
                                                    its last panel. 0 at most: as many as needed */
    Scheme scheme;
    struct {
        const Paper *items;
        int count;
    } papers;         /* of a scheme; the first is the usual one */
    double thickness; /* of paper */
    bool cut_marks;
    double safe; /* no ink nearer to the sheet's edge */
    double bleed;
    bool running_footer; /* the colophon and the page number stand in the foot margin of every page */
    double running_footer_top; /* from the sheet's top */
    double running_head_top; /* the heading of what goes on stands there, from the sheet's top; 0: nowhere */
    SectionNames new_column; /* these sections open a new panel or column */
    struct {
        const Panel *items;
        int count;
    } panels;
    struct {
        const Fold *items;
        int count;
    } folds;                       /* in the order in which they are made */
    const struct Format *discreet; /* how discreet leaflets have it; never NULL after reading */
    const struct Format *instead; /* the same with less in it, for leaflets that do not fit; or NULL */
    int less; /* how many times that was needed: 0 for a format as it is chosen */
} Format;

/* True when who has read a page of the paper turns it over left to right, as in a book, and false when
 * top to bottom. */
bool format_turns_left_to_right(const Format *format);
/* The one called @name; the first where @name is NULL, or none is called so. NULL: there is no scheme. */
const Paper *format_find_paper(const Format *format, const char *name);
/* The one of @size, in points; NULL: none. */
const Paper *format_find_paper_sized(const Format *format, Size size);
/* The page that @panel begins on in a leaflet of @page_count pages. */
int format_panel_page(const Panel *panel, int page_count);
/* True when @panel stands on page @page of @page_count. */
bool format_panel_is_on(const Format *format, const Panel *panel, int page, int page_count);
/* True when the running footer stands on page @page of @page_count. */
bool format_has_footer(const Format *format, int page, int page_count);
/* How many pages a leaflet has of which @count are filled. */
int format_padded_pages(const Format *format, int count);
bool section_names_have(SectionNames names, const char *id);
/* True when some panel names the section, in its head, flow or foot. */
bool format_names_section(const Format *format, const char *id);
/* Where the fold runs on @side (0 or 1), seen as that side is printed. */
double fold_on_side(const Format *format, const Fold *fold, int side);

/* True when the paper has no folds, and one panel a side: it lies open, and what stands at head and foot is seen first. */
bool format_lies_open(const Format *format);
/* True when strangers see what @panel holds of the section: on outer panels everything, on open
 * sheets what stands at head and foot; what says which leaflet it is, anywhere. */
bool format_shows_on(const Format *format, const Panel *panel, const char *section);
/* True when some of the section may come to stand where they see it. */
bool format_shows_section(const Format *format, const char *id);
/* @rect of the first page on page @page: on the left of a spread the back of the page is on the right. */
Rect format_rect_on_page(const Format *format, Rect rect, int page);
/* Where @rect, which is as in left-to-right leaflets, stands on the sheet. */
Rect format_rect_on_sheet(const Format *format, bool rtl, Rect rect);

/* Turned panels: lengths as the reader of the panel at @area holds it, and on the sheet. */

/* @area itself, upright: round its middle, and as wide as it is high when it lies on its side. */
Rect panel_upright(Rect area, int turn);
/* Where an upright point or rectangle of that panel stands on the sheet. */
void point_on_sheet(double *x, double *y, Rect area, int turn);
Rect panel_on_sheet(Rect rect, Rect area, int turn);
