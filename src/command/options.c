#include "command/options.h"

#include "base/nearest.h"
#include "command/command.h"
#include "command/pseudo.h"
#include "command/shard.h"
#include "output/output.h"

#include <glib/gi18n.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

enum { MOST_WORKERS = 256, LEAST_DPI = 36, MOST_DPI = 1200, MOST_COPIES = 999999 };
enum { MOST_SECONDS = 24 * 60 * 60, LEAST_MEMORY = 128, MOST_MEMORY = 1024 * 1024 };

static const Where command_line = { NULL, 0, 0 };

/* One row an option. Lists may be repeated or separated by commas. */
static const struct OptionRow {
    const char *name;
    char letter;
    unsigned groups; /* OptionGroup: any of them */
    GOptionArg kind;
    size_t at; /* in Options */
    const char *about;
    const char *value; /* what help calls its value */
} rows[] = {
    { "locale", 0, OPTIONS_CHOOSE | OPTIONS_REVIEW, G_OPTION_ARG_STRING_ARRAY,
      offsetof(Options, locales), N_("only these languages; A+B stand side by side"),
      N_("TAG,...") },
    { "format", 0, OPTIONS_CHOOSE | OPTIONS_IN_ONE | OPTIONS_FORMATS, G_OPTION_ARG_STRING_ARRAY,
      offsetof(Options, formats), N_("only these formats"), N_("NAME,...") },
    { "audience", 0, OPTIONS_CHOOSE | OPTIONS_IN_ONE, G_OPTION_ARG_STRING_ARRAY,
      offsetof(Options, audiences), N_("only these audiences"), N_("NAME,...") },
    { "pseudo", 0, OPTIONS_PSEUDO, G_OPTION_ARG_STRING_ARRAY, offsetof(Options, pseudo_words),
      N_("the source language made longer, or from right to left, to find trouble before "
         "anybody translates"),
      N_("expand=35|rtl") },
    { "discreet", 0, OPTIONS_CHOOSE | OPTIONS_IN_ONE, G_OPTION_ARG_NONE,
      offsetof(Options, discreet),
      N_("leaflets whose outside tells strangers nothing of their topic"), NULL },
    { "output", 0, OPTIONS_KIND, G_OPTION_ARG_STRING_ARRAY, offsetof(Options, outputs),
      N_("these kinds of files; see below"), N_("KIND,...") },
    { "icc", 0, OPTIONS_KIND, G_OPTION_ARG_FILENAME, offsetof(Options, icc),
      N_("the print shop's profile, for files for a press"), N_("FILE") },
    { "condition", 0, OPTIONS_KIND, G_OPTION_ARG_STRING, offsetof(Options, condition),
      N_("what the shop calls that printing condition (default: the profile's own name)"),
      N_("NAME") },
    { "size", 0, OPTIONS_CHOOSE | OPTIONS_IN_ONE, G_OPTION_ARG_STRING,
      offsetof(Options, size_text),
      N_("text of this size, in formats that let it be chosen, as 'large'"), N_("PT") },
    { "out", 0, OPTIONS_FOLDER | OPTIONS_REVIEW, G_OPTION_ARG_FILENAME, offsetof(Options, out),
      N_("put the files into this folder (default: out)"), N_("DIR") },
    { "all", 0, OPTIONS_WRITE, G_OPTION_ARG_NONE, offsetof(Options, all),
      N_("make all of them again, also what has not changed"), NULL },
    { "order", 0, OPTIONS_ORDER, G_OPTION_ARG_FILENAME, offsetof(Options, order),
      N_("make what this order says, YAML or CSV, with papers for the print shop"), N_("FILE") },
    { "shard", 0, OPTIONS_SHARD, G_OPTION_ARG_STRING, offsetof(Options, shard_text),
      N_("only the K-th of N parts, the others being made elsewhere; see 'manifest'"),
      N_("K/N") },
    { "copies", 0, OPTIONS_SHARD, G_OPTION_ARG_INT, offsetof(Options, copies),
      N_("how many copies of each are to be printed, for the manifest"), N_("N") },
    { "dry-run", 0, OPTIONS_WRITE, G_OPTION_ARG_NONE, offsetof(Options, dry_run),
      N_("say what would be made, make nothing"), NULL },
    { "release", 0, OPTIONS_GATE, G_OPTION_ARG_NONE, offsetof(Options, release),
      N_("no drafts: only what has been reviewed and checked"), NULL },
    { "verify", 0, OPTIONS_WRITE, G_OPTION_ARG_NONE, offsetof(Options, verify),
      N_("read every file back and compare it with the content"), NULL },
    { "budgets", 0, OPTIONS_MEASURE, G_OPTION_ARG_NONE, offsetof(Options, budgets),
      N_("say of every string how long it may be"), NULL },
    { "jobs", 'j', OPTIONS_JUDGE, G_OPTION_ARG_INT, offsetof(Options, workers),
      N_("work on this many leaflets at a time (default: one a processor)"), N_("N") },
    { "limit", 0, OPTIONS_LARGE, G_OPTION_ARG_INT, offsetof(Options, limit),
      N_("give a leaflet up that takes longer than this (default: 60)"), N_("SECONDS") },
    { "memory", 0, OPTIONS_LARGE, G_OPTION_ARG_INT, offsetof(Options, memory),
      N_("give a leaflet up whose process needs more than this (default: 1024)"), N_("MIB") },
    { "timings", 0, OPTIONS_LARGE, G_OPTION_ARG_NONE, offsetof(Options, timings),
      N_("say at the end how much time went into what"), NULL },
    { "dpi", 0, OPTIONS_RUN, G_OPTION_ARG_INT, offsetof(Options, dpi),
      N_("dots per inch of pictures (default: 150)"), N_("N") },
    { "paper", 0, OPTIONS_RUN, G_OPTION_ARG_STRING, offsetof(Options, paper),
      N_("sheets for the kind 'print', as A4, SRA3; formats say which they know"), N_("NAME") },
    { "thickness", 0, OPTIONS_RUN, G_OPTION_ARG_DOUBLE, offsetof(Options, thickness),
      N_("how thick that paper is (default: as the format says)"), N_("MM") },
    { "days", 0, OPTIONS_CALLS, G_OPTION_ARG_INT, offsetof(Options, days),
      N_("also those whose check ends within this many days (default: 30)"), N_("N") },
    { "today", 0, OPTIONS_JUDGE | OPTIONS_REVIEW | OPTIONS_CALLS, G_OPTION_ARG_STRING,
      offsetof(Options, today_text), N_("judge what is out of date as of this later day"),
      N_("YYYY-MM-DD") },
    { "project", 0, OPTIONS_READ, G_OPTION_ARG_FILENAME, offsetof(Options, project),
      N_("the project's folder (default: this folder or one above it)"), N_("DIR") },
    { "string", 0, OPTIONS_LOOK, G_OPTION_ARG_STRING, offsetof(Options, string),
      N_("only pages with the string that has this key (msgctxt) or text (msgid)"), N_("KEY") },
    { "open", 0, OPTIONS_LOOK, G_OPTION_ARG_NONE, offsetof(Options, open),
      N_("open the page in the browser"), NULL },
    { "new", 0, OPTIONS_BEGIN, G_OPTION_ARG_NONE, offsetof(Options, begin),
      N_("begin translations into languages that are not there yet"), NULL },
    { "zip", 0, OPTIONS_PARCEL, G_OPTION_ARG_NONE, offsetof(Options, zip),
      N_("one zip file in place of a folder"), NULL },
    { "no-preview", 0, OPTIONS_PARCEL, G_OPTION_ARG_NONE, offsetof(Options, no_preview),
      N_("without pictures of pages, which are large"), NULL },
    { "ours", 0, OPTIONS_MERGE, G_OPTION_ARG_NONE, offsetof(Options, ours),
      N_("where both sides changed a text, keep what is here"), NULL },
    { "theirs", 0, OPTIONS_MERGE, G_OPTION_ARG_NONE, offsetof(Options, theirs),
      N_("where both sides changed a text, take what came back"), NULL },
    { "dry-run", 0, OPTIONS_MERGE, G_OPTION_ARG_NONE, offsetof(Options, dry_run),
      N_("say what would be taken, write nothing"), NULL },
    { "dry-run", 0, OPTIONS_JOIN, G_OPTION_ARG_NONE, offsetof(Options, dry_run),
      N_("check all files and say what would be taken, write nothing"), NULL },
    { "role", 0, OPTIONS_REVIEW, G_OPTION_ARG_STRING, offsetof(Options, role),
      N_("whose review: a role of the pack's needs_review"), N_("ROLE") },
    { "by", 0, OPTIONS_REVIEW | OPTIONS_CALLS, G_OPTION_ARG_STRING, offsetof(Options, by),
      N_("who signs, or who called: an organisation, or a role in one"), N_("NAME") },
    { "on", 0, OPTIONS_REVIEW | OPTIONS_CALLS, G_OPTION_ARG_STRING, offsetof(Options, on),
      N_("the day of the signature (default: today), or of the call"), N_("YYYY-MM-DD") },
    { "scope", 0, OPTIONS_REVIEW, G_OPTION_ARG_STRING, offsetof(Options, scope),
      N_("what was looked at, in the signer's words"), N_("WORDS") },
    { "contact", 0, OPTIONS_RECALL, G_OPTION_ARG_STRING_ARRAY, offsetof(Options, contact_ids),
      N_("files that print the number of this contact"), N_("ID,...") },
    { "string", 0, OPTIONS_RECALL, G_OPTION_ARG_STRING_ARRAY, offsetof(Options, strings),
      N_("files that print this text, or one whose name begins so"), N_("NAME,...") },
    { "edition", 0, OPTIONS_RECALL, G_OPTION_ARG_STRING_ARRAY, offsetof(Options, editions),
      N_("files of this edition"), N_("CODE,...") },
    { "strings", 0, OPTIONS_REVIEW, G_OPTION_ARG_STRING_ARRAY, offsetof(Options, strings),
      N_("only these texts, or those whose names begin so"), N_("NAME,...") },
    { "sheet", 0, OPTIONS_REVIEW, G_OPTION_ARG_FILENAME, offsetof(Options, sheet),
      N_("sign only what stands in this table of a sheet, without a comment"), N_("FILE") },
    { "csv", 0, OPTIONS_TABLE, G_OPTION_ARG_NONE, offsetof(Options, csv),
      N_("print a table for spreadsheets"), NULL },
    { "json", 0, OPTIONS_PRINT, G_OPTION_ARG_NONE, offsetof(Options, json),
      N_("print one JSON object a line"), NULL },
    { "quiet", 'q', OPTIONS_PRINT, G_OPTION_ARG_NONE, offsetof(Options, quiet),
      N_("print nothing but errors"), NULL },
    { "verbose", 'v', OPTIONS_PRINT, G_OPTION_ARG_NONE, offsetof(Options, verbose),
      N_("print more"), NULL },
};

