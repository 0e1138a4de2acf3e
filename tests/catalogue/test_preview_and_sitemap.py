import pytest

from tests import factories as make

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def draft_of(subject, language, **changes):
    copy = subject.copies.get(locale__language_code=language)
    for name, value in changes.items():
        setattr(copy, name, value)
    return copy.save_revision().as_object()


def preview(draft, mode):
    response = draft.make_preview_request(preview_mode=mode)
    return response, response.content.decode()


def test_a_product_is_previewed_in_each_market_that_reads_the_language(face):
    product = make.listed(make.lipstick(categories=[face]))
    draft = draft_of(product, "es", title="Labial nuevo", summary="Aún sin publicar")

    assert [mode for mode, _label in draft.preview_modes] == ["es-co", "es-mx", "es-us"]
    for mode, price in [("es-co", "$99.000"), ("es-mx", "$489.00"), ("es-us", "$25.00")]:
        response, html = preview(draft, mode)
        assert response.status_code == 200
        assert "Labial nuevo" in html and "Aún sin publicar" in html and price in html
        assert "private" in response["Cache-Control"]


def test_what_is_previewed_is_not_public(client, address, face):
    product = make.listed(make.product(categories=[face]))
    preview(draft_of(product, "es", title="Secreto"), "es-co")

    response = client.get(
        address("es-co", "catalogue:product", path="cuidado-facial/crema-de-noche")
    )

    assert "Secreto" not in response.content.decode()


def test_words_that_were_never_published_can_be_previewed(face):
    product = make.product(categories=[face])
    for copy in product.copies.all():
        copy.unpublish()
    make.listed(product)

    response, html = preview(draft_of(product, "en", title="Brand new"), "en-us")

    assert response.status_code == 200
    assert "Brand new" in html and "$25.00" in html and 'id="add-to-cart"' in html


def test_a_product_that_is_not_public_yet_can_be_previewed(face):
    product = make.lipstick(categories=[face])
    product.is_public = False
    product.save()
    make.listed(product)

    response, html = preview(draft_of(product, "es", title="Pronto"), "es-co")

    assert response.status_code == 200
    assert "Pronto" in html and "$99.000" in html and "Pronto, Higo" in html


def test_the_preview_of_a_market_without_a_price_says_so(face):
    product = make.listed(make.product(prices={"us": "25.00"}, categories=[face]))

    response, html = preview(draft_of(product, "es"), "es-co")

    assert response.status_code == 200
    assert 'id="add-to-cart"' not in html


def test_a_category_is_previewed_with_its_products(face):
    make.listed(make.product(categories=[face]))

    response, html = preview(draft_of(face, "en", title="Faces"), "en-us")

    assert response.status_code == 200
    assert "Faces" in html and "Night cream" in html


def test_the_sitemap_lists_what_is_sold_where(client, face, creams):
    make.listed(
        make.product("Crema", "Cream", categories=[creams]),
        make.product("Sólo allá", None, prices={"us": "1"}, categories=[face]),
    )

    colombian = client.get("/sitemaps/es-co-1.xml").content.decode()
    american = client.get("/sitemaps/en-us-1.xml").content.decode()
    spanish = client.get("/sitemaps/es-us-1.xml").content.decode()

    assert "/cuidado-facial/cremas/crema/</loc>" in colombian
    assert "solo-alla" not in colombian and "solo-alla" in spanish
    # Words that are not translated have no address of their own.
    assert "solo-alla" not in american
    assert "/face-care/creams/cream/</loc>" in american
    for text in (colombian, american):
        addresses = [part.split("</loc>")[0] for part in text.split("<loc>")[1:]]
        for address in addresses:
            assert client.get(address.removeprefix("http://testserver")).status_code == 200
