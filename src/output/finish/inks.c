#include "output/finish/inks.h"

#include "output/finish/write.h"

#include <math.h>
#include <string.h>

const char inks_states[] = "/Overprint<</Type/ExtGState/OP true/op true/OPM 1>>"
                           "/Knockout<</Type/ExtGState/OP false/op false/OPM 0>>";

enum { MOST_OPERANDS = 16 };

typedef struct Rewriting {
    GString *out;
    const Palette *palette;
    InkSet inks;
    Bytes operands[MOST_OPERANDS];
    int count;
} Rewriting;

/* --- colours ------------------------------------------------------------------------------- */

static PressColour
as_black(Colour colour)
{
    double light = 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue;

    return (PressColour){ 0, 0, 0, 1 - light };
}

/* As much black as the colour allows, the rest of it in the other three. */
static PressColour
divided(Colour colour)
{
    double light = MAX(colour.red, MAX(colour.green, colour.blue));

    if (light < 1e-3)
        return (PressColour){ 0, 0, 0, 1 };
    return (PressColour){ 1 - colour.red / light, 1 - colour.green / light,
                          1 - colour.blue / light, 1 - light };
}

/* Content has three decimals, and eight bits are told apart by them. */
static bool
is_near(Colour a, Colour b)
{
    const double least = 1.0 / 512;

    return fabs(a.red - b.red) < least && fabs(a.green - b.green) < least &&
           fabs(a.blue - b.blue) < least;
}

static PressColour
press_colour(const Rewriting *rewriting, Colour colour)
{
    const Palette *palette = rewriting->palette;
    bool grey = colour.red == colour.green && colour.green == colour.blue;

    if (grey || rewriting->inks == INKS_BLACK)
        return as_black(colour);
    for (int i = 0; palette->has_press && i < INK_COUNT; i++)
        if (is_near(colour, palette->inks[i]))
            return palette->press[i];
    return divided(colour);
}

/* What finishing writes for the ink of text is 0: black. */
static bool
is_text(Colour colour)
{
    return colour.red == 0 && colour.green == 0 && colour.blue == 0;
}

static void
write_colour(const Rewriting *rewriting, Colour colour, bool stroke)
{
    GString *out = rewriting->out;
    PressColour inks = press_colour(rewriting, colour);
    const double parts[] = { inks.cyan, inks.magenta, inks.yellow, inks.black };

    g_string_append(out, is_text(colour) ? "/Overprint gs " : "/Knockout gs ");
    for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
        write_number(out, parts[i]);
        g_string_append_c(out, ' ');
    }
    g_string_append(out, stroke ? "K\n" : "k\n");
}

/* --- operators ----------------------------------------------------------------------------- */

static void
keep(Rewriting *rewriting, Bytes operator)
{
    for (int i = 0; i < rewriting->count; i++) {
        g_string_append_len(rewriting->out, rewriting->operands[i].start,
                            (gssize) rewriting->operands[i].size);
        g_string_append_c(rewriting->out, ' ');
    }
    g_string_append_len(rewriting->out, operator.start, (gssize) operator.size);
    g_string_append_c(rewriting->out, '\n');
}

static double
operand(const Rewriting *rewriting, int from_end)
{
    return rewriting->count >= from_end
               ? bytes_number(rewriting->operands[rewriting->count - from_end])
               : 0;
}

static void
write_grey(Rewriting *rewriting, bool stroke)
{
    double grey = operand(rewriting, 1);

    write_colour(rewriting, (Colour){ grey, grey, grey }, stroke);
}

static void
write_rgb(Rewriting *rewriting, bool stroke)
{
    write_colour(rewriting,
                 (Colour){ operand(rewriting, 3), operand(rewriting, 2), operand(rewriting, 1) },
                 stroke);
}

static void
drop(Rewriting *rewriting, bool stroke)
{
    (void) rewriting;
    (void) stroke;
}

/* Operators that do not stay as they are. Marked content is for readers, and a press is none. */
static const struct {
    const char *name;
    void (*write)(Rewriting *rewriting, bool stroke);
    bool stroke;
} operators[] = {
    { "g", write_grey, false }, { "G", write_grey, true }, { "rg", write_rgb, false },
    { "RG", write_rgb, true },  { "BDC", drop, false },    { "BMC", drop, false },
    { "EMC", drop, false },
};

static void
take_operator(Rewriting *rewriting, Bytes operator)
{
    for (size_t i = 0; i < G_N_ELEMENTS(operators); i++)
        if (bytes_are(operator, operators[i].name)) {
            operators[i].write(rewriting, operators[i].stroke);
            return;
        }
    keep(rewriting, operator);
}

void
inks_rewrite(GString *out, Bytes content, const Palette *palette, InkSet inks)
{
    Rewriting rewriting = { .out = out, .palette = palette, .inks = inks };
    Lexer lexer = lexer_new(content);

    for (Token token = lex_token(&lexer); token.kind != TOKEN_END; token = lex_token(&lexer)) {
        bool full = rewriting.count == MOST_OPERANDS;

        if (token.kind == TOKEN_WORD) {
            take_operator(&rewriting, token.bytes);
            rewriting.count = 0;
        } else if (!full) {
            rewriting.operands[rewriting.count++] = token.bytes;
        } else { /* a long array of glyphs: it goes out as it comes */
            keep(&rewriting, token.bytes);
            rewriting.count = 0;
        }
    }
}