static void *
member(Options *options, const struct OptionRow *row)
{
    return (char *) options + row->at;
}

/* GLib's form of the rows that @command takes, their values going to @options. */
static GArray *
entries_of(const Command *command, Options *options)
{
    GArray *entries = g_array_new(TRUE, TRUE, sizeof(GOptionEntry));
    GOptionEntry words = {
        G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->words, NULL,
        command->words
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const struct OptionRow *row = &rows[i];
        GOptionEntry entry = { row->name,  row->letter, 0, row->kind, member(options, row),
                               row->about, row->value };

        if (command->takes & row->groups)
            g_array_append_val(entries, entry);
    }
    g_array_append_val(entries, words);
    return entries;
}

static char *
kinds_of_output(void)
{
    GString *text = g_string_new(_("Kinds of files:"));

    for (const Output *output = output_all(); output->name != NULL; output++)
        g_string_append_printf(text, "\n  %-6s %s", output->name, _(output->about));
    return g_string_free(text, FALSE);
}

static GOptionContext *
context_of(const Command *command, const GOptionEntry *entries)
{
    GOptionContext *context = g_option_context_new(NULL);

    g_option_context_set_translation_domain(context, GETTEXT_PACKAGE);
    g_option_context_set_summary(context, command->about);
    g_option_context_add_main_entries(context, entries, GETTEXT_PACKAGE);
    if (command->takes & OPTIONS_KIND) {
        g_autofree char *kinds = kinds_of_output();

        g_option_context_set_description(context, kinds);
    }
    return context;
}

