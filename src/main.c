/* main.c - the table of commands, help, and the exit status. */
#include "base/nearest.h"
#include "command/command.h"
#include "command/locate.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };

/* One row a command; command/command.h says how to add one. */
static const Command commands[] = {
    { "build", N_("[PACK...]"), N_("Make leaflets."),
      OPTIONS_CHOOSE | OPTIONS_KIND | OPTIONS_FOLDER | OPTIONS_WRITE | OPTIONS_RUN |
          OPTIONS_GATE | OPTIONS_JUDGE | OPTIONS_PSEUDO | OPTIONS_ORDER | OPTIONS_SHARD |
          OPTIONS_LARGE | OPTIONS_READ | OPTIONS_PRINT,
      build_run },
    { "watch", N_("[PACK...]"),
      N_("Make leaflets, and again those that a file is in whenever it is saved."),
      OPTIONS_CHOOSE | OPTIONS_KIND | OPTIONS_FOLDER | OPTIONS_RUN | OPTIONS_JUDGE |
          OPTIONS_PSEUDO | OPTIONS_READ | OPTIONS_PRINT,
      watch_run },
    { "jobs", N_("[PACK...]"),
      N_("Say which leaflets 'build' would make, one a line, with the command that makes it "
         "alone."),
      OPTIONS_CHOOSE | OPTIONS_KIND | OPTIONS_FOLDER | OPTIONS_RUN | OPTIONS_GATE |
          OPTIONS_JUDGE | OPTIONS_PSEUDO | OPTIONS_ORDER | OPTIONS_SHARD | OPTIONS_READ |
          OPTIONS_PRINT,
      jobs_run },
    { "check", N_("[PACK...]"), N_("Say what is wrong with content and leaflets; make nothing."),
      OPTIONS_CHOOSE | OPTIONS_KIND | OPTIONS_RUN | OPTIONS_GATE | OPTIONS_JUDGE |
          OPTIONS_PSEUDO | OPTIONS_READ | OPTIONS_PRINT,
      check_run },
    { "fit", N_("[PACK...]"),
      N_("Say at which size leaflets fit, what room they leave, and what stands in the way."),
      OPTIONS_CHOOSE | OPTIONS_MEASURE | OPTIONS_PSEUDO | OPTIONS_READ | OPTIONS_PRINT, fit_run },
    { "sheet", N_("[PACK...]"),
      N_("Make a contact sheet: small pictures of leaflets side by side, to look at."),
      OPTIONS_CHOOSE | OPTIONS_KIND | OPTIONS_FOLDER | OPTIONS_RUN | OPTIONS_JUDGE |
          OPTIONS_PSEUDO | OPTIONS_READ | OPTIONS_PRINT,
      sheet_run },
    { "preview", N_("LOCALE [PACK...]"),
      N_("Show translators every string where it is printed, and the room it has: a page for the "
         "browser."),
      OPTIONS_IN_ONE | OPTIONS_LOOK | OPTIONS_FOLDER | OPTIONS_RUN | OPTIONS_JUDGE |
          OPTIONS_READ | OPTIONS_PRINT,
      preview_run },
    { "verify", N_("FILE...|DIR"),
      N_("Read finished leaflets back and compare them with the content."),
      OPTIONS_JUDGE | OPTIONS_PSEUDO | OPTIONS_READ | OPTIONS_PRINT, verify_run },
    { "extract", NULL, N_("Write the files that translators begin with, from the content."),
      OPTIONS_READ | OPTIONS_PRINT, extract_run },
    { "update", N_("[LOCALE...]"),
      N_("Bring translations up to date with the content; lose nothing of them."),
      OPTIONS_BEGIN | OPTIONS_READ | OPTIONS_PRINT, update_run },
    { "status", N_("[LOCALE...]"),
      N_("Say how much of each language is translated, and what is missing for which format."),
      OPTIONS_FORMATS | OPTIONS_TABLE | OPTIONS_READ | OPTIONS_PRINT, status_run },
    { "handoff", N_("LOCALE [PACK...]"),
      N_("Pack all that a translator needs: texts, how long each may be, terms, style."),
      OPTIONS_PARCEL | OPTIONS_FORMATS | OPTIONS_FOLDER | OPTIONS_JUDGE | OPTIONS_READ |
          OPTIONS_PRINT,
      handoff_run },
    { "receive", N_("FILE.po|DIR|FILE.zip"),
      N_("Check what a translator sent back, and take it if it is sound; lose nothing."),
      OPTIONS_MERGE | OPTIONS_READ | OPTIONS_PRINT, receive_run },
    { "manifest", N_("merge OUT DIR..."),
      N_("Put leaflets that were made in several folders into one, each file checked."),
      OPTIONS_JOIN | OPTIONS_PRINT, manifest_run },
    { "contacts", N_("due|verified ID..."),
      N_("Say whom to call to check a number, and what to ask; note a call."),
      OPTIONS_CALLS | OPTIONS_TABLE | OPTIONS_READ | OPTIONS_PRINT, contacts_run },
    { "review", N_("sheet|comments|sign|status|diff [PACK] [FILE]"),
      N_("Show texts to reviewers, take in what they say, and note what they have signed."),
      OPTIONS_REVIEW | OPTIONS_TABLE | OPTIONS_READ | OPTIONS_PRINT, review_run },
    { "recall", N_("[DIR...]"),
      N_("Say which finished files are void, for a number, a text or an edition is."),
      OPTIONS_RECALL | OPTIONS_READ | OPTIONS_PRINT, recall_run },
    { "list", N_("packs|locales|formats|audiences|contacts"), N_("Say what there is."),
      OPTIONS_READ | OPTIONS_PRINT, list_run },
    { "explain", N_("[CODE...]"), N_("Explain the code in brackets at the end of a message."),
      OPTIONS_PRINT, explain_run },
    { "doctor", NULL, N_("Say which libraries, folders and fonts the program finds."),
      OPTIONS_READ | OPTIONS_PRINT, doctor_run },
};

