/* Where on a page its words stand. */
#include "readback/listing.h"
#include "readback/parts.h"

typedef struct Word {
    GString *letters;
    PopplerRectangle box; /* y grows downwards */
} Word;

static void
add_letter(Word *word, gunichar c, const PopplerRectangle *box)
{
    if (word->letters->len == 0)
        word->box = *box;
    word->box.x1 = MIN(word->box.x1, box->x1);
    word->box.y1 = MIN(word->box.y1, box->y1);
    word->box.x2 = MAX(word->box.x2, box->x2);
    word->box.y2 = MAX(word->box.y2, box->y2);
    g_string_append_unichar(word->letters, c);
}

static void
end_word(Word *word, int page, double height)
{
    if (word->letters->len > 0) {
        listing_begin("word");
        listing_number(page);
        listing_length(word->box.x1);
        listing_length(height - word->box.y2);
        listing_length(word->box.x2);
        listing_length(height - word->box.y1);
        listing_text(word->letters->str);
        listing_end();
    }
    g_string_truncate(word->letters, 0);
}

void
list_words(const char *text, const PopplerRectangle *boxes, int page, double height)
{
    g_autoptr(GString) letters = g_string_new(NULL);
    Word word = { .letters = letters };
    bool rtl = false;

    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        rtl |= is_mark(c);
        if (is_mark(c) || g_unichar_isspace(c) ||
            (!rtl && letters->len > 0 && stand_apart(boxes - 1, boxes)))
            end_word(&word, page, height);
        if (is_mark(c))
            continue;
        if (!g_unichar_isspace(c))
            add_letter(&word, c, boxes);
        boxes++;
    }
    end_word(&word, page, height);
}
