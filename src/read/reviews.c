/* Signatures, comments and exceptions: content/packs/<pack>/reviews/, comments.yaml, exceptions.yaml. */
#include "read/private.h"

#include "base/file.h"
#include "read/read.h"
#include "read/values.h"

#include <glib/gi18n.h>
#include <string.h>

/* --- tables ------------------------------------------------------------------------------- */

/* Words exactly as they were signed: nothing is stripped, a number is a text, too. */
static void
bind_words(Binder *binder, const Node *node, void *out)
{
    if (node_is(binder, node, NODE_SCALAR, "words", N_("one text")))
        *(const char **) out = arena_strdup(binder->arena, node->text);
}

static void
bind_forms(Binder *binder, const Node *node, void *out)
{
    Statement *statement = out;

    if (!node_is(binder, node, NODE_LIST, "msgstr", N_("a list, as [\"...\"]")))
        return;

    const char **forms = arena_new_array(binder->arena, const char *, node->count);
    for (int i = 0; i < node->count; i++)
        bind_words(binder, node->items[i], &forms[i]);
    statement->forms = forms;
    statement->form_count = node->count;
}

static const Field signed_fields[] = {
    { "domain", FIELD_CUSTOM, REQUIRED, AT(SignedText, statement.domain), .bind = bind_words },
    { "context", FIELD_CUSTOM, REQUIRED, AT(SignedText, statement.context), .bind = bind_words },
    { "msgid", FIELD_CUSTOM, REQUIRED, AT(SignedText, statement.msgid), .bind = bind_words },
    { "msgid_plural", FIELD_CUSTOM, OPTIONAL, AT(SignedText, statement.msgid_plural),
      .bind = bind_words },
    { "status", FIELD_CUSTOM, OPTIONAL, AT(SignedText, statement.status), .bind = bind_words },
    { "applies_to", FIELD_CUSTOM, OPTIONAL, AT(SignedText, statement.applies_to),
      .bind = bind_words },
    { "msgstr", FIELD_CUSTOM, OPTIONAL, AT(SignedText, statement), .bind = bind_forms },
    { "digest", FIELD_CUSTOM, REQUIRED, AT(SignedText, digest), .bind = bind_words },
    { 0 },
};

/* A signature whose words somebody has edited signs nothing. */
static void
check_digest(Binder *binder, const Node *node, void *out)
{
    SignedText *text = out;
    char digest[DIGEST_LENGTH + 1];

    statement_digest(&text->statement, digest);
    if (strcmp(digest, text->digest) == 0)
        return;
    diag_add(binder->diags, DIAG_REVIEW_DIGEST, node->where,
             "the words of '%s' here are not those of the digest beside them",
             text->statement.context);
    text->digest = "";
}

static const Type signed_type = { .noun = N_("a signed text"),
                                  .fields = signed_fields,
                                  .size = sizeof(SignedText),
                                  .where = offsetof(SignedText, where),
                                  .check = check_digest };

/* Fills @list with entries that have no ids. */
static void
bind_rows(Binder *binder, const Node *node, const Type *type, void *list)
{
    if (!node_is(binder, node, NODE_LIST, _(type->noun), N_("a list")))
        return;

    char *rows = arena_alloc(binder->arena, (size_t) node->count * type->size);
    for (int i = 0; i < node->count; i++)
        bind_map(binder, node->items[i], type, NULL, rows + (size_t) i * type->size);
    set_list(list, rows, node->count);
}

static void
bind_signed(Binder *binder, const Node *node, void *out)
{
    bind_rows(binder, node, &signed_type, out);
}

static const Field signature_fields[] = {
    { "by", FIELD_STRING, REQUIRED, AT(Signature, by) },
    { "on", FIELD_DATE, REQUIRED, AT(Signature, on) },
    { "scope", FIELD_STRING, OPTIONAL, AT(Signature, scope) },
    { "texts", FIELD_CUSTOM, REQUIRED, AT(Signature, texts), .bind = bind_signed },
    { 0 },
};
static const Type signature_type = { .noun = N_("a signature"),
                                     .fields = signature_fields,
                                     .size = sizeof(Signature),
                                     .where = offsetof(Signature, where) };

static void
bind_signatures(Binder *binder, const Node *node, void *out)
{
    bind_rows(binder, node, &signature_type, out);
}

static const Field review_fields[] = {
    { "role", FIELD_WORD, REQUIRED, AT(Review, role), .pattern = &slug_pattern },
    { "locale", FIELD_WORD, OPTIONAL, AT(Review, locale), .pattern = &locale_pattern },
    { "signatures", FIELD_CUSTOM, REQUIRED, AT(Review, signatures), .bind = bind_signatures },
    { 0 },
};
static const Type review_type = { .noun = N_("a review"),
                                  .fields = review_fields,
                                  .size = sizeof(Review) };

static const Field comment_fields[] = {
    { "role", FIELD_WORD, REQUIRED, AT(Comment, role), .pattern = &slug_pattern },
    { "locale", FIELD_WORD, OPTIONAL, AT(Comment, locale), .pattern = &locale_pattern },
    { "context", FIELD_CUSTOM, REQUIRED, AT(Comment, context), .bind = bind_words },
    { "words", FIELD_CUSTOM, REQUIRED, AT(Comment, words), .bind = bind_words },
    { "digest", FIELD_CUSTOM, REQUIRED, AT(Comment, digest), .bind = bind_words },
    { "comment", FIELD_CUSTOM, REQUIRED, AT(Comment, comment), .bind = bind_words },
    { "answer", FIELD_CUSTOM, OPTIONAL, AT(Comment, answer), .bind = bind_words },
    { 0 },
};
static const Type comment_type = { .noun = N_("a comment"),
                                   .fields = comment_fields,
                                   .size = sizeof(Comment),
                                   .where = offsetof(Comment, where) };

