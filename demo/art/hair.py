"""Hair of drawn people, around a head 200 wide and 262 high at (0, 0)."""

import random

from .canvas import Drawing, ellipse_path, n
from .colour import shade
from .looks import Person


def hair_back(d: Drawing, who: Person) -> None:
    """Draw the hair that falls behind neck and shoulders."""
    hair, dark = who.hair, shade(who.hair, -0.2)
    shapes = {
        "waves": "M-118 -40C-134 -160 -60 -186 0 -186C66 -186 134 -156 120 -36"
        "C112 30 150 70 138 140C130 196 160 220 140 268C96 300 -96 300 -142 264"
        "C-160 216 -128 190 -140 138"
        "C-152 70 -112 30 -118 -40Z",
        "straight": "M-114 -40C-128 -158 -62 -182 0 -182C62 -182 128 -158 114 -40L126 250"
        "C80 272 -80 272 -126 250Z",
        "braid": "M-112 -40C-124 -156 -60 -180 0 -180C60 -180 124 -156 112 -40"
        "C112 40 126 60 118 96C112 120 92 110 84 60L-84 60C-92 100 -108 90 -108 40Z",
        "bob": "M-118 -40C-130 -158 -64 -184 0 -184C64 -184 132 -158 120 -40C116 20 128 70 116 120"
        "C80 142 -80 142 -118 120C-128 70 -114 20 -118 -40Z",
        "side": "M-114 -40C-126 -160 -58 -184 4 -184C70 -184 126 -156 116 -40C112 40 176 90 170 190"
        "C166 262 120 300 70 296C60 200 60 120 40 60L-100 60Z",
        "bun": "M-106 -40C-118 -152 -58 -172 0 -172C58 -172 118 -152 106 -40L96 40L-96 40Z",
        "pony": "M-108 -40C-122 -156 -60 -178 0 -178C60 -178 120 -156 108 -40L100 40L-96 40Z",
        "scarf": "M-110 -40C-122 -150 -60 -176 0 -176C60 -176 122 -150 110 -40L100 60L-100 60Z",
    }
    if who.style in ("bun", "scarf"):
        d.ellipse(8, -196, 62, 56, hair if who.style == "bun" else who.cloth)
        d.path("M-40 -196C-20 -226 40 -230 58 -196", stroke=shade(hair, 0.2), stroke_width=4,
               stroke_opacity=0.5)  # fmt: skip
    if who.style == "pony":
        d.path("M60 -140C150 -150 178 -60 160 40C156 100 176 150 150 196C120 160 120 100 116 40"
               "C112 -30 100 -80 60 -100Z", dark)  # fmt: skip
    if who.style in ("afro", "curls"):
        rng = random.Random(9)
        big = who.style == "afro"
        ring = "".join(
            ellipse_path(x + rng.uniform(-8, 8), y + rng.uniform(-8, 8), r, r)
            for x, y, r in (
                (-116, -60, 62), (-96, -130, 66), (-40, -172, 70), (34, -176, 70), (98, -134, 66),
                (120, -60, 62), (-122, 10, 54), (126, 12, 54), (0, -110, 120),
                *(((-128, 80, 52), (132, 84, 52), (-120, 140, 46), (124, 144, 46), (-84, 60, 60),
                   (88, 60, 60)) if not big else ((-104, 50, 40), (108, 52, 40))),
            )
        )  # fmt: skip
        d.path(ring, dark)
        return
    if who.style in shapes:
        d.path(shapes[who.style], dark)


