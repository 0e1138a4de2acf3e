"""The moderators' pages of the back office: what waits, one post with its history, warning."""

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from markets.dates import staff_moment
from people.private import private_view

from .. import services
from ..access import Viewer
from ..forms import WarningForm
from ..models import Member, Post, Report, Thread
from ..places import edition_of, post_path

PER_LIST = 50

DECISIONS = {
    "approve": (services.approve, gettext_lazy("Approved: the post is shown.")),
    "hide": (services.hide, gettext_lazy("Hidden: only moderators see the post.")),
    "show": (services.show, gettext_lazy("The post is shown again.")),
    "dismiss": (services.dismiss_reports, gettext_lazy("The reports are settled.")),
}


class _ForModerators(View):
    """``find``: what the address names, looked for once it is known who asks."""

    def find(self, pk: int) -> None:
        raise NotImplementedError

    def dispatch(self, request, *args, **kwargs):
        self.viewer = Viewer.of(request)
        if not self.viewer.is_moderator:
            raise PermissionDenied
        if kwargs:
            self.find(**kwargs)
        return super().dispatch(request, *args, **kwargs)


def _decide(request, viewer: Viewer) -> None:
    """What a button beside a post says."""
    decision, pk = request.POST.get("decision"), request.POST.get("post", "")
    if decision not in DECISIONS or not pk.isdecimal() or len(pk) > 18:
        raise Http404
    service, said = DECISIONS[decision]
    try:
        service(by=viewer, post=get_object_or_404(Post, pk=pk))
    except services.NotPossible as refused:
        messages.error(request, refused.message)
    else:
        messages.success(request, said)


@private_view
class QueueView(_ForModerators, WagtailAdminTemplateMixin, TemplateView):
    """Posts that wait, and posts that were reported, the oldest first."""

    template_name = "forum/admin/queue.html"
    page_title = gettext_lazy("Posts to look at")
    header_icon = "comment"

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": _("Posts to look at")}]

    def get_context_data(self, **kwargs):
        open_reports = Report.objects.filter(state=Report.State.OPEN)
        posts = Post.objects.select_related("author", "thread__board__locale")
        waiting = posts.filter(state=Post.State.WAITING).order_by("pk")
        reported = (
            posts.filter(pk__in=open_reports.values("post"))
            .order_by("pk")
            .prefetch_related(
                Prefetch("reports", open_reports.select_related("reporter"), to_attr="open_reports")
            )
        )
        return super().get_context_data(
            waiting=[_row(post) for post in waiting[:PER_LIST]],
            reported=[_row(post) for post in reported[:PER_LIST]],
            most=PER_LIST,
            **kwargs,
        )

    def post(self, request):
        _decide(request, self.viewer)
        return redirect("forum_queue")


def _row(post: Post) -> dict:
    return {"post": post, "url": public_url(post), "at": staff_moment(post.created_at)}


def public_url(post: Post) -> str:
    """Where the post stands in the shop; "" where no market shows its board."""
    edition = edition_of(post.thread.board)
    return f"/{edition}{post_path(post)}" if edition else ""


@private_view
class PostView(_ForModerators, WagtailAdminTemplateMixin, TemplateView):
    """One post: as it is, as it was before, and what was reported of it."""

    template_name = "forum/admin/post.html"
    page_title = gettext_lazy("Post")
    header_icon = "comment"

    def get_page_subtitle(self):
        return self.shown.thread.title

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("forum_queue"), "label": _("Posts to look at")},
            {"url": "", "label": str(self.shown)},
        ]

    def find(self, pk):
        rows = Post.objects.select_related("author", "thread__board__locale")
        self.shown = get_object_or_404(rows, pk=pk)

    def get_context_data(self, **kwargs):
        post = self.shown
        return super().get_context_data(
            **_row(post),
            versions=[(one, staff_moment(one.replaced_at)) for one in post.versions.all()],
            reports=post.reports.select_related("reporter"),
            **kwargs,
        )

    def post(self, request, pk):
        _decide(request, self.viewer)
        return redirect("forum_post", pk)


@private_view
class WarnView(_ForModerators, WagtailAdminTemplateMixin, TemplateView):
    """Write a warning to a member, who was warned before of what."""

    template_name = "forum/admin/warn.html"
    page_title = gettext_lazy("Warn a member")
    header_icon = "warning"

    def get_page_subtitle(self):
        return self.member.shown_name

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("forum_queue"), "label": _("Posts to look at")},
            {"url": "", "label": self.member.shown_name},
        ]

    def find(self, pk):
        self.member = get_object_or_404(Member, pk=pk)
        wanted = self.request.GET.get("post", "")
        self.about = None
        if wanted.isdecimal() and len(wanted) < 19:
            posts = self.member.posts.select_related("thread__board__locale")
            self.about = posts.filter(pk=wanted).first()

    def get_context_data(self, **kwargs):
        warnings = self.member.warnings.select_related("by", "post__thread")
        return super().get_context_data(
            member=self.member,
            about=self.about,
            warnings=[(one, staff_moment(one.created_at)) for one in warnings[:PER_LIST]],
            form=kwargs.pop("form", None) or WarningForm(),
            **kwargs,
        )

    def post(self, request, pk):
        form = WarningForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        services.warn(by=self.viewer, member=self.member, post=self.about, **form.cleaned_data)
        messages.success(request, _("The warning is on its way."))
        return redirect(public_url(self.about) if self.about else reverse("forum_queue"))


@private_view
class ThreadView(_ForModerators):
    """From the list of threads to the thread itself, where moderators have their buttons."""

    def find(self, pk):
        self.thread = get_object_or_404(Thread, pk=pk)

    def get(self, request, pk):
        opening = self.thread.posts.select_related("thread__board__locale").first()
        address = public_url(opening) if opening else ""
        if not address:
            messages.error(request, _("No market shows the board of this thread."))
        return redirect(address or reverse("forum_threads:index"))
