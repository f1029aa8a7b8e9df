/* model/pseudo.h - languages that nobody speaks, to find trouble before anybody translates.
 * Their texts are made from the source language by the program; nothing in them is ever released. */
#pragma once

typedef enum PseudoKind {
    PSEUDO_NONE, /* a language of people */
    PSEUDO_LONG, /* letters with accents, texts longer by `more` */
    PSEUDO_RTL   /* words from right to left */
} PseudoKind;

typedef struct Pseudo {
    PseudoKind kind;
    int more; /* percent of a text's characters */
} Pseudo;

enum { PSEUDO_MOST = 2 }; /* one of each kind */

typedef struct PseudoList {
    Pseudo items[PSEUDO_MOST];
    int count;
} PseudoList;
