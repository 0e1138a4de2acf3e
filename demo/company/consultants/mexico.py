"""Consultants in Mexico."""

from __future__ import annotations

from ..schema import Words
from .seeds import ConsultantSeed, FavouriteSeed

CONSULTANTS = (
    ConsultantSeed(
        first_name="Ximena",
        last_name="Villarreal",
        email="ximena.villarreal@consultoras.example",
        alias="ximena-villarreal",
        code="10004",
        market="mx",
        face="f:ximena",
        city="Guadalajara",
        greeting=Words(
            "Soy Ximena. Armo rituales de domingo para gente que no tiene domingos. Cuéntame "
            "cuánto tiempo tienes y yo hago que alcance.",
            "I am Ximena. I put together Sunday rituals for people without Sundays. Tell me how "
            "much time you have and I will make it enough.",
        ),
        story=Words(
            "Soy enfermera y trabajo de noche. Aprendí que diez minutos bien usados cuidan más que "
            "una hora con prisa. Eso es lo que comparto.",
            "I am a nurse and I work nights. I learned that ten minutes well spent care more than "
            "an hour in a hurry. That is what I share.",
        ),
        contact={"whatsapp": "+523355550144", "phone": "+523355550144",
                 "facebook": "ximena.rituales"},
        favourites=(
            FavouriteSeed("RZ-632", Words("Un domingo entero en una caja.",
                                          "A whole Sunday in a box.")),
            FavouriteSeed("RZ-212", Words("Para después de una guardia larga.",
                                          "For after a long shift.")),
            FavouriteSeed("RZ-122", Words("La pongo antes de dormir de día.",
                                          "I put it on before I sleep by day.")),
        ),
    ),
    ConsultantSeed(
        first_name="Rosario",
        last_name="Méndez",
        email="rosario.mendez@consultoras.example",
        alias="chayo-mendez",
        code="10005",
        market="mx",
        face="f:rosario",
        city="Ciudad de México",
        greeting=Words(
            "Soy Chayo, de la Narvarte. Llevo tu pedido en bici los miércoles y te dejo muestras "
            "de lo que quieras probar.",
            "I am Chayo, from Narvarte. I bring your order by bike on Wednesdays, with samples of "
            "whatever you would like to try.",
        ),
        story=Words(
            "Vendí libros, plantas y pan. Me quedé con lo que huele bien.",
            "I have sold books, plants and bread. I stayed with what smells good.",
        ),
        contact={"whatsapp": "+525555550155", "instagram": "chayo.en.bici"},
        favourites=(
            FavouriteSeed("RZ-511", Words("Mandarina en la calle, a la una de la tarde.",
                                          "Tangerine in the street, at one in the afternoon.")),
            FavouriteSeed("RZ-401", Words("El tono arcilla le queda a todo el mundo.",
                                          "The clay shade suits everybody.")),
        ),
    ),
    ConsultantSeed(
        first_name="Teresa",
        last_name="Nava",
        email="teresa.nava@consultoras.example",
        alias="tere-nava",
        code="10010",
        market="mx",
        face="f:teresa",
        city="Oaxaca",
        greeting=Words(
            "Soy Tere. Tejo por la mañana y reparto por la tarde.",
            "I am Tere. I weave in the morning and deliver in the afternoon.",
        ),
        story=Words(
            "Mis manos son mi herramienta. La crema de caléndula las trae de vuelta cada noche.",
            "My hands are my tools. The calendula cream brings them back every night.",
        ),
        contact={"phone": "+529515550100"},
        favourites=(
            FavouriteSeed("RZ-204", Words("Mi herramienta para las herramientas.",
                                          "My tool for my tools.")),
            FavouriteSeed("RZ-621", Words("El tejido respira. Sé lo que digo.",
                                          "The weave breathes. I know what I am saying.")),
        ),
    ),
)  # fmt: skip
