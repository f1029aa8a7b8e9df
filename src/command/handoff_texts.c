#include "command/handoff_texts.h"

#include <glib/gi18n.h>
#include <string.h>

enum { LINE_WIDTH = 78 };

const char *const handed_names[HANDED_STATES] = { "new", "fuzzy", "repeated", "translated" };

/* --- plain text --------------------------------------------------------------------------- */

/* @words, broken at spaces, every line but the first behind @indent. */
static void
add_paragraph(GString *page, const char *first, const char *indent, const char *words)
{
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);
    glong width = g_utf8_strlen(first, -1);

    g_string_append(page, first);
    for (int i = 0; parts[i] != NULL; i++) {
        glong length = g_utf8_strlen(parts[i], -1);
        bool breaks = i > 0 && width + 1 + length > LINE_WIDTH;

        if (breaks)
            g_string_append_printf(page, "\n%s", indent);
        else if (i > 0)
            g_string_append_c(page, ' ');
        g_string_append(page, parts[i]);
        width = breaks ? g_utf8_strlen(indent, -1) + length : width + (i > 0) + length;
    }
    g_string_append_c(page, '\n');
}

static void
add_item(GString *page, const char *words)
{
    add_paragraph(page, "- ", "  ", words);
}

static void
add_heading(GString *page, const char *words)
{
    g_string_append_printf(page, "\n%s\n\n", words);
}

/* --- how much work it is ------------------------------------------------------------------ */

void
handoff_add_up(const Handoff *handoff, HandedCount *sum)
{
    memset(sum, 0, HANDED_STATES * sizeof *sum);
    for (int i = 0; i < handoff->count; i++)
        for (int k = 0; k < HANDED_STATES; k++) {
            sum[k].texts += handoff->files[i].counts[k].texts;
            sum[k].words += handoff->files[i].counts[k].words;
        }
}

GBytes *
handoff_words(const Handoff *handoff)
{
    GString *table = g_string_new("file");

    for (int k = 0; k < HANDED_STATES; k++)
        g_string_append_printf(table, ",%s_texts,%s_words", handed_names[k], handed_names[k]);
    g_string_append(table, "\r\n");
    for (int i = 0; i < handoff->count; i++) {
        const HandoffFile *file = &handoff->files[i];

        g_string_append_printf(table, "%s.po", file->domain);
        for (int k = 0; k < HANDED_STATES; k++)
            g_string_append_printf(table, ",%d,%d", file->counts[k].texts,
                                   file->counts[k].words);
        g_string_append(table, "\r\n");
    }
    return g_string_free_to_bytes(table);
}

static void
add_row(GString *page, const char *name, const HandedCount *counts)
{
    static const char *const about[HANDED_STATES] = {
        N_("new: words %d, texts %d"),
        N_("to look at again: words %d, texts %d"),
        N_("the same as a text before: words %d, texts %d"),
        N_("translated: words %d, texts %d"),
    };

    g_string_append_printf(page, "%s\n", name);
    for (int k = 0; k < HANDED_STATES; k++) {
        if (counts[k].texts == 0)
            continue;
        g_string_append(page, "  ");
        g_string_append_printf(page, _(about[k]), counts[k].words, counts[k].texts);
        g_string_append_c(page, '\n');
    }
}

static void
add_work(GString *page, const Handoff *handoff)
{
    HandedCount sum[HANDED_STATES];

    add_heading(page, _("How much it is"));
    for (int i = 0; i < handoff->count; i++) {
        g_autofree char *name = g_strconcat(handoff->files[i].domain, ".po", NULL);

        add_row(page, name, handoff->files[i].counts);
    }
    handoff_add_up(handoff, sum);
    add_row(page, _("all of it"), sum);
}

/* --- what to do --------------------------------------------------------------------------- */

static const char *const steps[] = {
    N_("Open the files whose names end in .po, one after the other, in Poedit, in Weblate, or in a "
       "text editor that saves UTF-8. You need no network and no other program."),
    N_("Above each text stands what it is, who reads it, which leaflets print it, and how long it may "
       "be: \"card: 34 characters at most\" means that a longer one does not fit on the card. Spaces "
       "count. A text that is too long in one format keeps that leaflet from being printed."),
    N_("Copy what stands in {braces} letter by letter: the program puts a number or a name in its "
       "place. Keep all other numbers, too."),
    N_("Where a text has several plural forms, translate all of them."),
    N_("Mark as fuzzy (\"needs work\") what you are not sure of, or write a comment: both come back "
       "with the file. What is fuzzy is not printed."),
    N_("Leave empty what you do not get to. An empty text never takes the place of a translation."),
    N_("Send back the folder, a zip file of it, or the .po files alone, finished or not, as often as you "
       "like. Leave their headers as they are: they tell which file it is, and what was in it when you "
       "got it, so that nobody's work is lost."),
};

