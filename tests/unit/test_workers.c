#include "command/workers.h"

#include <errno.h>
#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What jobs are told to do; job 0 is the first letter. */
typedef struct Script {
    const char *jobs;
    int done; /* counted by progress */
} Script;

static void
fill_memory(void)
{
    enum { STEP = 16 * 1024 * 1024 };

    for (;;) {
        memset(malloc(STEP), 1, STEP);
        g_usleep(20 * 1000);
    }
}

/* Answers its own number, or fails in the way its letter says. */
static GVariant *
act(int job, void *user)
{
    const Script *script = user;

    switch (script->jobs[job]) {
    case 'a': /* aborts */
        signal(SIGABRT, SIG_DFL);
        kill(getpid(), SIGABRT);
        break;
    case 'x': /* exits */
        _exit(7);
    case 'h': /* hangs */
        for (;;)
            pause();
    case 'm': /* needs more and more memory */
        fill_memory();
        break;
    case 'i': /* someone presses Ctrl-C */
        kill(getppid(), SIGINT);
        for (;;)
            pause();
    case 's': /* takes a while */
        g_usleep(50 * 1000);
        break;
    }
    return g_variant_new("(ii)", job, (int) getpid());
}

static void
count(int job, WorkerResult *result, int done, void *user)
{
    Script *script = user;

    (void) job;
    (void) result;
    g_assert_cmpint(done, ==, script->done + 1);
    script->done = done;
}

static WorkersPlan
plan_of(Script *script, int worker_count)
{
    return (WorkersPlan){ .job_count = (int) strlen(script->jobs),
                          .worker_count = worker_count,
                          .limit_ms = 20 * 1000,
                          .memory_limit = G_MAXSIZE,
                          .answer_type = G_VARIANT_TYPE("(ii)"),
                          .make = act,
                          .over = count,
                          .user = script };
}

static const WorkerResult *
result_of(const GArray *results, int job)
{
    return &g_array_index(results, WorkerResult, job);
}

static int
process_of(const GArray *results, int job)
{
    const WorkerResult *result = result_of(results, job);
    int number, process;

    g_assert_cmpint(result->end, ==, WORKER_DONE);
    g_variant_get(result->answer, "(ii)", &number, &process);
    g_assert_cmpint(number, ==, job);
    return process;
}

static void
assert_no_child_is_left(void)
{
    g_assert_cmpint(waitpid(-1, NULL, WNOHANG), ==, -1);
    g_assert_cmpint(errno, ==, ECHILD);
}

static void
test_answers_come_in_the_order_of_jobs(void)
{
    for (int workers = 1; workers <= 5; workers++) {
        Script script = { .jobs = "s..s....s......" };
        const WorkersPlan plan = plan_of(&script, workers);
        g_autoptr(GArray) results = workers_run(&plan);

        for (int job = 0; job < plan.job_count; job++)
            process_of(results, job);
        g_assert_cmpint(script.done, ==, plan.job_count);
        assert_no_child_is_left();
    }
}

static void
test_a_crash_costs_one_job(void)
{
    Script script = { .jobs = "..a..a." };
    const WorkersPlan plan = plan_of(&script, 2);
    g_autoptr(GArray) results = workers_run(&plan);

    for (int job = 0; job < plan.job_count; job++) {
        if (script.jobs[job] == '.') {
            process_of(results, job);
            continue;
        }
        g_assert_cmpint(result_of(results, job)->end, ==, WORKER_CRASHED);
        g_assert_cmpint(result_of(results, job)->number, ==, SIGABRT);
    }
}

static void
test_an_exit_costs_one_job(void)
{
    Script script = { .jobs = "x.x" };
    const WorkersPlan plan = plan_of(&script, 1);
    g_autoptr(GArray) results = workers_run(&plan);

    process_of(results, 1);
    g_assert_cmpint(result_of(results, 0)->end, ==, WORKER_EXITED);
    g_assert_cmpint(result_of(results, 0)->number, ==, 7);
    g_assert_cmpint(result_of(results, 2)->end, ==, WORKER_EXITED);
}

static void
test_a_job_that_hangs_is_stopped(void)
{
    Script script = { .jobs = "h." };
    WorkersPlan plan = plan_of(&script, 1);
    plan.limit_ms = 200;
    g_autoptr(GArray) results = workers_run(&plan);

    g_assert_cmpint(result_of(results, 0)->end, ==, WORKER_TOO_LONG);
    process_of(results, 1);
    assert_no_child_is_left();
}

static void
test_a_job_that_grows_is_stopped(void)
{
    Script script = { .jobs = "m." };
    WorkersPlan plan = plan_of(&script, 1);
    plan.memory_limit = 256 * 1024 * 1024;
    g_autoptr(GArray) results = workers_run(&plan);

    g_assert_cmpint(result_of(results, 0)->end, ==, WORKER_TOO_LARGE);
    process_of(results, 1);
}

static void
test_ctrl_c_ends_everything(void)
{
    Script script = { .jobs = ".i.." };
    const WorkersPlan plan = plan_of(&script, 1);
    g_autoptr(GArray) results = workers_run(&plan);

    process_of(results, 0);
    for (int job = 1; job < plan.job_count; job++)
        g_assert_cmpint(result_of(results, job)->end, ==, WORKER_SKIPPED);
    assert_no_child_is_left();
}

/* With one locale after the other, each worker keeps to its own. */
static void
test_jobs_of_one_group_go_to_one_worker(void)
{
    static const int groups[] = { 0, 1, 0, 1, 0, 1 };
    Script script = { .jobs = "ssssss" };
    WorkersPlan plan = plan_of(&script, 2);
    plan.groups = groups;
    g_autoptr(GArray) results = workers_run(&plan);

    /* The last job may go to whoever is free first. */
    for (int job = 2; job < 4; job++)
        g_assert_cmpint(process_of(results, job), ==, process_of(results, job - 2));
    g_assert_cmpint(process_of(results, 0), !=, process_of(results, 1));
}

static void
test_no_jobs_need_no_worker(void)
{
    Script script = { .jobs = "" };
    const WorkersPlan plan = plan_of(&script, 4);
    g_autoptr(GArray) results = workers_run(&plan);

    g_assert_cmpuint(results->len, ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/workers/order", test_answers_come_in_the_order_of_jobs);
    g_test_add_func("/workers/crash", test_a_crash_costs_one_job);
    g_test_add_func("/workers/exit", test_an_exit_costs_one_job);
    g_test_add_func("/workers/hang", test_a_job_that_hangs_is_stopped);
    g_test_add_func("/workers/memory", test_a_job_that_grows_is_stopped);
    g_test_add_func("/workers/interrupt", test_ctrl_c_ends_everything);
    g_test_add_func("/workers/groups", test_jobs_of_one_group_go_to_one_worker);
    g_test_add_func("/workers/none", test_no_jobs_need_no_worker);
    return g_test_run();
}