def hair_front(d: Drawing, who: Person) -> None:
    """Draw the hair over forehead and temples, with a few lines of light."""
    hair, light = who.hair, shade(who.hair, 0.22)
    parted = (
        "M-106 20C-124 -110 -78 -166 -2 -168C78 -168 126 -112 106 20C100 -20 96 -52 78 -78"
        "C40 -84 6 -98 -14 -126C-30 -92 -62 -74 -84 -64C-96 -40 -102 -14 -106 20Z"
    )
    shapes = {
        "waves": parted,
        "straight": "M-106 60C-122 -110 -76 -164 0 -166C76 -166 122 -110 106 60"
        "C104 -10 92 -60 60 -92C30 -104 12 -112 0 -128C-12 -112 -30 -104 -60 -92"
        "C-92 -60 -104 -10 -106 60Z",
        "bun": "M-102 -20C-112 -120 -64 -160 0 -162C64 -160 112 -120 102 -20C92 -70 62 -104 0 -108"
        "C-62 -104 -92 -70 -102 -20Z",
        "braid": parted,
        "pony": "M-103 -16C-114 -122 -64 -164 2 -164C68 -162 112 -120 103 -16C96 -60 78 -92 40 -106"
        "C0 -90 -60 -84 -84 -56C-94 -44 -100 -32 -103 -16Z",
        "bob": "M-108 60C-124 -108 -76 -166 0 -166C76 -166 124 -108 110 60C112 10 100 -40 88 -64"
        "C30 -58 -30 -62 -86 -74C-98 -36 -104 10 -108 60Z",
        "side": "M-104 10C-122 -112 -70 -168 6 -168C82 -166 124 -110 110 40C104 -10 96 -44 82 -66"
        "C20 -64 -40 -84 -62 -116C-72 -74 -92 -52 -104 10Z",
        "curls": "",
        "afro": "",
        "crop": "M-101 -14C-112 -120 -66 -160 0 -162C66 -160 112 -120 101 -14C97 -44 90 -70 76 -88"
        "C40 -100 -40 -100 -76 -88C-90 -70 -97 -44 -101 -14Z",
        "quiff": "M-101 -6C-112 -96 -88 -150 -30 -164C30 -186 104 -160 108 -96"
        "C106 -60 104 -30 101 -6C96 -40 90 -62 78 -80C30 -74 -20 -92 -52 -112"
        "C-70 -92 -94 -60 -101 -6Z",
        "waves_short": "M-102 0C-124 -60 -110 -140 -58 -156C-20 -190 40 -184 66 -158"
        "C116 -142 122 -60 102 0C98 -34 92 -56 80 -72C56 -66 40 -92 10 -82"
        "C-16 -96 -40 -70 -78 -80C-92 -56 -98 -34 -102 0Z",
        "grey_side": "M-100 0C-112 -116 -66 -158 6 -160C74 -158 110 -112 100 0C96 -40 88 -66 72 -86"
        "C20 -84 -40 -96 -58 -116C-72 -84 -92 -60 -100 0Z",
    }
    style = who.style
    if style == "bald":
        d.path(
            "M-99 -10C-103 -40 -100 -60 -92 -76C-94 -50 -93 -30 -92 -6Z"
            "M99 -10C103 -40 100 -60 92 -76C94 -50 93 -30 92 -6Z",
            hair,
            fill_opacity=0.6,
        )
        return
    if style in ("curls", "afro", "curls_short"):
        spots = ((-84, -92, 34), (-50, -118, 38), (-6, -128, 40), (40, -122, 38), (80, -96, 34),
                 (-100, -48, 24), (100, -48, 24))  # fmt: skip
        d.path("".join(ellipse_path(x, y, r, r) for x, y, r in spots), hair)
        rings = "".join(f"M{n(x - r * 0.5)} {n(y)}C{n(x - r * 0.5)} {n(y - r * 0.6)} "
                        f"{n(x + r * 0.3)} {n(y - r * 0.7)} {n(x + r * 0.5)} {n(y - r * 0.2)}"
                        for x, y, r in spots)  # fmt: skip
        d.line(rings, light, 3, stroke_opacity=0.5)
        return
    if style == "scarf":
        d.path("M-104 -6C-122 -120 -66 -168 0 -168C66 -168 122 -120 104 -6C96 -56 60 -92 0 -94"
               "C-60 -92 -96 -56 -104 -6Z", who.cloth)  # fmt: skip
        for k in range(3):
            d.path(f"M-98 {-40 - 20 * k}C-70 {-110 - 14 * k} 50 {-124 - 14 * k} 98 {-40 - 20 * k}",
                   stroke=shade(who.cloth, 0.3), stroke_width=3, stroke_opacity=0.6)  # fmt: skip
        return
    d.path(shapes[style], hair)
    if style in ("waves", "straight", "braid", "bob", "side", "pony", "bun"):
        d.line("M-92 -50C-92 -104 -58 -142 -16 -148M-98 -30C-100 -90 -74 -130 -44 -144", light, 4,
               stroke_opacity=0.5)  # fmt: skip
    else:
        d.line("M-80 -108C-60 -138 -20 -150 20 -148", light, 4, stroke_opacity=0.45)
    if style == "braid":
        for k in range(6):
            d.ellipse(
                112 - 2 * k, 80 + 36 * k, 27 - 1.5 * k, 32, hair if k % 2 else shade(hair, 0.05)
            )
            d.line(f"M{92 - 2 * k} {70 + 36 * k}C{106 - 2 * k} {92 + 36 * k} {124 - 2 * k} "
                   f"{88 + 36 * k} {132 - 2 * k} {68 + 36 * k}", shade(hair, -0.35), 2.4,
                   stroke_opacity=0.6)  # fmt: skip
        d.ellipse(100, 296, 12, 14, who.cloth)
