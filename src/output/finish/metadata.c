#include "output/finish/metadata.h"

/* Not deflated, so it is short: one description, and no white space that nobody reads. */
static const char packet_begin[] =
    "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
    "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
    "<rdf:Description rdf:about=\"\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
    " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
    " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
    " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
    " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n";

/* PDF/A knows the properties of XMP itself; those of PDF/UA it wants described
 * (ISO 19005-2, 6.6.2.3). */
static const char standards[] =
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\n"
    "<pdfuaid:part>1</pdfuaid:part>\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
    "<pdfaProperty:name>part</pdfaProperty:name>"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>\n";

/* Every letter is told, but not in which order to read. */
static const char untagged_standards[] =
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>\n";

/* What PDF/X-4 wants besides (ISO 15930-7): which document it is, that there is one rendition of it, and
 * that nobody has trapped it yet. Of no leaflet there are two of one edition. */
static const char press_words[] = "</rdf:Description>\n<rdf:Description rdf:about=\"\""
                                  " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                                  " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                                  " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                                  " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n"
                                  "<xmp:MetadataDate>%s</xmp:MetadataDate>\n"
                                  "<xmpMM:DocumentID>uuid:%s</xmpMM:DocumentID>\n"
                                  "<xmpMM:VersionID>1</xmpMM:VersionID>\n"
                                  "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n"
                                  "<pdf:Trapped>False</pdf:Trapped>\n";
static const char pdfx_words[] = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n";

static const char packet_end[] =
    "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n";

static char *
language_list(const Variant *variant)
{
    g_autofree char *second =
        variant->second == NULL ? g_strdup("")
                                : g_strdup_printf("<rdf:li>%s</rdf:li>", variant->second->lang);

    return g_strdup_printf("<rdf:li>%s</rdf:li>%s", variant->locale->lang, second);
}

static void
add_document(GString *xmp, const Document *document, const char *day)
{
    g_autofree char *title = g_markup_escape_text(document->title, -1);
    g_autofree char *languages = language_list(&document->variant);

    g_string_append_printf(
        xmp,
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
        "<dc:language><rdf:Bag>%s</rdf:Bag></dc:language>\n"
        "<dc:identifier>%s</dc:identifier>\n"
        "<xmp:CreateDate>%s</xmp:CreateDate>\n"
        "<xmp:ModifyDate>%s</xmp:ModifyDate>\n",
        title, languages, document->edition, day, day);
}

/* Never deflated, so that any tool can find it. */
int
metadata_write(const Document *document, bool tagged, Date date, Writer *writer)
{
    g_autoptr(GString) xmp = g_string_new(packet_begin);
    g_autofree char *day = date_text(date);
    int number = writer_reserve(writer);

    add_document(xmp, document, day);
    g_string_append(xmp, tagged ? standards : untagged_standards);
    g_string_append(xmp, packet_end);
    writer_add_stream(writer, number, bytes_of("/Type/Metadata/Subtype/XML"),
                      bytes_of_string(xmp));
    return number;
}

/* As RFC 9562 has those that are made in a way of one's own (version 8). */
static char *
uuid_of(const char *text)
{
    g_autofree char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);

    hash[12] = '8';
    hash[16] = '8';
    return g_strdup_printf("%.8s-%.4s-%.4s-%.4s-%.12s", hash, hash + 8, hash + 12, hash + 16,
                           hash + 20);
}

/* Dates have their time, for some readers take none without. */
int
metadata_write_press(const Document *document, const char *how, bool pdfx, Date date,
                     Writer *writer)
{
    g_autoptr(GString) xmp = g_string_new(packet_begin);
    g_autofree char *day = date_text(date);
    g_autofree char *moment = g_strconcat(day, "T00:00:00Z", NULL);
    g_autofree char *what = g_strconcat(document->edition, " ", how, NULL);
    g_autofree char *uuid = uuid_of(what);
    int number = writer_reserve(writer);

    add_document(xmp, document, moment);
    g_string_append_printf(xmp, press_words, moment, uuid);
    if (pdfx)
        g_string_append(xmp, pdfx_words);
    g_string_append(xmp, packet_end);
    writer_add_stream(writer, number, bytes_of("/Type/Metadata/Subtype/XML"),
                      bytes_of_string(xmp));
    return number;
}

int
metadata_write_info(const Document *document, Date date, Writer *writer)
{
    int number = writer_reserve(writer);
    GString *out = writer_begin(writer, number);
    g_autofree char *moment =
        g_strdup_printf("(D:%04d%02d%02d000000Z)", date.year, date.month, date.day);

    g_string_append(out, "<</Title");
    write_text(out, document->title);
    g_string_append_printf(out,
                           "/CreationDate%s/ModDate%s/Trapped/False/GTS_PDFXVersion(PDF/X-4)>>",
                           moment, moment);
    return number;
}

int
metadata_write_intent(Writer *writer)
{
    g_autoptr(GString) profile = profile_srgb();
    int stream = writer_reserve(writer), intent = writer_reserve(writer);

    writer_add_plain(writer, stream, bytes_of("/N 3"), bytes_of_string(profile));
    g_string_append_printf(writer_begin(writer, intent),
                           "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
                           "/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>",
                           stream);
    return intent;
}
