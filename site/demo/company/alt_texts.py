"""What product pictures show, for those who listen: one template for each shape and view.

``{title}`` takes the product's title, with the shade after a comma where there is one.
"""

from __future__ import annotations

from .schema import Words

VIEWS = ("front", "texture", "group")

_FRONT = {
    "dropper": Words("Frasco con gotero de {title}", "Dropper bottle of {title}"),
    "pump": Words("Botella con dosificador de {title}", "Pump bottle of {title}"),
    "bottle": Words("Botella de {title}", "Bottle of {title}"),
    "spray": Words("Frasco con atomizador de {title}", "Spray bottle of {title}"),
    "jar": Words("Frasco de {title}, con tapa", "Jar of {title}, with its lid"),
    "tube": Words("Tubo de {title}", "Tube of {title}"),
    "stick": Words("Barra abierta de {title}", "Open bullet of {title}"),
    "pencil": Words("Lápiz destapado: {title}", "Uncapped pencil: {title}"),
    "palette": Words("Paleta abierta: {title}", "Open palette: {title}"),
    "compact": Words("Estuche abierto de {title}", "Open compact of {title}"),
    "nail": Words("Frasco de {title}, con pincel", "Bottle of {title}, with its brush"),
    "sachet": Words("Sobre de {title}", "Sachet of {title}"),
    "tin": Words("Lata de {title}", "Tin of {title}"),
    "soap": Words("Barra de {title}, sin envolver", "Unwrapped bar of {title}"),
    "candle": Words("Vela encendida en su vaso: {title}", "Candle lit in its glass: {title}"),
    "textile_robe": Words("Bata colgada: {title}", "Hanging robe: {title}"),
    "textile_band": Words("Banda vista de frente: {title}", "Headband from the front: {title}"),
    "textile_bag": Words("Bolsa vista de frente: {title}", "Bag from the front: {title}"),
    "box_set": Words("Caja abierta con su contenido: {title}", "Open box and contents: {title}"),
}

_FABRIC = Words("Detalle del tejido de {title}", "Close-up of the cloth of {title}")
_COLOUR = Words("Muestra de color de {title}", "Color swatch of {title}")
_DROP = Words("Gotas de {title} sobre una superficie clara", "Drops of {title} on a pale surface")
_CREAM = Words("Trazo de {title} que muestra su textura", "Smear of {title} showing its texture")

_TEXTURE = {
    "dropper": _DROP,
    "pump": _CREAM,
    "bottle": _DROP,
    "spray": Words("Rocío de {title} en el aire", "A spray of {title} in the air"),
    "jar": _CREAM,
    "tube": _CREAM,
    "stick": _COLOUR,
    "pencil": Words("Trazo de {title}", "A stroke of {title}"),
    "palette": Words("Los colores de {title}, uno al lado del otro", "The colors of {title}"),
    "compact": _COLOUR,
    "nail": _COLOUR,
    "sachet": Words("El contenido de {title}, suelto", "The loose contents of {title}"),
    "tin": Words("El contenido de {title}, de cerca", "The contents of {title}, close up"),
    "soap": Words("Espuma de {title}", "Lather of {title}"),
    "candle": Words("Cera de {title}, de cerca", "Wax of {title}, close up"),
    "textile_robe": _FABRIC,
    "textile_band": _FABRIC,
    "textile_bag": _FABRIC,
    "box_set": Words("Detalle de los productos de {title}", "Close-up of the items in {title}"),
}

_GROUP_WITH_BOX = Words("{title} junto a su caja", "{title} beside its box")
_GROUP_WITH_PLANTS = Words("{title} con sus plantas", "{title} with its plants")
_GROUP_FOLDED = Words("{title}, con hojas al lado", "{title}, with leaves beside it")

_GROUP = {
    shape: (
        _GROUP_FOLDED
        if shape.startswith("textile_")
        else _GROUP_WITH_PLANTS
        if shape in ("sachet", "tin", "soap", "candle", "box_set")
        else _GROUP_WITH_BOX
    )
    for shape in _FRONT
}

ALT_TEMPLATES = {
    shape: {"front": _FRONT[shape], "texture": _TEXTURE[shape], "group": _GROUP[shape]}
    for shape in _FRONT
}
"""Shape → view → template."""


def alt_text(shape: str, view: str, title: Words, shade: Words | None = None) -> Words:
    """The alternative text of one product picture; raises ``KeyError`` for an unknown one."""
    template = ALT_TEMPLATES[shape][view]
    named = Words(
        title.es if shade is None else f"{title.es}, {shade.es}",
        title.en if shade is None else f"{title.en}, {shade.en}",
    )
    return Words(template.es.format(title=named.es), template.en.format(title=named.en))
