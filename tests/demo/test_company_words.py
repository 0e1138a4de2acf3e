"""Every text of the demo company: both languages, its voice, its markup."""

import re
from html.parser import HTMLParser

import pytest

import demo.company as company

from .company_walk import ALL_WORDS, LANGUAGES, TREES

HTML_NAMES = {"html", "answer", "transcript"}
HTML_FIELDS = {"description", "how_to_use", "ingredients"}


def is_html(path: str) -> bool:
    last = path.rsplit("/", 1)[-1]
    if path.startswith(("categories", "products")):
        return last.rsplit(".", 1)[-1] in HTML_FIELDS
    if path.startswith("questions"):
        return last.endswith(".intro")
    return path.startswith(("pages", "consent", "academy")) and last in HTML_NAMES


class PlainHTML(HTMLParser):
    """Collects what is wrong with a text's markup."""

    ALLOWED = frozenset({"p", "ul", "li", "strong", "em", "h3", "a"})

    def __init__(self):
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in self.ALLOWED:
            self.faults.append(f"tag {tag}")
        if tag == "a" and [name for name, _ in attrs] != ["href"]:
            self.faults.append("a link holds its href alone")
        if tag != "a" and attrs:
            self.faults.append(f"attributes on {tag}")
        if not self.open and tag not in ("p", "ul", "h3"):
            self.faults.append(f"{tag} outside a block")
        self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"unbalanced {tag}")

    def handle_data(self, data):
        if not self.open:
            self.faults.append(f"loose text {data!r}")


def test_the_walk_reaches_every_area():
    assert len(ALL_WORDS) > 700
    assert {path.split("/")[0].split("[")[0].split(".")[0] for path, _ in ALL_WORDS} == set(TREES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_written(language):
    bare = [path for path, words in ALL_WORDS if not words[language].strip()]
    padded = [path for path, words in ALL_WORDS if words[language] != words[language].strip()]
    assert not bare
    assert not padded


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_shouts(language):
    assert not [path for path, words in ALL_WORDS if re.search("[!¡]|(?i:oops)", words[language])]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pieces_of_text_were_joined_with_their_spaces(language):
    faults = [
        (path, found[0])
        for path, words in ALL_WORDS
        if (
            found := re.search(
                r"\w*[,;:.][A-Za-zÁÉÍÓÚÑáéíóúñ]{3,}|\S*  +\S*| [,.;:]", plain(words[language])
            )
        )
    ]
    assert not faults


def plain(html: str) -> str:
    """The text without its tags, a word in the place of each mail address."""
    text = re.sub(r"</(p|li|h3)>", "\n", html)
    return re.sub(r"[\w.]+@\w+\.example", "mail", re.sub("<[^>]+>", "", text))


SPANISH = re.compile(r"(?i)\b(el|la|los|las|de|que|y|con|para|por|una|un|se|en)\b")
ENGLISH = re.compile(r"(?i)\b(the|of|and|with|for|by|to|you|your|it|is|from|our|that)\b")


def test_each_language_stands_in_its_own_place():
    def leans(text: str) -> int:
        return len(SPANISH.findall(text)) - len(ENGLISH.findall(text))

    long_texts = [
        (path, plain(words.es), plain(words.en))
        for path, words in ALL_WORDS
        if len(words.es) > 90 and "{title}" not in words.es
    ]
    assert len(long_texts) > 180
    assert not [path for path, es, en in long_texts if leans(es) <= leans(en)]


def test_spanish_says_tu_and_english_is_american():
    formal = re.compile(r"(?i)\b(usted|ustedes|vosotros|vuestr[oa]s?|vos)\b")
    british = re.compile(r"(?i)\b(colour|favourite|moistur\w*is\w*|grey|programme|centre)\w*\b")
    assert not [path for path, words in ALL_WORDS if formal.search(words.es)]
    assert not [
        (path, british.search(words.en)[0]) for path, words in ALL_WORDS if british.search(words.en)
    ]


CLAIMS = re.compile(
    r"(?i)\b(cura|curan|sana|sanan|alivia\w*|antiinflamatori\w*|cicatriz\w*|regenera\w*|"
    r"antiarrugas|rejuvenece\w*|medicinal\w*|terap[eé]utic\w*|heals?|healing|cures?|relieves?|"
    r"anti-?inflammatory|regenerat\w*|anti-?aging|rejuvenat\w*|medicinal|therapeutic|eczema|acn[eé])\b"
)
CLICHES = re.compile(
    r"(?i)\b(descubre|d[eé]jate|consi[eé]nt\w*|m[aá]gic\w*|inolvidable|[uú]nic[oa] en su|"
    r"lujos\w*|indulge\w*|pamper\w*|unlock\w*|elevate\w*|discover|luxur\w*|magical|"
    r"must-have|game-?changer|holistic)\b"
)


def test_no_product_promises_what_a_cosmetic_cannot():
    assert not [
        (path, language, CLAIMS.search(words[language])[0])
        for path, words in ALL_WORDS
        if path.startswith(("products", "categories"))
        for language in LANGUAGES
        if CLAIMS.search(words[language])
    ]


def test_no_text_leans_on_a_cliche():
    assert not [
        (path, CLICHES.search(words[language])[0])
        for path, words in ALL_WORDS
        for language in LANGUAGES
        if CLICHES.search(words[language])
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_markup_stays_within_what_pages_take(language):
    faults = {}
    for path, words in ALL_WORDS:
        text = words[language]
        if not is_html(path):
            if re.search("[<>]", text):
                faults[path] = ["markup in a plain text"]
            continue
        parser = PlainHTML()
        parser.feed(text)
        parser.close()
        if parser.faults or parser.open:
            faults[path] = parser.faults or ["left open"]
    assert not faults


def test_links_in_texts_become_addresses():
    html = '<p><a href="page:shipping">x</a> <a href="contact">y</a></p>'

    made = company.with_links(html, lambda target: f'id="{target}"')

    assert made == '<p><a id="page:shipping">x</a> <a id="contact">y</a></p>'


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_a_delivery_does_not_repeat_its_days(language):
    notes = [seed.text[language] for seeds in company.DELIVERY.values() for seed in seeds]
    assert not [note for note in notes if "hábiles" in note or "business days" in note]
