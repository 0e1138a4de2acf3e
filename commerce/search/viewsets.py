"""Back-office views of the search: synonyms, best bets, and the search report."""

from datetime import timedelta

import django_filters
from django.db.models import F, OuterRef, Subquery, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets import AdminDateInput
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.back_office import menu
from markets.fields import market_choices

from .forms import BestBetForm
from .models import BestBet, SearchCount, Synonym, language_choices

# The report's default period.
USUAL_PERIOD = timedelta(days=30)


class LanguageColumn(Column):
    """Shows the name of a language."""

    def get_value(self, instance):
        code = instance["language"] if isinstance(instance, dict) else instance.language
        return dict(language_choices()).get(code, code)


class MarketColumn(Column):
    """Shows the name of a market's country."""

    def get_value(self, instance):
        return dict(market_choices()).get(instance["market"], instance["market"])


class SynonymViewSet(SnippetViewSet):
    model = Synonym
    icon = "resubmit"
    menu_label = _("Search synonyms")
    menu_hook = menu.CATALOGUE
    menu_order = 110
    list_display = [
        "typed",
        Column("meant", label=_("Also searched for")),
        BooleanColumn("both_ways", label=_("Both ways")),
        LanguageColumn("language", label=_("Language")),
    ]
    list_filter = ["language"]
    search_fields = ["typed", "meant"]
    search_backend_name = None
    panels = [
        HelpPanel(
            _("It applies as soon as you save. Plurals, accents and capitals need no synonym.")
        ),
        FieldPanel("language"),
        FieldPanel("typed"),
        FieldPanel("meant"),
        FieldPanel("both_ways"),
    ]


class BestBetViewSet(SnippetViewSet):
    model = BestBet
    icon = "pick"
    menu_label = _("Search best bets")
    menu_hook = menu.CATALOGUE
    menu_order = 120
    list_display = [
        "__str__",
        Column("skus", label=_("Products")),
        Column("page", label=_("Page")),
        LanguageColumn("language", label=_("Language")),
    ]
    list_filter = ["language"]
    search_fields = ["searches", "title", "skus"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            HelpPanel(
                _(
                    "What appears at the top of the results for these searches. It "
                    "applies as soon as you save."
                )
            ),
            FieldPanel("language"),
            FieldPanel("searches"),
            FieldPanel("markets"),
            FieldPanel("skus"),
            MultiFieldPanel(
                [FieldPanel("page"), FieldPanel("url"), FieldPanel("title"), FieldPanel("text")],
                heading=_("Page or address"),
            ),
        ],
        base_form_class=BestBetForm,
    )


# --- The report -------------------------------------------------------------------------


class SearchFilterSet(WagtailFilterSet):
    since = django_filters.DateFilter(
        label=_("From"), field_name="day", lookup_expr="gte", widget=AdminDateInput
    )
    until = django_filters.DateFilter(
        label=_("To"), field_name="day", lookup_expr="lte", widget=AdminDateInput
    )
    market = django_filters.ChoiceFilter(label=_("Market"), choices=market_choices)
    language = django_filters.ChoiceFilter(label=_("Language"), choices=language_choices)
    outcome = django_filters.ChoiceFilter(
        label=_("Outcome"),
        method="filter_outcome",
        choices=[("empty", _("Found nothing")), ("found", _("Found something"))],
    )

    class Meta:
        model = SearchCount
        fields = []

    def filter_outcome(self, rows, name, value):
        if value == "empty":
            return rows.filter(empty__gt=0)
        return rows.filter(searches__gt=F("empty"))


class SearchReportView(ReportView):
    """Queries, how often they were searched, and how often without results, in a period."""

    page_title = _("Searches")
    header_icon = "search"
    model = SearchCount
    filterset_class = SearchFilterSet
    index_url_name = "search_report"
    index_results_url_name = "search_report_results"
    permission_required = "view"
    permission_policy = ModelPermissionPolicy(SearchCount)
    default_ordering = "-times"
    columns = [
        Column("phrase", label=_("What was searched"), sort_key="phrase"),
        MarketColumn("market", label=_("Market")),
        LanguageColumn("language", label=_("Language")),
        Column("times", label=_("Searches"), sort_key="times"),
        Column("nothing", label=_("Found nothing"), sort_key="nothing"),
        Column("latest", label=_("Results, latest"), sort_key="latest"),
    ]
    list_export = ["phrase", "market", "language", "times", "nothing", "latest"]
    export_headings = {
        "phrase": _("What was searched"),
        "market": _("Market"),
        "language": _("Language"),
        "times": _("Searches"),
        "nothing": _("Found nothing"),
        "latest": _("Results, latest"),
    }
    is_searchable = False

    def get_base_queryset(self):
        rows = SearchCount.objects.all()
        if not self.request.GET.get("since"):
            rows = rows.filter(day__gte=timezone.now().date() - USUAL_PERIOD)
        return rows

    def get_filtered_queryset(self):
        latest = SearchCount.objects.filter(
            phrase=OuterRef("phrase"), market=OuterRef("market"), language=OuterRef("language")
        ).order_by("-day")
        return self.order_queryset(
            self.filter_queryset(self.get_base_queryset())
            .order_by()
            .values("phrase", "market", "language")
            .annotate(
                times=Sum("searches"),
                nothing=Sum("empty"),
                latest=Subquery(latest.values("found")[:1]),
            )
        )

    def get_filename(self):
        return f"searches-{timezone.now().date()}"
