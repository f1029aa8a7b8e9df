#include "command/workers.h"

#include "command/worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TICK_MS = 100, IDLE = -1, NO_GROUP = -1, PART = 64 * 1024 };

/* The only thing a signal handler may touch, hence a global. */
static volatile sig_atomic_t interrupted;

typedef struct Slot {
    WorkerProcess process; /* pid 0: none */
    int job;               /* or IDLE */
    int group;             /* of its last job: what it has warm; or NO_GROUP */
    gint64 deadline;       /* monotonic microseconds */
    GByteArray *received;
} Slot;

typedef struct Crew {
    const WorkersPlan *plan;
    GArray *results;
    bool *begun;
    int left; /* jobs not begun */
    int done;
    Slot *slots;
    int slot_count;
    gint64 looked; /* when limits were last looked at: monotonic microseconds */
} Crew;

static int
group_of(const Crew *crew, int job)
{
    return crew->plan->groups != NULL ? crew->plan->groups[job] : 0;
}

static void
finish_job(Crew *crew, Slot *slot, WorkerResult result)
{
    if (slot->job == IDLE)
        return;
    WorkerResult *kept = &g_array_index(crew->results, WorkerResult, slot->job);
    int job = slot->job;

    *kept = result;
    slot->job = IDLE;
    crew->done++;
    if (crew->plan->over != NULL)
        crew->plan->over(job, kept, crew->done, crew->plan->user);
}

static void
bury(Slot *slot)
{
    close(slot->process.socket);
    slot->process = (WorkerProcess){ 0 };
    g_byte_array_set_size(slot->received, 0);
}

/* Waits for a worker that has closed its socket, so it is gone or going. */
static void
note_death(Crew *crew, Slot *slot)
{
    int status = 0;

    while (waitpid(slot->process.pid, &status, 0) < 0 && errno == EINTR)
        ;
    if (WIFSIGNALED(status))
        finish_job(crew, slot, (WorkerResult){ WORKER_CRASHED, WTERMSIG(status), NULL });
    else
        finish_job(crew, slot, (WorkerResult){ WORKER_EXITED, WEXITSTATUS(status), NULL });
    bury(slot);
}

static void
kill_worker(Crew *crew, Slot *slot, WorkerEnd end)
{
    if (slot->process.pid == 0)
        return;
    kill(slot->process.pid, SIGKILL);
    finish_job(crew, slot, (WorkerResult){ end, 0, NULL });
    note_death(crew, slot);
}

static bool
another_has_warm(const Crew *crew, const Slot *slot, int group)
{
    for (int i = 0; i < crew->slot_count; i++) {
        const Slot *other = &crew->slots[i];

        if (other != slot && other->process.pid != 0 && other->group == group)
            return true;
    }
    return false;
}

/* The job @slot should do next: one of the group it has warm, else of a group that nobody has,
 * else the first that is left. */
static int
next_job(const Crew *crew, const Slot *slot)
{
    int first = IDLE;
    int first_cold = IDLE;

    for (int job = 0; job < crew->plan->job_count; job++) {
        if (crew->begun[job])
            continue;
        if (group_of(crew, job) == slot->group)
            return job;
        if (first == IDLE)
            first = job;
        if (first_cold == IDLE && !another_has_warm(crew, slot, group_of(crew, job)))
            first_cold = job;
    }
    return first_cold != IDLE ? first_cold : first;
}

static void
hand_out(Crew *crew, Slot *slot)
{
    int job = next_job(crew, slot);

    crew->begun[job] = true;
    crew->left--;
    slot->job = job;
    slot->group = group_of(crew, job);
    slot->deadline = g_get_monotonic_time() + crew->plan->limit_ms * G_GINT64_CONSTANT(1000);
    if (send(slot->process.socket, &job, sizeof job, MSG_NOSIGNAL) != sizeof job)
        note_death(crew, slot);
}

/* Children inherit the parent's ends of the others' sockets: they must not keep them open. */
static void
close_other_sockets(void *user)
{
    const Crew *crew = user;

    for (int i = 0; i < crew->slot_count; i++)
        if (crew->slots[i].process.pid != 0)
            close(crew->slots[i].process.socket);
}

/* Gives every idle place a worker and a job. Returns 0, or the errno with which the system
 * refused the only process there would be. */
static int
keep_busy(Crew *crew)
{
    int alive = 0;
    int refusal = 0;

    for (int i = 0; i < crew->slot_count; i++) {
        Slot *slot = &crew->slots[i];

        if (slot->process.pid == 0 && crew->left > 0) {
            slot->process = worker_start(crew->plan, close_other_sockets, crew);
            slot->group = NO_GROUP;
            if (slot->process.pid == 0)
                refusal = errno;
        }
        if (slot->process.pid != 0 && slot->job == IDLE && crew->left > 0)
            hand_out(crew, slot);
        alive += slot->process.pid != 0;
    }
    return alive > 0 ? 0 : refusal;
}

