"""Questions whose SQL is kept."""

import pytest
from wagtail.models import Locale

from cms.page_cache.prepared import PreparedQuery

pytestmark = pytest.mark.django_db


def test_each_asks_with_its_own_values(django_assert_num_queries):
    built = []

    def build():
        built.append(1)
        return Locale.objects.filter(language_code="{code}").values_list("language_code")

    query = PreparedQuery(build)
    with django_assert_num_queries(3):
        assert query.rows(code="es") == [("es",)]
        assert query.rows(code="en") == [("en",)]
        assert query.rows(code="{code}' OR 1=1 --") == []
    assert len(built) == 1
