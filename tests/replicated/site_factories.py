"""Consultants' sites as they fill them in, and the page that marketers write for all of them."""

from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pillow

from replicated.storefronts import photos, services
from replicated.storefronts.models import ConsultantPage
from tests.cms.factories import home, make_page


def photo_file(colour="#A8481F", *, size=(900, 900), gps=False) -> SimpleUploadedFile:
    buffer = BytesIO()
    picture = Pillow.effect_noise(size, 40).convert("RGB")
    picture.paste(colour, (0, 0, size[0] // 2, size[1]))
    exif = picture.getexif()
    if gps:
        exif[0x8825] = {1: "N", 2: (6.0, 15.0, 0.0)}
        exif[0x010F] = "A camera"
    picture.save(buffer, "JPEG", exif=exif)
    return SimpleUploadedFile("me.jpg", buffer.getvalue(), "image/jpeg")


def contact(**shown) -> dict:
    """``contact(phone="+57…")`` shows it; a value in a tuple is kept to themselves."""
    return {
        kind: {"value": value[0], "show": False}
        if isinstance(value, tuple)
        else {"value": value, "show": True}
        for kind, value in shown.items()
    }


def write_site(consultant, *, photo=False, publish=True, by=None, **parts):
    """A site as its consultant filled it in, published unless said otherwise."""
    services.save_draft(consultant=consultant, **{"name": consultant.person.name} | parts)
    if photo:
        services.set_photo(consultant=consultant, photo=photos.read(photo_file()))
    if publish:
        services.publish(consultant=consultant, by=by)
    consultant.refresh_from_db()
    return services.profile_of(consultant)


BODY = [
    ("greeting", {"title": "{name}", "greeting": "Soy {first_name}", "tone": "blush"}),
    ("favourites", {"title": "Favoritos de {name}", "instead": "featured"}),
    ("story", {"title": "Historia", "tone": "plain"}),
    ("join", {"title": "Regístrate con {name}", "text": "", "label": "", "tone": "plain"}),
    ("share", {"title": "Compartir", "text": ""}),
]


def make_consultant_page(language="es", *, body=None, source=None, **fields) -> ConsultantPage:
    if source is not None:
        fields["translation_key"] = source.translation_key
    return make_page(
        "Consultoras",
        f"consultoras-{language}",
        parent=home(language),
        model=ConsultantPage,
        body=BODY if body is None else body,
        locale=home(language).locale,
        **fields,
    )
