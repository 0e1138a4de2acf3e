"""The bank of questions and the evaluations in the back office."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, PublishingPanel
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, LocaleColumn, UpdatedAtColumn
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.snippets import SnippetViewSet

from cms.back_office import menu
from commerce.merchandising.viewsets.words import WordsIndexView

from .desk.attempts import VIEW as VIEW_ATTEMPTS
from .desk.forms import EvaluationForm
from .desk.regrading import REGRADE, RegradeView
from .desk.statistics import StatisticsView
from .models import Evaluation, Question, QuestionTopic


class QuestionIndexView(WordsIndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("topic", "locale")

    def get_list_more_buttons(self, instance):
        more = super().get_list_more_buttons(instance)
        if self.request.user.has_perm(REGRADE):
            url = reverse(Question.snippet_viewset.get_url_name("regrade"), args=[instance.pk])
            label = _("Score the answers again")
            more.append(Button(label, url, icon_name="resubmit", priority=120))
        return more


class QuestionViewSet(SnippetViewSet):
    model = Question
    icon = "help"
    menu_label = _("Questions")
    menu_hook = menu.ACADEMY
    menu_order = 61
    index_view_class = QuestionIndexView
    list_per_page = 50
    list_display = [
        "__str__",
        Column("kind", label=_("Kind"), accessor="get_kind_display"),
        Column("topic", label=_("Topic"), accessor=lambda row: row.topic or ""),
        Column("difficulty", label=_("Difficulty"), accessor="get_difficulty_display"),
        LocaleColumn(label=_("Language")),
        LiveStatusTagColumn(label=_("State")),
        UpdatedAtColumn(label=_("Updated")),
    ]
    list_filter = ["topic", "difficulty", "kind", "live"]
    search_fields = ["prompt", "topic__title"]
    search_backend_name = None
    panels = [
        FieldPanel("prompt"),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Image")),
        FieldPanel("content"),
        FieldPanel("feedback"),
        MultiFieldPanel([FieldPanel("topic"), FieldPanel("difficulty")], heading=_("Where it is")),
        PublishingPanel(),
    ]

    def get_urlpatterns(self):
        own = path("regrade/<int:pk>/", RegradeView.as_view(), name="regrade")
        return [*super().get_urlpatterns(), own]


class QuestionTopicViewSet(SnippetViewSet):
    model = QuestionTopic
    icon = "folder-open-inverse"
    menu_label = _("Topics of questions")
    menu_hook = menu.ACADEMY
    menu_order = 62
    list_display = ["title", LocaleColumn(label=_("Language"))]
    search_fields = ["title"]
    search_backend_name = None
    panels = [FieldPanel("title")]


class EvaluationIndexView(WordsIndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("locale")

    def get_list_more_buttons(self, instance):
        more = super().get_list_more_buttons(instance)
        statistics = Evaluation.snippet_viewset.get_url_name("statistics")
        more.append(
            Button(
                _("Statistics"),
                reverse(statistics, args=[instance.pk]),
                icon_name="history",
                priority=120,
            )
        )
        if self.request.user.has_perm(VIEW_ATTEMPTS):
            attempts = f"{reverse('evaluation_attempts:index')}?evaluation={instance.pk}"
            more.append(Button(_("Attempts"), attempts, icon_name="form", priority=121))
        return more


class EvaluationViewSet(SnippetViewSet):
    model = Evaluation
    icon = "tasks"
    menu_label = _("Evaluations")
    menu_hook = menu.ACADEMY
    menu_order = 60
    index_view_class = EvaluationIndexView
    list_display = [
        "title",
        LocaleColumn(label=_("Language")),
        LiveStatusTagColumn(label=_("State")),
        UpdatedAtColumn(label=_("Updated")),
    ]
    list_filter = ["live"]
    search_fields = ["title"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("intro"),
            FieldPanel("sections"),
            MultiFieldPanel(
                [
                    FieldPanel("opens_at"),
                    FieldPanel("closes_at"),
                    FieldPanel("time_limit"),
                    FieldPanel("grace_seconds"),
                    FieldPanel("on_timeout"),
                ],
                heading=_("Time and dates"),
                help_text=_("The same in every language, as is all that follows."),
            ),
            MultiFieldPanel(
                [
                    FieldPanel("attempts_allowed"),
                    FieldPanel("wait_minutes"),
                    FieldPanel("grading"),
                    FieldPanel("pass_mark"),
                ],
                heading=_("Attempts and passing"),
            ),
            MultiFieldPanel([FieldPanel("review"), FieldPanel("review_when")], heading=_("Review")),
            MultiFieldPanel(
                [
                    FieldPanel("shuffle_questions"),
                    FieldPanel("shuffle_answers"),
                    FieldPanel("one_per_page"),
                ],
                heading=_("How it is shown"),
            ),
            PublishingPanel(),
        ],
        base_form_class=EvaluationForm,
    )

    def get_urlpatterns(self):
        own = path("statistics/<int:pk>/", StatisticsView.as_view(), name="statistics")
        return [*super().get_urlpatterns(), own]
