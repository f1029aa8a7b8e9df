/* What a section of a pack holds: rights, steps, points, contacts. */
#include "translate/compose.h"

#include <string.h>

/* --- whom an entry is for ----------------------------------------------------------------- */

/* True when @tags name none of @dimension's tags, or one that is the audience's. */
static bool
dimension_fits(const Dimension *dimension, NameList tags, NameList audience)
{
    bool named = false;

    for (int i = 0; i < dimension->tags.count; i++) {
        const char *tag = dimension->tags.items[i].text;

        if (!names_have(tags, tag))
            continue;
        if (names_have(audience, tag))
            return true;
        named = true;
    }
    return !named;
}

bool
compose_is_for(const Variant *variant, NameList tags)
{
    const Pack *pack = variant->pack;

    for (int i = 0; i < pack->dimensions.count; i++)
        if (!dimension_fits(&pack->dimensions.items[i], tags, variant->audience->tags))
            return false;
    return true;
}

/* True when the audience has tags of @tag's dimension that @tags do not name: then the leaflet
 * must say whom it means. read/tags.c has made sure that the words for it are there. */
static bool
needs_condition(const Variant *variant, NameList tags, const char *tag)
{
    const Dimension *dimension = pack_find_dimension(variant->pack, tag);

    if (dimension == NULL || !names_have(variant->audience->tags, tag))
        return false;
    for (int i = 0; i < dimension->tags.count; i++) {
        const char *other = dimension->tags.items[i].text;

        if (names_have(variant->audience->tags, other) && !names_have(tags, other))
            return true;
    }
    return false;
}

/* Appends to @pieces the phrases that say whom @tags mean. */
static void
add_conditions(const Composer *composer, GArray *pieces, NameList tags)
{
    for (int i = 0; i < tags.count; i++) {
        const char *tag = tags.items[i].text;
        g_autofree char *key = g_strconcat("conditions/", tag, NULL);

        if (!needs_condition(composer->variant, tags, tag))
            continue;
        Piece piece = { .text = compose_word(composer, key), .lead = true };
        g_array_append_val(pieces, piece);
    }
}

/* --- parts of entries --------------------------------------------------------------------- */

static void
add_paragraphs(Composer *composer, TextList texts)
{
    for (int i = 0; i < texts.count; i++)
        compose_text_block(composer, ROLE_PARA, &texts.items[i]);
}

/* The text of an entry; before its first paragraph, in it, the conditions. */
static void
add_conditional(Composer *composer, TextList texts, NameList tags)
{
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    TextList others = texts;

    add_conditions(composer, pieces, tags);
    if (texts.count > 0) {
        Piece piece = { .text = &texts.items[0] };

        g_array_append_val(pieces, piece);
        others = (TextList){ texts.items + 1, texts.count - 1 };
    }
    compose_block(composer, ROLE_PARA,
                  compose_phrase(composer, (const Piece *) pieces->data, (int) pieces->len,
                                 BETWEEN_SENTENCES));
    add_paragraphs(composer, others);
}

/* @text after the common words @lead; nothing when it is absent. */
static void
add_led(Composer *composer, Role role, const char *lead, const Text *text)
{
    const Piece pieces[] = { { .text = compose_word(composer, lead), .lead = true },
                             { .text = text } };

    if (text->msgid != NULL)
        compose_block(composer, role, compose_phrase(composer, pieces, 2, BETWEEN_SENTENCES));
}

/* The sentence to say, and the same for the officer who reads it. */
static void
add_ask(Composer *composer, const Text *text)
{
    Phrase staff;

    if (text->msgid == NULL)
        return;
    compose_text_block(composer, ROLE_ASK, text);
    if (!composer->variant->format->staff_line || composer->variant->second != NULL ||
        !compose_staff_phrase(composer, text, &staff))
        return;
    Block *block = compose_last_block(composer);
    block->phrases[block->phrase_count++] = staff;
}

