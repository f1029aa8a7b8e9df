/* command/command.h - what the program can be told to do.
 * To add a command: a file here with its function, a line below, its row in main.c. */
#pragma once
#include "command/options.h"
#include "model/content.h"

typedef struct Command {
    const char *name;
    const char *words; /* what may follow, as help shows it: "[PACK...]"; NULL: nothing */
    const char *about;
    unsigned takes;                     /* groups of options: OptionGroup */
    int (*run)(const Options *options); /* gives the exit status */
} Command;

int build_run(const Options *options);
int watch_run(const Options *options);
int jobs_run(const Options *options);
int check_run(const Options *options);
int fit_run(const Options *options);
int preview_run(const Options *options);
int sheet_run(const Options *options);
int verify_run(const Options *options);
int extract_run(const Options *options);
int update_run(const Options *options);
int status_run(const Options *options);
int handoff_run(const Options *options);
int receive_run(const Options *options);
int contacts_run(const Options *options);
int manifest_run(const Options *options);
int review_run(const Options *options);
int recall_run(const Options *options);
int list_run(const Options *options);
int explain_run(const Options *options);
int doctor_run(const Options *options);

/* What `verify` does, for `build`, too: compares files and folders of finished leaflets with
 * @project and prints what it finds. Gives the exit status. */
int verify_files(char *const *words, const Project *project, const Options *options);
