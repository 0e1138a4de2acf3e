"""Aliases: the name in a site's URL (``/@lili-gomez/``), and which names may be chosen.

An alias has 3 to 30 lower-case ASCII letters, digits and single hyphens, and begins with a letter.
Two aliases that look alike are treated as the same: they have the same *skeleton*, without hyphens
and with look-alikes (0 and o, 1, i and l, rn and m, …) as one letter. The pairs are those of
Unicode's confusables (UTS 39) within this alphabet.
"""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from markets.text import as_seen

SHORTEST, LONGEST = 3, 30
# First path segments that the company uses.
COMPANY_PATHS = ("admin", "api", "brand", "documents", "health", "media", "static", "webhooks")
SHAPE = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
LOOKALIKES = str.maketrans({"0": "o", "1": "l", "i": "l", "5": "s", "2": "z", "8": "b"})
LOOKALIKE_PAIRS = (("rn", "m"), ("vv", "w"))

# Reserved: paths of the company, words of authority, and names that visitors would trust.
RESERVED = frozenset(
    """
    about account admin administrador administrator api app assets ayuda blog brand buscar
    business carrito cart catalog catalogo ceo checkout compania company consultant
    consultants consultor consultora consultores contact contacto contenido corporate
    corporativo cuenta demo director documentos documents empresa equipo false health help
    home house influencer influencers info inicio legal login logout mail media moderador
    moderator null official oficial orders owner page pagina pago payment pedidos prensa
    press privacidad privacy public root sales salud search security seguridad shop site
    sitemap sitio soporte staff static store support system team terminos terms test tienda
    true undefined user users usuario ventas visitor vitrina webhooks webmaster www
    """.split()  # noqa: SIM905
)

# Words that offend as a whole word only ("ano" is in "ana-no"), and those that offend anywhere.
OFFENSIVE_WORDS = frozenset(
    """
    anal ano anus ass bitch bollocks cabron caca cock cono crap culo cum damn dick fag
    gonorrea hijueputa idiota imbecil jode jodido kkk mamon marica maricon mierda mojon nazi
    nazis negrata nigga orto panocha pedo pendejo pene perra piss pito polla porn porno
    prick puta putas puto putos rape sex sexo sexy slut tetas tits twat verga vergas viol
    xxx zorra
    """.split()  # noqa: SIM905
)
OFFENSIVE_ANYWHERE = (
    "asshole", "bastard", "chingad", "culero", "faggot", "fuck", "gilipoll", "gonorrea", "hitler",
    "hijodeputa", "hijueputa", "malparid", "mierda", "motherf", "nigger", "pendej", "porno",
    "retard", "shit", "whore",
)  # fmt: skip


def plain(text: str) -> str:
    """Lower case without accents: "Lili-Gómez" → "lili-gomez". Keeps other scripts and control
    characters, which no alias has."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", kept)


def suggest(name: str) -> str:
    """Suggest an alias for a name: "Lili Gómez" → "lili-gomez". "" if no letters are left."""
    words = re.sub(r"[^a-z0-9]+", "-", plain(name)).strip("-")
    words = re.sub(r"^[0-9-]+", "", words)[:LONGEST].strip("-")
    return words if len(words) >= SHORTEST else ""


def skeleton(alias: str) -> str:
    """The skeleton of an alias: the same for all aliases that look alike."""
    text = plain(alias).replace("-", "")
    for pair, letter in LOOKALIKE_PAIRS:
        text = text.replace(pair, letter)
    return text.translate(LOOKALIKES)


def is_wellformed(alias: str) -> bool:
    return SHORTEST <= len(alias) <= LONGEST and bool(SHAPE.match(alias))


def clean(text: str) -> str:
    """Validate and normalize a requested alias. Raises ValidationError with the reason.

    Whether it is free is checked when it is saved (``services.rename_site``).
    """
    # Invisible characters from a paste are dropped; control characters are refused.
    has_control = any(unicodedata.category(char) == "Cc" for char in text.strip())
    alias = plain(text.strip() if has_control else as_seen(text))
    if len(alias) < SHORTEST:
        raise ValidationError(_("Use at least %(count)d letters.") % {"count": SHORTEST})
    if len(alias) > LONGEST:
        raise ValidationError(_("Use at most %(count)d letters.") % {"count": LONGEST})
    if not SHAPE.match(alias):
        raise ValidationError(
            _("Use letters, digits and single hyphens, and begin with a letter: lili-gomez.")
        )
    words = {skeleton(word) for word in (alias, *alias.split("-"))}
    whole = skeleton(alias)
    if whole in RESERVED_SKELETONS:
        raise ValidationError(_("This name belongs to the company. Choose another one."))
    if words & OFFENSIVE_SKELETONS or any(part in whole for part in OFFENSIVE_PARTS):
        raise ValidationError(_("This name could offend someone. Choose another one."))
    return alias


RESERVED_SKELETONS = frozenset(skeleton(word) for word in RESERVED)
OFFENSIVE_SKELETONS = frozenset(skeleton(word) for word in OFFENSIVE_WORDS)
OFFENSIVE_PARTS = tuple(skeleton(part) for part in OFFENSIVE_ANYWHERE)