static void
bind_code(Binder *binder, const Node *node, void *out)
{
    const char *name = string_of_node(binder, node, "code");
    const DiagInfo *about = name == NULL ? NULL : diag_info_find(name);

    if (about != NULL && diag_in_release(about->code) == RELEASE_WAIVABLE)
        *(DiagCode *) out = about->code;
    else if (name != NULL)
        diag_add(binder->diags, DIAG_NOT_WAIVABLE, node->where,
                 "'%s' is nothing that an exception can allow in a release", name);
}

static const Field exception_fields[] = {
    { "code", FIELD_CUSTOM, REQUIRED, AT(Exception, code), .bind = bind_code },
    { "about", FIELD_STRING, REQUIRED, AT(Exception, about) },
    { "why", FIELD_STRING, REQUIRED, AT(Exception, why) },
    { "allowed_by", FIELD_STRING, REQUIRED, AT(Exception, allowed_by) },
    { "on", FIELD_DATE, REQUIRED, AT(Exception, on) },
    { 0 },
};
static const Type exception_type = { .noun = N_("an exception"),
                                     .fields = exception_fields,
                                     .size = sizeof(Exception),
                                     .where = offsetof(Exception, where) };

/* --- files -------------------------------------------------------------------------------- */

static void
check_name(Binder *binder, const Node *node, const char *name, const Review *review)
{
    g_autofree char *wanted =
        g_strdup_printf("%s%s%s.yaml", review->role, review->locale == NULL ? "" : "-",
                        review->locale == NULL ? "" : review->locale);

    if (strcmp(name, wanted) != 0)
        diag_add(binder->diags, DIAG_BAD_ID, node->where,
                 "what stands in this file belongs in '%s'", wanted);
}

/* The latest signature of a text counts as its signature. */
static void
index_signatures(Review *review)
{
    review->by_digest = g_hash_table_new(g_str_hash, g_str_equal);
    for (int i = 0; i < review->signatures.count; i++) {
        const Signature *signature = &review->signatures.items[i];

        for (int k = 0; k < signature->texts.count; k++)
            g_hash_table_insert(review->by_digest, (gpointer) signature->texts.items[k].digest,
                                (gpointer) signature);
    }
}

static void
read_review(Binder *binder, Arena *scratch, const char *folder, const char *name,
            GArray *reviews)
{
    const char *path = arena_printf(binder->arena, "%s/%s", folder, name);
    const Node *node = node_load_file(path, scratch, binder->diags);
    Review review = { .path = path };

    if (node == NULL)
        return;
    bind_map(binder, node, &review_type, NULL, &review);
    if (review.role == NULL)
        return;
    check_name(binder, node, name, &review);
    index_signatures(&review);
    g_array_append_val(reviews, review);
}

static bool
is_review(const char *name)
{
    return name[0] != '.' && g_str_has_suffix(name, ".yaml");
}

static void
read_reviews(Binder *binder, Arena *scratch, const char *folder, PackReviews *pack)
{
    g_autofree char *reviews_folder = g_build_filename(folder, "reviews", NULL);
    g_autoptr(GPtrArray) names = file_names_in(reviews_folder);
    g_autoptr(GArray) reviews = g_array_new(FALSE, FALSE, sizeof(Review));

    for (guint i = 0; i < names->len; i++)
        if (is_review(names->pdata[i]))
            read_review(binder, scratch, reviews_folder, names->pdata[i], reviews);
    set_list(&pack->reviews,
             arena_copy(binder->arena, reviews->data, reviews->len * sizeof(Review)),
             (int) reviews->len);
}

/* A file that a pack may be without. */
static void
read_rows(Binder *binder, Arena *scratch, const char *folder, const char *name,
          const Type *type, void *list)
{
    const char *path = arena_printf(binder->arena, "%s/%s", folder, name);
    const Node *node = g_file_test(path, G_FILE_TEST_EXISTS)
                           ? node_load_file(path, scratch, binder->diags)
                           : NULL;

    if (node != NULL)
        bind_rows(binder, node, type, list);
}

static void
read_pack_reviews(Binder *binder, Arena *scratch, PackReviews *reviews)
{
    g_autofree char *folder = g_path_get_dirname(reviews->pack->where.file);

    read_reviews(binder, scratch, folder, reviews);
    read_rows(binder, scratch, folder, "comments.yaml", &comment_type, &reviews->comments);
    read_rows(binder, scratch, folder, "exceptions.yaml", &exception_type, &reviews->exceptions);
}

Reviews *
reviews_load(const Project *project, Diags *diags)
{
    g_autoptr(Arena) scratch = arena_new();
    Reviews *reviews = g_new0(Reviews, 1);
    Binder binder;

    reviews->arena = arena_new();
    binder_init(&binder, reviews->arena, diags);
    PackReviews *packs = arena_new_array(reviews->arena, PackReviews, project->packs.count);
    for (int i = 0; i < project->packs.count; i++) {
        packs[i].pack = &project->packs.items[i];
        read_pack_reviews(&binder, scratch, &packs[i]);
    }
    set_list(&reviews->packs, packs, project->packs.count);
    binder_clear(&binder);
    return reviews;
}
