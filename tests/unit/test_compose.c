#include "test_compose_fixture.h"

static void
test_sections_stand_in_the_reading_order_of_the_panels(void)
{
    g_autoptr(Fixture) f = fixture_new("adult", &english, &folded);

    assert_sections(f, "draft cover picture field rights procedure colophon numbers");
    f->variant.audience = pack_find_audience(&f->pack, "child");
    assert_sections(f, "draft cover picture safety field rights procedure colophon numbers");
    f->variant.format = &page;
    assert_sections(f, "draft cover rights procedure safety extra numbers colophon");
    f->variant.release = true;
    assert_sections(f, "cover rights procedure safety extra numbers colophon");
}

static void
test_blocks_sections_and_groups_agree(void)
{
    g_autoptr(Fixture) f = fixture_new("child", &english, &folded);
    const Document *document = composed(f);
    int next = 0;

    for (int i = 0; i < document->section_count; i++) {
        g_assert_cmpint(document->sections[i].first, ==, next);
        for (; next < document->sections[i].first + document->sections[i].count; next++)
            g_assert_cmpint(document->blocks[next].section, ==, i);
    }
    g_assert_cmpint(next, ==, document->block_count);
    for (int i = 0; i < document->group_count; i++)
        for (int k = 0; k < document->groups[i].count; k++)
            g_assert_cmpint(document->blocks[document->groups[i].first + k].group, ==, i);
}

static void
test_an_entry_shows_to_those_it_is_for(void)
{
    g_autoptr(Fixture) f = fixture_new("citizen", &english, &page);

    assert_words(composed(f), "rights",
                 "heading: You can ask for\nsubheading: You can rest\npara: First rest.\n");
    f->variant.audience = pack_find_audience(&f->pack, "child");
    assert_words(composed(f), "procedure",
                 "heading: What happens\nstep: A talk\ndetail: How long: an hour.\n"
                 "detail: You can refuse: a photo.\ndetail: Not your choice: the name.\n");
}

static void
test_an_entry_says_whom_it_is_for_where_the_audience_has_others(void)
{
    g_autoptr(Fixture) f = fixture_new("adult", &english, &folded);
    const Phrase *phrase = &block_of(composed(f), ROLE_PARA, 0)->phrases[0];

    g_assert_cmpstr(phrase->text, ==, "If you are not a citizen: Up to 90 days.");
    g_assert_cmpint(phrase->span_count, ==, 2);
    assert_span(phrase, 0, SPAN_LEAD, "If you are not a citizen:");
    assert_span(phrase, 1, SPAN_KEEP, "90");
    g_assert_cmpstr(phrase->source->context, ==, "rights/stay/text");

    f->variant.audience = pack_find_audience(&f->pack, "foreign");
    phrase = &block_of(composed(f), ROLE_PARA, 0)->phrases[0];
    g_assert_cmpstr(phrase->text, ==, "Up to 90 days.");
}

static void
test_a_format_with_details_prints_more(void)
{
    g_autoptr(Fixture) f = fixture_new("foreign", &english, &page);

    assert_words(composed(f), "rights",
                 "heading: You can ask for\nlegend: Say the words.\nsubheading: You can stay\n"
                 "para: Up to 90 days.\npara: Call 0800 222.\npara: And more.\n"
                 "detail: Who: police.\nlimit: Good to know: It can end.\nask: I want time.\n");
    f->variant.format = &folded;
    assert_words(composed(f), "rights",
                 "heading: You can ask for\nlegend: Say the words.\nsubheading: You can stay\n"
                 "para: Up to 90 days.\npara: Call 0800 222.\n"
                 "limit: Good to know: It can end.\nask: I want time.\n");
}

