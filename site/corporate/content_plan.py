"""The content plan as a report: which pages meet a customer at which stage, and where none does."""

from datetime import datetime, timedelta

import django_filters
from django.db.models import (
    Case,
    CharField,
    Count,
    IntegerField,
    JSONField,
    Q,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page

from cms.models import JourneyStage
from markets.dates import staff_moment
from markets.lookup import content_languages
from markets.names import country_names, language_in_words, language_name

from .models import ContactPage, ContentPage, HomePage

IN_PLAN = (HomePage, ContentPage, ContactPage)
SOON = timedelta(days=30)
NO_STAGE = "none"
STATUSES = [
    ("live", pgettext_lazy("a page", "Live")),
    ("planned", pgettext_lazy("a page", "Planned")),
    ("expiring", gettext_lazy("Expires within 30 days")),
    ("expired", pgettext_lazy("a page", "Expired")),
    ("draft", pgettext_lazy("a page", "Draft")),
]


def _of_plan(field: str, output) -> Coalesce:
    columns = (f"{model._meta.model_name}__{field}" for model in IN_PLAN)
    return Coalesce(*columns, output_field=output)


def in_plan(pages):
    """Pages of the company's own kinds with ``stage``, ``plan_objective`` and ``plan_markets``.
    Copies in a language that wait for their translation are left out.
    """
    kinds = Q()
    for model in IN_PLAN:
        kinds |= Q(**{f"{model._meta.model_name}__isnull": False})
    return pages.filter(kinds, alias_of=None).annotate(
        stage=_of_plan("journey_stage", CharField()),
        plan_objective=_of_plan("objective", CharField()),
        plan_markets=_of_plan("markets", JSONField()),
    )


def is_status(status: str, now: datetime) -> Q:
    """The condition for pages with ``annotate_approved_schedule()``. A page has one status."""
    live = Q(live=True) & (Q(expire_at=None) | Q(expire_at__gt=now))
    planned = Q(live=False, _approved_schedule=True)
    expired = (Q(expired=True) | Q(expire_at__lte=now)) & ~live & ~planned
    return {
        "live": live & (Q(expire_at=None) | Q(expire_at__gt=now + SOON)),
        "planned": planned,
        "expiring": live & Q(expire_at__lte=now + SOON),
        "expired": expired,
        "draft": ~live & ~planned & ~expired,
    }[status]


def status_of(page: Page, now: datetime) -> str:
    """The status in words, with its date."""
    over = page.expire_at is not None and page.expire_at <= now
    if page.live and not over:
        if page.expire_at and page.expire_at <= now + SOON:
            return _("Live, expires on %(date)s") % {"date": _day(page.expire_at)}
        return str(dict(STATUSES)["live"])
    if not page.live and page.approved_schedule:
        return _("Planned for %(date)s") % {"date": _day(page.go_live_at)}
    if over or page.expired:
        return _("Expired on %(date)s") % {"date": _day(page.expire_at)}
    if page.go_live_at and not page.live:
        # Saved, as the date of a draft is: nothing happens on that day by itself.
        return _("Draft for %(date)s, not scheduled") % {"date": _day(page.go_live_at)}
    return str(dict(STATUSES)["draft"])


def _day(moment: datetime | None) -> str:
    return staff_moment(moment) or "?"


def stage_words(page: Page) -> str:
    return str(JourneyStage(page.stage).label) if page.stage else ""


def market_words(page: Page) -> str:
    return country_names(page.plan_markets or ()) or _("All")


def coverage(pages, now: datetime) -> list[dict]:
    """A row for each stage: its live pages in each language, the languages that it lacks, and
    whether it has none at all.
    """
    live = pages.filter(is_status("live", now) | is_status("expiring", now))
    counted = {
        (row["stage"], row["locale__language_code"]): row["count"]
        for row in live.order_by()
        .values("stage", "locale__language_code")
        .annotate(count=Count("pk"))
    }
    rows = []
    for stage, label in [*JourneyStage.choices, ("", _("No stage chosen"))]:
        found = {language: counted.get((stage, language), 0) for language in content_languages()}
        rows.append(
            {
                "code": stage or NO_STAGE,
                "label": label,
                "counts": [(language_name(language), count) for language, count in found.items()],
                "lacking": [
                    language_in_words(language) for language, count in found.items() if not count
                ],
                "is_empty": bool(stage) and not any(found.values()),
            }
        )
    return rows


class PlanFilterSet(WagtailFilterSet):
    language = django_filters.ChoiceFilter(
        label=gettext_lazy("Language"),
        field_name="locale__language_code",
        choices=lambda: [(code, language_name(code)) for code in content_languages()],
    )
    stage = django_filters.ChoiceFilter(
        label=gettext_lazy("Stage of the journey"),
        choices=[*JourneyStage.choices, (NO_STAGE, gettext_lazy("No stage chosen"))],
        method="filter_stage",
    )
    status = django_filters.ChoiceFilter(
        label=gettext_lazy("Status"), choices=STATUSES, method="filter_status"
    )

    class Meta:
        model = Page
        fields = []

    def filter_stage(self, pages, name, stage):
        return pages.filter(stage="" if stage == NO_STAGE else stage)

    def filter_status(self, pages, name, status):
        return pages.filter(is_status(status, timezone.now()))


class ContentPlanView(PageReportView):
    """Pages by stage, with how many live ones each stage has in each language."""

    template_name = "corporate/admin/content_plan.html"
    results_template_name = "wagtailadmin/reports/base_report_results.html"
    page_title = gettext_lazy("Content plan")
    header_icon = "tasks"
    filterset_class = PlanFilterSet
    index_url_name = "content_plan"
    index_results_url_name = "content_plan_results"
    any_permission_required = ["change", "publish"]
    is_searchable = False
    columns = [
        TitleColumn(
            "title",
            label=gettext_lazy("Title"),
            get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk]),
        ),
        Column(
            "language",
            label=gettext_lazy("Language"),
            accessor=lambda page: language_name(page.locale.language_code),
        ),
        Column("stage", label=gettext_lazy("Stage of the journey"), accessor=stage_words),
        Column("markets", label=gettext_lazy("Markets"), accessor=market_words),
        Column("plan_objective", label=gettext_lazy("Objective")),
        Column(
            "status",
            label=gettext_lazy("Status"),
            accessor=lambda page: status_of(page, timezone.now()),
        ),
    ]
    list_export = [
        *("title", "language_words", "stage_words", "market_words", "plan_objective"),
        *("status_words", "goes_live", "expires"),
    ]
    export_headings = {
        "title": gettext_lazy("Title"),
        "language_words": gettext_lazy("Language"),
        "stage_words": gettext_lazy("Stage of the journey"),
        "market_words": gettext_lazy("Markets"),
        "plan_objective": gettext_lazy("Objective"),
        "status_words": gettext_lazy("Status"),
        "goes_live": gettext_lazy("Goes live"),
        "expires": gettext_lazy("Expires"),
    }

    def get_base_queryset(self):
        editable = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, self.any_permission_required
        )
        return in_plan(editable.annotate_approved_schedule()).select_related("locale")

    def get_filtered_queryset(self):
        stages = {stage: place for place, stage in enumerate(JourneyStage.values)}
        pages = self.filter_queryset(self.get_base_queryset())
        return pages.order_by(_place_of(stages), "title", "pk")

    def decorate_paginated_queryset(self, pages):
        """What the exported columns read."""
        now = timezone.now()
        pages = list(pages)
        for page in pages:
            page.language_words = language_name(page.locale.language_code)
            page.stage_words = stage_words(page)
            page.market_words = market_words(page)
            page.status_words = status_of(page, now)
            page.goes_live = staff_moment(page.go_live_at)
            page.expires = staff_moment(page.expire_at)
        return pages

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["coverage"] = coverage(self.get_base_queryset(), timezone.now())
        return context


def _place_of(stages: dict[str, int]):
    return Case(
        *(When(stage=stage, then=Value(place)) for stage, place in stages.items()),
        default=Value(len(stages)),
        output_field=IntegerField(),
    )