/* --- rights ------------------------------------------------------------------------------- */

/* What is only promised is not printed where its limits are not. */
static bool
prints_right(const Composer *composer, const Right *right)
{
    const Format *format = composer->variant->format;
    bool promised = right->status >= STATUS_COMMITMENT_ONLY;

    return right->priority <= format->priority_rights &&
           (!promised || format->right_parts & PRINT_LIMITS) &&
           compose_is_for(composer->variant, right->applies_to);
}

static void
note_laws(Composer *composer, const Right *right)
{
    for (int i = 0; i < right->law.count; i++) {
        Date checked_on = right->law.items[i].checked_on;

        if (date_is_none(checked_on))
            continue;
        if (date_is_none(composer->oldest_law) ||
            date_compare(checked_on, composer->oldest_law) < 0)
            composer->oldest_law = checked_on;
    }
}

static void
add_right(Composer *composer, const Right *right, int number)
{
    const Format *format = composer->variant->format;
    unsigned parts = format->right_parts;

    compose_begin_group(composer, (Group){ .kind = GROUP_ITEM,
                                           .icon = parts & PRINT_ICON ? right->icon : NULL,
                                           .number = number,
                                           .where = right->where });
    if (parts & PRINT_TITLE)
        compose_text_block(composer, ROLE_SUBHEADING, &right->title);
    if (parts & PRINT_TEXT)
        add_conditional(composer, right->text, right->applies_to);
    if (format->details) {
        add_paragraphs(composer, right->more);
        add_led(composer, ROLE_DETAIL, "lead_who", &right->who);
    }
    if (parts & PRINT_LIMITS)
        add_led(composer, ROLE_LIMIT, "lead_limits", &right->limits);
    if (parts & PRINT_ASK)
        add_ask(composer, &right->ask);
    if (format->sources && composer->variant->second == NULL)
        compose_sources(composer, right);
    compose_end_group(composer);
    g_ptr_array_add(composer->rights, (gpointer) right);
    note_laws(composer, right);
}

/* What the bubbles mean, where there are any. */
static void
add_legend(Composer *composer, const Section *section)
{
    const Icon *hand = project_find_icon(composer->variant->project, "point");
    const Text *words = compose_word(composer, "legend_ask");
    const Format *format = composer->variant->format;
    bool asks = false;

    if (!(format->section_parts & PRINT_LEGEND) || !(format->right_parts & PRINT_ASK))
        return;
    for (int i = 0; i < section->rights.count; i++) {
        const Right *right = &section->rights.items[i];

        asks |= right->ask.msgid != NULL && prints_right(composer, right);
    }
    if (!asks)
        return;
    compose_begin_group(composer,
                        (Group){ .kind = GROUP_LEGEND, .icon = hand, .where = words->where });
    compose_text_block(composer, ROLE_LEGEND, words);
    compose_end_group(composer);
}

static void
add_rights(Composer *composer, const Section *section)
{
    int number = 0;

    add_legend(composer, section);
    for (int i = 0; i < section->rights.count; i++)
        if (prints_right(composer, &section->rights.items[i]))
            add_right(composer, &section->rights.items[i], ++number);
}

/* --- steps and points --------------------------------------------------------------------- */

static void
add_step(Composer *composer, const Step *step, int number)
{
    const Format *format = composer->variant->format;

    compose_begin_group(composer,
                        (Group){ .kind = GROUP_STEP, .number = number, .where = step->where });
    compose_text_block(composer, ROLE_STEP, &step->title);
    if (format->step_parts & PRINT_TEXT)
        add_conditional(composer, step->text, step->applies_to);
    if (format->details) {
        add_paragraphs(composer, step->more);
        add_led(composer, ROLE_DETAIL, "lead_who", &step->who);
        add_led(composer, ROLE_DETAIL, "lead_how_long", &step->how_long);
    }
    if (format->step_parts & PRINT_REFUSALS) {
        add_led(composer, ROLE_DETAIL, "lead_refuse", &step->you_may_refuse);
        add_led(composer, ROLE_DETAIL, "lead_not_refuse", &step->you_may_not_refuse);
    }
    compose_end_group(composer);
}