static void
test_printed_steps_are_numbered_from_one(void)
{
    g_autoptr(Fixture) f = fixture_new("adult", &english, &page);
    const Document *document = composed(f);

    g_assert_cmpint(document->groups[block_of(document, ROLE_STEP, 0)->group].number, ==, 1);
    g_assert_cmpint(document->groups[block_of(document, ROLE_STEP, 1)->group].number, ==, 2);
    f->variant.format = &folded;
    document = composed(f);
    const Block *step = block_of(document, ROLE_STEP, 0);
    g_assert_cmpstr(step->phrases[0].text, ==, "A talk");
    g_assert_cmpint(document->groups[step->group].number, ==, 1);
}

static void
test_contacts_have_name_number_and_note(void)
{
    g_autoptr(Fixture) f = fixture_new("adult", &english, &folded);
    const Document *document = composed(f);

    assert_words(document, "numbers",
                 "heading: Numbers\ncontact-name: Line\ncontact-number: 0800 222\n"
                 "contact-note: Advice. Day and night. Free.\ncontact-name: Police\n"
                 "contact-number: 192\ncontact-note: In danger.\npara: Say only: help.\n");
    g_assert_cmpstr(block_of(document, ROLE_HEADING, 2)->icon->id, ==, "phone");
    const Block *name = block_of(document, ROLE_CONTACT_NAME, 1);
    g_assert_cmpint(document->groups[name->group].kind, ==, GROUP_EMERGENCY);
    g_assert_true(document->groups[name->group].contact == &police);
    g_assert_false(document->groups[name->group].unchecked);
}

static void
test_the_colophon_tells_the_earliest_day_to_check_again(void)
{
    g_autoptr(Fixture) f = fixture_new("adult", &english, &folded);
    const Document *document = composed(f);
    g_autofree char *expected =
        g_strdup_printf("colophon: Version 0.1 · en · %s · law as of 1 January 2026 · numbers "
                        "checked on 10 January 2026 · discard after 9 February 2026.\n",
                        document->edition);

    assert_words(document, "colophon", expected);
    g_assert_cmpint(document->contacts_until.day, ==, 9);
    f->project.contact_interval_days = 300; /* then the law comes first: 2 January + 60 days */
    g_assert_nonnull(strstr(block_of(composed(f), ROLE_COLOPHON, 0)->phrases[0].text,
                            "discard after 3 March 2026."));
}

static void
test_an_unchecked_number_is_said(void)
{
    Contact never_called = line;
    const Contact *const contacts[] = { &never_called, &police };
    Section section = sections[3];
    g_autoptr(Fixture) f = fixture_new("citizen", &english, &folded);

    never_called.verified_on = (Date){ 0 };
    section.contacts = (ContactList){ .items = contacts, .count = 2 };
    f->pack.sections.items = &section;
    f->pack.sections.count = 1;
    const Document *document = composed(f);

    g_assert_true(document->groups[0].unchecked);
    g_assert_cmpstr(block_of(document, ROLE_MARKS, 0)->phrases[0].text, ==,
                    "Number not checked yet");
    g_assert_cmpstr(block_of(document, ROLE_MARKS, 0)->icon->id, ==, "unchecked");
    g_assert_nonnull(strstr(block_of(document, ROLE_COLOPHON, 0)->phrases[0].text,
                            "numbers checked: not yet"));
    g_assert_false(date_is_none(document->contacts_until)); /* the police were called */
}

#define MSG(context, msgid, msgstr) \
    "msgctxt \"" context "\"\nmsgid \"" msgid "\"\nmsgstr \"" msgstr "\"\n"

static void
test_values_in_right_to_left_text_are_isolated(void)
{
    g_autoptr(Fixture) f = fixture_new("foreign", &arabic, &folded);

    add_po(f, "p",
           MSG("rights/stay/text", "Call {tel.line}.", "اتصل {tel.line}.")
               MSG("rights/stay/title", "You can stay", "البقاء"));
    const Phrase *phrase = &block_of(composed(f), ROLE_PARA, 1)->phrases[0];

    g_assert_cmpstr(phrase->text, ==,
                    "اتصل \u2066"
                    "0800 222\u2069.");
    assert_span(phrase, 0, SPAN_NUMBER, "0800 222");
    g_assert_true(phrase->locale == &arabic);
    phrase = &block_of(f->document, ROLE_CONTACT_NUMBER, 0)->phrases[0];
    g_assert_cmpstr(phrase->text, ==,
                    "\u2066"
                    "0800 222\u2069");
    assert_span(phrase, 0, SPAN_NUMBER, "0800 222");
}

