"""What a company with thousands of products sells: kinds, plants and effects to combine.

``make demo SCALE=10000`` makes products of these, for whoever wants to see or measure a large
catalogue. Each kind borrows pictures, category and prices from a product of the small company.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KindSeed:
    """A kind of product: the SKU of its model, what it may be called, how it is praised.

    ``names`` are ``(Spanish, English)``; ``sizes`` are those of its variants, the first one
    costs what the model does.
    """

    model: str
    names: tuple[tuple[str, str], ...]
    effects: str
    sizes: tuple[str, ...] = ()
    pattern: str = "plant"


KINDS = (
    KindSeed(
        "RZ-111",
        (
            ("Aceite limpiador", "cleansing oil"),
            ("Leche limpiadora", "cleansing milk"),
            ("Espuma limpiadora", "cleansing foam"),
        ),
        "skin",
        ("150ml", "200ml"),
    ),
    KindSeed(
        "RZ-401",
        (
            ("Labial cremoso", "cream lipstick"),
            ("Labial", "lipstick"),
            ("Barra de labios", "lip stick"),
        ),
        "makeup",
    ),
    KindSeed(
        "RZ-201",
        (("Mantequilla corporal", "body butter"), ("Crema corporal", "body cream")),
        "skin",
        ("100ml", "200ml"),
    ),
    KindSeed(
        "RZ-301",
        (("Champú", "shampoo"), ("Champú sin sulfatos", "sulfate-free shampoo")),
        "hair",
        ("250ml", "400ml"),
    ),
    KindSeed(
        "RZ-101",
        (
            ("Sérum de noche", "night serum"),
            ("Sérum de día", "day serum"),
            ("Concentrado facial", "face concentrate"),
        ),
        "skin",
        ("15ml", "30ml"),
    ),
    KindSeed(
        "RZ-501",
        (("Agua de perfume", "eau de parfum"), ("Agua de colonia", "eau de cologne")),
        "scent",
        ("50ml", "100ml"),
    ),
    KindSeed(
        "RZ-611",
        (("Vela", "candle"), ("Vela de masaje", "massage candle")),
        "scent",
        ("180g", "250g"),
    ),
    KindSeed(
        "RZ-121",
        (
            ("Crema de día", "day cream"),
            ("Crema facial", "face cream"),
            ("Crema en gel", "gel cream"),
        ),
        "skin",
        ("30ml", "50ml"),
    ),
    KindSeed(
        "RZ-411",
        (
            ("Tinte facial", "skin tint"),
            ("Base ligera", "light foundation"),
            ("Corrector", "concealer"),
        ),
        "makeup",
    ),
    KindSeed(
        "RZ-601",
        (("Infusión", "herbal tea"), ("Mezcla de hierbas", "herbal blend")),
        "tea",
        ("40g", "80g"),
    ),
    KindSeed(
        "RZ-112",
        (
            ("Gel limpiador", "gel cleanser"),
            ("Exfoliante facial", "face scrub"),
            ("Crema limpiadora", "cream cleanser"),
        ),
        "skin",
        ("50ml", "150ml"),
    ),
    KindSeed(
        "RZ-621",
        (("Bata", "robe"), ("Bata corta", "short robe")),
        "cloth",
        ("s", "m", "l"),
        "collection",
    ),
    KindSeed(
        "RZ-202",
        (("Loción corporal", "body lotion"), ("Leche corporal", "body milk")),
        "skin",
        ("250ml", "400ml"),
    ),
    KindSeed(
        "RZ-303",
        (("Acondicionador", "conditioner"), ("Bálsamo capilar", "hair balm")),
        "hair",
        ("250ml", "400ml"),
    ),
    KindSeed(
        "RZ-423", (("Esmalte", "nail polish"), ("Esmalte en gel", "gel nail polish")), "makeup"
    ),
    KindSeed(
        "RZ-103",
        (("Aceite facial", "face oil"), ("Elixir facial", "face elixir")),
        "skin",
        ("15ml", "30ml"),
    ),
    KindSeed(
        "RZ-511",
        (("Bruma corporal", "body mist"), ("Bruma para almohada", "pillow mist")),
        "scent",
        ("100ml", "150ml"),
    ),
    KindSeed("RZ-402", (("Bálsamo labial", "lip balm"), ("Tinte de labios", "lip tint")), "makeup"),
    KindSeed(
        "RZ-122",
        (("Crema de noche", "night cream"), ("Bálsamo de noche", "night balm")),
        "skin",
        ("30ml", "50ml"),
    ),
    KindSeed(
        "RZ-311",
        (("Mascarilla capilar", "hair mask"), ("Crema para peinar", "styling cream")),
        "hair",
        ("100g", "250g"),
    ),
    KindSeed(
        "RZ-211",
        (("Exfoliante corporal", "body scrub"), ("Polvo de baño", "bath powder")),
        "skin",
        ("100g", "250g"),
    ),
    KindSeed(
        "RZ-412",
        (
            ("Rubor compacto", "pressed blush"),
            ("Bronceador", "bronzer"),
            ("Iluminador", "highlighter"),
        ),
        "makeup",
    ),
    KindSeed(
        "RZ-602",
        (("Té de frutas", "fruit tea"), ("Infusión fría", "cold-brew tea")),
        "tea",
        ("40g", "100g"),
    ),
    KindSeed(
        "RZ-204",
        (("Crema de manos", "hand cream"), ("Crema de pies", "foot cream")),
        "skin",
        ("30ml", "75ml"),
    ),
    KindSeed(
        "RZ-113",
        (
            ("Tónico facial", "toner"),
            ("Agua micelar", "micellar water"),
            ("Esencia facial", "face essence"),
        ),
        "skin",
        ("100ml", "200ml"),
    ),
    KindSeed(
        "RZ-422", (("Lápiz de ojos", "eye pencil"), ("Lápiz de cejas", "brow pencil")), "makeup"
    ),
    KindSeed(
        "RZ-313",
        (("Bruma para peinar", "styling mist"), ("Protector térmico", "heat protectant")),
        "hair",
        ("100ml", "200ml"),
    ),
    KindSeed(
        "RZ-613", (("Jabón", "bar soap"), ("Barra de ducha", "shower bar")), "skin", ("80g", "100g")
    ),
    KindSeed(
        "RZ-212",
        (("Sales de baño", "bath salts"), ("Bomba de baño", "bath bomb")),
        "skin",
        ("100g", "250g"),
    ),
    KindSeed(
        "RZ-512",
        (("Aceite perfumado", "perfume oil"), ("Perfume en aceite", "oil perfume")),
        "scent",
        ("10ml", "15ml"),
    ),
    KindSeed(
        "RZ-622",
        (("Banda para el cabello", "headband"), ("Pañoleta", "bandana")),
        "cloth",
        (),
        "collection",
    ),
    KindSeed(
        "RZ-114",
        (("Mascarilla de arcilla", "clay mask"), ("Mascarilla en crema", "cream mask")),
        "skin",
        ("40g", "100g"),
    ),
    KindSeed(
        "RZ-203",
        (("Aceite corporal", "body oil"), ("Aceite de masaje", "massage oil")),
        "skin",
        ("75ml", "150ml"),
    ),
    KindSeed(
        "RZ-302",
        (("Champú sólido", "shampoo bar"), ("Acondicionador sólido", "conditioner bar")),
        "hair",
        ("40g", "80g"),
    ),
    KindSeed(
        "RZ-623",
        (("Bolsa de lona", "canvas bag"), ("Neceser", "toiletry bag")),
        "cloth",
        (),
        "collection",
    ),
    KindSeed(
        "RZ-312",
        (("Aceite para puntas", "hair-end oil"), ("Sérum capilar", "hair serum")),
        "hair",
        ("15ml", "30ml"),
    ),
    KindSeed(
        "RZ-123",
        (("Protector solar", "sunscreen"), ("Protector solar con color", "tinted sunscreen")),
        "skin",
        ("50ml", "75ml"),
    ),
    KindSeed(
        "RZ-631",
        (("Kit de viaje", "travel kit"), ("Estuche de regalo", "gift set")),
        "cloth",
        (),
        "collection",
    ),
)
