#include "translate/plural.h"

#include <glib/gi18n.h>
#include <string.h>

/* Three times the longest formula of gettext's own list; bounds the recursion. */
enum { LONGEST_FORMULA = 600, GREATEST_CONSTANT = 1000000 };

typedef enum Operator {
    OP_NUMBER, /* value */
    OP_N,
    OP_NOT,    /* a */
    OP_CHOOSE, /* a ? b : c */
    OP_OR,
    OP_AND,
    OP_EQUAL,
    OP_UNEQUAL,
    OP_AT_MOST,
    OP_AT_LEAST,
    OP_LESS,
    OP_MORE,
    OP_PLUS,
    OP_MINUS,
    OP_TIMES,
    OP_OVER,
    OP_MODULO
} Operator;

typedef struct Term Term;
struct Term {
    Operator operation;
    unsigned long value;
    const Term *a, *b, *c;
};

struct Plural {
    int form_count;
    const Term *formula;
    int numbers_of[PLURAL_FORMS_MOST]; /* how many of the proved numbers each form is for */
};

/* A higher rank binds closer. What begins like another stands before it. */
static const struct {
    const char *sign;
    Operator operation;
    int rank;
} binary_operators[] = {
    { "||", OP_OR, 1 },      { "&&", OP_AND, 2 },     { "==", OP_EQUAL, 3 },
    { "!=", OP_UNEQUAL, 3 }, { "<=", OP_AT_MOST, 4 }, { ">=", OP_AT_LEAST, 4 },
    { "<", OP_LESS, 4 },     { ">", OP_MORE, 4 },     { "+", OP_PLUS, 5 },
    { "-", OP_MINUS, 5 },    { "*", OP_TIMES, 6 },    { "/", OP_OVER, 6 },
    { "%", OP_MODULO, 6 },
};

typedef struct Parser {
    Arena *arena;
    const char *at;
} Parser;

/* --- parsing: NULL where the formula is not one; `at` then stands at the fault ------------ */

static bool
skip(Parser *parser, const char *sign)
{
    parser->at += strspn(parser->at, " \t\n");
    if (!g_str_has_prefix(parser->at, sign))
        return false;
    parser->at += strlen(sign);
    return true;
}

static const Term *
new_term(Parser *parser, Term term)
{
    return arena_copy(parser->arena, &term, sizeof term);
}

static bool
skip_number(Parser *parser, unsigned long *value)
{
    skip(parser, "");
    if (!g_ascii_isdigit(*parser->at))
        return false;
    for (*value = 0; g_ascii_isdigit(*parser->at); parser->at++) {
        *value = *value * 10 + (unsigned long) (*parser->at - '0');
        if (*value > GREATEST_CONSTANT)
            return false;
    }
    return true;
}

static const Term *parse_choice(Parser *parser); /* parentheses hold a whole formula */

static const Term *
parse_operand(Parser *parser)
{
    Term term = { .operation = OP_NUMBER };

    if (skip(parser, "!")) {
        term.operation = OP_NOT;
        term.a = parse_operand(parser);
        return term.a == NULL ? NULL : new_term(parser, term);
    }
    if (skip(parser, "(")) {
        const Term *inner = parse_choice(parser);

        return inner != NULL && skip(parser, ")") ? inner : NULL;
    }
    if (skip(parser, "n")) {
        term.operation = OP_N;
        return new_term(parser, term);
    }
    return skip_number(parser, &term.value) ? new_term(parser, term) : NULL;
}

/* The index of the operator that comes next, if it binds as close as @rank or closer; or -1. */
static int
skip_operator(Parser *parser, int rank)
{
    for (size_t i = 0; i < G_N_ELEMENTS(binary_operators); i++) {
        const char *before = parser->at;

        if (!skip(parser, binary_operators[i].sign))
            continue;
        if (binary_operators[i].rank >= rank)
            return (int) i;
        parser->at = before;
        return -1;
    }
    return -1;
}

/* Operators of @rank and closer; all of them group from the left. */
static const Term *
parse_binary(Parser *parser, int rank)
{
    const Term *left = parse_operand(parser);
    int found;

    while (left != NULL && (found = skip_operator(parser, rank)) >= 0) {
        Term term = { .operation = binary_operators[found].operation, .a = left };

        term.b = parse_binary(parser, binary_operators[found].rank + 1);
        left = term.b == NULL ? NULL : new_term(parser, term);
    }
    return left;
}

static const Term *
parse_choice(Parser *parser)
{
    Term term = { .operation = OP_CHOOSE, .a = parse_binary(parser, 1) };

    if (term.a == NULL || !skip(parser, "?"))
        return term.a;
    term.b = parse_choice(parser);
    if (term.b == NULL || !skip(parser, ":"))
        return NULL;
    term.c = parse_choice(parser);
    return term.c == NULL ? NULL : new_term(parser, term);
}

