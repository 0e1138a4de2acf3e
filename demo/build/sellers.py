"""Consultants and influencers with their sites, as they would have made them themselves."""

from datetime import timedelta

from django.apps import apps
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale

from demo.accounts import password_hash
from demo.company.consultants import CONSULTANTS, INFLUENCERS, ConsultantSeed
from demo.company.seller_pages import BOUND_CUSTOMERS, CONSULTANT_PAGE, MESSAGES
from markets.lookup import get_market
from people.models import Person
from people.services import register
from replicated.consultants.models import Consultant
from replicated.consultants.services import create_consultant, set_site
from replicated.inbox.models import ConsultantMessage
from replicated.inbox.services import mark_answered
from replicated.influencers.models import InfluencerPage
from replicated.influencers.services import page_of, sync_site
from replicated.portal.models import SiteVisits
from replicated.storefronts import contacts, photos
from replicated.storefronts.models import ConsultantPage
from replicated.storefronts.services import publish, save_draft, set_photo

from .bodies import list_item
from .drawing import Drawing, DrawingRoom
from .languages import spoken
from .pages import homes
from .picture_desk import drawings_folder

Product = apps.get_model("catalogue", "Product")

EVERYBODY = (*CONSULTANTS, *INFLUENCERS)
# Visits of the last weeks: so many a day, more on Sundays; a number for each site.
WEEKS = 10


def faces() -> dict[str, Drawing]:
    """The portraits of those who are not there yet, by alias."""
    known = set(
        Consultant.objects.filter(code__in=[seed.code for seed in EVERYBODY]).values_list(
            "code", flat=True
        )
    )
    return {
        seed.alias: Drawing.of("face", seed=seed.face)
        for seed in EVERYBODY
        if seed.code not in known
    }


def drawing_of_faces() -> DrawingRoom:
    """A context manager that has them drawn meanwhile."""
    return DrawingRoom(faces().values(), drawings_folder())


def build_sellers(room: DrawingRoom, *, by) -> int:
    """Make those who are missing, with their sites; returns how many."""
    wanted = faces()
    paths = dict(room.finished()) if wanted else {}
    made = 0
    for seed in EVERYBODY:
        if seed.alias in wanted:
            _consultant(seed, paths[wanted[seed.alias]].read_bytes(), by)
            made += 1
    _consultant_pages(by)
    if made:
        _messages()
    return made


@transaction.atomic
def _consultant(seed: ConsultantSeed, face: bytes, by) -> Consultant:
    market = get_market(seed.market)
    user = register(
        email=seed.email,
        edition=market.default_edition,
        source=Person.Source.BACKOFFICE,
        password_hash=password_hash(),
        first_name=seed.first_name,
        last_name=seed.last_name,
    )
    consultant = create_consultant(
        person=user.person, market=seed.market, alias=seed.alias, code=seed.code, by=by
    )
    set_photo(consultant=consultant, photo=photos.read(ContentFile(face)), by=user)
    save_draft(
        consultant=consultant,
        name=f"{seed.first_name} {seed.last_name.split()[0]}",
        city=seed.city,
        contact={kind: _contact(kind, seed.contact.get(kind, "")) for kind in contacts.KINDS},
        words={
            language: {"greeting": seed.greeting[language], "story": seed.story[language]}
            for language in spoken()
        },
        favourites=[
            {
                "product": Product.objects.get(upc=favourite.sku).pk,
                "notes": {language: favourite.note[language] for language in spoken()},
            }
            for favourite in seed.favourites
        ],
    )
    publish(consultant=consultant, by=user)
    if seed.lifestyle:
        consultant = set_site(
            consultant=consultant, site_type=Consultant.SiteType.INFLUENCER, by=by
        )
        sync_site(consultant)
        _influencer_pages(consultant, seed, by)
    _visits(consultant, seed)
    return consultant


def _contact(kind: str, value: str) -> dict:
    if value and kind in contacts.NETWORKS:
        value = contacts.clean_address(kind, value)
    return {"value": value, "show": bool(value)}


def _visits(consultant: Consultant, seed: ConsultantSeed) -> None:
    """As many as somebody with this number of favourites and links would have."""
    today = timezone.localdate()
    base = 2 + 3 * len(seed.contact) + (14 if seed.lifestyle else 0)
    days = [today - timedelta(days=number) for number in range(WEEKS * 7)]
    SiteVisits.objects.bulk_create(
        SiteVisits(
            consultant=consultant,
            day=day,
            count=base + (int(seed.code) * day.toordinal()) % 7 + (5 if day.weekday() == 6 else 0),
        )
        for day in days
    )


# --- Pages


