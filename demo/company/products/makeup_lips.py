"""Lipsticks and tinted balms."""

from __future__ import annotations

from ..markup import composition, prose, steps
from ..schema import ProductSeed, VariantSeed, Words

PRODUCTS = (
    ProductSeed(
        sku="RZ-401",
        category="makeup-lips",
        shape="stick",
        colour="#9C3F2C",
        tint="#F2DFD6",
        title=Words("Labial cremoso de candelilla", "Candelilla cream lipstick"),
        summary=Words(
            "Color pleno en una pasada, acabado de satén, seis tonos.",
            "Full color in one pass, a satin finish, six shades.",
        ),
        description=prose(
            es=(
                "La candelilla es una planta del desierto de Coahuila que se cubre de cera para "
                "no perder agua. Esa cera le da cuerpo al labial y hace que no se derrita en el "
                "bolso.",
                "Los seis tonos van del rosa de todos los días al higo de la noche. Los probamos "
                "en pieles claras, morenas y negras; las fotos de cada tono las tiene tu "
                "consultora.",
                "Dura unas cuatro horas y sobrevive a un café, no a un almuerzo.",
            ),
            en=(
                "Candelilla is a desert plant from Coahuila, in northern Mexico, that coats "
                "itself in wax to hold its water. That wax gives the lipstick its body and keeps "
                "it from melting in your bag.",
                "The six shades run from an everyday pink to an evening fig. We try them on fair, "
                "brown and black skin; your consultant has photos of each.",
                "It lasts about four hours and survives a coffee, though not a lunch.",
            ),
        ),
        how_to_use=steps(
            es=(
                "Aplica desde el centro del labio hacia las esquinas.",
                "Para un color más suave, tócalo con el dedo en lugar de la barra.",
            ),
            en=(
                "Apply from the center of your lips toward the corners.",
                "For a softer color, tap it on with a finger instead.",
            ),
        ),
        ingredients=composition(
            "Ricinus Communis (Castor) Seed Oil, Euphorbia Cerifera (Candelilla) Wax, Caprylic/"
            "Capric Triglyceride, Theobroma Cacao (Cocoa) Seed Butter, Plukenetia Volubilis Seed "
            "Oil, Mica, Tocopherol. May contain: CI 77491, CI 77492, CI 77499, CI 77891, CI 75470",
            es="Cera de candelilla, ricino, cacao y pigmentos. El carmín solo está en Cereza.",
            en="Candelilla wax, castor oil, cacao and pigments. Only Cherry contains carmine.",
        ),
        tags=Words(
            "labial, labios, candelilla, color, satén", "lipstick, lips, candelilla, color, satin"
        ),
        prices={"co": ("49000", None), "mx": ("249", None), "us": ("16.00", None)},
        stock={"co": 80, "mx": 65, "us": 50},
        variants=(
            VariantSeed("PET", colour="petal"),
            VariantSeed("PAL", colour="rosewood"),
            VariantSeed("PAP", colour="papaya"),
            VariantSeed("LAD", colour="brick"),
            VariantSeed("CER", colour="cherry", stock={"mx": 0}),
            VariantSeed("HIG", colour="fig"),
        ),
        launched_days_ago=1020,
        featured=True,
        seo_title=Words(
            "Labial cremoso de candelilla en seis tonos", "Candelilla cream lipstick in six shades"
        ),
    ),
    ProductSeed(
        sku="RZ-402",
        category="makeup-lips",
        shape="tin",
        colour="#B3263F",
        tint="#F3DEDF",
        title=Words("Bálsamo labial con color", "Tinted lip balm"),
        summary=Words(
            "Suavidad de bálsamo y un velo de color, sin espejo.",
            "The comfort of a balm with a veil of color; no mirror needed.",
        ),
        description=prose(
            es=(
                "Se pone con el dedo, en el bus, en el ascensor, mientras hablas. Deja los labios "
                "del color que tienen después de comer fruta: guayaba, jamaica o canela.",
                "Cera de abejas de San Carlos, manteca de cacao y aceite de caléndula, en lata de "
                "10 gramos. Devuélvela vacía y te descontamos el envase de la siguiente.",
            ),
            en=(
                "It goes on with a finger, on the bus, in the elevator, in midsentence. It leaves "
                "lips the color they are after you eat fruit: guava, hibiscus or cinnamon.",
                "Beeswax from San Carlos, cacao butter and calendula oil, in a 0.35 oz tin. Bring "
                "the tin back and we take the price of the tin off your next one.",
            ),
        ),
        how_to_use=steps(
            es=("Calienta con la yema y aplica en labios; también en mejillas.",),
            en=("Warm with a fingertip and apply to lips, and to cheeks if you like.",),
        ),
        ingredients=composition(
            "Ricinus Communis (Castor) Seed Oil, Cera Alba (Beeswax), Theobroma Cacao (Cocoa) "
            "Seed Butter, Helianthus Annuus (Sunflower) Seed Oil, Calendula Officinalis Flower "
            "Extract, Tocopherol. May contain: CI 77491, CI 77492, CI 77499, CI 15850",
            es="Cera, cacao y caléndula, con pigmento suficiente para que se note.",
            en="Wax, cacao and calendula, with just enough pigment to show.",
        ),
        tags=Words("bálsamo, labios, color, mejillas", "balm, lips, tint, cheeks"),
        prices={"co": ("28000", None), "mx": ("149", None), "us": ("10.00", None)},
        stock={"co": 120, "mx": 90, "us": 80},
        variants=(
            VariantSeed("GUA", colour="guava"),
            VariantSeed("JAM", colour="hibiscus"),
            VariantSeed("CAN", colour="cinnamon"),
        ),
        launched_days_ago=690,
    ),
)
