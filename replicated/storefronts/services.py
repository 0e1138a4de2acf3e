"""Edit and publish consultants' sites: drafts, photos, submission, approval."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model
from wagtail.log_actions import log

from background.locks import locked
from background.outbox import queue
from replicated.consultants import reserved
from replicated.consultants.models import Consultant
from replicated.consultants.signals import consultant_changed

from . import content, photos, tasks
from .models import SitePhoto, SitePolicy, SiteProfile

State = SiteProfile.State


class StaleSubmission(Exception):
    """The submission was changed or decided since it was opened."""

    message = _("This site has changed since you opened it. Check it again.")


def profile_of(consultant: Consultant) -> SiteProfile:
    """The consultant's profile; an unsaved one if there is none. Writes nothing."""
    found = SiteProfile.objects.filter(consultant=consultant).first()
    found = found or SiteProfile(consultant=consultant, draft=content.blank(consultant))
    found.consultant = consultant
    return found


def _own_profile(consultant: Consultant) -> SiteProfile:
    """The consultant's profile, for changes. Locks the consultant's row first."""
    owner = locked(Consultant.objects.select_related("person")).get(pk=consultant.pk)
    profile, _made = locked(SiteProfile.objects.all()).get_or_create(
        consultant=owner, defaults={"draft": content.blank(owner)}
    )
    profile.consultant = owner
    return profile


def _settle(profile: SiteProfile) -> None:
    """Set the state after a change of the draft: published if it equals the published content,
    else draft."""
    if profile.state == State.SUBMITTED:
        return
    if profile.published is not None and profile.draft == profile.published:
        profile.state = State.PUBLISHED
    elif profile.state != State.REFUSED:
        profile.state = State.DRAFT


@transaction.atomic
def save_draft(*, consultant: Consultant, **parts) -> SiteProfile:
    """Save parts of the draft, without publishing. ``parts`` are keys of a content
    (``models.profiles``), already validated; others are unchanged.
    """
    unknown = parts.keys() - {"name", "city", "contact", "words", "favourites"}
    if unknown:
        raise TypeError(f"No part of a site: {unknown}")
    profile = _own_profile(consultant)
    profile.draft = profile.draft | parts
    _settle(profile)
    profile.save()
    return profile


@transaction.atomic
def set_photo(*, consultant: Consultant, photo: photos.Photo | None, by=None) -> SiteProfile:
    """Set or remove the photo of the draft. The published photo is unchanged."""
    profile = _own_profile(consultant)
    pk = None
    if photo is not None:
        title = profile.draft.get("name") or consultant.code
        image = photos.keep(photo, title=title, user=by)
        SitePhoto.objects.create(consultant=profile.consultant, image=image)
        pk = image.pk
    profile.draft = profile.draft | {"photo": pk}
    _settle(profile)
    profile.save()
    _drop_unused_photos(profile)
    return profile


def _drop_unused_photos(profile: SiteProfile) -> None:
    """Delete the consultant's photos that no content uses any more."""
    kept = content.photo_ids(profile.draft, profile.submitted, profile.published)
    own = SitePhoto.objects.filter(consultant=profile.consultant).exclude(image_id__in=kept)
    for image in get_image_model().objects.filter(pk__in=own.values("image_id")):
        image.delete()


@transaction.atomic
def publish(*, consultant: Consultant, by=None) -> SiteProfile:
    """Publish the draft, or submit it for approval if the policy requires that.

    Raises ValidationError if the draft has no name, or a new name that impersonates the company.
    """
    profile = _own_profile(consultant)
    name = profile.draft.get("name")
    if not name:
        raise ValidationError(_("Enter the name your site shows."))
    if name != (profile.published or {}).get("name"):
        reserved.refuse_name(name)
    if not SitePolicy.load().approval_required:
        profile.submitted = None
        _make_public(profile, profile.draft, by=by)
        return profile
    if profile.published is not None and profile.draft == profile.published:
        # The draft equals the published content: nothing is left to approve.
        profile.submitted, profile.state = None, State.PUBLISHED
        profile.save()
        _drop_unused_photos(profile)
        return profile
    profile.submitted = profile.draft
    profile.submitted_at = timezone.now()
    profile.state, profile.reason = State.SUBMITTED, ""
    profile.save()
    _drop_unused_photos(profile)
    log(profile.consultant, "storefronts.submit", user=by, title=profile.consultant.code)
    queue(tasks.mail_submission, profile_id=profile.pk)
    return profile


