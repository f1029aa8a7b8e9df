/* model/content.h - what authors wrote, after reading: packs, contacts, words.
 * Plain structs, filled by read/ and never changed after. Everything lives in the Project's
 * arena; references are pointers. Absent optional strings are NULL, absent texts have a NULL
 * msgid, absent dates have year 0. */
#pragma once
#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "model/icons.h"
#include "model/format.h"
#include "model/locale.h"
#include "model/picture.h"
#include "model/text.h"

#include <stdbool.h>

typedef enum Status {
    STATUS_IN_LAW,
    STATUS_IN_PRACTICE,
    STATUS_COMMITMENT_ONLY,
    STATUS_NOT_AVAILABLE
} Status;

typedef enum Cost { COST_UNKNOWN, COST_FREE, COST_PAID } Cost;

/* What nobody has asked yet is not known, and nothing is printed of it. */
typedef enum Answer { ANSWER_UNKNOWN, ANSWER_NO, ANSWER_YES } Answer;

typedef struct Law {
    const char *ref; /* "LF 62" */
    Date checked_on;
    Where where;
} Law;

/* A law that references begin with, and how it is cited. */
typedef struct LawTitle {
    const char *id;
    const char *ref; /* "LF" */
    Text cite;       /* "Law on Foreigners, Art. {articles}" */
    Where where;
} LawTitle;

typedef struct LawList {
    const Law *items;
    int count;
} LawList;

typedef struct Right {
    const char *id;
    Where where;
    Text title;
    TextList text;
    TextList more; /* printed only where the format prints details */
    Text ask;      /* the sentence a person may say */
    Text who;
    Text limits; /* the honest caveat */
    TextList easy;
    Status status;
    NameList applies_to; /* tags; empty: everyone */
    NameList covers;     /* "vrd4.c" */
    int priority;        /* 1 most urgent .. 3 */
    const Icon *icon;    /* NULL: none */
    LawList law;
} Right;

typedef struct Step {
    const char *id;
    Where where;
    Text title;
    TextList text;
    TextList more;
    Text who, how_long, you_may_refuse, you_may_not_refuse;
    NameList applies_to;
    int priority;
} Step;

/* Advice with a heading of its own, as in the safety block. */
typedef struct Point {
    const char *id;
    Where where;
    Text title;
    TextList text;
    NameList applies_to;
    int priority;
    const Icon *icon;
} Point;

/* A row of a form: a label, and boxes to tick or a line to write on. */
typedef struct FormEntry {
    const char *id;
    Where where;
    Text label;
    TextList options; /* empty: a line */
} FormEntry;

/* Cells in rows; the first cell of a row says what the others are about. */
typedef struct Table {
    TextList columns;     /* what heads them, two at least */
    TextList cells;       /* row after row, each as long as `columns` */
    const double *widths; /* of every column, in proportion */
} Table;

typedef struct Phone {
    const char *e164;         /* "+381117850000", or NULL when short */
    const char *short_number; /* "192", or NULL */
    const char *country;      /* of a short number: ISO 3166-1 alpha-2 */
    const char *show;         /* as printed: "011 785 00 00" */
    Where where;
} Phone;

typedef struct Contact {
    const char *id;
    Where where;
    Text name;
    Text neutral_name; /* what a discreet leaflet prints */
    const char *kind;  /* "emergency" stands in the frame */
    int priority;
    NameList urgent_for; /* tags of those to whom it is as urgent as priority 1 */
    Phone phone;
    Text what;  /* one short sentence */
    Text hours; /* one short sentence */
    Cost cost;
    bool from_abroad;
    Answer anonymous;          /* who calls need not say her name */
    Answer mandatory_reporter; /* they have to tell the authorities what they hear */
    bool confidential;         /* never printed: the number of a safe house */
    const char *url;           /* http or https; NULL: none */
    NameList languages;
    const char *seen_at;
    const char *owner; /* who sees to it that the number is right; NULL: nobody is named */
    Date verified_on;  /* none: never called; drafts only */
    const char *verified_by; /* an organisation or a role */
    Date expires_on; /* earlier than the interval allows: an office that moves; or none */
} Contact;

