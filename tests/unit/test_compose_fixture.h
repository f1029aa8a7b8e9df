/* A leaflet to compose, of a project made by hand: nothing of it is read from files but the
 * translations that a test writes. */
#pragma once
#include "translate/translate.h"

#include <glib/gstdio.h>
#include <string.h>

/* --- a small project, by hand ------------------------------------------------------------- */

#define LIST(Type, ...) \
    { \
        (const Type[]){ __VA_ARGS__ }, sizeof((const Type[]){ __VA_ARGS__ }) / sizeof(Type) \
    }
#define NAMES(...) LIST(char *const, __VA_ARGS__)
#define TEXT(context_, msgid_) \
    { \
        .msgid = msgid_, .context = context_, .domain = "p", .where = { \
            "p.yaml", \
            __LINE__, \
            1 \
        } \
    }
#define WORD(key_, msgid_) \
    { \
        key_, \
        { \
            .msgid = msgid_, .context = key_, .domain = "common" \
        } \
    }

static const CommonWord words[] = {
    /* by key */
    WORD("colophon_checked", "numbers checked on {date}"),
    WORD("colophon_day", "as of {date}"),
    WORD("colophon_law", "law as of {date}"),
    WORD("colophon_unchecked", "numbers checked: not yet"),
    WORD("colophon_until", "discard after {date}."),
    WORD("colophon_version", "Version {version} · {locale} · {edition}"),
    WORD("conditions/citizen", "If you are a citizen:"),
    WORD("conditions/foreign", "If you are not a citizen:"),
    WORD("date", "{day} {month} {year}"),
    WORD("draft", "DRAFT – do not hand out"),
    WORD("draft_short", "DRAFT"),
    WORD("field", "Name and number:"),
    WORD("free", "Free."),
    WORD("icons/phone", "Picture of phone"),
    WORD("icons/point", "Picture of point"),
    WORD("icons/unchecked", "Picture of unchecked"),
    WORD("lead_how_long", "How long:"),
    WORD("lead_limits", "Good to know:"),
    WORD("lead_not_refuse", "Not your choice:"),
    WORD("lead_refuse", "You can refuse:"),
    WORD("lead_who", "Who:"),
    WORD("legend_ask", "Say the words."),
    WORD("link_about", "Web page of {name}"),
    WORD("months/february", "February"),
    WORD("months/january", "January"),
    WORD("months/march", "March"),
    WORD("unchecked", "Number not checked yet"),
    WORD("untranslated", "A dotted bar: not translated yet"),
};

static const Icon icons[] = {
    { .id = "horizon" }, { .id = "phone" }, { .id = "point" }, { .id = "unchecked" }
};

static const Locale arabic = {
    .tag = "ar", .lang = "ar", .autonym = "العربية", .direction = DIRECTION_RTL
};
static const Locale english = { .tag = "en", .lang = "en", .autonym = "English" };
static const Locale serbian = { .tag = "sr", .lang = "sr", .autonym = "Српски" };

static const Contact police = { .id = "police",
                                .kind = "emergency",
                                .phone = { .short_number = "192", .show = "192" },
                                .name = TEXT("police/name", "Police"),
                                .what = TEXT("police/what", "In danger."),
                                .verified_on = { 2026, 1, 20 } };
static const Contact line = { .id = "line",
                              .kind = "line",
                              .cost = COST_FREE,
                              .phone = { .e164 = "+381800", .show = "0800 222" },
                              .url = "https://line.example/",
                              .name = TEXT("line/name", "Line"),
                              .what = TEXT("line/what", "Advice."),
                              .hours = TEXT("line/hours", "Day and night."),
                              .verified_on = { 2026, 1, 10 } };
static const Contact *const numbers[] = { &line, &police };

