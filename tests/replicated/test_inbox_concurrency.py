"""The same thing from several requests at the same moment: one message, every visit."""

from datetime import date

from people.captcha import PROVIDERS
from replicated.inbox.models import ConsultantMessage
from replicated.inbox.services import ProofUsed, receive_message
from replicated.portal.models import SiteVisits
from replicated.portal.services import count_visit
from tests.people.test_concurrency import at_once

from .factories import make_consultant

FIELDS = {
    "name": "Ana",
    "email": "ana@correo.example",
    "phone": "304 535 1581",
    "message": "Hola",
    "product": None,
    "product_title": "",
    "consent_text": "",
    "edition": "es-co",
    "base": "/@lili-gomez",
}


def test_every_visit_is_counted(transactional_db):
    lili = make_consultant(registered=False)
    at_once(lambda: count_visit(consultant_id=lili.pk, day=date(2026, 5, 1)), times=6)
    assert SiteVisits.objects.get().count == 6


def test_one_proof_pays_for_one_message(transactional_db, mailoutbox):
    lili = make_consultant(registered=False)
    proof = PROVIDERS["altcha"].challenge()["parameters"]["nonce"]

    same = at_once(
        lambda: receive_message(consultant_id=lili.pk, fields=FIELDS, proof=proof).pk, times=4
    )
    other = at_once(
        lambda: receive_message(
            consultant_id=lili.pk, fields=FIELDS | {"message": "Otra"}, proof=proof
        )
    )

    assert set(same) == {ConsultantMessage.objects.get().pk}
    assert all(isinstance(result, ProofUsed) for result in other)
    assert len(mailoutbox) == 2
