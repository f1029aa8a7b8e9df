/* base/diag.h - what the program has to say to the person whose files it reads.
 * A stage adds diagnostics to a list and goes on as far as it can; one printer shows them all.
 * One line each: `file:line:column: severity: message [code]`, then a hint with what to do.
 *
 * To add a code: a line in the enum, and its row in the table of its part (diag_parts.h; same order).
 *
 * The format of diag_add() is a message of the program's own catalog, found there by xgettext;
 * words that go into it by "%s" are marked with N_() or _() where they stand. */
#pragma once
#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

/* A place in a file; by value. Lines and columns count from 1, columns in characters.
 * Line 0: the file as a whole, or page `column` of a PDF when that is not 0; file NULL: no place.
 * The file's name lives in the owner's arena. */
typedef struct Where {
    const char *file;
    int line, column;
} Where;

typedef enum Severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR } Severity;

typedef enum DiagCode {
    /* usage */
    DIAG_USAGE,
    DIAG_UNKNOWN_PACK,
    DIAG_UNKNOWN_LOCALE,
    DIAG_UNKNOWN_FORMAT,
    DIAG_UNKNOWN_AUDIENCE,
    DIAG_UNKNOWN_ROLE,
    DIAG_UNKNOWN_OUTPUT,
    DIAG_PAIR_SKIPPED,
    DIAG_BAD_ORDER,
    DIAG_ORDERED_TWICE,
    DIAG_ORDER_LEFTOVER,
    DIAG_NO_PROJECT,
    /* reading */
    DIAG_UNREADABLE_FILE,
    DIAG_FILE_TOO_LARGE,
    DIAG_INVALID_UTF8,
    DIAG_BIDI_CONTROL,
    DIAG_YAML_SYNTAX,
    DIAG_YAML_ALIAS,
    DIAG_YAML_DEPTH,
    DIAG_DUPLICATE_KEY,
    DIAG_UNKNOWN_KEY,
    DIAG_MISSING_KEY,
    DIAG_WRONG_TYPE,
    DIAG_BARE_VALUE,
    DIAG_BAD_ID,
    DIAG_BAD_PLACEHOLDER,
    DIAG_BAD_VALUE,
    DIAG_BAD_NUMBER,
    DIAG_BAD_DATE,
    DIAG_BAD_PHONE,
    DIAG_BAD_URL,
    DIAG_EMPTY_TEXT,
    DIAG_DUPLICATE_ID,
    DIAG_DUPLICATE_MESSAGE,
    DIAG_UNKNOWN_REFERENCE,
    DIAG_UNKNOWN_ICON,
    DIAG_BAD_ICON,
    DIAG_BAD_PICTURE,
    DIAG_BAD_PATH,
    DIAG_BAD_TABLE,
    DIAG_BAD_PROFILE,
    DIAG_PANEL_OFF_SHEET,
    DIAG_PANEL_OVERLAP,
    DIAG_SECTION_WITHOUT_PANEL,
    DIAG_SECTION_TWICE,
    DIAG_FOLD_OFF_EDGE,
    DIAG_NARROW_COLUMN,
    DIAG_LOW_CONTRAST,
    /* translating */
    DIAG_PO_SYNTAX,
    DIAG_FIRST_MAKING = DIAG_PO_SYNTAX,
    DIAG_PO_HEADER,
    DIAG_PO_PLURAL,
    DIAG_PO_PLACEHOLDER,
    DIAG_MISSING_TRANSLATION,
    DIAG_FUZZY_TRANSLATION,
    DIAG_PO_MENDED,
    DIAG_PO_NOT_MERGED,
    DIAG_GETTEXT_MISSING,
    DIAG_PO_STRANGER,
    DIAG_PO_CONFLICT,
    DIAG_PO_LATE,
    DIAG_BAD_PARCEL,
    DIAG_HANDOFF_UNRECEIVED,
    DIAG_ZWSP_MISSING,
    /* fonts and layout */
    DIAG_FONT_MISSING,
    DIAG_HYPHENS_MISSING,
    DIAG_GLYPH_MISSING,
    DIAG_OVERFLOW,
    DIAG_OVER_BUDGET,
    DIAG_WIDE_WORD,
    DIAG_PANEL_EMPTY,
    DIAG_LESS_INCLUDED,
    DIAG_INK_OUTSIDE,
    DIAG_TEXT_DROPPED,
    /* release */
    DIAG_RELEASE_NEEDS_REVIEWS,
    DIAG_SAMPLE_PACK,
    DIAG_UNSIGNED_TEXT,
    DIAG_REVIEW_DIGEST,
    DIAG_NOT_SIGNABLE,
    DIAG_NOT_COVERED,
    DIAG_NOT_WAIVABLE,
    DIAG_CONTACT_UNVERIFIED,
    DIAG_CONTACT_EXPIRED,
    DIAG_LAW_OUTDATED,
    DIAG_LIMITS_MISSING,
    /* discreet leaflets */
    DIAG_TELLING_WORD,
    DIAG_NO_TELLING_WORDS,
    /* the world */
    DIAG_CANNOT_WRITE,
    DIAG_FOLDER_BUSY,
    DIAG_MANIFEST_DROPPED,
    DIAG_MERGE_UNREADABLE,
    DIAG_MERGE_GONE,
    DIAG_MERGE_DAMAGED,
    DIAG_MERGE_CONFLICT,
    DIAG_DRAWING_FAILED,
    DIAG_WORKER_LOST,
    DIAG_TIME_LIMIT,
    DIAG_INTERRUPTED,
    DIAG_NO_OPENER,
    /* finished PDFs */
    DIAG_READBACK_MISSING,
    DIAG_FIRST_VERIFY = DIAG_READBACK_MISSING,
    DIAG_VERIFY_UNREADABLE,
    DIAG_VERIFY_READER_LOST,
    DIAG_VERIFY_MANIFEST,
    DIAG_VERIFY_UNKNOWN_FILE,
    DIAG_VERIFY_FILE_GONE,
    DIAG_VERIFY_CHANGED,
    DIAG_VERIFY_EDITION,
    DIAG_VERIFY_METADATA,
    DIAG_VERIFY_PAGE,
    DIAG_VERIFY_FONT,
    DIAG_VERIFY_TEXT_MISSING,
    DIAG_VERIFY_TEXT_EXTRA,
    DIAG_VERIFY_NUMBER,
    DIAG_VERIFY_UNTAGGED,
    DIAG_VERIFY_ORDER,
    DIAG_VERIFY_DRAFT,
    DIAG_VERIFY_LINK,
    DIAG_VERIFY_ACTIVE,
    DIAG_VERIFY_CONTACT_EXPIRED,
    /* words of translators and authors */
    DIAG_PO_NUMBER,
    DIAG_FIRST_LINT = DIAG_PO_NUMBER,
    DIAG_PO_DIGITS,
    DIAG_PO_SPACES,
    DIAG_PO_BRACKETS,
    DIAG_PO_QUOTES,
    DIAG_PO_ENDING,
    DIAG_PO_SAME,
    DIAG_PO_LENGTH,
    DIAG_PO_DOUBLED,
    DIAG_PO_LETTERS,
    DIAG_AVOIDED_WORD,
    DIAG_TELLING_COVER,
    DIAG_PROMISE,
    DIAG_ABBREVIATION,
    DIAG_ARTICLE_NUMBER,
    DIAG_LONG_SENTENCE,
    DIAG_HARD_TO_READ,
    DIAG_SMALL_TYPE,
    DIAG_PALE_TEXT,
    DIAG_LONG_LINE,
    /* numbers of contacts: diag_contacts.c */
    DIAG_PHONE_COUNTRY,
    DIAG_FIRST_CONTACT = DIAG_PHONE_COUNTRY,
    DIAG_PHONE_LENGTH,
    DIAG_PHONE_SHOWN,
    DIAG_SHORT_ABROAD,
    DIAG_CONTACT_CONFIDENTIAL,
    DIAG_SAME_NUMBER,
    DIAG_NUMBER_IN_PROSE,
    DIAG_NUMBER_DIFFERS,
    DIAG_NUMBER_UNKNOWN,
    DIAG_CONTACT_NOT_NOTED,
    DIAG_CODE_COUNT
} DiagCode;

