/* command/handoff_limits.h - how long every text of a language may be, in every format.
 * Measures all leaflets of the language, as `fit --budgets` does. */
#pragma once
#include "command/options.h"
#include "model/content.h"

typedef struct Limits Limits;

/* Of the packs called @packs, ended by NULL; none: all. Never NULL; what cannot be measured has no
 * limits, and the reason is in @diags. Free with limits_free(). */
Limits *limits_new(const Project *project, const Locale *locale, char **packs, Date today,
                   Diags *diags);
void limits_free(Limits *limits);

/* Lines as "card: 34 characters at most, now 29", or NULL: nothing limits it. Free with g_free(). */
char *limits_note(const Limits *limits, const char *domain, const char *context,
                  const char *msgid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Limits, limits_free)
