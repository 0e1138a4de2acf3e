from tests.cms.conftest import _media, admin_client_of, marketer  # noqa: F401
