from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .viewsets import CertificateViewSet, RuleViewSet


@hooks.register("register_admin_viewset")
def certificate_viewsets():
    return [RuleViewSet(), CertificateViewSet()]


@hooks.register("register_log_actions")
def log_actions(actions):
    actions.register_action("academy.certificate", _("Issue a certificate"), _("Got a certificate"))
    actions.register_action(
        "academy.withdraw", _("Withdraw a certificate"), _("Certificate withdrawn")
    )
