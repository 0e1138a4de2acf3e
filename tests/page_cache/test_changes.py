"""Whatever a page shows: when it changes, the next reader sees it."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from oscar.core.loading import get_model
from wagtail.documents import get_document_model
from wagtail.models import Site

from cms.models import BrandSettings, HeaderMenu
from cms.page_cache import freshness
from commerce.copy.models import CategoryCopy, OptionCopy, ProductCopy
from commerce.inventory.services import adjust_stock
from commerce.media.models import CategoryPhoto
from commerce.merchandising.services.categories import change_category
from commerce.merchandising.services.products import remove_product
from commerce.pricing.models import Price
from commerce.recommendations.models import Complement
from tests import factories as make
from tests.cms.factories import home, link_to, make_page

pytestmark = pytest.mark.one_database

Document = get_document_model()


@pytest.fixture(params=["kept", "drawn again"])
def read(read, request):
    """Kept pages, and pages that are drawn again from what drawings share, change alike."""
    if request.param == "kept":
        return read
    client = Client(HTTP_AUTHORIZATION="none")
    return lambda path, **options: read(path, **{"client": client, **options})


@pytest.fixture
def cream(transactional_db):
    face = make.category("Rostro", "Face")
    product = make.product("Crema", "Cream", sku="C-1", categories=[face], stock=40)
    make.listed()
    return product


def path_of(product) -> str:
    return f"/es-co{product.listings.get(market='co', language='es').path}"


def stock_of(page) -> str:
    """What the product page says of the stock."""
    found = re.search(r"data-variant-stock[^>]*>(.*?)</p>", page.html, re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


def test_a_page_is_published(read):
    page = make_page("Historia", "historia")
    assert "Nuestra casa" not in read("/es-co/historia/")
    page.title = "Nuestra casa"
    page.save_revision().publish()
    assert "Nuestra casa" in read("/es-co/historia/")


def test_a_draft_changes_nothing(read):
    page = make_page("Historia", "historia")
    read("/es-co/historia/")
    page.title = "Nuestra casa"
    page.save_revision()
    assert "Nuestra casa" not in read("/es-co/historia/")


def test_a_page_is_taken_back(read):
    page = make_page("Historia", "historia")
    assert read("/es-co/historia/").status == 200
    page.unpublish()
    assert read("/es-co/historia/").status == 404


def test_a_page_comes_and_goes_on_time(read):
    page = make_page("Historia", "historia", publish=False)
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.expire_at = timezone.now() + timedelta(days=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    assert read("/es-co/historia/").status == 404
    call_command("publish_scheduled", verbosity=0)
    assert read("/es-co/historia/").status == 200
    type(page).objects.update(expire_at=timezone.now() - timedelta(seconds=1))
    call_command("publish_scheduled", verbosity=0)
    assert read("/es-co/historia/").status == 404


def test_the_brand_changes(read):
    read("/es-co/")
    brand = BrandSettings.for_site(Site.objects.get())
    brand.name = "Casa Nueva"
    brand.save()
    assert "Casa Nueva" in read("/es-co/")


def test_a_menu_changes(read):
    read("/es-co/")
    page = make_page("Historia", "historia")
    read("/es-co/")
    menu = HeaderMenu.objects.filter(locale=home().locale).first() or HeaderMenu(
        locale=home().locale
    )
    menu.title = "Menú"
    menu.items = [("item", {"label": "Quiénes somos", "link": link_to(page)})]
    menu.live = True
    menu.save()
    menu.save_revision().publish()
    assert "Quiénes somos" in read("/es-co/")


def test_a_price_changes(read, cream):
    before = read(path_of(cream))
    listed = read("/es-co/catalogo/")
    assert "99.000" in before and "99.000" in listed
    price = Price.objects.get(product=cream, price_list__market="co")
    price.amount = Decimal("88000")
    price.save()
    for page in (read(path_of(cream)), read("/es-co/catalogo/")):
        assert "88.000" in page and "99.000" not in page


@pytest.mark.parametrize("read", ["kept"], indirect=True)
def test_another_countrys_price_touches_nothing_here(read, cream):
    read(path_of(cream))
    price = Price.objects.get(product=cream, price_list__market="mx")
    price.amount = Decimal("450")
    price.save()
    assert read(path_of(cream)).queries == 0


def test_stock_runs_low_and_out(read, cream):
    record = cream.stockrecords.get(partner__warehouse__served__market="co")
    assert stock_of(read(path_of(cream))) == "Disponible"
    for left, text in ((4, "Solo quedan 4"), (3, "Solo quedan 3"), (0, "Agotado")):
        adjust_stock(stockrecord=record, quantity=left, reason="Conteo")
        assert stock_of(read(path_of(cream))) == text


@pytest.mark.parametrize("read", ["kept"], indirect=True)
def test_a_sale_that_nobody_can_see_keeps_the_page(read, cream):
    read(path_of(cream))
    record = cream.stockrecords.get(partner__warehouse__served__market="co")
    adjust_stock(stockrecord=record, quantity=39, reason="Conteo")
    assert read(path_of(cream)).queries == 0


def test_words_change(read, cream):
    read(path_of(cream))
    words = ProductCopy.objects.get(product=cream, locale__language_code="es")
    words.description = "<p>Con caléndula de Boyacá.</p>"
    words.save()
    assert "caléndula de Boyacá" in read(path_of(cream))


def test_a_review_is_published(read, cream, django_user_model):
    assert 'name="rating"' not in read("/es-co/catalogo/")
    review = get_model("reviews", "ProductReview").objects.create(
        product=cream,
        user=django_user_model.objects.create_user("ana@example.com"),
        title="Muy buena",
        body="La uso cada noche.",
        score=5,
        status=0,
    )
    assert 'name="rating"' not in read("/es-co/catalogo/"), "nobody has approved it"
    review.status = review.APPROVED
    review.save()
    assert 'name="rating"' in read("/es-co/catalogo/")


def test_a_category_is_renamed(read, cream):
    read("/es-co/catalogo/")
    words = CategoryCopy.objects.get(title="Rostro")
    words.title = "Cara y cuello"
    words.save()
    assert "Cara y cuello" in read("/es-co/catalogo/")


def test_a_category_gets_a_picture(read, cream, django_user_model):
    category = cream.categories.get()
    assert "category-head--pictured" not in read("/es-co/catalogo/rostro/")
    change_category(
        category=category,
        parent=None,
        is_public=True,
        in_menu=True,
        image=make.image(),
        by=django_user_model.objects.create_user("staff@example.com"),
    )
    assert "category-head--pictured" in read("/es-co/catalogo/rostro/")


def test_a_category_gets_a_picture_by_whatever_way(read, cream):
    category = cream.categories.get()
    assert "category-head--pictured" not in read("/es-co/catalogo/rostro/")
    photo = CategoryPhoto.objects.create(category=category, image=make.image())
    assert "category-head--pictured" in read("/es-co/catalogo/rostro/")
    photo.delete()
    assert "category-head--pictured" not in read("/es-co/catalogo/rostro/")


def test_a_document_is_replaced(read, transactional_db):
    document = Document.objects.create(title="Guía", file=ContentFile(b"%PDF-1", name="una.pdf"))
    link = f'<p><a linktype="document" id="{document.pk}">Guía</a></p>'
    make_page("Historia", "historia", body=[("text", {"text": link})])
    assert f"{document.pk}/una" in read("/es-co/historia/")
    document.file = ContentFile(b"%PDF-2", name="otra.pdf")
    document.save()
    assert f"{document.pk}/otra" in read("/es-co/historia/")
    document.delete()
    assert f"{document.pk}/otra" not in read("/es-co/historia/")


def test_something_goes_well_with_it(read, cream):
    other = make.product("Jabón", "Soap", sku="J-1", stock=40)
    make.listed()
    assert "Jabón" not in main_of(read(path_of(cream)))
    link = Complement.objects.create(product=cream, other=other)
    assert "Jabón" in main_of(read(path_of(cream)))
    link.delete()
    assert "Jabón" not in main_of(read(path_of(cream)))


def main_of(page) -> str:
    return page.html.split("<main", 1)[1].split("</main", 1)[0]


def test_a_color_is_renamed(read, transactional_db):
    product = make.lipstick()
    make.listed()
    assert "Higo" in read(path_of(product))
    words = OptionCopy.objects.get(name="Higo")
    words.name = "Breva"
    words.save()
    assert "Breva" in read(path_of(product))


def test_a_product_is_deleted(read, cream, django_user_model):
    path = path_of(cream)
    assert read(path).status == 200 and "Crema" in read("/es-co/catalogo/rostro/")
    mexican = f"/es-mx{cream.listings.get(market='mx', language='es').path}"
    assert read(mexican).status == 200
    remove_product(product=cream, by=django_user_model.objects.create_user("staff@example.com"))
    assert (read(path).status, read(mexican).status) == (404, 404)
    assert "product-card" not in read("/es-co/catalogo/")


def test_a_product_is_sold_in_one_more_country(read):
    product = make.product("Crema", "Cream", sku="C-1", stock=40, prices={"co": "99000"})
    make.listed()
    path = path_of(product)
    assert 'hreflang="es-MX"' not in read(path)
    make.set_prices(product, {"mx": "450"})
    assert 'hreflang="es-MX"' in read(path)


def test_a_picture_is_deleted(read, cream, django_user_model):
    picture = make.image()
    change_category(
        category=cream.categories.get(),
        parent=None,
        is_public=True,
        in_menu=True,
        image=picture,
        by=django_user_model.objects.create_user("staff@example.com"),
    )
    assert "category-head--pictured" in read("/es-co/catalogo/rostro/")
    picture.delete()
    assert "category-head--pictured" not in read("/es-co/catalogo/rostro/")


def test_a_product_leaves(read, cream):
    path = path_of(cream)
    read("/es-co/catalogo/")
    assert read(path).status == 200
    cream.is_public = False
    cream.save()
    assert read(path).status == 404
    assert "Crema" not in read("/es-co/catalogo/").html.split("<main", 1)[1].split("</main", 1)[0]


def test_what_was_rolled_back_changes_nothing(page_cache, transactional_db):
    before = freshness.position()
    with pytest.raises(RuntimeError), transaction.atomic():
        freshness.invalidate("co")
        raise RuntimeError
    assert freshness.unchanged_since(before, "co")
    with transaction.atomic():
        freshness.invalidate("co")
        assert freshness.unchanged_since(before, "co")
    assert not freshness.unchanged_since(before, "co")


def test_one_market_or_all(page_cache, transactional_db):
    before = freshness.position()
    freshness.invalidate("mx")
    assert freshness.unchanged_since(before, "co")
    assert not freshness.unchanged_since(before, "mx")
    freshness.invalidate()
    assert not freshness.unchanged_since(before, "co")
