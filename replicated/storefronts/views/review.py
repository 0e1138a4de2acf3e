"""Back-office views to approve consultants' sites: compare, preview, approve or reject."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commerce.listings.models import Listing
from markets.lookup import get_market, is_edition, language_of
from markets.names import language_in_words, language_name
from people.private import private_view

from .. import contacts, photos, services, staging
from ..forms import RefusalForm
from ..models import SiteProfile


class _OneSite(View):
    """Base view of one site, for users who may approve sites."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm("storefronts.change_siteprofile"):
            raise PermissionDenied
        self.profile = get_object_or_404(SiteProfile.objects.for_names(), pk=kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)


@private_view
class ReviewView(_OneSite, WagtailAdminTemplateMixin, TemplateView):
    """Compare a submitted site with the published one; approve it or reject it with a reason."""

    template_name = "storefronts/admin/review.html"
    page_title = gettext_lazy("Approve a site")
    header_icon = "group"

    def get_page_subtitle(self):
        return str(self.profile)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("site_profiles:index"), "label": _("Consultants' sites")},
            {"url": "", "label": str(self.profile)},
        ]

    def get_context_data(self, **kwargs):
        profile = self.profile
        waiting = profile.submitted if profile.is_waiting else None
        shown = waiting or profile.published or {}
        image = photos.find(shown.get("photo"))
        market = get_market(profile.consultant.market)
        return super().get_context_data(
            profile=profile,
            waiting=waiting is not None,
            rows=_rows(shown),
            changed=_changed(profile) if waiting else [],
            photo=photos.picture(image, alt=shown.get("name", "")) if image else None,
            seen=profile.submitted_at.isoformat() if profile.submitted_at else "",
            preview_url=reverse("site_profiles:preview", args=[profile.pk]),
            previews=[
                {"edition": edition, "label": language_in_words(language_of(edition))}
                for edition in market.editions
            ],
            site_url=f"/@{profile.consultant.alias}/",
            form=kwargs.pop("form", None) or RefusalForm(),
            **kwargs,
        )

    def post(self, request, pk):
        seen = _moment(request.POST.get("seen", ""))
        form = RefusalForm(request.POST)
        refusing = request.POST.get("decision") != "approve"
        if refusing and not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        try:
            if refusing:
                services.refuse(
                    profile=self.profile,
                    seen=seen,
                    reason=form.cleaned_data["reason"],
                    by=request.user,
                )
                messages.success(request, _("Changes requested, with your reason."))
            else:
                services.approve(profile=self.profile, seen=seen, by=request.user)
                messages.success(request, _("Approved: the site shows it from now on."))
        except services.StaleSubmission as error:
            messages.error(request, error.message)
            return redirect("site_profiles:review", pk)
        return redirect("site_profiles:index")


def _moment(text: str):
    """Parse a moment in ISO format; None if invalid."""
    try:
        return parse_datetime(text)
    except ValueError:
        return None


@private_view
class PreviewView(_OneSite):
    """Preview of the site with the submitted content."""

    def get(self, request, pk):
        content = self.profile.submitted or self.profile.published
        consultant = self.profile.consultant
        edition = request.GET.get("edition", "")
        if content is None:
            raise Http404
        if not is_edition(edition):
            edition = get_market(consultant.market).default_edition
        return staging.draw(request, consultant=consultant, content=content, edition=edition)


def _rows(content) -> list[tuple[str, str]]:
    """A content as rows of label and text."""
    rows = [(_("Name"), content.get("name", "")), (_("City"), content.get("city", ""))]
    for kind in contacts.KINDS:
        entry = content.get("contact", {}).get(kind) or {}
        if entry.get("show") and entry.get("value"):
            rows.append((str(contacts.LABELS[kind]), entry["value"]))
    for language, words in content.get("words", {}).items():
        name = language_name(language)
        rows.append((f"{_('Greeting')} ({name})", words.get("greeting", "")))
        rows.append((f"{_('Story')} ({name})", words.get("story", "")))
    rows += _favourite_rows(content.get("favourites") or [])
    return [(label, text) for label, text in rows if text]


def _favourite_rows(favourites) -> list[tuple[str, str]]:
    ids = [entry["product"] for entry in favourites]
    titles = dict(Listing.objects.filter(product_id__in=ids).values_list("product_id", "title"))
    return [
        (
            f"{_('Favorite')} {number}",
            "\n".join([titles.get(entry["product"], "?"), *entry.get("notes", {}).values()]),
        )
        for number, entry in enumerate(favourites, start=1)
    ]


def _changed(profile) -> list[str]:
    """The labels of the rows that differ from the published content."""
    before, after = dict(_rows(profile.published or {})), dict(_rows(profile.submitted))
    labels = [label for label in after | before if before.get(label) != after.get(label)]
    if (profile.published or {}).get("photo") != profile.submitted.get("photo"):
        labels.append(_("Photo"))
    return labels