typedef struct ContactList {
    const Contact *const *items;
    int count;
    const Where *places; /* where each is named */
} ContactList;

/* A part of a pack. What it holds decides what it is; any of the lists may be empty. */
typedef struct Section {
    const char *id;
    Where where;
    Text title;
    TextList text; /* under the title */
    struct {
        const Right *items;
        int count;
    } rights;
    struct {
        const Step *items;
        int count;
    } steps;
    struct {
        const Point *items;
        int count;
    } points;
    Table table; /* no columns: none */
    ContactList contacts;
    TextList facts; /* what a form is about; one without a placeholder has a line behind it */
    struct {
        const FormEntry *items;
        int count;
    } form;
    TextList say; /* in bubbles */
    TextList text_after;
    TextList discreet_text; /* instead of text and text_after where strangers see them */
    Text short_text;        /* in place of those texts, in formats with little room */
    int priority;
} Section;

typedef struct Dimension {
    const char *id; /* "age" */
    NameList tags;  /* adult, child */
} Dimension;

typedef struct Audience {
    const char *id; /* "adult-foreign" */
    NameList tags;
} Audience;

typedef struct Parameter {
    const char *id; /* "reflection_days" */
    long value;     /* not negative */
} Parameter;

/* How hard a pack's text is in one language when somebody last looked. */
typedef struct Baseline {
    const char *locale; /* tag */
    double lix;
} Baseline;

/* Digits in a text that are no contact's number: "2012/29". */
typedef struct AllowedNumber {
    const char *number;
    const char *why;
    Where where;
} AllowedNumber;

/* Who has to review what is given to an audience with this tag. */
typedef struct TagRoles {
    const char *tag; /* "child" */
    NameList roles;
} TagRoles;

typedef struct Pack {
    const char *id;
    Where where;
    const char *code; /* the only pack name ever printed */
    Text title, subtitle, discreet_title, discreet_subtitle;
    const char *jurisdiction;
    Name source_locale_name;
    const struct Locale *source_locale;
    Date law_state;
    const char *version;
    bool sample;
    struct {
        const Dimension *items;
        int count;
    } dimensions;
    struct {
        const Audience *items;
        int count;
    } audiences;           /* in the file's order */
    NameList needs_review; /* roles, for every audience */
    struct {
        const TagRoles *items;
        int count;
    } needs_review_for;
    NameList must_cover;
    struct {
        const Parameter *items;
        int count;
    } parameters;
    NameList abbreviations; /* explained somewhere in the pack: "CSW" */
    struct {
        const Baseline *items;
        int count;
    } lix;
    struct {
        const AllowedNumber *items;
        int count;
    } numbers;
    struct {
        const LawTitle *items;
        int count;
    } laws; /* none: references are printed as they are */
    struct {
        const Section *items;
        int count;
    } sections;
} Pack;

/* A word every leaflet shares, by key: "draft", "months/january", "icons/house". */
typedef struct CommonWord {
    const char *key;
    Text text;
} CommonWord;

/* A word that must be translated the same way wherever it stands. */
typedef struct GlossaryTerm {
    const char *term;
    Where where;
    NameList also;       /* its other forms: "statements" */
    const char *meaning; /* for translators */
    const char *note;    /* how to translate it, or NULL */
} GlossaryTerm;

/* How texts are worded in every language: for translators, not printed. */
typedef struct WordingAdvice {
    const char *rule;
    Where where;
    const char *why; /* or NULL */
} WordingAdvice;

typedef struct FontFace {
    const char *family;
    bool bold;
    const char *package; /* the Debian package that brings it */
    const char *file;    /* below /usr/share/fonts, in the package */
    const char *staged;  /* file name in the program's own fonts folder */
    int index;           /* face in a collection */
    bool on_demand;      /* loaded only by a locale that names its family */
    Where where;
} FontFace;

