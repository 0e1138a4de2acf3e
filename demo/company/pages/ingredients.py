"""What we believe about ingredients, and where they come from."""

from __future__ import annotations

from ..markup import bullets, paragraphs, prose, section
from ..scenes import SCENES
from ..schema import Block, PageSeed, Words

INGREDIENTS = PageSeed(
    key="ingredients",
    slug=Words("ingredientes", "ingredients"),
    title=Words("Ingredientes: cómo escogemos", "Ingredients: how we choose"),
    summary=Words(
        "De dónde viene cada planta, cuánto lleva cada fórmula y qué decidimos no prometer.",
        "Where each plant comes from, how much each formula holds, and what we will not promise.",
    ),
    blocks=(
        Block(
            "hero",
            {
                "title": Words("Decimos cuánto lleva", "We say how much is in it"),
                "text": Words(
                    "Una planta en la etiqueta no dice nada si no sabes de dónde viene ni en qué "
                    "cantidad. Nosotros lo escribimos.",
                    "A plant on a label tells you nothing unless you know where it comes from and "
                    "how much there is. We write it down.",
                ),
                "button_label": Words("Ver el cuidado facial", "Shop face care"),
                "button_link": "category:face",
                "image": "laboratory",
            },
        ),
        Block(
            "features",
            {
                "title": Words("Tres preguntas antes de comprar", "Three questions before we buy"),
                "items": (
                    {
                        "title": Words("¿Quién la cultiva?", "Who grows it?"),
                        "text": Words(
                            "Si no podemos visitar la finca o hablar con la cooperativa, buscamos "
                            "otra planta.",
                            "If we cannot visit the farm or talk to the co-op, we look for another "
                            "plant.",
                        ),
                        "icon": "users",
                    },
                    {
                        "title": Words("¿Vuelve a crecer?", "Does it grow back?"),
                        "text": Words(
                            "Hojas, frutos y semillas antes que cortezas. Lo silvestre, solo con "
                            "plan de cosecha.",
                            "Leaves, fruit and seeds before bark. Wild plants only with a harvest "
                            "plan.",
                        ),
                        "icon": "sprout",
                    },
                    {
                        "title": Words("¿Se nota?", "Can you feel it?"),
                        "text": Words(
                            "Probamos la fórmula con la planta y sin ella. Si nadie distingue, la "
                            "quitamos.",
                            "We try the formula with the plant and without it. If nobody can tell, "
                            "it goes.",
                        ),
                        "icon": "hand-heart",
                    },
                ),
            },
        ),
        Block(
            "rich_text",
            {
                "html": Words(
                    section(
                        "Todo es química",
                        "También el agua y la caléndula. No verás aquí la frase «libre de "
                        "químicos». Usamos conservantes, porque una crema con agua sin conservante "
                        "se daña en una semana; los escogemos entre los que admite la norma y los "
                        "ponemos en la lista, con su nombre.",
                    )
                    + section(
                        "El perfume",
                        "Ocho de nuestros diez productos para el rostro no llevan. Donde hay, lo "
                        "decimos y nombramos los alérgenos. Si tu piel se irrita con facilidad, "
                        "busca la etiqueta «sin perfume» en el buscador y prueba primero en el "
                        "antebrazo.",
                    )
                    + section(
                        "Lo que no prometemos",
                        "Hacemos cosméticos: limpian, hidratan, perfuman, dan color. No curan nada "
                        "y no vamos a insinuarlo. Si tienes una duda de salud, pregúntale a tu "
                        "dermatóloga; con gusto le mandamos la fórmula.",
                    )
                    + section(
                        "Cómo probamos",
                        "Veinticuatro voluntarias y voluntarios usan cada fórmula durante un mes, "
                        "en Rionegro, Guadalajara y Houston. Un laboratorio externo revisa "
                        "estabilidad y tolerancia. No probamos en animales ni se lo pedimos a "
                        "nadie.",
                    ),
                    section(
                        "Everything is chemistry",
                        "Water too, and calendula. You will not read “chemical-free” here. We use "
                        "preservatives, because a cream with water and no preservative goes bad in "
                        "a week. We choose them from those the rules allow and list them by name.",
                    )
                    + section(
                        "Fragrance",
                        "Eight of our ten face products have none. Where there is some, we "
                        "say so and name the allergens. If your skin is easily irritated, search "
                        "for “fragrance-free” and try a little on your forearm first.",
                    )
                    + section(
                        "What we do not promise",
                        "We make cosmetics: they clean, moisturize, scent and color. They do not "
                        "cure anything, and we will not hint that they do. If you have a health "
                        "question, ask your dermatologist; we will gladly send her the formula.",
                    )
                    + section(
                        "How we test",
                        "Twenty-four volunteers use each formula for a month, in Rionegro, "
                        "Guadalajara and Houston. An outside lab checks stability and tolerance. "
                        "We do not test on animals or ask anyone else to.",
                    ),
                )
            },
        ),
        Block(
            "gallery",
            {
                "scenes": (
                    {"scene": "rosehip", "alt": SCENES["rosehip"]},
                    {"scene": "cacao", "alt": SCENES["cacao"]},
                    {"scene": "orange_grove", "alt": SCENES["orange_grove"]},
                )
            },
        ),
        Block(
            "accordion",
            {
                "title": Words("De dónde viene cada planta", "Where each plant comes from"),
                "items": (
                    {
                        "question": Words("Caléndula", "Calendula"),
                        "answer": prose(
                            es=(
                                "La Ceja, Antioquia. La parcela de Rosalba y seis vecinas. Se "
                                "corta de enero a noviembre.",
                            ),
                            en=(
                                "La Ceja, Antioquia, from Rosalba's plot and six neighbors. Cut "
                                "from January to November.",
                            ),
                        ),
                    },
                    {
                        "question": Words("Copoazú y seje", "Cupuaçu and seje palm"),
                        "answer": prose(
                            es=(
                                "Caquetá y Guainía. Dos asociaciones que cosechan sin tumbar: el "
                                "copoazú bajo sombra, el seje subiendo con lazo.",
                            ),
                            en=(
                                "Caquetá and Guainía, in the Amazon. Two associations that harvest "
                                "without felling: cupuaçu under shade trees, seje by rope.",
                            ),
                        ),
                    },
                    {
                        "question": Words("Cacao", "Cacao"),
                        "answer": prose(
                            es=("Arauca la manteca y San Vicente de Chucurí la cáscara.",),
                            en=("The butter from Arauca, the husk from San Vicente de Chucurí.",),
                        ),
                    },
                    {
                        "question": Words("Rosa mosqueta", "Rosehip"),
                        "answer": prose(
                            es=(
                                "Sur de Chile. En Colombia no crece la variedad que necesitamos, y "
                                "preferimos decirlo.",
                            ),
                            en=(
                                "Southern Chile. The kind we need does not grow in Colombia, and "
                                "we would rather say so.",
                            ),
                        ),
                    },
                    {
                        "question": Words("Candelilla", "Candelilla"),
                        "answer": prose(
                            es=("Desierto de Coahuila, México, con cuota de cosecha anual.",),
                            en=("The Coahuila desert in Mexico, under a yearly harvest quota.",),
                        ),
                    },
                ),
            },
        ),
        Block(
            "rich_text",
            {
                "html": Words(
                    section("Los envases")
                    + bullets(
                        "Vidrio y aluminio para cremas, aceites y bálsamos.",
                        "Plástico reciclado donde el vidrio se rompe: la ducha.",
                        "El vidrio vacío vuelve con tu consultora o en tu siguiente envío.",
                    )
                    + paragraphs("Cada frasco de vidrio que vuelve descuenta tu próxima compra."),
                    section("Packaging")
                    + bullets(
                        "Glass and aluminum for creams, oils and balms.",
                        "Recycled plastic where glass would break: the shower.",
                        "Empty glass comes back with your consultant or in a return package.",
                    )
                    + paragraphs("Every glass jar that comes back lowers your next order."),
                )
            },
        ),
    ),
)
