/* check/telling.h - what a discreet leaflet must not show to strangers; private. */
#pragma once
#include "check/check.h"

/* Each does nothing for other leaflets. */
void telling_names_are_neutral(const Pages *pages, Diags *diags);
void telling_words_are_known(const Pages *pages, Diags *diags);
void telling_words_stay_inside(const Pages *pages, Diags *diags);
