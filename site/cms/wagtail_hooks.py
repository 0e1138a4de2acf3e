from functools import partial

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.templatetags.wagtailcore_tags import wagtail_feature_release_whats_new_link

from .back_office import menu, start_page
from .back_office.admin_guard import may_translate
from .back_office.viewsets import FormSubmissionViewSet
from .content.models import BrandSettings, HeaderMenu
from .content.rich_text import StorefrontLinkHandler


@hooks.register("register_rich_text_features", order=10)
def page_links(features):
    """After Wagtail's own handler, which it replaces."""
    features.register_link_type(StorefrontLinkHandler)


@hooks.register("insert_global_admin_css")
def everywhere():
    return format_html('<link rel="stylesheet" href="{}">', static("admin-shop/everywhere.css"))


@hooks.register("insert_editor_js")
def wait_for_autosave():
    return format_html('<script src="{}" defer></script>', static("admin-shop/autosave.js"))


@hooks.register("register_admin_viewset")
def form_answers():
    return FormSubmissionViewSet()


for group in menu.GROUPS:
    hooks.register("register_admin_menu_item", partial(menu.group_entry, group))


@hooks.register("construct_main_menu")
def by_what_people_do(request, menu_items):
    menu.leave_to_groups(menu_items)


# Of Wagtail's own panels, what waits to be approved comes right after the rest that waits.
TO_APPROVE = "workflow_objects_to_moderate"


@hooks.register("construct_homepage_panels")
def start_panels(request, panels):
    for panel in panels:
        if getattr(panel, "name", "") == TO_APPROVE:
            panel.order = 1
    panels.extend(start_page.panels_for(request.user))


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


# What fits in a line at 1440 px; more goes to a second one.
MENU_ROOM = 8


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def warn_of_a_full_menu(request, instance):
    """Saved all the same: short words may fit."""
    if isinstance(instance, HeaderMenu) and len(instance.items) > MENU_ROOM:
        messages.warning(
            request,
            _(
                "The menu has %(number)d entries. On a screen of usual width there is room for "
                "%(room)d: the others go to a second line."
            )
            % {"number": len(instance.items), "room": MENU_ROOM},
        )


@hooks.register("construct_help_menu")
def without_wagtails_news(request, menu_items):
    """News of the software are no help for who edits, and its words are in one language only."""
    news = wagtail_feature_release_whats_new_link()
    menu_items[:] = [item for item in menu_items if item.url != news]


@hooks.register("construct_reports_menu")
def reports_they_may_read(request, menu_items):
    """What the guard refuses is not offered: Wagtail-localize offers its report to everybody."""
    if may_translate(request.user):
        return
    report = reverse("wagtail_localize:translations_report")
    menu_items[:] = [item for item in menu_items if item.url != report]
