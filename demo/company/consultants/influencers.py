"""Three who have pages of their own."""

from __future__ import annotations

from ..schema import Words
from .seeds import ConsultantSeed, FavouriteSeed

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
