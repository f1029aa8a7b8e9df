#include "model/document.h"

void
document_free(Document *document)
{
    if (document != NULL)
        arena_free(document->arena);
}
