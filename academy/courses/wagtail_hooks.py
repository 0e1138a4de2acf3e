from wagtail import hooks

from .viewsets import CourseCategoryViewSet


@hooks.register("register_admin_viewset")
def course_viewsets():
    return CourseCategoryViewSet()
