/* output/finish/image.h - a JPEG picture as an object of the file. */
#pragma once
#include "model/picture.h"
#include "output/finish/inks.h"
#include "output/finish/write.h"

/* @inks NULL: for readers, in the screen's colours. For a press with four inks its colours say that
 * they are sRGB; for one with black alone it becomes grey. */
void image_write(const Picture *picture, int number, const InkSet *inks, Writer *writer);
