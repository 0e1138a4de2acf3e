"""A course's outline follows its pages."""

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from . import services
from .models import CoursePage, LessonPage, ModulePage


@receiver([page_published, page_unpublished])
def publish_outline_after_page(sender, instance, **kwargs):
    _publish(instance)


@receiver(post_page_move)
def publish_outline_after_move(sender, instance, parent_page_before, **kwargs):
    _publish(instance)
    _publish(parent_page_before)


def _publish(page: Page) -> None:
    page = page.specific
    if isinstance(page, CoursePage):
        services.publish_outline(page)
    elif isinstance(page, LessonPage | ModulePage):
        course = CoursePage.objects.ancestor_of(page).first()
        if course is not None:
            services.publish_outline(course)