static const Right rights[] = {
    { .id = "stay",
      .priority = 1,
      .title = TEXT("rights/stay/title", "You can stay"),
      .text = LIST(Text, TEXT("rights/stay/text", "Up  to\n{days} days."),
                   TEXT("rights/stay/text", "Call {tel.line}.")),
      .more = LIST(Text, TEXT("rights/stay/more", "And more.")),
      .ask = TEXT("rights/stay/ask", "I want time."),
      .who = TEXT("rights/stay/who", "police."),
      .limits = TEXT("rights/stay/limits", "It can end."),
      .applies_to = LIST(Name, { .text = "foreign" }),
      .law = LIST(Law, { .checked_on = { 0 } }, { .checked_on = { 2026, 1, 2 } }) },
    { .id = "rest",
      .priority = 3,
      .title = TEXT("rights/rest/title", "You can rest"),
      .text = LIST(Text, TEXT("rights/rest/text", "First rest.")),
      .applies_to = LIST(Name, { .text = "citizen" }),
      .law = LIST(Law, { .checked_on = { 2025, 1, 2 } }) },
};
static const Step steps[] = {
    { .id = "late",
      .priority = 3,
      .title = TEXT("procedure/late/title", "Later"),
      .applies_to = LIST(Name, { .text = "adult" }) },
    { .id = "talk",
      .priority = 1,
      .title = TEXT("procedure/talk/title", "A talk"),
      .how_long = TEXT("procedure/talk/how_long", "an hour."),
      .you_may_refuse = TEXT("procedure/talk/you_may_refuse", "a photo."),
      .you_may_not_refuse = TEXT("procedure/talk/you_may_not_refuse", "the name.") },
};
static const Point points[] = {
    { .id = "child",
      .title = TEXT("safety/child/title", "Your school"),
      .applies_to = LIST(Name, { .text = "child" }) },
};
static const Section sections[] = {
    { .id = "rights",
      .priority = 1,
      .title = TEXT("rights/title", "You can ask for"),
      .rights = { rights, G_N_ELEMENTS(rights) } },
    { .id = "procedure",
      .priority = 1,
      .title = TEXT("procedure/title", "What happens"),
      .steps = { steps, G_N_ELEMENTS(steps) } },
    { .id = "safety",
      .priority = 1,
      .title = TEXT("safety/title", "Stay safe"),
      .points = { points, G_N_ELEMENTS(points) } },
    { .id = "numbers",
      .priority = 1,
      .title = TEXT("numbers/title", "Numbers"),
      .contacts = { numbers, G_N_ELEMENTS(numbers) },
      .text_after = LIST(Text, TEXT("numbers/text_after", "Say only: help.")) },
    { .id = "extra",
      .priority = 3,
      .title = TEXT("extra/title", "Extra"),
      .text = LIST(Text, TEXT("extra/text", "Something.")) },
};
static const Dimension dimensions[] = {
    { "age", LIST(Name, { .text = "adult" }, { .text = "child" }) },
    { "status", LIST(Name, { .text = "citizen" }, { .text = "foreign" }) },
};
static const Audience audiences[] = {
    { "adult", LIST(Name, { .text = "adult" }, { .text = "citizen" }, { .text = "foreign" }) },
    { "foreign", LIST(Name, { .text = "adult" }, { .text = "foreign" }) },
    { "citizen", LIST(Name, { .text = "adult" }, { .text = "citizen" }) },
    { "child", LIST(Name, { .text = "child" }, { .text = "foreign" }) },
};
static const Parameter parameters[] = { { "days", 90 } };

/* What formats have that say nothing of parts. */
#define EVERY_PART \
    .priority_points = 3, .priority_contacts = 3, .section_parts = PRINT_SHORT - 1, \
    .right_parts = PRINT_SHORT - 1, .step_parts = PRINT_SHORT - 1, \
    .point_parts = PRINT_SHORT - 1, .contact_parts = PRINT_SHORT - 1, .others = true, \
    .picture = true

static const Panel folded_panels[] = {
    { .id = "cover", .holds = NAMES("cover"), .foot = NAMES("picture") },
    { .id = "flap", .holds = NAMES("safety"), .foot = NAMES("field") },
    { .id = "inside", .holds = NAMES("rest") },
    { .id = "middle" },
    { .id = "back", .head = NAMES("colophon"), .holds = NAMES("numbers") },
};
static const Format folded = { .id = "folded",
                               .checked_day = true,
                               .priority_rights = 2,
                               .priority_steps = 2,
                               .priority_sections = 2,
                               EVERY_PART,
                               .staff_line = true,
                               .panels = { folded_panels, G_N_ELEMENTS(folded_panels) } };
static const Panel page_panels[] = { { .id = "page",
                                       .head = NAMES("cover"),
                                       .holds = NAMES("rest"),
                                       .foot = NAMES("numbers", "logo") } };
static const Format page = { .id = "page",
                             .priority_rights = 3,
                             .priority_steps = 3,
                             .priority_sections = 3,
                             EVERY_PART,
                             .details = true,
                             .checked_day = true,
                             .running_footer = true,
                             .panels = { page_panels, 1 } };

/* A leaflet of pack `p`; the tests change what they are about before they compose. */
typedef struct Fixture {
    Pack pack;
    Contact contacts[2]; /* line, police */
    Project project;
    Variant variant;
    const char *root;
    char *folder; /* of PO files; NULL: nothing is translated */
    Diags *diags;
    Document *document;
} Fixture;

static Fixture *
fixture_new(const char *audience, const Locale *locale, const Format *format)
{
    Fixture *f = g_new0(Fixture, 1);

    f->pack = (Pack){ .id = "p",
                      .code = "a",
                      .version = "0.1",
                      .title = TEXT("title", "What you can ask for"),
                      .source_locale = &english,
                      .law_state = { 2026, 1, 1 },
                      .dimensions = { dimensions, G_N_ELEMENTS(dimensions) },
                      .audiences = { audiences, G_N_ELEMENTS(audiences) },
                      .parameters = { parameters, G_N_ELEMENTS(parameters) },
                      .sections = { sections, G_N_ELEMENTS(sections) } };
    f->contacts[0] = line;
    f->contacts[1] = police;
    f->project = (Project){ .contacts = { f->contacts, 2 },
                            .common = { words, G_N_ELEMENTS(words) },
                            .icons = { icons, G_N_ELEMENTS(icons) },
                            .packs = { &f->pack, 1 },
                            .contact_interval_days = 30,
                            .law_interval_days = 60 };
    f->variant = (Variant){ .project = &f->project,
                            .pack = &f->pack,
                            .audience = pack_find_audience(&f->pack, audience),
                            .locale = locale,
                            .staff = &english,
                            .format = format };
    f->diags = diags_new();
    return f;
}

