"""Our history."""

from __future__ import annotations

from ..markup import section
from ..scenes import SCENES
from ..schema import Block, PageSeed, Words

HISTORY = PageSeed(
    key="history",
    slug=Words("nuestra-historia", "our-history"),
    title=Words("Nuestra historia", "Our story"),
    summary=Words(
        "Una química, una cultivadora y una enfermera con una libreta: cómo empezó Raíz.",
        "A chemist, a grower and a nurse with a notebook: how Raíz began.",
    ),
    blocks=(
        Block(
            "hero",
            {
                "title": Words("Cuarenta frascos y una mesa", "Forty jars and a table"),
                "text": Words(
                    "Raíz empezó un sábado de 2011 en la plaza de La Ceja, en el oriente de "
                    "Antioquia.",
                    "Raíz began on a Saturday in 2011, in the market square of La Ceja, in the "
                    "hills east of Medellín.",
                ),
                "button_label": Words("Conoce los ingredientes", "See the ingredients"),
                "button_link": "page:ingredients",
                "image": "market_table",
            },
        ),
        Block(
            "rich_text",
            {
                "html": Words(
                    section(
                        "Dos vecinas",
                        "Rosalba Ibarra cultivaba caléndula para las funerarias. Elena Cárdenas, "
                        "química farmacéutica, acababa de volver al pueblo a cuidar a su mamá y "
                        "vivía a tres casas. Un día le pidió un balde de flores que se iban a "
                        "perder y, cuarenta días después, le devolvió un frasco de bálsamo.",
                        "Rosalba lo probó en las manos, que eran de quien arranca maleza desde los "
                        "doce años. Pidió otro. Después pidió cuarenta, para vender en la plaza.",
                    )
                    + section(
                        "La tercera semana",
                        "Vendieron once frascos el primer sábado y nueve el segundo. El tercero, "
                        "Nubia Restrepo, enfermera del turno de noche, se llevó doce. El lunes los "
                        "había repartido entre sus compañeras, y traía una libreta: quién compró "
                        "cuál, qué le gustó y qué no.",
                        "En esa libreta estaba todo lo que íbamos a ser. Nadie recomienda mejor "
                        "que una persona en la que ya confías, y nadie corrige mejor una fórmula "
                        "que quien la usa veinte veces por turno.",
                    ),
                    section(
                        "Two neighbors",
                        "Rosalba Ibarra grew calendula for funeral homes. Elena Cárdenas, a "
                        "pharmaceutical chemist, had just moved back to town to look after her "
                        "mother and lived three doors down. One day she asked for a bucket of "
                        "flowers that would have gone to waste; forty days later she handed back a "
                        "jar of balm.",
                        "Rosalba tried it on her hands, which had pulled weeds since she was "
                        "twelve. She asked for another. Then she asked for forty, to sell at the "
                        "market.",
                    )
                    + section(
                        "The third week",
                        "They sold eleven jars the first Saturday and nine the second. On the "
                        "third, Nubia Restrepo, a night nurse, took twelve. By Monday she had "
                        "passed them on to her coworkers, and she came back with a notebook: who "
                        "had bought which, what they liked, what they did not.",
                        "Everything we would become was in that notebook. Nobody recommends better "
                        "than a person you already trust, and nobody corrects a formula better "
                        "than someone who uses it twenty times a shift.",
                    ),
                )
            },
        ),
        Block(
            "quote",
            {
                "text": Words(
                    "Elena quería vender en farmacias. Yo le dije: las enfermeras ya hicieron la "
                    "farmacia.",
                    "Elena wanted to sell in drugstores. I told her: the nurses have already built "
                    "the drugstore.",
                ),
                "author": Words("Rosalba Ibarra, cofundadora", "Rosalba Ibarra, cofounder"),
            },
        ),
        Block(
            "gallery",
            {
                "scenes": (
                    {"scene": "calendula", "alt": SCENES["calendula"]},
                    {"scene": "laboratory", "alt": SCENES["laboratory"]},
                    {"scene": "conversation", "alt": SCENES["conversation"]},
                )
            },
        ),
        Block(
            "rich_text",
            {
                "html": Words(
                    section(
                        "2014: un laboratorio",
                        "Alquilamos una bodega en Rionegro y compramos la primera marmita de "
                        "segunda mano, que todavía anda. Ahí nacieron el champú de romero y la "
                        "crema de manos.",
                    )
                    + section(
                        "2016: México",
                        "Lucía Prado se mudó de Medellín a Guadalajara con dos maletas, una llena "
                        "de jabones. A los cuatro meses pedía por cajas. De México trajimos la "
                        "candelilla, que hizo posible el labial.",
                    )
                    + section(
                        "2021: Estados Unidos",
                        "Abrimos en Houston porque allá vivían las hermanas, las primas y las "
                        "hijas de nuestras consultoras, y ya llevaban años recibiendo encomiendas.",
                    )
                    + section(
                        "Hoy",
                        "Somos treinta y cuatro personas entre laboratorio, bodega y oficina. Les "
                        "compramos a veintiuna familias y cooperativas. Más de mil ochocientas "
                        "consultoras y consultores llevan su propia libreta. Rosalba sigue "
                        "cortando caléndula a media mañana, cuando se va el rocío.",
                    ),
                    section(
                        "2014: a lab",
                        "We rented a warehouse in Rionegro and bought our first mixing kettle "
                        "secondhand. It still runs. The rosemary shampoo and the hand cream were "
                        "born there.",
                    )
                    + section(
                        "2016: Mexico",
                        "Lucía Prado moved from Medellín to Guadalajara with two suitcases, one of "
                        "them full of soap. Four months later she was ordering by the case. From "
                        "Mexico we brought back candelilla wax, which made the lipstick possible.",
                    )
                    + section(
                        "2021: the United States",
                        "We opened in Houston because that is where our consultants' sisters, "
                        "cousins and daughters lived, and they had been getting packages from home "
                        "for years.",
                    )
                    + section(
                        "Today",
                        "There are thirty-four of us in the lab, the warehouse and the office. We "
                        "buy from twenty-one families and co-ops. More than eighteen hundred "
                        "consultants keep a notebook of their own. Rosalba still cuts calendula at "
                        "midmorning, once the dew is gone.",
                    ),
                )
            },
        ),
        Block(
            "cta",
            {
                "title": Words("La flor del principio", "The flower we began with"),
                "text": Words(
                    "La crema de día lleva el mismo macerado de aquel primer frasco.",
                    "Our day cream holds the same infusion as that first jar.",
                ),
                "button_label": Words("Ver la crema de caléndula", "See the calendula cream"),
                "button_link": "product:RZ-121",
            },
        ),
    ),
)
