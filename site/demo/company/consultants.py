"""Who sells Raíz under their own name, in their own words. All of them are invented."""

from __future__ import annotations

from .schema import ConsultantSeed, FavouriteSeed, Words

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
        first_name="Camila",
        last_name="Restrepo",
        email="camila.restrepo@consultoras.example",
        alias="camila-restrepo",
        code="10006",
        market="us",
        face="f:camila",
        city="Miami",
        greeting=Words(
            "Soy Camila. Nací en Pereira y vivo en Miami: te ayudo a cuidar la piel del sol, del "
            "aire acondicionado y de la prisa.",
            "I am Camila. Born in Pereira, living in Miami: I help you look after your skin in the "
            "sun, the air conditioning and the rush.",
        ),
        story=Words(
            "Cuando llegué extrañaba el olor del café por la mañana. La vela de Raíz fue lo "
            "primero que pedí; lo segundo fue trabajo.",
            "When I arrived I missed the smell of coffee in the morning. The Raíz candle was the "
            "first thing I asked for; work was the second.",
        ),
        contact={"whatsapp": "+13055550166", "email": "camila.restrepo@consultoras.example",
                 "instagram": "camila.raiz"},
        favourites=(
            FavouriteSeed("RZ-123", Words("Sin película blanca, ni en la playa.",
                                          "No white cast, not even at the beach.")),
            FavouriteSeed("RZ-611", Words("Mi casa, en una vela.", "My home, in a candle.")),
            FavouriteSeed("RZ-402", Words("Color y cuidado en un solo gesto.",
                                          "Color and care in a single gesture.")),
        ),
    ),
    ConsultantSeed(
        first_name="Denise",
        last_name="Walker",
        email="denise.walker@consultants.example",
        alias="denise-walker",
        code="10007",
        market="us",
        face="f:denise",
        city="Houston",
        greeting=Words(
            "Soy Denise, maestra jubilada. Contesto todos los mensajes, y despacio.",
            "I am Denise, a retired teacher. I answer every message, and I take my time.",
        ),
        story=Words(
            "Treinta y un años en un salón de clase me enseñaron a escuchar primero. Con la piel "
            "es igual.",
            "Thirty-one years in a classroom taught me to listen first. It is the same with skin.",
        ),
        contact={"phone": "+17135550177", "email": "denise.walker@consultants.example"},
        favourites=(
            FavouriteSeed("RZ-204", Words("Para quien trabaja con tiza o con tierra.",
                                          "For whoever works with chalk or with soil.")),
            FavouriteSeed("RZ-202", Words("Ligera, y huele a cocina limpia.",
                                          "Light, and it smells of a clean kitchen.")),
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
    ConsultantSeed(
        first_name="Grace",
        last_name="Kim",
        email="grace.kim@consultants.example",
        alias="grace-kim",
        code="10011",
        market="us",
        face="f:grace",
        city="Los Ángeles",
        greeting=Words(
            "Soy Grace. Vengo de una casa de diez pasos y me quedé con cuatro.",
            "I am Grace. I come from a home of ten steps, and I kept four.",
        ),
        story=Words(
            "Mi abuela lavaba el rostro con agua de arroz. Yo uso el aceite de moringa y pienso "
            "en ella.",
            "My grandmother washed her face with rice water. I use the moringa oil and think of "
            "her.",
        ),
        contact={"email": "grace.kim@consultants.example", "instagram": "grace.four.steps"},
        favourites=(
            FavouriteSeed("RZ-111", Words("Paso uno.", "Step one.")),
            FavouriteSeed("RZ-113", Words("Paso dos.", "Step two.")),
            FavouriteSeed("RZ-103", Words("Paso tres, y casi siempre el último.",
                                          "Step three, and nearly always the last.")),
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
"""A dozen consultants, in three countries."""

INFLUENCERS = (
    ConsultantSeed(
        first_name="Valentina",
        last_name="Duarte",
        email="valentina@influencia.example",
        alias="vale-duarte",
        code="20001",
        market="co",
        face="f:valentina",
        city="Cartagena",
        greeting=Words(
            "Filmo cómo se hacen las cosas. Esto es lo que uso cuando apago la cámara.",
            "I film how things are made. This is what I use when I turn the camera off.",
        ),
        story=Words(
            "Estudié cine documental y terminé grabando destilerías de romero en La Ceja a las "
            "cuatro de la mañana. Me quedé porque nadie posó: la gente de Raíz siguió trabajando. "
            "Desde entonces cuento de dónde viene lo que nos ponemos en la piel, con las manos de "
            "quien lo cultiva en primer plano.",
            "I studied documentary film and ended up recording rosemary stills in La Ceja at four "
            "in the morning. I stayed because nobody posed: the people of Raíz kept working. Since "
            "then I tell where the things we put on our skin come from, with the hands that grow "
            "them in the foreground.",
        ),
        lifestyle=Words(
            "Vivo con poco equipaje: dos lentes, una libreta y un neceser que cabe en una mano. "
            "Me levanto con el mar, edito hasta el almuerzo y por la tarde camino hasta Getsemaní. "
            "Si algo no resiste la sal, no viaja conmigo.",
            "I travel light: two lenses, a notebook and a pouch that fits in one hand. I get up "
            "with the sea, edit until lunch and walk to Getsemaní in the afternoon. What does not "
            "stand up to salt does not travel with me.",
        ),
        contact={"instagram": "vale.duarte.filma", "tiktok": "vale.duarte", "youtube": "valeduarte",
                 "email": "valentina@influencia.example"},
        favourites=(
            FavouriteSeed("RZ-123", Words("Rodar al mediodía sin miedo.",
                                          "Filming at noon without fear.")),
            FavouriteSeed("RZ-203", Words("Para la piel después de la sal.",
                                          "For skin after salt.")),
            FavouriteSeed("RZ-623", Words("El neceser del que hablo.", "The pouch I talk about.")),
        ),
    ),
    ConsultantSeed(
        first_name="Emiliano",
        last_name="Rivas",
        email="emiliano@influencia.example",
        alias="emiliano-rivas",
        code="20002",
        market="mx",
        face="m:emiliano",
        city="Ciudad de México",
        greeting=Words(
            "Cocino, corro y me cuido sin drama. Aquí está lo que repito.",
            "I cook, I run and I look after myself without drama. Here is what I repeat.",
        ),
        story=Words(
            "Tuve un restaurante once años y un descanso de dos semanas. En ese descanso descubrí "
            "que tenía piel. Ahora hablo de cuidado para hombres como hablo de caldos: pocos "
            "ingredientes, buen fuego y paciencia.",
            "I had a restaurant for eleven years and a break of two weeks. In that break I found "
            "out that I had skin. Now I talk about care for men the way I talk about broth: few "
            "ingredients, a good flame and patience.",
        ),
        lifestyle=Words(
            "Mercado a las seis, Chapultepec a las siete, cocina a las nueve. El cuidado cabe en "
            "lo que tarda el café: limpiar, hidratar, salir.",
            "Market at six, Chapultepec at seven, kitchen at nine. Care fits into the time coffee "
            "takes: clean, hydrate, leave.",
        ),
        contact={"instagram": "emiliano.caldos", "youtube": "emilianorivas"},
        favourites=(
            FavouriteSeed("RZ-112", Words("Quita el humo de la cocina.",
                                          "It takes off the smoke of the kitchen.")),
            FavouriteSeed("RZ-301", Words("Romero, como en el asado.",
                                          "Rosemary, as on the roast.")),
            FavouriteSeed("RZ-211", Words("Café y panela. Casi me lo como.",
                                          "Coffee and raw sugar. I nearly ate it.")),
        ),
    ),
    ConsultantSeed(
        first_name="Naomi",
        last_name="Bell",
        email="naomi@influence.example",
        alias="naomi-bell",
        code="20003",
        market="us",
        face="f:naomi",
        city="Atlanta",
        greeting=Words(
            "Escribo sobre rituales pequeños. Estos son los míos.",
            "I write about small rituals. These are mine.",
        ),
        story=Words(
            "Durante un año anoté cada noche una cosa que me había hecho bien. Ganaron el agua "
            "caliente, el silencio y un aceite que huele a vetiver. De esa libreta salió mi "
            "boletín, y del boletín, estas páginas.",
            "For a year I wrote down every night one thing that had done me good. Hot water, "
            "silence and an oil that smells of vetiver won. My newsletter came out of that "
            "notebook, and these pages out of the newsletter.",
        ),
        lifestyle=Words(
            "Sábados sin teléfono hasta las once. Una vela, una bata, una taza. Lo demás puede "
            "esperar.",
            "Saturdays without a phone until eleven. A candle, a robe, a cup. The rest can wait.",
        ),
        contact={"instagram": "naomi.small.rituals", "email": "naomi@influence.example"},
        favourites=(
            FavouriteSeed("RZ-512", Words("El aceite de la libreta.",
                                          "The oil from the notebook.")),
            FavouriteSeed("RZ-621", Words("La bata del sábado.", "The Saturday robe.")),
            FavouriteSeed("RZ-612", Words("Se enciende a las nueve.", "Lit at nine.")),
        ),
    ),
)  # fmt: skip
"""Three who have pages of their own."""
