"""Run by test_third_language.py in a process of its own; prints what it found as JSON.

A shop that sold in Spanish and English for months, the demo company, is started with Brazil in
its configuration. Everything that comes after is done as docs/markets.md says.
"""

import html
import json
import re
import sys
from decimal import Decimal

import django

django.setup()

from django.apps import apps  # noqa: E402
from django.core import mail  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import setup_test_environment  # noqa: E402
from django.urls import reverse  # noqa: E402
from wagtail.models import Locale, Page  # noqa: E402
from wagtail_localize.models import StringSegment, Translation  # noqa: E402

from commerce.delivery.models import DeliveryMethod  # noqa: E402
from commerce.gateways.models import PaymentMethod  # noqa: E402
from commerce.inventory.models import Warehouse, WarehouseMarket  # noqa: E402
from commerce.listings.requests import without_refreshes  # noqa: E402
from commerce.pricing.models import PriceList  # noqa: E402
from commerce.pricing.services import set_price  # noqa: E402
from demo.build.pages import homes, needs_pages  # noqa: E402
from markets.lookup import get_market  # noqa: E402
from people.models import User  # noqa: E402
from replicated.consultants.models import Consultant  # noqa: E402
from replicated.consultants.services import set_site  # noqa: E402
from replicated.influencers.services import page_of, sync_site  # noqa: E402

Order = apps.get_model("order", "Order")
Product = apps.get_model("catalogue", "Product")
Country = apps.get_model("address", "Country")

BRAZIL = get_market("br")
LANGUAGE, EDITION = BRAZIL.languages[0], BRAZIL.default_edition
MOST_PAGES = 20
ADDRESS = {
    "email": "bia@correio.example",
    "first_name": "Bia",
    "last_name": "Souza",
    "phone": "11 96123-4567",
    "line1": "Rua Augusta 1500",
    "line4": "São Paulo",
    "state": "SP",
    "postcode": "01304-001",
}
found: dict = {"failed": []}
visitor = Client(headers={"Sec-Fetch-Site": "same-origin"}, raise_request_exception=False)
staff = Client(headers={"Sec-Fetch-Site": "same-origin"}, raise_request_exception=False)


def get(url: str, browser: Client = visitor):
    """The answer at a path; what was neither served nor led elsewhere is noted."""
    answer = browser.get(url.removeprefix("http://testserver"))
    if answer.status_code >= 400:
        found["failed"].append(f"{url}: {answer.status_code}")
    return answer


def hrefs(answer, pattern: str) -> list[str]:
    """Paths on a page or in a sitemap that match."""
    if not answer.headers.get("Content-Type", "").startswith(("text/html", "application/xml")):
        return []
    text = answer.content.decode()
    urls = re.findall(r'href="([^"#?]+)"', text) + re.findall(r"<loc>([^<]+)", text)
    paths = [html.unescape(url).removeprefix("http://testserver") for url in urls]
    return [path for path in dict.fromkeys(paths) if re.fullmatch(pattern, path)]


def walk(*starts: str) -> int:
    """Open these and what they lead to within the edition; returns how many pages there were."""
    seen: list[str] = []
    waiting = list(starts)
    while waiting and len(seen) < MOST_PAGES:
        path = waiting.pop(0)
        if path not in seen:
            seen.append(path)
            waiting += hrefs(get(path), rf"(/@[\w-]+)?/{EDITION}/(?!cart/)[^?]*")
    return len(seen)


def influencer(alias: str) -> Consultant:
    consultant = Consultant.objects.get(alias=alias)
    set_site(consultant=consultant, site_type=Consultant.SiteType.INFLUENCER)
    sync_site(consultant)
    return consultant


def sell_in_brazil() -> None:
    Country.objects.get_or_create(
        iso_3166_1_a2="BR", defaults={"name": "Brasil", "printable_name": "Brasil"}
    )
    prices = PriceList.objects.create(code="br-web", name="Web Brasil", market="br")
    WarehouseMarket.objects.create(
        warehouse=Warehouse.objects.filter(served__market="co").first(), market="br"
    )
    DeliveryMethod.objects.create(market="br", code="standard", price=Decimal(15))
    PaymentMethod.objects.create(market="br", gateway="transfer")
    sold = Product.objects.filter(prices__price_list__code="co-web")
    with without_refreshes():
        for product in sold:
            set_price(product=product, price_list=prices, amount=Decimal("24.90"))


def add_language() -> None:
    """Settings → Locales → Add, synchronised from Spanish."""
    component = "component-wagtail_localize_localesynchronization"
    spanish = Locale.objects.get(language_code="es")
    form = {"language_code": LANGUAGE, f"{component}-enabled": "on"}
    answer = staff.post(
        reverse("wagtaillocales:add"), form | {f"{component}-sync_from": spanish.pk}
    )
    assert answer.status_code == 302, answer.content.decode()


