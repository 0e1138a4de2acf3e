"""What product pictures show, for those who listen: one template for each shape and view.

``{title}`` takes the product's title, with the shade after a comma where there is one.
"""

from __future__ import annotations

from .schema import Words

VIEWS = ("front", "texture", "box", "group")
"""The views that every shape is drawn in; a jar is also drawn "open"."""

_FRONT = {
    "dropper": Words("Frasco con gotero de {title}", "Dropper bottle of {title}"),
    "pump": Words("Botella con dosificador de {title}", "Pump bottle of {title}"),
    "bottle": Words("Botella de {title}", "Bottle of {title}"),
    "spray": Words("Frasco con atomizador de {title}", "Spray bottle of {title}"),
    "jar": Words("Frasco cerrado de {title}", "Closed jar of {title}"),
    "tube": Words("Tubo de {title}", "Tube of {title}"),
    "stick": Words("Barra abierta de {title}", "Open bullet of {title}"),
    "pencil": Words("Lápiz destapado y su trazo: {title}", "Uncapped pencil and stroke: {title}"),
    "palette": Words("Paleta abierta con espejo: {title}", "Open palette with mirror: {title}"),
    "compact": Words("Estuche abierto con espejo: {title}", "Open compact with mirror: {title}"),
    "nail": Words("Frasco de {title}", "Bottle of {title}"),
    "sachet": Words("Sobre de {title}", "Sachet of {title}"),
    "tin": Words("Lata destapada de {title}", "Open tin of {title}"),
    "soap": Words("Barra de {title} sobre su envoltura", "Bar of {title} on its wrapper"),
    "candle": Words("Vela encendida en su vaso: {title}", "Candle lit in its glass: {title}"),
    "textile_robe": Words("Bata colgada: {title}", "Hanging robe: {title}"),
    "textile_band": Words("Banda con lazo: {title}", "Headband with a bow: {title}"),
    "textile_bag": Words("Bolsa cerrada con cordón: {title}", "Pouch tied with cord: {title}"),
    "box_set": Words("Caja atada con cinta: {title}", "Box tied with ribbon: {title}"),
}

_FABRIC = Words("El tejido de {title}, de cerca", "The cloth of {title}, close up")
_DROP = Words("Gotas de {title} sobre una superficie clara", "Drops of {title} on a pale surface")
_CREAM = Words("Trazo de {title} que muestra su textura", "Smear of {title} showing its texture")

_TEXTURE = {
    "dropper": _DROP,
    "pump": _CREAM,
    "bottle": _DROP,
    "spray": Words("Rocío de {title} sobre una superficie", "A spray of {title} on a surface"),
    "jar": _CREAM,
    "tube": _CREAM,
    "stick": Words("Trazo de color de {title}", "Smear of color of {title}"),
    "pencil": Words("Cuatro trazos de {title}", "Four strokes of {title}"),
    "palette": Words("Polvos de {title}, extendidos en franjas", "Powders of {title} in bands"),
    "compact": Words("Polvo de {title}, extendido", "Powder of {title}, spread out"),
    "nail": Words("Hilo de {title} que cae", "A falling thread of {title}"),
    "sachet": Words("El contenido de {title}, suelto", "The loose contents of {title}"),
    "tin": Words("La lata de {title}, desde arriba", "The tin of {title}, from above"),
    "soap": Words("Espuma de {title}", "Lather of {title}"),
    "candle": Words("{title}, desde arriba", "{title}, from above"),
    "textile_robe": _FABRIC,
    "textile_band": _FABRIC,
    "textile_bag": _FABRIC,
    "box_set": Words("La cinta de {title}, de cerca", "The ribbon of {title}, close up"),
}

_BOX = Words("{title} junto a su caja", "{title} beside its box")
_OPEN_SET = Words("{title}, abierto, con su contenido", "{title}, open, with its contents")
_GROUP = Words("{title} con ramas y flores al lado", "{title} with stems and flowers beside it")

ALT_TEMPLATES = {
    shape: {
        "front": _FRONT[shape],
        "texture": _TEXTURE[shape],
        "box": _OPEN_SET if shape == "box_set" else _BOX,
        "group": _GROUP,
    }
    for shape in _FRONT
}
"""Shape → view → template."""

ALT_TEMPLATES["jar"]["open"] = Words("Frasco abierto de {title}", "Open jar of {title}")


def alt_text(shape: str, view: str, title: Words, shade: Words | None = None) -> Words:
    """The alternative text of one product picture; raises ``KeyError`` for an unknown one."""
    template = ALT_TEMPLATES[shape][view]
    named = Words(
        title.es if shade is None else f"{title.es}, {shade.es}",
        title.en if shade is None else f"{title.en}, {shade.en}",
    )
    return Words(template.es.format(title=named.es), template.en.format(title=named.en))
