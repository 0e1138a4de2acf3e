"""The words that name and describe the products of a wide range (``wide_range``)."""

from __future__ import annotations

from .schema import Words

PATTERNS = {
    "plant": Words("{name} {effect} de {plant}", "{effect} {plant} {name}"),
    "collection": Words(
        "{name} {effect}, colección {plant}", "{effect} {name}, {plant} collection"
    ),
}

EFFECTS = {
    "skin": (
        ("hidratante", "Hydrating"),
        ("calmante", "Soothing"),
        ("reafirmante", "Firming"),
        ("suavizante", "Smoothing"),
        ("refrescante", "Refreshing"),
        ("revitalizante", "Revitalizing"),
        ("purificante", "Purifying"),
        ("equilibrante", "Balancing"),
    ),
    "hair": (
        ("fortificante", "Strengthening"),
        ("hidratante", "Moisturizing"),
        ("suavizante", "Smoothing"),
        ("revitalizante", "Revitalizing"),
        ("purificante", "Clarifying"),
        ("voluminizante", "Volumizing"),
    ),
    "makeup": (
        ("mate", "Matte"),
        ("natural", "Natural"),
        ("ultrasuave", "Ultra-soft"),
        ("de larga duración", "Long-wear"),
        ("brillante", "Glossy"),
        ("radiante", "Radiant"),
    ),
    "scent": (
        ("suave", "Soft"),
        ("alegre", "Cheerful"),
        ("elegante", "Elegant"),
        ("silvestre", "Wild"),
        ("envolvente", "Warm"),
        ("sutil", "Subtle"),
    ),
    "tea": (
        ("relajante", "Relaxing"),
        ("reconfortante", "Comforting"),
        ("energizante", "Energizing"),
        ("suave", "Mild"),
        ("refrescante", "Refreshing"),
    ),
    "cloth": (
        ("suave", "Soft"),
        ("artesanal", "Handmade"),
        ("resistente", "Sturdy"),
        ("elegante", "Elegant"),
    ),
}

PLANTS = (
    ("caléndula", "calendula"),
    ("rosa mosqueta", "rosehip"),
    ("aguacate", "avocado"),
    ("cacao", "cacao"),
    ("copoazú", "cupuaçu"),
    ("café", "coffee"),
    ("maracuyá", "passion fruit"),
    ("guayaba", "guava"),
    ("sábila", "aloe"),
    ("manzanilla", "chamomile"),
    ("lavanda", "lavender"),
    ("romero", "rosemary"),
    ("menta", "mint"),
    ("eucalipto", "eucalyptus"),
    ("moringa", "moringa"),
    ("achiote", "annatto"),
    ("quinua", "quinoa"),
    ("sacha inchi", "sacha inchi"),
    ("coco", "coconut"),
    ("açaí", "açaí"),
    ("jengibre", "ginger"),
    ("cúrcuma", "turmeric"),
    ("avena", "oat"),
    ("arroz", "rice"),
    ("algodón", "cotton"),
    ("papaya", "papaya"),
    ("uchuva", "goldenberry"),
    ("mora", "blackberry"),
    ("lulo", "lulo"),
    ("feijoa", "feijoa"),
    ("tamarindo", "tamarind"),
    ("jamaica", "hibiscus"),
    ("vainilla", "vanilla"),
    ("canela", "cinnamon"),
    ("cardamomo", "cardamom"),
    ("limoncillo", "lemongrass"),
    ("albahaca", "basil"),
    ("salvia", "sage"),
    ("tomillo", "thyme"),
    ("árnica", "arnica"),
    ("pepino", "cucumber"),
    ("granada", "pomegranate"),
    ("uva", "grape"),
    ("oliva", "olive"),
    ("almendra", "almond"),
    ("jojoba", "jojoba"),
    ("karité", "shea"),
    ("ricino", "castor"),
    ("linaza", "flax"),
    ("girasol", "sunflower"),
    ("té verde", "green tea"),
    ("geranio", "geranium"),
    ("jazmín", "jasmine"),
    ("azahar", "orange blossom"),
    ("bergamota", "bergamot"),
    ("mandarina", "mandarin"),
    ("remolacha", "beet"),
    ("borraja", "borage"),
    ("cedrón", "lemon verbena"),
    ("nopal", "prickly pear"),
)

SUMMARY = Words(
    "Con extracto de {plant}, en lotes pequeños.",
    "With {plant} extract, made in small batches.",
)
DESCRIPTION = Words(
    "<p>Lleva extracto de {plant} de fincas que visitamos dos veces al año. Hacemos lotes pequeños "
    "y anotamos en cada etiqueta la semana de la cosecha.</p>"
    "<p>El envase se recicla, y también lo recibimos vacío de vuelta.</p>",
    "<p>It carries {plant} extract from farms we visit twice a year. We make small batches and "
    "note the week of the harvest on every label.</p>"
    "<p>The packaging can be recycled, and we take it back empty as well.</p>",
)
