/* read/private.h - what the files that read a project share.
 * Each read_...() fills its part of the project; they are called in the order of project.c, so that
 * what a file refers to is known before it is read. */
#pragma once
#include "read/bind.h"
#include "read/node.h"

typedef struct Reader {
    Binder binder;
    Project *project;
    Arena *scratch;         /* nodes; gone when reading is over */
    GHashTable *loaded;     /* path to Node: a style that others extend is read once */
    PseudoList pseudos;     /* asked for beside the languages that have a folder */
    GArray *panel_sections; /* of Name: what the panels of all formats hold, for check_panels() */
} Reader;

/* @name is the file's without its ending, or its folder's: what its id must be. */
typedef struct File {
    const char *name;
    const char *path; /* as the user would type it */
} File;

/* Files of content/<...>: from the project, and what it lacks from the installed data; by name.
 * With @leaf they are <folder>/<name>/<leaf>, else <folder>/<name><ending>. Free with
 * g_array_unref(). */
GArray *files_list(Reader *reader, const char *folder, const char *ending, const char *leaf);
/* The path of one file; reported when neither the project nor the installed data has it: NULL. */
const char *file_find(Reader *reader, const char *rest);
/* Its nodes, or NULL: reported, and the reader knows that something is missing. */
const Node *file_load(Reader *reader, const char *path);
/* Reports an id that is not its file's name. */
void check_id_of_file(Reader *reader, const File *file, const char *id, Where where);

/* Of structs that begin with their id. */
int compare_ids(const void *a, const void *b);

/* Sorts @items by id, reports duplicates, moves them into the arena and fills @list. */
void gather(Reader *reader, GArray *items, const Type *type, void *list);

void read_common(Reader *reader);
void read_icons(Reader *reader);
void read_styles(Reader *reader);
void read_formats(Reader *reader);
/* The layout of review sheets. */
void read_review_format(Reader *reader);
void read_fonts(Reader *reader);
void read_locales(Reader *reader);
void read_contacts(Reader *reader);
void read_sheets(Reader *reader);
void read_glossary(Reader *reader);
void read_wording(Reader *reader);
void read_packs(Reader *reader);
/* Adds those asked for, with a name each; when packs are known, all the rest of them. */
void add_pseudo_locales(const Reader *reader, GArray *locales);
void finish_pseudo_locales(Reader *reader);
/* Of project.yaml: the member `logo` of Project. */
void bind_logo(Binder *binder, const Node *node, void *out);
void read_pack(Reader *reader, const File *file, const Node *node, Pack *pack);

/* The entries of a file beside pack.yaml, which must not lead out of the pack's folder: fills @list. */
void read_entries(Reader *reader, const File *pack_file, Name name, const Type *type,
                  const char *path, void *list);
/* Of a right: the member `law`, a LawList. */
void bind_laws(Binder *binder, const Node *node, void *out);
/* Fills @pack's laws, and reports references of its rights to none of them. */
void read_laws(Reader *reader, const File *pack_file, Name name, Pack *pack);
/* The entries of rights.yaml and procedure.yaml. */
extern const Type right_type, step_type;
/* Those of `numbers` of a pack. */
extern const Type allowed_number_type;
/* Of a section: the member `contacts`, a ContactList. */
void bind_contacts(Binder *binder, const Node *node, void *out);
/* Reports @contact where it is to be printed and must not be. @jurisdiction: the country of the
 * pack; NULL: the text belongs to none. */
void check_contact_use(Binder *binder, Where where, const Contact *contact,
                       const char *jurisdiction);
void check_section_contacts(Reader *reader, const Section *section, const char *jurisdiction);
/* Reports what is wrong with a contact's number; @node is its map. */
void check_phone(Binder *binder, const Node *node, Phone *phone);
/* Fills the table of a Section, or of a struct that begins with one. */
extern const Type table_type;

/* Reports tags of audiences and entries that @pack does not list. */
void check_tags(Reader *reader, const Pack *pack);
/* Reports tags of contacts that no pack lists. */
void check_contact_tags(Reader *reader);
/* True when @file is of the installed data, and not of a project of one's own: it may name what
 * only the installed packs have. */
bool is_installed(const Project *project, const char *file);
/* Reports at @where that common.yaml lacks @name under @group. */
void require_word(Reader *reader, const char *group, const char *name, Where where);
/* The words that say whom an entry is for, where an audience holds others as well. */
void check_conditions(Reader *reader, const Pack *pack);
/* The words for what the drawings of a section show. */
void check_section_icons(Reader *reader, const Section *section);
/* Every word of common.yaml that @pack needs: those, and what its drawings show. */
void check_common(Reader *reader, const Pack *pack);
/* Reports sections whose id a format would take for something built in, so that they would not be
 * printed. */
void check_section_ids(Reader *reader, const Pack *pack);
/* Every section of every pack has a panel in every format, and every name on a panel a section. */
void check_panels(Reader *reader);

/* --- contrast.c: WCAG 2 contrast of colours, measured --- */

/* Reports the inks of a palette that do not stand out from what they are printed on, at their key
 * in @node. */
void check_palette_contrast(Binder *binder, const Node *node, const Palette *palette);
/* The same of the inks that a style gives to its roles; @roles is its map of roles. */
void check_style_contrast(Binder *binder, const Node *roles, const Style *style);
