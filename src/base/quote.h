/* base/quote.h - the beginning of a text, for messages. */
#pragma once

/* At most @most characters of @text that can be seen, and "…" where more follow: marks of direction
 * would turn the message round. Free with g_free(). */
char *quote_beginning(const char *text, int most);
