#include "command/calls.h"

#include <glib/gi18n.h>
#include <string.h>

const char *
calls_opening(void)
{
    return _(
        "Good day. We print leaflets with phone numbers for people who look for help, and "
        "call to check yours. I have a few questions about the number, and none about you or "
        "about those who call.");
}

char *
calls_day(Date day)
{
    return date_is_none(day) ? NULL
                             : g_strdup_printf("%04d-%02d-%02d", day.year, day.month, day.day);
}

/* --- what the content says ----------------------------------------------------------------- */

static char *
known_hours(const Contact *contact)
{
    return g_strdup(contact->hours.msgid);
}

static char *
known_what(const Contact *contact)
{
    return g_strdup(contact->what.msgid);
}

static char *
known_cost(const Contact *contact)
{
    static const char *const costs[] = { NULL, N_("it is free"), N_("it costs something") };

    return costs[contact->cost] == NULL ? NULL : g_strdup(_(costs[contact->cost]));
}

static char *
yes_or_no(Answer answer)
{
    static const char *const words[] = { NULL, N_("no"), N_("yes") };

    return words[answer] == NULL ? NULL : g_strdup(_(words[answer]));
}

static char *
known_from_abroad(const Contact *contact)
{
    return yes_or_no(contact->from_abroad ? ANSWER_YES : ANSWER_NO);
}

static char *
known_anonymous(const Contact *contact)
{
    return yes_or_no(contact->anonymous);
}

static char *
known_mandatory_reporter(const Contact *contact)
{
    return yes_or_no(contact->mandatory_reporter);
}

static char *
known_languages(const Contact *contact)
{
    GString *tags = g_string_new(NULL);

    for (int i = 0; i < contact->languages.count; i++)
        g_string_append_printf(tags, "%s%s", i > 0 ? ", " : "",
                               contact->languages.items[i].text);
    return g_string_free(tags, tags->len == 0);
}

static char *
known_name(const Contact *contact)
{
    return contact->confidential
               ? g_strdup(contact->name.msgid)
               : g_strdup_printf("%s, %s", contact->name.msgid, contact->phone.show);
}

static char *
known_url(const Contact *contact)
{
    return g_strdup(contact->url);
}

static char *
known_expiry(const Contact *contact)
{
    return calls_day(contact->expires_on);
}

static char *
known_nothing(const Contact *contact)
{
    (void) contact;
    return NULL;
}

/* --- the script ---------------------------------------------------------------------------- */

static bool
has_url(const Contact *contact)
{
    return contact->url != NULL;
}

static bool
may_be_printed(const Contact *contact)
{
    return !contact->confidential;
}

static bool
is_confidential(const Contact *contact)
{
    return contact->confidential;
}

/* In the order of asking. To add one: its row here, and above what the content says of it. */
static const struct {
    const char *ask;
    char *(*known)(const Contact *contact);
    bool (*is_asked)(const Contact *contact); /* NULL: always */
} script[] = {
    { N_("Who are you, and is this the number for people who look for help?"), known_name, NULL },
    { N_("What can people ask you for?"), known_what, NULL },
    { N_("On which days and at what hours does somebody answer?"), known_hours, NULL },
    { N_("Does the call cost anything, from a mobile phone, too?"), known_cost, NULL },
    { N_("Can people call from abroad, or with a foreign SIM card?"), known_from_abroad, NULL },
    { N_("In which languages can you talk with those who call?"), known_languages, NULL },
    { N_("Can a person talk with you without saying a name?"), known_anonymous, NULL },
    { N_("Do you have to tell the police or another authority what a person says? When?"),
      known_mandatory_reporter, NULL },
    { N_("Is this your web address, and still yours alone?"), known_url, has_url },
    { N_("Will anything of this change soon? On which day?"), known_expiry, NULL },
    { N_("May we print the number, with these answers, on paper that anybody may find?"),
      known_nothing, may_be_printed },
    { N_("Is it still right that the number is never printed?"), known_nothing, is_confidential },
};

/* Kinds of contacts whose lines must stay free. */
static const char *const emergencies[] = { "emergency", "fire", "ambulance" };

static const char *
note_of(const Contact *contact)
{
    for (size_t i = 0; i < G_N_ELEMENTS(emergencies); i++)
        if (strcmp(contact->kind, emergencies[i]) == 0)
            return _("Do not call this number to check it: the line is for emergencies. Ask the "
                     "office of the service.");
    return contact->confidential
               ? _("The number is confidential: it stands only in the file. Do "
                   "not say it where others hear.")
               : NULL;
}

static void
clear_question(void *item)
{
    g_free(((Question *) item)->known);
}

static GArray *
questions_of(const Contact *contact)
{
    GArray *questions = g_array_new(FALSE, FALSE, sizeof(Question));

    g_array_set_clear_func(questions, clear_question);
    for (size_t i = 0; i < G_N_ELEMENTS(script); i++) {
        Question question = { .ask = _(script[i].ask) };

        if (script[i].is_asked != NULL && !script[i].is_asked(contact))
            continue;
        question.known = script[i].known(contact);
        g_array_append_val(questions, question);
    }
    return questions;
}

static char *
command_of(const Contact *contact, const Options *options)
{
    const char *owner = contact->owner != NULL ? contact->owner : _("who called");
    g_autofree char *by = g_shell_quote(owner);
    g_autofree char *day = calls_day(options->today);
    g_autofree char *project = options->project != NULL ? g_shell_quote(options->project) : NULL;

    return g_strdup_printf("rightspack contacts verified %s --on %s --by %s%s%s", contact->id,
                           day, by, project != NULL ? " --project " : "",
                           project != NULL ? project : "");
}

/* --- who is due ---------------------------------------------------------------------------- */

static void
free_call(void *item)
{
    Call *call = item;

    g_array_unref(call->questions);
    g_free(call->enter);
    g_free(call);
}

static bool
is_due(const Contact *contact, Date until, Date today, int days, CallState *state)
{
    bool called =
        !date_is_none(contact->verified_on) && date_compare(contact->verified_on, today) <= 0;

    *state = !called ? CALL_NEVER : date_compare(until, today) < 0 ? CALL_EXPIRED : CALL_SOON;
    return *state != CALL_SOON || date_compare(until, date_add_days(today, days)) <= 0;
}

static int
compare_calls(const void *a, const void *b)
{
    const Call *first = *(const Call *const *) a, *second = *(const Call *const *) b;
    int days = date_compare(first->until, second->until);

    if (first->state != second->state)
        return (int) first->state - (int) second->state;
    return days != 0 ? days : strcmp(first->contact->id, second->contact->id);
}

GPtrArray *
calls_due(const Project *project, int days, const Options *options)
{
    GPtrArray *calls = g_ptr_array_new_with_free_func(free_call);

    for (int i = 0; i < project->contacts.count; i++) {
        const Contact *contact = &project->contacts.items[i];
        Date until = contact_until(project, contact);
        CallState state;

        if (!is_due(contact, until, options->today, days, &state))
            continue;
        Call *call = g_new0(Call, 1);
        *call = (Call){ .contact = contact,
                        .state = state,
                        .until = until,
                        .note = note_of(contact),
                        .questions = questions_of(contact),
                        .enter = command_of(contact, options) };
        g_ptr_array_add(calls, call);
    }
    g_ptr_array_sort(calls, compare_calls);
    return calls;
}
