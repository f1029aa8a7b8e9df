#include "command/command.h"
int sheet_run(const Options *options) { (void) options; return 0; }
