#include "output/finish/lex.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

/* --- tokens -------------------------------------------------------------------------------- */

enum { REGULAR, NUMERIC, WHITE, DELIMITER };

/* ISO 32000-1, 7.2.2. */
static const unsigned char classes[256] = {
    ['\0'] = WHITE,    ['\t'] = WHITE,    ['\n'] = WHITE,    ['\f'] = WHITE,
    ['\r'] = WHITE,    [' '] = WHITE,     ['('] = DELIMITER, [')'] = DELIMITER,
    ['<'] = DELIMITER, ['>'] = DELIMITER, ['['] = DELIMITER, [']'] = DELIMITER,
    ['{'] = DELIMITER, ['}'] = DELIMITER, ['/'] = DELIMITER, ['%'] = DELIMITER,
    ['0'] = NUMERIC,   ['1'] = NUMERIC,   ['2'] = NUMERIC,   ['3'] = NUMERIC,
    ['4'] = NUMERIC,   ['5'] = NUMERIC,   ['6'] = NUMERIC,   ['7'] = NUMERIC,
    ['8'] = NUMERIC,   ['9'] = NUMERIC,   ['.'] = NUMERIC,   ['-'] = NUMERIC,
    ['+'] = NUMERIC,
};

static int
class_of(char letter)
{
    return classes[(unsigned char) letter];
}

Lexer
lexer_new(Bytes bytes)
{
    const char *start = bytes.start == NULL ? "" : bytes.start;

    return (Lexer){ start, start + bytes.size };
}

static const char *
skip_white(const char *at, const char *end)
{
    while (at < end && (class_of(*at) == WHITE || *at == '%')) {
        if (*at == '%')
            while (at < end && *at != '\n' && *at != '\r')
                at++;
        else
            at++;
    }
    return at;
}

static const char *
skip_regular(const char *at, const char *end)
{
    while (at < end && class_of(*at) <= NUMERIC)
        at++;
    return at;
}

/* Behind the bracket that closes the one at @at, or NULL. */
static const char *
skip_text_string(const char *at, const char *end)
{
    int depth = 0;

    for (; at < end; at++) {
        if (*at == '\\' && at + 1 < end)
            at++;
        else if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at + 1;
    }
    return NULL;
}

static const char *
skip_hex_string(const char *at, const char *end)
{
    const char *close = memchr(at, '>', (size_t) (end - at));

    return close == NULL ? NULL : close + 1;
}

static TokenKind
word_kind(const char *at, const char *end)
{
    for (; at < end; at++)
        if (class_of(*at) != NUMERIC)
            return TOKEN_WORD;
    return TOKEN_NUMBER;
}

/* The token that begins with the delimiter at @at; sets @next behind it. */
static TokenKind
delimited(const char *at, const char *end, const char **next)
{
    bool twice = at + 1 < end && at[1] == at[0];

    *next = at + 1;
    if (*at == '/') {
        *next = skip_regular(at + 1, end);
        return TOKEN_NAME;
    }
    if ((*at == '<' || *at == '>') && twice) {
        *next = at + 2;
        return *at == '<' ? TOKEN_OPEN : TOKEN_CLOSE;
    }
    if (*at == '[' || *at == ']')
        return *at == '[' ? TOKEN_OPEN : TOKEN_CLOSE;
    if (*at == '(' || *at == '<') {
        *next = *at == '(' ? skip_text_string(at, end) : skip_hex_string(at, end);
        if (*next != NULL)
            return TOKEN_STRING;
        *next = end;
    }
    return TOKEN_STRAY;
}

Token
lex_token(Lexer *lexer)
{
    const char *at = skip_white(lexer->at, lexer->end), *next = at;
    TokenKind kind = TOKEN_END;

    if (at < lexer->end && class_of(*at) <= NUMERIC) {
        next = skip_regular(at, lexer->end);
        kind = word_kind(at, next);
    } else if (at < lexer->end) {
        kind = delimited(at, lexer->end, &next);
    }
    lexer->at = next;
    return (Token){ kind, { at, (size_t) (next - at) } };
}

/* --- values -------------------------------------------------------------------------------- */

/* Reads to the bracket that closes @open, the one just read. The brackets open at one time are
 * bits, the innermost lowest: no recursion, and no deeper than any PDF is. */
