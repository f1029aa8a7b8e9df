/* layout/rows.h - blocks of a document at one body size, and what may not be parted of them. */
#pragma once
#include "layout/shape.h"

/* The phrases of one block, shaped. */
typedef struct Shaped {
    const Shape *phrases[MOST_PHRASES];
} Shaped;

/* How phrase @phrase of block @block is shaped. */
Face phrase_face(const Document *document, int block, int phrase);
/* Shapes every phrase of @document in the weight of its role: an array in @arena, one a block. */
const Shaped *shape_document(const Document *document, Shapes *shapes, Arena *arena);

/* One body size of one document. */
typedef struct Setting {
    const Document *document;
    const Format *format;
    const Style *style;
    Shapes *shapes;
    const Shaped *shaped; /* one a block */
    Arena *scratch;
    double body, leading, quarter; /* b, L, q */
    double footer_top;             /* of the running footer, or infinite; text ends above it */
    double line_factor;            /* L / b */
    bool tall;
    bool rtl;
    /* A leaflet in two languages is set with four of these: one for the paper, one for each language,
     * its side, and one for both, one under the other, as labels in forms are. All have the same
     * leading, so that their lines stand level. */
    const struct Setting *sides; /* by Side; NULL: one language, or this is a side itself */
    bool is_side;
    int voice, voices; /* the first phrase of every block that is set, and how many at most */
} Setting;

typedef enum Side { SIDE_FIRST, SIDE_SECOND, SIDE_BOTH, SIDE_COUNT } Side;

Setting setting_new(const Document *document, Shapes *shapes, const Shaped *shaped,
                    Arena *scratch, double body);
const Block *setting_block(const Setting *setting, int index);
/* The group of block @index, or NULL. */
const Group *setting_group(const Setting *setting, int index);
double role_size(const Setting *setting, Role role);
double role_leading(const Setting *setting, Role role);
/* True when the second phrase of such a block stands under the first. */
bool role_is_stacked(Role role);

/* A block set in a column of a given width: one phrase, or two one under the other. */
typedef struct Set {
    int block;
    int first_phrase, count;
    double indent, width; /* of the text: from the column's start edge */
    Role roles[2];
    const Shape *shapes[2];
    Lines lines[2];
    double size[2], leading[2];
    double first_leading[2]; /* of the first line; the others may be farther apart, so that ink never touches */
    double pad_top, pad_bottom;
} Set;

/* Sets block @index, from word @first_word of its first phrase on, in a column @width wide. */
Set *set_block(const Setting *setting, int index, int first_word, double width);

/* Where the first line's baseline stands in a @leading: the font's own height in the middle. */
double text_baseline(const Shape *shape, double size, double leading);
/* The same of a phrase of @set, from its own top. */
double set_baseline(const Setting *setting, const Set *set, int slot);

/* How the cells of a row stand together. */
typedef enum RowKind {
    ROW_PLAIN, /* one beside the other */
    ROW_PAIR,  /* the same in two languages */
    ROW_FORM,  /* a label, and what is to be ticked or written */
    ROW_FACTS, /* in a tinted box */
    ROW_TABLE, /* in columns, over a line */
    ROW_KIND_COUNT
} RowKind;

/* What cannot be parted further: a line of a paragraph, a whole block, or several that stand side by
 * side. */
typedef struct Row {
    const Set *set;             /* of a block */
    int first_line, line_count; /* of the first phrase */
    const struct Cell *cells;   /* side by side; NULL for a block's row */
    int cell_count;
    RowKind kind;
    double gap; /* above; not at the top of a column */
    double height;
    bool glued;  /* stays with the row below */
    bool shares; /* its gap takes a part of the column's spare room */
} Row;

typedef struct RowList {
    const Row *items;
    int count;
    int wide_block; /* a block with a word wider than its measure; -1: none */
} RowList;

/* One of several that stand side by side. */
typedef struct Cell {
    const Setting *setting;
    RowList rows;
    double offset, width; /* from the start edge of the row */
    double top;           /* from its top */
} Cell;

/* A place in a run of blocks: word @word of block @block. */
typedef struct Cursor {
    int block, word;
} Cursor;

/* Contacts side by side, and paragraphs with them. */
typedef struct Across {
    int count;       /* in a row; 1: below each other */
    double gap;      /* between them */
    bool paragraphs; /* they take part */
} Across;

/* The rows of blocks @from .. @end - 1 in a column @width wide and @height high. */
RowList rows_make(const Setting *setting, Cursor from, int end, double width, double height,
                  Across across);
/* A row of both languages: blocks @first .. @end - 1, a group or one block, each on its side. What
 * both share stands between them: the pictogram, a phone number. Notes in @wide_block a block
 * with a word that is too wide. */
Row pair_make(const Setting *setting, int first, int end, double width, double height,
              int *wide_block);
/* The same for a row of a form, and for the facts above it. */
Row form_make(const Setting *setting, int first, int end, double width, double height,
              int *wide_block);
Row facts_make(const Setting *setting, int first, int end, double width, double height,
               int *wide_block);
/* And for a row of a table. */
Row table_make(const Setting *setting, int first, int end, double width, double height,
               int *wide_block);
/* The place where row @index begins. */
Cursor rows_cursor(const RowList *rows, int index);
/* How far ink reaches below the last of @rows: what stands at the edge of the paper needs as much more room. */
double rows_overhang(const Setting *setting, const RowList *rows);
double rows_height(const RowList *rows, int first, int count);
