#include "command/verified.h"

#include "base/bidi.h"
#include "base/file.h"
#include "base/nearest.h"
#include "command/calls.h"
#include "command/locate.h"
#include "read/read.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

enum { LONGEST_NAME = 100 };

static const Where command_line = { NULL, 0, 0 };

/* A file of contacts with what is to be written there. */
typedef struct Sheet {
    const char *path;
    char *bytes;
    size_t length;
} Sheet;

static void
clear_sheet(void *item)
{
    g_free(((Sheet *) item)->bytes);
}

/* --- what was asked for -------------------------------------------------------------------- */

/* Where the caller is it may be tomorrow already. */
static bool
is_to_come(Date day)
{
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    Date local = { g_date_time_get_year(now), g_date_time_get_month(now),
                   g_date_time_get_day_of_month(now) };
    Date utc = date_of_unix(g_get_real_time() / G_USEC_PER_SEC);

    return date_compare(day, local) > 0 && date_compare(day, utc) > 0;
}

static bool
read_day(const Options *options, Date *day, Diags *diags)
{
    if (options->on == NULL)
        diag_add(diags, DIAG_USAGE, command_line,
                 "say on which day the number was called: --on YYYY-MM-DD");
    else if (!date_parse(options->on, day))
        diag_add(diags, DIAG_USAGE, command_line, "--on is '%s'; write it as YYYY-MM-DD",
                 options->on);
    else if (is_to_come(*day))
        diag_add(diags, DIAG_USAGE, command_line,
                 "--on is %s, a day that is yet to come; nobody can have called then",
                 options->on);
    else
        return true;
    return false;
}

static bool
is_a_name(const char *text)
{
    bool visible = false;

    if (!g_utf8_validate(text, -1, NULL) || g_utf8_strlen(text, -1) > LONGEST_NAME)
        return false;
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (!g_unichar_isprint(c) || is_bidi_control(c))
            return false;
        visible |= !g_unichar_isspace(c);
    }
    return visible;
}

static bool
check_by(const Options *options, Diags *diags)
{
    if (options->by == NULL)
        diag_add(diags, DIAG_USAGE, command_line,
                 "say who called: --by, an organisation or a role; no person's name is needed");
    else if (!is_a_name(options->by))
        diag_add(diags, DIAG_USAGE, command_line,
                 "--by is the name of an organisation or a role, of at most %d letters",
                 LONGEST_NAME);
    else
        return true;
    return false;
}

static void
report_unknown(const Project *project, const char *id, Diags *diags)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();

    for (int i = 0; i < project->contacts.count; i++)
        g_ptr_array_add(ids, (gpointer) project->contacts.items[i].id);

    const char *nearest = nearest_name(id, (const char *const *) ids->pdata, (int) ids->len);
    if (nearest != NULL)
        diag_add(diags, DIAG_USAGE, command_line,
                 "there is no contact '%s'; did you mean '%s'?", id, nearest);
    else
        diag_add(diags, DIAG_USAGE, command_line, "there is no contact '%s'", id);
}

/* --- noting it ----------------------------------------------------------------------------- */

static Sheet *
open_sheet(GArray *sheets, const Project *project, const Contact *contact, Diags *diags)
{
    Sheet sheet = { .path = contact->where.file };
    g_autoptr(GError) error = NULL;

    for (guint i = 0; i < sheets->len; i++)
        if (strcmp(g_array_index(sheets, Sheet, i).path, sheet.path) == 0)
            return &g_array_index(sheets, Sheet, i);
    if (project_has_installed(project, sheet.path)) { /* which is everybody's */
        g_autofree char *name = g_path_get_basename(sheet.path);
        g_autofree char *rest = g_build_filename("content/contacts", name, NULL);
        g_autofree char *own = locate_in_project(project, rest);

        diag_add(diags, DIAG_CONTACT_NOT_NOTED, contact->where,
                 "'%s' stands in a file of the program's own data; copy that to '%s' of a project "
                 "of your own first",
                 contact->id, project_has_installed(project, own) ? rest : own);
        return NULL;
    }
    if (!g_file_get_contents(sheet.path, &sheet.bytes, &sheet.length, &error)) {
        diag_add(diags, DIAG_UNREADABLE_FILE, (Where){ sheet.path, 0, 0 }, "%s", error->message);
        return NULL;
    }
    g_array_append_val(sheets, sheet);
    return &g_array_index(sheets, Sheet, sheets->len - 1);
}