static void
add_steps(Composer *composer, const Section *section)
{
    int number = 0;

    for (int i = 0; i < section->steps.count; i++) {
        const Step *step = &section->steps.items[i];

        if (step->priority <= composer->variant->format->priority_steps &&
            compose_is_for(composer->variant, step->applies_to))
            add_step(composer, step, ++number);
    }
}

static void
add_point(Composer *composer, const Point *point)
{
    unsigned parts = composer->variant->format->point_parts;

    compose_begin_group(composer, (Group){ .kind = GROUP_POINT,
                                           .icon = parts & PRINT_ICON ? point->icon : NULL,
                                           .where = point->where });
    if (parts & PRINT_TITLE)
        compose_text_block(composer, ROLE_MINOR, &point->title);
    if (parts & PRINT_TEXT)
        add_conditional(composer, point->text, point->applies_to);
    compose_end_group(composer);
}

static void
add_points(Composer *composer, const Section *section)
{
    for (int i = 0; i < section->points.count; i++) {
        const Point *point = &section->points.items[i];

        if (point->priority <= composer->variant->format->priority_points &&
            compose_is_for(composer->variant, point->applies_to))
            add_point(composer, point);
    }
}

/* --- a section ---------------------------------------------------------------------------- */

static void
add_heading(Composer *composer, const Section *section)
{
    unsigned parts = composer->variant->format->section_parts;

    if (section->title.msgid == NULL || !(parts & PRINT_TITLE))
        return;
    compose_text_block(composer, ROLE_HEADING, &section->title);
    if (section->contacts.count > 0 && parts & PRINT_ICON)
        compose_last_block(composer)->icon =
            project_find_icon(composer->variant->project, "phone");
}

/* Where strangers look there is no pictogram but the telephone. */
static void
drop_icons(Composer *composer, guint first_block, guint first_group)
{
    const Icon *phone = project_find_icon(composer->variant->project, "phone");

    for (guint i = first_block; i < composer->blocks->len; i++) {
        Block *block = &g_array_index(composer->blocks, Block, i);

        block->icon = block->icon == phone ? phone : NULL;
    }
    for (guint i = first_group; i < composer->groups->len; i++) {
        Group *group = &g_array_index(composer->groups, Group, i);

        group->icon = group->icon == phone ? phone : NULL;
    }
}

void
compose_section(Composer *composer, const Section *section)
{
    const Variant *variant = composer->variant;
    unsigned parts = variant->format->section_parts;
    bool hushed = variant->discreet && format_shows_section(variant->format, section->id);
    guint start = composer->blocks->len, first_group = composer->groups->len;
    guint first_text = composer->texts->len;

    add_heading(composer, section);
    guint after_heading = composer->blocks->len;
    if (parts & PRINT_TEXT && !hushed)
        add_paragraphs(composer, section->text);
    add_rights(composer, section);
    add_steps(composer, section);
    add_points(composer, section);
    compose_table(composer, &section->table);
    compose_contacts(composer, section);
    compose_facts(composer, section);
    compose_form(composer, section);
    for (int i = 0; i < section->say.count; i++)
        add_ask(composer, &section->say.items[i]);
    if (parts & PRINT_AFTER)
        add_paragraphs(composer, hushed ? section->discreet_text : section->text_after);
    if (parts & PRINT_SHORT && !hushed)
        compose_text_block(composer, ROLE_PARA, &section->short_text);
    if (hushed)
        drop_icons(composer, start, first_group);
    if (composer->blocks->len == after_heading) { /* nothing in it is for this leaflet */
        g_array_set_size(composer->blocks, start);
        g_array_set_size(composer->texts, first_text);
    }
}
