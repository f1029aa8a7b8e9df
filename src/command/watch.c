/* Waits for files to be saved and has what they are in made again, each time in a process of its
 * own: whatever the files hold by then, the watch goes on. */
#include "command/command.h"
#include "command/locate.h"
#include "command/remake.h"
#include "command/waited.h"
#include "command/watched.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct Watch {
    const Options *options;
    const char *root;
    Watched *watched;
    int signals;      /* readable when one of them has come */
    sigset_t old;     /* those that were blocked before */
    pid_t child;      /* 0: none */
    GPtrArray *doing; /* files whose leaflets the child makes; NULL: all */
    GPtrArray *due;   /* files whose leaflets could not be made */
    Waited *waited;
    bool ending, began;
    int status;
} Watch;

static void
add_names(GPtrArray *names, const GPtrArray *more)
{
    for (guint i = 0; more != NULL && i < more->len; i++)
        if (!g_ptr_array_find_with_equal_func(names, more->pdata[i], g_str_equal, NULL))
            g_ptr_array_add(names, g_strdup(more->pdata[i]));
}

/* --- the child ----------------------------------------------------------------------------- */

/* Never returns. Ctrl-C comes to it from the terminal, and from its parent in any case. */
static void
remake_in_child(const Watch *watch)
{
    const Remake remake = { watch->options,
                            watch->root,
                            watch->doing,
                            watch->due,
                            waited_files(watch->waited),
                            watch->began ? watched_last(watch->watched)
                                         : g_get_monotonic_time() };

    sigprocmask(SIG_SETMASK, &watch->old, NULL);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    int status = remake_run(&remake);
    fflush(NULL);
    _exit(status);
}

static void
start_child(Watch *watch)
{
    fflush(NULL); /* or the child would print again what waits in the buffers */
    watch->child = fork();
    if (watch->child == 0)
        remake_in_child(watch);
    if (watch->child > 0)
        return;
    fprintf(stderr, _("nothing made: the system starts no process for it (%s)\n"),
            g_strerror(errno));
    add_names(watch->due, watch->doing);
    watch->child = 0;
}

/* Content that cannot be read is made when something is saved the next time. */
static void
note_child(Watch *watch, int ended)
{
    const int usage = diag_info(DIAG_USAGE)->exit_status;
    bool sound = WIFEXITED(ended) && WEXITSTATUS(ended) == 0;

    if (WIFSIGNALED(ended) && !watch->ending)
        fprintf(
            stderr,
            _("the process that made leaflets died (%s); it is tried again when a file is saved\n"),
            g_strsignal(WTERMSIG(ended)));
    if (sound)
        g_ptr_array_set_size(watch->due, 0);
    else if (watch->doing != NULL)
        add_names(watch->due, watch->doing);
    else
        g_ptr_array_add(watch->due, g_strdup("content/"));
    if (!watch->began && WIFEXITED(ended) && WEXITSTATUS(ended) == usage) {
        watch->ending = true;
        watch->status = usage;
    }
    g_clear_pointer(&watch->doing, g_ptr_array_unref);
    watch->child = 0;
    if (!watch->began && !watch->ending && !watch->options->quiet && !watch->options->json)
        printf(_("Waiting for files to be saved; Ctrl-C ends.\n"));
    watch->began = true;
    fflush(stdout);
}

/* --- files --------------------------------------------------------------------------------- */

static void
take_files(Watch *watch)
{
    g_autoptr(GPtrArray) files = watched_take(watch->watched);

    if (files->len == 0)
        return;
    waited_look(watch->waited, files);
    watch->doing = g_steal_pointer(&files);
    start_child(watch);
}

/* --- waiting ------------------------------------------------------------------------------- */

static void
take_signal(Watch *watch)
{
    struct signalfd_siginfo signal_info;
    int ended;

    if (read(watch->signals, &signal_info, sizeof signal_info) != sizeof signal_info)
        return;
    if (signal_info.ssi_signo != SIGCHLD) {
        watch->ending = true;
        if (watch->child != 0)
            kill(watch->child, SIGTERM);
    } else if (watch->child != 0 && waitpid(watch->child, &ended, WNOHANG) == watch->child) {
        note_child(watch, ended);
    }
}

static void
wait_for_something(Watch *watch)
{
    struct pollfd polled[] = { { .fd = watch->signals, .events = POLLIN },
                               { .fd = watched_descriptor(watch->watched), .events = POLLIN } };
    int wait_ms = watch->child != 0 ? -1 : watched_wait(watch->watched);
    int ready = poll(polled, G_N_ELEMENTS(polled), wait_ms);

    if (ready > 0 && polled[1].revents != 0)
        watched_note(watch->watched);
    if (ready > 0 && polled[0].revents != 0)
        take_signal(watch);
    if (ready == 0 && watch->child == 0)
        take_files(watch);
}

static void
block_signals(Watch *watch)
{
    sigset_t taken;

    sigemptyset(&taken);
    sigaddset(&taken, SIGINT);
    sigaddset(&taken, SIGTERM);
    sigaddset(&taken, SIGCHLD);
    sigprocmask(SIG_BLOCK, &taken, &watch->old);
    watch->signals = signalfd(-1, &taken, SFD_CLOEXEC);
}

int
watch_run(const Options *options)
{
    g_autoptr(Diags) diags = diags_new();
    g_autofree char *root = locate_project_folder(options->project, diags);
    g_autoptr(GPtrArray) due = g_ptr_array_new_with_free_func(g_free);

    if (root == NULL) {
        diags_print(diags, stderr, options_style(options, stderr));
        return diags_exit_status(diags);
    }
    g_autoptr(Watched) watched = watched_new(root);
    g_autoptr(GPtrArray) files = watched_files(watched);
    g_autoptr(Waited) waited = waited_new(root);
    Watch watch = {
        .options = options, .root = root, .watched = watched, .waited = waited, .due = due
    };

    waited_look(waited, files); /* what is there now is all there */
    block_signals(&watch);
    start_child(&watch);
    while (!watch.ending || watch.child != 0)
        wait_for_something(&watch);
    close(watch.signals);
    sigprocmask(SIG_SETMASK, &watch.old, NULL);
    return watch.status;
}
