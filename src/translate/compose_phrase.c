#include "translate/compose.h"

#include "base/quote.h"

#include <glib/gi18n.h>
#include <string.h>

/* A language that phrases are written in. */
typedef struct Voice {
    const Locale *locale;
    const Catalog *catalog;
} Voice;

/* A piece in words, before anything is filled in. */
typedef struct Wording {
    const char *message;
    bool untranslated;
} Wording;

enum { QUOTED_CHARACTERS = 40 };

static Voice
leaflet_voice(const Composer *composer)
{
    return (Voice){ composer->variant->locale, composer->catalog };
}

/* --- wording ------------------------------------------------------------------------------ */

static void
report_untranslated(const Composer *composer, const Text *text, const Locale *locale,
                    TranslationState state)
{
    bool is_fuzzy = state == TRANSLATION_FUZZY;
    g_autofree char *quoted = quote_beginning(text->msgid, QUOTED_CHARACTERS);

    diag_add(composer->diags, is_fuzzy ? DIAG_FUZZY_TRANSLATION : DIAG_MISSING_TRANSLATION,
             text->where,
             is_fuzzy ? N_("'%s' has only a fuzzy translation into %s: \"%s\"")
                      : N_("'%s' has no translation into %s: \"%s\""),
             text->context, locale->tag, quoted);
}

static unsigned long
plural_number(const Composer *composer, const Text *text)
{
    const Parameter *parameter =
        text->count == NULL ? NULL : pack_find_parameter(composer->variant->pack, text->count);

    return parameter == NULL ? 0 : (unsigned long) parameter->value;
}

static Wording
wording_of(const Composer *composer, const Voice *voice, const Text *text)
{
    const Locale *source = composer->variant->pack->source_locale;
    const DocumentText looked_up = { text, voice->locale };
    TranslationState state;
    Wording wording;

    g_array_append_val(composer->texts, looked_up);
    wording.message = catalog_translate(voice->catalog, text, source->tag,
                                        plural_number(composer, text), &state);
    wording.untranslated = state == TRANSLATION_FUZZY || state == TRANSLATION_MISSING;
    if (wording.untranslated)
        report_untranslated(composer, text, voice->locale, state);
    return wording;
}

/* The same message as its author wrote it. */
static Wording
source_wording(const Composer *composer, const Text *text)
{
    bool plural = text->msgid_plural != NULL && plural_number(composer, text) != 1;

    return (Wording){ plural ? text->msgid_plural : text->msgid, true };
}

/* --- filling ------------------------------------------------------------------------------ */

static FillSource
fill_source(const Composer *composer, const Piece *piece)
{
    return (FillSource){ .project = composer->variant->project,
                         .pack = composer->variant->pack,
                         .values = piece->values,
                         .value_count = piece->value_count,
                         .contacts = composer->contacts };
}

static void
append_piece(const Composer *composer, Fill *fill, const Piece *piece, const Wording *wording)
{
    FillSource source = fill_source(composer, piece);
    gsize start = fill->text->len;

    if (!fill_message(fill, wording->message, &source))
        diag_add(composer->diags, DIAG_BAD_PLACEHOLDER, piece->text->where,
                 "'%s' has a placeholder that nothing can be put in place of",
                 piece->text->context);
    if (piece->lead)
        fill_span_from(fill, SPAN_LEAD, start);
}

/* Catalogs may be gone when a document is laid out. */
static Where
where_of(const Composer *composer, const Voice *voice, const Text *text, bool untranslated)
{
    const Locale *source = composer->variant->pack->source_locale;
    Where where = untranslated ? text->where : catalog_where(voice->catalog, text, source->tag);

    if (where.file != NULL)
        where.file = arena_intern(composer->arena, where.file);
    return where;
}

/* Fills @phrase in, but for its text. */
static void
append_pieces(const Composer *composer, Fill *fill, const Piece *pieces, const Wording *wordings,
              int count, const char *joint, const Voice *voice, Phrase *phrase)
{
    Said *said = arena_new_array(composer->arena, Said, count);

    for (int i = 0; i < count; i++) {
        const Text *text = pieces[i].text;

        if (wordings[i].message == NULL)
            continue;
        if (fill->text->len > 0)
            g_string_append(fill->text, joint);
        Said part = { text, where_of(composer, voice, text, phrase->untranslated),
                      (int) fill->text->len, 0 };
        append_piece(composer, fill, &pieces[i], &wordings[i]);
        part.end = (int) fill->text->len;
        phrase->source = text;
        phrase->where = part.where;
        said[phrase->said_count++] = part;
    }
    phrase->said = said;
}

static const char *
sentence_joint(const Locale *locale)
{
    return locale->sentences_touch ? "" : " ";
}

