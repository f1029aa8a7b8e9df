#include "command/command.h"
int status_run(const Options *options) { (void) options; return 0; }
