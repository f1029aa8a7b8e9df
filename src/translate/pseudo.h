/* translate/pseudo.h - a text of the source language as one of a language that nobody speaks.
 * Knows nothing of catalogs. Placeholders, addresses and figures stay as they are. */
#pragma once
#include "model/pseudo.h"

/* PSEUDO_LONG: "Ask a lawyer." becomes "[Åšķ å ļåŵýéŕ. öñé]", each sentence in brackets, so that
 * one that is cut shows. PSEUDO_RTL: every word is told to run from right to left. Free with
 * g_free(). */
char *pseudo_text(const char *source, Pseudo pseudo);
