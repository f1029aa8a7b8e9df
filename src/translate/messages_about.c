/* What each message is, as its translator is told. */
#include "translate/messages.h"

#include <string.h>

/* A text, or a list of them, that entries of one kind have. */
typedef struct Part {
    const char *about; /* NULL ends the table */
    size_t at;         /* of the member */
    bool list;
    const char *lead; /* key of the shared word that stands before it, or NULL */
} Part;

#define ONE(Struct, member) offsetof(Struct, member), false
#define LIST(Struct, member) offsetof(Struct, member), true

/* One row a text of the struct in model/content.h. */
static const Part pack_parts[] = {
    { "Title on the cover.", ONE(Pack, title), NULL },
    { "Line under the title on the cover.", ONE(Pack, subtitle), NULL },
    { "Title of a discreet leaflet. A stranger who sees it must learn nothing of the topic.",
      ONE(Pack, discreet_title), NULL },
    { "Line under the title of a discreet leaflet. It tells nothing of the topic, either.",
      ONE(Pack, discreet_subtitle), NULL },
    { 0 },
};

static const Part section_parts[] = {
    { "Heading of a section.", ONE(Section, title), NULL },
    { "Paragraph under the heading of a section.", LIST(Section, text), NULL },
    { "Heading of a column of a table. A word or two.", LIST(Section, table.columns), NULL },
    { "Cell of a table. The first of a row says what the others are about.",
      LIST(Section, table.cells), NULL },
    { "Line of a form: what the sheet is about.", LIST(Section, facts), NULL },
    { "Sentence that the person says or points at, as her own words. The officer reads it in the "
      "staff's language.",
      LIST(Section, say), NULL },
    { "One sentence in place of the paragraphs of a section, where there is little room.",
      ONE(Section, short_text), NULL },
    { "Paragraph at the end of a section.", LIST(Section, text_after), NULL },
    { "Paragraph in place of the others of a section, in discreet leaflets. A stranger must learn "
      "nothing of the topic.",
      LIST(Section, discreet_text), NULL },
    { 0 },
};

static const Part right_parts[] = {
    { "Heading of a right. A few words.", ONE(Right, title), NULL },
    { "Paragraph about a right.", LIST(Right, text), NULL },
    { "More about a right, where there is room for it.", LIST(Right, more), NULL },
    { "Sentence that the person says or points at, as her own words. The officer reads it in the "
      "staff's language.",
      ONE(Right, ask), NULL },
    { "Who does it. No whole sentence.", ONE(Right, who), "lead_who" },
    { "What the right does not promise.", ONE(Right, limits), "lead_limits" },
    { "The same right in easy words: short sentences, one idea each.", LIST(Right, easy), NULL },
    { 0 },
};

static const Part step_parts[] = {
    { "Title of a step: what happens, one after the other.", ONE(Step, title), NULL },
    { "Paragraph about a step.", LIST(Step, text), NULL },
    { "More about a step, where there is room for it.", LIST(Step, more), NULL },
    { "Who does it. No whole sentence.", ONE(Step, who), "lead_who" },
    { "How long the step takes. No whole sentence.", ONE(Step, how_long), "lead_how_long" },
    { "What the person can refuse in this step. No whole sentence.", ONE(Step, you_may_refuse),
      "lead_refuse" },
    { "What the person cannot refuse in this step.", ONE(Step, you_may_not_refuse),
      "lead_not_refuse" },
    { 0 },
};

static const Part law_parts[] = {
    { "How a law is cited, under the rights that it is behind: its official name, if it has one in "
      "the language, and its articles.",
      ONE(LawTitle, cite), NULL },
    { 0 },
};

static const Part point_parts[] = {
    { "Heading of a piece of advice. A few words.", ONE(Point, title), NULL },
    { "Piece of advice.", LIST(Point, text), NULL },
    { 0 },
};

static const Part form_parts[] = {
    { "Label of a row in a form.", ONE(FormEntry, label), NULL },
    { "Beside a box to tick in a form. A word or two.", LIST(FormEntry, options), NULL },
    { 0 },
};

static const Part contact_parts[] = {
    { "Name of a contact, above its number. The names of organisations stay names.",
      ONE(Contact, name), NULL },
    { "Name of a contact on a discreet leaflet. A stranger must learn nothing of the topic.",
      ONE(Contact, neutral_name), NULL },
    { "What a contact is for. One short sentence under its number.", ONE(Contact, what), NULL },
    { "When a contact answers. One short sentence under its number.", ONE(Contact, hours), NULL },
    { 0 },
};

static const Part logo_parts[] = {
    { "What the logo shows, for people who hear the leaflet read out.", ONE(Logo, alt), NULL },
    { 0 },
};