def _make_public(profile: SiteProfile, chosen: content.Content, *, by) -> None:
    profile.published = chosen
    profile.published_at = timezone.now()
    profile.reason = ""
    profile.state = State.PUBLISHED if profile.draft == chosen else State.DRAFT
    profile.save()
    _write_card(profile)
    _drop_unused_photos(profile)
    consultant = profile.consultant
    shown = sorted(consultant.card.get("contact", {}))
    # Log which contact details they agreed to show, without the details themselves.
    log(
        consultant,
        "storefronts.publish",
        user=by,
        title=consultant.code,
        data={"shown": shown},
    )


def _write_card(profile: SiteProfile) -> None:
    consultant = profile.consultant
    consultant.card = content.card_of(profile.published or {})
    consultant.save(update_fields=["card", "updated_at"])
    transaction.on_commit(
        lambda: consultant_changed.send(sender=Consultant, consultant=consultant), robust=True
    )


def _submitted(profile: SiteProfile, seen: datetime | None) -> SiteProfile:
    current = _own_profile(profile.consultant)
    if current.state != State.SUBMITTED or current.submitted_at != seen:
        raise StaleSubmission
    current.decided_at = timezone.now()
    return current


@transaction.atomic
def approve(*, profile: SiteProfile, seen: datetime | None, by) -> SiteProfile:
    """Publish the submission of ``seen`` (its ``submitted_at``), and mail the consultant.

    Raises StaleSubmission if it was changed or decided meanwhile.
    """
    current = _submitted(profile, seen)
    chosen, current.submitted = current.submitted, None
    current.decided_by = by
    _make_public(current, chosen, by=by)
    _mail_decision(current, approved=True)
    return current


@transaction.atomic
def refuse(*, profile: SiteProfile, seen: datetime | None, reason: str, by) -> SiteProfile:
    """Reject the submission of ``seen``, and mail the consultant the reason. The published content
    is unchanged.

    Raises StaleSubmission, or ValueError without a reason.
    """
    if not reason.strip():
        raise ValueError("A refusal says why.")
    current = _submitted(profile, seen)
    current.submitted = None
    current.state, current.reason, current.decided_by = State.REFUSED, reason.strip(), by
    current.save()
    _drop_unused_photos(current)
    log(current.consultant, "storefronts.refuse", user=by, title=current.consultant.code)
    _mail_decision(current, approved=False)
    return current


def _mail_decision(profile: SiteProfile, *, approved: bool) -> None:
    queue(tasks.mail_decision, profile_id=profile.pk, approved=approved, reason=profile.reason)


@transaction.atomic
def forget_photo(*, consultant: Consultant, image_id: int) -> None:
    """Remove a deleted image from the draft, the submission and the published site."""
    profile = SiteProfile.objects.filter(consultant=consultant).first()
    contents = (profile.draft, profile.submitted, profile.published) if profile else ()
    if image_id not in content.photo_ids(*contents):
        return
    profile = _own_profile(consultant)
    was_public = image_id in content.photo_ids(profile.published)
    for name in ("draft", "submitted", "published"):
        chosen = getattr(profile, name)
        if chosen and chosen.get("photo") == image_id:
            setattr(profile, name, chosen | {"photo": None})
    profile.save()
    if was_public:
        _write_card(profile)


@transaction.atomic
def forget_site(consultant: Consultant) -> None:
    """Erase a consultant's content and photos, and empty their card. Idempotent."""
    SiteProfile.objects.filter(consultant=consultant).delete()
    for photo in SitePhoto.objects.filter(consultant=consultant).select_related("image"):
        photo.image.delete()
    Consultant.objects.filter(pk=consultant.pk).update(card={})
