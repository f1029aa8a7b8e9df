#include "command/printing.h"

#include "model/impose.h"

Printing
printing_of(const Format *format, const Output *output, const char *paper, int pages)
{
    bool single = format->flip == FLIP_NONE;

    if (!output->imposed || format->scheme == SCHEME_NONE)
        return (Printing){ .size = format->sheet,
                           .flip = format->flip,
                           .sheets = single ? pages : (pages + 1) / 2,
                           .up = 1 };

    const Paper *sheet = format_find_paper(format, paper);
    const Imposition imposition = impose_new(format, sheet, 0, pages, false);
    return (Printing){ .scheme = format->scheme,
                       .paper = sheet->name,
                       .size = imposition.sheet,
                       .flip = impose_flip(&imposition),
                       .sheets = impose_sheet_count(&imposition),
                       .up = format->scheme == SCHEME_REPEAT ? impose_place_count(&imposition)
                                                             : 1 };
}

long long
printing_sheets(const Printing *printing, int copies)
{
    return ((long long) copies + printing->up - 1) / printing->up * printing->sheets;
}
