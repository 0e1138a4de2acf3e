"""What some views of Wagtail and wagtail-localize leave unasked, asked before they run.

They trust the file that is sent to be the one they made, a number in an address to be a number,
and whoever opens them to be allowed to. Each entry can go when its library asks itself.
"""

import codecs
import re
import traceback

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import SuspiciousOperation, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _
from wagtail.admin.auth import permission_denied
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic.chooser import (
    ChosenMultipleViewMixin,
    ChosenViewMixin,
    CreateViewMixin,
)
from wagtail.coreutils import resolve_model_string
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Task
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.collections import CollectionPermissionLookupMixin
from wagtail.permissions import policy_registry

ADMIN = "/admin/"
SNIPPET_CHOOSERS = "wagtailsnippetchoosers_"
RIGHTS = ("add", "change", "delete", "view", "choose", "publish")
PAGE_RIGHTS = ("add", "change", "publish", "bulk_delete", "lock", "unlock")
NO_NUMBER = re.compile(r"Field '\w+' expected a number but got")
# Columns of keys and counts hold at most nine or eighteen digits and a little more.
HUGE_NUMBER = re.compile(r"[+-]?\d{10,}")
UNREADABLE = (ValueError, TypeError, AttributeError, LookupError, RecursionError)
PO_KEY = re.compile(rb'^"X-WagtailLocalize-TranslationID:', re.MULTILINE)


class AdminGuardMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not request.path_info.startswith(ADMIN) or not request.user.is_authenticated:
            return None
        if ask := BY_NAME.get(request.resolver_match.view_name):
            return ask(request, view, args, kwargs)
        if request.resolver_match.view_name.startswith(SNIPPET_CHOOSERS):
            refused = whoever_works_with(request, _model_of(view))
            if refused is not None:
                return refused
        kind = getattr(view, "view_class", None)
        if kind is None:
            return None
        for chooser, ask in BY_CLASS.items():
            if issubclass(kind, chooser):
                return ask(request, view, kwargs)
        return None

    def process_exception(self, request, error):
        """A form that lacks a field which its page always sends, or has letters where its page
        sends a number, was not sent by its page."""
        if not request.path_info.startswith(ADMIN):
            return
        if isinstance(error, MultiValueDictKeyError):
            raise SuspiciousOperation(f"No {error.args[0]}") from error
        # The database layer's words for a key that was to be a number (moving, copying a page).
        if isinstance(error, ValueError) and NO_NUMBER.match(str(error)):
            raise SuspiciousOperation(str(error)) from error
        # A number that no column holds: filters and hidden fields pass it on (SQLite, PostgreSQL).
        if _is_too_large(error) and _sends_a_huge_number(request):
            raise SuspiciousOperation(f"A number is too large: {error}") from error
        # A widget that cannot read what came: rich text that is no JSON, or JSON of another shape.
        if isinstance(error, UNREADABLE) and _while_reading_a_field(error):
            raise SuspiciousOperation(f"A field cannot be read: {error!r}") from error
        # Wagtail takes a word for a safe address to go on to, and then looks for a view so called.
        onward = request.POST.get("next") or request.GET.get("next")
        if isinstance(error, NoReverseMatch) and onward and f"'{onward}'" in str(error):
            raise SuspiciousOperation(f"No address: {onward}") from error


def _is_too_large(error: Exception) -> bool:
    """Python's and SQLite's words for it, PostgreSQL's code ("numeric_value_out_of_range")."""
    if isinstance(error, DataError):
        return getattr(error.__cause__, "sqlstate", "") == "22003"
    return isinstance(error, OverflowError) and "too large" in str(error)


def _sends_a_huge_number(request) -> bool:
    return any(
        HUGE_NUMBER.fullmatch(value.strip())
        for sent in (request.GET, request.POST)
        for values in sent.lists()
        for value in values[1]
    )


def _while_reading_a_field(error: Exception) -> bool:
    """In a widget of Wagtail's or Django's: a mistake in one of ours is to be heard of."""
    return any(
        frame.f_code.co_name == "value_from_datadict"
        and frame.f_globals["__name__"].startswith(("wagtail.", "django."))
        for frame, _line in traceback.walk_tb(error.__traceback__)
    )


# --- Files that another program made --------------------------------------------------


def po_file(request, view, args, kwargs):
    """A PO file as some programs save it is put right; one that is another's is refused."""
    file = request.FILES.get("file")
    data = _utf8(file.read()) if file else b""
    if not file:
        wrong = _("Choose the PO file first.")
    elif not data.strip():
        wrong = _("This PO file is empty.")
    elif not PO_KEY.search(data):
        wrong = _(
            "This PO file does not say which translation it belongs to. Download it again "
            "here, and keep the lines at its top."
        )
    else:
        request.FILES["file"] = SimpleUploadedFile(file.name, data)
        try:
            return view(request, *args, **kwargs)
        except (KeyError, ValueError, IndexError, AttributeError):
            # The parser gave up on it, or the line stood elsewhere than at the top.
            wrong = _("This PO file cannot be read. Download it again here.")
    messages.error(request, wrong)
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def _utf8(data: bytes) -> bytes:
    """Text that Windows programs save with a mark in front, as UTF-8 without it."""
    data = data.removeprefix(codecs.BOM_UTF8)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode("utf-16").encode()
        except UnicodeError:
            return data
    return data


