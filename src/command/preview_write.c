/* The folder of a preview: leaflets made by workers, then the page over all of them. */
#include "command/preview.h"

#include "base/file.h"
#include "base/nearest.h"
#include "command/preview_folder.h"
#include "command/preview_page.h"

#include <glib/gi18n.h>
#include <string.h>

static const Where command_line = { NULL, 0, 0 };
static const char page_name[] = "index.html";

/* --- which strings ------------------------------------------------------------------------- */

static void
report_unknown(const Messages *messages, const char *key, Diags *diags)
{
    g_autofree const char **known = g_new0(const char *, messages->count + 1);

    for (int i = 0; i < messages->count; i++)
        known[i] = messages->items[i].text->context;
    const char *nearest = nearest_name(key, known, messages->count);
    if (nearest != NULL)
        diag_add(diags, DIAG_USAGE, command_line,
                 "no string has the key or the text '%s'; did you mean '%s'?", key, nearest);
    else
        diag_add(diags, DIAG_USAGE, command_line,
                 "no string has the key or the text '%s'; a key is what stands behind msgctxt",
                 key);
}

/* Of every message whether @key is its context or its text. NULL, with the reason in @diags, when
 * none has it. Free with g_free(). */
static bool *
find_wanted(const Messages *messages, const char *key, Diags *diags)
{
    g_autofree bool *wanted = g_new0(bool, messages->count + 1);
    bool any = false;

    for (int i = 0; i < messages->count; i++) {
        const Text *text = messages->items[i].text;

        wanted[i] = strcmp(text->context, key) == 0 || strcmp(text->msgid, key) == 0;
        any |= wanted[i];
    }
    if (any)
        return g_steal_pointer(&wanted);
    report_unknown(messages, key, diags);
    return NULL;
}

/* --- which leaflets ------------------------------------------------------------------------ */

/* What is made for the staff is in their language alone. */
static bool
is_printed_in(const Variant *variant, const Locale *locale)
{
    return variant->locale == locale || variant->second == locale;
}

static void
drop_other_languages(Jobs *jobs, const Locale *locale)
{
    int kept = 0;

    for (int i = 0; i < jobs->count; i++)
        if (is_printed_in(&jobs->items[i].variant, locale))
            jobs->items[kept++] = jobs->items[i];
        else
            g_free(jobs->items[i].name);
    jobs->count = kept;
}

/* NULL, with the reason in the batch, where the project or the choice has errors. */
static const Locale *
find_locale(const Batch *batch, const char *tag)
{
    const Locale *locale = batch->jobs == NULL ? NULL : project_find_locale(batch->project, tag);

    if (batch->jobs != NULL && locale == NULL)
        diag_add(batch->diags, DIAG_USAGE, command_line,
                 "'%s' are several languages; a preview is of one", tag);
    return locale;
}

/* --- making them --------------------------------------------------------------------------- */

static Made *
make_leaflet(Pipeline *pipeline, int job, const void *user)
{
    return pipeline_look(pipeline, job, preview_leaflet, user);
}

static void
make_leaflets(Batch *batch, const PreviewPlan *plan, const char *folder)
{
    const Jobs *jobs = batch->jobs;
    g_autofree const char **names = g_new0(const char *, jobs->count + 1);
    const Work work = { .count = jobs->count, .names = names, .make = make_leaflet, .user = plan };

    for (int i = 0; i < jobs->count; i++)
        names[i] = jobs->items[i].name;
    batch_run(batch, &work, folder);
}

/* The page says it where it happens. */
static bool
is_shown_on_page(DiagCode code)
{
    return code == DIAG_OVERFLOW || code == DIAG_WIDE_WORD || code == DIAG_GLYPH_MISSING;
}

/* Faults of texts are what a translator looks at the page for: it is made all the same, unless a
 * leaflet is not there to be looked at. */
static bool
is_in_the_way(DiagCode code)
{
    return code == DIAG_FONT_MISSING || (code >= DIAG_CANNOT_WRITE && code <= DIAG_INTERRUPTED);
}

/* Gives false when something went wrong. */
static bool
pass_on(const Batch *batch, Diags *diags)
{
    bool sound = true;

    for (unsigned i = 0; i < diags_count(batch->diags); i++) {
        const Diag *diag = diags_find(batch->diags, i);

        if (is_shown_on_page(diag->code))
            continue;
        diag_add(diags, diag->code, diag->where, "%s", diag->message);
        sound &= !is_in_the_way(diag->code);
    }
    return sound;
}

