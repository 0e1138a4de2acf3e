"""The template from which new influencers' sites are copied; marketers edit it in the page tree.

If there is none, it is created here in each language of our message catalogs. In other languages it
is translated in the back office; until then sites show the pages of the default language.
``{name}`` in its texts is replaced by the influencer's name. Live pages of the template are live on
new sites; the others are drafts until the influencer has written them.
"""

import uuid
from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, to_locale
from wagtail.models import Page

from cms.addresses.translations import with_origin
from markets.lookup import default_language

from . import tree
from .models import InfluencerPage
from .prompts import NAME

Kind = InfluencerPage.Kind


def ensure_template(indexes: dict[str, Page]) -> dict[str, InfluencerPage]:
    """The template's home page by language; created if it is missing and we have its texts in the
    language.
    """
    homes = InfluencerPage.objects.filter(slug=tree.TEMPLATE_SLUG, depth=tree.HOME_DEPTH)
    present = list(with_origin(homes).select_related("locale"))
    # Without copies that still have the texts of another language.
    found = {
        page.locale.language_code: page
        for page in present
        if not (page.alias_of_id or page.words_from)
    }
    key = next((page.translation_key for page in present), None) or uuid.uuid4()
    there = {page.locale.language_code for page in present}
    for language, index in indexes.items():
        if language not in there and _is_spoken(language):
            with translation.override(language):
                found[language] = _write(index, key)
    return found


def _is_spoken(language: str) -> bool:
    """Whether the template can be created in a language: English, those with a message catalog, and
    the default language in any case."""
    name = to_locale(language)
    catalogs = (Path(folder, name, "LC_MESSAGES", "django.mo") for folder in settings.LOCALE_PATHS)
    return language in ("en", default_language()) or any(path.exists() for path in catalogs)


def _write(index: Page, key: uuid.UUID) -> InfluencerPage:
    home = _page(
        index,
        key,
        kind=Kind.HOME,
        title=NAME,
        slug=tree.TEMPLATE_SLUG,
        summary=_("The favorites, the story and the days of {name}."),
        body=[
            _hero(
                _("Hello, I am {name}"),
                _("These are the products I live with, and the reasons why."),
            )
        ],
        live=True,
    )
    for kind, title, slugs, text in (
        (
            Kind.STORY,
            _("My story"),
            (pgettext("address of a page", "story"), pgettext("address of a page", "my-story")),
            _("How did it begin? Who were you before, and what changed?"),
        ),
        (
            Kind.LIFESTYLE,
            _("My lifestyle"),
            (
                pgettext("address of a page", "lifestyle"),
                pgettext("address of a page", "my-lifestyle"),
            ),
            _("What does a typical day look like? What do you never skip?"),
        ),
        (
            Kind.FAVOURITES,
            _("My favorites"),
            (
                pgettext("address of a page", "favorites"),
                pgettext("address of a page", "my-favorites"),
            ),
            _("What do you use, and why?"),
        ),
    ):
        _page(
            home,
            uuid.uuid5(key, kind),
            kind=kind,
            title=title,
            slug=tree.free_slug(*slugs),
            body=[_hero(title, ""), ("text", {"text": f"<p>{text}</p>"})],
        )
    return home


def _hero(title: str, text: str) -> tuple[str, dict]:
    return ("hero", {"title": title, "text": text})


def _page(parent: Page, key: uuid.UUID, *, body, live: bool = False, **fields) -> InfluencerPage:
    page = InfluencerPage(translation_key=key, live=False, locale=parent.locale, **fields)
    page.body = body
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
        page.refresh_from_db()
    return page
