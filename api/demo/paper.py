"""A page of Chinese as a PDF, in a face that readers of PDF have themselves."""

LEFT, TOP, LEADING = 72, 770, 30
FONT = (
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts["
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo"
    "<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]"
    "/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]"
    "/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>"
)


def a_page(lines: list[str]) -> bytes:
    """A4, one line under the other."""
    shown = "".join(f"<{line.encode('utf-16-be').hex()}>Tj T*\n" for line in lines)
    words = f"BT /F 16 Tf {LEADING} TL {LEFT} {TOP} Td\n{shown}ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>",
        FONT,
        f"<</Length {len(words)}>>stream\n{words}\nendstream",
    ]
    return _numbered(objects)


def _numbered(objects: list[str]) -> bytes:
    """With the table by which a reader finds each of them."""
    written, starts = "%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        starts.append(len(written))
        written += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    size, begins = len(objects) + 1, len(written)
    written += f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    written += f"trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{begins}\n%%EOF\n"
    return written.encode("ascii")
