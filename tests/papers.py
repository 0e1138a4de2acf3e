"""Reading the PDF files that the shop makes."""

from io import BytesIO

from pypdf import PdfReader

# Points, as PDF measures.
LETTER = (612, 792)
A4 = (595, 842)


def text_of(content: bytes) -> str:
    """What is written on all pages, in the order in which it is read; spaces are one space."""
    return " ".join(_pages(content))


def _pages(content: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages]


def text(answer) -> str:
    return text_of(answer.content)


def lines(answer) -> list[str]:
    """As they stand on the pages."""
    reader = PdfReader(BytesIO(answer.content))
    return [line for page in reader.pages for line in page.extract_text().splitlines()]


def pages(answer) -> list[str]:
    return _pages(answer.content)


def sizes(answer) -> list[tuple[int, int]]:
    boxes = [page.mediabox for page in PdfReader(BytesIO(answer.content)).pages]
    return [(round(box.width), round(box.height)) for box in boxes]
