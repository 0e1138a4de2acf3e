"""Keys that a provider does not take (any more): the operator hears of it, once and clearly."""

import pytest

from background.health import Warned
from commerce.gateways.checks import keys_are_taken as deploy_check
from commerce.gateways.keys import keys_are_taken
from commerce.gateways.models import RefusedKeys
from commerce.gateways.tasks import look_at_keys
from tests.providers.server import Fault

from .mercadopago_account import account

pytestmark = pytest.mark.django_db


def errors(caplog) -> list[str]:
    return [one.getMessage() for one in caplog.records if one.levelname == "ERROR"]


def use(settings, **keys) -> None:
    settings.GATEWAY_CREDENTIALS = settings.GATEWAY_CREDENTIALS | keys


def test_keys_that_are_taken_are_nothing_to_tell(stripe, caplog):
    look_at_keys.func()

    keys_are_taken()
    assert not errors(caplog) and not RefusedKeys.objects.exists() and not deploy_check(None)


def test_a_revoked_key_is_told_of_once_until_it_is_taken_again(stripe, settings, caplog):
    use(settings, STRIPE_SECRET_KEY_MX="sk_test_revoked", STRIPE_PUBLISHABLE_KEY_MX="pk_test_x")

    for _quarter in range(3):
        look_at_keys.func()

    (told,) = errors(caplog)
    assert "stripe" in told and "mx" in told and "Invalid API Key" in told
    # The key itself stands in no log.
    assert "sk_test_revoked" not in caplog.text
    with pytest.raises(Warned, match="stripe mx"):
        keys_are_taken()
    # One that does not answer says nothing of its keys.
    for _ in range(20):
        stripe.fail_next(Fault.ERROR_BEFORE)
    look_at_keys.func()
    assert RefusedKeys.objects.count() == 1
    stripe.faults.clear()

    use(settings, STRIPE_SECRET_KEY_MX="sk_test_local")
    look_at_keys.func()
    keys_are_taken()


def test_keys_that_were_taken_out_are_not_told_of_any_more(stripe, settings):
    RefusedKeys.objects.create(gateway="mercadopago", market="co")

    look_at_keys.func()

    keys_are_taken()


def test_mercado_pago_refuses_a_token(settings, caplog):
    with account(settings):
        use(settings, MERCADOPAGO_ACCESS_TOKEN_CO="wrong")
        look_at_keys.func()
        look_at_keys.func()

    (told,) = errors(caplog)
    assert "mercadopago" in told and "co" in told


def test_before_it_is_deployed_they_are_tried(stripe, settings):
    use(settings, STRIPE_SECRET_KEY_MX="sk_test_revoked", STRIPE_PUBLISHABLE_KEY_MX="pk_test_x")

    (found,) = deploy_check(None)

    assert found.id == "vitrina.E011" and "market mx" in found.msg