/* Of the organisation that hands leaflets out. */
typedef struct Logo {
    Picture picture;
    Text alt;      /* said in its place */
    double height; /* points */
    Where where;
} Logo;

typedef struct Project {
    Arena *arena;
    const char *root;     /* the project's folder as it was given: a prefix of messages */
    const char *data_dir; /* the installed data; fonts are in data_dir/fonts */
    struct {
        const Pack *items;
        int count;
    } packs; /* by id */
    struct {
        const Contact *items;
        int count;
    } contacts; /* by id */
    struct {
        const Locale *items;
        int count;
    } locales; /* by tag */
    struct {
        const Format *items;
        int count;
    } formats; /* by id */
    struct {
        const CommonWord *items;
        int count;
    } common; /* by key */
    struct {
        const GlossaryTerm *items;
        int count;
    } glossary; /* in the file's order */
    struct {
        const WordingAdvice *items;
        int count;
    } wording; /* in the file's order */
    struct {
        const FontFace *items;
        int count;
    } fonts; /* in the file's order */
    struct {
        const Icon *items;
        int count;
    } icons; /* by id */
    struct {
        const Section *items;
        int count;
    } sheets; /* sections of content/sheets, for formats that name them; every pack shares them */
    struct {
        const char *const *items;
        int count;
    } catalog_roots;      /* folders that hold locales/ */
    const Format *review; /* of the sheets on which reviewers write */
    /* project.yaml */
    const Locale *staff_locale;
    NameList default_packs, default_locales, default_formats, default_audiences, default_outputs;
    int contact_interval_days, law_interval_days;
    const Logo *logo; /* NULL: none */
    TextList texts;   /* every text of the project, as it was read */
} Project;

/* True when @file is one of the installed data, not of a project of one's own. */
bool project_has_installed(const Project *project, const char *file);
const Pack *project_find_pack(const Project *project, const char *id);
const Contact *project_find_contact(const Project *project, const char *id);
const Locale *project_find_locale(const Project *project, const char *tag);
const Format *project_find_format(const Project *project, const char *id);
const Icon *project_find_icon(const Project *project, const char *id);
/* A shared word; asserts that it exists: read/ has checked that none is missing. */
const Text *project_find_word(const Project *project, const char *key);
const Audience *pack_find_audience(const Pack *pack, const char *id);
const Parameter *pack_find_parameter(const Pack *pack, const char *id);
/* The law that @ref begins with, or NULL; @rest is what follows: "62", or "" for the law as a whole. */
const LawTitle *pack_find_law(const Pack *pack, const char *ref, const char **rest);
/* The dimension that @tag belongs to, or NULL. */
const Dimension *pack_find_dimension(const Pack *pack, const char *tag);
bool names_have(NameList names, const char *text);

/* The last day on which the number of @contact counts as checked; none: it never was. */
Date contact_until(const Project *project, const Contact *contact);

/* What a leaflet is made of: one row of the cross product. Borrowed pointers. */
typedef struct Variant {
    const Project *project;
    const Pack *pack;
    const Audience *audience;
    const Locale *locale; /* of a leaflet in two languages the first */
    const Locale *second; /* the other, at its side; NULL: one language */
    const Locale *staff;  /* never NULL; may be the same as locale */
    const Format *format; /* of a discreet leaflet: the format's `discreet` */
    double size;   /* of the body, in points, where the format lets it be chosen; 0: its aim */
    bool release;  /* false: a draft */
    bool discreet; /* strangers who see it learn nothing of its topic */
} Variant;

/* "sr", or "sr+ar" for two languages, as file names and manifests write it; free with g_free(). */
char *variant_locales(const Variant *variant);
/* Whose language it is, beside the staff's: `second`, or `locale` of a leaflet in one. */
const Locale *variant_reader(const Variant *variant);
/* True when a line of the leaflet runs from right to left. */
bool variant_has_rtl(const Variant *variant);

/* True when both are one language for a reader of either: equal, or one derived from the other. */
bool locale_is_same_language(const Locale *a, const Locale *b);

void project_free(Project *project);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Project, project_free)