static void
receive(Crew *crew, Slot *slot)
{
    guint8 part[PART];
    ssize_t size = recv(slot->process.socket, part, sizeof part, 0);

    if (size < 0 && errno == EINTR)
        return;
    if (size <= 0) {
        note_death(crew, slot);
        return;
    }
    g_byte_array_append(slot->received, part, (guint) size);

    WorkerAnswer answer = worker_read_answer(slot->received, crew->plan->answer_type);
    if (answer.broken)
        kill_worker(crew, slot, WORKER_EXITED);
    else if (answer.variant != NULL)
        finish_job(crew, slot, (WorkerResult){ WORKER_DONE, 0, answer.variant });
}

static void
receive_all(Crew *crew)
{
    g_autofree struct pollfd *polled = g_new0(struct pollfd, crew->slot_count);

    for (int i = 0; i < crew->slot_count; i++) {
        const Slot *slot = &crew->slots[i];

        polled[i].fd = slot->process.pid != 0 ? slot->process.socket : -1;
        polled[i].events = POLLIN;
    }
    if (poll(polled, (nfds_t) crew->slot_count, TICK_MS) <= 0)
        return;
    for (int i = 0; i < crew->slot_count; i++)
        if (polled[i].revents != 0)
            receive(crew, &crew->slots[i]);
}

static void
enforce_limits(Crew *crew)
{
    gint64 now = g_get_monotonic_time();

    if (now - crew->looked < TICK_MS * 1000)
        return;
    crew->looked = now;
    for (int i = 0; i < crew->slot_count; i++) {
        Slot *slot = &crew->slots[i];

        if (slot->process.pid == 0 || slot->job == IDLE)
            continue;
        if (now > slot->deadline)
            kill_worker(crew, slot, WORKER_TOO_LONG);
        else if (worker_resident_size(slot->process) > crew->plan->memory_limit)
            kill_worker(crew, slot, WORKER_TOO_LARGE);
    }
}

static void
give_up(Crew *crew, int reason)
{
    for (int job = 0; job < crew->plan->job_count; job++)
        if (!crew->begun[job])
            g_array_index(crew->results, WorkerResult, job) =
                (WorkerResult){ WORKER_NOT_STARTED, reason, NULL };
}

static void
work(Crew *crew)
{
    while (crew->done < crew->plan->job_count && !interrupted) {
        int refusal = keep_busy(crew);

        if (refusal != 0) {
            give_up(crew, refusal);
            return;
        }
        receive_all(crew);
        enforce_limits(crew);
    }
}

/* Idle workers leave by themselves when their socket closes. */
static void
dismiss(Crew *crew)
{
    for (int i = 0; i < crew->slot_count; i++) {
        Slot *slot = &crew->slots[i];

        if (slot->process.pid != 0 && slot->job != IDLE)
            kill_worker(crew, slot, WORKER_SKIPPED);
        if (slot->process.pid != 0)
            shutdown(slot->process.socket, SHUT_RDWR);
    }
    for (int i = 0; i < crew->slot_count; i++) {
        if (crew->slots[i].process.pid != 0)
            note_death(crew, &crew->slots[i]);
        g_byte_array_unref(crew->slots[i].received);
    }
}

static void
note_signal(int signal_number)
{
    interrupted = signal_number;
}

static void
clear_result(void *result)
{
    g_clear_pointer(&((WorkerResult *) result)->answer, g_variant_unref);
}

static GArray *
results_new(int count)
{
    GArray *results = g_array_new(FALSE, TRUE, sizeof(WorkerResult));

    g_array_set_clear_func(results, clear_result);
    g_array_set_size(results, (guint) count);
    return results;
}

GArray *
workers_run(const WorkersPlan *plan)
{
    struct sigaction note = { .sa_handler = note_signal };
    struct sigaction old_int, old_term;
    g_autofree bool *begun = g_new0(bool, plan->job_count);
    Crew crew = { plan, results_new(plan->job_count), begun, .left = plan->job_count };

    g_assert(plan->worker_count >= 1);
    crew.slot_count = MIN(plan->worker_count, plan->job_count);
    g_autofree Slot *slots = g_new0(Slot, crew.slot_count);
    crew.slots = slots;
    for (int i = 0; i < crew.slot_count; i++) {
        slots[i].job = IDLE;
        slots[i].received = g_byte_array_new();
    }

    interrupted = 0;
    sigaction(SIGINT, &note, &old_int);
    sigaction(SIGTERM, &note, &old_term);
    work(&crew);
    dismiss(&crew);
    sigaction(SIGINT, &old_int, NULL);
    sigaction(SIGTERM, &old_term, NULL);
    return crew.results;
}
