/* command/doctor.h - what the program is built from. */
#pragma once

/* Names and versions of the program and its libraries, a line each; free with g_free(). */
char *doctor_libraries(void);
