/* command/options.h - the command line, read.
 * Takes the words after a command's name, gives Options. One table of options serves every
 * command; each command says which groups of them it takes. */
#pragma once
#include "base/date.h"
#include "base/diag.h"
#include "model/pseudo.h"

typedef enum OptionGroup {
    OPTIONS_READ = 1 << 0,     /* which project */
    OPTIONS_CHOOSE = 1 << 1,   /* which leaflets */
    OPTIONS_RUN = 1 << 2,      /* how to make them */
    OPTIONS_WRITE = 1 << 3,    /* what becomes of them */
    OPTIONS_PRINT = 1 << 4,    /* how to say things */
    OPTIONS_JUDGE = 1 << 5,    /* as of which day, with how many processes */
    OPTIONS_KIND = 1 << 6,     /* which kinds of files */
    OPTIONS_FOLDER = 1 << 7,   /* where they go */
    OPTIONS_MEASURE = 1 << 8,  /* what is measured */
    OPTIONS_BEGIN = 1 << 9,    /* what is not there yet */
    OPTIONS_TABLE = 1 << 10,   /* rows for spreadsheets */
    OPTIONS_GATE = 1 << 11,    /* drafts or releases */
    OPTIONS_REVIEW = 1 << 12,  /* who signs what */
    OPTIONS_CALLS = 1 << 13,   /* whom to call, and who called when */
    OPTIONS_RECALL = 1 << 14,  /* what is void */
    OPTIONS_PSEUDO = 1 << 17,  /* languages that nobody speaks */
    OPTIONS_IN_ONE = 1 << 15,  /* which leaflets of one language: OPTIONS_CHOOSE but for it */
    OPTIONS_LOOK = 1 << 16,    /* what is looked at, and how */
    OPTIONS_PARCEL = 1 << 18,  /* how files for a translator are packed */
    OPTIONS_FORMATS = 1 << 20, /* which formats are told about */
    OPTIONS_MERGE = 1 << 19,   /* what becomes of what two people changed */
    OPTIONS_ORDER = 1 << 21,   /* all of it in a file */
    OPTIONS_SHARD = 1 << 22,   /* a part of it, elsewhere */
    OPTIONS_LARGE = 1 << 23,   /* very many leaflets: where time goes, and what one may take */
    OPTIONS_JOIN = 1 << 26     /* what was made elsewhere */
} OptionGroup;

/* Where nothing else is given. */
enum {
    OPTIONS_DPI = 150,    /* of pictures */
    OPTIONS_LIMIT = 60,   /* seconds for a leaflet */
    OPTIONS_MEMORY = 1024 /* MiB for a process; a leaflet needs some 60 */
};

typedef struct Shard {
    int number, count; /* 1 <= number <= count; count 0: the whole */
} Shard;

typedef struct Options {
    char **words; /* what follows the command, without dashes; all lists end with NULL */
    char *project;
    char **locales, **formats, **audiences, **outputs; /* empty: not given */
    char **pseudo_words;                               /* as given */
    PseudoList pseudos;
    int workers; /* 1 .. */
    int limit;   /* seconds that one leaflet may take */
    int memory;  /* MiB that one process may need */
    int dpi;
    char *paper;      /* of sheets that pages stand on; NULL: not given */
    double thickness; /* of it, in millimetres; 0: not given */
    int days;         /* how far ahead is looked; -1: not given */
    double size;      /* of the body, in points; 0: not given */
    Date today;       /* for what can be out of date: never before the system's day */
    Date dated;       /* what files claim as their day, from SOURCE_DATE_EPOCH; or none */
    char *out;
    char *order;           /* path of an order; NULL: the command line says what is made */
    Shard shard;           /* which part of it */
    int copies;            /* of every leaflet; 0: not given */
    char *icc, *condition; /* of presses; NULL: not given */
    char *role, *by, *on, *scope, *sheet; /* of a review or a call, as given; NULL: not given */
    char **contact_ids, **editions;
    char **strings; /* names of texts */
    gboolean release, discreet, dry_run, all, verify, budgets, timings;
    gboolean begin, open;
    char *string; /* a key, or a text; NULL: not given */
    gboolean zip, no_preview, ours, theirs;
    gboolean csv, json, quiet, verbose;

    char *today_text, *size_text, *shard_text; /* as given */
} Options;

struct Command;

/* @argv[0] is the command's name. NULL, with the reason in @diags, when it cannot be
 * understood. Prints help and ends the program when that is asked for. Free with
 * options_free(). */
Options *options_parse(const struct Command *command, int argc, char **argv, Diags *diags);
void options_free(Options *options);

/* How to print messages on @stream. */
DiagStyle options_style(const Options *options, FILE *stream);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Options, options_free)
