"""Every illustration that pages and categories ask for, and what it shows, for those who listen.

The keys are what the words call for; ``DRAWN_AS`` says which illustration answers it.
"""

from __future__ import annotations

from .schema import Words

SCENES = {
    "workbench": Words(
        "Frascos de barro, crema y verde con achiote y eucalipto ante un arco",
        "Clay, cream and green bottles with achiote and eucalyptus before an arch",
    ),
    "mountains": Words(
        "Surcos sembrados al pie de montañas verdes, con un invernadero pequeño y flores",
        "Planted rows below green mountains, with a small greenhouse and flowers",
    ),
    "market_table": Words(
        "Cinco personas detrás de una mesa de madera con frascos y una maceta de manzanilla",
        "Five people behind a wooden table with jars and a pot of chamomile",
    ),
    "laboratory": Words(
        "Repisa con frascos y hierbas colgadas sobre un matraz, un mortero y un gotero",
        "Shelf of bottles and hanging herbs above a flask, a mortar and a dropper bottle",
    ),
    "hands_seedling": Words(
        "Dos manos que sostienen tierra con una plántula ante las montañas",
        "Two hands holding soil with a seedling in front of the mountains",
    ),
    "calendula": Words(
        "Matas de manzanilla en flor ante un sol amarillo",
        "Chamomile in bloom before a yellow sun",
    ),
    "rosehip": Words(
        "Rama de achiote con el fruto abierto y las semillas a la vista",
        "Achiote branch with its fruit open and the seeds in sight",
    ),
    "cacao": Words(
        "Mazorcas de cacao en la rama, con granos en el suelo",
        "Cacao pods on the branch, with beans on the ground",
    ),
    "orange_grove": Words(
        "Frascos de perfume y una vela con lavanda y naranjas",
        "Perfume bottles and a candle with lavender and oranges",
    ),
    "consultant": Words(
        "Tres consultores de Raíz; la del centro lleva delantal",
        "Three Raíz consultants; the one in the middle wears an apron",
    ),
    "conversation": Words(
        "Sobre abierto lleno de flores junto a una taza humeante",
        "Open envelope full of flowers beside a steaming cup",
    ),
    "parcel": Words(
        "Perfume, vela, jabón y cajas con cinta entre ramas de eucalipto y café",
        "Perfume, candle, soap and ribboned boxes among eucalyptus and coffee branches",
    ),
    "gift": Words(
        "Caja de regalo con cinta y tarjeta, una bolsa de lona y una vela",
        "Gift box with ribbon and card, a canvas pouch and a candle",
    ),
    "face": Words(
        "Gotero, frasco de crema y atomizador entre hojas de agave y rosas",
        "Dropper bottle, cream jar and spray among agave leaves and roses",
    ),
    "body": Words(
        "Dosificador, tubo, jabón y bolsa de lona con hojas de cacao",
        "Pump bottle, tube, soap and canvas pouch with cacao leaves",
    ),
    "hair": Words(
        "Botellas verdes y un frasco con agave y nopal en flor",
        "Green bottles and a jar with agave and a prickly pear in bloom",
    ),
    "makeup": Words(
        "Labial abierto, esmalte, polvo compacto y paleta con rosas",
        "Open lipstick, nail lacquer, compact and palette with roses",
    ),
    "fragrance": Words(
        "Frascos de perfume y una vela con lavanda y naranjas",
        "Perfume bottles and a candle with lavender and oranges",
    ),
    "ritual": Words(
        "Sobre de manzanilla, vela encendida y lata entre flores y eucalipto",
        "Chamomile sachet, lit candle and tin among flowers and eucalyptus",
    ),
    "skin_cream": Words(
        "Crema clara extendida sobre piel morena, con tres gotas al lado",
        "Pale cream spread over deep brown skin, with three dabs beside it",
    ),
    "skin_oil": Words(
        "Gotas de aceite dorado sobre la piel, de cerca",
        "Drops of golden oil on skin, seen from near",
    ),
    "skin_tint": Words(
        "Tinte que se funde con una piel canela",
        "A tint that melts into tan skin",
    ),
    "skin_blush": Words(
        "Polvo de rubor rosado sobre piel clara",
        "Pink blush powder on fair skin",
    ),
}
"""Scene key → alternative text."""

DRAWN_AS = {
    "workbench": "hero_home",
    "mountains": "story_garden",
    "market_table": "story_community",
    "laboratory": "story_lab",
    "hands_seedling": "story_origin",
    "calendula": "ingredients_4",
    "rosehip": "ingredients_1",
    "cacao": "ingredients_2",
    "orange_grove": "hero_fragrance",
    "consultant": "join",
    "conversation": "contact",
    "parcel": "season_banner",
    "gift": "gift",
    "face": "hero_face",
    "body": "hero_body",
    "hair": "hero_hair",
    "makeup": "hero_makeup",
    "fragrance": "hero_fragrance",
    "ritual": "hero_ritual",
    "skin_cream": "story_skin_cream",
    "skin_oil": "story_skin_oil",
    "skin_tint": "story_skin_tint",
    "skin_blush": "story_skin_blush",
}
"""Scene key → the illustration of ``demo.art`` that shows it."""
