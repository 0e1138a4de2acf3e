"""Text comes out as it was typed, and a template reaches nothing but its own folder."""

import time

import pytest

from commerce.typesetting.pdf import NotTypeset, typeset
from tests.papers import text_of

SAYS = "#for said in json(bytes(sys.inputs.data)).said [#said #parbreak()]"


@pytest.fixture
def template(tmp_path):
    """``template("#read(..)")``: a template in a folder of its own."""

    def write(source: str):
        path = tmp_path / "templates" / "one.typ"
        path.parent.mkdir(exist_ok=True)
        path.write_text(source)
        return path

    return write


@pytest.mark.parametrize(
    "said",
    [
        '#import "@preview/cetz:0.3.0": *',
        "#panic() #let x = 1; #{ }",
        "$ x^2 $ *bold* _leaning_ `code` @ref <label> // no comment /* nor this */",
        "= no heading - no list + nor that / nor: this",
        "\\ \\u{41} \"quotes\" 'single' ~ -- --- ...",
        "https://tienda.example/a?b=c&d=e",
        "Ñandú, São Paulo, acção, çã õ, ¿qué?, Ürün",
        "Привет Ωμέγα Nguyễn",
        "Feliz día ❤ 🎁",
        "<b>{{ not }} {% html %}</b>",
    ],
)
def test_text_comes_out_as_it_was_typed(template, said):
    assert text_of(typeset(template(SAYS), {"said": [said]})) == said


def test_other_directions_of_writing_are_legible(template):
    found = text_of(typeset(template(SAYS), {"said": ["שלום", "مرحبا"]}))
    assert set("שלום") <= set(found)


def test_control_characters_do_no_harm(template):
    said = "before" + "".join(map(chr, range(1, 32))) + "after"
    found = text_of(typeset(template(SAYS), {"said": [said, "a\u2028b\ufeff\u202e"]}))
    assert "before" in found and "after" in found


def test_a_file_outside_the_folder_is_not_read(template, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    for path in ("../secret.txt", str(tmp_path / "secret.txt"), "/etc/hostname"):
        with pytest.raises(NotTypeset):
            typeset(template(f'#read("{path}")'), {})


def test_no_package_is_found_nor_asked_for(template):
    with pytest.raises(NotTypeset, match="refused"):
        typeset(template('#import "@preview/cetz:0.3.0"'), {})


def test_what_takes_too_long_is_stopped(template):
    endless = template("#let n = 0; #while true { n = calc.rem(n + 1, 7); if n > 9 { break } }")
    before = time.monotonic()
    with pytest.raises(NotTypeset):
        typeset(endless, {}, at_most=1)
    assert time.monotonic() - before < 5
