"""Publish and preview texts: shared by the editors of products and of categories, which have a
column of texts for each language."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from markets.lookup import language_of

from ..services.words import publish_words, unpublish_words

ACTIONS = ("publish", "unpublish", "publish-all")


def publish(*, model, subject, action: str, language: str, by, allowed: bool) -> list[str]:
    """Run the publishing button that was pressed, after saving. Returns messages of what was done.

    Does nothing for other buttons. Raises PermissionDenied, and ValidationError if texts cannot be
    published.
    """
    if action not in ACTIONS:
        return []
    if not allowed:
        raise PermissionDenied
    wanted = model.objects.filter(**{model.subject_field: subject}).select_related("locale")
    if action != "publish-all":
        wanted = wanted.in_language(language)
    done = []
    with transaction.atomic():
        for words in wanted.order_by("pk"):
            if action == "unpublish":
                unpublish_words(words=words, by=by)
                done.append(_("%s is no longer in the shop.") % words.locale)
            elif action == "publish" or not words.live or words.has_unpublished_changes:
                publish_words(words=words, by=by)
                done.append(_("%s is published.") % words.locale)
    return done


def preview(*, columns, mode: str, request):
    """A preview response with the texts as typed, for shoppers of one market.

    None if the language has no saved texts yet.
    """
    language = language_of(mode)
    for column in columns:
        if column.code == language and column.words.pk:
            if column.editable:
                column.form.is_valid()
            draft = column.form.instance
            modes = {key for key, _label in draft.preview_modes}
            return draft.make_preview_request(
                request, mode if mode in modes else draft.default_preview_mode
            )
    return None
