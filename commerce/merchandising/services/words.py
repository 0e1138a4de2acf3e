"""Save, publish and unpublish the texts of products and categories."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.unpublish import UnpublishAction

from commerce.copy.services import free_slug


@transaction.atomic
def save_draft(*, words, by):
    """Save texts as a draft and return the revision. The published version does not change.

    New texts get the translation key of the other languages, so that translation tools treat them
    as one text. Raises ValidationError if the slug is taken.
    """
    if not words.slug:
        words.slug = free_slug(
            title=words.title,
            locale_id=words.locale_id,
            fallback=f"{words.subject_field}-{getattr(words, f'{words.subject_field}_id')}",
            exclude=words,
        )
    new = words.pk is None
    if new:
        sibling = (
            type(words)
            .objects.filter(
                **{f"{words.subject_field}_id": getattr(words, f"{words.subject_field}_id")}
            )
            .order_by("pk")
            .first()
        )
        if sibling:
            words.translation_key = sibling.translation_key
        words.live = False
    words.full_clean()
    if not words.live:
        # The row is not public yet: lists of the back office show the draft's title.
        words.save()
    return words.save_revision(user=by, log_action=not new, changed=True)


@transaction.atomic
def publish_words(*, words, by) -> None:
    """Publish the latest draft. Raises ValidationError if there is none."""
    words.refresh_from_db()
    revision = words.latest_revision or words.save_revision(user=by)
    if not revision.as_object().title.strip():
        raise ValidationError(_("A text without a title cannot be published."))
    revision.publish(user=by)


@transaction.atomic
def unpublish_words(*, words, by) -> None:
    """Unpublish texts and keep them as a draft. Idempotent."""
    words.refresh_from_db()
    if words.live:
        UnpublishAction(words, user=by).execute(skip_permission_checks=True)
