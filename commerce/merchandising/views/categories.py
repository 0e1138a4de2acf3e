"""The category tree and the editor of one category."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from oscar.core.loading import get_model
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton
from wagtail.models import Locale

from commerce.backoffice.categories import category_tree, reader_language
from commerce.copy.models import CategoryCopy
from markets.lookup import content_languages, default_language

from .. import access
from ..forms.categories import CategoryForm, NewCategoryForm
from ..forms.words import all_words
from ..services.categories import (
    change_category,
    create_category,
    delete_category,
    move_category,
    what_keeps,
)
from ..services.words import save_draft
from . import words

Category = get_model("catalogue", "Category")


class CategoryScreen(WagtailAdminTemplateMixin, View):
    """Base view of the category screens: permission and header."""

    model = Category
    index_url_name = add_url_name = edit_url_name = delete_url_name = move_url_name = None
    header_icon = "folder-inverse"
    permission = "catalogue.change_category"

    def dispatch(self, request, *args, **kwargs):
        if not self.is_allowed(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def is_allowed(self, user) -> bool:
        return user.has_perm(self.permission)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse(self.index_url_name), "label": _("Categories")},
            {"url": "", "label": self.get_page_title()},
        ]

    def render(self, *, status=200, **context):
        return TemplateResponse(
            self.request, self.template_name, self.get_context_data(**context), status=status
        )

    def to_list(self):
        return HttpResponseRedirect(reverse(self.index_url_name))


class CategoryIndexView(CategoryScreen):
    """The category tree."""

    page_title = gettext_lazy("Categories")
    template_name = "merchandising/category_list.html"

    def is_allowed(self, user):
        return access.may_open_category(user)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": _("Categories")}]

    @cached_property
    def header_buttons(self):
        if not self.request.user.has_perm("catalogue.add_category"):
            return []
        return [HeaderButton(_("New category"), url=reverse(self.add_url_name), icon_name="plus")]

    def get(self, request):
        states: dict = {}
        for copy in CategoryCopy.objects.select_related("locale"):
            state = (
                "draft"
                if not copy.live
                else ("changed" if copy.has_unpublished_changes else "live")
            )
            states.setdefault(copy.category_id, {})[copy.locale.language_code] = state
        rows = [
            {
                "branch": branch,
                "url": reverse(self.edit_url_name, args=[branch.category.pk]),
                "move_url": reverse(self.move_url_name, args=[branch.category.pk]),
                "languages": [
                    (code, states.get(branch.category.pk, {}).get(code, "missing"))
                    for code in content_languages()
                ],
            }
            for branch in category_tree()
        ]
        return self.render(rows=rows, may_move=request.user.has_perm("catalogue.change_category"))


class CategoryCreateView(CategoryScreen):
    permission = "catalogue.add_category"
    page_title = gettext_lazy("New category")
    template_name = "merchandising/product_new.html"

    def get(self, request):
        return self.show(NewCategoryForm())

    def post(self, request):
        form = NewCategoryForm(request.POST)
        if not form.is_valid():
            messages.validation_error(request, _("The category could not be created."), form)
            return self.show(form)
        category = create_category(
            title=form.cleaned_data["title"],
            parent=form.chosen_parent(),
            locale=Locale.objects.get(language_code=default_language()),
            by=request.user,
        )
        messages.success(request, _("The category is created. Write its text and publish it."))
        return HttpResponseRedirect(reverse(self.edit_url_name, args=[category.pk]))

    def show(self, form):
        return self.render(
            form=form,
            media=form.media,
            action_url=reverse(self.add_url_name),
            submit_button_label=_("Create category"),
            submit_button_active_label=_("Creating…"),
        )


class CategoryEditView(CategoryScreen):
    """Edit the place, picture and texts of a category. Marketers see the texts only."""

    template_name = "merchandising/category_edit.html"

    def is_allowed(self, user):
        return access.may_open_category(user)

    def dispatch(self, request, *args, pk, **kwargs):
        self.category = get_object_or_404(Category, pk=pk)
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        titles = CategoryCopy.objects.filter(category=self.category)
        named = titles.by_subject(reader_language()).get(self.category.pk)
        return str(named or self.category.name)

    @property
    def edits_category(self) -> bool:
        return self.request.user.has_perm(access.EDIT_CATEGORIES)

    def build(self, data=None):
        user = self.request.user
        self.edits_words = user.has_perm(access.EDIT_CATEGORY_WORDS)
        form = CategoryForm(data, category=self.category) if self.edits_category else None
        columns = all_words(
            model=CategoryCopy,
            subject=self.category,
            data=data,
            user=user,
            may_edit=self.edits_words,
        )
        return form, columns

    def get(self, request):
        return self.show(*self.build())

    def post(self, request):
        action, _colon, language = request.POST.get("action", "save").partition(":")
        form, columns = self.build(request.POST)
        if action == "preview":
            shown = words.preview(columns=columns, mode=language, request=request)
            if shown is not None:
                return shown
            messages.warning(request, _("Save a text in this language first."))
            return self.show(form, columns, unsaved=True)
        valid = [column.is_valid() for column in columns] + ([form.is_valid()] if form else [])
        if not all(valid):
            return self.refuse(form, columns, [])
        try:
            with transaction.atomic():
                if form:
                    change_category(
                        category=self.category,
                        parent=form.chosen_parent(),
                        is_public=form.cleaned_data["is_public"],
                        in_menu=form.cleaned_data["in_menu"],
                        image=form.cleaned_data["image"],
                        by=request.user,
                    )
                for column in columns:
                    if column.has_changed():
                        save_draft(words=column.form.instance, by=request.user)
                done = words.publish(
                    model=CategoryCopy,
                    subject=self.category,
                    action=action,
                    language=language,
                    by=request.user,
                    allowed=request.user.has_perm(access.PUBLISH_CATEGORY_WORDS),
                )
        except ValidationError as error:
            return self.refuse(form, columns, error.messages)
        messages.success(request, " ".join([_("The category is saved."), *done]))
        return HttpResponseRedirect(reverse(self.edit_url_name, args=[self.category.pk]))

    def refuse(self, form, columns, problems):
        messages.error(
            self.request, _("Nothing was saved yet: please look at what is marked below.")
        )
        for problem in problems:
            messages.error(self.request, problem)
        return self.show(form, columns, unsaved=True)

    def show(self, form, columns, *, unsaved=False):
        user = self.request.user
        media = form.media if form else None
        for column in columns:
            media = column.form.media if media is None else media + column.form.media
        return self.render(
            form=form,
            columns=columns,
            editor=self,
            category=self.category,
            unsaved=unsaved,
            media=media,
            action_url=reverse(self.edit_url_name, args=[self.category.pk]),
            delete_url=reverse(self.delete_url_name, args=[self.category.pk])
            if user.has_perm("catalogue.delete_category")
            else "",
            words_edit_url=CategoryCopy.snippet_viewset.get_url_name("edit"),
            may_publish=user.has_perm(access.PUBLISH_CATEGORY_WORDS),
            may_translate=user.has_perm("wagtail_localize.submit_translation"),
        )


class CategoryMoveView(CategoryScreen):
    """Move a category up or down among its siblings."""

    http_method_names = ["post"]

    def post(self, request, pk):
        category = get_object_or_404(Category, pk=pk)
        move_category(category=category, up=request.POST.get("to") == "up", by=request.user)
        return HttpResponseRedirect(reverse(self.index_url_name) + f"#category-{pk}")


class CategoryDeleteView(CategoryScreen):
    permission = "catalogue.delete_category"
    page_title = gettext_lazy("Delete")
    template_name = "merchandising/confirm.html"

    def get(self, request, pk):
        category = get_object_or_404(Category, pk=pk)
        reason = what_keeps(category)
        return self.render(
            question=reason or _("Delete “%s” with its texts?") % category.name,
            yes="" if reason else _("Yes, delete"),
            serious=True,
            back=reverse(self.edit_url_name, args=[pk]),
        )

    def post(self, request, pk):
        category = get_object_or_404(Category, pk=pk)
        try:
            delete_category(category=category, by=request.user)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return HttpResponseRedirect(reverse(self.edit_url_name, args=[pk]))
        messages.success(request, _("The category is deleted."))
        return self.to_list()
