"""What can be said of the front end's files without a browser."""

import gzip
import re

import pytest
from django.conf import settings

from cms.content.typefaces import STACKS, Typeface

STATIC = settings.ROOT / "static"
TEMPLATES = [
    path
    for folder in ("site", "commerce")
    for path in (settings.ROOT / folder).glob("**/templates/**/*.html")
]
SHOP_TEMPLATES = [
    path
    for path in TEMPLATES
    if not {"admin", "mail", "merchandising", "messages"} & set(path.parts)
]


def compressed(paths):
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in paths)


def name_of(path):
    return str(path.relative_to(settings.ROOT))


def test_styles_stay_within_the_budget_of_a_first_view():
    assert compressed((STATIC / "css").glob("*.css")) <= 40 * 1024


def test_scripts_stay_within_the_budget_of_a_first_view():
    scripts = [*(STATIC / "js").glob("*.js"), STATIC / "vendor" / "htmx.min.js"]

    assert compressed(scripts) <= 60 * 1024


def test_every_stylesheet_is_in_a_layer_so_that_the_brand_wins():
    """Only @font-face and the layers' order stand outside; the brand's sheet has no layer."""
    for path in (STATIC / "css").glob("*.css"):
        css = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
        depth = 0
        for line in css.splitlines():
            if depth == 0 and line.strip():
                assert re.match(r"@layer|@font-face|\}", line.strip()), f"{path.name}: {line}"
            depth += line.count("{") - line.count("}")
        assert depth == 0, f"{path.name} closes as many braces as it opens"


def test_every_file_that_a_stylesheet_names_is_there():
    for path in (STATIC / "css").glob("*.css"):
        for address in re.findall(r'url\("([^"]+)"\)', path.read_text()):
            assert (path.parent / address).resolve().is_file(), f"{path.name}: {address}"


def test_every_script_that_a_script_loads_is_there():
    for path in (STATIC / "js").glob("*.js"):
        for address in re.findall(r'(?:from|import)[ (]+"(\./[^"]+)"', path.read_text()):
            assert (path.parent / address).is_file(), f"{path.name}: {address}"


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_components_and_icons_that_a_template_names_exist(path):
    text = path.read_text()
    icons = re.findall(r'symbol id="([^"]+)"', (STATIC / "icons.svg").read_text())

    for name in re.findall(r'include "((?:components|mail|patterns)/[^"]+)"', text):
        assert (settings.ROOT / "site" / "templates" / name).is_file(), name
    for name in re.findall(r'components/icon\.html" with name="([^"]+)"', text):
        assert name in icons, name


@pytest.mark.parametrize("path", SHOP_TEMPLATES, ids=name_of)
def test_shop_templates_hold_nothing_that_the_policy_refuses(path):
    text = re.sub(r"{% comment %}.*?{% endcomment %}", "", path.read_text(), flags=re.S)

    assert not re.search(r"\sstyle=", text), "a style attribute"
    assert not re.search(r"\son[a-z]+=\"", text), "an event attribute"
    assert "<style" not in text
    for tag in re.findall(r"<script[^>]*>", text):
        assert "src=" in tag or "json" in tag, tag


def channel(value):
    value /= 255
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def contrast(one, other):
    """The ratio of WCAG 2 between two #rrggbb colours."""

    def luminance(colour):
        red, green, blue = (channel(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(colour, share, other):
    """color-mix(in srgb, colour share, other)."""
    return "#" + "".join(
        f"{round(int(colour[i : i + 2], 16) * share + int(other[i : i + 2], 16) * (1 - share)):02x}"
        for i in (1, 3, 5)
    )


def token(name):
    text = (STATIC / "css" / "tokens.css").read_text()
    value = re.search(rf"--{name}: (#\w+);", text).group(1)
    return "#" + "".join(digit * 2 for digit in value[1:]) if len(value) == 4 else value


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("brand-ink", "brand-paper"),
        ("brand-ink", "brand-sand"),
        ("brand-ink", "brand-blush"),
        ("brand-accent", "brand-paper"),
        ("brand-on-accent", "brand-accent"),
        ("brand-on-leaf", "brand-leaf"),
        ("brand-leaf", "brand-paper"),
        ("color-success", "brand-paper"),
        ("color-warning", "brand-paper"),
        ("color-danger", "brand-paper"),
    ],
)
def test_text_colours_reach_aa(text, ground):
    assert contrast(token(text), token(ground)) >= 4.5


def test_quiet_text_reaches_aa_and_borders_can_be_seen():
    ink, paper = token("brand-ink"), token("brand-paper")

    assert contrast(mix(ink, 0.74, paper), paper) >= 4.5
    assert contrast(mix(ink, 0.74, paper), token("brand-sand")) >= 4.5
    assert contrast(mix(ink, 0.58, paper), paper) >= 3
    assert contrast(mix(ink, 0.58, paper), token("brand-sand")) >= 3


def test_what_stands_in_for_a_typeface_is_declared_and_the_same_in_both_places():
    tokens = (STATIC / "css/tokens.css").read_text()
    declared = set(re.findall(r'font-family: "([^"]+)"', tokens))
    for name, typeface in (
        ("font-display", Typeface.FRAUNCES),
        ("font-text", Typeface.INSTRUMENT),
    ):
        stack = STACKS[typeface]
        assert f"--brand-{name}: {stack};" in tokens
        assert set(re.findall(r'"([^"]+)"', stack)) <= declared