static void
test_what_is_not_translated_stands_in_the_source_language(void)
{
    g_autoptr(Fixture) f = fixture_new("foreign", &arabic, &folded);

    add_po(f, "common", MSG("lead_limits", "Good to know:", "للعلم:"));
    const Document *document = composed(f);
    const Phrase *phrase = &block_of(document, ROLE_SUBHEADING, 0)->phrases[0];

    g_assert_true(document->has_untranslated);
    g_assert_true(phrase->untranslated && phrase->locale == &english);
    g_assert_cmpstr(phrase->text, ==, "You can stay");
    phrase = &block_of(document, ROLE_LIMIT, 0)->phrases[0]; /* half of it is translated */
    g_assert_true(phrase->untranslated && phrase->locale == &english);
    g_assert_cmpstr(phrase->text, ==, "Good to know: It can end.");
    g_assert_cmpstr(block_of(document, ROLE_MARKS, 0)->phrases[0].text, ==,
                    "A dotted bar: not translated yet");
}

static void
test_every_missing_translation_is_reported_once(void)
{
    g_autoptr(Fixture) f = fixture_new("foreign", &arabic, &folded);
    int found = 0;

    composed(f);
    for (unsigned i = 0; i < diags_count(f->diags); i++) {
        const Diag *diag = diags_find(f->diags, i);

        g_assert_cmpint(diag->code, ==, DIAG_MISSING_TRANSLATION);
        found += strcmp(diag->message,
                        "'rights/stay/title' has no translation into ar: \"You can stay\"") == 0;
    }
    g_assert_cmpint(found, ==, 1);
}

static void
test_the_staff_read_the_same_sentence(void)
{
    g_autoptr(Fixture) f = fixture_new("foreign", &arabic, &folded);
    const Block *ask = block_of(composed(f), ROLE_ASK, 0);

    g_assert_cmpint(ask->phrase_count, ==, 2);
    g_assert_cmpstr(ask->phrases[1].text, ==, "I want time.");
    g_assert_true(ask->phrases[1].locale == &english);
    g_assert_cmpint(block_of(f->document, ROLE_DRAFT, 0)->phrase_count, ==, 2);

    f->variant.locale = &english; /* they read it anyway */
    g_assert_cmpint(block_of(composed(f), ROLE_ASK, 0)->phrase_count, ==, 1);
    g_assert_cmpint(block_of(f->document, ROLE_DRAFT, 0)->phrase_count, ==, 1);

    f->variant.staff = &serbian; /* nothing is translated into it */
    g_assert_cmpint(block_of(composed(f), ROLE_ASK, 0)->phrase_count, ==, 1);
    g_assert_false(f->document->has_untranslated);
}

