#include "command/readback.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdbool.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_OUTPUT = 16 * 1024 * 1024 }; /* bytes; a listing has some fifty thousand */
enum { STATUS_UNREADABLE = 3 };          /* of readback/main.c: the listing says why */

extern char **environ;

typedef struct Child {
    pid_t pid;
    int output; /* our end of its standard output */
    gint64 deadline;
} Child;

/* Gives 0 or an errno. */
static int
start(Child *child, const char *program, const char *path)
{
    char *const arguments[] = { (char *) program, (char *) path, NULL };
    posix_spawn_file_actions_t actions;
    int ends[2];

    if (pipe2(ends, O_CLOEXEC) != 0)
        return errno;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    int failure = posix_spawn(&child->pid, program, &actions, NULL, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (failure != 0)
        close(ends[0]);
    child->output = ends[0];
    child->deadline = g_get_monotonic_time() + READBACK_SECONDS * G_TIME_SPAN_SECOND;
    return failure;
}

static int
milliseconds_left(const Child *child)
{
    gint64 left = (child->deadline - g_get_monotonic_time()) / 1000;

    return (int) CLAMP(left, 0, READBACK_SECONDS * 1000);
}

/* Gathers what it prints up to the end of its output. */
static ReadbackEnd
gather(const Child *child, GString *output)
{
    struct pollfd polled = { child->output, POLLIN, 0 };
    char part[16384];

    while (milliseconds_left(child) > 0) {
        if (poll(&polled, 1, milliseconds_left(child)) <= 0)
            continue;
        ssize_t size = read(child->output, part, sizeof part);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return READBACK_DONE;
        g_string_append_len(output, part, size);
        if (output->len > MOST_OUTPUT)
            return READBACK_TOO_MUCH;
    }
    return READBACK_TOO_LONG;
}

/* False when it has closed its output and goes on nevertheless, past its time. */
static bool
wait_for_end(const Child *child, int *status)
{
    for (;;) {
        pid_t ended = waitpid(child->pid, status, WNOHANG);

        if (ended == child->pid)
            return true;
        if (milliseconds_left(child) == 0)
            return false;
        g_usleep(1000);
    }
}

static void
kill_child(const Child *child)
{
    kill(child->pid, SIGKILL);
    while (waitpid(child->pid, NULL, 0) < 0 && errno == EINTR)
        ;
}

Readback
readback_run(const char *program, const char *path)
{
    g_autoptr(GString) output = g_string_new(NULL);
    Child child;
    int status;
    int failure = start(&child, program, path);

    if (failure != 0)
        return (Readback){ READBACK_NO_PROGRAM, failure, NULL };
    ReadbackEnd end = gather(&child, output);
    close(child.output);
    if (end != READBACK_DONE || !wait_for_end(&child, &status)) {
        kill_child(&child);
        return (Readback){ end == READBACK_DONE ? READBACK_TOO_LONG : end, 0, NULL };
    }
    if (WIFSIGNALED(status))
        return (Readback){ READBACK_CRASHED, WTERMSIG(status), NULL };
    if (WEXITSTATUS(status) != 0 && WEXITSTATUS(status) != STATUS_UNREADABLE)
        return (Readback){ READBACK_FAILED, WEXITSTATUS(status), NULL };
    return (Readback){ READBACK_DONE, 0, g_strdup(output->str) };
}
