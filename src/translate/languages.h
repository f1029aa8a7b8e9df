/* translate/languages.h - languages that a translation can be begun in with one command.
 * Each has what locale.yaml and the header of a PO file say of it. */
#pragma once

typedef struct Language {
    const char *tag;     /* of the folder, as gettext writes it: "zh_CN", "sr@latin" */
    const char *lang;    /* BCP 47 */
    const char *english; /* its name for people who do not read it */
    const char *autonym;
    const char *script;  /* ISO 15924 */
    const char *plurals; /* Plural-Forms; how many, and which for n */
} Language;

/* NULL for a language that the table lacks. */
const Language *language_find(const char *tag);

/* All, ended by one whose tag is NULL. */
const Language *language_all(void);

/* The text of its locale.yaml; free with g_free(). */
char *language_profile(const Language *language);
