#include "command/progress.h"

#include <unistd.h>

enum { BAR_WIDTH = 30 };

struct Progress {
    int total;
    bool visible;
};

Progress *
progress_new(const Options *options, int total)
{
    Progress *progress = g_new0(Progress, 1);

    progress->total = total;
    progress->visible = total > 1 && !options->quiet && !options->json &&
                        isatty(STDERR_FILENO) && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
    return progress;
}

void
progress_show(const Progress *progress, int done)
{
    if (!progress->visible)
        return;

    int filled = (int) ((gint64) done * BAR_WIDTH / progress->total);
    fprintf(stderr, "\r[");
    for (int i = 0; i < BAR_WIDTH; i++)
        fputc(i < filled ? '#' : '.', stderr);
    fprintf(stderr, "] %d/%d", done, progress->total);
    fflush(stderr);
}

void
progress_free(Progress *progress)
{
    if (progress == NULL)
        return;
    if (progress->visible)
        fprintf(stderr, "\r\033[K");
    g_free(progress);
}