/* --- evaluating --------------------------------------------------------------------------- */

/* False on a division by zero. */
static bool
combine(Operator operation, unsigned long a, unsigned long b, unsigned long *value)
{
    switch (operation) {
    case OP_OR:
    case OP_AND:
        *value = b != 0;
        return true; /* @a did not decide */
    case OP_EQUAL:
        *value = a == b;
        return true;
    case OP_UNEQUAL:
        *value = a != b;
        return true;
    case OP_AT_MOST:
        *value = a <= b;
        return true;
    case OP_AT_LEAST:
        *value = a >= b;
        return true;
    case OP_LESS:
        *value = a < b;
        return true;
    case OP_MORE:
        *value = a > b;
        return true;
    case OP_PLUS:
        *value = a + b;
        return true;
    case OP_MINUS:
        *value = a - b;
        return true;
    case OP_TIMES:
        *value = a * b;
        return true;
    case OP_OVER:
        *value = b == 0 ? 0 : a / b;
        return b != 0;
    case OP_MODULO:
        *value = b == 0 ? 0 : a % b;
        return b != 0;
    default:
        g_assert_not_reached();
    }
}

/* True where the first operand alone gives the value. */
static bool
is_decided(Operator operation, unsigned long a, unsigned long *value)
{
    switch (operation) {
    case OP_NOT:
        *value = a == 0;
        return true;
    case OP_OR:
        *value = 1;
        return a != 0;
    case OP_AND:
        *value = 0;
        return a == 0;
    default:
        return false;
    }
}

/* False on a division by zero. As in C, what || && ?: pass over is not evaluated. */
static bool
evaluate(const Term *term, unsigned long n, unsigned long *value)
{
    unsigned long a, b;

    if (term->operation == OP_NUMBER || term->operation == OP_N) {
        *value = term->operation == OP_N ? n : term->value;
        return true;
    }
    if (!evaluate(term->a, n, &a))
        return false;
    if (term->operation == OP_CHOOSE)
        return evaluate(a != 0 ? term->b : term->c, n, value);
    if (is_decided(term->operation, a, value))
        return true;
    return evaluate(term->b, n, &b) && combine(term->operation, a, b, value);
}

/* Counts the numbers of each form on the way. */
static bool
prove(Plural *plural, Arena *arena, const char **fault)
{
    for (unsigned long n = 0; n <= PLURAL_PROVED_UP_TO; n++) {
        unsigned long form;

        if (!evaluate(plural->formula, n, &form)) {
            *fault = arena_printf(arena, _("divides by zero for n=%lu"), n);
            return false;
        }
        if (form >= (unsigned long) plural->form_count) {
            *fault = arena_printf(arena, _("gives form %lu for n=%lu, but nplurals is %d"),
                                  form, n, plural->form_count);
            return false;
        }
        plural->numbers_of[form]++;
    }
    return true;
}

/* --- the whole field ---------------------------------------------------------------------- */

static bool
skip_count(Parser *parser, int *count)
{
    unsigned long value;

    if (!skip(parser, "nplurals") || !skip(parser, "=") || !skip_number(parser, &value) ||
        !skip(parser, ";"))
        return false;
    *count = (int) value;
    return value >= 1 && value <= PLURAL_FORMS_MOST;
}

static bool
is_at_end(Parser *parser)
{
    skip(parser, ";");
    return skip(parser, "") && *parser->at == '\0';
}

const Plural *
plural_parse(Arena *arena, const char *field, const char **fault)
{
    Parser parser = { arena, field };
    Plural *plural = arena_alloc(arena, sizeof *plural);

    if (strlen(field) > LONGEST_FORMULA) {
        *fault = arena_printf(arena, _("is longer than %d bytes"), LONGEST_FORMULA);
        return NULL;
    }
    if (!skip_count(&parser, &plural->form_count)) {
        *fault = arena_printf(arena, _("does not begin with nplurals=N; where N is 1 to %d"),
                              PLURAL_FORMS_MOST);
        return NULL;
    }
    if (!skip(&parser, "plural") || !skip(&parser, "=")) {
        *fault = _("has no plural= after nplurals");
        return NULL;
    }
    plural->formula = parse_choice(&parser);
    if (plural->formula == NULL || !is_at_end(&parser)) {
        *fault = arena_printf(arena, _("is no formula from '%.20s' on"), parser.at);
        return NULL;
    }
    return prove(plural, arena, fault) ? plural : NULL;
}

int
plural_form_count(const Plural *plural)
{
    return plural->form_count;
}

int
plural_form(const Plural *plural, unsigned long n)
{
    unsigned long form;

    if (!evaluate(plural->formula, n, &form) || form >= (unsigned long) plural->form_count)
        return plural->form_count - 1;
    return (int) form;
}

bool
plural_is_for_one_number(const Plural *plural, int form)
{
    return plural->numbers_of[form] == 1;
}
