import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail_localize.models import (
    StringTranslation,
    Translation,
    TranslationSource,
)

from commerce.copy.models import CategoryCopy, ProductCopy
from commerce.copy.paths import index_path
from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.every_engine]


def words(subject, language):
    return subject.copies.get(locale__language_code=language)


# --- Addresses ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Crema de día", "crema-de-dia"),
        ("Champú & acondicionador 2·en·1", "champu-acondicionador-2en1"),
        ("面霜", "product-{pk}"),
        ("¡!", "product-{pk}"),
        ("x" * 120, "x" * 120),
    ],
)
def test_an_address_is_made_from_the_title(title, slug):
    product = make.product(title, None)

    assert words(product, "es").slug == slug.format(pk=product.pk)


def test_an_address_is_made_free():
    first, second, third = (make.product("Sérum", None) for _ in range(3))

    slugs = [words(product, "es").slug for product in (first, second, third)]
    assert slugs == ["serum", "serum-2", "serum-3"]


def test_a_product_never_takes_a_categorys_address():
    category = make.category("Jabones", "Soaps")
    product = make.product("Jabones", "Jabones", categories=[category])

    assert words(product, "es").slug == "jabones-2"
    assert words(product, "en").slug == "jabones"


def test_a_draft_whose_address_was_taken_meanwhile_still_goes_live():
    product = make.product("Sérum", None)
    copy = words(product, "es")
    copy.slug = "aceite"
    draft = copy.save_revision()
    make.product("Aceite", None)

    draft.publish()

    assert words(product, "es").slug == "aceite-2"


# --- Redirects ----------------------------------------------------------------------------


def rename(subject, language, slug):
    copy = words(subject, language)
    copy.slug = slug
    copy.save_revision().publish()


def test_an_old_product_address_leads_to_the_new_one(client):
    face = make.category("Rostro", "Face")
    product = make.listed(make.product("Sérum", "Serum", categories=[face]))
    old = product.listings.get(market="co").path

    rename(product, "es", "suero")
    make.listed(product)

    new = product.listings.get(market="co").path
    assert new == f"{index_path('es')}rostro/suero/"
    response = client.get(f"/es-co{old}")
    assert (response.status_code, response["Location"]) == (301, f"/es-co{new}")
    # The other language's address has not moved.
    assert client.get(f"/en-us{product.listings.get(language='en').path}").status_code == 200


def test_a_second_renaming_leaves_no_chain_and_going_back_no_circle(client):
    product = make.listed(make.product("Sérum", None))

    rename(product, "es", "suero")
    rename(product, "es", "gotas")
    base = index_path("es")
    links = dict(Redirect.objects.values_list("old_path", "redirect_link"))
    assert links[f"{base}serum"] == links[f"{base}suero"] == f"{base}gotas/"

    rename(product, "es", "serum")
    make.listed(product)
    assert client.get(f"/es-co{base}serum/").status_code == 200
    assert client.get(f"/es-co{base}gotas/")["Location"] == f"/es-co{base}serum/"


def test_one_redirect_moves_a_category_and_everything_below(client):
    face = make.category("Rostro", "Face")
    creams = make.category("Cremas", "Creams", parent=face)
    product = make.listed(make.product("Sérum", None, categories=[creams]))
    old = product.listings.get(market="co").path

    rename(face, "es", "cara")
    make.listed(product)

    assert Redirect.objects.count() == 1
    base = index_path("es")
    assert client.get(f"/es-co{base}rostro/")["Location"] == f"/es-co{base}cara/"
    assert client.get(f"/es-co{base}rostro/cremas/")["Location"] == f"/es-co{base}cara/cremas/"
    assert client.get(f"/es-co{old}")["Location"] == f"/es-co{base}cara/cremas/serum/"


def test_a_draft_moves_nothing():
    product = make.product("Sérum", None)
    copy = words(product, "es")
    copy.slug = "suero"
    copy.save_revision()

    assert not Redirect.objects.exists()
    assert words(product, "es").slug == "serum"


# --- Titles, translation, deletion --------------------------------------------------------


def test_the_title_in_the_default_language_is_oscars_title():
    product = make.product("Sérum", "Serum")
    category = make.category("Rostro", "Face")

    copy = words(product, "es")
    copy.title = "Sérum de noche"
    copy.save_revision().publish()
    words(category, "en").save_revision().publish()

    product.refresh_from_db()
    category.refresh_from_db()
    assert (product.title, category.name) == ("Sérum de noche", "Rostro")


def translate(source, title):
    """As the translation editor does it: strings in, then publish."""
    origin, _made = TranslationSource.update_or_create_from_instance(source)
    english = make.locale("en")
    Translation.objects.get_or_create(source=origin, target_locale=english)
    for segment in origin.stringsegment_set.select_related("string"):
        if segment.string.data == source.title:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=english,
                context=segment.context,
                defaults={"data": title},
            )
    return origin.create_or_update_translation(english, publish=True, fallback=True)[0]


def test_a_translation_gets_an_address_of_its_own(django_capture_on_commit_callbacks):
    product = make.product("Crema de noche", None)

    with django_capture_on_commit_callbacks(execute=True):
        translate(words(product, "es"), "Night cream")

    copy = words(product, "en")
    assert (copy.title, copy.slug, copy.live) == ("Night cream", "night-cream", True)

    with django_capture_on_commit_callbacks(execute=True):
        translate(words(product, "es"), "Overnight cream")
    copy.refresh_from_db()
    assert (copy.title, copy.slug) == ("Overnight cream", "overnight-cream")
    assert Redirect.objects.filter(old_path=f"{index_path('en')}night-cream").exists()


def test_deleting_the_source_deletes_its_translations(django_capture_on_commit_callbacks):
    product = make.product("Crema de noche", None)
    with django_capture_on_commit_callbacks(execute=True):
        translate(words(product, "es"), "Night cream")

    words(product, "es").delete()

    assert not ProductCopy.objects.filter(product=product).exists()
    assert not TranslationSource.objects.exists()


def test_deleting_a_translation_leaves_its_source():
    category = make.category("Rostro", "Face")

    words(category, "en").delete()

    assert CategoryCopy.objects.filter(category=category).count() == 1
