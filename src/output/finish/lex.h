/* output/finish/lex.h - the tokens and values of PDF syntax, in a file or in a page's content.
 * Everything is a span of the bytes it was found in; nothing is copied. Takes any bytes: every
 * call goes forward, and what no PDF has there comes out as TOKEN_STRAY. */
#pragma once
#include <glib.h>
#include <stdbool.h>

/* Borrowed bytes. `start` NULL: there is nothing. */
typedef struct Bytes {
    const char *start;
    size_t size;
} Bytes;

typedef enum TokenKind {
    TOKEN_END,
    TOKEN_NUMBER,
    TOKEN_NAME,   /* "/Type", slash and all */
    TOKEN_STRING, /* "(text)" or "<68c3>", brackets and all */
    TOKEN_OPEN,   /* "[" or "<<" */
    TOKEN_CLOSE,  /* "]" or ">>" */
    TOKEN_WORD,   /* a keyword or an operator */
    TOKEN_STRAY   /* a bracket that closes nothing, or a string that has no end */
} TokenKind;

typedef struct Token {
    TokenKind kind;
    Bytes bytes;
} Token;

typedef struct Lexer {
    const char *at, *end;
} Lexer;

Lexer lexer_new(Bytes bytes);
Token lex_token(Lexer *lexer);

/* The next whole value: "12", "12 0 R", "/Name", "<< .. >>". False at the end of the bytes and
 * where no value stands. */
bool lex_value(Lexer *lexer, Bytes *value);
/* The next key, with its slash, and value of a dictionary; @lexer begins behind its "<<". */
bool lex_pair(Lexer *lexer, Bytes *key, Bytes *value);

/* The value of @key ("/Type") in the dictionary @dict; nothing when it has none. */
Bytes dict_find(Bytes dict, const char *key);
bool dict_says(Bytes dict, const char *key, const char *value);
/* A lexer over the inside of a dictionary or array. */
Lexer value_inside(Bytes value);

Bytes bytes_of(const char *text);
Bytes bytes_of_string(const GString *string);
bool bytes_are(Bytes bytes, const char *text);
/* A decimal number; 0 when it is none. */
double bytes_number(Bytes bytes);
/* A whole number from 0 to @most, or -1. */
long bytes_integer(Bytes bytes, long most);
/* The number of the object that "12 0 R" refers to, or 0. */
int bytes_reference(Bytes bytes);
