/* command/readback.h - has one PDF read by the program that does nothing else.
 * Files may be anyone's: they are opened in a process of their own, within limits of time, memory
 * and output, and whatever happens to it is told. */
#pragma once
#include <glib.h>

typedef enum ReadbackEnd {
    READBACK_DONE,       /* `listing` is there, which may say that the file is no PDF */
    READBACK_NO_PROGRAM, /* it cannot be started; `number` is the errno */
    READBACK_CRASHED,    /* killed by signal `number` */
    READBACK_FAILED,     /* left with status `number` */
    READBACK_TOO_LONG,
    READBACK_TOO_MUCH /* output */
} ReadbackEnd;

typedef struct Readback {
    ReadbackEnd end;
    int number;
    char *listing; /* NULL unless it is done; free with g_free() */
} Readback;

enum { READBACK_SECONDS = 20 };

Readback readback_run(const char *program, const char *path);
