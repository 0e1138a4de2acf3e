"""The drawing code of the demo company: everything renders, and the same way each time."""

from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from demo import art
from demo.art import canvas, lettering

SMALL = (160, 200)
REQUIRED_SHAPES = {
    "dropper", "pump", "bottle", "spray", "jar", "tube", "stick", "pencil", "palette", "compact",
    "nail", "sachet", "tin", "soap", "candle", "textile_robe", "textile_band", "textile_bag",
    "box_set",
}  # fmt: skip
REQUIRED_SCENES = {
    "hero_home", "hero_face", "hero_body", "hero_hair", "hero_makeup", "hero_fragrance",
    "hero_ritual", "story_origin", "story_garden", "story_lab", "story_community", "join",
    "contact", "gift", "ingredients_1", "ingredients_2", "ingredients_3", "ingredients_4",
    "season_banner", "story_skin_cream", "story_skin_oil", "story_skin_tint", "story_skin_blush",
}  # fmt: skip
EVERY_VIEW = [(shape, view) for shape, views in art.CATALOGUE_SHAPES.items() for view in views]


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image.convert("RGB")


def product(**changes) -> bytes:
    what = {
        "shape": "dropper",
        "colour": "#A8481F",
        "tint": "#EFDFD3",
        "name": "Sérum de noche con achiote",
        "size": SMALL,
        "detail": "30 ml",
    } | changes
    return art.product_picture(**what)


def difference(first: bytes, second: bytes) -> float:
    """Return the mean difference of two pictures, 0–255."""
    delta = ImageChops.difference(opened(first), opened(second))
    return sum(ImageStat.Stat(delta).mean) / 3


def test_every_promised_shape_and_scene_is_there():
    assert set(art.CATALOGUE_SHAPES) >= REQUIRED_SHAPES
    assert set(art.SCENES) >= REQUIRED_SCENES
    assert all(len(views) >= 3 for views in art.CATALOGUE_SHAPES.values())


@pytest.mark.parametrize(("shape", "view"), EVERY_VIEW)
def test_a_shape_renders_in_each_view_and_shows_its_colour(shape, view):
    # given one product in two shades
    warm = product(shape=shape, view=view, colour="#B5482F")
    cool = product(shape=shape, view=view, colour="#3E5A6B")
    # then it has the size asked for, is no flat plate, and the shade makes the picture
    image = opened(warm)
    assert image.size == SMALL
    assert max(ImageStat.Stat(image).stddev) > 8
    assert difference(warm, cool) > 0.5


@pytest.mark.parametrize("shape", sorted(REQUIRED_SHAPES))
def test_views_of_one_shape_differ(shape):
    views = art.CATALOGUE_SHAPES[shape]
    pictures = {view: product(shape=shape, view=view) for view in views}
    assert len(set(pictures.values())) == len(views)


@pytest.mark.parametrize("view", ["front", "texture", "group"])
def test_the_same_arguments_give_the_same_bytes(view):
    assert product(view=view) == product(view=view)


def test_the_ground_follows_the_tint():
    pale = opened(product(tint="#F4EEE3")).getpixel((4, 196))
    dark = opened(product(tint="#7A8A72")).getpixel((4, 196))
    assert sum(pale) > sum(dark) + 60


@pytest.mark.parametrize("colour", ["#FFFFFF", "#000000", "#F7F3EA", "#1B1B1B", "#FF0000", "#abc"])
@pytest.mark.parametrize("shape", ["dropper", "tube", "stick", "palette", "textile_robe"])
def test_extreme_colours_render(shape, colour):
    assert opened(product(shape=shape, colour=colour)).size == SMALL


@pytest.mark.parametrize("size", [(400, 400), (600, 300), (200, 500), (1, 1)])
def test_any_proportion_is_filled(size):
    image = opened(product(size=size))
    assert image.size == size
    # A corner that nothing covers would be white.
    assert image.getpixel((0, 0)) != (255, 255, 255)


def test_long_empty_and_marked_up_names_render():
    for name in (
        "", "X", "Crema restauradora de manos y uñas con manteca de cacao y aceite de achiote",
        "Té <verde> & \"menta\" 'fresca'", "Ñandú · Größe · Łódź",
    ):  # fmt: skip
        assert opened(product(name=name)).size == SMALL


def test_a_full_picture_weighs_little():
    data = product(size=(1200, 1500), view="front")
    assert opened(data).size == (1200, 1500)
    assert len(data) < 250_000
    busiest = product(shape="textile_band", size=(1200, 1500), view="texture")
    assert len(busiest) < 250_000


