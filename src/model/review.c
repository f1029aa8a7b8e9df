#include "model/review.h"

#include <string.h>

const char review_language[] = "language";

/* Fields end with their NUL, which no text contains; an absent one is a byte that no text is. */
static void
add_field(GChecksum *sum, const char *field)
{
    const char *text = field == NULL ? "\x01" : field;

    g_checksum_update(sum, (const guchar *) text, (gssize) strlen(text) + 1);
}

void
statement_digest(const Statement *statement, char digest[static DIGEST_LENGTH + 1])
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    const char *const fields[] = { statement->context, statement->msgid, statement->msgid_plural,
                                   statement->status, statement->applies_to };

    for (size_t i = 0; i < G_N_ELEMENTS(fields); i++)
        add_field(sum, fields[i]);
    for (int i = 0; i < statement->form_count; i++)
        add_field(sum, statement->forms[i]);
    g_strlcpy(digest, g_checksum_get_string(sum), DIGEST_LENGTH + 1);
}

const PackReviews *
reviews_of_pack(const Reviews *reviews, const Pack *pack)
{
    for (int i = 0; i < reviews->packs.count; i++)
        if (reviews->packs.items[i].pack == pack)
            return &reviews->packs.items[i];
    return NULL;
}

const Review *
reviews_find(const Reviews *reviews, const Pack *pack, const char *role, const char *locale)
{
    const PackReviews *of_pack = reviews_of_pack(reviews, pack);

    for (int i = 0; of_pack != NULL && i < of_pack->reviews.count; i++) {
        const Review *review = &of_pack->reviews.items[i];

        if (strcmp(review->role, role) == 0 && g_strcmp0(review->locale, locale) == 0)
            return review;
    }
    return NULL;
}

bool
review_is_needed(const Pack *pack, const Audience *audience, const char *role)
{
    if (names_have(pack->needs_review, role))
        return true;
    for (int i = 0; i < pack->needs_review_for.count; i++) {
        const TagRoles *row = &pack->needs_review_for.items[i];

        if (names_have(audience->tags, row->tag) && names_have(row->roles, role))
            return true;
    }
    return false;
}

static void
add_names(GPtrArray *roles, NameList names)
{
    for (int i = 0; i < names.count; i++)
        if (!g_ptr_array_find_with_equal_func(roles, names.items[i].text, g_str_equal, NULL))
            g_ptr_array_add(roles, (gpointer) names.items[i].text);
}

GPtrArray *
review_roles(const Pack *pack)
{
    GPtrArray *roles = g_ptr_array_new();

    add_names(roles, pack->needs_review);
    for (int i = 0; i < pack->needs_review_for.count; i++)
        add_names(roles, pack->needs_review_for.items[i].roles);
    return roles;
}

void
reviews_free(Reviews *reviews)
{
    if (reviews == NULL)
        return;
    for (int i = 0; i < reviews->packs.count; i++)
        for (int k = 0; k < reviews->packs.items[i].reviews.count; k++)
            g_hash_table_unref(reviews->packs.items[i].reviews.items[k].by_digest);
    arena_free(reviews->arena);
    g_free(reviews);
}
