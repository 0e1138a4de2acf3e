"""The certificates of the courses that end with an evaluation."""

from __future__ import annotations

from ..schema import Words
from .schema import CertificateSeed

SIGNER = Words("Inés Vélez, formación", "Inés Vélez, training")

CERTIFICATES = (
    CertificateSeed(
        course="know-your-skin",
        title=Words("Piel: lo que hay que saber", "Skin: the essentials"),
        text=Words(
            "Sabe reconocer un tipo de piel y armar una rutina de tres pasos.",
            "Knows how to tell a kind of skin and put together a three-step routine.",
        ),
    ),
    CertificateSeed(
        course="where-plants-come-from",
        title=Words("De la planta al frasco", "From the plant to the bottle"),
        text=Words(
            "Conoce de dónde viene lo que hay en cada frasco y quién lo cultiva.",
            "Knows where what is in every bottle comes from and who grows it.",
        ),
    ),
    CertificateSeed(
        course="selling-honestly",
        title=Words("Venta honesta", "Honest selling"),
        text=Words(
            "Aconseja sin prometer de más y cumple el código de conducta de Raíz.",
            "Advises without promising too much and keeps to Raíz's code of conduct.",
        ),
        months=12,
    ),
)
