from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    TranslatableMixin,
    WorkflowMixin,
)

from markets.fields import MarketsField, is_for_market
from markets.lookup import all_markets

from ...frame.values import Audience
from ..blocks import LineBlock, LinkBlock, MarketsBlock, PictureBlock
from ..contact_lines import address_of
from ..fields import CustomerGroupsField


class State(models.TextChoices):
    """Where an announcement is in its time."""

    PLANNED = "planned", _("Planned")
    LIVE = "live", pgettext_lazy("an announcement", "Live")
    OVER = "over", pgettext_lazy("an announcement", "Over")
    DRAFT = "draft", pgettext_lazy("an announcement", "Draft")


class MenuLinkBlock(blocks.StructBlock):
    label = LineBlock(max_length=60, label=pgettext_lazy("on a link", "Text"))
    link = LinkBlock()
    markets = MarketsBlock()

    class Meta:
        icon = "link"
        label = _("Link")


class MenuItemBlock(blocks.StructBlock):
    """An entry of the menu: a link, or a panel of links with a picture."""

    label = LineBlock(max_length=60, label=pgettext_lazy("on a link", "Text"))
    link = LinkBlock(required=False)
    children = blocks.ListBlock(MenuLinkBlock(), default=[], label=_("Below it"))
    image = PictureBlock(required=False, label=_("Picture of the panel"))
    alt = LineBlock(required=False, max_length=255, label=_("Alternative text"))
    markets = MarketsBlock()

    class Meta:
        icon = "list-ul"
        label = _("Entry")


class FooterColumnBlock(blocks.StructBlock):
    title = LineBlock(max_length=60, label=_("Title"))
    links = blocks.ListBlock(MenuLinkBlock(), min_num=1, label=_("Links"))
    markets = MarketsBlock()

    class Meta:
        icon = "list-ul"
        label = _("Column")


NO_ADDRESS = _("Include the email address, such as hello@example.com.")
NO_NUMBER = _("Include the number, with its area or country code.")


class ContactLineBlock(blocks.StructBlock):
    """One way to reach the company: an address that can be pressed, or plain words."""

    kind = blocks.ChoiceBlock(
        choices=[
            ("email", _("Email")),
            ("phone", _("Phone")),
            ("chat", "WhatsApp"),
            ("text", _("Text only")),
        ],
        default="text",
        label=_("Kind"),
    )
    text = LineBlock(max_length=160, label=_("Text"))
    markets = MarketsBlock()

    class Meta:
        icon = "mail"
        label = _("Contact line")
        help_text = _("The words as people read them, such as “Helpline: (604) 555 0142”.")

    def clean(self, value):
        cleaned = super().clean(value)
        kind, text = cleaned["kind"], cleaned["text"]
        if kind == "text" or self.is_deferred_validation:
            return cleaned
        shown = [one for one in all_markets() if is_for_market(cleaned["markets"], one.code)]
        if any(address_of(kind, text, market.country) for market in shown):
            return cleaned
        message = NO_ADDRESS if kind == "email" else NO_NUMBER
        raise blocks.StructBlockValidationError(block_errors={"text": ValidationError(message)})


class SiteTexts(
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, TranslatableMixin, models.Model
):
    """What frames the pages, one row per language; a language without one shows the default's."""

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def clean(self):
        super().clean()
        # The locale is no form field, so the database alone would answer with an error page.
        taken = type(self).objects.exclude(pk=self.pk).filter(locale_id=self.locale_id)
        if self.locale_id and taken.exists():
            raise ValidationError(_("There is already one in this language: edit that one."))


class HeaderMenu(SiteTexts):
    """The main menu: two levels, the second one with a picture."""

    title = models.CharField(_("Name in the back office"), max_length=60, default="Menu")
    items = StreamField([("item", MenuItemBlock())], blank=True, verbose_name=_("Entries"))

    panels = [FieldPanel("title"), FieldPanel("items"), PublishingPanel()]

    class Meta(SiteTexts.Meta):
        verbose_name = _("Main menu")
        verbose_name_plural = _("Main menus")

    def __str__(self) -> str:
        return self.title


class Footer(SiteTexts):
    """What every page ends with, and the company in one line."""

    tagline = models.CharField(_("The company in one line"), max_length=160, blank=True)
    columns = StreamField([("column", FooterColumnBlock())], blank=True, verbose_name=_("Columns"))
    contact = StreamField([("line", ContactLineBlock())], blank=True, verbose_name=_("Contact"))
    legal = StreamField([("link", MenuLinkBlock())], blank=True, verbose_name=_("Legal links"))
    small_print = models.CharField(
        _("Last line"),
        max_length=200,
        blank=True,
        help_text=_("After © and the year. Empty: the company's name."),
    )

    panels = [
        FieldPanel("tagline"),
        FieldPanel("columns"),
        FieldPanel("contact"),
        FieldPanel("legal"),
        FieldPanel("small_print"),
        PublishingPanel(),
    ]

    class Meta(SiteTexts.Meta):
        verbose_name = _("Footer")
        verbose_name_plural = _("Footers")

    def __str__(self) -> str:
        return self.tagline or str(self._meta.verbose_name)


class Announcement(
    WorkflowMixin, DraftStateMixin, LockableMixin, RevisionMixin, TranslatableMixin, models.Model
):
    """The line above the header (``cms.frame.announcements`` says which, to whom and when).

    One of those for some people comes before one for everybody, then the position counts.
    """

    # Two lines of a telephone: the page leaves that much room for a line that comes later.
    LONGEST_FOR_SOME = 90

    text = models.CharField(_("Text"), max_length=120)
    link = StreamField(LinkBlock(), blank=True, verbose_name=_("Link"))
    markets = MarketsField()
    audience = models.CharField(
        _("For whom"),
        max_length=12,
        choices=Audience.choices,
        default=Audience.EVERYBODY,
        help_text=_("A line for some people replaces the one for everyone."),
    )
    groups = CustomerGroupsField(help_text=_("Only for members of customer groups."))
    sort_order = models.PositiveSmallIntegerField(
        _("Position"), default=0, help_text=_("Of several, the one with the lowest is shown.")
    )

    panels = [
        FieldPanel("text"),
        FieldPanel("link"),
        FieldPanel("markets"),
        MultiFieldPanel([FieldPanel("audience"), FieldPanel("groups")], heading=_("Audience")),
        FieldPanel("sort_order"),
        PublishingPanel(),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["sort_order", "pk"]
        verbose_name = _("Announcement")
        verbose_name_plural = _("Announcements")

    def __str__(self) -> str:
        return self.text

    def clean(self):
        super().clean()
        if self.audience != Audience.GROUPS:
            self.groups = []
        elif not self.groups:
            raise ValidationError({"groups": _("Choose the groups that it is for.")})
        if self.audience != Audience.EVERYBODY and len(self.text) > self.LONGEST_FOR_SOME:
            raise ValidationError(
                {
                    "text": _("At most %(count)d characters, unless it is for everyone.")
                    % {"count": self.LONGEST_FOR_SOME}
                }
            )

    @property
    def state(self) -> State:
        """Where it is in its time, now. Asks the database once, unless ``is_planned`` is set."""
        now = timezone.now()
        is_over = self.expire_at is not None and self.expire_at <= now
        has_begun = self.go_live_at is None or self.go_live_at <= now
        if self.live and has_begun and not is_over:
            return State.LIVE
        planned = getattr(self, "is_planned", None)
        if planned is None:
            planned = self.approved_schedule
        if planned or (self.live and not has_begun):
            return State.PLANNED
        return State.OVER if is_over or self.expired else State.DRAFT
