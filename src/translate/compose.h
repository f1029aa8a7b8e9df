/* translate/compose.h - the workbench on which a Document is put together; private.
 * compose.c goes through the sections, compose_items.c writes what a pack's section holds,
 * compose_colophon.c the small print, compose_phrase.c every phrase, compose_order.c says where
 * each section stands. */
#pragma once
#include "translate/fill.h"
#include "translate/translate.h"

/* Writes a leaflet in one language. For two languages there are two of them, which write the same
 * blocks in the same order. */
typedef struct Composer {
    Arena *arena;           /* the document's */
    const Variant *variant; /* its `locale` is the language written in */
    const char *locales;    /* of the leaflet: "sr + ar" */
    const Catalog *catalog, *staff_catalog;
    Diags *diags;
    GArray *blocks;      /* Block; `section` is filled in at the end */
    GArray *groups;      /* Group */
    int group;           /* of the blocks that are being added, or -1 */
    GPtrArray *contacts; /* those whose number is printed */
    GArray *texts;       /* DocumentText: what was looked up, in all languages of the leaflet */
    GPtrArray *rights;   /* const Right: those written */
    Date oldest_law;     /* check of a law behind a printed right; none: none was checked */
    bool untranslated;   /* something stands in the source language */
    bool says_source;    /* what is being written has to: a part of it is untranslated */
} Composer;

/* A message and its place in a phrase. */
typedef struct Piece {
    const Text *text; /* an absent text adds nothing */
    bool lead;        /* a bold lead-in */
    const FillValue *values;
    int value_count;
} Piece;

/* --- compose_phrase.c --- */

/* The pieces in the leaflet's language, with @joint between them; BETWEEN_SENTENCES is what the language
 * they are in has there. A piece without a translation makes the whole phrase one of the source language.
 * Empty when every piece is absent. */
#define BETWEEN_SENTENCES NULL
Phrase compose_phrase(Composer *composer, const Piece *pieces, int count, const char *joint);
Phrase compose_text(Composer *composer, const Text *text);
const Text *compose_word(const Composer *composer, const char *key);

/* What the program writes itself, in the leaflet's language. */
Phrase compose_own_words(Composer *composer, const char *words);
/* A contact's number. */
Phrase compose_number(Composer *composer, const Contact *contact);
/* A web address as people type it: without "https://" and the slash at the end. */
Phrase compose_address(Composer *composer, const char *url);

/* True when @text is to stand in the staff's language too, and is there. A missing translation
 * is reported and left out: the source language would help nobody. */
bool compose_staff_phrase(Composer *composer, const Text *text, Phrase *phrase);

/* @date in words of the leaflet's language. */
Phrase compose_date(Composer *composer, Date date);

/* Adds a block of @phrase, unless it is empty. */
void compose_block(Composer *composer, Role role, Phrase phrase);
void compose_text_block(Composer *composer, Role role, const Text *text);
/* The block added last. */
Block *compose_last_block(Composer *composer);
/* The blocks from here on, up to compose_end_group(), stand together. */
void compose_begin_group(Composer *composer, Group group);
void compose_end_group(Composer *composer);

/* --- compose_order.c --- */

/* One section of the document: of the pack, or built in. */
typedef struct Slot {
    const char *id;
    const Section *section; /* NULL: built in */
} Slot;

/* Slots in reading order: draft, the cover where there is one, then as the format's panels name them. An array of
 * Slot; free with g_array_unref(). */
GArray *compose_order(const Variant *variant);

/* --- compose_items.c --- */

/* True when, in every dimension that @tags name, one of them is the audience's. */
bool compose_is_for(const Variant *variant, NameList tags);
void compose_section(Composer *composer, const Section *section);

/* --- compose_sources.c --- */

/* The laws behind a right. */
void compose_sources(Composer *composer, const Right *right);

/* --- compose_contacts.c, compose_forms.c --- */

void compose_contacts(Composer *composer, const Section *section);
void compose_facts(Composer *composer, const Section *section);
void compose_form(Composer *composer, const Section *section);

/* --- compose_table.c --- */

void compose_table(Composer *composer, const Table *table);

/* --- compose_contents.c --- */

/* Every heading so far, and every right under them. */
void compose_contents(Composer *composer);

/* --- compose_alts.c --- */

/* Fills in the document's icon_alts and logo_alt from its blocks and groups. */
void compose_icon_alts(Composer *composer, Document *document);

/* --- compose_telling.c --- */

/* Fills in what a leaflet should not show to strangers, in any of its languages; of a discreet one also
 * the names of contacts. */
void compose_telling(const Composer *composers, int count, Document *document);

/* --- compose_shown.c --- */

/* Fills in the words to avoid where strangers see them, and there alone. */
void compose_shown_words(const Variant *variant, Document *document);

/* --- compose_colophon.c --- */

/* The marks' meanings and the colophon. Comes last, for it tells what is in all the rest. */
void compose_colophon(Composer *composer);
Phrase compose_colophon_phrase(Composer *composer, const char *edition);
/* Finds out whether something of it is untranslated; adds no block. */
void compose_colophon_ahead(Composer *composer);
/* Until when the printed numbers count as checked; none when none was. */
Date compose_contacts_until(const Composer *composer);
