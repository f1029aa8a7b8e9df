#include "command/progress.h"

#include <glib/gi18n.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { MOST_BAR = 30, LEAST_BAR = 8, USUAL_COLUMNS = 80 };
static const gint64 pause_length = 100000; /* microseconds between two pictures of the line */

struct Progress {
    int total;
    bool visible;
    gint64 begun, shown; /* monotonic microseconds */
};

/* "4:05", or "1:02:03" */
static char *
clock_text(gint64 seconds)
{
    int minutes = (int) (seconds / 60);

    if (minutes < 60)
        return g_strdup_printf("%d:%02d", minutes, (int) (seconds % 60));
    return g_strdup_printf("%d:%02d:%02d", minutes / 60, minutes % 60, (int) (seconds % 60));
}

/* Nothing is known of the speed before the first is done. */
static char *
figures(int done, int total, gint64 elapsed)
{
    if (done == 0 || elapsed <= 0)
        return g_strdup_printf("%d/%d", done, total);

    double rate = done * (double) G_USEC_PER_SEC / (double) elapsed;
    g_autofree char *left = clock_text((gint64) ((total - done) / rate + 0.5));
    g_autofree char *text = g_strdup_printf(_("%.1f/s, %s left"), rate, left);

    return g_strdup_printf("%d/%d  %s", done, total, text);
}

char *
progress_line(int done, int total, gint64 elapsed, int columns)
{
    g_autofree char *text = figures(done, total, elapsed);
    int room =
        columns - (int) g_utf8_strlen(text, -1) - 4; /* brackets, space, the last column */
    int width = MIN(room, MOST_BAR);

    if (width < LEAST_BAR || total == 0)
        return g_steal_pointer(&text);

    int filled = (int) ((gint64) done * width / total);
    g_autofree char *full = g_strnfill((gsize) filled, '#');
    g_autofree char *empty = g_strnfill((gsize) (width - filled), '.');
    return g_strdup_printf("[%s%s] %s", full, empty, text);
}

static int
columns_of_terminal(void)
{
    struct winsize size = { 0 };

    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col
                                                                           : USUAL_COLUMNS;
}

/* In one piece, and what an earlier line had more is wiped: nothing flickers. */
static void
draw(Progress *progress, int done, gint64 now)
{
    g_autofree char *line =
        progress_line(done, progress->total, now - progress->begun, columns_of_terminal());
    g_autofree char *picture = g_strconcat("\r", line, "\033[K", NULL);

    progress->shown = now;
    fputs(picture, stderr);
    fflush(stderr);
}

Progress *
progress_new(const Options *options, int total)
{
    Progress *progress = g_new0(Progress, 1);

    progress->total = total;
    progress->begun = g_get_monotonic_time();
    progress->visible = total > 1 && !options->quiet && !options->json &&
                        isatty(STDERR_FILENO) && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
    if (progress->visible)
        draw(progress, 0, progress->begun);
    return progress;
}

void
progress_show(Progress *progress, int done)
{
    gint64 now = g_get_monotonic_time();

    if (progress->visible && now - progress->shown >= pause_length)
        draw(progress, done, now);
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
