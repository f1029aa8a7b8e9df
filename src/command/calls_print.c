/* The list of calls: for a person at a phone, a spreadsheet, a program. */
#include "command/calls.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

static const char *const states[] = { "never", "expired", "soon" };

/* NULL: it is nowhere printed, here neither. */
static const char *
number_of(const Contact *contact)
{
    return contact->confidential ? NULL : contact->phone.show;
}

/* --- for a person -------------------------------------------------------------------------- */

static void
print_state(const Call *call)
{
    const Contact *contact = call->contact;
    g_autofree char *called = calls_day(contact->verified_on);
    g_autofree char *until = calls_day(call->until);

    if (call->state == CALL_NEVER)
        printf("  %s\n", _("nobody has called it yet"));
    else if (call->state == CALL_EXPIRED)
        printf(_("  expired on %s; last called on %s\n"), until, called);
    else
        printf(_("  expires on %s; last called on %s\n"), until, called);
    if (contact->verified_by != NULL && call->state != CALL_NEVER)
        printf(_("  called by: %s\n"), contact->verified_by);
    if (contact->owner != NULL)
        printf(_("  owner: %s\n"), contact->owner);
    else
        printf("  %s\n", _("owner: nobody is named"));
}

static void
print_call(const Call *call)
{
    const Contact *contact = call->contact;

    if (number_of(contact) != NULL)
        printf("\n%s: %s, %s\n", contact->id, contact->name.msgid, number_of(contact));
    else
        printf("\n%s: %s, %s:%d\n", contact->id, contact->name.msgid, contact->phone.where.file,
               contact->phone.where.line);
    print_state(call);
    if (call->note != NULL)
        printf("  %s\n", call->note);
    for (guint i = 0; i < call->questions->len; i++) {
        const Question *question = &g_array_index(call->questions, Question, i);

        printf("  %2u. %s\n", i + 1, question->ask);
        if (question->known != NULL)
            printf(_("      We have: %s\n"), question->known);
    }
    printf(_("  Then: %s\n"), call->enter);
}

static void
print_list(const GPtrArray *calls, const Project *project)
{
    printf(ngettext("%u of %d contact is due\n", "%u of %d contacts are due\n",
                    (unsigned long) project->contacts.count),
           calls->len, project->contacts.count);
    if (calls->len > 0)
        printf(_("\nSay first: %s\n"), calls_opening());
    for (guint i = 0; i < calls->len; i++)
        print_call(calls->pdata[i]);
}

/* --- for spreadsheets ---------------------------------------------------------------------- */

/* A cell that begins as a formula does would be computed. */
static void
print_cell(const char *text, const char *end)
{
    const char *shown = text != NULL ? text : "";
    g_auto(GStrv) parts = g_strsplit(shown, "\"", -1);
    g_autofree char *doubled = g_strjoinv("\"\"", parts);
    const char *guard = *shown != '\0' && strchr("=@", *shown) != NULL ? "'" : "";

    printf(strpbrk(shown, ",\"\n") != NULL ? "\"%s%s\"%s" : "%s%s%s", guard, doubled, end);
}

static void
print_row(const Call *call, guint number, const Question *question)
{
    const Contact *contact = call->contact;
    g_autofree char *called = calls_day(contact->verified_on);
    g_autofree char *until = calls_day(call->until);
    const char *const cells[] = { contact->id,
                                  contact->name.msgid,
                                  number_of(contact),
                                  contact->owner,
                                  states[call->state],
                                  called,
                                  contact->verified_by,
                                  until,
                                  call->note };

    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++)
        print_cell(cells[i], ",");
    printf("%u,", number);
    print_cell(question->ask, ",");
    print_cell(question->known, ",,");
    print_cell(call->enter, "\r\n");
}

static void
print_csv(const GPtrArray *calls)
{
    printf("id,name,phone,owner,state,verified_on,verified_by,until,note,question,ask,known,"
           "answer,enter\r\n");
    for (guint i = 0; i < calls->len; i++) {
        const Call *call = calls->pdata[i];

        for (guint k = 0; k < call->questions->len; k++)
            print_row(call, k + 1, &g_array_index(call->questions, Question, k));
    }
}

/* --- for programs -------------------------------------------------------------------------- */

static void
add_text(JsonBuilder *builder, const char *name, const char *text)
{
    json_builder_set_member_name(builder, name);
    if (text != NULL)
        json_builder_add_string_value(builder, text);
    else
        json_builder_add_null_value(builder);
}

static void
add_questions(JsonBuilder *builder, const Call *call)
{
    json_builder_set_member_name(builder, "questions");
    json_builder_begin_array(builder);
    for (guint i = 0; i < call->questions->len; i++) {
        const Question *question = &g_array_index(call->questions, Question, i);

        json_builder_begin_object(builder);
        add_text(builder, "ask", question->ask);
        add_text(builder, "known", question->known);
        json_builder_end_object(builder);
    }
    json_builder_end_array(builder);
}

static void
print_json(const Call *call)
{
    const Contact *contact = call->contact;
    g_autoptr(JsonBuilder) builder = json_builder_new();
    g_autofree char *called = calls_day(contact->verified_on);
    g_autofree char *until = calls_day(call->until);

    json_builder_begin_object(builder);
    add_text(builder, "contact", contact->id);
    add_text(builder, "name", contact->name.msgid);
    add_text(builder, "phone", number_of(contact));
    add_text(builder, "owner", contact->owner);
    add_text(builder, "state", states[call->state]);
    add_text(builder, "verified_on", called);
    add_text(builder, "verified_by", contact->verified_by);
    add_text(builder, "until", until);
    add_text(builder, "note", call->note);
    add_text(builder, "say", calls_opening());
    add_questions(builder, call);
    add_text(builder, "enter", call->enter);
    json_builder_end_object(builder);

    g_autoptr(JsonNode) node = json_builder_get_root(builder);
    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

void
calls_print(const GPtrArray *calls, const Project *project, const Options *options)
{
    if (options->csv)
        print_csv(calls);
    else if (!options->json)
        print_list(calls, project);
    for (guint i = 0; options->json && !options->csv && i < calls->len; i++)
        print_json(calls->pdata[i]);
}
