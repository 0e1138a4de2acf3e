from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from .models import BrandSettings
from .rich_text import StorefrontLinkHandler
from .viewsets import FormSubmissionViewSet


@hooks.register("register_rich_text_features", order=10)
def page_links(features):
    """After Wagtail's own handler, which it replaces."""
    features.register_link_type(StorefrontLinkHandler)


@hooks.register("register_admin_viewset")
def form_answers():
    return FormSubmissionViewSet()


@hooks.register("after_edit_setting")
def warn_of_weak_contrast(request, instance):
    """Saved all the same: the marketer decides, and knows."""
    if not isinstance(instance, BrandSettings):
        return
    for verdict in instance.verdicts():
        if not verdict.passes:
            messages.warning(
                request,
                _("%(pair)s: %(ratio)s : 1. People with low vision need %(needed)s : 1.")
                % {"pair": verdict.label, "ratio": verdict.shown, "needed": verdict.needed_shown},
            )
