/* model/numbers.h - numbers of contacts, compared with digits in texts and with each other. */
#pragma once
#include "model/content.h"

typedef enum Likeness {
    NUMBER_OTHER,
    NUMBER_NEAR, /* one or two digits are wrong, missing, too much, or have changed places */
    NUMBER_SAME
} Likeness;

/* "+381117850000" or "RS 192": the same for every way of writing a number. NULL: the phone has
 * none. Free with g_free(). */
char *phone_key(const Phone *phone);

/* How like @digits (0 to 9 alone) are to what may be dialled for @phone, at home or from abroad. */
Likeness phone_likeness(const Phone *phone, const char *digits);

/* The contact whose number is most like @digits, and how like; NULL: NUMBER_OTHER. One that is
 * confidential counts only when its number is the same. */
const Contact *project_find_number(const Project *project, const char *digits,
                                   Likeness *likeness);

/* Digits of a text that stand together as those of a phone number do: "(0800) 100-600". */
typedef struct DigitRun {
    const char *start, *end; /* in the text */
    char *digits;            /* 0 to 9 alone, whatever figures the text has */
    int groups, longest;     /* how many groups of digits, and digits of the longest */
} DigitRun;

/* The first run at or after *@at, which moves behind it; false at the end. Clear with
 * digit_run_clear(). */
bool digit_run_next(const char **at, DigitRun *run);
void digit_run_clear(DigitRun *run);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DigitRun, digit_run_clear)
