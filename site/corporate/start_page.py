"""Marketers on the start page: messages to answer, and the pages that they work on."""

from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext
from wagtail.models import Page, WorkflowState, get_default_page_content_type
from wagtail.permissions import policy_registry

from cms.back_office.start_page import StartPanel, Waiting
from markets.names import language_name

from .content_plan import ContentPlanView
from .models import ContactMessage

ANSWER = "corporate.change_contactmessage"
WRITE = "corporate.change_contentpage"
SHOWN = 8


def may_answer(user) -> bool:
    return user.has_perm(ANSWER)


def messages_to_answer(request) -> list[Waiting]:
    status = ContactMessage.Status.NEW
    count = ContactMessage.objects.filter(status=status).count()
    url = f"{reverse('contact_messages:index')}?status={status}"
    return [Waiting(count, _("Messages to answer"), url)]


class PagesPanel(StartPanel):
    """The pages that somebody works on: what is not public yet, waits for approval, or will
    appear. It stands where Wagtail has three panels (see ``wagtail_hooks``).
    """

    code, order = "pages", 25
    heading = _("My pages in progress")
    icon = "doc-full"
    template_name = "corporate/start/pages.html"

    def is_for(self, user):
        return user.has_perm(WRITE) and policy_registry.get_by_type(Page).user_has_any_permission(
            user, ContentPlanView.any_permission_required
        )

    def values(self, request):
        in_approval = WorkflowState.objects.active().filter(
            base_content_type=get_default_page_content_type(),
            object_id=Cast(OuterRef("pk"), CharField()),
        )
        pages = (
            Page.objects.filter(alias_of=None, latest_revision__user=request.user)
            .annotate_approved_schedule()
            .annotate(is_in_approval=Exists(in_approval))
            .filter(Q(has_unpublished_changes=True) | Q(is_in_approval=True))
            .select_related("locale")
            .order_by("-latest_revision_created_at", "-pk")[:SHOWN]
        )
        report = reverse("content_plan")
        return {
            "pages": [_row(page) for page in pages],
            "drafts_url": f"{report}?status=draft",
            "planned_url": f"{report}?status=planned",
        }


def _row(page: Page) -> dict:
    return {
        "title": page.draft_title or page.title,
        "url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "language": language_name(page.locale.language_code),
        "state": _state(page),
        "changed": page.latest_revision_created_at,
    }


def _state(page: Page) -> str:
    if page.is_in_approval:
        return _("Awaiting approval")
    if page.approved_schedule:
        return pgettext("a page", "Planned")
    return _("Live, with changes") if page.live else pgettext("a page", "Draft")