static int
say_what_to_do_first(void)
{
    printf(_("rightspack build         makes every leaflet of content/project.yaml, into out/\n"
             "rightspack list packs    shows what there is to make leaflets of\n"
             "README.md                says how to change words, numbers and languages\n"));
    return 0;
}

static int
print_version(void)
{
    printf("rightspack %s\n", RIGHTSPACK_VERSION);
    return 0;
}

static int
print_help(void)
{
    printf(_("Usage: rightspack COMMAND [OPTION...]\n\n"
             "Lays out printable leaflets of rights from content and translations.\n\n"
             "Commands:\n"));
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        printf("  %-8s  %s\n", commands[i].name, _(commands[i].about));
    printf(_("\n'rightspack COMMAND --help' says which options there are; '--version' names the "
             "version.\n"));
    return 0;
}

/* What may stand instead of a command. */
static const struct {
    const char *word;
    int (*say)(void);
} sayings[] = {
    { "help", print_help },
    { "--help", print_help },
    { "-h", print_help },
    { "--version", print_version },
};

static const Command *
find_command(const char *word, Diags *diags)
{
    const char *names[G_N_ELEMENTS(commands)];

    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
        if (strcmp(commands[i].name, word) == 0)
            return &commands[i];
        names[i] = commands[i].name;
    }

    const char *nearest = nearest_name(word, names, G_N_ELEMENTS(names));
    if (word[0] == '-')
        diag_add(diags, DIAG_USAGE, command_line,
                 "'%s' stands before a command; options stand after it", word);
    else if (nearest != NULL)
        diag_add(diags, DIAG_USAGE, command_line, "'%s' is not a command; did you mean '%s'?",
                 word, nearest);
    else
        diag_add(diags, DIAG_USAGE, command_line, "'%s' is not a command", word);
    return NULL;
}

/* What the user's environment calls the language of messages, or NULL. */
static const char *
wanted_locale(void)
{
    static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        const char *value = g_getenv(names[i]);

        if (value != NULL && *value != '\0')
            return value;
    }
    return NULL;
}

/* Only letters and messages follow the user's language: numbers have a point everywhere. A machine
 * that has not generated the locale, as most containers have not, still has C.UTF-8, in which
 * gettext looks for the languages that LANGUAGE names. */
static void
choose_language(void)
{
    const char *wanted = wanted_locale();

    if (setlocale(LC_CTYPE, "") == NULL)
        setlocale(LC_CTYPE, "C.UTF-8");
    if (setlocale(LC_MESSAGES, "") != NULL)
        return;
    if (setlocale(LC_MESSAGES, "C.UTF-8") != NULL && wanted != NULL)
        g_setenv("LANGUAGE", wanted, FALSE);
}

static void
set_up_messages(void)
{
    g_autofree char *folder = locate_messages();

    choose_language();
    bindtextdomain(GETTEXT_PACKAGE, folder);
    bind_textdomain_codeset(GETTEXT_PACKAGE, "UTF-8");
    textdomain(GETTEXT_PACKAGE);
}

/* Known before the options are read, for what is wrong with them is told to a program, too. */
static bool
asks_for_json(int argc, char **argv)
{
    for (int i = 0; i < argc; i++)
        if (strcmp(argv[i], "--json") == 0)
            return true;
    return false;
}

static int
run(int argc, char **argv, Diags *diags)
{
    bool json = asks_for_json(argc, argv);

    if (json)
        setlocale(LC_MESSAGES, "C"); /* programs read it: never translated */

    const Command *command = find_command(argv[0], diags);
    g_autoptr(Options) options =
        command != NULL ? options_parse(command, argc, argv, diags) : NULL;

    if (options == NULL) {
        diags_print(diags, stderr, (DiagStyle){ .json = json, .least = SEVERITY_NOTE });
        return diags_exit_status(diags);
    }
    return command->run(options);
}

/* A full disk behind "> file" is noticed only when the last bytes leave. */
static int
flush_results(int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "rightspack: %s\n", _("standard output cannot be written"));
    return worse_exit_status(status, diag_info(DIAG_CANNOT_WRITE)->exit_status);
}

int
main(int argc, char **argv)
{
    g_autoptr(Diags) diags = diags_new();

    set_up_messages();
    if (argc < 2)
        return flush_results(say_what_to_do_first());
    for (size_t i = 0; i < G_N_ELEMENTS(sayings); i++)
        if (strcmp(argv[1], sayings[i].word) == 0)
            return flush_results(sayings[i].say());
    return flush_results(run(argc - 1, argv + 1, diags));
}
