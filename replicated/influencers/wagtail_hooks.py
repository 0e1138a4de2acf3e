from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from cms.back_office import menu

from . import access, image_chooser
from .choosers import product_chooser
from .panels import OwnPagesPanel
from .remarks import remarks_on

# Entries of the main menu that influencers get: images and documents.
MENU = ("images", "documents")

image_chooser.replace()


@hooks.register("register_admin_viewset")
def sold_products():
    return product_chooser


@hooks.register("register_log_actions")
def influencer_actions(actions):
    """Register the actions that ``influencers.services`` writes to the audit log."""
    actions.register_action("influencers.open", _("Open an influencer's site"), _("Opened"))
    actions.register_action("influencers.close", _("Close an influencer's site"), _("Closed"))


@hooks.register("construct_main_menu", order=1000)
def own_menu(request, menu_items):
    """Remove menu entries that the allowlist refuses."""
    if access.curation_of(request.user) is None:
        return
    kept = menu.entries_of_wagtail(request, MENU)
    own = MenuItem(
        _("My pages"),
        reverse("wagtailadmin_explore_root"),
        name="own-pages",
        icon_name="folder-open-inverse",
        order=10,
    )
    menu_items[:] = [own, *kept]


@hooks.register("construct_homepage_summary_items", order=1000)
def no_summary(request, items):
    """Remove the site summary for influencers, as it counts all pages."""
    if access.curation_of(request.user) is not None:
        items.clear()


@hooks.register("construct_homepage_panels")
def own_pages_first(request, panels):
    curation = access.curation_of(request.user)
    if curation is not None:
        panels.insert(0, OwnPagesPanel(curation))


@hooks.register("before_edit_page", order=-1)
def write_in_the_other_language(request, page):
    """Copy a new page to the other languages, for the influencer to write it there.

    Runs before wagtail-localize asks for a translation, which is for marketers only.
    """
    if page.alias_of_id and access.curation_of(request.user) is not None:
        return HttpResponseRedirect(reverse("wagtailadmin_pages:convert_alias", args=[page.pk]))
    return None


@hooks.register("before_edit_page")
def what_has_to_change(request, page):
    """Show the requested changes above a page that was rejected."""
    if request.method == "GET" and access.curation_of(request.user) is not None:
        remark = remarks_on([page]).get(page.pk)
        if remark:
            asked = _("%(who)s asks for changes: %(text)s") % {
                "who": remark.who,
                "text": remark.text,
            }
            messages.warning(request, asked)


@hooks.register("construct_page_chooser_queryset")
def pages_to_link_to(pages, request):
    """Limit the page chooser to the influencer's own pages and the company's public ones."""
    curation = access.curation_of(request.user)
    if curation is None:
        return pages
    return pages.filter(pk__in=curation.link_targets().values("pk"))


@hooks.register("construct_explorer_page_queryset")
def pages_to_explore(parent_page, pages, request):
    curation = access.curation_of(request.user)
    if curation is None:
        return pages
    return pages.filter(pk__in=curation.pages().values("pk"))
