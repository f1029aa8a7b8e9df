/* model/document.h - one leaflet's words, in reading order, before anything is placed.
 * An array of blocks, not a tree: array order is reading order, placing order and tag order.
 * Sections and groups are runs of consecutive blocks. Complete before layout starts. */
#pragma once
#include "base/arena.h"
#include "model/content.h"
#include "model/role.h"

typedef enum SpanKind {
    SPAN_NUMBER, /* a phone number: bold, Western digits, never broken */
    SPAN_NAME,   /* a name from elsewhere, isolated in direction */
    SPAN_LEAD,   /* a bold lead-in */
    SPAN_KEEP,   /* not broken: a date, a version */
    SPAN_LINK    /* a web address: broken only at its own '/', '-' and '.' */
} SpanKind;

/* Bytes [start, end) of a phrase's text; spans do not overlap, and are sorted. */
typedef struct Span {
    SpanKind kind;
    int start, end;
} Span;

/* One message of a phrase: bytes [start, end) of its text. */
typedef struct Said {
    const Text *source;
    Where where; /* where its words stand: of a translation in its PO file */
    int start, end;
} Said;

typedef struct Phrase {
    const char *text;     /* UTF-8, placeholders filled, isolates in place */
    const Locale *locale; /* whose language and direction it is in */
    const Text *source; /* the message it came from, of several the last; NULL for what the program wrote */
    Where where; /* where its words stand: of a translation in its PO file */
    const Span *spans;
    int span_count;
    bool untranslated;   /* stands in the source language although the leaflet is in another */
    const Locale *meant; /* the language it ought to be in; NULL for what the program wrote */
    const Said *said;    /* every message in it, in the order of its text */
    int said_count;
} Phrase;

typedef enum GroupKind {
    GROUP_NONE,
    GROUP_ITEM,      /* a right: pictogram gutter, title, text, bubble */
    GROUP_POINT,     /* advice with pictogram */
    GROUP_STEP,      /* a step: numbered disc */
    GROUP_CONTACT,   /* name, number, note */
    GROUP_EMERGENCY, /* a contact in the frame */
    GROUP_LEGEND,    /* pictogram and one line */
    GROUP_FACTS,     /* side by side in a tinted box */
    GROUP_FORM,      /* a label, and options or a line beside it */
    GROUP_ROW,       /* of a table: cells side by side */
    GROUP_KIND_COUNT
} GroupKind;

/* Blocks that stand together. */
typedef struct Group {
    GroupKind kind;
    int first, count;       /* blocks */
    const Icon *icon;       /* in the gutter, or NULL */
    int number;             /* of a step or a right among its like, from 1 */
    const Contact *contact; /* of a contact, else NULL */
    const Table *table;     /* of a row, else NULL */
    bool unchecked; /* the contact's number has not been verified: the ring stands by it */
    Where where;    /* of the entry */
} Group;

/* Where the words of a block lead when they are touched. */
typedef struct Link {
    const char *target; /* http or https; ASCII */
    Phrase about;       /* said in its place: "Web page of Atina" */
} Link;

enum { MOST_PHRASES = 3 };

typedef struct Block {
    Role role;
    int section; /* index */
    int group;   /* index, or -1 */
    /* The second: language code of the mark, staff's words of draft and ask. In a leaflet in two
     * languages: the same in the second language; then the staff's word of the draft. */
    Phrase phrases[MOST_PHRASES];
    int phrase_count;
    const Icon *icon; /* picture, or pictogram beside a heading; NULL: none */
    const Link *link; /* NULL: none */
    const Logo *logo; /* NULL: none */
} Block;

/* Named as panels name them: a pack's section, or cover, picture, field, logo, colophon, draft. */
typedef struct DocumentSection {
    const char *id;
    int first, count; /* blocks */
    Where where;
} DocumentSection;

/* A message, and a language in which its words stand in the leaflet. */
typedef struct DocumentText {
    const Text *text;
    const Locale *locale;
} DocumentText;

/* What a pictogram shows, for people who hear the leaflet. */
typedef struct IconAlt {
    const Icon *icon;
    Phrase alt;
} IconAlt;

/* A word of the list `avoid`, as it is looked for where strangers see it. */
typedef struct ShownWord {
    const Locale *locale;      /* of whose phrases */
    const char *entry;         /* of telling_entry() */
    const char *const *unless; /* the same */
    int unless_count;
    const AvoidedWord *word;
} ShownWord;

typedef struct Document {
    Arena *arena;
    Variant variant;
    const char *title;   /* of the PDF; starts with the word for draft in a draft */
    Where title_where;   /* where its author, or translator, wrote it */
    char edition[9];     /* Crockford base 32, NUL-terminated */
    Date date;           /* law state: the day the PDF claims */
    Date contacts_until; /* none when nothing is verified */
    const Block *blocks;
    int block_count;
    const Group *groups;
    int group_count;
    const DocumentSection *sections;
    int section_count;
    const IconAlt *icon_alts; /* of every pictogram that layout may draw */
    int icon_alt_count;
    Phrase logo_alt; /* what is said in place of the logo; no text when there is none */
    const DocumentText *texts; /* every message that was looked up; some more than once */
    int text_count;
    const Contact *const *contacts; /* whose number is printed, each once */
    int contact_count;
    const Right *const *rights; /* those printed; some more than once */
    int right_count;
    bool has_untranslated;
    const char *const *telling; /* what telling_find() looks for where strangers see it */
    int telling_count;
    const ShownWord *shown_words; /* whose scope is the cover or metadata, not the body */
    int shown_word_count;
} Document;

/* One phrase of a block. */
typedef struct PhrasePlace {
    int block, phrase;
} PhrasePlace;

/* Every phrase in the order in which it is read out: block by block; in two languages what stands
 * in one row is first read in the first language, then in the second; a table cell by cell. A block
 * without words, a picture, has the place of its first phrase. An array of PhrasePlace; free with
 * g_array_unref(). */
GArray *document_reading_order(const Document *document);

void document_free(Document *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Document, document_free)
