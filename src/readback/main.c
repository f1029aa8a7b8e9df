/* rightspack-readback - prints what a PDF holds, as readback/listing.h says.
 * The file may be anyone's: it is opened here, in a process with little to lose, by poppler.
 * Knows nothing of leaflets. Exit status 2: not called with one file; 3: the file cannot be read. */
#include "readback/listing.h"
#include "readback/parts.h"

#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>

enum { WRONG_USE = 2, UNREADABLE = 3 };
enum { MOST_SECONDS = 20 };                                    /* of processor time */
static const rlim_t most_memory = (rlim_t) 1024 * 1024 * 1024; /* bytes of address space */

static void
limit(int resource, rlim_t most)
{
    const struct rlimit both = { most, most };

    setrlimit(resource, &both);
}

static void
limit_everything(void)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* of no use to anyone then */
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, MOST_SECONDS);
#ifndef __SANITIZE_ADDRESS__ /* it reserves terabytes that it never touches */
    limit(RLIMIT_AS, most_memory);
#else
    (void) most_memory;
#endif
}

static PopplerDocument *
open_document(const char *path, GError **error)
{
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, error);

    if (file == NULL)
        return NULL;
    g_autoptr(GBytes) bytes = g_mapped_file_get_bytes(file);
    return poppler_document_new_from_bytes(bytes, NULL, error);
}

int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;

    limit_everything();
    if (argc != 2) {
        fputs("Usage: rightspack-readback FILE.pdf\n", stderr);
        return WRONG_USE;
    }
    listing_begin("readback");
    listing_number(1);
    listing_end();

    PopplerDocument *document = open_document(argv[1], &error);
    if (document == NULL) {
        fprintf(stderr, "rightspack-readback: %s: %s\n", argv[1], error->message);
        listing_begin("unreadable");
        listing_text(error->message);
        listing_end();
        return UNREADABLE;
    }
    list_document(document);
    list_pages(document);
    list_bookmarks(document);
    list_fonts(document);
    list_structure(document);
    listing_begin("end");
    listing_end();
    g_object_unref(document);
    return 0;
}