static void
note(GArray *sheets, const Project *project, const char *id, Date day, const char *by,
     Diags *diags)
{
    const Contact *contact = project_find_contact(project, id);
    Sheet *sheet;
    size_t length;

    if (contact == NULL) {
        report_unknown(project, id, diags);
        return;
    }
    sheet = open_sheet(sheets, project, contact, diags);
    if (sheet == NULL)
        return;
    char *noted = contact_note_call(sheet->bytes, sheet->length, id, day, by, &length);
    if (noted == NULL) {
        diag_add(diags, DIAG_CONTACT_NOT_NOTED, contact->where,
                 "no place was found in '%s' for the day of the call", id);
        return;
    }
    g_free(sheet->bytes);
    sheet->bytes = noted;
    sheet->length = length;
}

static void
write_sheets(const GArray *sheets, Diags *diags)
{
    for (guint i = 0; i < sheets->len; i++) {
        const Sheet *sheet = &g_array_index(sheets, Sheet, i);
        g_autoptr(GBytes) bytes = g_bytes_new(sheet->bytes, sheet->length);
        g_autoptr(GError) error = NULL;

        if (!file_replace(sheet->path, bytes, &error))
            diag_add(diags, DIAG_CANNOT_WRITE, (Where){ sheet->path, 0, 0 }, "%s",
                     error->message);
    }
}

/* --- saying so ----------------------------------------------------------------------------- */

static void
print_json(const Contact *contact, const char *until)
{
    g_autofree char *day = calls_day(contact->verified_on);
    g_autoptr(JsonObject) object = json_object_new();
    g_autoptr(JsonNode) node = json_node_new(JSON_NODE_OBJECT);

    json_object_set_string_member(object, "contact", contact->id);
    json_object_set_string_member(object, "file", contact->where.file);
    json_object_set_string_member(object, "verified_on", day);
    json_object_set_string_member(object, "verified_by", contact->verified_by);
    json_object_set_string_member(object, "until", until);
    json_node_set_object(node, object);

    g_autofree char *line = json_to_string(node, FALSE);
    printf("%s\n", line);
}

static void
print_noted(const Project *project, const char *id, Date day, const Options *options)
{
    Contact contact = *project_find_contact(project, id);

    contact.verified_on = day;
    contact.verified_by = options->by;
    g_autofree char *until = calls_day(contact_until(project, &contact));
    if (options->json)
        print_json(&contact, until);
    else if (!options->quiet)
        printf(_("%s: called on %s by %s; counts as checked until %s\n"), id, options->on,
               options->by, until);
}

void
contacts_verified(const Project *project, char *const *ids, const Options *options, Diags *diags)
{
    g_autoptr(GArray) sheets = g_array_new(FALSE, FALSE, sizeof(Sheet));
    Date day;

    g_array_set_clear_func(sheets, clear_sheet);
    if (!read_day(options, &day, diags) || !check_by(options, diags))
        return;
    if (ids[0] == NULL)
        diag_add(diags, DIAG_USAGE, command_line,
                 "say which contacts were called, by their ids");
    for (int i = 0; ids[i] != NULL; i++)
        note(sheets, project, ids[i], day, options->by, diags);
    if (!diags_have_errors(diags))
        write_sheets(sheets, diags);
    for (int i = 0; ids[i] != NULL && !diags_have_errors(diags); i++)
        print_noted(project, ids[i], day, options);
}
