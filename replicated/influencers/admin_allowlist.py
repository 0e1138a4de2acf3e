"""Allowlist of back-office views for influencers: all other views are refused.

Wagtail checks permissions in most views, but not in all: some show the title of any object by its
id (choosers, reports, usage, bulk actions). So for users who are only influencers, every view under
``/admin/`` that is not listed here is refused, and a page, image or document in the URL must be
their own. Wagtail's permissions are still checked as well.
"""

from collections.abc import Callable

from django.http import HttpResponseRedirect
from django.urls import reverse
from wagtail.admin.auth import permission_denied
from wagtail.users.models import UserProfile

from . import access
from .access import Curation

ADMIN = "/admin/"

# Views without data of other people.
OPEN = frozenset(
    """
    wagtailadmin_home wagtailadmin_account wagtailadmin_login wagtailadmin_logout
    wagtailadmin_sprite wagtailadmin_javascript_catalog wagtailadmin_dismissibles
    wagtailadmin_block_preview wagtail_localize:javascript_catalog
    wagtailadmin_editing_sessions:release
    wagtailadmin_pages:search wagtailadmin_pages:search_results
    wagtailadmin_api:pages:listing
    wagtailadmin_choose_page wagtailadmin_choose_page_search
    wagtailadmin_choose_page_external_link wagtailadmin_choose_page_email_link
    wagtailadmin_choose_page_phone_link wagtailadmin_choose_page_anchor_link
    wagtailimages:index wagtailimages:index_results wagtailimages:add
    wagtailimages:add_multiple wagtailimages:create_multiple_from_uploaded_image
    wagtailimages:delete_upload_multiple
    wagtailimages_chooser:choose wagtailimages_chooser:choose_results
    wagtailimages_chooser:create
    wagtaildocs:index wagtaildocs:index_results wagtaildocs:add
    wagtaildocs:add_multiple wagtaildocs:create_multiple_from_uploaded_document
    wagtaildocs:delete_upload_multiple
    wagtaildocs_chooser:choose wagtaildocs_chooser:choose_results wagtaildocs_chooser:create
    influencer_products:choose influencer_products:choose_results
    influencer_products:chosen influencer_products:chosen_multiple
    """.split()  # noqa: SIM905
)

# Views whose id in the URL (or each `id` in the query string) must be of an own page.
PAGES = frozenset(
    """
    wagtailadmin_explore wagtailadmin_explore_results
    wagtailadmin_api:pages:detail
    wagtailadmin_pages:add wagtailadmin_pages:preview_on_add wagtailadmin_pages:add_subpage
    wagtailadmin_pages:edit wagtailadmin_pages:preview_on_edit wagtailadmin_pages:view_draft
    wagtailadmin_pages:delete wagtailadmin_pages:convert_alias wagtailadmin_pages:usage
    wagtailadmin_pages:set_page_position
    wagtailadmin_pages:history wagtailadmin_pages:history_results
    wagtailadmin_pages:revisions_index wagtailadmin_pages:revisions_view
    wagtailadmin_pages:revisions_revert wagtailadmin_pages:revisions_compare
    wagtailadmin_pages:workflow_history wagtailadmin_pages:workflow_history_detail
    wagtailadmin_pages:workflow_preview wagtailadmin_pages:confirm_workflow_cancellation
    """.split()  # noqa: SIM905
)
PAGE_ARGUMENTS = ("page_id", "parent_page_id", "page_to_move_id", "pk")

IMAGES = frozenset(
    """
    wagtailimages:edit wagtailimages:delete wagtailimages:edit_multiple
    wagtailimages:delete_multiple wagtailimages:image_usage
    wagtailimages_chooser:chosen wagtailimages_chooser:chosen_multiple
    wagtailimages_chooser:select_format
    """.split()  # noqa: SIM905
)
IMAGE_ARGUMENTS = ("image_id", "pk")

