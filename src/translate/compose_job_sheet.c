/* A job sheet's words: English, as captions are, for the same content gives the same bytes. */
#include "translate/captions.h"

static const char *
turn_of(Flip flip)
{
    static const char *const turns[] = {
        [FLIP_NONE] = "one side",
        [FLIP_SHORT] = "both sides, turn on the SHORT edge",
        [FLIP_LONG] = "both sides, turn on the LONG edge",
    };

    return turns[flip];
}

static long long
all_sheets(const JobSheet *sheet)
{
    long long all = 0;

    for (int i = 0; i < sheet->count; i++)
        all += sheet->files[i].all_sheets;
    return all;
}

static void
add_head(Captions *captions, const JobSheet *sheet)
{
    Arena *arena = captions->arena;
    long long sheets = all_sheets(sheet);

    captions_begin(captions, "head", captions->about.pack->where);
    captions_say(captions, ROLE_TITLE, "Job sheet");
    captions_say(captions, ROLE_SUBTITLE,
                 sheet->of == 1 ? sheet->order
                                : arena_printf(arena, "%s, sheet %d of %d", sheet->order,
                                               sheet->number, sheet->of));
    captions_say(captions, ROLE_PARA,
                 arena_printf(arena, "%d file%s, %lld sheet%s of paper%s%s", sheet->count,
                              sheet->count == 1 ? "" : "s", sheets, sheets == 1 ? "" : "s",
                              sheet->profile == NULL ? "" : ", colour profile ",
                              sheet->profile == NULL ? "" : sheet->profile));
    captions_say(captions, ROLE_PARA,
                 sheet->missing == 0 /* how to print stands with each, too */
                     ? "Print everything at 100 %: never “fit to page”"
                     : arena_printf(arena, "NOT COMPLETE: %d more leaflet%s in the order",
                                    sheet->missing, sheet->missing == 1 ? "" : "s"));
}

/* "Side 1: 1 mountain, 2 valley" */
static const char *
folds_of(const JobSheetFile *file, Arena *arena)
{
    const char *text = "Side 1:";

    for (int i = 0; i < file->fold_count; i++)
        text = arena_printf(arena, "%s%s %d %s", text, i > 0 ? "," : "", i + 1,
                            file->folds[i].mountain ? "mountain" : "valley");
    return text;
}

/* Half of 64 digits, in groups of eight. */
static const char *
digits_of(Arena *arena, const char *sha256, int half)
{
    const char *at = sha256 + 32 * half;

    return arena_printf(arena, "%.8s %.8s %.8s %.8s", at, at + 8, at + 16, at + 24);
}

/* What is to be done with the paper. */
static const char *
then_of(const JobSheetFile *file)
{
    static const char *const then[] = {
        [SCHEME_NONE] = "Print at 100 %, do not fit to page",
        [SCHEME_SADDLE] = "Print at 100 %, then fold the pile in the middle and staple it there",
        [SCHEME_REPEAT] = "Print at 100 %, then cut the leaflets apart",
    };
    const Variant *variant = &file->leaflet->document->variant;

    if (!file->pressed)
        return then[file->scheme];
    if (variant->format->scheme != SCHEME_SADDLE)
        return "Print at 100 %, trim at the marks";
    return variant->locale->direction == DIRECTION_RTL
               ? "Print at 100 %, trim at the marks; a booklet, stapled on the RIGHT"
               : "Print at 100 %, trim at the marks; a booklet, stapled on the left";
}

static void
add_facts(Captions *captions, const JobSheetFile *file)
{
    const Document *document = file->leaflet->document;
    const Variant *variant = &document->variant;
    const Date *until = &document->contacts_until;
    Arena *arena = captions->arena;
    int pages = file->leaflet->page_count;

    captions_say(captions, ROLE_PARA,
                 arena_printf(arena, "%s · %s · %s", variant->audience->id, variant->format->id,
                              variant->release ? "RELEASE" : "DRAFT: not to be handed out"));
    captions_say(captions, ROLE_PARA,
                 arena_printf(arena, "%s, %d page%s, %s", file->paper_size, pages,
                              pages == 1 ? "" : "s", turn_of(file->flip)));
    captions_say(captions, ROLE_PARA,
                 arena_printf(arena, "Paper: %s", file->paper == NULL ? "any" : file->paper));
    captions_say(captions, ROLE_PARA, then_of(file));
    captions_say(captions, ROLE_PARA,
                 date_is_none(*until)
                     ? arena_printf(arena, "Edition %s", document->edition)
                     : arena_printf(arena, "Edition %s, to be handed out until %04d-%02d-%02d",
                                    document->edition, until->year, until->month, until->day));
    captions_say(captions, ROLE_PARA,
                 arena_printf(arena, "SHA-256 %s", digits_of(arena, file->sha256, 0)));
    captions_say(captions, ROLE_PARA, digits_of(arena, file->sha256, 1));
}

/* One line or two, as long as they are. */
static void
add_language(Captions *captions, const Variant *variant)
{
    captions_add(captions, ROLE_PARA, variant->locale->autonym, variant->locale);
    if (variant->second != NULL)
        captions_add(captions, ROLE_PARA, variant->second->autonym, variant->second);
}

static void
add_file(Captions *captions, const JobSheetFile *file)
{
    const Variant *variant = &file->leaflet->document->variant;
    Arena *arena = captions->arena;
    captions_begin(captions, file->name, variant->format->where);
    captions_say(captions, ROLE_SUBHEADING, file->name);
    captions_say(
        captions, ROLE_PARA,
        arena_printf(arena, "%d cop%s%s × %d sheet%s = %lld", file->copies,
                     file->copies == 1 ? "y" : "ies",
                     file->up == 1 ? "" : arena_printf(arena, ", %d at a time", file->up),
                     file->sheets, file->sheets == 1 ? "" : "s", file->all_sheets));
    add_language(captions, variant);
    add_facts(captions, file);
    captions_add_picture(captions, file->leaflet, 0);
    if (file->fold_count == 0)
        return;
    captions_say(captions, ROLE_PICTURE, "Side 1 with its folds");
    captions_say(captions, ROLE_PARA, folds_of(file, arena));
}

Document *
compose_job_sheet(const JobSheet *sheet)
{
    const Document *first = sheet->files[0].leaflet->document;
    g_autoptr(Captions) captions = captions_new(&first->variant, first->date);

    add_head(captions, sheet);
    for (int i = 0; i < sheet->count; i++)
        add_file(captions, &sheet->files[i]);
    return captions_finish(captions,
                           arena_printf(captions->arena, "Job sheet: %s", sheet->order),
                           &job_sheet_format);
}
