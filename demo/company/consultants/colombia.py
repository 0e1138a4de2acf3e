"""Consultants in Colombia."""

from __future__ import annotations

from ..schema import Words
from .seeds import ConsultantSeed, FavouriteSeed

CONSULTANTS = (
    ConsultantSeed(
        first_name="Lili",
        last_name="Gómez",
        email="lili.gomez@consultoras.example",
        alias="lili-gomez",
        code="10001",
        market="co",
        face="f:lili",
        city="Medellín",
        greeting=Words(
            "Soy Lili. Llevo nueve años ayudando a mis vecinas de Laureles a encontrar lo que su "
            "piel sí agradece. Escríbeme y lo vemos sin prisa.",
            "I am Lili. For nine years I have helped my neighbors in Laureles find what their skin "
            "is thankful for. Write to me and we will take our time.",
        ),
        story=Words(
            "Empecé con una sola crema, la de caléndula, que le llevé a mi mamá después de un "
            "verano de sol en Santa Fe. A ella se le calmó la piel; a mí se me abrió un oficio. "
            "Hoy visito a treinta familias al mes, casi siempre con un café de por medio, y no le "
            "vendo a nadie lo que yo no usaría.",
            "I started with a single cream, the calendula one, which I brought my mother after a "
            "sunny summer in Santa Fe. Her skin calmed down; I found a trade. Today I visit thirty "
            "families a month, nearly always over a coffee, and I sell nobody what I would not "
            "use myself.",
        ),
        contact={"phone": "+573005550111", "whatsapp": "+573005550111", "instagram": "lili.raiz",
                 "email": "lili.gomez@consultoras.example"},
        favourites=(
            FavouriteSeed("RZ-121", Words("La primera que usé y la que nunca falta en mi bolso.",
                                          "The first one I used, and always in my bag.")),
            FavouriteSeed("RZ-101", Words("Tres gotas por la noche. En dos semanas me cuentas.",
                                          "Three drops at night. Tell me in two weeks.")),
            FavouriteSeed("RZ-204", Words("Para manos que lavan, cocinan y escriben.",
                                          "For hands that wash, cook and write.")),
            FavouriteSeed("RZ-611", Words("Huele a la casa de mi abuela en Jericó.",
                                          "It smells of my grandmother's house in Jericó.")),
        ),
    ),
    ConsultantSeed(
        first_name="Marta",
        last_name="Ruiz Salazar",
        email="marta.ruiz@consultoras.example",
        alias="marta-ruiz",
        code="10002",
        market="co",
        face="f:marta",
        city="Bogotá",
        greeting=Words(
            "Hola, soy Marta, química farmacéutica. Te explico qué hay en cada frasco y para qué "
            "sirve, sin palabras raras.",
            "Hello, I am Marta, a pharmacist. I will tell you what is in each bottle and what it "
            "is for, in plain words.",
        ),
        story=Words(
            "Trabajé doce años en un laboratorio. Lo que más extraño es mirar al microscopio; lo "
            "que más disfruto ahora es ver la cara de alguien cuando por fin entiende su etiqueta.",
            "I worked in a laboratory for twelve years. What I miss most is the microscope; what I "
            "enjoy most now is somebody's face when they finally understand their label.",
        ),
        contact={"whatsapp": "+573105550122", "email": "marta.ruiz@consultoras.example"},
        favourites=(
            FavouriteSeed("RZ-102", Words("Vitamina C que no pica. Guárdala lejos de la luz.",
                                          "Vitamin C that does not sting. Keep it in the dark.")),
            FavouriteSeed("RZ-123", Words("Dos dedos de producto, todos los días, aunque llueva.",
                                          "Two fingers of it, every day, rain or shine.")),
            FavouriteSeed("RZ-112", Words("Limpia sin dejar la piel tirante.",
                                          "It cleans without leaving the skin tight.")),
        ),
    ),
    ConsultantSeed(
        first_name="Óscar",
        last_name="Quintero",
        email="oscar.quintero@consultoras.example",
        alias="oscar-quintero",
        code="10003",
        market="co",
        face="m:oscar",
        city="Cali",
        greeting=Words(
            "Soy Óscar, barbero en San Antonio. Si tienes barba, caspa o pelo cansado, "
            "pregúntame antes de comprar.",
            "I am Óscar, a barber in San Antonio. If you have a beard, dandruff or tired hair, "
            "ask me before you buy.",
        ),
        story=Words(
            "En la barbería todos preguntaban qué les ponía en el pelo. Un día dejé los frascos "
            "sobre el mesón y se acabaron antes del almuerzo.",
            "At the barbershop everybody asked what I put in their hair. One day I left the "
            "bottles on the counter, and they were gone before lunch.",
        ),
        contact={"whatsapp": "+573155550133", "instagram": "barberia.quintero"},
        favourites=(
            FavouriteSeed("RZ-301", Words("Romero para el cuero cabelludo que pica.",
                                          "Rosemary for a scalp that itches.")),
            FavouriteSeed("RZ-312", Words("Una gota en la barba y se acabó la resequedad.",
                                          "One drop in the beard and the dryness is over.")),
        ),
    ),
    ConsultantSeed(
        first_name="Julián",
        last_name="Ospina",
        email="julian.ospina@consultoras.example",
        alias="julian-ospina",
        code="10008",
        market="co",
        face="m:julian",
        city="Manizales",
        greeting=Words(
            "Soy Julián. Subo montañas y bajo quemado: por eso sé de bálsamos.",
            "I am Julián. I go up mountains and come down sunburned: that is why I know balms.",
        ),
        story=Words(
            "Guío caminatas en Los Nevados. En mi morral van agua, panela y el protector de Raíz.",
            "I guide hikes in Los Nevados. In my pack are water, raw sugar and Raíz sunscreen.",
        ),
        contact={"whatsapp": "+573205550188"},
        favourites=(
            FavouriteSeed("RZ-123", Words("A 4.800 metros no hay sombra.",
                                          "At 4,800 meters there is no shade.")),
            FavouriteSeed("RZ-402", Words("Para los labios, en el viento.",
                                          "For the lips, in the wind.")),
        ),
    ),
    ConsultantSeed(
        first_name="Adriana",
        last_name="Cabal",
        email="adriana.cabal@consultoras.example",
        alias="adriana-cabal",
        code="10009",
        market="co",
        face="f:adriana",
        city="Barranquilla",
        greeting=Words(
            "Soy Adri. Aquí hace calor todo el año: te digo qué aguanta y qué no.",
            "I am Adri. It is hot here all year: I will tell you what lasts and what does not.",
        ),
        story=Words(
            "Maquillo novias junto al mar. Si un labial sobrevive una boda en Puerto Colombia, "
            "sobrevive a todo.",
            "I do makeup for brides by the sea. If a lipstick survives a wedding in Puerto "
            "Colombia, it survives anything.",
        ),
        contact={"whatsapp": "+573005550199", "instagram": "adri.maquilla",
                 "tiktok": "adri.maquilla"},
        favourites=(
            FavouriteSeed("RZ-411", Words("Se funde con el calor, no se derrite.",
                                          "It blends in the heat and does not melt.")),
            FavouriteSeed("RZ-412", Words("Un golpe de achiote y ya estás.",
                                          "A touch of annatto and you are ready.")),
            FavouriteSeed("RZ-421", Words("Los cafés del Páramo sirven para todo.",
                                          "The Páramo browns go with everything.")),
        ),
    ),
    ConsultantSeed(
        first_name="Hernán",
        last_name="Bonilla",
        email="hernan.bonilla@consultoras.example",
        alias="hernan-bonilla",
        code="10012",
        market="co",
        face="m:hernan",
        city="Pasto",
        greeting=Words(
            "Soy Hernán. Cultivo caléndula para Raíz y también la vendo, ya hecha crema.",
            "I am Hernán. I grow calendula for Raíz, and I sell it too, as a cream.",
        ),
        story=Words(
            "Si compras aquí, compras dos veces a mi finca.",
            "If you buy here, you buy from my farm twice.",
        ),
        contact={"whatsapp": "+573165550112"},
        favourites=(
            FavouriteSeed("RZ-121", Words("Mi cosecha de marzo.", "My March harvest.")),
            FavouriteSeed("RZ-613", Words("Caléndula del mismo lote.",
                                          "Calendula from the same field.")),
        ),
    ),
)  # fmt: skip
