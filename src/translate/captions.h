/* translate/captions.h - words beside pictures of leaflets: a Document of the program's own words,
 * in English whatever language it speaks to its user, so that the same content gives the same bytes. */
#pragma once
#include "translate/translate.h"

typedef struct Captions {
    Arena *arena;          /* the document's */
    const Document *about; /* the leaflet whose pack, audience and date it has */
    const Locale *english;
    GArray *blocks;   /* of Block */
    GArray *sections; /* of DocumentSection */
} Captions;

Captions *captions_new(const Document *about);

/* What is added from here on is section @id. */
void captions_begin(Captions *captions, const char *id, Where where);
/* A block of @text, which must live as long as the document; in English with captions_say(). */
void captions_add(Captions *captions, Role role, const char *text, const Locale *locale);
void captions_say(Captions *captions, Role role, const char *words);
/* In the block that was added last: another phrase. */
void captions_say_beside(Captions *captions, const char *words);
/* What is heard instead of the picture of page @page: in the language of the words in it, for both
 * are one element. */
void captions_add_picture(Captions *captions, const Pages *pages, int page);
/* By how much the fullest panel is too small. */
void captions_say_overflow(Captions *captions, const Pages *pages);

/* The document, on paper of @format; free with document_free(). */
Document *captions_finish(Captions *captions, const char *title, const Format *format);
void captions_free(Captions *captions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Captions, captions_free)
