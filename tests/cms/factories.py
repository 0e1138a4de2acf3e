"""Pages and pictures as editors would have made them."""

from io import BytesIO

from django.core.files.images import ImageFile
from wagtail.images import get_image_model

from corporate.models import ContactPage, ContentPage, HomePage
from tests.pictures import plain_png
from tests.unindexed import unindexed


def home(language: str = "es") -> HomePage:
    return HomePage.objects.get(locale__language_code=language)


@unindexed()
def make_page(
    title: str, slug: str, *, parent=None, body=(), publish=True, model=ContentPage, **fields
):
    """A page below the Spanish home page, published unless said otherwise."""
    page = model(title=title, slug=slug, live=False, **fields)
    if body:
        page.body = list(body)
    (parent or home()).add_child(instance=page)
    revision = page.save_revision()
    if publish:
        revision.publish()
        page.refresh_from_db()
    return page


def make_contact_page(**fields) -> ContactPage:
    fields = {"consent_text": "<p>Acepto.</p>", "mail_to": "equipo@example.com", **fields}
    return make_page("Contacto", "contacto", model=ContactPage, **fields)


@unindexed()
def make_image(title: str = "Bosque", colour: str = "#5E7361", size=(1600, 1000)):
    file = ImageFile(BytesIO(plain_png(colour, *size)), name=f"{title.lower()}.png")
    return get_image_model().objects.create(title=title, file=file)


def link_to(page) -> list:
    """The value of a link block that leads to a page."""
    return [("page", page)]
