/* model/locale.h - a language as its locale.yaml describes it: script, fonts, wording. Filled by read/,
 * and never changed after, as content.h. */
#pragma once
#include "model/pseudo.h"
#include "model/text.h"

#include <stdbool.h>

typedef enum Direction { DIRECTION_LTR, DIRECTION_RTL } Direction;

/* Where a text stands; a set of them is their sum. */
typedef enum Scope {
    SCOPE_COVER = 1 << 0,   /* titles of the cover, and what stands on outer panels */
    SCOPE_BODY = 1 << 1,    /* everything else that is printed */
    SCOPE_METADATA = 1 << 2 /* the PDF's title, headings (its bookmarks), the file's name */
} Scope;
enum { SCOPE_ALL = SCOPE_COVER | SCOPE_BODY | SCOPE_METADATA };

/* A word that hurts, with what to say in its place. */
typedef struct AvoidedWord {
    const char *word; /* the beginning of one or several, as base/telling.h has it */
    const char *use;  /* NULL: say nothing of the kind */
    const char *why;
    NameList unless; /* where the word is right: the beginning of what it stands in */
    Severity severity;
    unsigned scope; /* of Scope: where it is looked for */
} AvoidedWord;

/* A word of a derived locale that is not spelled letter for letter. */
typedef struct Spelling {
    const char *from, *to; /* beginnings of words, or whole ones: "Фејсбук", "Facebook" */
} Spelling;

typedef struct SpellingList {
    const Spelling *items;
    int count;
} SpellingList;

/* How texts of a language are written: what `check` holds them against. */
typedef struct WordingRules {
    const char *quotes; /* opening and closing: "„“‚‘"; NULL: any */
    double longest;     /* characters, for one of the source */
    bool own_digits;    /* its own figures may be written, not only 0 to 9 */
    bool doubles_words; /* a word twice in a row is good grammar */
    NameList notes; /* for translators: how the language speaks to the reader, and the like */
    NameList same;  /* names and words that stay as they are in the source */
    struct {
        const AvoidedWord *items;
        int count;
    } avoid;
    NameList promises;      /* words as in `avoid` */
    NameList abbreviations; /* that every reader knows: "SIM" */
    NameList law_words;     /* with figures behind them they cite a law: "Art.", "члан" */
    int sentence_warn, sentence_error, sentence_easy; /* words of one sentence, at most */
    int sentence_average;                             /* of a pack's sentences */
} WordingRules;

/* How long words are parted at a line's end, and by which dictionary. */
typedef struct Hyphenation {
    const char *dictionary; /* file name in the program's own folder breaks/; NULL: words stay whole */
    const char *package; /* the Debian package that brings it */
    int left, right;     /* letters that stay before and after a hyphen, at least */
    int least;           /* shorter words, in letters, stay whole */
} Hyphenation;

typedef struct Locale {
    const char *tag;  /* folder name, gettext style: "sr@latin" */
    const char *lang; /* BCP 47: "sr-Latn" */
    Where where;
    const char *autonym;
    const char *script; /* ISO 15924: "Cyrl" */
    Direction direction;
    NameList families; /* in order of preference; the first is the script's own */
    NameList low_families; /* in their place where lines have no room for tall letters; none: the same */
    double line_factor;  /* L = body size x this */
    bool tall;           /* marks above and below need the tall leadings of the style */
    double size_more;    /* points the body may go above the format's range */
    bool breaks_at_zwsp; /* no spaces, no dictionary: lines break where translators put U+200B */
    bool sentences_touch; /* nothing stands between two sentences: a full-width stop is enough */
    Hyphenation hyphenation;
    WordingRules wording;
    SpellingList spelled; /* of a derived locale */
    NameList telling;     /* words no discreet leaflet shows to strangers: base/telling.h */
    const char *const *telling_entries; /* of each what telling_entry() makes of it */
    Name derived_from_name;
    const struct Locale *derived_from; /* sr for sr@latin: transliterated by the program; else NULL */
    Pseudo pseudo; /* nobody speaks it: made from the source language by the program */
} Locale;
