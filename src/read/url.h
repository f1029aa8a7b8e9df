/* read/url.h - web addresses that may stand in a leaflet.
 * What is printed is typed by hand, and what is linked is followed by somebody who may be watched:
 * so an address is plain, and does not tell the site where it was found. */
#pragma once
#include "read/bind.h"

/* Reports @url, which stands at @where, unless it is such an address. */
void check_url(Binder *binder, Where where, const char *url);