DOCUMENTS = frozenset(
    """
    wagtaildocs:edit wagtaildocs:delete wagtaildocs:edit_multiple wagtaildocs:delete_multiple
    wagtaildocs:document_usage
    wagtaildocs_chooser:chosen wagtaildocs_chooser:chosen_multiple
    """.split()  # noqa: SIM905
)
DOCUMENT_ARGUMENTS = ("document_id", "doc_id", "pk")

LINK_TARGETS = frozenset(
    ["wagtailadmin_choose_page_child", "wagtailadmin_choose_page_chosen_multiple"]
)
LINK_ARGUMENTS = ("parent_page_id",)


class CurationMiddleware:
    """Enforces the allowlist. Must come after authentication and the second factor."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.path_info.startswith(ADMIN) or not request.user.is_authenticated:
            return None
        curation = access.curation_of(request.user)
        if curation is None:
            return None
        name = request.resolver_match.view_name
        if name == "wagtailadmin_explore_root":
            return _to_own_home(request, curation)
        if allows(curation, name, kwargs, request.GET.getlist("id")):
            return None
        if name == "wagtailadmin_explore":
            return _to_own_home(request, curation)
        return permission_denied(request)

    def process_template_response(self, request, response):
        """Remove the library's popular tags, which lists of media offer as filters."""
        filters = (response.context_data or {}).get("filters")
        is_list = filters is not None and request.path_info.startswith(ADMIN)
        if is_list and access.curation_of(request.user) is not None:
            filters.form.fields.pop("tag", None)
        return response


def allows(curation: Curation, name: str, kwargs: dict, ids: list[str]) -> bool:
    """Whether an influencer may open the view ``name`` with these URL arguments. ``ids``: the ids
    in the query string, for views that take several.
    """
    if name in OPEN:
        return True
    if name == "wagtailadmin_editing_sessions:ping":
        is_page = (kwargs.get("app_label"), kwargs.get("model_name")) == ("wagtailcore", "page")
        return is_page and _owns(curation.owns_pages, [kwargs.get("object_id")])
    if name == "wagtail_bulk_action":
        return _allows_bulk(curation, kwargs, ids)
    for names, arguments, owns in (
        (PAGES, PAGE_ARGUMENTS, curation.owns_pages),
        (IMAGES, IMAGE_ARGUMENTS, curation.owns_images),
        (DOCUMENTS, DOCUMENT_ARGUMENTS, curation.owns_documents),
        (LINK_TARGETS, LINK_ARGUMENTS, curation.may_link_to),
    ):
        if name in names:
            named = [kwargs[argument] for argument in arguments if argument in kwargs]
            return _owns(owns, named or ids)
    return False


def _owns(owns: Callable[[set[int]], bool], named: list) -> bool:
    if not named or not all(str(value).isascii() and str(value).isdigit() for value in named):
        return False
    numbers = {int(value) for value in named}
    # Larger numbers overflow the database's integers.
    return max(numbers) < 2**63 and owns(numbers)


def _allows_bulk(curation: Curation, kwargs: dict, ids: list[str]) -> bool:
    """Whether all selected objects are the influencer's own. Selecting "all" is refused."""
    match (kwargs.get("app_label"), kwargs.get("model_name"), kwargs.get("action")):
        case ("wagtailcore", "page", "delete"):
            return _owns(curation.owns_pages, ids)
        case ("wagtailimages", "image", "delete" | "add_tags"):
            return _owns(curation.owns_images, ids)
        case ("wagtaildocs", "document", "delete" | "add_tags"):
            return _owns(curation.owns_documents, ids)
    return False


def _to_own_home(request, curation: Curation) -> HttpResponseRedirect:
    home = curation.home(UserProfile.get_for_user(request.user).get_preferred_language())
    if home is None:
        return permission_denied(request)
    return HttpResponseRedirect(reverse("wagtailadmin_explore", args=[home.pk]))
