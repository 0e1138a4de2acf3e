"""The house mark: RAÍZ, whose accent is a leaf; as outlines, so it needs no font."""

from .canvas import n
from .colour import CLAY, INK, PAPER

# Outlines of Fraunces (OFL), y upwards, 1400 units of cap height: (advance, path).
_LETTERS = {
    "R": (
        1279,
        "M1157 922Q1157 824 1117 744Q1076 665 1003 612Q929 559 830 539Q801 534 777 529Q752 524 725 "
        "520Q699 517 663 517Q605 517 549 525Q493 534 445 551Q398 567 361 592L368 658Q406 632 450 "
        "618Q494 603 540 598Q585 593 624 593Q774 593 860 678Q946 764 946 922Q946 1039 895 1131Q844 "
        "1223 751 1275Q659 1328 532 1328H422V141Q422 117 433 104Q443 91 466 85L538 71Q554 66 562 "
        "57Q570 48 570 34Q570 0 530 0H108Q89 0 78 9Q68 18 68 34Q68 61 99 72L168 84Q193 91 204 104Q"
        "215 117 215 141V1263Q215 1285 204 1297Q192 1309 168 1316L99 1328Q68 1339 68 1366Q68 1382 "
        "78 1391Q89 1400 108 1400H538Q735 1400 874 1338Q1012 1277 1085 1169Q1157 1061 1157 922ZM"
        "677 558 875 584 1139 137Q1159 105 1179 93Q1200 81 1232 73Q1258 67 1267 58Q1277 50 1277 34"
        "Q1277 18 1267 9Q1257 0 1237 0H869Q830 0 830 34Q830 46 837 53Q843 60 856 64L907 73Q926 78 "
        "929 92Q931 105 917 132Z",
    ),
    "A": (
        1252,
        "M289 561H845L851 488H283ZM367 34Q367 18 357 9Q348 0 328 0H41Q21 0 11 9Q2 18 2 34Q2 47 9 "
        "55Q17 63 30 69L70 82Q96 91 112 114Q128 136 145 191L474 1252Q485 1287 476 1302Q468 1318 "
        "438 1327Q417 1335 407 1344Q396 1352 396 1366Q396 1383 407 1391Q417 1400 437 1400H806Q825 "
        "1400 836 1391Q846 1382 846 1366Q846 1352 836 1344Q826 1335 805 1328Q778 1321 772 1310Q766 "
        "1299 775 1269L1132 159Q1145 117 1163 99Q1182 81 1213 72Q1232 65 1240 56Q1247 48 1247 34Q"
        "1247 19 1237 10Q1227 0 1207 0H843Q823 0 813 9Q803 18 803 34Q803 48 811 56Q820 65 835 70L"
        "898 79Q919 84 923 101Q927 118 916 155L550 1310L575 1325L226 200Q215 164 218 140Q220 116 "
        "236 102Q251 88 278 80L336 69Q352 64 360 56Q367 47 367 34Z",
    ),
    "I": (
        631,
        "M419 138Q419 116 430 104Q441 91 466 85L535 72Q566 61 566 34Q566 18 556 9Q546 0 526 0H105Q"
        "85 0 75 9Q65 18 65 34Q65 61 96 72L165 85Q189 91 200 104Q212 116 212 138V1263Q212 1285 201 "
        "1297Q191 1309 168 1315L96 1328Q65 1339 65 1366Q65 1382 75 1391Q85 1400 105 1400H526Q546 "
        "1400 556 1391Q566 1382 566 1366Q566 1339 535 1328L462 1315Q440 1309 429 1297Q419 1285 419 "
        "1263Z",
    ),
    "Z": (
        1129,
        "M1045 1314 267 34 177 71H750Q791 71 823 79Q854 88 880 111Q906 134 930 175Q955 216 982 280"
        "L1016 382Q1024 401 1035 407Q1046 413 1061 410Q1075 408 1081 394Q1087 381 1082 360L1016 24"
        "Q1010 -3 999 -15Q989 -27 968 -27Q954 -27 940 -20Q927 -13 911 -7Q896 0 875 0H86Q67 0 57 11"
        "Q47 22 47 39Q47 53 53 66Q59 80 68 94L847 1371L873 1329H393Q346 1329 312 1313Q278 1297 251 "
        "1261Q224 1225 199 1164L167 1077Q158 1055 145 1047Q132 1039 115 1042Q100 1046 94 1058Q89 "
        "1070 92 1090L152 1381Q157 1407 168 1419Q180 1431 198 1431Q215 1431 228 1423Q242 1416 257 "
        "1408Q272 1400 294 1400H1024Q1044 1400 1054 1391Q1064 1381 1064 1366Q1064 1354 1060 1342Q"
        "1055 1329 1045 1314Z",
    ),
}
_TRACK = 300
_CAP = 1400
#: Width ÷ cap height of the wordmark.
WORDMARK_RATIO = (sum(width for width, _ in _LETTERS.values()) + 3 * _TRACK) / _CAP
# The leaf that stands for the accent, in letter units above the I (y upwards).
_LEAF = "M190 1560C230 1860 470 2010 780 2000C760 1730 560 1560 190 1560Z"
_LEAF_VEIN = "M215 1580C400 1690 560 1810 690 1925"


