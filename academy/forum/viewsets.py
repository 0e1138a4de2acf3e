"""The back office of the forum: boards, threads, members."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, LocaleColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.back_office import menu
from cms.back_office.viewsets import WrittenByVisitors
from markets.names import country_names
from people.audiences import names_of

from .models import Board, Member, Thread

register_permission_policy(Thread, WrittenByVisitors(Thread))
register_permission_policy(Member, WrittenByVisitors(Member))


def _audience(board: Board) -> str:
    return (board.audience and ", ".join(names_of(board.audience))) or str(_("Everyone"))


def _markets(board: Board) -> str:
    return country_names(board.markets) or str(_("All"))


class BoardViewSet(SnippetViewSet):
    model = Board
    icon = "comment"
    menu_label = _("Boards")
    menu_name = "boards"
    menu_hook = menu.ACADEMY
    menu_order = 63
    list_display = [
        "title",
        LocaleColumn(label=_("Language")),
        Column("audience", label=_("Who may read and write"), accessor=_audience),
        Column("markets", label=_("Markets"), accessor=_markets),
    ]


class ThreadFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(label=_("State"), choices=Thread.State.choices)
    board = django_filters.ModelChoiceFilter(label=_("Board"), queryset=Board.objects.all())

    class Meta:
        model = Thread
        fields = []


class ThreadIndexView(generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("board", "author")


class _OnlyListed(ModelViewSet):
    """Written by members: staff look at the list, and act where it is read."""

    add_to_reference_index = False
    copy_view_enabled = False
    search_backend_name = None
    list_per_page = 50

    def get_urlpatterns(self):
        return [url for url in super().get_urlpatterns() if url.name in ("index", "index_results")]

    def get_common_view_kwargs(self, **kwargs):
        common = super().get_common_view_kwargs(**kwargs)
        for name in ("add", "edit", "delete", "copy", "inspect", "history", "usage"):
            common.pop(f"{name}_url_name", None)
        return common


class ThreadViewSet(_OnlyListed):
    model = Thread
    name = "forum_threads"
    url_prefix = "forum-threads"
    icon = "list-ul"
    menu_label = _("Threads")
    menu_name = "threads"
    menu_hook = menu.ACADEMY
    menu_order = 62
    index_view_class = ThreadIndexView
    filterset_class = ThreadFilterSet
    form_fields = ["title"]
    search_fields = ["title", "author__name"]
    ordering = ["-last_post_at", "-pk"]
    list_display = [
        TitleColumn("title", label=_("Thread"), url_name="forum_thread"),
        Column("board", label=_("Board")),
        Column("author", label=_("Author")),
        StatusTagColumn(
            "get_state_display", label=_("State"), primary=lambda row: row.state == "waiting"
        ),
        Column("post_count", label=_("Posts"), sort_key="post_count"),
        DateColumn("last_post_at", label=_("Last post"), sort_key="last_post_at"),
    ]


class MemberViewSet(_OnlyListed):
    model = Member
    name = "forum_members"
    url_prefix = "forum-members"
    icon = "user"
    menu_label = _("Members of the forum")
    menu_name = "members"
    menu_hook = menu.ACADEMY
    menu_order = 64
    form_fields = ["name"]
    search_fields = ["name"]
    ordering = ["name", "pk"]
    list_display = [
        TitleColumn("shown_name", label=_("Name in the forum"), url_name="forum_warn"),
        DateColumn("created_at", label=_("Since"), sort_key="created_at"),
    ]


threads = ThreadViewSet()
members = MemberViewSet()
