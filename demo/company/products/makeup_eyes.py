"""Eyeshadow, pencils and nail lacquer."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, VariantSeed, Words

PRODUCTS = (
    ProductSeed(
        sku="RZ-421",
        category="makeup-eyes",
        shape="palette",
        colour="#7A6A52",
        tint="#E9E4DA",
        title=Words("Paleta de sombras Páramo", "Páramo eyeshadow palette"),
        summary=Words(
            "Ocho sombras tomadas de una caminata entre frailejones.",
            "Eight shades taken from a walk in the Andean highlands.",
        ),
        description=prose(
            es=(
                "Irene fue al páramo de Sumapaz con una carta de colores y volvió con ocho: "
                "niebla, musgo, tierra negra, flor de frailejón, turba, paja, barro y piedra con "
                "liquen.",
                "Seis son mate y dos tienen un brillo muy bajo, como de piedra mojada. Todas "
                "combinan entre sí; es difícil equivocarse, incluso sin luz.",
                "Estuche de cartón rígido con espejo, ocho pastillas de un gramo y medio.",
            ),
            en=(
                "Irene went up to the páramo, the high moorland above Bogotá, with a color chart "
                "and came back with eight: mist, moss, black earth, the yellow of a frailejón in "
                "flower, peat, straw, mud, and stone with lichen.",
                "Six are matte and two have a very low sheen, like wet stone. All of them go "
                "together, so it is hard to go wrong, even in bad light.",
                "Rigid paper case with a mirror, eight pans of 0.05 oz.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Niebla en todo el párpado, Piedra en el pliegue.",
                "Tierra negra con pincel húmedo hace de delineador.",
            ),
            en=(
                "Mist over the whole lid, Stone in the crease.",
                "Black earth on a damp brush works as a liner.",
            ),
        ),
        ingredients=composition(
            "Mica, Zea Mays (Corn) Starch, Caprylic/Capric Triglyceride, Magnesium Stearate, "
            "Squalane, Silica, Tocopherol. May contain: CI 77491, CI 77492, CI 77499, CI 77891, "
            "CI 77288, CI 77007",
            es="Mica y almidón con pigmentos minerales; sin talco ni perfume.",
            en="Mica and starch with mineral pigments; no talc, no added fragrance.",
        ),
        tags=Words(
            "sombras, ojos, paleta, páramo, mate", "eyeshadow, eyes, palette, paramo, matte"
        ),
        prices={"co": ("98000", None), "mx": ("489", None), "us": ("32.00", None)},
        stock={"co": 55, "mx": 45, "us": 40},
        launched_days_ago=330,
        featured=True,
    ),
    ProductSeed(
        sku="RZ-422",
        category="makeup-eyes",
        shape="pencil",
        colour="#2B2A2A",
        tint="#E6E4E0",
        title=Words("Lápiz de ojos suave", "Soft eye pencil"),
        summary=Words(
            "Mina blanda que se difumina medio minuto y después no se mueve.",
            "A soft core that smudges for half a minute, then stays put.",
        ),
        description=prose(
            es=(
                "Madera de cedro con sello de bosque manejado y una mina que no raspa el párpado. "
                "Tienes treinta segundos para difuminar; después se queda donde está hasta que "
                "uses el aceite limpiador.",
                "Tres tonos: carbón, tinto y laguna, un azul verdoso que a los ojos cafés les "
                "sienta muy bien. Se saca punta con el sacapuntas de siempre.",
            ),
            en=(
                "Cedar from a managed forest around a core that does not drag on the lid. You "
                "have thirty seconds to smudge; then it stays until you take out the cleansing "
                "oil.",
                "Three shades: charcoal, black coffee and lagoon, a blue-green that suits brown "
                "eyes very well. Any ordinary sharpener will do.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Dibuja pegado a las pestañas, en trazos cortos.",
                "Difumina con el dedo o con un hisopo antes de treinta segundos.",
            ),
            en=(
                "Draw close to the lashes, in short strokes.",
                "Smudge with a finger or a cotton swab within thirty seconds.",
            ),
        ),
        ingredients=composition(
            "Hydrogenated Vegetable Oil, Copernicia Cerifera (Carnauba) Wax, Euphorbia Cerifera "
            "(Candelilla) Wax, Simmondsia Chinensis (Jojoba) Seed Oil, Mica, Tocopherol. May "
            "contain: CI 77499, CI 77491, CI 77007, CI 77288",
            es="Ceras vegetales, jojoba y pigmentos minerales; sin perfume.",
            en="Plant waxes, jojoba and mineral pigments; no added fragrance.",
        ),
        tags=Words("lápiz, ojos, delineador", "pencil, eyes, eyeliner"),
        prices={"co": ("34000", None), "mx": ("179", None), "us": ("12.00", None)},
        stock={"co": 100, "mx": 80, "us": 65},
        variants=(
            VariantSeed("CAR", colour="charcoal"),
            VariantSeed("TIN", colour="coffee"),
            VariantSeed("LAG", colour="lagoon"),
        ),
        launched_days_ago=930,
    ),
    ProductSeed(
        sku="RZ-423",
        category="makeup-eyes",
        shape="nail",
        colour="#D9772B",
        tint="#F7E6D6",
        title=Words("Esmalte de uñas de base vegetal", "Plant-based nail lacquer"),
        summary=Words(
            "Brillo de cinco días, con solventes de caña y yuca, en seis tonos.",
            "Five days of shine from cane and cassava solvents, in six shades.",
        ),
        description=prose(
            es=(
                "Cuatro quintas partes de este esmalte salen de caña, yuca y algodón. La otra es "
                "pigmento y lo que hace falta para que aguante lavar platos.",
                "El pincel es ancho y plano: dos trazos por uña. Seca en cuatro minutos por capa "
                "y se quita con removedor común.",
                "Frasco de 10 ml. El tono Naranja es el que más se vende desde que salió.",
            ),
            en=(
                "Four fifths of this lacquer come from sugar cane, cassava and cotton. The rest "
                "is pigment, and what it takes to last through the dishes.",
                "The brush is wide and flat: two strokes a nail. Each coat dries in four minutes, "
                "and any remover takes it off.",
                "0.3 fl oz. Orange has sold the most since the day it came out.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Sobre uña limpia y seca, dos capas finas.",
                "Espera cuatro minutos entre una y otra.",
            ),
            en=(
                "On clean, dry nails, two thin coats.",
                "Wait four minutes between them.",
            ),
        ),
        ingredients=composition(
            "Ethyl Acetate, Butyl Acetate, Nitrocellulose, Acetyl Tributyl Citrate, Isosorbide "
            "Dicaprylate/Caprate, Alcohol, Stearalkonium Bentonite, Silica. May contain: CI "
            "77891, CI 77491, CI 15850, CI 77499, CI 77007",
            es="Ingredientes vegetales en un 80 %. Es inflamable: lejos de la estufa.",
            en="80% plant-based. It is flammable: keep it away from the stove.",
        ),
        tags=Words("esmalte, uñas, color, vegano", "nail polish, nails, lacquer, color, vegan"),
        prices={"co": ("26000", None), "mx": ("139", None), "us": ("10.00", None)},
        stock={"co": 110, "mx": 95, "us": 75},
        variants=(
            VariantSeed("NAR", colour="orange", size="10ml"),
            VariantSeed("JAM", colour="hibiscus", size="10ml"),
            VariantSeed("HIG", colour="fig", size="10ml"),
            VariantSeed("PET", colour="petal", size="10ml"),
            VariantSeed("HOJ", colour="leaf", size="10ml"),
            VariantSeed("CRU", colour="raw", size="10ml"),
        ),
        launched_days_ago=210,
    ),
)
