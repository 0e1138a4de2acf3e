"""A course's outline follows its pages."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import (
    page_published,
    page_unpublished,
    post_page_move,
    published,
    unpublished,
)

from academy.evaluations.models import Evaluation
from cms.page_cache import freshness

from . import services
from .evaluation_block import evaluation_tag
from .models import AcademyPage, CoursePage, LessonPage, ModulePage
from .roles import let_trainers_write


@receiver(post_save, sender=AcademyPage)
def let_trainers_write_in_new_academy(sender, instance, created, **kwargs):
    if created:
        let_trainers_write(instance)


@receiver([published, unpublished], sender=Evaluation)
def invalidate_after_evaluation(sender, instance, **kwargs):
    freshness.invalidate(evaluation_tag(instance.translation_key))


@receiver([page_published, page_unpublished])
def publish_outline_after_page(sender, instance, **kwargs):
    _publish(instance)


@receiver(post_page_move)
def publish_outline_after_move(sender, instance, parent_page_before, **kwargs):
    _publish(parent_page_before)
    _publish(instance)


@receiver(post_delete, sender=LessonPage)
@receiver(post_delete, sender=ModulePage)
def publish_outline_after_deletion(sender, instance, **kwargs):
    """Wagtail tells that a page is unpublished while it is still there."""
    above = instance.path[: -instance.steplen]
    courses = CoursePage.objects.filter(path__in=[above, above[: -instance.steplen]])
    if (course := courses.first()) is not None:
        services.publish_outline(course)


def _publish(page: Page) -> None:
    page = page.specific
    if isinstance(page, CoursePage):
        services.publish_outline(page)
    elif isinstance(page, LessonPage | ModulePage):
        course = CoursePage.objects.ancestor_of(page).first()
        if course is not None:
            services.publish_outline(course)
