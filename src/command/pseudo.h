/* command/pseudo.h - what --pseudo asks for. */
#pragma once
#include "base/diag.h"
#include "model/content.h"

/* @words are "expand=35" or "rtl", ended by NULL; NULL: none. False, with the reason in @diags,
 * when one cannot be understood. */
bool pseudo_parse(char *const *words, PseudoList *pseudos, Diags *diags);

bool pseudo_has(const PseudoList *pseudos, PseudoKind kind);

/* "expand=35", as it was asked for; NULL for a language of people. Free with g_free(). */
char *pseudo_name(Pseudo pseudo);
