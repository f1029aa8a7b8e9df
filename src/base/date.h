/* base/date.h - a calendar day.
 * Files write days as 2026-11-01. A Date with year 0 is "none" (YAML null). */
#pragma once
#include <stdbool.h>

typedef struct Date {
    int year, month, day; /* month and day count from 1 */
} Date;

/* Reads exactly YYYY-MM-DD, a day that exists. On failure @date becomes "none". */
bool date_parse(const char *text, Date *date);

bool date_is_none(Date date);

/* The day as files write it; NULL for none. Free with g_free(). */
char *date_text(Date date);

/* Negative, 0 or positive, as @a is before, equal to or after @b. */
int date_compare(Date a, Date b);

Date date_add_days(Date date, int days);

/* The day in UTC of a Unix time in seconds. */
Date date_of_unix(long long seconds);
