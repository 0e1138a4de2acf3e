"""Kinds of labels that an app of a company's own adds: the example of docs/extending.md."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from commerce.arrangement.ordering import labelled_rows
from commerce.labels import kinds
from commerce.labels.models import Label, LabelCopy
from commerce.labels.receivers import make_missing_labels
from commerce.labels.services import products_to_relabel
from commerce.listings.models import Listing
from tests import factories as make

from .test_labels import codes, old

pytestmark = pytest.mark.django_db
GUIDE = Path(__file__).parents[2] / "docs/extending.md"


@pytest.fixture
def outlet():
    """The guide's kind, registered as its app would, with the label that ``migrate`` makes."""
    examples = re.findall(r"```python\n(.*?)```", GUIDE.read_text(), re.DOTALL)
    names: dict = {}
    exec(next(example for example in examples if "class Outlet" in example), names)
    kinds.register_label_kind(names["Outlet"]())
    make_missing_labels(sender=None, apps=apps, using="default")
    yield Label.objects.get(kind="outlet")
    kinds.unregister_label_kind("outlet")


def test_it_stands_on_what_it_says_and_is_put_first_by_it(outlet):
    much = old(prices={"co": ("60000", "100000"), "mx": ("95", "100")})
    little = old(prices={"co": ("90000", "100000")})
    make.listed(much, little)
    assert codes(much) == ["outlet", "discount"] and codes(little) == ["discount"]
    assert codes(much, "mx") == ["discount"]
    first = Listing.objects.in_market("co", "es").filter(labelled_rows(outlet))
    assert [row.product for row in first] == [much]


def test_staff_write_its_words_and_cannot_choose_what_it_stands_on(outlet, merchandiser, signed_in):
    desk = signed_in(merchandiser)
    page = desk.get(reverse("labels:edit", args=[outlet.pk]))
    form = page.context["form"]
    assert "text_es" in form.fields and not {"code", "skus", "categories"} & set(form.fields)
    assert "A third off" in desk.get(reverse("labels:index")).content.decode()
    copy = LabelCopy.objects.create(label=outlet, locale=make.locale("es"), text="Remate")
    product = make.listed(old(prices={"co": ("60000", "100000")}))
    labels = {
        row.language: row.labels[0]["text"]
        for row in Listing.objects.filter(product=product, market__in=["co", "us"])
    }
    assert labels["es"] == copy.text


def test_its_label_is_made_once_and_stays_when_its_app_goes(outlet):
    make_missing_labels(sender=None, apps=apps, using="default")
    assert Label.objects.filter(kind="outlet").count() == 1
    kinds.unregister_label_kind("outlet")
    product = make.listed(old(prices={"co": ("60000", "100000")}))
    assert codes(product) == ["discount"]
    assert not Listing.objects.filter(labelled_rows(outlet)).exists()


def test_an_address_that_staff_gave_away_already_stays_theirs(outlet):
    outlet.delete()
    Label.objects.create(code="outlet")
    make_missing_labels(sender=None, apps=apps, using="default")
    assert Label.objects.get(kind="outlet").code == "outlet-outlet"


def test_one_that_begins_by_the_clock_is_put_on_in_time(outlet):
    product = make.listed(old())

    class Birthday(kinds.LabelKind):
        code, name, slug = "outlet", "Birthday", "outlet"

        def products_to_relabel(self, since, now):
            return {product.pk}

    kinds.register_label_kind(Birthday())
    now = timezone.now()
    assert product.pk in products_to_relabel(now - timedelta(minutes=5), now)