/* GLib wants "-j 4"; hands write "-j4". */
static char **
split_letter_and_number(int argc, char **argv)
{
    GPtrArray *words = g_ptr_array_new();

    for (int i = 0; i < argc; i++) {
        const char *word = argv[i];

        if (word[0] == '-' && word[1] == 'j' && g_ascii_isdigit(word[2])) {
            g_ptr_array_add(words, g_strndup(word, 2));
            word += 2;
        }
        g_ptr_array_add(words, g_strdup(word));
    }
    g_ptr_array_add(words, NULL);
    return (char **) g_ptr_array_free(words, FALSE);
}

/* "a,b" "c" becomes "a" "b" "c". */
static void
split_at_commas(char ***list)
{
    g_autofree char *joined = *list != NULL ? g_strjoinv(",", *list) : g_strdup("");
    g_auto(GStrv) parts = g_strsplit(joined, ",", -1);
    GPtrArray *names = g_ptr_array_new();

    for (int i = 0; parts[i] != NULL; i++)
        if (*parts[i] != '\0')
            g_ptr_array_add(names, g_strdup(parts[i]));
    g_ptr_array_add(names, NULL);
    g_strfreev(*list);
    *list = (char **) g_ptr_array_free(names, FALSE);
}

/* Fails only for what no clock says: too long ago, too far ahead, or not a number. */
static bool
read_source_date(Date *date, Diags *diags)
{
    const char *text = g_getenv("SOURCE_DATE_EPOCH");
    const gint64 last = G_GINT64_CONSTANT(253402300799); /* the end of the year 9999 */
    guint64 seconds;

    if (text == NULL || *text == '\0')
        return true;
    if (!g_ascii_string_to_unsigned(text, 10, 0, (guint64) last, &seconds, NULL)) {
        diag_add(diags, DIAG_USAGE, command_line,
                 "SOURCE_DATE_EPOCH is '%s'; it must be a number of seconds since 1970", text);
        return false;
    }
    *date = date_of_unix((long long) seconds);
    return true;
}

