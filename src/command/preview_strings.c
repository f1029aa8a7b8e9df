#include "command/preview_strings.h"

#include <string.h>

/* Less room than this is tight: characters, or the share of the string's own. */
static const int tight_characters = 8;
static const double tight_share = 0.1;

/* --- one string ---------------------------------------------------------------------------- */

static void
free_string(void *item)
{
    PreviewString *string = item;

    g_ptr_array_unref(string->faults);
    g_array_unref(string->rooms);
    g_array_unref(string->places);
    g_free(string);
}

static PreviewString *
new_string(const Message *message, int number)
{
    PreviewString *string = g_new0(PreviewString, 1);

    string->message = message;
    string->number = number;
    string->faults = g_ptr_array_new_with_free_func(g_free);
    string->rooms = g_array_new(FALSE, FALSE, sizeof(PreviewRoom));
    string->places = g_array_new(FALSE, FALSE, sizeof(PreviewPlace));
    return string;
}

/* Packs share words of the first pack's language. */
static const char *
source_tag(const PreviewPlan *plan, const Message *message)
{
    const Project *project = plan->messages->project;
    const Pack *pack = message->pack != NULL ? message->pack : project->packs.items;

    return pack->source_locale->tag;
}

/* The number that chooses the plural form that is printed. */
static unsigned long
number_of(const Message *message)
{
    const Text *text = message->text;
    const Parameter *parameter = message->pack == NULL || text->count == NULL
                                     ? NULL
                                     : pack_find_parameter(message->pack, text->count);

    return parameter == NULL ? 0 : (unsigned long) parameter->value;
}

static unsigned
flag_of(MessageState state)
{
    static const unsigned flags[] = { [MESSAGE_TRANSLATED] = 0,
                                      [MESSAGE_FUZZY] = PREVIEW_FUZZY,
                                      [MESSAGE_FAULTY] = PREVIEW_FAULTS,
                                      [MESSAGE_EMPTY] = PREVIEW_MISSING,
                                      [MESSAGE_ABSENT] = PREVIEW_MISSING };

    return flags[state];
}

static void
fill_in(PreviewString *string, const PreviewStrings *strings, const PreviewPlan *plan)
{
    const Text *text = string->message->text;
    const char *tag = source_tag(plan, string->message);
    MessageState state = catalog_state(strings->catalog, text, tag);
    TranslationState printed;
    const char *words =
        catalog_translate(strings->catalog, text, tag, number_of(string->message), &printed);

    string->is_source = strcmp(plan->locale->tag, tag) == 0;
    string->flags = flag_of(state);
    if (printed == TRANSLATION_DONE || printed == TRANSLATION_SOURCE)
        string->translation = words;
    string->where = string->is_source ? text->where : catalog_entry(strings->catalog, text);
}

/* --- what leaflets say --------------------------------------------------------------------- */

static PreviewString *
find_string(const PreviewStrings *strings, int message)
{
    for (guint i = 0; i < strings->items->len; i++) {
        PreviewString *string = strings->items->pdata[i];

        if (string->number == message + 1)
            return string;
    }
    return NULL;
}

static bool
is_tight(const SeenRoom *room)
{
    int left = room->budget - room->characters;

    return room->budget >= 0 &&
           (left < tight_characters || left < tight_share * room->characters);
}

static void
add_room(PreviewString *string, const Format *format, const SeenRoom *seen)
{
    PreviewRoom room = { format, seen->budget - seen->characters, seen->budget };

    if (seen->budget == BUDGET_UNKNOWN || seen->budget == BUDGET_NO_HELP)
        return;
    if (is_tight(seen))
        string->flags |= PREVIEW_TIGHT;
    for (guint i = 0; i < string->rooms->len; i++) {
        PreviewRoom *known = &g_array_index(string->rooms, PreviewRoom, i);

        if (strcmp(known->format->id, format->id) != 0)
            continue;
        if (room.budget >= 0 && (known->budget < 0 || room.left < known->left))
            *known = room;
        return;
    }
    g_array_append_val(string->rooms, room);
}

static void
add_place(PreviewString *string, int leaflet, const SeenBox *box)
{
    GArray *places = string->places;
    PreviewPlace *last =
        places->len > 0 ? &g_array_index(places, PreviewPlace, places->len - 1) : NULL;
    PreviewPlace place = { leaflet, box->page, box->over };

    if (last != NULL && last->leaflet == leaflet && last->page == box->page)
        last->over |= box->over;
    else
        g_array_append_val(places, place);
}

static void
take_leaflet(PreviewStrings *strings, const Batch *batch, int leaflet)
{
    const Seen *seen = strings->seen->pdata[leaflet];
    const Format *format = batch->jobs->items[leaflet].variant.format;

    for (guint i = 0; i < seen->rooms->len; i++) {
        const SeenRoom *room = &g_array_index(seen->rooms, SeenRoom, i);
        PreviewString *string = find_string(strings, room->message);

        if (string != NULL)
            add_room(string, format, room);
    }
    for (guint i = 0; i < seen->boxes->len; i++) {
        const SeenBox *box = &g_array_index(seen->boxes, SeenBox, i);
        PreviewString *string = find_string(strings, box->message);

        if (string != NULL)
            add_place(string, leaflet, box);
    }
}

