from tests.checkout.conftest import built_shop, shop, shopper, us_shopper  # noqa: F401
