/* translate/terms.h - the glossary as a table: each term, what it is called in a language, and how it
 * was translated where it stands. For people and spreadsheets: CSV, UTF-8. */
#pragma once
#include "translate/messages.h"
#include "translate/translate.h"

/* @glossary: the PO file of the terms, up to date. Columns are source, target, meaning, note, also,
 * example, example_target. Never NULL. */
GBytes *terms_table(const Messages *messages, const Catalog *catalog, GBytes *glossary);