/* --- the page ------------------------------------------------------------------------------ */

static GArray *
files_of(const Batch *batch)
{
    GArray *files = g_array_new(FALSE, FALSE, sizeof(MadeFile));

    for (guint i = 0; i < batch->made->len; i++) {
        const Made *made = batch->made->pdata[i];

        if (made != NULL)
            g_array_append_vals(files, made->files->data, made->files->len);
    }
    return files;
}

/* Names in @preview, bytes into @folder. */
static void
write_page(const Batch *batch, GBytes *page, const char *folder, Preview *preview, Diags *diags)
{
    g_autoptr(GArray) files = files_of(batch);
    g_autofree char *sum = g_compute_checksum_for_bytes(G_CHECKSUM_SHA256, page);
    g_autofree char *path = g_build_filename(folder, page_name, NULL);
    g_autoptr(GError) error = NULL;
    const MadeFile index = { .name = (char *) page_name,
                             .sha256 = sum,
                             .size = g_bytes_get_size(page) };

    g_array_prepend_val(files, index);
    if (!preview_folder_keep(folder, files, diags))
        return;
    if (!file_write(path, page, &error)) {
        diag_add(diags, DIAG_CANNOT_WRITE, (Where){ path, 0, 0 }, "%s", error->message);
        return;
    }
    for (guint i = 0; i < files->len; i++)
        g_ptr_array_add(preview->files, g_strdup(g_array_index(files, MadeFile, i).name));
}

static void
count(const PreviewStrings *strings, Preview *preview)
{
    for (guint i = 0; i < strings->seen->len; i++) {
        const Seen *seen = strings->seen->pdata[i];

        if (seen == NULL || seen->pages->len == 0)
            continue;
        preview->leaflets++;
        preview->pages += (int) seen->pages->len;
        preview->overflows += seen->overflows;
    }
    preview->strings = (int) strings->items->len;
}

static void
fill_folder(Batch *batch, const PreviewPlan *plan, const PreviewWish *wish, Preview *preview,
            Diags *diags)
{
    make_leaflets(batch, plan, wish->folder);
    if (!pass_on(batch, diags))
        return;
    g_autoptr(PreviewStrings) strings = preview_strings_new(batch, plan);

    if (strings->items->len == 0) {
        diag_add(diags, DIAG_USAGE, command_line, "none of these leaflets has the string '%s'",
                 wish->key != NULL ? wish->key : "");
        return;
    }
    count(strings, preview);
    g_autoptr(GBytes) page = preview_page(batch, plan, strings);
    write_page(batch, page, wish->folder, preview, diags);
}

static void
look_at(Batch *batch, const Locale *locale, const PreviewWish *wish, Preview *preview,
        Diags *diags)
{
    g_autoptr(Messages) messages = messages_new(batch->project);
    g_autofree bool *wanted = wish->key == NULL ? NULL : find_wanted(messages, wish->key, diags);
    const PreviewPlan plan = { messages, locale, wanted };

    drop_other_languages(batch->jobs, locale);
    if (wish->key == NULL || wanted != NULL)
        fill_folder(batch, &plan, wish, preview, diags);
}

/* --- the whole ----------------------------------------------------------------------------- */

Preview *
preview_write(const PreviewWish *wish, Diags *diags)
{
    static char *no_words[] = { NULL };
    Preview *preview = g_new0(Preview, 1);
    char *locales[] = { (char *) wish->locale, NULL };
    Options options = *wish->options;

    options.locales = locales;
    options.words = wish->packs != NULL ? (char **) wish->packs : no_words;
    options.outputs = no_words;
    options.release = false;
    preview->files = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Batch) batch = batch_new(&options, UNNAMED_DEFAULTS);
    const Locale *locale = find_locale(batch, wish->locale);
    if (locale != NULL)
        look_at(batch, locale, wish, preview, diags);
    else
        pass_on(batch, diags);
    return preview;
}

void
preview_free(Preview *preview)
{
    if (preview == NULL)
        return;
    g_ptr_array_unref(preview->files);
    g_free(preview);
}
