/* Loaded before the program's libraries (LD_PRELOAD): a process that is about to put a file in its place does what
 * MISBEHAVE says of it, as a library with a fault might: "abort=DRAFT_a_0.1_sr_adult_card loop=... eat=...".
 * The program itself knows nothing of it. */
#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    STEP = 16 * 1024 * 1024,
    STEPS = 40,
    STEP_USEC = 50000
}; /* 640 MiB, then it gives in: machines are small */

static void
loop(void)
{
    for (;;)
        ;
}

static void
eat(void)
{
    static char *volatile bytes;

    for (int i = 0; i < STEPS; i++) {
        bytes = malloc(STEP);
        if (bytes == NULL)
            return;
        memset(bytes, i + 1, STEP); /* else it is promised, and not there */
        usleep(STEP_USEC);
    }
}

static const struct {
    const char *name;
    void (*run)(void);
} ways[] = { { "abort", abort }, { "loop", loop }, { "eat", eat } };

/* Names of leaflets end where their file's suffix begins. */
static void
misbehave(const char *wanted, const char *name)
{
    char pair[256];

    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        snprintf(pair, sizeof pair, "%s=%s", ways[i].name, name);
        char *end = strrchr(pair, '.');
        if (end != NULL)
            *end = '\0';
        if (end != NULL && strstr(wanted, pair) != NULL)
            ways[i].run();
    }
}

int
rename(const char *from, const char *to)
{
    int (*real)(const char *, const char *) = NULL;
    const char *wanted = getenv("MISBEHAVE");
    const char *slash = strrchr(to, '/');
    void *found = dlsym(RTLD_NEXT, "rename");

    memcpy(&real, &found,
           sizeof real); /* ISO C knows no other way from an object to a function */
    if (wanted != NULL && strstr(from, "/.rightspack/") != NULL && slash != NULL)
        misbehave(wanted, slash + 1);
    return real(from, to);
}
