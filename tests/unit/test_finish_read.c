/* Files in, objects out: both kinds of reference tables, and what is broken. */
#include "output/finish/read.h"
#include "output/finish/write.h"

#include "test_finish_file.h"

static Source *
read_file(const GString *file, GError **error)
{
    return source_read((Bytes){ file->str, file->len }, error);
}

static const char *const good[] = {
    "1 0 obj\n<< /Type /Catalog /Kids [2 0 R (a \\) b) <0af>] >>\nendobj",
    "2 0 obj\n<< /Length 3 0 R >>\nstream\nBT ET\nendstream\nendobj",
    "3 0 obj\n   5\nendobj",
    NULL,
};
static const char good_trailer[] = "<< /Size %d /Root 1 0 R >>";

static void
test_a_table_of_lines_is_read(void)
{
    g_autoptr(GString) file = classic(good, good_trailer);
    g_autoptr(GError) error = NULL;
    g_autoptr(Source) source = read_file(file, &error);
    Bytes plain;

    g_assert_no_error(error);
    g_assert_cmpint(source->count, ==, 4);
    g_assert_true(dict_says(source_find(source, source->trailer, "/Root"), "/Type", "/Catalog"));
    g_assert_true(source->objects[3].is_length);
    g_assert_true(source_inflate(source, 2, &plain, &error));
    g_assert_true(bytes_are(plain, "BT ET"));
    g_assert_false(source_inflate(source, 1, &plain, &error));
}

/* What Cairo 1.18 writes has the form that the writer's own files have. */
static void
test_streams_of_objects_and_references_are_read(void)
{
    g_autoptr(Writer) writer = writer_new(3, "1.7");
    g_autoptr(GError) error = NULL;
    g_autofree char *text = g_strnfill(500, 'a');

    g_string_append(writer_begin(writer, 2), "<</Type/Catalog>>");
    writer_add_plain(writer, 1, (Bytes){ "/Key (a\0b)", 11 }, bytes_of(text));
    g_string_append(writer_begin(writer, writer_reserve(writer)), "[2 0 R]");
    g_autoptr(GBytes) file = writer_finish(writer, 2, 0);
    Bytes bytes, plain;
    bytes.start = g_bytes_get_data(file, &bytes.size);
    g_autoptr(Source) source = source_read(bytes, &error);
    g_assert_no_error(error);
    g_assert_true(dict_says(source_find(source, source->trailer, "/Root"), "/Type", "/Catalog"));
    g_assert_true(bytes_are(source->objects[4].value, "[2 0 R]"));
    g_assert_cmpint(dict_find(source->objects[1].value, "/Key").size, ==, strlen("(a_b)"));
    g_assert_true(source_inflate(source, 1, &plain, &error));
    g_assert_true(bytes_are(plain, text));
}

static void
assert_refused(const GString *file)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Source) source = read_file(file, &error);

    g_assert_null(source);
    g_assert_nonnull(error);
    g_assert_true(g_str_has_prefix(error->message, "the drawing library's PDF: "));
}

static void
test_half_a_file_is_refused(void)
{
    g_autoptr(GString) file = classic(good, good_trailer);

    while (file->len > 0) {
        g_string_truncate(file, file->len - 1);
        if (!g_str_has_suffix(file->str, "%%EOF"))
            assert_refused(file);
    }
}

static void
test_absurd_numbers_are_refused(void)
{
    static const char *const trailers[] = {
        "<< /Size 99999999999999999999 >>",
        "<< /Size -1 >>",
        "<< /Size 3 >>",
        "<< >>",
        "<<",
        "",
    };
    static const char *const streams[] = {
        "2 0 obj\n<< /Length 99999999999999999999 >>\nstream\nBT ET\nendstream\nendobj",
        "2 0 obj\n<< /Length -1 >>\nstream\nBT ET\nendstream\nendobj",
        "2 0 obj\n<< /Length 4 >>\nstream\nBT ET\nendstream\nendobj",
        "2 0 obj\n<< /Length 2 0 R >>\nstream\nBT ET\nendstream\nendobj",
        "2 0 obj\n<< /Length 7 0 R >>\nstream\nBT ET\nendstream\nendobj",
        "2 0 obj\n<< >>\nstream\nBT ET\nendstream\nendobj",
        "7 0 obj\n<< >>\nendobj",
        "2 0 obj\n<< (\nendobj",
        "2 0 obj\n)\nendobj",
        "2 0 obj\n<< /A [ >> ]\nendobj",
    };

    for (size_t i = 0; i < G_N_ELEMENTS(trailers); i++) {
        g_autoptr(GString) file = classic(good, trailers[i]);
        assert_refused(file);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(streams); i++) {
        const char *objects[] = { good[0], streams[i], good[2], NULL };
        g_autoptr(GString) file = classic(objects, good_trailer);
        assert_refused(file);
    }
}

static void
test_numbers_and_texts_are_written_short(void)
{
    g_autoptr(GString) out = g_string_new(NULL);

    write_number(out, 12.3004);
    write_integer(out, " ", -70);
    write_number(out, -0.0001);
    write_reference(out, " ", 12);
    write_number(out, -2.125);
    write_text(out, "a(b)\\");
    write_text(out, "ش");
    g_assert_cmpstr(out->str, ==, "12.3 -700 12 0 R-2.125(a\\(b\\)\\\\)<FEFF0634>");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/finish/read/table", test_a_table_of_lines_is_read);
    g_test_add_func("/finish/read/streams", test_streams_of_objects_and_references_are_read);
    g_test_add_func("/finish/read/half", test_half_a_file_is_refused);
    g_test_add_func("/finish/read/absurd", test_absurd_numbers_are_refused);
    g_test_add_func("/finish/write/values", test_numbers_and_texts_are_written_short);
    return g_test_run();
}
