#include "base/date.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

static GDate
to_gdate(Date date)
{
    GDate g;

    g_date_clear(&g, 1);
    g_date_set_dmy(&g, (GDateDay) date.day, (GDateMonth) date.month, (GDateYear) date.year);
    return g;
}

static Date
from_gdate(const GDate *g)
{
    return (Date){ g_date_get_year(g), (int) g_date_get_month(g), g_date_get_day(g) };
}

bool
date_parse(const char *text, Date *date)
{
    Date read = { 0 };
    int end = 0;

    *date = read;
    if (strlen(text) != 10 || strspn(text, "0123456789-") != 10)
        return false;
    if (sscanf(text, "%4d-%2d-%2d%n", &read.year, &read.month, &read.day, &end) != 3 ||
        end != 10)
        return false;
    if (read.year < 1900 || read.month < 1 || read.day < 1)
        return false;
    if (!g_date_valid_dmy((GDateDay) read.day, (GDateMonth) read.month, (GDateYear) read.year))
        return false;
    *date = read;
    return true;
}

bool
date_is_none(Date date)
{
    return date.year == 0;
}

char *
date_text(Date date)
{
    if (date_is_none(date))
        return NULL;
    return g_strdup_printf("%04d-%02d-%02d", date.year, date.month, date.day);
}

int
date_compare(Date a, Date b)
{
    if (a.year != b.year)
        return a.year - b.year;
    if (a.month != b.month)
        return a.month - b.month;
    return a.day - b.day;
}

Date
date_add_days(Date date, int days)
{
    GDate g = to_gdate(date);

    if (days < 0)
        g_date_subtract_days(&g, (guint) -days);
    else
        g_date_add_days(&g, (guint) days);
    return from_gdate(&g);
}

static const int seconds_a_day = 24 * 60 * 60;
static const guint32 julian_1970 = 719163; /* GDate's number of 1 January 1970 */

Date
date_of_unix(long long seconds)
{
    GDate g;

    g_date_clear(&g, 1);
    g_date_set_julian(&g, (guint32) (julian_1970 + seconds / seconds_a_day));
    return from_gdate(&g);
}
