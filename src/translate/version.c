#include "translate/translate.h"

#include <gettext-po.h>

int
catalog_gettext_version(void)
{
    return libgettextpo_version;
}
