#include "command/made.h"

#include <string.h>

static void
clear_file(void *element)
{
    MadeFile *file = element;

    g_free(file->name);
    g_free(file->output);
    g_free(file->sha256);
}

static void
clear_exception(void *element)
{
    MadeException *exception = element;

    g_free(exception->code);
    g_free(exception->about);
    g_free(exception->why);
    g_free(exception->allowed_by);
    g_free(exception->on);
}

static void
clear_contact(void *element)
{
    MadeContact *contact = element;

    g_free(contact->id);
    g_free(contact->number);
}

Made *
made_new(void)
{
    Made *made = g_new0(Made, 1);

    made->files = g_array_new(FALSE, FALSE, sizeof(MadeFile));
    g_array_set_clear_func(made->files, clear_file);
    made->exceptions = g_array_new(FALSE, FALSE, sizeof(MadeException));
    g_array_set_clear_func(made->exceptions, clear_exception);
    made->contacts = g_array_new(FALSE, FALSE, sizeof(MadeContact));
    g_array_set_clear_func(made->contacts, clear_contact);
    made->texts = g_ptr_array_new_with_free_func(g_free);
    made->edition = g_strdup("");
    made->diags = diags_new();
    return made;
}

void
made_free(Made *made)
{
    if (made == NULL)
        return;
    g_array_unref(made->files);
    g_array_unref(made->exceptions);
    g_array_unref(made->contacts);
    g_ptr_array_unref(made->texts);
    g_free(made->edition);
    g_clear_pointer(&made->seen, g_variant_unref);
    g_free(made->spent);
    diags_free(made->diags);
    g_free(made);
}

void
made_forget(Made *made, DiagPool *pool)
{
    g_ptr_array_unref(made->texts);
    made->texts = g_ptr_array_new();
    diags_keep_in(made->diags, pool);
}

static GVariant *
exceptions_to_variant(const Made *made)
{
    GVariantBuilder rows;

    g_variant_builder_init(&rows, G_VARIANT_TYPE("a(sssss)"));
    for (unsigned i = 0; i < made->exceptions->len; i++) {
        const MadeException *row = &g_array_index(made->exceptions, MadeException, i);

        g_variant_builder_add(&rows, "(sssss)", row->code, row->about, row->why,
                              row->allowed_by, row->on);
    }
    return g_variant_builder_end(&rows);
}

static GVariant *
contacts_to_variant(const Made *made)
{
    GVariantBuilder rows;

    g_variant_builder_init(&rows, G_VARIANT_TYPE("a(ss)"));
    for (unsigned i = 0; i < made->contacts->len; i++) {
        const MadeContact *contact = &g_array_index(made->contacts, MadeContact, i);

        g_variant_builder_add(&rows, "(ss)", contact->id, contact->number);
    }
    return g_variant_builder_end(&rows);
}

/* A line each: one string is quicker than a hundred. */
static GVariant *
texts_to_variant(const Made *made)
{
    GString *lines = g_string_new(NULL);

    for (guint i = 0; i < made->texts->len; i++)
        g_string_append_printf(lines, "%s\n", (const char *) made->texts->pdata[i]);
    return g_variant_new_take_string(g_string_free(lines, FALSE));
}

static void
add_texts(Made *made, const char *lines)
{
    for (const char *end; (end = strchr(lines, '\n')) != NULL; lines = end + 1)
        g_ptr_array_add(made->texts, g_strndup(lines, (gsize) (end - lines)));
}

static GVariant *
spent_to_variant(const Made *made)
{
    GVariantBuilder rows;

    g_variant_builder_init(&rows, G_VARIANT_TYPE("a(xx)"));
    for (int stage = 0; made->spent != NULL && stage < STAGE_MOST; stage++)
        g_variant_builder_add(&rows, "(xx)", made->spent[stage].wall,
                              made->spent[stage].processor);
    return g_variant_builder_end(&rows);
}

static StageTime *
spent_of_variant(GVariantIter *rows)
{
    StageTime *spent = NULL;
    StageTime row;

    if (g_variant_iter_n_children(rows) != STAGE_MOST)
        return NULL;
    spent = g_new0(StageTime, STAGE_MOST);
    for (int stage = 0; g_variant_iter_next(rows, "(xx)", &row.wall, &row.processor); stage++)
        spent[stage] = row;
    return spent;
}

GVariant *
made_to_variant(const Made *made)
{
    const Date *until = &made->contacts_until;
    GVariantBuilder files;

    g_variant_builder_init(&files, G_VARIANT_TYPE("a(ssst(ttxx))"));
    for (unsigned i = 0; i < made->files->len; i++) {
        const MadeFile *file = &g_array_index(made->files, MadeFile, i);

        g_variant_builder_add(&files, "(ssst(ttxx))", file->name, file->output, file->sha256,
                              file->size, file->stamp.size, file->stamp.inode,
                              file->stamp.modified, file->stamp.changed);
    }
    return g_variant_new(
        "(a(ssst(ttxx))idis(iii)mv@a(sssss)@a(ss)@s@a(xx)@" DIAGS_VARIANT_TYPE ")", &files,
        made->pages, made->body_size, made->less, made->edition, until->year, until->month,
        until->day, made->seen, exceptions_to_variant(made), contacts_to_variant(made),
        texts_to_variant(made), spent_to_variant(made), diags_to_variant(made->diags));
}

Made *
made_from_variant(GVariant *variant)
{
    Made *made = made_new();
    Date *until = &made->contacts_until;
    g_autoptr(GVariantIter) files = NULL, exceptions = NULL, contacts = NULL, spent = NULL;
    MadeContact contact;
    const char *texts;
    MadeException exception;
    g_autoptr(GVariant) diags = NULL;
    MadeFile file;

    g_free(made->edition);
    g_variant_get(variant,
                  "(a(ssst(ttxx))idis(iii)mva(sssss)a(ss)&sa(xx)@" DIAGS_VARIANT_TYPE ")",
                  &files, &made->pages, &made->body_size, &made->less, &made->edition,
                  &until->year, &until->month, &until->day, &made->seen, &exceptions, &contacts,
                  &texts, &spent, &diags);
    while (g_variant_iter_next(files, "(ssst(ttxx))", &file.name, &file.output, &file.sha256,
                               &file.size, &file.stamp.size, &file.stamp.inode,
                               &file.stamp.modified, &file.stamp.changed))
        g_array_append_val(made->files, file);
    while (g_variant_iter_next(exceptions, "(sssss)", &exception.code, &exception.about,
                               &exception.why, &exception.allowed_by, &exception.on))
        g_array_append_val(made->exceptions, exception);
    while (g_variant_iter_next(contacts, "(ss)", &contact.id, &contact.number))
        g_array_append_val(made->contacts, contact);
    add_texts(made, texts);
    made->spent = spent_of_variant(spent);
    diags_add_variant(made->diags, diags);
    return made;
}
