"""Consultants in the United States."""

from __future__ import annotations

from ..schema import Words
from .seeds import ConsultantSeed, FavouriteSeed

CONSULTANTS = (
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
)  # fmt: skip