/* What a warning is in a release, where nothing may look final that is not. */
typedef enum InRelease {
    RELEASE_TOLD,    /* what it is in drafts */
    RELEASE_STOPS,   /* an error */
    RELEASE_WAIVABLE /* an error, unless the pack's exceptions.yaml names it */
} InRelease;

/* One row a code. */
typedef struct DiagInfo {
    DiagCode code;    /* checks the order of the table */
    const char *name; /* what stands in brackets: "unknown-key" */
    Severity severity;
    int exit_status;     /* of a run in which this was the worst thing said; 0 for a warning */
    const char *meaning; /* a paragraph for `rightspack explain` */
    const char *remedy;  /* what to do: the hint under the message */
    const char *example; /* what causes it, as a line or two of a file, and how it is put right */
} DiagInfo;

const DiagInfo *diag_info(DiagCode code);
InRelease diag_in_release(DiagCode code);
/* Where a rule comes from: "Unicode Technical Report 36". NULL: from the program itself. */
const char *diag_source(DiagCode code);
/* The row called @name, or NULL. */
const DiagInfo *diag_info_find(const char *name);
const char *severity_name(Severity severity);

typedef struct Diag {
    DiagCode code;
    Severity severity; /* the code's, what diag_add_as() says, or SEVERITY_ERROR after diags_raise() */
    Where where;
    const char *message;
    const char *about; /* what it was added about, or NULL */
} Diag;