/* Shared words by key; a group's by what the key begins with. */
static const struct Word {
    const char *key, *about;
} words[] = {
    { "draft", "Mark at the top of every page of a draft." },
    { "draft_short",
      "Mark of a draft where there is little room, and in the language of the staff." },
    { "unchecked", "What the ring with a question mark beside a number means." },
    { "untranslated", "What a dotted bar beside a sentence means." },
    { "see_full", "Small print of a short leaflet: that there is a longer one." },
    { "legend_ask", "What the sentences in boxes are for." },
    { "field", "Label above lines to write on." },
    { "lead_refuse", "Stands before what the person can refuse in a step." },
    { "lead_not_refuse", "Stands before what the person cannot refuse in a step." },
    { "lead_who", "Stands before those who do it." },
    { "lead_how_long", "Stands before the time that a step takes." },
    { "lead_limits", "Stands before what a right does not promise." },
    { "source", "Small print under a right, before the laws behind it." },
    { "source_unchecked", "The same, where nobody has looked the laws up yet." },
    { "contents", "Heading over the list of what stands on which page." },
    { "sheet_",
      "Small print for whoever prints the leaflet, in the staff's language: on the margin of a "
      "sheet that is folded or cut later." },
    { "slug_",
      "Small print for a print shop, in the staff's language: beside the page, on paper that is cut "
      "off. A few words, after the name of the leaflet." },
    { "free", "Calling this number costs nothing. Stands under the number." },
    { "anonymous",
      "Who answers does not ask for a name. Stands under a number. A fact, not an order." },
    { "must_report",
      "Who answers may be obliged to pass on what is said, for example to the police. A calm "
      "warning; promise nothing, frighten nobody. Stands under a number." },
    { "link_about", "Said of a web address to people who hear the leaflet read out." },
    { "colophon_", "Small print at the end. Its parts follow one another in one line." },
    { "date", "How a date is written. Put its parts in the order of the language." },
    { "months/", "Name of a month, as it stands in a date." },
    { "conditions/", "Begins a paragraph that is only for some readers." },
    { "icons/", "What a pictogram shows, for people who hear the leaflet read out." },
};

/* What a text is a part of. */
typedef struct Owner {
    NameList applies_to;
    const Right *right;
} Owner;

static const Owner nobody = { { NULL, 0 }, NULL };

static void
describe(Messages *messages, const Text *text, const Part *part, Owner owner)
{
    Message *message = text->msgid == NULL ? NULL : messages_find(messages, text);

    if (message == NULL)
        return;
    message->about = part->about;
    message->lead = part->lead == NULL ? NULL : project_find_word(messages->project, part->lead);
    message->applies_to = owner.applies_to;
    message->right = owner.right;
}

static void
describe_parts(Messages *messages, const void *item, const Part *parts, Owner owner)
{
    for (const Part *part = parts; part->about != NULL; part++) {
        const void *member = (const char *) item + part->at;
        TextList texts = { member, 1 };

        if (part->list)
            texts = *(const TextList *) member;
        for (int i = 0; i < texts.count; i++)
            describe(messages, &texts.items[i], part, owner);
    }
}

static void
describe_section(Messages *messages, const Section *section)
{
    describe_parts(messages, section, section_parts, nobody);
    for (int i = 0; i < section->rights.count; i++) {
        const Right *right = &section->rights.items[i];

        describe_parts(messages, right, right_parts, (Owner){ right->applies_to, right });
    }
    for (int i = 0; i < section->steps.count; i++)
        describe_parts(messages, &section->steps.items[i], step_parts,
                       (Owner){ section->steps.items[i].applies_to, NULL });
    for (int i = 0; i < section->points.count; i++)
        describe_parts(messages, &section->points.items[i], point_parts,
                       (Owner){ section->points.items[i].applies_to, NULL });
    for (int i = 0; i < section->form.count; i++)
        describe_parts(messages, &section->form.items[i], form_parts, nobody);
}

static void
describe_pack(Messages *messages, const Pack *pack)
{
    describe_parts(messages, pack, pack_parts, nobody);
    for (int i = 0; i < pack->laws.count; i++)
        describe_parts(messages, &pack->laws.items[i], law_parts, nobody);
    for (int i = 0; i < pack->sections.count; i++)
        describe_section(messages, &pack->sections.items[i]);
}

static bool
is_called(const char *key, const char *name)
{
    bool is_group = g_str_has_suffix(name, "/") || g_str_has_suffix(name, "_");

    return is_group ? g_str_has_prefix(key, name) : strcmp(key, name) == 0;
}

static void
describe_word(Messages *messages, const CommonWord *word)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (is_called(word->key, words[i].key))
            describe(messages, &word->text, &(Part){ .about = words[i].about }, nobody);
}

void
messages_describe(Messages *messages)
{
    const Project *project = messages->project;

    for (int i = 0; i < project->common.count; i++)
        describe_word(messages, &project->common.items[i]);
    for (int i = 0; i < project->contacts.count; i++)
        describe_parts(messages, &project->contacts.items[i], contact_parts, nobody);
    for (int i = 0; i < project->sheets.count; i++)
        describe_section(messages, &project->sheets.items[i]);
    if (project->logo != NULL)
        describe_parts(messages, project->logo, logo_parts, nobody);
    for (int i = 0; i < project->packs.count; i++)
        describe_pack(messages, &project->packs.items[i]);
}