/* What else is there. */
static void
add_contents(GString *page, const Handoff *handoff)
{
    add_heading(page, _("What is here"));
    add_item(page, _("*.po: the texts"));
    if (handoff->has_glossary)
        add_item(page,
                 _("glossary.po: words that mean the same wherever they stand; translate them "
                   "first. glossary.csv: the same as a table, with examples"));
    add_item(page, _("style.txt: how the texts are worded, and what is checked"));
    if (handoff->has_preview)
        add_item(page,
                 _("preview/index.html: every text where it is printed; open it in a browser"));
    add_item(page, _("words.csv: how much it is, as a table"));
}

GBytes *
handoff_readme(const Handoff *handoff)
{
    GString *page = g_string_new(NULL);

    g_string_append_printf(page, _("Translation into %s (%s)"), handoff->locale->autonym,
                           handoff->locale->tag);
    g_string_append(page, "\n\n");
    add_paragraph(
        page, "", "",
        _("These are texts of leaflets for people who may have been harmed, given to them "
          "when they first meet the police or a helper. What you write is printed as it "
          "is, and read by somebody who is tired and perhaps afraid."));
    add_contents(page, handoff);
    add_heading(page, _("What to do"));
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        g_autofree char *number = g_strdup_printf("%d. ", (int) i + 1);

        add_paragraph(page, number, "   ", _(steps[i]));
    }
    add_work(page, handoff);
    return g_string_free_to_bytes(page);
}

/* --- style -------------------------------------------------------------------------------- */

static void
add_rules(GString *page, const Project *project)
{
    add_heading(page, _("In every language"));
    for (int i = 0; i < project->wording.count; i++) {
        const WordingAdvice *advice = &project->wording.items[i];

        add_item(page, advice->rule);
        if (advice->why != NULL)
            add_paragraph(page, "    ", "    ", advice->why);
    }
}

static void
add_formatted(GString *page, const char *format, const char *value)
{
    g_autofree char *words = g_strdup_printf(format, value);

    add_item(page, words);
}

/* What `check` holds the texts against. */
static void
add_spelling(GString *page, const Locale *locale)
{
    const WordingRules *wording = &locale->wording;
    g_autoptr(GString) same = g_string_new(NULL);
    g_autofree char *longest = g_strdup_printf("%g", wording->longest);

    add_formatted(page, _("written in the script %s (ISO 15924)"), locale->script);
    if (wording->quotes != NULL)
        add_formatted(page, _("quotes, each opening one with its closing one: %s"),
                      wording->quotes);
    add_item(page,
             wording->own_digits
                 ? _("figures: those of the language, or 0 to 9; phone numbers always 0 to 9")
                 : _("figures: 0 to 9"));
    add_item(page, _("no space at the beginning or the end, no two in a row"));
    add_item(page,
             _("a text ends as its source does, with the mark that this script has for it: a "
               "full stop, a colon, a question mark, or none"));
    if (locale->breaks_at_zwsp)
        add_item(page, _("a zero width space (U+200B) between words: lines break there alone"));
    add_formatted(page, _("a text should not be longer than %s times its source"), longest);
    for (int i = 0; i < wording->same.count; i++)
        g_string_append_printf(same, "%s%s", i > 0 ? ", " : "", wording->same.items[i].text);
    if (same->len > 0)
        add_formatted(page, _("names that stay as they are: %s"), same->str);
}

static void
add_avoided(GString *page, const Locale *locale)
{
    if (locale->wording.avoid.count == 0)
        return;
    add_heading(page, _("Words not to say"));
    for (int i = 0; i < locale->wording.avoid.count; i++) {
        const AvoidedWord *word = &locale->wording.avoid.items[i];
        const char *letters = word->word + (*word->word == '-');
        g_autofree char *line = word->use != NULL
                                    ? g_strdup_printf(_("not \"%s\", but \"%s\": %s"), letters,
                                                      word->use, word->why)
                                    : g_strdup_printf(_("not \"%s\": %s"), letters, word->why);

        add_item(page, line);
    }
}

GBytes *
handoff_style(const Handoff *handoff)
{
    const Locale *locale = handoff->locale;
    GString *page = g_string_new(NULL);

    g_string_append_printf(page, _("How to write in %s (%s)"), locale->autonym, locale->tag);
    g_string_append_c(page, '\n');
    add_rules(page, handoff->project);
    add_heading(page, _("In this language"));
    for (int i = 0; i < locale->wording.notes.count; i++)
        add_item(page, locale->wording.notes.items[i].text);
    add_spelling(page, locale);
    add_avoided(page, locale);
    return g_string_free_to_bytes(page);
}
