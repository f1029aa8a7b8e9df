/* What a sentence ends with: a stop, a question mark ..., as its language writes them. */
#include "translate/lint.h"

#include <string.h>

typedef enum Ending {
    ENDING_NONE,
    ENDING_STOP,
    ENDING_QUESTION,
    ENDING_EXCLAMATION,
    ENDING_COLON,
    ENDING_COMMA,
    ENDING_ELLIPSIS
} Ending;

static const struct {
    gunichar mark;
    Ending ending;
} marks[] = {
    { '.', ENDING_STOP },        { 0x0964, ENDING_STOP }, /* । of India and Nepal */
    { 0x0965, ENDING_STOP },     { 0x3002, ENDING_STOP }, /* ॥; 。 of China and Japan */
    { 0xFF0E, ENDING_STOP },     { 0xFF61, ENDING_STOP }, /* the same, wide and narrow */
    { 0x1362, ENDING_STOP },     { 0x06D4, ENDING_STOP }, /* ። of Ethiopia; ۔ of Urdu */
    { 0x104B, ENDING_STOP },     { 0x17D4, ENDING_STOP }, /* ။ of Burma; ។ of Cambodia */
    { 0x0589, ENDING_STOP },     { 0x0F0D, ENDING_STOP }, /* ։ of Armenia; ། of Tibet */
    { '?', ENDING_QUESTION },    { 0x061F, ENDING_QUESTION }, /* ؟ */
    { 0xFF1F, ENDING_QUESTION }, { 0x1367, ENDING_QUESTION }, /* ？ ፧ */
    { '!', ENDING_EXCLAMATION }, { 0xFF01, ENDING_EXCLAMATION }, { ':', ENDING_COLON }, /* ！ */
    { 0xFF1A, ENDING_COLON },    { 0x1365, ENDING_COLON }, /* ： ፥ */
    { 0x1366, ENDING_COLON },    { 0x055D, ENDING_COLON }, /* ፦ ՝ */
    { 0x17D6, ENDING_COLON },    { ',', ENDING_COMMA },    /* ៖ */
    { ';', ENDING_COMMA },       { 0x060C, ENDING_COMMA }, /* ، */
    { 0x061B, ENDING_COMMA },    { 0x3001, ENDING_COMMA }, /* ؛ 、 */
    { 0xFF0C, ENDING_COMMA },    { 0xFF1B, ENDING_COMMA }, /* ， ； */
    { 0x2026, ENDING_ELLIPSIS }, { 0x22EF, ENDING_ELLIPSIS },
};

/* Some ask by a word, and some part sentences by a space. */
typedef enum Needs { NEEDS_MARKS, NEEDS_STOPS, NEEDS_NOTHING } Needs;

/* What a language, or all of a script, ends sentences with. */
static const struct Habit {
    const char *of; /* the first letters of `lang`, or a script */
    Needs needs;
    gunichar stop, question; /* 0: any of its kind */
} habits[] = {
    { "ur", NEEDS_MARKS, 0x06D4, 0x061F },   { "mr", NEEDS_MARKS, '.', '?' },
    { "Arab", NEEDS_MARKS, '.', 0x061F },    { "Deva", NEEDS_MARKS, 0x0964, '?' },
    { "Beng", NEEDS_MARKS, 0x0964, '?' },    { "Guru", NEEDS_MARKS, 0x0964, '?' },
    { "Hans", NEEDS_MARKS, 0x3002, 0xFF1F }, { "Hant", NEEDS_MARKS, 0x3002, 0xFF1F },
    { "Jpan", NEEDS_STOPS, 0x3002, 0xFF1F }, { "Ethi", NEEDS_MARKS, 0x1362, 0 },
    { "Mymr", NEEDS_STOPS, 0x104B, 0 },      { "Khmr", NEEDS_STOPS, 0x17D4, 0 },
    { "Thai", NEEDS_NOTHING, 0, 0 },         { "Laoo", NEEDS_NOTHING, 0, 0 },
    { "Tibt", NEEDS_NOTHING, 0, 0 },         { "Armn", NEEDS_NOTHING, 0, 0 },
    { "Latn", NEEDS_MARKS, '.', '?' },       { "Cyrl", NEEDS_MARKS, '.', '?' },
    { "Grek", NEEDS_MARKS, '.', ';' },
};

