"""What moves learners on without them: new versions of their courses."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from academy.courses.models import CoursePage, CourseVersion

from . import services


@receiver(post_save, sender=CourseVersion)
def move_learners_on(sender, instance, created, **kwargs):
    pages = CoursePage.objects.filter(translation_key=instance.course.key, alias_of=None)
    first = pages.order_by("path").first()
    if created and instance.number > 1 and first is not None and first.moves_learners:
        services.move_on(instance)
