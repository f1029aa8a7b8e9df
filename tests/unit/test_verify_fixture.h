/* A leaflet made by hand, and what the reader of PDFs would say of it. */
#pragma once
#include "check/check.h"

#include <string.h>

/* --- a leaflet, by hand -------------------------------------------------------------------- */

#define COUNT(array) ((int) (sizeof(array) / sizeof *(array)))

static const Locale english = { .tag = "en", .lang = "en" };
static const Locale serbian = { .tag = "sr", .lang = "sr" };

static const Contact contacts[] = {
    { .id = "line",
      .phone = { .e164 = "+381117850000", .show = "011 785 00 00" },
      .url = "https://help.example/" },
};
static const Project project = { .contacts = { contacts, 1 } };
static const Format card = { .id = "card", .sheet = { 200, 100 } };
static const Pack pack = { .id = "help", .code = "h", .version = "1" };

static const Text about = { .msgid = "", .context = "welcome/text" };
static const Span numbers[] = { { SPAN_NUMBER, 0, 13 } };

#define PHRASE(text_, locale_) \
    { \
        { \
            .text = text_, .locale = &locale_ \
        } \
    }
#define BLOCK(role_, text_, locale_) \
    { \
        .role = role_, .group = -1, .phrases = PHRASE(text_, locale_), .phrase_count = 1 \
    }

static const Link site = { .target = "https://help.example/",
                           .about = { .text = "Web page of Advice line", .locale = &english } };

static const Block blocks[] = {
    { .role = ROLE_DRAFT,
      .group = -1,
      .phrases = { { .text = "DRAFT", .locale = &english },
                   { .text = "НАЦРТ", .locale = &serbian } },
      .phrase_count = 2 },
    BLOCK(ROLE_TITLE, "What you can ask for", english),
    { .role = ROLE_PARA,
      .group = -1,
      .phrases = { { .text = "You can rest for 90 days before you decide.",
                     .locale = &english,
                     .source = &about } },
      .phrase_count = 1 },
    BLOCK(ROLE_PARA, "First find a safe place.", english),
    BLOCK(ROLE_CONTACT_NAME, "Advice line", english),
    { .role = ROLE_CONTACT_NUMBER,
      .group = 0,
      .phrases = { { .text = "011 785 00 00",
                     .locale = &english,
                     .spans = numbers,
                     .span_count = 1 } },
      .phrase_count = 1 },
    { .role = ROLE_CONTACT_LINK,
      .group = 0,
      .phrases = PHRASE("help.example", english),
      .phrase_count = 1,
      .link = &site },
    BLOCK(ROLE_COLOPHON, "Version 1 · en · ABCD1234 · use until 25 May 2027.", english),
};
static const Group groups[] = {
    { .kind = GROUP_CONTACT, .first = 5, .count = 2, .contact = contacts }
};
static const DocumentSection sections[] = { { .id = "all", .first = 0, .count = COUNT(blocks) } };

static const Document leaflet = {
    .variant = { .project = &project,
                 .pack = &pack,
                 .locale = &english,
                 .staff = &serbian,
                 .format = &card },
    .title = "DRAFT – What you can ask for",
    .edition = "ABCD1234",
    .blocks = blocks,
    .block_count = COUNT(blocks),
    .groups = groups,
    .group_count = COUNT(groups),
    .sections = sections,
    .section_count = COUNT(sections),
};

static const Printed printed = {
    .path = "out/h.pdf", .edition = "ABCD1234", .pages = 1, .contacts_until = { 2027, 2, 1 }
};

#define XMP \
    "<?xpacket begin='' id='x'?>\\n<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='r'>" \
    "<rdf:Description rdf:about=''><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>" \
    "DRAFT – What you can ask for</rdf:li></rdf:Alt></dc:title>" \
    "<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>" \
    "<dc:identifier>ABCD1234</dc:identifier><pdfuaid:part>1</pdfuaid:part>" \
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" \
    "</rdf:Description></rdf:RDF></x:xmpmeta>"

#define PERMISSIONS \
    "may\tprint\nmay\tmodify\nmay\tcopy\nmay\tannotate\nmay\tfill-forms\nmay\textract\n" \
    "may\tassemble\nmay\tprint-well\n"

/* What the reader says of it: a line that goes on after those of another column, a ligature at
 * which the text of an element ends. */
static const char sound[] =
    "readback\t1\npdf\t1.7\nmetadata\t" XMP "\n" PERMISSIONS "pages\t1\n"
    "page\t1\t200.000\t100.000\t0.000\t0.000\t200.000\t100.000\n"
    "text\t1\tDRAFT НАЦРТ\n"
    "text\t1\tWhat you can ask for\n"
    "text\t1\tYou can rest for 90 days\n"
    "text\t1\tAdvice line\n"
    "text\t1\tbefore you decide.\n"
    "text\t1\tFirst find a safe place.\n"
    "text\t1\t011 785 00 00\n"
    "text\t1\thelp.example\n"
    "text\t1\tVersion 1 · en · ABCD1234 · use until 25 May 2027.\n"
    "link\t1\turi\thttps://help.example/\t0\t0\t1\t1\thelp.example\n"
    "font\tABCDEF+NotoSans\tTrueType\tembedded\tsubset\tWinAnsi\n"
    "tagged\tyes\n"
    "element\t0\tDocument\t0\t\t\t\t\n"
    "element\t1\tP\t1\t\t\t\tDRAFT\n"
    "element\t1\tP\t1\tsr\t\t\tНАЦР\uFFFD\n"
    "element\t1\tH1\t1\t\t\t\tWhat you can ask for\n"
    "element\t1\tP\t1\t\t\t\tYou can rest for 90 days before you decide.\n"
    "element\t1\tFigure\t1\t\tA house\t\t\n"
    "element\t1\tP\t1\t\t\t\tFirst \uFB01\n"
    "element\t1\tP\t1\t\t\t\tAdvice line\n"
    "element\t1\tP\t1\t\t\t\t011 785 00 00\n"
    "element\t1\tP\t0\t\t\t\t\n"
    "element\t2\tLink\t1\t\t\t\thelp.example \n"
    "element\t1\tP\t1\t\t\t\tVersion 1 · en · ABCD1234 · use until 25 May 2027.\n"
    "end\n";

/* --- asking --------------------------------------------------------------------------------- */

static const Date today = { 2026, 11, 24 };

static char *
replaced(const char *text, const char *old, const char *new)
{
    g_auto(GStrv) parts = g_strsplit(text, old, -1);

    g_assert_cmpint(g_strv_length(parts), >, 1); /* or the test would prove nothing */
    return g_strjoinv(new, parts);
}

static Diags *
findings_of(const Document *document, const char *listing)
{
    Diags *diags = diags_new();

    check_printed(document, &printed, listing, today, diags);
    return diags;
}

/* Something is found, and all of it has @code. */
static void
assert_only(const Diags *diags, DiagCode code)
{
    g_assert_cmpuint(diags_count(diags), >, 0);
    for (unsigned i = 0; i < diags_count(diags); i++) {
        const Diag *diag = diags_find(diags, i);

        g_assert_cmpstr(diag_info(diag->code)->name, ==, diag_info(code)->name);
        g_assert_cmpstr(diag->where.file, ==, "out/h.pdf");
    }
}