static Phrase
phrase_in(const Composer *composer, const Voice *voice, const Piece *pieces, int count,
          const char *joint)
{
    Phrase phrase = { .text = "",
                      .locale = voice->locale,
                      .meant = voice->locale,
                      .where = composer->variant->pack->where };
    g_autofree Wording *wordings = g_new0(Wording, count);
    Fill fill;

    for (int i = 0; i < count; i++) {
        if (pieces[i].text->msgid == NULL)
            continue;
        wordings[i] = wording_of(composer, voice, pieces[i].text);
        phrase.untranslated |= wordings[i].untranslated || composer->says_source;
    }
    for (int i = 0; phrase.untranslated && i < count; i++)
        if (wordings[i].message != NULL)
            wordings[i] = source_wording(composer, pieces[i].text);
    if (phrase.untranslated)
        phrase.locale = composer->variant->pack->source_locale;
    fill_init(&fill, phrase.locale->direction);
    append_pieces(composer, &fill, pieces, wordings, count,
                  joint != BETWEEN_SENTENCES ? joint : sentence_joint(phrase.locale), voice,
                  &phrase);
    fill_finish(&fill, composer->arena, &phrase);
    fill_clear(&fill);
    return phrase;
}

/* --- phrases ------------------------------------------------------------------------------ */

Phrase
compose_phrase(Composer *composer, const Piece *pieces, int count, const char *joint)
{
    Voice voice = leaflet_voice(composer);
    Phrase phrase = phrase_in(composer, &voice, pieces, count, joint);

    composer->untranslated |= phrase.untranslated;
    return phrase;
}

Phrase
compose_text(Composer *composer, const Text *text)
{
    Piece piece = { .text = text };

    return compose_phrase(composer, &piece, 1, "");
}

const Text *
compose_word(const Composer *composer, const char *key)
{
    return project_find_word(composer->variant->project, key);
}

Phrase
compose_own_words(Composer *composer, const char *words)
{
    return (Phrase){ .text = arena_strdup(composer->arena, words),
                     .locale = composer->variant->locale };
}

Phrase
compose_number(Composer *composer, const Contact *contact)
{
    Phrase phrase = { .locale = composer->variant->locale };
    FillSource source = fill_source(composer, &(Piece){ 0 });
    Fill fill;

    fill_init(&fill, phrase.locale->direction);
    fill_number(&fill, contact, &source);
    fill_finish(&fill, composer->arena, &phrase);
    fill_clear(&fill);
    return phrase;
}

/* What people type to get to @url: browsers add the rest. */
static char *
typed_address(const char *url)
{
    const char *scheme = strstr(url, "://");
    char *typed = g_strdup(scheme != NULL ? scheme + strlen("://") : url);

    if (g_str_has_suffix(typed, "/"))
        typed[strlen(typed) - 1] = '\0';
    return typed;
}

Phrase
compose_address(Composer *composer, const char *url)
{
    Phrase phrase = { .locale = composer->variant->locale };
    g_autofree char *typed = typed_address(url);
    Fill fill;

    fill_init(&fill, phrase.locale->direction);
    fill_value(&fill, SPAN_LINK, typed, true);
    fill_finish(&fill, composer->arena, &phrase);
    fill_clear(&fill);
    return phrase;
}

bool
compose_staff_phrase(Composer *composer, const Text *text, Phrase *phrase)
{
    Voice voice = { composer->variant->staff, composer->staff_catalog };
    Piece piece = { .text = text };

    if (locale_is_same_language(composer->variant->locale, voice.locale))
        return false;
    *phrase = phrase_in(composer, &voice, &piece, 1, "");
    return !phrase->untranslated;
}

static const char *const month_keys[] = {
    "months/january",   "months/february", "months/march",    "months/april",
    "months/may",       "months/june",     "months/july",     "months/august",
    "months/september", "months/october",  "months/november", "months/december",
};
G_STATIC_ASSERT(G_N_ELEMENTS(month_keys) == 12);

/* Nothing of it is isolated: in right-to-left text that would turn "1.11.2026" round. */
Phrase
compose_date(Composer *composer, Date date)
{
    Phrase month = compose_text(composer, compose_word(composer, month_keys[date.month - 1]));
    g_autofree char *day = g_strdup_printf("%d", date.day);
    g_autofree char *year = g_strdup_printf("%d", date.year);
    const FillValue values[] = { { "day", day, false },
                                 { "month", month.text, false },
                                 { "year", year, false } };
    Piece pattern = { .text = compose_word(composer, "date"),
                      .values = values,
                      .value_count = G_N_ELEMENTS(values) };
    Phrase phrase = compose_phrase(composer, &pattern, 1, "");

    phrase.untranslated |= month.untranslated;
    return phrase;
}

/* --- blocks ------------------------------------------------------------------------------- */

void
compose_block(Composer *composer, Role role, Phrase phrase)
{
    Block block = {
        .role = role, .group = composer->group, .phrases = { phrase }, .phrase_count = 1
    };

    if (*phrase.text != '\0')
        g_array_append_val(composer->blocks, block);
}

void
compose_text_block(Composer *composer, Role role, const Text *text)
{
    compose_block(composer, role, compose_text(composer, text));
}

Block *
compose_last_block(Composer *composer)
{
    return &g_array_index(composer->blocks, Block, composer->blocks->len - 1);
}

/* --- groups ------------------------------------------------------------------------------- */

void
compose_begin_group(Composer *composer, Group group)
{
    group.first = (int) composer->blocks->len;
    composer->group = (int) composer->groups->len;
    g_array_append_val(composer->groups, group);
}

void
compose_end_group(Composer *composer)
{
    Group *group = &g_array_index(composer->groups, Group, composer->group);

    group->count = (int) composer->blocks->len - group->first;
    composer->group = -1;
}
