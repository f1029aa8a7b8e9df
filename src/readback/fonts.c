#include "readback/listing.h"
#include "readback/parts.h"

static const char *const type_names[] = {
    [POPPLER_FONT_TYPE_UNKNOWN] = "unknown",
    [POPPLER_FONT_TYPE_TYPE1] = "Type 1",
    [POPPLER_FONT_TYPE_TYPE1C] = "Type 1C",
    [POPPLER_FONT_TYPE_TYPE1COT] = "Type 1C OpenType",
    [POPPLER_FONT_TYPE_TYPE3] = "Type 3",
    [POPPLER_FONT_TYPE_TRUETYPE] = "TrueType",
    [POPPLER_FONT_TYPE_TRUETYPEOT] = "TrueType OpenType",
    [POPPLER_FONT_TYPE_CID_TYPE0] = "CID Type 0",
    [POPPLER_FONT_TYPE_CID_TYPE0C] = "CID Type 0C",
    [POPPLER_FONT_TYPE_CID_TYPE0COT] = "CID Type 0C OpenType",
    [POPPLER_FONT_TYPE_CID_TYPE2] = "CID TrueType",
    [POPPLER_FONT_TYPE_CID_TYPE2OT] = "CID TrueType OpenType",
};

static void
list_font(PopplerFontsIter *font)
{
    unsigned type = (unsigned) poppler_fonts_iter_get_font_type(font);

    listing_begin("font");
    listing_text(poppler_fonts_iter_get_full_name(font));
    listing_text(type < G_N_ELEMENTS(type_names) ? type_names[type] : "unknown");
    listing_text(poppler_fonts_iter_is_embedded(font) ? "embedded" : "missing");
    listing_text(poppler_fonts_iter_is_subset(font) ? "subset" : "whole");
    listing_text(poppler_fonts_iter_get_encoding(font));
    listing_end();
}

void
list_fonts(PopplerDocument *document)
{
    PopplerFontInfo *scan = poppler_font_info_new(document);
    PopplerFontsIter *fonts = NULL;

    while (poppler_font_info_scan(scan, poppler_document_get_n_pages(document), &fonts)) {
        if (fonts == NULL)
            continue;
        do
            list_font(fonts);
        while (poppler_fonts_iter_next(fonts));
        poppler_fonts_iter_free(fonts);
    }
    g_object_unref(scan);
}
