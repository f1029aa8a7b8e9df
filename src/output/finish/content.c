#include "output/finish/content.h"

#include "output/finish/colour.h"
#include "output/finish/marker.h"
#include "output/finish/write.h"

#include <gio/gio.h>
#include <string.h>

enum { MOST_OPERANDS = 6 }; /* of the operators that count here; others may have more */

typedef struct Rewriter {
    GString *out;
    const Palette *palette;
    Marking *marking;   /* or NULL */
    const char *copied; /* what stands before it is in `out` */
    Bytes operands[MOST_OPERANDS];
    int operand_count;
    int depth; /* of q and Q */
    int leaf;  /* painted now, or -1 */
    bool open; /* a sequence of marked content is */
    int open_depth;
    bool in_text; /* between BT and ET */
    bool awaits;  /* the square of `marker` */
    Marker marker;
    GError **error;
} Rewriter;

static bool
fail(const Rewriter *rewriter, const char *what)
{
    if (rewriter->marking != NULL)
        g_set_error(rewriter->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                    "what is painted on page %d: %s", rewriter->marking->page + 1, what);
    else
        g_set_error(rewriter->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                    "what is painted in a drawing: %s", what);
    return false;
}

/* --- copying ------------------------------------------------------------------------------- */

static void
copy_to(Rewriter *rewriter, const char *at)
{
    g_string_append_len(rewriter->out, rewriter->copied, at - rewriter->copied);
    rewriter->copied = at;
}

/* Where the operator @operator begins, with its operands. */
static const char *
begin_of(const Rewriter *rewriter, Bytes operator)
{
    return rewriter->operand_count > 0 ? rewriter->operands[0].start : operator.start;
}

/* Leaves the operator and its operands out. */
static void
drop(Rewriter *rewriter, Bytes operator)
{
    copy_to(rewriter, begin_of(rewriter, operator));
    rewriter->copied = operator.start + operator.size;
}

/* --- marked content ------------------------------------------------------------------------ */

/* A sequence is opened only when something is painted, and closed before the state it was
 * opened in is given back: so it nests with q and Q, and none is empty. A leaf with a "Q q" of
 * Cairo's in the middle becomes two sequences of one element. */
static void
open_mark(Rewriter *rewriter, const char *at)
{
    Marking *marking = rewriter->marking;
    const char *tag = rewriter->leaf < 0 ? NULL : marking->tags[rewriter->leaf];

    copy_to(rewriter, at);
    rewriter->open = true;
    rewriter->open_depth = rewriter->depth;
    if (tag == NULL) {
        g_string_append(rewriter->out, "/Artifact BMC\n");
        return;
    }
    Mark mark = { rewriter->leaf, marking->page, marking->mcid++ };
    g_string_append_c(rewriter->out, '/');
    g_string_append(rewriter->out, tag);
    write_integer(rewriter->out, "<</MCID ", mark.mcid);
    g_string_append(rewriter->out, ">>BDC\n");
    g_array_append_val(marking->marks, mark);
}

static void
close_mark(Rewriter *rewriter, const char *at)
{
    copy_to(rewriter, at);
    g_string_append(rewriter->out, "EMC\n");
    rewriter->open = false;
}

/* The square of a marker has been dropped: its leaf begins here, and ends the one before; or ends. */
static bool
pass_leaf(Rewriter *rewriter, int leaf, bool begins, const char *at)
{
    Marking *marking = rewriter->marking;

    if (rewriter->open && rewriter->open_depth != rewriter->depth)
        return fail(rewriter, "a leaf begins or ends within something else");
    if (rewriter->open)
        close_mark(rewriter, at);
    if (leaf >= marking->leaf_count)
        return fail(rewriter, "a leaf is not one of this leaflet");
    if (begins && (marking->ended[leaf] || rewriter->leaf == leaf))
        return fail(rewriter, "a leaf begins again");
    if (!begins && rewriter->leaf != leaf)
        return fail(rewriter, "a leaf ends that is not open");
    if (rewriter->leaf >= 0)
        marking->ended[rewriter->leaf] = true;
    rewriter->leaf = begins ? leaf : -1;
    return true;
}

static bool
pass_piece(Rewriter *rewriter, const Passage *passage, guint index, const char *at)
{
    const Piece *piece = &g_array_index(passage->pieces, Piece, index);
    size_t start = index == 0 ? 0 : (piece - 1)->end;
    bool begins = piece->leaf >= 0;

    if (piece->leaf != rewriter->leaf &&
        !pass_leaf(rewriter, begins ? piece->leaf : rewriter->leaf, begins, at))
        return false;
    if (!rewriter->open)
        open_mark(rewriter, at);
    g_string_append_len(rewriter->out, passage->content->str + start,
                        (gssize) (piece->end - start));
    return true;
}

/* Here stands a passage. It changes the graphics state, of which Cairo knows nothing. */
static bool
pass_passage(Rewriter *rewriter, int number, const char *at)
{
    const Passage *passage = scribe_passage(rewriter->marking->scribe, number);

    if (passage == NULL)
        return fail(rewriter, "a passage is not one of this leaflet");
    if (rewriter->open && rewriter->open_depth != rewriter->depth)
        return fail(rewriter, "a passage stands within something else");
    if (rewriter->open)
        close_mark(rewriter, at);
    copy_to(rewriter, at);
    g_string_append(rewriter->out, "q\n");
    for (guint i = 0; i < passage->pieces->len; i++)
        if (!pass_piece(rewriter, passage, i, at))
            return false;
    if (rewriter->open)
        close_mark(rewriter, at);
    g_string_append(rewriter->out, "Q\n");
    return true;
}