static void
add_po(Fixture *f, const char *domain, const char *entries)
{
    static const char header[] = "msgid \"\"\nmsgstr \"Language: ar\\n\"\n"
                                 "\"Content-Type: text/plain; charset=UTF-8\\n\"\n";

    if (f->folder == NULL)
        f->folder = g_dir_make_tmp("compose-XXXXXX", NULL);
    f->root = f->folder;
    f->project.catalog_roots.items = &f->root;
    f->project.catalog_roots.count = 1;

    g_autofree char *folder = g_build_filename(f->folder, "locales", "ar", NULL);
    g_autofree char *path = g_strdup_printf("%s/%s.po", folder, domain);
    g_autofree char *bytes = g_strconcat(header, entries, NULL);
    g_assert_cmpint(g_mkdir_with_parents(folder, 0755), ==, 0);
    g_assert_true(g_file_set_contents(path, bytes, -1, NULL));
}

static void
remove_folder(const char *folder)
{
    static const char *const parts[] = { "locales/ar/p.po", "locales/ar/common.po",
                                         "locales/ar", "locales", "." };

    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *path = g_build_filename(folder, parts[i], NULL);

        g_remove(path);
    }
    g_rmdir(folder);
}

static void
fixture_free(Fixture *f)
{
    if (f->folder != NULL)
        remove_folder(f->folder);
    g_free(f->folder);
    diags_free(f->diags);
    document_free(f->document);
    g_free(f);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fixture, fixture_free)

static const Document *
composed(Fixture *f)
{
    g_autoptr(Catalog) catalog = catalog_load(&f->project, f->variant.locale, f->diags);
    g_autoptr(Catalog) staff = catalog_load(&f->project, f->variant.staff, f->diags);
    g_autoptr(Catalog) second = f->variant.second == NULL
                                    ? NULL
                                    : catalog_load(&f->project, f->variant.second, f->diags);
    const Catalogs catalogs = { catalog, second, staff };

    document_free(f->document);
    f->document = compose_document(&f->variant, &catalogs, f->diags);
    return f->document;
}

/* --- looking at a document ---------------------------------------------------------------- */

/* "draft cover rights": free with g_free(). */
static char *
section_ids(const Document *document)
{
    GString *ids = g_string_new(NULL);

    for (int i = 0; i < document->section_count; i++)
        g_string_append_printf(ids, "%s%s", i == 0 ? "" : " ", document->sections[i].id);
    return g_string_free(ids, FALSE);
}

static void
assert_sections(Fixture *f, const char *expected)
{
    g_autofree char *ids = section_ids(composed(f));

    g_assert_cmpstr(ids, ==, expected);
}

static const DocumentSection *
section_of(const Document *document, const char *id)
{
    for (int i = 0; i < document->section_count; i++)
        if (strcmp(document->sections[i].id, id) == 0)
            return &document->sections[i];
    g_assert_not_reached();
}

/* A line a block: "role: text"; free with g_free(). */
static char *
words_of(const Document *document, const char *section_id)
{
    const DocumentSection *section = section_of(document, section_id);
    GString *lines = g_string_new(NULL);

    for (int i = section->first; i < section->first + section->count; i++) {
        const Block *block = &document->blocks[i];

        g_string_append(lines, role_info(block->role)->name);
        for (int k = 0; k < block->phrase_count; k++)
            g_string_append_printf(lines, "%s%s", k == 0 ? ": " : " | ", block->phrases[k].text);
        g_string_append_c(lines, '\n');
    }
    return g_string_free(lines, FALSE);
}

static void
assert_words(const Document *document, const char *section, const char *expected)
{
    g_autofree char *said = words_of(document, section);

    g_assert_cmpstr(said, ==, expected);
}

/* The nth block of @role. */
static const Block *
block_of(const Document *document, Role role, int nth)
{
    for (int i = 0; i < document->block_count; i++)
        if (document->blocks[i].role == role && nth-- == 0)
            return &document->blocks[i];
    g_assert_not_reached();
}

static void
assert_span(const Phrase *phrase, int index, SpanKind kind, const char *text)
{
    const Span *span = &phrase->spans[index];
    g_autofree char *inside =
        g_strndup(phrase->text + span->start, (size_t) (span->end - span->start));

    g_assert_cmpint(index, <, phrase->span_count);
    g_assert_cmpint(span->kind, ==, kind);
    g_assert_cmpstr(inside, ==, text);
}