static bool
close_bracket(Lexer *lexer, Token open)
{
    const uint64_t deepest = (uint64_t) 1 << 62;
    uint64_t brackets = 2 | (open.bytes.size - 1); /* 2 ends them; "<<" is 1, "[" 0 */

    while (brackets > 1 && brackets < deepest) {
        Token token = lex_token(lexer);

        if (token.kind == TOKEN_END || token.kind == TOKEN_STRAY)
            return false;
        if (token.kind == TOKEN_OPEN)
            brackets = brackets << 1 | (token.bytes.size - 1);
        if (token.kind != TOKEN_CLOSE)
            continue;
        if ((brackets & 1) != token.bytes.size - 1)
            return false;
        brackets >>= 1;
    }
    return brackets == 1;
}

/* After a number: goes on behind "0 R" when that follows. */
static void
take_reference(Lexer *lexer)
{
    Lexer ahead = *lexer;

    if (lex_token(&ahead).kind == TOKEN_NUMBER && bytes_are(lex_token(&ahead).bytes, "R"))
        *lexer = ahead;
}

bool
lex_value(Lexer *lexer, Bytes *value)
{
    Token token = lex_token(lexer);

    if (token.kind == TOKEN_END || token.kind == TOKEN_STRAY || token.kind == TOKEN_CLOSE)
        return false;
    if (token.kind == TOKEN_OPEN && !close_bracket(lexer, token))
        return false;
    if (token.kind == TOKEN_NUMBER)
        take_reference(lexer);
    *value = (Bytes){ token.bytes.start, (size_t) (lexer->at - token.bytes.start) };
    return true;
}

bool
lex_pair(Lexer *lexer, Bytes *key, Bytes *value)
{
    Token token = lex_token(lexer);

    *key = token.bytes;
    return token.kind == TOKEN_NAME && lex_value(lexer, value);
}

Lexer
value_inside(Bytes value)
{
    Lexer lexer = lexer_new(value);

    if (lex_token(&lexer).kind != TOKEN_OPEN)
        lexer.at = lexer.end;
    return lexer;
}

Bytes
dict_find(Bytes dict, const char *key)
{
    Lexer lexer = value_inside(dict);
    Bytes name, value;

    while (lex_pair(&lexer, &name, &value))
        if (bytes_are(name, key))
            return value;
    return (Bytes){ NULL, 0 };
}

bool
dict_says(Bytes dict, const char *key, const char *value)
{
    return bytes_are(dict_find(dict, key), value);
}

Bytes
bytes_of(const char *text)
{
    return (Bytes){ text, strlen(text) };
}

Bytes
bytes_of_string(const GString *string)
{
    return (Bytes){ string->str, string->len };
}

/* Mostly told apart by the first letters: no call to measure @text. */
bool
bytes_are(Bytes bytes, const char *text)
{
    size_t same = 0;

    while (same < bytes.size && text[same] != '\0' && text[same] == bytes.start[same])
        same++;
    return same == bytes.size && text[same] == '\0';
}

double
bytes_number(Bytes bytes)
{
    double value = 0, unit = 0;
    bool negative = bytes.size > 0 && bytes.start[0] == '-';

    for (size_t i = 0; i < bytes.size; i++) {
        char letter = bytes.start[i];

        if (letter == '.' && unit == 0) {
            unit = 1;
        } else if (letter >= '0' && letter <= '9') {
            unit /= 10;
            value = unit == 0 ? value * 10 + (letter - '0') : value + unit * (letter - '0');
        }
    }
    return negative ? -value : value;
}

long
bytes_integer(Bytes bytes, long most)
{
    long value = 0;

    for (size_t i = 0; i < bytes.size; i++) {
        int digit = bytes.start[i] - '0';

        if (digit < 0 || digit > 9 || value > (most - digit) / 10)
            return -1;
        value = value * 10 + digit;
    }
    return bytes.size > 0 ? value : -1;
}

int
bytes_reference(Bytes bytes)
{
    Lexer lexer = lexer_new(bytes);
    long number = bytes_integer(lex_token(&lexer).bytes, INT_MAX);

    if (number <= 0 || lex_token(&lexer).kind != TOKEN_NUMBER)
        return 0;
    return bytes_are(lex_token(&lexer).bytes, "R") ? (int) number : 0;
}
