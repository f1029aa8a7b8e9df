/* command/locate.h - where the project and the program's own data are. */
#pragma once
#include "base/diag.h"
#include "model/content.h"

/* The folder that was installed with the program: content/, locales/, fonts/ for every project
 * that lacks them. Always a name, even if nothing is there; free with g_free(). */
char *locate_data_dir(void);

/* The folder with the program's compiled messages; free with g_free(). */
char *locate_messages(void);

/* The program that opens finished PDFs, whether it is there or not; free with g_free(). */
char *locate_readback(void);

/* The folder of the project that locate_project() reads; free with g_free(). */
char *locate_project_folder(const char *asked, Diags *diags);

/* Reads the project: @asked, else $RIGHTSPACK_PROJECT, else the working folder or the nearest
 * one above it that is a project, else the installed data. NULL when there is none
 * (`no-project`). */
Project *locate_project(const char *asked, Diags *diags);
/* The same with languages that nobody speaks beside those that it has. */
Project *locate_project_with(const char *asked, PseudoList pseudos, Diags *diags);

/* @rest below the project's @folder, as messages show it; free with g_free(). */
char *locate_below(const char *folder, const char *rest);

/* The file of the project that has the name @rest there, whether it exists or not; as messages show
 * it. Free with g_free(). */
char *locate_in_project(const Project *project, const char *rest);
