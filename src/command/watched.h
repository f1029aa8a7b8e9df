/* command/watched.h - which files of a project change.
 * Takes the project's folder, gives names of files once nobody is writing them any more. Knows
 * nothing of leaflets. Not GFileMonitor: it starts a thread, and workers must be forked without.
 *
 * The kernel (inotify) only tells that something happens; what it was is found by looking at all
 * files again and comparing. So nothing is lost, however an editor saves: over the file, by
 * another name, with copies; whole folders may come and go. */
#pragma once
#include <glib.h>
#include <stdbool.h>

typedef struct Watched Watched;

/* Watches @root/content, @root/locales, @root/fonts: what is there now is known. Free with
 * watched_free(). */
Watched *watched_new(const char *root);
void watched_free(Watched *watched);

/* Readable when watched_note() is to be called; -1: the system tells nothing. */
int watched_descriptor(const Watched *watched);
void watched_note(Watched *watched);

/* Milliseconds until watched_take() is worth calling; -1: not before something happens. */
int watched_wait(const Watched *watched);

/* The files that have changed since the last call, by name ("locales/ar/common.po"), free with
 * g_ptr_array_unref(); empty when there are none, or somebody is still writing. */
GPtrArray *watched_take(Watched *watched);

/* The names of all files there are, as last looked for; free with g_ptr_array_unref(). */
GPtrArray *watched_files(const Watched *watched);

/* When something last happened, in monotonic microseconds. */
gint64 watched_last(const Watched *watched);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Watched, watched_free)
