"""Finishing a course issues its certificate."""

from django.dispatch import receiver

from academy.progress.signals import course_finished

from . import services
from .models import CertificateRule


@receiver(course_finished)
def issue_certificate(sender, enrolment, **kwargs):
    rule = CertificateRule.objects.filter(course=enrolment.course, is_active=True).first()
    if rule is not None:
        services.issue(person=enrolment.person, rule=rule)