static bool
pass_marker(Rewriter *rewriter, const char *at)
{
    const Marker *marker = &rewriter->marker;

    rewriter->awaits = false;
    if (marker->kind == MARKER_PASSAGE)
        return pass_passage(rewriter, marker->number, at);
    return pass_leaf(rewriter, marker->number, marker->kind == MARKER_BEGIN, at);
}

/* --- operators ----------------------------------------------------------------------------- */

typedef bool (*Handler)(Rewriter *rewriter, Bytes operator);

/* Whatever paints, or begins to: a sequence of marked content cannot be opened in a path. */
static bool
paint(Rewriter *rewriter, Bytes operator)
{
    if (rewriter->awaits)
        return fail(rewriter, "a marker has no square");
    if (rewriter->marking != NULL && !rewriter->open)
        open_mark(rewriter, begin_of(rewriter, operator));
    return true;
}

/* The outermost state only holds the page's clip, which Cairo gives back and takes again. */
static bool
save(Rewriter *rewriter, Bytes operator)
{
    if (rewriter->depth > 0 && !rewriter->awaits && !paint(rewriter, operator))
        return false;
    rewriter->depth++;
    return true;
}

static bool
restore(Rewriter *rewriter, Bytes operator)
{
    if (rewriter->depth == 0)
        return fail(rewriter, "a state is given back that was not saved");
    if (rewriter->open && rewriter->open_depth == rewriter->depth)
        close_mark(rewriter, begin_of(rewriter, operator));
    rewriter->depth--;
    return true;
}

static bool
begin_text(Rewriter *rewriter, Bytes operator)
{
    if (rewriter->in_text)
        return fail(rewriter, "text begins in text");
    rewriter->in_text = true;
    return paint(rewriter, operator);
}

static bool
end_text(Rewriter *rewriter, Bytes operator)
{
    (void) operator;
    if (!rewriter->in_text)
        return fail(rewriter, "text ends that has not begun");
    rewriter->in_text = false;
    return true;
}

static bool
colour(Rewriter *rewriter, Bytes operator)
{
    double rgb[3];

    if (rewriter->operand_count != 3)
        return fail(rewriter, "a colour is broken");
    for (int i = 0; i < 3; i++)
        rgb[i] = bytes_number(rewriter->operands[i]);
    drop(rewriter, operator);
    if (!marker_read(rgb, &rewriter->marker)) {
        colour_write(rewriter->out, rewriter->operands, operator.start[0] == 'R',
                     rewriter->palette);
        return true;
    }
    if (rewriter->marking == NULL || rewriter->awaits || rewriter->in_text)
        return fail(rewriter, "a marker stands where none can");
    rewriter->awaits = true;
    return true;
}

static bool
rectangle(Rewriter *rewriter, Bytes operator)
{
    if (!rewriter->awaits)
        return paint(rewriter, operator);
    drop(rewriter, operator);
    return true;
}

static bool
fill(Rewriter *rewriter, Bytes operator)
{
    if (!rewriter->awaits)
        return true;
    drop(rewriter, operator);
    return pass_marker(rewriter, rewriter->copied);
}

/* Its bytes could hold anything; Cairo puts images beside the content. */
static bool
inline_image(Rewriter *rewriter, Bytes operator)
{
    (void) operator;
    return fail(rewriter, "there is an image in the content");
}

static const struct {
    char name[3];
    Handler handle;
} operators[] = {
    { "q", save },    { "Q", restore }, { "BT", begin_text },   { "ET", end_text },
    { "rg", colour }, { "RG", colour }, { "re", rectangle },    { "f", fill },
    { "m", paint },   { "Do", paint },  { "BI", inline_image }, { "sh", paint },
};

static bool
operate(Rewriter *rewriter, Bytes operator)
{
    for (size_t i = 0; i < G_N_ELEMENTS(operators); i++)
        if (operators[i].name[0] == operator.start[0] && bytes_are(operator, operators[i].name))
            return operators[i].handle(rewriter, operator);
    return true;
}

/* --- the whole ----------------------------------------------------------------------------- */

static bool
rewrite_tokens(Rewriter *rewriter, Lexer lexer)
{
    for (Token token = lex_token(&lexer); token.kind != TOKEN_END; token = lex_token(&lexer)) {
        if (token.kind == TOKEN_STRAY)
            return fail(rewriter, "a bracket is open, or closes nothing");
        if (token.kind != TOKEN_WORD) {
            if (rewriter->operand_count < MOST_OPERANDS)
                rewriter->operands[rewriter->operand_count++] = token.bytes;
            continue;
        }
        if (!operate(rewriter, token.bytes))
            return false;
        rewriter->operand_count = 0;
    }
    return true;
}

bool
content_rewrite(GString *out, Bytes content, const Palette *palette, Marking *marking,
                GError **error)
{
    Lexer lexer = lexer_new(content);
    Rewriter rewriter = { .out = out,
                          .palette = palette,
                          .marking = marking,
                          .copied = lexer.at,
                          .leaf = -1,
                          .error = error };

    if (marking != NULL)
        marking->mcid = 0;
    if (!rewrite_tokens(&rewriter, lexer))
        return false;
    if (rewriter.depth != 0 || rewriter.in_text || rewriter.awaits || rewriter.leaf >= 0)
        return fail(&rewriter, "it ends in the middle of something");
    copy_to(&rewriter, lexer.end);
    if (rewriter.open)
        close_mark(&rewriter, lexer.end);
    return true;
}
