import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from .. import contrast
from ..panels import ContrastPanel
from ..typefaces import STACKS, Typeface

HEX_COLOUR = RegexValidator(
    re.compile(r"^#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z"),
    _("Enter a color as # and three or six digits, such as #A8481F."),
)


class ColourField(models.CharField):
    """A colour as ``#RRGGBB``."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 7)
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, HEX_COLOUR]


@register_setting(icon="pick", order=10)
class BrandSettings(ClusterableModel, BaseSiteSetting):
    """How the company looks: name, logo, colours and type. Seen on every page at once."""

    name = models.CharField(_("Name"), max_length=80, default="Vitrina")
    legal_name = models.CharField(_("Legal name"), max_length=160, blank=True)
    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("At least 480 px wide, on a transparent ground. Without one the name stands."),
    )
    favicon = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Browser icon"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Square, at least 192 px."),
    )
    share_image = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("Picture for shared links"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("For pages without a picture of their own. At least 1200 × 630 px."),
    )

    paper = ColourField(_("Paper"), default="#FBF8F3")
    ink = ColourField(_("Ink"), default="#1E2721")
    accent = ColourField(_("Accent"), default="#A8481F")
    on_accent = ColourField(_("Text on accent"), default="#FFFFFF")
    leaf = ColourField(_("Leaf"), default="#5E7361")
    on_leaf = ColourField(_("Text on leaf"), default="#FFFFFF")
    blush = ColourField(_("Blush"), default="#EFDFD3")
    sand = ColourField(_("Sand"), default="#E9E2D6")

    display_face = models.CharField(
        _("Type of titles"), max_length=16, choices=Typeface, default=Typeface.FRAUNCES
    )
    text_face = models.CharField(
        _("Type of text"), max_length=16, choices=Typeface, default=Typeface.INSTRUMENT
    )
    radius = models.PositiveSmallIntegerField(
        _("Roundness of corners"), default=2, help_text=_("In pixels, 0 to 24.")
    )

    select_related = ["logo", "favicon", "share_image"]

    COLOURS = ("paper", "ink", "accent", "on_accent", "leaf", "on_leaf", "blush", "sand")

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("name"),
                FieldPanel("legal_name"),
                FieldPanel("logo"),
                FieldPanel("favicon"),
                FieldPanel("share_image"),
            ],
            heading=_("Identity"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("paper"), FieldPanel("ink")]),
                FieldRowPanel([FieldPanel("accent"), FieldPanel("on_accent")]),
                FieldRowPanel([FieldPanel("leaf"), FieldPanel("on_leaf")]),
                FieldRowPanel([FieldPanel("blush"), FieldPanel("sand")]),
                ContrastPanel(),
            ],
            heading=_("Colors"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("display_face"), FieldPanel("text_face")]),
                FieldPanel("radius"),
            ],
            heading=_("Type and shape"),
        ),
        InlinePanel("social_links", heading=_("Social networks"), label=_("Network")),
    ]

    class Meta:
        verbose_name = _("Brand")
        verbose_name_plural = _("Brands")

    def __str__(self) -> str:
        return self.name

    def clean(self):
        super().clean()
        if self.radius is not None and self.radius > 24:
            raise ValidationError({"radius": _("At most 24 pixels.")})

    @property
    def colours(self) -> dict[str, str]:
        return {name: getattr(self, name) for name in self.COLOURS}

    def verdicts(self) -> list[contrast.Verdict]:
        """The contrast of every pair of colours that the shop sets one on the other."""
        return contrast.brand_verdicts(self.colours)

    def stylesheet(self) -> str:
        """The brand as custom properties, to stand after ``tokens.css``."""
        lines = [
            f"--brand-{name.replace('_', '-')}:{value}" for name, value in self.colours.items()
        ]
        lines += [
            f"--brand-font-display:{STACKS[Typeface(self.display_face)]}",
            f"--brand-font-text:{STACKS[Typeface(self.text_face)]}",
            f"--brand-radius:{self.radius}px",
            f"--brand-radius-large:{self.radius * 6}px",
        ]
        return ":root{" + ";".join(lines) + "}\n"


class SocialNetwork(models.TextChoices):
    INSTAGRAM = "instagram", "Instagram"
    FACEBOOK = "facebook", "Facebook"
    TIKTOK = "tiktok", "TikTok"
    YOUTUBE = "youtube", "YouTube"
    PINTEREST = "pinterest", "Pinterest"
    LINKEDIN = "linkedin", "LinkedIn"
    WHATSAPP = "whatsapp", "WhatsApp"
    X = "x", "X"


class SocialLink(Orderable):
    """The company's page on a social network."""

    brand = ParentalKey(BrandSettings, on_delete=models.CASCADE, related_name="social_links")
    network = models.CharField(_("Network"), max_length=16, choices=SocialNetwork)
    url = models.URLField(_("Address"))

    panels = [FieldRowPanel([FieldPanel("network"), FieldPanel("url")])]

    class Meta(Orderable.Meta):
        verbose_name = _("Social network")
        verbose_name_plural = _("Social networks")

    def __str__(self) -> str:
        return self.get_network_display()
