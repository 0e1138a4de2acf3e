"""The corporate pages in every language, tied together as translations."""

import json
from collections.abc import Mapping

from django.db import transaction
from wagtail.models import Locale, Site

from corporate.models import ContactPage, ContentPage, HomePage
from demo.company import CONTACT, CONTACT_THANKS, CONTACT_TOPICS, PAGES
from demo.company.pages.contact import CONTACT_CONSENT
from demo.company.plan import PLAN
from demo.company.schema import PageSeed

from .bodies import BodyWriter
from .languages import spoken
from .links import Links

HOME, *OTHERS = PAGES


def needs_pages() -> bool:
    """Whether the home page is still as empty as a fresh database has it."""
    return any(not home.body for home in homes().values())


def homes() -> dict[str, HomePage]:
    """The home page of each language that the demo is written in."""
    root = Site.objects.get(is_default_site=True).root_page
    found = HomePage.objects.filter(
        translation_key=root.translation_key, locale__language_code__in=spoken()
    ).select_related("locale")
    return {home.locale.language_code: home for home in found}


@transaction.atomic
def build_pages(images: Mapping[str, object], categories: Mapping[str, object], *, by) -> dict:
    """Make and publish the pages; returns them by language and key.

    All of them exist before the first one is filled, since they link to each other.
    """
    pages = {language: {"home": home} for language, home in homes().items()}
    for seed in OTHERS:
        first = None
        for language in spoken():
            page = _page(seed, language, pages[language]["home"], first, by)
            pages[language][seed.key] = page
            first = first or page
    for language in spoken():
        own = pages[language]
        links = Links(language, pages=own, categories=categories)
        writer = BodyWriter(language, links=links, images=images)
        for seed in PAGES:
            page = own[seed.key]
            if seed.key == "contact":
                _fill_contact(page, seed, language, links)
            elif not page.body:
                page.body = json.dumps(writer.body(seed))
            if seed.key == "home":
                # Its title, which breadcrumbs show, stays "Home" in the language.
                page.seo_title = seed.title[language]
                page.summary = seed.summary[language]
            # Both are shared by the translations.
            page.journey_stage, page.objective = PLAN.get(seed.key, ("", ""))
            page.save_revision(user=by).publish(user=by)
    return pages


def built_pages() -> dict[str, dict]:
    """The pages that are there, by language and key."""
    found = {language: {"home": home} for language, home in homes().items()}
    for language, own in found.items():
        for seed in OTHERS:
            page = own["home"].get_children().filter(slug=seed.slug[language]).first()
            if page:
                own[seed.key] = page.specific
    return found


def _page(seed: PageSeed, language: str, home: HomePage, source, by):
    found = home.get_children().filter(slug=seed.slug[language]).first()
    if found:
        return found.specific
    model = ContactPage if seed.key == "contact" else ContentPage
    page = model(
        title=seed.title[language],
        slug=seed.slug[language],
        summary=seed.summary[language],
        locale=Locale.objects.get(language_code=language),
        owner=by,
        live=False,
    )
    if source is not None:
        page.translation_key = source.translation_key
    home.refresh_from_db()
    home.add_child(instance=page)
    return page


def _fill_contact(page: ContactPage, seed: PageSeed, language: str, links: Links) -> None:
    page.intro = page.intro or links.html(seed.blocks[0].value["html"][language])
    page.subjects = page.subjects or "\n".join(topic[language] for topic in CONTACT_TOPICS)
    page.consent_text = page.consent_text or links.html(CONTACT_CONSENT[language])
    page.thanks = page.thanks or CONTACT_THANKS[language]
    page.mail_to = page.mail_to or CONTACT["co"].email
