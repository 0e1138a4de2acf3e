from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.db.models.signals import post_migrate, post_save, pre_migrate
from django.dispatch import receiver

from . import lockout, roles, services
from .models import User

user_login_failed.connect(lockout.count_spread, dispatch_uid="people.lockout.spread")


@receiver(user_logged_in, dispatch_uid="people.link")
def link_person(sender, request, user, **kwargs):
    """Whoever signs in has a person behind them, with what they did as a guest."""
    services.link_user(user, edition=getattr(request, "edition", None))


@receiver(post_save, sender=User, dispatch_uid="people.addresses")
def drop_former_addresses(sender, instance, created, raw, **kwargs):
    """A user has one address. When it is changed, the former one is no way in any more."""
    if created or raw or kwargs.get("update_fields"):
        return
    EmailAddress.objects.filter(user=instance).exclude(email=instance.email).delete()


@receiver(pre_migrate, dispatch_uid="people.roles.listen")
def listen_last(sender, **kwargs):
    """Connect only now, when every app is ready: behind the receiver that makes permissions."""
    post_migrate.connect(fill_in_roles, dispatch_uid="people.roles")


def fill_in_roles(sender, **kwargs):
    """After the last app that has models: by then every permission exists."""
    with_models = [config for config in apps.get_app_configs() if config.models_module]
    if sender is with_models[-1]:
        roles.sync_roles()
