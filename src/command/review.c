#include "command/review.h"

#include "command/choice.h"
#include "command/command.h"
#include "command/deed.h"
#include "command/locate.h"
#include "read/read.h"

#include <glib/gi18n.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };

/* One row a subcommand; each has a file of its own, but for diff, which is in status's. */
static const struct Subcommand {
    const char *name;
    void (*run)(Desk *desk);
} subcommands[] = {
    { "sheet", review_sheet },   { "comments", review_comments }, { "sign", review_sign },
    { "status", review_status }, { "diff", review_diff },
};

static const char *const usage =
    N_("after 'review' stands sheet, comments, sign, status or diff");

/* --- the pack ----------------------------------------------------------------------------- */

/* The word after the subcommand, unless it names a table; NULL when there is none. */
static char *
asked_pack(const Options *options)
{
    char *word = options->words[1];

    return word == NULL || g_str_has_suffix(word, ".csv") ? NULL : word;
}

/* Without a name, the only pack there is. */
static void
find_pack(Desk *desk)
{
    const Project *project = desk->project;
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    char *asked[] = { asked_pack(desk->options), NULL };
    const Choice choice = {
        DIAG_UNKNOWN_PACK, N_("no pack is called '%s'; %s"), asked, { NULL, 0 }, false
    };

    for (int i = 0; i < project->packs.count; i++)
        g_ptr_array_add(ids, (gpointer) project->packs.items[i].id);
    g_autoptr(GArray) found = choice_find(&choice, ids, desk->diags);
    if (found->len == 1)
        desk->pack = &project->packs.items[g_array_index(found, int, 0)];
    else if (asked[0] == NULL)
        diag_add(desk->diags, DIAG_USAGE, command_line,
                 "there are %u packs; name the one that is reviewed", found->len);
}

char *
desk_path(const Desk *desk, const char *rest)
{
    g_autofree char *folder = g_path_get_dirname(desk->pack->where.file);

    return g_build_filename(folder, rest, NULL);
}

/* --- reviewers ---------------------------------------------------------------------------- */

char *
reviewer_name(const Reviewer *reviewer)
{
    if (reviewer->locale == NULL)
        return g_strdup(reviewer->role);
    return g_strdup_printf("%s-%s", reviewer->role, reviewer->locale->tag);
}

static Reviewer
language_reviewer(Desk *desk, const Locale *locale)
{
    Catalog *catalog = catalog_load(desk->project, locale, desk->diags);

    g_ptr_array_add(desk->catalogs, catalog);
    return (Reviewer){ desk->pack, review_language, locale, catalog };
}

/* "; did you mean ...?" is choice.c's. */
static const char *
find_role(const Desk *desk, const char *name)
{
    g_autoptr(GPtrArray) roles = review_roles(desk->pack);
    char *asked[] = { (char *) name, NULL };
    const Choice choice = {
        DIAG_UNKNOWN_ROLE, N_("the pack needs no review by '%s'; %s"), asked, { NULL, 0 }, false
    };
    g_autoptr(GArray) found = choice_find(&choice, roles, desk->diags);

    return found->len == 1 ? roles->pdata[g_array_index(found, int, 0)] : NULL;
}

static const Locale *
find_locale(const Desk *desk, const char *tag)
{
    g_autoptr(GPtrArray) tags = g_ptr_array_new();
    char *asked[] = { (char *) tag, NULL };
    const Choice choice = {
        DIAG_UNKNOWN_LOCALE, N_("no locale is called '%s'; %s"), asked, { NULL, 0 }, false
    };

    for (int i = 0; i < desk->project->locales.count; i++)
        g_ptr_array_add(tags, (gpointer) desk->project->locales.items[i].tag);
    g_autoptr(GArray) found = choice_find(&choice, tags, desk->diags);
    return found->len == 1 ? &desk->project->locales.items[g_array_index(found, int, 0)] : NULL;
}

static const char *
asked_role(const Desk *desk)
{
    if (desk->options->role != NULL)
        return find_role(desk, desk->options->role);
    diag_add(desk->diags, DIAG_USAGE, command_line, "say with --role whose review it is");
    return NULL;
}

