#!/usr/bin/env python3
"""Draws the common Han characters of some fonts, for the trainer of the confusion model.

Writes one file a font in the format of GNU Unifont's .hex: code point, colon, the bits of a square bitmap, row by row.
The trainer reads such a file of any size; unifont.hex itself will do, with lower quality. Needs Pillow.

    render_glyphs.py OUT_FOLDER NAME=PATH[:INDEX]...
"""
import os
import sys

from PIL import Image, ImageDraw, ImageFont

SIZE = 32


def main():
    folder = sys.argv[1]
    for argument in sys.argv[2:]:
        name, path = argument.split('=', 1)
        path, _, index = path.partition(':')
        font = ImageFont.truetype(path, SIZE - 2, index=int(index or 0))
        missing = bytes(font.getmask('\uffff'))
        with open(os.path.join(folder, name + '.hex'), 'w', encoding='ascii') as out:
            for code in [0x3007, *range(0x4E00, 0x9FA6)]:
                if bytes(font.getmask(chr(code))) == missing:
                    continue
                image = Image.new('L', (SIZE, SIZE), 0)
                ImageDraw.Draw(image).text((SIZE // 2, SIZE // 2), chr(code), font=font, fill=255, anchor='mm')
                bits = ''.join('1' if v > 100 else '0' for v in image.tobytes())
                out.write('%04X:%0*X\n' % (code, SIZE * SIZE // 4, int(bits, 2)))


if __name__ == '__main__':
    main()