static bool
read_today(const char *given, Date *today, Diags *diags)
{
    Date date;

    *today = date_of_unix(g_get_real_time() / G_USEC_PER_SEC);
    if (given == NULL)
        return true;
    if (!date_parse(given, &date)) {
        diag_add(diags, DIAG_USAGE, command_line, "--today is '%s'; write it as YYYY-MM-DD",
                 given);
        return false;
    }
    if (date_compare(date, *today) > 0)
        *today = date;
    return true;
}

/* Which sizes a format has is for jobs.c to know. */
static bool
read_size(const char *given, double *size, Diags *diags)
{
    char *end = NULL;

    if (given == NULL)
        return true;
    *size = g_ascii_strtod(given, &end);
    if (g_ascii_isdigit(*given) && *end == '\0' && *size > 0 && *size < 1000)
        return true;
    diag_add(diags, DIAG_USAGE, command_line,
             "--size is '%s'; write it as a number of points, as 20 or 20.5", given);
    return false;
}

static bool
in_range(const char *name, int value, int least, int most, Diags *diags)
{
    if (value >= least && value <= most)
        return true;
    diag_add(diags, DIAG_USAGE, command_line, "%s is %d; it must be from %d to %d", name, value,
             least, most);
    return false;
}

static bool
pseudo_fits(const Options *options, const Command *command, Diags *diags)
{
    bool verifies = options->verify || command->run == verify_run;

    if (options->release && options->pseudos.count > 0)
        diag_add(diags, DIAG_USAGE, command_line,
                 "--pseudo makes drafts only; leave out --pseudo or --release");
    else if (verifies && pseudo_has(&options->pseudos, PSEUDO_RTL))
        diag_add(diags, DIAG_USAGE, command_line,
                 "leaflets of --pseudo rtl are for the eye: no program reads their words back in "
                 "order, so there is nothing to verify");
    else
        return true;
    return false;
}

/* Two ways of saying what is made would not agree. */
static bool
order_fits(const Options *options, Diags *diags)
{
    bool chosen = options->words[0] != NULL || options->locales[0] != NULL ||
                  options->formats[0] != NULL || options->audiences[0] != NULL ||
                  options->outputs[0] != NULL || options->discreet ||
                  options->size_text != NULL || options->copies > 0 ||
                  options->pseudos.count > 0;

    if (options->order == NULL || !chosen)
        return true;
    diag_add(diags, DIAG_USAGE, command_line,
             "--order says which leaflets are made; write the choice into the order, or leave "
             "out --order");
    return false;
}

