/* JPEG to pixels, by libjpeg: what it only warns of is an error here, for nobody should find out on
 * paper that half a picture is gray. */
#include "base/jpeg.h"

#include <setjmp.h>
#include <stdio.h> /* jpeglib.h needs it */

#include <jpeglib.h>

typedef struct Decoder {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_error_mgr errors; /* what `jpeg` points to */
    jmp_buf failed;
    char message[JMSG_LENGTH_MAX];
} Decoder;

static G_NORETURN void
stop(j_common_ptr jpeg)
{
    Decoder *decoder = jpeg->client_data;

    jpeg->err->format_message(jpeg, decoder->message);
    longjmp(decoder->failed, 1);
}

/* Levels below 0 are warnings: the data are damaged. */
static void
stop_at_warning(j_common_ptr jpeg, int level)
{
    if (level < 0)
        stop(jpeg);
}

/* Rows that nobody wants are written over each other in @row. */
static void
decode(Decoder *decoder, const guint8 *bytes, size_t length, guint8 *pixels, size_t stride,
       guint8 *row)
{
    struct jpeg_decompress_struct *jpeg = &decoder->jpeg;

    jpeg_create_decompress(jpeg);
    jpeg_mem_src(jpeg, bytes, length);
    jpeg_read_header(jpeg, TRUE);
    jpeg->out_color_space = G_BYTE_ORDER == G_LITTLE_ENDIAN ? JCS_EXT_BGRX : JCS_EXT_XRGB;
    jpeg->dct_method = JDCT_ISLOW;
    jpeg_start_decompress(jpeg);
    while (jpeg->output_scanline < jpeg->output_height) {
        JSAMPROW to = pixels != NULL ? pixels + jpeg->output_scanline * stride : row;

        jpeg_read_scanlines(jpeg, &to, 1);
    }
    jpeg_finish_decompress(jpeg);
}

bool
jpeg_decode(const guint8 *jpeg, size_t length, guint8 *pixels, size_t stride, char **fault)
{
    g_autofree Decoder *decoder = g_new0(Decoder, 1);
    g_autofree guint8 *row = g_malloc(4 * JPEG_MOST_WIDTH);

    decoder->jpeg.err = jpeg_std_error(&decoder->errors);
    decoder->jpeg.client_data = decoder;
    decoder->errors.error_exit = stop;
    decoder->errors.emit_message = stop_at_warning;
    if (setjmp(decoder->failed) == 0)
        decode(decoder, jpeg, length, pixels, stride, row);
    else
        *fault = g_strdup(decoder->message);
    jpeg_destroy_decompress(&decoder->jpeg);
    return *decoder->message == '\0';
}