static const struct Habit no_habit = { "", NEEDS_MARKS, 0, 0 };

static const struct Habit *
habit_of(const Locale *locale)
{
    for (size_t i = 0; i < G_N_ELEMENTS(habits); i++)
        if (strcmp(habits[i].of, locale->script) == 0 ||
            (strlen(habits[i].of) == 2 && g_str_has_prefix(locale->lang, habits[i].of)))
            return &habits[i];
    return &no_habit;
}

/* Quotes and brackets, whose order with a stop languages do not agree on. */
static bool
closes_something(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);

    return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION ||
           type == G_UNICODE_INITIAL_PUNCTUATION || c == '"' || c == '\'';
}

/* What @text ends with, but for quotes and brackets, in the language of @habit; *@mark is what
 * stands there. */
static Ending
ending_of(const char *text, const struct Habit *habit, gunichar *mark)
{
    const char *at = g_utf8_find_prev_char(text, text + strlen(text));

    while (at != NULL &&
           (g_unichar_isspace(g_utf8_get_char(at)) || closes_something(g_utf8_get_char(at))))
        at = g_utf8_find_prev_char(text, at);
    *mark = at != NULL ? g_utf8_get_char(at) : 0;
    if (*mark == '.' && at > text && at[-1] == '.')
        return ENDING_ELLIPSIS;
    if (*mark != 0 && *mark == habit->question)
        return ENDING_QUESTION; /* the Greek one is elsewhere a semicolon */
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++)
        if (marks[i].mark == *mark)
            return marks[i].ending;
    return ENDING_NONE;
}

/* The mark that the language has for what its source ends with. */
static gunichar
mark_wanted(const struct Habit *habit, Ending ending, gunichar source)
{
    if (ending == ENDING_STOP && habit->stop != 0)
        return habit->stop;
    if (ending == ENDING_QUESTION && habit->question != 0)
        return habit->question;
    return source;
}

static bool
ends_well(const struct Habit *habit, Ending ending, gunichar mark, Ending wanted)
{
    if (wanted == ENDING_QUESTION && ending == ENDING_STOP && habit->needs == NEEDS_STOPS)
        return true;
    if (ending == ENDING_NONE && habit->needs == NEEDS_NOTHING)
        return wanted == ENDING_STOP || wanted == ENDING_QUESTION || wanted == ENDING_NONE;
    return ending == wanted &&
           (ending == ENDING_NONE || mark_wanted(habit, ending, mark) == mark);
}

/* A pattern of placeholders, as of a date, ends as its language wants. */
static bool
has_letter(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_unichar_isalpha(g_utf8_get_char(text)))
            return true;
    return false;
}

void
lint_ending(const LintText *text)
{
    const struct Habit *habit = habit_of(text->locale);
    gunichar mark, source;
    Ending ending = ending_of(text->text, habit, &mark);
    Ending wanted = ending_of(text->source, &no_habit, &source);
    char buffer[8] = "", other[8] = "";

    g_unichar_to_utf8(source, other);
    g_unichar_to_utf8(wanted == ENDING_NONE ? mark : mark_wanted(habit, wanted, source), buffer);
    if (!has_letter(text->source) || ends_well(habit, ending, mark, wanted))
        return;
    if (wanted == ENDING_NONE)
        diag_add(text->diags, DIAG_PO_ENDING, text->where,
                 "'%s' ends with '%s', where its source ends with a word", text->name, buffer);
    else
        diag_add(text->diags, DIAG_PO_ENDING, text->where,
                 "'%s' should end with '%s': its source ends with '%s'", text->name, buffer,
                 other);
}