def _consultant_pages(by) -> None:
    """The front door of consultants' sites, in each language."""
    words, source = CONSULTANT_PAGE, None
    for language, home in homes().items():
        found = ConsultantPage.objects.child_of(home).first()
        if found is None:
            found = ConsultantPage(
                title=words["title"][language],
                slug=f"{words['title'][language].lower().replace(' ', '-')}",
                summary=words["summary"][language],
                locale=Locale.objects.get(language_code=language),
                live=False,
                owner=by,
            )
            if source is not None:
                found.translation_key = source.translation_key
            home.refresh_from_db()
            home.add_child(instance=found)
            found.body = _front_door(language)
            found.save_revision(user=by).publish(user=by)
        source = source or found


def _front_door(language: str) -> list[tuple[str, dict]]:
    words = {key: text[language] for key, text in CONSULTANT_PAGE.items()}
    return [
        ("greeting", {"eyebrow": words["eyebrow"], "greeting": words["greeting"]}),
        (
            "favourites",
            {
                "title": words["favourites"],
                "instead": "featured",
                "instead_title": words["featured"],
            },
        ),
        ("story", {"title": words["story"], "tone": "sand"}),
        ("contact_card", {"title": words["contact"], "text": words["contact_text"]}),
        (
            "join",
            {"title": words["join"], "text": words["join_text"], "label": words["join_label"]},
        ),
        ("share", {"title": words["share"], "text": words["share_text"]}),
    ]


def _influencer_pages(consultant: Consultant, seed: ConsultantSeed, by) -> None:
    kinds = InfluencerPage.Kind
    for language in spoken():
        written = {
            kinds.STORY: [_paragraph(seed.story[language])],
            kinds.LIFESTYLE: [_paragraph(seed.lifestyle[language])],
            kinds.FAVOURITES: [_favourites(seed, language)],
        }
        for kind, blocks in written.items():
            page = page_of(consultant, kind, language)
            page.body = [
                *[child for child in page.body.raw_data if child["type"] == "hero"],
                *blocks,
            ]
            page.save_revision(user=by).publish(user=by)
        home = page_of(consultant, kinds.HOME, language)
        opening = next(dict(child) for child in home.body.raw_data if child["type"] == "hero")
        opening["value"] = opening["value"] | {"text": seed.greeting[language], "tone": "blush"}
        photo = consultant_photo(consultant)
        if photo:
            opening["value"] |= {"image": photo, "alt": consultant.name}
        home.body = [opening, _paragraph(seed.story[language].split(". ")[0].rstrip(".") + "."),
                     _favourites(seed, language)]  # fmt: skip
        home.summary = seed.greeting[language]
        home.save_revision(user=by).publish(user=by)


def consultant_photo(consultant: Consultant) -> int | None:
    consultant.refresh_from_db()
    profile = getattr(consultant, "site_profile", None)
    return (profile.published or {}).get("photo") if profile else None


def _paragraph(text: str) -> dict:
    return list_item({"text": f"<p>{text}</p>"}) | {"type": "text"}


def _favourites(seed: ConsultantSeed, language: str) -> dict:
    title = {"es": "Lo que repito", "en": "What I keep using"}[language]
    rows = [
        list_item(
            {
                "favourite": Product.objects.get(upc=favourite.sku).pk,
                "note": favourite.note[language],
            }
        )
        for favourite in seed.favourites
    ]
    return list_item({"title": title, "text": "", "items": rows, "markets": []}) | {
        "type": "favourites"
    }


# --- What happened on the sites


@transaction.atomic
def _messages() -> None:
    """Written some days ago: no mail leaves any more."""
    for alias, name, email, edition, sku, text, days in MESSAGES:
        consultant = Consultant.objects.get(alias=alias)
        product = Product.objects.filter(upc=sku).first() if sku else None
        message = ConsultantMessage.objects.create(
            consultant=consultant,
            person=Person.objects.with_email(email).first(),
            name=name,
            email=email,
            message=text,
            product=product,
            product_title=product.get_title() if product else "",
            edition=edition,
            base=f"/@{alias}",
        )
        when = timezone.now() - timedelta(days=days)
        ConsultantMessage.objects.filter(pk=message.pk).update(created_at=when)
        if days > 5:
            mark_answered(message=message)


def provenance_of(email: str) -> dict:
    """What proves that a customer came by a consultant's link; nothing for the others."""
    alias = BOUND_CUSTOMERS.get(email)
    consultant = Consultant.objects.filter(alias=alias).first() if alias else None
    if consultant is None:
        return {}
    claim = {
        "reason": "link",
        "seller": consultant.pk,
        "at": timezone.now().isoformat(),
        "by": "cookie",
    }
    return {"base": f"/@{alias}", "claims": [claim]}
