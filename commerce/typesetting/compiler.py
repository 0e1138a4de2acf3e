"""The process that typesets one document. A script without Django, run by ``pdf.typeset``.

It reads a job as JSON from standard input and writes the PDF or PNG to standard output. Its own
process, because typst's cache grows with every document and is never given back, and because a
process can be stopped when it takes too long.
"""

import json
import sys
from pathlib import Path

import typst

FONTS = Path(__file__).parent / "fonts"


def main() -> None:
    job = json.load(sys.stdin.buffer)
    template = Path(job["template"])
    document = typst.compile(
        template,
        format=job["format"],
        # A point of a picture is a pixel.
        ppi=72.0,
        # Templates read no file outside their own folder.
        root=template.parent,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        # A folder without any: packages are neither found nor downloaded (pdf.CLOSED_DOOR).
        package_path=FONTS,
        package_cache_path=FONTS,
        # Text is data that the template reads, and never part of its source.
        sys_inputs={"data": json.dumps(job["data"])},
    )
    sys.stdout.buffer.write(document)


if __name__ == "__main__":
    main()
