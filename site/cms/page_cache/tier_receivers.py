"""What may change somebody's tier and audiences: their groups, the groups themselves, their roles,
their sign-in."""

from django.contrib.auth.signals import user_logged_out
from django.db.models.signals import m2m_changed, post_delete, post_save
from django.dispatch import receiver

from people.audiences import audiences_changed
from people.models import CustomerGroup, GroupMembership, Person, User
from people.signals import users_changed

from . import freshness, tier


@receiver([post_save, post_delete], sender=GroupMembership)
def renew_tier_after_membership(sender, instance, **kwargs):
    if instance.person.user_id:
        tier.changed(instance.person.user_id)


@receiver([post_save, post_delete], sender=CustomerGroup)
def invalidate_after_group(sender, **kwargs):
    """Also what members read: pages that are kept say the group's name."""
    freshness.invalidate()


@receiver(post_save, sender=Person)
def renew_tier_after_person(sender, instance, update_fields=None, **kwargs):
    """Somebody who was a guest until now brings their groups along."""
    if instance.user_id and (update_fields is None or "user" in update_fields):
        tier.changed(instance.user_id)


@receiver(post_save, sender=User)
def renew_tier_after_user(sender, instance, created=False, update_fields=None, **kwargs):
    """A new password, or a closed account, ends every session; signing in does not."""
    if not created and set(update_fields or ["password"]) & {"password", "is_active"}:
        tier.changed(instance.pk)


@receiver(post_delete, sender=User)
def renew_tier_after_deleted_user(sender, instance, **kwargs):
    tier.changed(instance.pk)


@receiver(users_changed)
def renew_tiers_after_bulk_change(sender, users, **kwargs):
    for user in users:
        tier.changed(user.pk)


@receiver(user_logged_out)
def renew_tier_after_sign_out(sender, user, **kwargs):
    """Whoever copied the cookies of the session has nothing more of them."""
    if user is not None:
        tier.changed(user.pk)


@receiver(m2m_changed, sender=User.groups.through)
def renew_tier_after_role(sender, instance, action, reverse, pk_set, **kwargs):
    if action.startswith("post_"):
        for user_id in (pk_set or ()) if reverse else [instance.pk]:
            tier.changed(user_id)


@receiver(audiences_changed)
def renew_tiers_after_audiences(sender, user_ids, **kwargs):
    for user_id in user_ids:
        tier.changed(user_id)
