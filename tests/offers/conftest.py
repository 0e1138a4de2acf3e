from tests.checkout.conftest import shop, shopper, us_shopper  # noqa: F401
