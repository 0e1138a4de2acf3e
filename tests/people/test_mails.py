"""The mails that the shop sends: which there are, and that each can be looked at."""

from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from markets.lookup import all_editions
from people.mails import all_mails, send_mail
from tests.checkout.conftest import MIAMI, built_shop, shop  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ENDING = ".subject.txt"


def sample(*mails, **options) -> str:
    told = StringIO()
    call_command("sample_mails", *mails, stdout=told, **options)
    return told.getvalue()


def test_every_mail_that_has_templates_is_registered():
    folders = [Path(settings.ROOT, part) for part in ("site", "commerce", "replicated", "academy")]
    templates = {
        str(path).split("/templates/")[1].removesuffix(ENDING)
        for folder in folders
        for path in folder.rglob(f"*{ENDING}")
    }
    assert templates == {mail.template for mail in all_mails()}


def test_no_mail_is_put_together_elsewhere():
    files = [
        path.relative_to(settings.ROOT).as_posix()
        for part in ("site", "commerce", "replicated", "academy")
        for path in Path(settings.ROOT, part).rglob("*.py")
        if "from django.core.mail" in path.read_text()
    ]
    assert files == ["site/people/mails.py"]


def test_each_is_sent_as_a_sample_in_every_market_and_language(shop, mailoutbox):  # noqa: F811
    shop.place()
    shop.place(
        shop.basket(edition="en-us"),
        edition="en-us",
        email="joan@mail.example",
        phone="+13052345678",
        address=MIAMI,
        expected_total=Decimal("31.50"),
    )
    mailoutbox.clear()
    told = sample(to="marketing@raiz.example")
    # Nobody ordered in the other two yet.
    of_orders = len([mail for mail in all_mails() if mail.sample("es-us") is None])
    assert told.count("nothing to show yet") == 2 * of_orders == 12
    assert len(mailoutbox) == 4 * len(all_mails()) - 12
    for mail in mailoutbox:
        assert mail.subject and "\n" not in mail.subject and mail.body.strip()
        assert mail.to == ["marketing@raiz.example"]
    text_only = {mail.template for mail in all_mails() if mail.text_only}
    assert text_only == {
        "cms/mail/form_answers",
        "corporate/mail/staff",
        "storefronts/mail/submitted",
    }
    assert len([mail for mail in mailoutbox if not mail.alternatives]) == 4 * len(text_only)


def test_one_of_them_in_one_language(mailoutbox):
    sample("people/mail/sign_in_code", to="marketing@raiz.example", edition=["en-us"])
    [mail] = mailoutbox
    assert mail.subject == "Your code to sign in" and "123 456" in mail.body


def test_without_an_address_they_are_listed(mailoutbox):
    assert "orders/mail/confirmed (to the customer)" in sample()
    assert mailoutbox == []


@pytest.mark.parametrize(("mails", "edition"), [(["no/such"], None), ([], ["tlh-kr"])])
def test_what_there_is_not_is_refused(mails, edition):
    with pytest.raises(CommandError):
        sample(*mails, to="marketing@raiz.example", edition=edition)


def test_a_mail_that_nobody_registered_is_not_sent(mailoutbox):
    with pytest.raises(KeyError):
        send_mail(template="our_company/mail/thanks", to="a@b.example", edition="es-co", context={})
    assert mailoutbox == [] and len(all_editions()) == 4