@pytest.mark.parametrize(
    "wrong",
    [
        {"shape": "barrel"},
        {"view": "from below"},
        {"view": "open"},
        {"colour": "clay"},
        {"tint": "#12"},
        {"size": (0, 300)},
    ],
)
def test_what_cannot_be_drawn_is_refused(wrong):
    with pytest.raises(ValueError, match=r"."):
        product(**wrong)


@pytest.mark.parametrize("key", art.SCENES)
def test_a_scene_renders_wide_and_tall_the_same_way_each_time(key):
    wide = art.scene(key, size=(400, 240))
    assert opened(wide).size == (400, 240)
    assert wide == art.scene(key, size=(400, 240))
    assert opened(art.scene(key, size=(240, 320))).size == (240, 320)


@pytest.mark.parametrize("key", [key for key in art.SCENES if not key.startswith("story_")])
def test_a_scene_keeps_its_left_calm(key):
    # given the part that words will stand on
    image = opened(art.scene(key, size=(500, 300))).convert("L").crop((0, 15, 190, 165))
    # then it is light enough for ink and has no busy detail
    stat = ImageStat.Stat(image)
    assert stat.extrema[0][0] > 185
    assert stat.stddev[0] < 16


@pytest.mark.parametrize("key", ["hero_face", "hero_body", "season_banner", "gift"])
def test_what_a_centred_scene_shows_is_whole_where_its_sides_are_cut_off(key):
    # given the panel's picture, cut to 4:3 as the menu does
    image = opened(art.scene(key, size=(640, 360), centred=True)).convert("L")
    edges = image.filter(ImageFilter.FIND_EDGES).point(lambda value: 255 if value > 40 else 0)
    left, _, right, _ = edges.crop((4, 4, 636, 356)).getbbox()
    # then what there is to see is inside, as far from one side as from the other
    assert left > 80 and right < 560
    assert abs((left + right) / 2 - 320) < 45


def test_unknown_scenes_and_empty_sizes_are_refused():
    with pytest.raises(ValueError, match="unknown scene"):
        art.scene("hero_nobody")
    with pytest.raises(ValueError, match="size"):
        art.scene("hero_home", size=(0, 10))
    with pytest.raises(ValueError, match="size"):
        art.portrait("ana", size=(10, 0))
    with pytest.raises(ValueError, match="size"):
        art.og_card("Raíz", size=(0, 0))


def test_portraits_are_stable_and_people_differ():
    # given twenty-four people
    seeds = [f"{kind}:{number}" for number in range(12) for kind in "fm"]
    faces = {seed: art.portrait(seed, size=(160, 160)) for seed in seeds}
    # then each is drawn the same way twice, and no two alike
    assert faces["f:3"] == art.portrait("f:3", size=(160, 160))
    pairs = [(a, b) for a in seeds for b in seeds if a < b]
    assert min(difference(faces[a], faces[b]) for a, b in pairs) > 2


def test_the_logo_and_the_sign_are_plain_svg_without_fonts():
    for document in (art.logo_svg(ink="#123456", accent="#A8481F"), art.favicon_svg()):
        root = ElementTree.fromstring(document)
        assert root.tag.endswith("svg")
        assert "<text" not in document
        assert canvas.rasterise(document).startswith(b"\x89PNG")
    assert "#123456" in art.logo_svg(ink="#123456", accent="#A8481F")


def test_a_sharing_card_carries_its_title():
    card = art.og_card("Cosmética botánica")
    assert opened(card).size == (1200, 630)
    assert difference(card, art.og_card("Únete")) > 0.2


def test_a_label_fits_its_space():
    size, lines = lettering.fit(
        "Aceite corporal de achiote y cacao", width=200, height=90, largest=60, lines=3
    )
    widest = max(lettering.width_of(line, lettering.SERIF, size) for line in lines)
    assert widest <= 200.5
    assert len(lines) * size * 1.14 <= 90.5
    assert " ".join(lines) == "Aceite corporal de achiote y cacao"


def test_the_typefaces_ship_with_their_licence():
    fonts = Path(art.__file__).parent / "fonts"
    assert sum(path.stat().st_size for path in fonts.glob("*.ttf")) < 400_000
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL-Fraunces.txt").read_text().upper()
    assert (fonts / "OFL-InstrumentSans.txt").exists()