/* The one that --locale names; NULL when it names none, which is reported where one is needed. */
static const Locale *
asked_locale(const Desk *desk, bool needed)
{
    char **tags = desk->options->locales;

    if (tags[0] != NULL && tags[1] == NULL)
        return find_locale(desk, tags[0]);
    if (needed || tags[0] != NULL)
        diag_add(desk->diags, DIAG_USAGE, command_line,
                 "name one language with --locale: each has its own reviewer");
    return NULL;
}

bool
desk_reader(Desk *desk, Reviewer *reviewer, const Locale **shown, const Catalog **catalog)
{
    const char *role = asked_role(desk);
    bool of_language = g_strcmp0(role, review_language) == 0;

    *shown = role == NULL ? NULL : asked_locale(desk, of_language);
    *reviewer = (Reviewer){ desk->pack, role, NULL, NULL };
    if (*shown != NULL) {
        Reviewer own = language_reviewer(desk, *shown);

        *catalog = own.catalog;
        if (of_language)
            *reviewer = own;
    }
    return !diags_have_errors(desk->diags);
}

bool
desk_reviewer(Desk *desk, Reviewer *reviewer)
{
    const Locale *shown;
    const Catalog *catalog;

    if (!desk_reader(desk, reviewer, &shown, &catalog))
        return false;
    if (reviewer->locale == shown)
        return true;
    diag_add(desk->diags, DIAG_USAGE, command_line,
             "--locale is for the role language; others sign the source");
    return false;
}

static bool
is_wanted(const Options *options, const char *role, const char *tag)
{
    bool wanted = options->role == NULL || strcmp(options->role, role) == 0;

    if (!wanted || options->locales[0] == NULL)
        return wanted;
    return tag != NULL && g_strv_contains((const char *const *) options->locales, tag);
}

static void
add_languages(Desk *desk, GArray *reviewers)
{
    for (int i = 0; i < desk->project->locales.count; i++) {
        const Locale *locale = &desk->project->locales.items[i];

        if (!is_wanted(desk->options, review_language, locale->tag))
            continue;
        Reviewer reviewer = language_reviewer(desk, locale);
        g_array_append_val(reviewers, reviewer);
    }
}

GArray *
desk_reviewers(Desk *desk)
{
    g_autoptr(GPtrArray) roles = review_roles(desk->pack);
    GArray *reviewers = g_array_new(FALSE, FALSE, sizeof(Reviewer));

    if (desk->options->role != NULL && find_role(desk, desk->options->role) == NULL)
        return reviewers;
    for (char **tag = desk->options->locales; *tag != NULL; tag++)
        if (find_locale(desk, *tag) == NULL)
            return reviewers;
    for (guint i = 0; i < roles->len; i++) {
        Reviewer reviewer = { desk->pack, roles->pdata[i], NULL, NULL };

        if (strcmp(reviewer.role, review_language) == 0)
            add_languages(desk, reviewers);
        else if (is_wanted(desk->options, reviewer.role, NULL))
            g_array_append_val(reviewers, reviewer);
    }
    return reviewers;
}

/* --- the command -------------------------------------------------------------------------- */

static void
run_at_desk(Desk *desk, const struct Subcommand *subcommand)
{
    find_pack(desk);
    if (desk->pack == NULL)
        return;
    desk->arena = arena_new();
    desk->catalogs = g_ptr_array_new_with_free_func((GDestroyNotify) catalog_free);
    desk->messages = messages_list(desk->project);
    desk->reviews = reviews_load(desk->project, desk->diags);
    subcommand->run(desk);
    reviews_free(desk->reviews);
    messages_free(desk->messages);
    g_ptr_array_unref(desk->catalogs);
    arena_free(desk->arena);
}

int
review_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();
    int deed = deed_find("review", options->words[0], subcommands, G_N_ELEMENTS(subcommands),
                         sizeof subcommands[0], usage, diags);
    g_autoptr(Project) project = deed < 0 ? NULL : locate_project(options->project, diags);

    if (project != NULL && !diags_have_errors(diags)) {
        Desk desk = { .options = options, .diags = diags, .project = project };

        run_at_desk(&desk, &subcommands[deed]);
    }
    diags_print(diags, stderr, options_style(options, stderr));
    return diags_exit_status(diags);
}