def asks_for_words() -> bool:
    """Whether the offer's form of the back office has a name in the language."""
    form = get("/admin/promotions/offers/new/", staff)
    return f'name="name_{LANGUAGE}"' in form.content.decode()


def buy() -> None:
    def at(path, data=None):
        return visitor.get(url(path)) if data is None else visitor.post(url(path), data)

    def url(path):
        return f"/{EDITION}/{path}"

    product = Product.objects.filter(
        structure=Product.STANDALONE,
        prices__price_list__code="br-web",
        stockrecords__num_in_stock__gt=0,
    ).first()
    at("cart/add/", {"product": product.pk, "quantity": 1})
    walk(url("cart/"))
    at("checkout/guest/", {})
    get(url("checkout/address/"))
    answer = at("checkout/address/", ADDRESS)
    assert answer.status_code == 302, answer.context["form"].errors
    get(url("checkout/methods/"))
    at("checkout/methods/", {"delivery": "standard", "payment": "transfer"})
    review = get(url("checkout/review/")).content.decode()
    hidden = {
        name: re.search(rf'name="{name}" value="([^"]*)"', review)[1]
        for name in ("expected_total", "basket")
    }
    mail.outbox.clear()
    placed = at("checkout/review/", hidden)
    order = Order.objects.latest("pk")
    shown = get(placed["Location"]).content.decode()
    sent = mail.outbox[0].body
    found["order"] = {
        "leads to": placed["Location"].replace(order.number, "NUMBER"),
        "edition": order.placement.edition,
        "currency": order.currency,
        "postal code shown": all(ADDRESS["postcode"] in text for text in (review, shown, sent)),
        "mails": len(mail.outbox),
        "mail leads to": f"/{EDITION}/orders/" in sent,
    }
    get(reverse("order_desk:detail", args=[order.number]), staff)


def translate_home() -> None:
    """*Translate this page* and the editor's own addresses, as its script asks for them."""
    source = Page.objects.get(slug="es", depth=2)
    locale = Locale.objects.get(language_code=LANGUAGE)
    submit = reverse("wagtail_localize:submit_page_translation", args=[source.pk])
    get(submit, staff)
    staff.post(submit, {"locales": [locale.pk]})
    page = source.get_translation(locale)
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    found["editor"] = "Bem-vinda" not in get(edit, staff).content.decode()
    translation = Translation.objects.get(
        source__object_id=source.translation_key, target_locale=locale
    )
    for segment in StringSegment.objects.filter(source=translation.source):
        address = reverse(
            "wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk]
        )
        staff.put(address, data="value=Bem-vinda", content_type="application/x-www-form-urlencoded")
    staff.post(edit, {"action": "publish"})


setup_test_environment()
staff.force_login(
    User.objects.get(email="admin@raiz.example"),
)

# The new configuration is live and Brazil is sold to; the language is not in the back office yet.
sell_in_brazil()
call_command("prepare", stdout=sys.stderr, verbosity=0)
early = influencer("lili-gomez")
found["asked for words early"] = asks_for_words()
walk(f"/{EDITION}/", f"/@{early.alias}/{EDITION}/", f"/@vale-duarte/{EDITION}/")

add_language()
call_command("demo", stdout=sys.stderr, verbosity=0)
found["prepared again"] = not needs_pages()
found["pages of the demo in"] = sorted(homes())
late = influencer("marta-ruiz")
found["influencer has pages nobody wrote"] = page_of(late, "story", LANGUAGE) is not None
found["asked for words"] = asks_for_words()

found["pages"] = walk(f"/{EDITION}/", f"/{EDITION}/buscar/", f"/{EDITION}/catalogo/")
for alias in (early.alias, late.alias, "vale-duarte", "oscar-quintero"):
    get(f"/@{alias}/{EDITION}/")
get(f"/@vale-duarte/{EDITION}/historia/")
get(f"/{EDITION}/buscar/?q=crema")
home = get(f"/{EDITION}/").content.decode()
found["notice"] = "page-notice" in home
found["sitemaps"] = hrefs(get("/sitemap.xml"), rf".*/{EDITION}-1\.xml")
for sitemap in found["sitemaps"]:
    get(sitemap)
for page in Page.objects.filter(numchild__gt=0, depth__gt=1, locale__language_code=LANGUAGE)[:8]:
    get(reverse("wagtailadmin_explore", args=[page.pk]), staff)
get(reverse("wagtaillocales:index"), staff)
buy()
translate_home()
translated = get(f"/{EDITION}/").content.decode()
found["translated"] = "Bem-vinda" in translated
found["translated notice"] = "page-notice" in translated
json.dump(found, sys.stdout)
