#include "command/worker.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

enum { MOST_ANSWER = 64 * 1024 * 1024 }; /* bytes; answers list files and messages, no more */

static bool
send_all(int socket, const void *bytes, size_t size)
{
    const char *at = bytes;

    while (size > 0) {
        ssize_t sent = send(socket, at, size, MSG_NOSIGNAL);

        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return false;
        at += sent;
        size -= (size_t) sent;
    }
    return true;
}

static bool
send_answer(int socket, GVariant *answer)
{
    guint32 size = (guint32) g_variant_get_size(answer);

    return send_all(socket, &size, sizeof size) &&
           send_all(socket, g_variant_get_data(answer), size);
}

static void
serve(const WorkersPlan *plan, int socket)
{
    int job;

    while (recv(socket, &job, sizeof job, MSG_WAITALL) == sizeof job) {
        g_autoptr(GVariant) answer = g_variant_ref_sink(plan->make(job, plan->user));

        g_assert(g_variant_is_of_type(answer, plan->answer_type));
        if (!send_answer(socket, answer))
            return;
    }
}

/* Ctrl-C goes to every process of the terminal: the parent alone decides what it means. A
 * worker must not outlive its parent, however that dies. */
static void
leave_signals_to_the_parent(pid_t parent)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_DFL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) /* it has died before that was said */
        _exit(0);
}

WorkerProcess
worker_start(const WorkersPlan *plan, void (*prepare)(void *user), void *user)
{
    WorkerProcess process = { 0 };
    int ends[2];

    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return process;
    fflush(NULL); /* or the child would print again what waits in the buffers */

    pid_t parent = getpid(), pid = fork();
    if (pid == 0) {
        leave_signals_to_the_parent(parent);
        prepare(user);
        close(ends[0]);
        serve(plan, ends[1]);
        _exit(0);
    }
    close(ends[1]);
    if (pid < 0) {
        int reason = errno;

        close(ends[0]);
        errno = reason;
        return process;
    }
    process = (WorkerProcess){ pid, ends[0] };
    return process;
}

WorkerAnswer
worker_read_answer(GByteArray *received, const GVariantType *type)
{
    WorkerAnswer answer = { 0 };
    guint32 size;

    if (received->len < sizeof size)
        return answer;
    memcpy(&size, received->data, sizeof size);
    answer.broken = size > MOST_ANSWER || received->len - sizeof size > size;
    if (answer.broken || received->len - sizeof size < size)
        return answer;

    g_autoptr(GBytes) bytes = g_bytes_new(received->data + sizeof size, size);
    g_autoptr(GVariant) variant =
        g_variant_ref_sink(g_variant_new_from_bytes(type, bytes, FALSE));
    g_byte_array_set_size(received, 0);
    answer.broken = !g_variant_is_normal_form(variant);
    if (!answer.broken)
        answer.variant = g_steal_pointer(&variant);
    return answer;
}

size_t
worker_resident_size(WorkerProcess process)
{
    g_autofree char *path = g_strdup_printf("/proc/%d/statm", (int) process.pid);
    g_autofree char *text = NULL;
    unsigned long pages = 0;

    if (!g_file_get_contents(path, &text, NULL, NULL))
        return 0;
    if (sscanf(text, "%*u %lu", &pages) != 1) /* total, then resident: proc(5) */
        return 0;
    return pages * (size_t) sysconf(_SC_PAGESIZE);
}