def wordmark(cx: float, baseline: float, cap: float, *, ink: str, accent: str) -> str:
    """Return SVG markup of the wordmark, centred on ``cx``, ``cap`` units high."""
    scale = cap / _CAP
    x = cx - WORDMARK_RATIO * cap / 2
    parts = []
    for letter, (width, path) in _LETTERS.items():
        parts.append(
            f'<g transform="translate({n(x)} {n(baseline)}) scale({scale:.5f} {-scale:.5f})">'
            f'<path d="{path}" fill="{ink}"/>'
        )
        if letter == "I":
            parts.append(f'<path d="{_LEAF}" fill="{accent}"/>')
            if cap > 26:
                parts.append(
                    f'<path d="{_LEAF_VEIN}" fill="none" stroke="{ink}" stroke-opacity="0.35" '
                    'stroke-width="34" stroke-linecap="round"/>'
                )
        parts.append("</g>")
        x += (width + _TRACK) * scale
    return "".join(parts)


def sprout(cx: float, ground: float, height: float, *, stroke: str, width: float) -> str:
    """Return the sprout sign: two leaves above the ground, three roots below.

    ``ground`` is where stem meets roots; ``height`` is the part above it.
    """
    h = height
    return (
        f'<g transform="translate({n(cx)} {n(ground)}) scale({h / 100:.4f})" fill="none" '
        f'stroke="{stroke}" stroke-width="{n(width * 100 / h)}" stroke-linecap="round" '
        'stroke-linejoin="round">'
        '<path d="M0 0C2 -30 0 -50 0 -62"/>'
        '<path d="M0 -46C-34 -46 -54 -66 -56 -98C-22 -98 -2 -78 0 -46Z"/>'
        '<path d="M0 -58C2 -84 20 -100 50 -102C50 -74 30 -58 0 -58Z"/>'
        '<path d="M0 0C0 16 -2 28 0 44M0 8C-8 22 -22 24 -34 38M0 8C8 22 22 24 34 38"/></g>'
    )


def logo_svg(*, ink: str = INK, accent: str = CLAY) -> str:
    """Return the wordmark as a standalone SVG document, cropped to its ink."""
    cap = 70.0
    width = WORDMARK_RATIO * cap
    # The letters' own side bearings are trimmed; the leaf needs 30 units above the capitals.
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {n(width)} 106" '
        f'width="{n(width)}" height="106" role="img" aria-label="Raíz">'
        f"{wordmark(width / 2, 103, cap, ink=ink, accent=accent)}</svg>"
    )


def favicon_svg(*, ground: str = CLAY, ink: str = PAPER) -> str:
    """Return the sprout on a round ground as a standalone SVG document, 64 units square."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">'
        f'<circle cx="32" cy="32" r="32" fill="{ground}"/>'
        f"{sprout(32, 41, 27, stroke=ink, width=2.6)}</svg>"
    )
