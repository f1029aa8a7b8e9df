/* model/review.h - who has signed which words of a pack, and what was excused.
 * A signature is bound to words by their digest: whatever changes in them voids it. Plain structs,
 * filled by read/ from content/packs/<pack>/reviews/ and exceptions.yaml. */
#pragma once
#include "base/arena.h"
#include "model/content.h"

/* A message as a reviewer sees it: parameters have their values ("90 days"), a phone number is its
 * contact's name ("{tel.astra}"), for contacts have records of their own. */
typedef struct Statement {
    const char *domain;
    const char *context;
    const char *msgid, *msgid_plural; /* the plural may be NULL */
    const char *status;               /* of a right: "in_law"; else NULL */
    const char *applies_to;           /* "foreign, child"; NULL: everyone */
    const char *const *forms;         /* what a language's reviewer signs: every msgstr */
    int form_count;                   /* 0: the source alone */
} Statement;

enum { DIGEST_LENGTH = 64 };

/* SHA-256, hexadecimal, of everything in @statement but its domain. */
void statement_digest(const Statement *statement, char digest[static DIGEST_LENGTH + 1]);

typedef struct SignedText {
    Statement statement;
    const char *digest; /* the statement's: reading has compared them */
    Where where;
} SignedText;

typedef struct Signature {
    const char *by; /* an organisation, or a role in one */
    Date on;
    const char *scope; /* in the signer's words, or NULL */
    struct {
        const SignedText *items;
        int count;
    } texts;
    Where where;
} Signature;

/* One file: what a role has signed, of one language where its role is language. */
typedef struct Review {
    const char *role;   /* "legal" */
    const char *locale; /* tag, or NULL */
    const char *path;
    struct {
        const Signature *items;
        int count;
    } signatures;
    GHashTable *by_digest; /* digest to const Signature */
} Review;

/* What a reviewer said of a text. */
typedef struct Comment {
    const char *role, *locale; /* the locale may be NULL */
    const char *context;
    const char *words;  /* what it is about, as it was printed on the sheet */
    const char *digest; /* of the statement */
    const char *comment;
    const char *answer; /* NULL: none yet */
    Where where;
} Comment;

/* A finding that somebody allows in releases: only those that diag_info() calls waivable. */
typedef struct Exception {
    DiagCode code;
    const char *about; /* a message's context, or an item of must_cover */
    const char *why, *allowed_by;
    Date on;
    Where where;
} Exception;

typedef struct PackReviews {
    const Pack *pack;
    struct {
        const Review *items;
        int count;
    } reviews;
    struct {
        const Comment *items;
        int count;
    } comments;
    struct {
        const Exception *items;
        int count;
    } exceptions;
} PackReviews;

typedef struct Reviews {
    Arena *arena;
    struct {
        const PackReviews *items;
        int count;
    } packs; /* as Project.packs */
} Reviews;

/* NULL when there is no such file. */
const Review *reviews_find(const Reviews *reviews, const Pack *pack, const char *role,
                           const char *locale);
const PackReviews *reviews_of_pack(const Reviews *reviews, const Pack *pack);

/* The role whose signatures are of one language each. */
extern const char review_language[];

/* True when @role has to have signed what @audience is given. */
bool review_is_needed(const Pack *pack, const Audience *audience, const char *role);
/* Every role that some audience of @pack needs, each once, in the order of pack.yaml. Free with
 * g_ptr_array_unref(). */
GPtrArray *review_roles(const Pack *pack);

void reviews_free(Reviews *reviews);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Reviews, reviews_free)
