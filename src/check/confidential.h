/* check/confidential.h - what must never be printed; private to check/. */
#pragma once
#include "base/diag.h"
#include "model/page.h"

/* Reports every phrase of the document with the digits of a confidential contact's number, in
 * whatever figures. */
void no_confidential_number_is_printed(const Pages *pages, Diags *diags);