static void
test_the_edition_changes_with_every_word_and_number(void)
{
    g_autoptr(Fixture) f = fixture_new("adult", &english, &folded);
    g_autofree char *first = g_strdup(composed(f)->edition);

    g_assert_cmpuint(strspn(first, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"), ==, 8);
    g_assert_cmpstr(composed(f)->edition, ==, first);
    f->pack.title.msgid = "What you may ask for";
    g_assert_cmpstr(composed(f)->edition, !=, first);
    f->pack.title.msgid = "What you can ask for";
    f->contacts[0].phone.show = "0800 223";
    g_assert_cmpstr(composed(f)->edition, !=, first);
    f->contacts[0].phone.show = line.phone.show;
    f->variant.release = true;
    g_assert_cmpstr(composed(f)->edition, !=, first);
    f->variant.release = false;
    g_assert_cmpstr(composed(f)->edition, ==, first);
}

static void
test_drafts_say_so_in_title_and_file_name(void)
{
    g_autoptr(Fixture) f = fixture_new("adult", &english, &folded);
    g_autofree char *draft = variant_file_name(&f->variant);

    g_assert_cmpstr(draft, ==, "DRAFT_a_0.1_en_adult_folded");
    g_assert_cmpstr(composed(f)->title, ==, "DRAFT – What you can ask for");
    f->variant.release = true;
    g_autofree char *release = variant_file_name(&f->variant);
    g_assert_cmpstr(release, ==, "a_0.1_en_adult_folded");
    g_assert_cmpstr(composed(f)->title, ==, "What you can ask for");
}

static int
count_of(const Document *document, Role role)
{
    int count = 0;

    for (int i = 0; i < document->block_count; i++)
        count += document->blocks[i].role == role;
    return count;
}

static void
test_a_web_address_stands_where_there_are_details(void)
{
    g_autoptr(Fixture) f = fixture_new("adult", &arabic, &page);
    const Block *block = block_of(composed(f), ROLE_CONTACT_LINK, 0);

    g_assert_cmpint(count_of(f->document, ROLE_CONTACT_LINK), ==, 1);
    g_assert_cmpstr(block->phrases[0].text, ==, "\u2066line.example\u2069");
    assert_span(&block->phrases[0], 0, SPAN_LINK, "line.example");
    g_assert_cmpstr(block->link->target, ==, "https://line.example/");
    g_assert_cmpstr(block->link->about.text, ==, "Web page of Line");

    f->variant.format = &folded;
    g_assert_cmpint(count_of(composed(f), ROLE_CONTACT_LINK), ==, 0);
}

/* Whose leaflet it is, and whose help is meant, is nobody else's business. */
static void
test_a_discreet_leaflet_has_no_address_and_no_logo(void)
{
    const Logo logo = { .alt = TEXT("logo/alt", "Hands") };
    g_autoptr(Fixture) f = fixture_new("adult", &english, &page);

    f->project.logo = &logo;
    g_assert_cmpint(count_of(composed(f), ROLE_LOGO), ==, 1);
    g_assert_cmpstr(f->document->logo_alt.text, ==, "Hands");
    f->variant.discreet = true;
    g_assert_cmpint(count_of(composed(f), ROLE_LOGO), ==, 0);
    g_assert_cmpint(count_of(f->document, ROLE_CONTACT_LINK), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/compose/order", test_sections_stand_in_the_reading_order_of_the_panels);
    g_test_add_func("/compose/indexes", test_blocks_sections_and_groups_agree);
    g_test_add_func("/compose/audience", test_an_entry_shows_to_those_it_is_for);
    g_test_add_func("/compose/conditions",
                    test_an_entry_says_whom_it_is_for_where_the_audience_has_others);
    g_test_add_func("/compose/details", test_a_format_with_details_prints_more);
    g_test_add_func("/compose/steps", test_printed_steps_are_numbered_from_one);
    g_test_add_func("/compose/contacts", test_contacts_have_name_number_and_note);
    g_test_add_func("/compose/links", test_a_web_address_stands_where_there_are_details);
    g_test_add_func("/compose/discreet", test_a_discreet_leaflet_has_no_address_and_no_logo);
    g_test_add_func("/compose/until", test_the_colophon_tells_the_earliest_day_to_check_again);
    g_test_add_func("/compose/unchecked", test_an_unchecked_number_is_said);
    g_test_add_func("/compose/isolates", test_values_in_right_to_left_text_are_isolated);
    g_test_add_func("/compose/untranslated",
                    test_what_is_not_translated_stands_in_the_source_language);
    g_test_add_func("/compose/reported", test_every_missing_translation_is_reported_once);
    g_test_add_func("/compose/staff", test_the_staff_read_the_same_sentence);
    g_test_add_func("/compose/edition", test_the_edition_changes_with_every_word_and_number);
    g_test_add_func("/compose/draft", test_drafts_say_so_in_title_and_file_name);
    return g_test_run();
}