typedef struct Diags Diags;

Diags *diags_new(void);
void diags_free(Diags *diags);

/* Adds one, unless the same code, place and message is there already: thirty leaflets of one
 * pack say the same thing once, as severely as any of them. Strings are copied. */
void diag_add(Diags *diags, DiagCode code, Where where, const char *format, ...)
    G_GNUC_PRINTF(4, 5);

/* The same, as pressing as whoever wrote the rule says. */
void diag_add_as(Diags *diags, DiagCode code, Severity severity, Where where,
                 const char *format, ...) G_GNUC_PRINTF(5, 6);

/* The same of one that is there in another list, or was. */
void diags_add_one(Diags *diags, Diag diag);

/* What is added from now on is about @about, which is copied: a message's context, an item to be
 * covered. NULL: about nothing that has a name. Exceptions find it by that. */
void diags_about(Diags *diags, const char *about);

/* In a release: what diag_in_release() says may not be in one becomes an error, unless @waives says that it
 * is allowed. Of what can be waived notes stay notes. */
typedef bool DiagsWaive(const Diag *diag, void *user);
void diags_raise(Diags *diags, DiagsWaive *waives, void *user);

unsigned diags_count(const Diags *diags);
unsigned diags_count_severity(const Diags *diags, Severity severity);
bool diags_have_errors(const Diags *diags);
/* Borrowed; valid until something is added. */
const Diag *diags_find(const Diags *diags, unsigned index);

/* The exit status of a run that said these things: the highest in the order 130, 2, 3, 5, 4, 1, 0. */
int diags_exit_status(const Diags *diags);
/* The more pressing of two exit statuses, in the same order. */
int worse_exit_status(int a, int b);

/* Adds the errors of @said to @diags, for those who leave the rest to be told elsewhere. */
void diags_add_errors(Diags *diags, const Diags *said);

/* Adds all that @said holds, as severely as it is there. */
void diags_add_all(Diags *diags, const Diags *said);

/* Of many lists that say much the same each keeps only which they are: memory does not grow with the number of
 * leaflets. Nothing can be added to @diags afterwards; @pool must outlive it. */
typedef struct DiagPool DiagPool;
DiagPool *diag_pool_new(void);
void diag_pool_free(DiagPool *pool);
void diags_keep_in(Diags *diags, DiagPool *pool);

/* Across a pipe between processes: type DIAGS_VARIANT_TYPE. The variant is floating. */
#define DIAGS_VARIANT_TYPE "at"
GVariant *diags_to_variant(const Diags *diags);
void diags_add_variant(Diags *diags, GVariant *variant);

typedef struct DiagStyle {
    bool json;   /* one object a line, never translated */
    bool colour; /* ANSI colours: a terminal and no NO_COLOR */
    Severity least;
} DiagStyle;

/* Sorted by nothing: in the order they were added. */
void diags_print(const Diags *diags, FILE *stream, DiagStyle style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Diags, diags_free)
