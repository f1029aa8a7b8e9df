/* command/calls.h - whom to call, and what to ask. The program itself never calls anybody.
 * calls.c says who is due and what to ask, calls_print.c prints it. */
#pragma once
#include "command/options.h"
#include "model/content.h"

typedef enum CallState { CALL_NEVER, CALL_EXPIRED, CALL_SOON } CallState;

typedef struct Question {
    const char *ask; /* in the language of the program */
    char *known;     /* what the content says; NULL: nothing */
} Question;

typedef struct Call {
    const Contact *contact;
    CallState state;
    Date until;        /* the last day on which it counts as checked; none: it never was */
    const char *note;  /* before the call; NULL: none */
    GArray *questions; /* Question */
    char *enter;       /* the command that notes the call */
} Call;

/* Those never called, those that have expired on @today, and those that will in @days more; in
 * this order, then by day and id. Array of Call; free with g_ptr_array_unref(). */
GPtrArray *calls_due(const Project *project, int days, const Options *options);

/* What the caller says first. */
const char *calls_opening(void);

/* "2026-11-20"; NULL for no day. Free with g_free(). */
char *calls_day(Date day);

/* As a list to call by, as CSV with a row a question, or as JSON with a line a contact. */
void calls_print(const GPtrArray *calls, const Project *project, const Options *options);
