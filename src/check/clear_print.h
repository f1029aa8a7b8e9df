/* check/clear_print.h - whether finished pages can be read by who sees little; private.
 * Notes and warnings: who needs more than the paper has room for takes large print. */
#pragma once
#include "check/check.h"

void nothing_is_too_small(const Pages *pages, Diags *diags);
void no_text_is_too_pale(const Pages *pages, Diags *diags);
void no_line_is_too_long(const Pages *pages, Diags *diags);
