"""A PDF of one or two pages with real text: searchable, and tagged for screen readers.

Just enough of PDF 1.7 (ISO 32000-1) for headings, paragraphs and numbered steps, in the
standard Helvetica, whose widths every reader knows. The colours are the house's.
"""

from dataclasses import dataclass

from PIL import ImageFont

from demo.art.canvas import FONT_DIR

WIDTH, HEIGHT = 595, 842  # A4, in points
MARGIN, TOP = 64, 84
INK, CLAY = "0.118 0.153 0.129", "0.659 0.282 0.122"


@dataclass(frozen=True)
class Style:
    """How a block is set: structure tag, font, size, leading, space before, colour, indent."""

    tag: str
    font: str
    size: float
    leading: float
    before: float
    colour: str = INK
    indent: float = 0


TITLE = Style("H1", "F2", 24, 30, 0, CLAY)
SUBTITLE = Style("H2", "F2", 14, 20, 18, CLAY)
BODY = Style("P", "F1", 11, 16, 8)
STEP = Style("P", "F1", 11, 16, 6, indent=14)
NOTE = Style("P", "F1", 9, 13, 24)


class Leaflet:
    """Text from top to bottom; a new page begins where one is full."""

    def __init__(self, *, title: str, language: str, author: str):
        self.title, self.language, self.author = title, language, author
        self.pages: list[list[str]] = [[]]
        # (tag, page, mark) of every block, for the structure tree.
        self.marks: list[tuple[str, int, int]] = []
        self.y = HEIGHT - TOP

    def heading(self, text: str) -> None:
        self._block(text, TITLE)

    def subheading(self, text: str) -> None:
        self._block(text, SUBTITLE)

    def paragraph(self, text: str) -> None:
        self._block(text, BODY)

    def steps(self, texts: list[str]) -> None:
        for number, text in enumerate(texts, start=1):
            self._block(f"{number}. {text}", STEP)

    def note(self, text: str) -> None:
        self._block(text, NOTE)

    def _block(self, text: str, style: Style) -> None:
        lines = _wrap(text, style.size, WIDTH - 2 * MARGIN - style.indent)
        if self.y - style.before - style.leading * len(lines) < MARGIN:
            self.pages.append([])
            self.y = HEIGHT - TOP
        self.y -= style.before
        page = len(self.pages) - 1
        mark = sum(other == page for _tag, other, _mark in self.marks)
        self.marks.append((style.tag, page, mark))
        commands = [
            f"/{style.tag} <</MCID {mark}>> BDC BT /{style.font} {style.size} Tf {style.colour} rg",
            f"{style.leading} TL {MARGIN + style.indent} {self.y - style.size:.1f} Td",
            *(f"({_escape(line)}) Tj T*" for line in lines),
            "ET EMC",
        ]
        self.pages[-1].append("\n".join(commands))
        self.y -= style.leading * len(lines)

    def to_bytes(self) -> bytes:
        """The document. The same text gives the same bytes."""
        objects: dict[int, bytes] = {}
        count = len(self.pages)
        first_page, first_block = 10, 10 + 2 * count
        page_ids = [first_page + 2 * number for number in range(count)]
        block_ids = [first_block + number for number in range(len(self.marks))]
        objects[1] = (
            f"<</Type/Catalog/Pages 2 0 R/Lang({self.language})/MarkInfo<</Marked true>>"
            "/StructTreeRoot 6 0 R/ViewerPreferences<</DisplayDocTitle true>>>>"
        ).encode()
        objects[2] = f"<</Type/Pages/Count {count}/Kids[{_refs(page_ids)}]>>".encode()
        for number, (name, base) in {3: ("F1", "Helvetica"), 4: ("F2", "Helvetica-Bold")}.items():
            objects[number] = (
                f"<</Type/Font/Subtype/Type1/Name/{name}/BaseFont/{base}/Encoding/WinAnsiEncoding>>"
            ).encode()
        objects[5] = b"<</Title " + _utf16(self.title) + b"/Author " + _utf16(self.author) + b">>"
        objects[6] = b"<</Type/StructTreeRoot/K 7 0 R/ParentTree 8 0 R>>"
        objects[7] = f"<</Type/StructElem/S/Document/P 6 0 R/K[{_refs(block_ids)}]>>".encode()
        parents = []
        for number in range(count):
            own = [pk for pk, mark in zip(block_ids, self.marks, strict=True) if mark[1] == number]
            parents.append(f"{number} [{_refs(own)}]")
        objects[8] = f"<</Nums[{' '.join(parents)}]>>".encode()
        objects[9] = b"<</Font<</F1 3 0 R/F2 4 0 R>>>>"
        for number, (page_id, blocks) in enumerate(zip(page_ids, self.pages, strict=True)):
            objects[page_id] = (
                f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Resources 9 0 R"
                f"/Contents {page_id + 1} 0 R/StructParents {number}/Tabs/S>>"
            ).encode()
            content = "\n".join(blocks).encode("cp1252", "replace")
            objects[page_id + 1] = (
                f"<</Length {len(content)}>>\nstream\n".encode() + content + b"\nendstream"
            )
        for pk, (tag, page, mark) in zip(block_ids, self.marks, strict=True):
            objects[pk] = (
                f"<</Type/StructElem/S/{tag}/P 7 0 R/Pg {page_ids[page]} 0 R/K {mark}>>".encode()
            )
        return _assemble(objects)


def _wrap(text: str, size: float, width: float) -> list[str]:
    """Lines that fit, measured in the house's sans: as wide as Helvetica, give or take a little."""
    font = ImageFont.truetype(str(FONT_DIR / "InstrumentSans-Medium.ttf"), 100)
    width *= 0.95
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) * size / 100 > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def _escape(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _refs(ids: list[int]) -> str:
    return " ".join(f"{pk} 0 R" for pk in ids)


def _utf16(text: str) -> bytes:
    return b"<" + ("\ufeff" + text).encode("utf-16-be").hex().encode() + b">"


def _assemble(objects: dict[int, bytes]) -> bytes:
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    offsets = {}
    for number in sorted(objects):
        offsets[number] = len(out)
        out += f"{number} 0 obj\n".encode() + objects[number] + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n".encode()
    for number in range(1, size):
        out += f"{offsets[number]:010} 00000 n \n".encode()
    out += f"trailer\n<</Size {size}/Root 1 0 R/Info 5 0 R>>\n".encode()
    out += f"startxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
