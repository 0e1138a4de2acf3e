"""The one-screen product editor."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from oscar.core.loading import get_model
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from commerce.backoffice.categories import reader_language
from commerce.copy.models import ProductCopy

from .. import access
from ..concurrency import last_change
from ..editor import Conflict, ProductEditor
from ..forms.variant_rows import with_combinations, with_empty_row
from . import words

Product = get_model("catalogue", "Product")


class ProductEditView(WagtailAdminTemplateMixin, View):
    """The product editor. Every button posts the whole form, so that nothing that was typed is
    lost, with or without JavaScript."""

    model = Product
    index_url_name = edit_url_name = delete_url_name = copy_url_name = history_url_name = None
    header_icon = "tag"
    template_name = "merchandising/product_edit.html"

    def dispatch(self, request, *args, pk, **kwargs):
        if not access.may_open_editor(request.user):
            raise PermissionDenied
        self.product = get_object_or_404(Product, pk=pk, parent__isnull=True)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        return self.render(ProductEditor(product=self.product, request=request))

    def post(self, request):
        action, _colon, language = request.POST.get("action", "save").partition(":")
        if action == "preview":
            return self.preview(language)
        if action in ("generate", "row"):
            return self.add_rows(action)
        editor = ProductEditor(product=self.product, request=request, data=request.POST)
        if not editor.is_valid():
            return self.refuse(editor)
        try:
            drafted = editor.save(token=request.POST.get("token", ""))
            published = words.publish(
                model=ProductCopy,
                subject=self.product,
                action=action,
                language=language,
                by=request.user,
                allowed=access.may_publish_words(request.user),
            )
        except Conflict:
            return self.conflict(editor)
        except ValidationError as error:
            editor.problems += error.messages
            return self.refuse(editor)
        self.say_saved(drafted, published)
        return HttpResponseRedirect(self.here())

    # --- What the buttons do ----------------------------------------------------------

    def add_rows(self, action: str):
        """Add rows for new variants to the form. Nothing is saved yet."""
        editor = ProductEditor(product=self.product, request=self.request, data=self.request.POST)
        if not editor.edits_product:
            raise PermissionDenied
        if action == "row":
            data, added = with_empty_row(self.request.POST), 1
        else:
            data, added = with_combinations(self.request.POST, grid=editor.grid)
        editor = ProductEditor(product=self.product, request=self.request, data=data)
        if added:
            messages.info(
                self.request,
                ngettext(
                    "%d row was added. It is not saved yet.",
                    "%d rows were added. They are not saved yet.",
                    added,
                )
                % added,
            )
        else:
            messages.warning(
                self.request, _("Choose options whose combinations are not in the grid yet.")
            )
        return self.render(editor, unsaved=True, tab="variants")

    def preview(self, mode: str):
        editor = ProductEditor(product=self.product, request=self.request, data=self.request.POST)
        shown = words.preview(columns=editor.words, mode=mode, request=self.request)
        if shown is not None:
            return shown
        messages.warning(self.request, _("Save a text in this language first."))
        return self.render(editor, unsaved=True)

    # --- Answers ----------------------------------------------------------------------

    def refuse(self, editor):
        messages.error(
            self.request, _("Nothing was saved yet: please look at what is marked below.")
        )
        for problem in editor.problems:
            messages.error(self.request, problem)
        return self.render(editor, unsaved=True, tab=editor.first_problem())

    def conflict(self, editor):
        change = last_change(self.product)
        if change and change.user:
            message = _(
                "%(name)s saved this product at %(time)s, while you were editing. Nothing of "
                "yours is saved yet, and everything you typed is still here. Look at the saved "
                "version in another tab; save again to put yours in its place."
            ) % {
                "name": change.user.shown_name,
                "time": date_format(localtime(change.timestamp), "TIME_FORMAT"),
            }
        else:
            message = _(
                "This product was changed while you were editing. Nothing of yours is saved "
                "yet, and everything you typed is still here. Look at the saved version in "
                "another tab; save again to put yours in its place."
            )
        messages.error(
            self.request, message, buttons=[messages.button(self.here(), _("Saved version"), True)]
        )
        return self.render(editor, unsaved=True, status=409)

    def say_saved(self, drafted, published):
        said = [_("The product is saved.")]
        said += [_("New draft: %s.") % ", ".join(drafted)] if drafted and not published else []
        messages.success(self.request, " ".join([*said, *published]))

    def here(self) -> str:
        url = reverse(self.edit_url_name, args=[self.product.pk])
        extra = [pk for pk in self.request.POST.getlist("lists") if pk.isdecimal()]
        return url + ("?" + "&".join(f"lists={pk}" for pk in extra) if extra else "")

    def render(self, editor, *, unsaved: bool = False, tab: str = "", status: int = 200):
        if editor.data is not None:
            # Validate to drop the errors of languages without any text.
            for column in editor.words:
                column.is_valid()
        context = self.get_context_data(
            editor=editor,
            product=self.product,
            action_url=reverse(self.edit_url_name, args=[self.product.pk]),
            unsaved=unsaved,
            tab=tab,
            media=editor.media,
            words_edit_url=ProductCopy.snippet_viewset.get_url_name("edit"),
            may_publish=access.may_publish_words(self.request.user),
            may_translate=self.request.user.has_perm("wagtail_localize.submit_translation"),
        )
        return TemplateResponse(self.request, self.template_name, context, status=status)

    @cached_property
    def title(self) -> str:
        titles = ProductCopy.objects.filter(product=self.product).by_subject(reader_language())
        return str(titles.get(self.product.pk) or self.product.title)

    def get_header_title(self):
        return _("Product: %s") % self.title

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": _("Products")},
            {"url": "", "label": self.title},
        ]

    @property
    def header_more_buttons(self):
        user, pk = self.request.user, self.product.pk
        buttons = []
        if user.has_perm("catalogue.add_product"):
            url = reverse(self.copy_url_name, args=[pk])
            buttons.append(Button(_("Duplicate"), url, icon_name="copy", priority=10))
        if user.has_perm("catalogue.delete_product"):
            url = reverse(self.delete_url_name, args=[pk])
            buttons.append(Button(_("Delete"), url, icon_name="bin", priority=20))
        if access.may_edit_products(user):
            url = reverse(self.history_url_name, args=[pk])
            buttons.append(Button(_("History"), url, icon_name="history", priority=30))
        return buttons