def redirect_list(request, view, args, kwargs):
    """A list of redirects that is missing, lost or has rows of another shape."""
    if request.method != "POST":
        return None
    try:
        if request.resolver_match.url_name == "start_import" and not request.FILES:
            raise ValueError("no file")
        return view(request, *args, **kwargs)
    except SuspiciousOperation:
        wrong = _("Choose the file again: what was read from it is no longer here.")
    except (ValueError, TypeError, AttributeError, LookupError, OSError):
        wrong = _("Choose a file with one redirect per line: from, and to.")
    messages.error(request, wrong)
    return redirect("wagtailredirects:start_import")


# --- Choosers -------------------------------------------------------------------------


def chosen(request, view, kwargs):
    return _may_choose(request, view, [kwargs.get("pk", "")])


def chosen_multiple(request, view, kwargs):
    return _may_choose(request, view, request.GET.getlist("id"))


def _may_choose(request, view, written: list):
    """Whoever gets a name by its number is one to whom the list would show it."""
    model = _model_of(view)
    if model is None:
        return None
    try:
        numbers = {model._meta.pk.to_python(str(each)) for each in written}
    except ValidationError as error:
        raise Http404("No such number.") from error
    if any(isinstance(number, int) and not -(2**63) <= number < 2**63 for number in numbers):
        raise Http404("No such number.")
    policy = policy_registry.get_by_type(model)
    if not isinstance(policy, CollectionPermissionLookupMixin):
        return None
    allowed = policy.instances_user_has_any_permission_for(request.user, ["choose"])
    wanted = model.objects.filter(pk__in=numbers)
    if wanted.exclude(pk__in=allowed.values("pk")).exists():
        return permission_denied(request)
    return None


def picture_format(request, view, args, kwargs):
    images = get_image_model().objects.filter(pk=kwargs.get("image_id"))
    policy = policy_registry.get_by_type(get_image_model())
    allowed = policy.instances_user_has_any_permission_for(request.user, ["choose"])
    if images.exclude(pk__in=allowed.values("pk")).exists():
        return permission_denied(request)
    return None


def create(request, view, kwargs):
    """A chooser that makes nothing has an address for it all the same."""
    one = view.view_class(**view.view_initkwargs)
    one.setup(request, **kwargs)
    if isinstance(getattr(one, "model", None), str):
        one.model = resolve_model_string(one.model)
    if one.get_creation_form_class() is None:
        raise Http404("Nothing is made here.")
    return None


def _model_of(view):
    model = view.view_initkwargs.get("model") or getattr(view.view_class, "model", None)
    return resolve_model_string(model) if model else None


# --- Lists and confirmations that Wagtail opens to whoever is let in -------------------


def whoever_works_with(request, model):
    """Titles of a kind of thing are for those who have some right over things of that kind."""
    policy = policy_registry.get_by_type(model)
    if policy is None:
        policy = ModelPermissionPolicy(model)
    rights = PAGE_RIGHTS if issubclass(model, Page) else RIGHTS
    if policy.user_has_any_permission(request.user, rights):
        return None
    return permission_denied(request)


def bulk(request, view, args, kwargs):
    """The confirmation names what was ticked, before Wagtail asks who may do it."""
    try:
        model = apps.get_model(kwargs["app_label"], kwargs["model_name"])
    except LookupError as error:
        raise Http404("No such kind.") from error
    return whoever_works_with(request, model)


def images_listed(request, view, args, kwargs):
    return whoever_works_with(request, get_image_model())


def documents_listed(request, view, args, kwargs):
    return whoever_works_with(request, get_document_model())


def tasks_listed(request, view, args, kwargs):
    return whoever_works_with(request, Task)


# --- Pages ----------------------------------------------------------------------------


def move(request, view, args, kwargs):
    """Wagtail asks when the page is moved, and shows both titles before."""
    page = Page.objects.filter(pk=kwargs.get("page_to_move_id")).first()
    if page and not page.permissions_for_user(request.user).can_move():
        return permission_denied(request)
    return None


# --- Reports --------------------------------------------------------------------------


def may_translate(user) -> bool:
    return user.has_perm("wagtail_localize.submit_translation")


def translations_reported(request, view, args, kwargs):
    """It lists pages and snippets for whoever may open the back office."""
    return None if may_translate(request.user) else permission_denied(request)


BY_NAME = {
    "wagtail_bulk_action": bulk,
    **{
        f"wagtailadmin_api:{kind}:{view}": ask
        for kind, ask in (("images", images_listed), ("documents", documents_listed))
        for view in ("listing", "detail", "find")
    },
    **{
        f"wagtailadmin_workflows:{view}": tasks_listed
        for view in ("task_chooser", "task_chooser_create", "task_chooser_results", "task_chosen")
    },
    "wagtail_localize:upload_pofile": po_file,
    "wagtail_localize:translations_report": translations_reported,
    "wagtail_localize:translations_report_results": translations_reported,
    "wagtailredirects:start_import": redirect_list,
    "wagtailredirects:process_import": redirect_list,
    "wagtailadmin_pages:move_confirm": move,
    "wagtailimages_chooser:select_format": picture_format,
}
BY_CLASS = {
    ChosenViewMixin: chosen,
    ChosenMultipleViewMixin: chosen_multiple,
    CreateViewMixin: create,
}
