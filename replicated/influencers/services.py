"""Create, open and close influencers' sites. All functions are idempotent."""

import json
import uuid

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
)
from wagtail.users.models import UserProfile

from background.locks import locked
from cms.addresses.translations import content_locales
from markets.lookup import language_of
from replicated.consultants.models import Consultant

from . import tree, workflow
from .models import InfluencerPage, InfluencersIndexPage, InfluencerSite, homes_of
from .starting import NAME, ensure_template

PAGE_PERMISSIONS = ("add_page", "change_page")
COLLECTION_NAME = "Influencers"


def may_curate(consultant: Consultant) -> bool:
    """Whether a consultant is an active influencer."""
    return consultant.is_influencer and consultant.state == Consultant.State.ACTIVE


@transaction.atomic
def sync_site(consultant: Consultant) -> InfluencerSite | None:
    """Create an influencer's site, or open or close it, by what the consultant is now. Idempotent.

    The site is created when the consultant first is an influencer, and closed while they are not.
    Returns None if they never were one.
    """
    consultant = locked(Consultant.objects.select_related("person")).get(pk=consultant.pk)
    curates = may_curate(consultant)
    site = InfluencerSite.objects.filter(consultant=consultant).first()
    if site is None:
        if not curates:
            return None
        site = _make_site(consultant)
    if curates:
        _make_pages(site)
        _grant(site)
    else:
        _take_away(site)
    if site.is_open != curates:
        site.is_open = curates
        site.save(update_fields=["is_open"])
        action = "influencers.open" if curates else "influencers.close"
        log(site, action, title=consultant.code)
    return site


def _make_site(consultant: Consultant) -> InfluencerSite:
    name = f"{consultant.name} ({consultant.code})"
    root = Collection.get_first_root_node()
    shelf = root.get_children().filter(name=COLLECTION_NAME).first()
    if shelf is None:
        shelf = root.add_child(instance=Collection(name=COLLECTION_NAME))
    return InfluencerSite.objects.create(
        consultant=consultant,
        group=Group.objects.create(name=f"Influencer {consultant.code}"),
        collection=shelf.add_child(instance=Collection(name=name)),
    )


# --- Pages


def ensure_indexes() -> dict[str, InfluencersIndexPage]:
    """The index page of each content language, with the workflow; created if missing."""
    found = {
        page.locale.language_code: page
        for page in InfluencersIndexPage.objects.select_related("locale")
    }
    key = next((page.translation_key for page in found.values()), uuid.uuid4())
    for language, locale in content_locales().items():
        if language not in found:
            root = Page.get_first_root_node()
            page = InfluencersIndexPage(
                title="Influencers",
                slug=tree.index_slug(language),
                locale=locale,
                translation_key=key,
            )
            found[language] = root.add_child(instance=page)
    workflow.ensure_workflow(list(found.values()))
    return found


def _make_pages(site: InfluencerSite) -> None:
    """Copy the template in each language that the site does not have yet."""
    indexes = ensure_indexes()
    templates = ensure_template(indexes)
    keys: dict = {}
    present = InfluencerPage.objects.filter(translation_key=site.home_key)
    if present.exists():
        return
    for language, source in templates.items():
        keys[source.translation_key] = site.home_key
        _copy(source, indexes[language], site, keys)


def _copy(source: InfluencerPage, parent: Page, site: InfluencerSite, keys: dict) -> None:
    consultant = site.consultant
    name = consultant.name
    is_home = parent.depth == tree.INDEX_DEPTH
    if not source.live:
        source = source.get_latest_revision_as_object()
    page = source.copy(
        to=parent,
        update_attrs={
            "title": source.title.replace(NAME, name),
            "slug": tree.home_slug(consultant.pk) if is_home else tree.free_slug(source.slug),
            "seo_title": source.seo_title.replace(NAME, name),
            "summary": source.summary.replace(NAME, name),
            "translation_key": keys.setdefault(source.translation_key, uuid.uuid4()),
            "owner": consultant.person.user,
        },
        copy_revisions=False,
        keep_live=False,
        reset_translation_key=False,
        log_action=None,
    ).specific
    page.body = json.loads(json.dumps(list(source.body.raw_data)).replace(NAME, _inside(name)))
    revision = page.save_revision(user=None)
    if source.live:
        # Published without approval, as these are the company's texts; changes need approval.
        revision.publish()
    for child in InfluencerPage.objects.child_of(source).order_by("path"):
        _copy(child, page, site, keys)


def _inside(text: str) -> str:
    """Escape a text for use within a JSON string."""
    return json.dumps(text)[1:-1]


# --- What they may do


def _permissions(model, *actions: str):
    name = model._meta.model_name
    codenames = [f"{action}_{name}" for action in actions]
    return Permission.objects.filter(
        content_type__app_label=model._meta.app_label, codename__in=codenames
    )


def _grant(site: InfluencerSite) -> None:
    group = site.group
    group.permissions.add(
        *Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    may = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=PAGE_PERMISSIONS
    )
    for home in homes_of(site):
        for permission in may:
            GroupPagePermission.objects.get_or_create(
                group=group, page_id=home.pk, permission=permission
            )
    for model in (get_image_model(), get_document_model()):
        for permission in _permissions(model, "add", "change", "choose"):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=site.collection, permission=permission
            )
    admit(site)


def admit(site: InfluencerSite) -> None:
    """Add the influencer's user, if there is one, to the group of their site. The back office is
    set to their language, unless they have chosen one.
    """
    person = site.consultant.person
    if person.user is None:
        return
    person.user.groups.add(site.group)
    profile = UserProfile.get_for_user(person.user)
    if not profile.preferred_language:
        profile.preferred_language = language_of(person.edition)
        profile.save(update_fields=["preferred_language"])


def _take_away(site: InfluencerSite) -> None:
    group = site.group
    group.permissions.clear()
    group.user_set.clear()
    GroupPagePermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.filter(group=group).delete()


def page_of(consultant: Consultant, kind: str, language: str) -> InfluencerPage | None:
    """An influencer's page of a kind in a language, live or not; None if there is none."""
    homes = tree.branch_of(tree.home_slug(consultant.pk))
    if language not in homes:
        return None
    pages = InfluencerPage.objects.filter(url_path__startswith=homes[language], kind=kind)
    return pages.order_by("path").first()
