"""What each process builds once per version of the storefront."""

import pytest

from cms.models import StorefrontVersion
from cms.page_cache import versioned
from cms.page_cache.versioned import Versioned, pinned_version

pytestmark = pytest.mark.django_db


@pytest.fixture
def memory():
    """Of how many times it was built."""
    built = []

    def build(version):
        built.append(version)
        return len(built)

    return Versioned(build)


def test_it_is_built_once_until_something_is_published(memory):
    # given
    StorefrontVersion.renew()
    assert [memory.current(), memory.current()] == [1, 1]
    # when
    StorefrontVersion.renew()
    # then
    assert [memory.current(), memory.current()] == [2, 2]


def test_a_request_asks_for_the_version_once_and_sees_one_value(memory, assert_max_queries):
    # given
    StorefrontVersion.renew()
    with assert_max_queries(1), pinned_version():
        first = memory.current()
        with pinned_version():
            assert memory.current() == first
    # when somebody publishes in the middle of a request
    with pinned_version():
        before = memory.current()
        StorefrontVersion.renew()
        # then what was seen stays, until the next request
        assert memory.current() == before
    assert memory.current() == before + 1


def test_each_language_is_built_by_itself_and_few_are_kept(assert_max_queries):
    # given
    StorefrontVersion.renew()
    built = []
    names = Versioned(lambda _version, language: built.append(language) or language.upper())
    # when
    assert [names.current(code) for code in ("es", "en", "es", "en")] == ["ES", "EN", "ES", "EN"]
    # then
    assert built == ["es", "en"]
    with assert_max_queries(1), pinned_version():
        assert [names.current(code) for code in ("es", "en")] == ["ES", "EN"]
    for number in range(2 * versioned.MOST_KEYS):
        names.current(f"x-{number}")
    assert len(names._latest) <= versioned.MOST_KEYS


def test_without_a_version_nothing_is_kept(memory):
    StorefrontVersion.objects.all().delete()
    assert [memory.current(), memory.current()] == [1, 2]
