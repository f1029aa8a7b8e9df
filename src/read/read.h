/* read/read.h - YAML and SVG files to a Project.
 * Takes folders, gives plain structs with every reference resolved. Knows nothing of PO files,
 * fonts or paper. What is wrong is reported at its line; reading goes on. */
#pragma once
#include "base/diag.h"
#include "model/content.h"
#include "model/order.h"
#include "model/review.h"

/* Reads the project at @root; single files that it lacks come from @data_dir, which has the same
 * folders (content/, locales/, fonts/). Never NULL: with errors in @diags the project may hold
 * less than its files say and must not be built from. Free with project_free(). */
Project *project_load(const char *root, const char *data_dir, Diags *diags);
/* The same with languages that nobody speaks beside those that it has. */
Project *project_load_with(const char *root, const char *data_dir, PseudoList pseudos,
                           Diags *diags);

/* Who has signed what of every pack. Never NULL: with errors in @diags it may lack signatures. Free
 * with reviews_free(). */
Reviews *reviews_load(const Project *project, Diags *diags);

/* The order at @path, YAML or CSV by its ending; names in it are only names. Never NULL: with errors in
 * @diags it may lack what the file says. Free with order_free(). */
Order *order_load(const char *path, Diags *diags);

/* The files that reviews_load() reads. */
GBytes *review_to_yaml(const Review *review);
GBytes *comments_to_yaml(const Comment *comments, int count);

/* True when @folder looks like a project: it has a content/ folder. */
bool project_is_at(const char *folder);

/* The file of contacts @bytes with verified_on and verified_by of the contact @id changed, or put
 * in, and nothing else. NULL: @id is not there, or the file is written in a way that leaves no
 * place for them. Free with g_free(). */
char *contact_note_call(const char *bytes, size_t length, const char *id, Date day,
                        const char *by, size_t *new_length);

/* The version of libyaml at run time. */
const char *project_yaml_version(void);
