"""Mails about changes to influencers' pages: to approvers, and back to who submitted.

They replace Wagtail's own mails for these pages, which do not name the influencer.
"""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.admin.localization import get_available_admin_languages
from wagtail.models import TaskState, WorkflowState
from wagtail.users.models import UserProfile

from markets.lookup import edition_for_language, language_of
from markets.sellers import address_at
from markets.storefront_urls import absolute
from people.mails import SELLER, STAFF, Mail, register_mail, send_mail
from people.models import Person, shown_name_of

from . import tree
from .models import InfluencerPage

User = get_user_model()


def page_of(state: WorkflowState) -> InfluencerPage | None:
    """The influencer's page that a workflow runs on; None for other pages and objects."""
    page = state.content_object
    page = getattr(page, "specific", page)
    return page if isinstance(page, InfluencerPage) else None


def approvers_of(task_state: TaskState, *, but=None) -> list:
    """Users who may approve and want mails: of the task's groups, else administrators."""
    groups = task_state.task.specific.groups.all()
    users = User.objects.filter(groups__in=groups, is_active=True).distinct()
    wanted = [user for user in users if user != but and user.email]
    if not wanted:
        wanted = list(User.objects.filter(is_superuser=True, is_active=True).exclude(email=""))
    return [user for user in wanted if UserProfile.get_for_user(user).submitted_notifications]


def mail_submitted(task_state_id: int, user_id: int) -> None:
    task_state = TaskState.objects.filter(
        pk=task_state_id, status=TaskState.STATUS_IN_PROGRESS
    ).first()
    user = User.objects.filter(pk=user_id).first()
    if task_state is None or user is None:
        return
    state = task_state.workflow_state
    page = page_of(state)
    if page is None:
        return
    draft = page.get_latest_revision_as_object()
    _send(
        user,
        "influencers/mail/submitted",
        {
            "who": shown_name_of(state.requested_by),
            "page_title": draft.title,
            "site_owner": page.consultant.name if page.consultant else "",
            "review_url": _admin("wagtailadmin_pages:edit", page.pk),
            "preview_url": _admin(
                "wagtailadmin_pages:workflow_preview", page.pk, task_state.task_id
            ),
        },
    )


def mail_decided(workflow_state_id: int, user_id: int) -> None:
    state = WorkflowState.objects.filter(pk=workflow_state_id).first()
    user = User.objects.filter(pk=user_id).first()
    page = page_of(state) if state else None
    if page is None or user is None:
        return
    approved = state.status == WorkflowState.STATUS_APPROVED
    task_state = state.current_task_state.specific if state.current_task_state else None
    edition = _edition_of(user)
    own = edition_for_language(page.locale.language_code)
    if language_of(edition) == page.locale.language_code:
        own = edition
    _send(
        user,
        "influencers/mail/approved" if approved else "influencers/mail/rejected",
        {
            "who": shown_name_of(task_state.finished_by) if task_state else "",
            "comment": task_state.get_comment() if task_state else "",
            "page_title": page.get_latest_revision_as_object().title,
            "page_url": address_at(page.base, tree.split(page)[1], own),
            "edit_url": _admin("wagtailadmin_pages:edit", page.pk),
        },
    )


def _send(user, template: str, context: dict) -> None:
    edition = _edition_of(user)
    send_mail(template=template, to=user.email, edition=edition, context=context)


def _edition_of(user) -> str:
    """The edition for a mail to a user: of their person, in their back-office language."""
    person = Person.objects.filter(user=user).first()
    chosen = UserProfile.get_for_user(user).preferred_language
    known = dict(get_available_admin_languages())
    if person is None:
        return edition_for_language(chosen if chosen in known else settings.LANGUAGE_CODE)
    if chosen in known and language_of(person.edition) != chosen:
        return edition_for_language(chosen)
    return person.edition


def _admin(name: str, *args) -> str:
    return absolute(reverse(name, args=args))


def _sample(edition: str) -> dict:
    return {
        "who": "Ana",
        "page_title": "…",
        "site_owner": "Vale",
        "comment": "…",
        **{name: "#" for name in ("review_url", "preview_url", "page_url", "edit_url")},
    }


def register_mails() -> None:
    register_mail(Mail("influencers/mail/submitted", to=STAFF, sample=_sample))
    register_mail(Mail("influencers/mail/approved", to=SELLER, sample=_sample))
    register_mail(Mail("influencers/mail/rejected", to=SELLER, sample=_sample))
