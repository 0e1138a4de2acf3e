"""The list of announcements in the back office: which is for whom, where and when."""

import django_filters
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, LocaleColumn
from wagtail.models import Revision
from wagtail.snippets.views.snippets import SnippetViewSet

from markets.dates import staff_moment
from markets.fields import is_for_market, market_choices
from markets.names import country_names

from ..content.fields import customer_group_choices
from ..content.models import Announcement
from ..content.models.navigation import State
from ..frame.values import Audience
from . import menu


def with_plans(rows):
    """Announcements that know whether a later version is approved (``is_planned``)."""
    planned = Revision.objects.filter(
        content_type=ContentType.objects.get_for_model(Announcement),
        object_id=Cast(OuterRef("pk"), CharField()),
        approved_go_live_at__isnull=False,
    )
    return rows.annotate(is_planned=Exists(planned))


class AnnouncementFilters(WagtailFilterSet):
    market = django_filters.ChoiceFilter(
        label=_("Market"), choices=market_choices, method="filter_market"
    )
    audience = django_filters.ChoiceFilter(label=_("For whom"), choices=Audience.choices)
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=State.choices, method="filter_state"
    )

    class Meta:
        model = Announcement
        fields = []

    def filter_market(self, rows, name, code):
        # A company has a handful of them, and not every database looks into lists.
        found = rows.order_by().values_list("pk", "markets")
        return rows.filter(pk__in=[pk for pk, markets in found if is_for_market(markets, code)])

    def filter_state(self, rows, name, state):
        now = timezone.now()
        live = Q(live=True) & (Q(go_live_at=None) | Q(go_live_at__lte=now))
        live &= Q(expire_at=None) | Q(expire_at__gt=now)
        planned = (Q(is_planned=True) | Q(live=True, go_live_at__gt=now)) & ~live
        over = (Q(expire_at__lte=now) | Q(expired=True)) & ~live & ~planned
        return rows.filter(
            {
                State.LIVE: live,
                State.PLANNED: planned,
                State.OVER: over,
                State.DRAFT: ~live & ~planned & ~over,
            }[state]
        )


def market_names(announcement: Announcement) -> str:
    return country_names(announcement.markets) or str(_("All"))


def audience_words(announcement: Announcement) -> str:
    """For whom it is; the groups by their names."""
    if announcement.audience != Audience.GROUPS:
        return announcement.get_audience_display()
    names = dict(customer_group_choices())
    return ", ".join(names[key] for key in announcement.groups if key in names)


class AnnouncementViewSet(SnippetViewSet):
    model = Announcement
    icon = "info-circle"
    menu_label = _("Announcements")
    menu_hook = menu.CONTENT
    menu_order = 230
    filterset_class = AnnouncementFilters
    list_display = [
        "text",
        LocaleColumn(label=_("Language")),
        Column("markets", label=_("Markets"), accessor=market_names),
        Column("audience", label=_("For whom"), accessor=audience_words, sort_key="audience"),
        Column(
            "begins",
            label=pgettext_lazy("a moment", "From"),
            accessor=lambda row: staff_moment(row.go_live_at),
            sort_key="go_live_at",
        ),
        Column(
            "ends",
            label=pgettext_lazy("a moment", "Until"),
            accessor=lambda row: staff_moment(row.expire_at),
            sort_key="expire_at",
        ),
        Column("state", label=_("State"), accessor=lambda row: State(row.state).label),
    ]

    def get_queryset(self, request):
        return with_plans(Announcement.objects.all())
