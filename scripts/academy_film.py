"""Draw the film of the academy's demo course anew: python scripts/academy_film.py

It lies in demo/company/academy/film and is drawn by demo/art/film.py. Needed only once that
changes, and it needs ffmpeg with libx264, which nothing else here does. Write the captions beside
it (WebVTT, one file a language) by hand.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from demo.art.film import RATE, SIZE, film_frame, film_length  # noqa: E402

TO = ROOT / "demo" / "company" / "academy" / "film" / "three-steps.mp4"


def main() -> None:
    TO.parent.mkdir(exist_ok=True)
    command = [
        *("ffmpeg", "-y", "-loglevel", "error"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", "-s", "{}x{}".format(*SIZE), "-r", str(RATE)),
        *("-i", "-", "-an", "-c:v", "libx264", "-preset", "slow", "-crf", "25"),
        *("-pix_fmt", "yuv420p", "-movflags", "+faststart", str(TO)),
    ]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
        for number in range(film_length()):
            encoder.stdin.write(film_frame(number).convert("RGB").tobytes())
        encoder.stdin.close()
    print(f"{TO.relative_to(ROOT)}: {TO.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