/* Every string that some leaflet looks up, by number. */
static void
add_strings(PreviewStrings *strings, const PreviewPlan *plan)
{
    g_autofree bool *used = g_new0(bool, plan->messages->count + 1);

    for (guint i = 0; i < strings->seen->len; i++) {
        const Seen *seen = strings->seen->pdata[i];

        for (guint k = 0; seen != NULL && k < seen->messages->len; k++)
            used[g_array_index(seen->messages, int, k)] = true;
    }
    for (int i = 0; i < plan->messages->count; i++)
        if (used[i])
            g_ptr_array_add(strings->items, new_string(&plan->messages->items[i], i + 1));
}

/* --- what `check` says --------------------------------------------------------------------- */

static bool
is_same_file(Where a, Where b)
{
    return a.file != NULL && b.file != NULL && strcmp(a.file, b.file) == 0;
}

/* The string whose entry begins last before the place, or whose text is at it. */
static PreviewString *
string_at(const PreviewStrings *strings, Where where)
{
    PreviewString *found = NULL;

    for (guint i = 0; i < strings->items->len; i++) {
        PreviewString *string = strings->items->pdata[i];
        Where text = string->message->text->where;

        if (is_same_file(text, where) && text.line == where.line && text.column == where.column)
            return string;
        if (!string->is_source && is_same_file(string->where, where) &&
            string->where.line <= where.line &&
            (found == NULL || found->where.line < string->where.line))
            found = string;
    }
    return found;
}

static void
add_once(GPtrArray *texts, const char *text)
{
    if (!g_ptr_array_find_with_equal_func(texts, text, g_str_equal, NULL))
        g_ptr_array_add(texts, g_strdup(text));
}

/* What a string's state says already, and what stands under its leaflet. */
static bool
is_told_elsewhere(DiagCode code)
{
    static const DiagCode codes[] = { DIAG_MISSING_TRANSLATION, DIAG_FUZZY_TRANSLATION,
                                      DIAG_OVERFLOW, DIAG_WIDE_WORD, DIAG_LESS_INCLUDED };

    for (size_t i = 0; i < G_N_ELEMENTS(codes); i++)
        if (codes[i] == code)
            return true;
    return false;
}

/* With @wanted alone, what is said of other strings is no remark. */
static void
take_diag(PreviewStrings *strings, const Diag *diag, bool all)
{
    PreviewString *string = string_at(strings, diag->where);

    if (is_told_elsewhere(diag->code))
        return;
    g_autofree char *text =
        g_strdup_printf("%s [%s]", diag->message, diag_info(diag->code)->name);
    if (string != NULL) {
        add_once(string->faults, text);
        string->flags |= PREVIEW_FAULTS;
    } else if (all && diag->where.file != NULL &&
               diag_info(diag->code)->severity == SEVERITY_ERROR) {
        add_once(strings->remarks, text);
    }
}

static void
take_diags(PreviewStrings *strings, const Batch *batch, const PreviewPlan *plan)
{
    g_autoptr(Diags) said = diags_new();

    catalog_check(plan->messages->project, plan->locale, said);
    for (unsigned i = 0; i < diags_count(said); i++)
        take_diag(strings, diags_find(said, i), plan->wanted == NULL);
    for (unsigned i = 0; i < diags_count(batch->diags); i++)
        if (diags_find(batch->diags, i)->code == DIAG_GLYPH_MISSING)
            take_diag(strings, diags_find(batch->diags, i), plan->wanted == NULL);
}

/* --- the whole ----------------------------------------------------------------------------- */

PreviewStrings *
preview_strings_new(const Batch *batch, const PreviewPlan *plan)
{
    PreviewStrings *strings = g_new0(PreviewStrings, 1);
    g_autoptr(Diags) said = diags_new(); /* catalog_check() says it again */

    strings->items = g_ptr_array_new_with_free_func(free_string);
    strings->remarks = g_ptr_array_new_with_free_func(g_free);
    strings->seen = g_ptr_array_new_with_free_func((GDestroyNotify) seen_free);
    strings->catalog = catalog_load(plan->messages->project, plan->locale, said);
    for (guint i = 0; i < batch->made->len; i++)
        g_ptr_array_add(strings->seen, seen_read(batch->made->pdata[i]));
    add_strings(strings, plan);
    for (guint i = 0; i < strings->items->len; i++)
        fill_in(strings->items->pdata[i], strings, plan);
    for (guint i = 0; i < strings->seen->len; i++)
        if (strings->seen->pdata[i] != NULL)
            take_leaflet(strings, batch, (int) i);
    take_diags(strings, batch, plan);
    return strings;
}

void
preview_strings_free(PreviewStrings *strings)
{
    if (strings == NULL)
        return;
    g_ptr_array_unref(strings->items);
    g_ptr_array_unref(strings->remarks);
    g_ptr_array_unref(strings->seen);
    catalog_free(strings->catalog);
    g_free(strings);
}

int
preview_strings_count(const PreviewStrings *strings, PreviewFlag flag)
{
    int count = 0;

    for (guint i = 0; i < strings->items->len; i++)
        count += (((PreviewString *) strings->items->pdata[i])->flags & flag) != 0;
    return count;
}