static bool
complete(Options *options, const Command *command, Diags *diags)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].kind == G_OPTION_ARG_STRING_ARRAY)
            split_at_commas(member(options, &rows[i]));
    if (options->words == NULL)
        options->words = g_new0(char *, 1);
    if (options->out == NULL)
        options->out = g_strdup("out");
    if (command->words == NULL && options->words[0] != NULL) {
        diag_add(diags, DIAG_USAGE, command_line, "'%s' takes no names; '%s' is too much",
                 command->name, options->words[0]);
        return false;
    }
    return in_range("--jobs", options->workers, 1, MOST_WORKERS, diags) &&
           in_range("--limit", options->limit, 1, MOST_SECONDS, diags) &&
           in_range("--memory", options->memory, LEAST_MEMORY, MOST_MEMORY, diags) &&
           in_range("--dpi", options->dpi, LEAST_DPI, MOST_DPI, diags) &&
           in_range("--copies", options->copies, 0, MOST_COPIES, diags) &&
           pseudo_parse(options->pseudo_words, &options->pseudos, diags) &&
           pseudo_fits(options, command, diags) && order_fits(options, diags) &&
           read_size(options->size_text, &options->size, diags) &&
           shard_parse(options->shard_text, &options->shard, diags) &&
           read_today(options->today_text, &options->today, diags) &&
           read_source_date(&options->dated, diags);
}

static void
report_unknown_option(const char *option, const Command *command, Diags *diags)
{
    const char *names[G_N_ELEMENTS(rows)];
    int count = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (command->takes & rows[i].groups)
            names[count++] = rows[i].name;

    g_autofree char *name = g_strndup(option, strcspn(option, "="));
    const char *nearest = nearest_name(name + strspn(name, "-"), names, count);
    if (nearest != NULL)
        diag_add(diags, DIAG_USAGE, command_line,
                 "'%s' is not an option of '%s'; did you mean '--%s'?", name, command->name,
                 nearest);
    else
        diag_add(diags, DIAG_USAGE, command_line, "'%s' is not an option of '%s'", name,
                 command->name);
}

/* GLib leaves all of @words where they are and names the one it does not know, in a sentence of the user's
 * language: the longest that stands in it. */
static const char *
unknown_option(const GError *error, char **words)
{
    const char *found = NULL;

    for (int i = 1; words[i] != NULL; i++)
        if (words[i][0] == '-' && strstr(error->message, words[i]) != NULL &&
            (found == NULL || strlen(words[i]) > strlen(found)))
            found = words[i];
    return found;
}

static void
report_error(const GError *error, const Command *command, char **words, Diags *diags)
{
    bool unknown = g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION);
    const char *option = unknown ? unknown_option(error, words) : NULL;

    if (option != NULL)
        report_unknown_option(option, command, diags);
    else
        diag_add(diags, DIAG_USAGE, command_line, "%s", error->message);
}

Options *
options_parse(const Command *command, int argc, char **argv, Diags *diags)
{
    g_autoptr(Options) options = g_new0(Options, 1);
    g_autoptr(GArray) entries = entries_of(command, options);
    g_autoptr(GOptionContext) context = context_of(command, (GOptionEntry *) entries->data);
    g_autofree char *name = g_strdup_printf("rightspack %s", command->name);
    g_auto(GStrv) words = split_letter_and_number(argc, argv);
    g_autoptr(GError) error = NULL;

    options->workers = (int) MIN(g_get_num_processors(), MOST_WORKERS);
    options->dpi = OPTIONS_DPI;
    options->limit = OPTIONS_LIMIT;
    options->memory = OPTIONS_MEMORY;
    options->days = -1;

    g_set_prgname(name); /* help prints it */
    if (!g_option_context_parse_strv(context, &words, &error)) {
        report_error(error, command, words, diags);
        return NULL;
    }
    return complete(options, command, diags) ? g_steal_pointer(&options) : NULL;
}

/* Two options may share a value. */
static void
free_value(Options *options, const struct OptionRow *row)
{
    if (row->kind == G_OPTION_ARG_STRING_ARRAY)
        g_clear_pointer((char ***) member(options, row), g_strfreev);
    else if (row->kind == G_OPTION_ARG_STRING || row->kind == G_OPTION_ARG_FILENAME)
        g_clear_pointer((char **) member(options, row), g_free);
}

void
options_free(Options *options)
{
    if (options == NULL)
        return;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        free_value(options, &rows[i]);
    g_strfreev(options->words);
    g_free(options);
}

DiagStyle
options_style(const Options *options, FILE *stream)
{
    const char *no_colour = g_getenv("NO_COLOR"); /* https://no-color.org */

    return (DiagStyle){
        .json = options->json,
        .colour = isatty(fileno(stream)) && (no_colour == NULL || *no_colour == '\0') &&
                  g_strcmp0(g_getenv("TERM"), "dumb") != 0,
        .least = options->quiet ? SEVERITY_ERROR : SEVERITY_NOTE,
    };
}
