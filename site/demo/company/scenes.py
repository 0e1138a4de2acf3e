"""Every illustration that pages and categories ask for, and what it shows, for those who listen.

The keys are the agreement between the words and whoever draws.
"""

from __future__ import annotations

from .schema import Words

SCENES = {
    "workbench": Words(
        "Mesa de trabajo con frascos, un mortero y ramas de caléndula junto a una ventana",
        "Workbench with bottles, a mortar and calendula stems beside a window",
    ),
    "mountains": Words(
        "Montañas verdes de Antioquia con parcelas de flores y una casa pequeña",
        "Green Antioquia mountains with flower plots and one small house",
    ),
    "market_table": Words(
        "Mesa plegable en un mercado de pueblo, con frascos en fila bajo un toldo",
        "Folding table at a village market, jars in a row under an awning",
    ),
    "laboratory": Words(
        "Vasos de laboratorio, una balanza y una libreta abierta con fórmulas",
        "Lab beakers, a scale and a notebook open at a page of formulas",
    ),
    "hands_seedling": Words(
        "Dos manos que sostienen una plántula con la raíz a la vista",
        "Two hands holding a seedling with its root in sight",
    ),
    "calendula": Words(
        "Ramas de caléndula naranja con hojas alargadas",
        "Orange calendula stems with long leaves",
    ),
    "rosehip": Words("Rama de rosa mosqueta con frutos rojos", "Rosehip branch with red fruit"),
    "cacao": Words(
        "Mazorca de cacao abierta con sus granos y una hoja",
        "Open cacao pod with its beans and a leaf",
    ),
    "orange_grove": Words(
        "Ramas de naranjo con frutos, hojas y azahares",
        "Orange branches with fruit, leaves and blossom",
    ),
    "consultant": Words(
        "Retrato ilustrado de una consultora que sonríe con una libreta en la mano",
        "Illustrated portrait of a consultant smiling, a notebook in her hand",
    ),
    "conversation": Words(
        "Dos mujeres conversan en una mesa con dos tazas y un frasco de crema",
        "Two women talking at a table with two cups and a jar of cream",
    ),
    "parcel": Words(
        "Caja de cartón abierta con productos envueltos en papel y una rama seca",
        "Open cardboard box of paper-wrapped products with a dried stem",
    ),
    "gift": Words(
        "Caja de regalo atada con cinta de algodón y una tarjeta escrita a mano",
        "Gift box tied with cotton ribbon, with a handwritten card",
    ),
    "face": Words(
        "Gotero y frasco de crema entre hojas de salvia",
        "Dropper bottle and cream jar among sage leaves",
    ),
    "body": Words(
        "Frasco de mantequilla corporal junto a granos de cacao y una toalla doblada",
        "Jar of body butter beside cacao beans and a folded towel",
    ),
    "hair": Words(
        "Botella de champú con ramas de romero y un peine de madera",
        "Shampoo bottle with rosemary stems and a wooden comb",
    ),
    "makeup": Words(
        "Labial abierto, rubor compacto y pinceladas de color en tonos tierra",
        "Open lipstick, compact blush and strokes of color in earth tones",
    ),
    "fragrance": Words(
        "Frasco de perfume con azahares y una rama de naranjo",
        "Perfume bottle with blossom and an orange branch",
    ),
    "ritual": Words(
        "Taza de infusión humeante, una vela encendida y una bata colgada",
        "Steaming cup of tea, a lit candle and a hanging robe",
    ),
}
"""Scene key → alternative text."""
