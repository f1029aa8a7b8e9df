#include "command/options.h"

#include "base/nearest.h"
#include "command/command.h"
#include "command/option_rows.h"
#include "command/pseudo.h"
#include "command/shard.h"
#include "model/order.h"
#include "output/output.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

enum { MOST_WORKERS = 256, LEAST_DPI = 36, MOST_DPI = 1200 };
enum { MOST_SECONDS = 24 * 60 * 60, LEAST_MEMORY = 128, MOST_MEMORY = 1024 * 1024 };

static const Where command_line = { NULL, 0, 0 };

static void *
member(Options *options, const OptionRow *row)
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

    for (const OptionRow *row = option_rows(); row->name != NULL; row++) {
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
    for (const OptionRow *row = option_rows(); row->name != NULL; row++)
        if (row->kind == G_OPTION_ARG_STRING_ARRAY)
            split_at_commas(member(options, row));
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
           in_range("--copies", options->copies, 0, ORDER_MOST_COPIES, diags) &&
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
    g_autoptr(GPtrArray) names = g_ptr_array_new();

    for (const OptionRow *row = option_rows(); row->name != NULL; row++)
        if (command->takes & row->groups)
            g_ptr_array_add(names, (void *) row->name);

    g_autofree char *name = g_strndup(option, strcspn(option, "="));
    const char *nearest = nearest_name(name + strspn(name, "-"),
                                       (const char *const *) names->pdata, (int) names->len);
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
free_value(Options *options, const OptionRow *row)
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
    for (const OptionRow *row = option_rows(); row->name != NULL; row++)
        free_value(options, row);
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
