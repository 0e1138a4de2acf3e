from django.db import models
from django.db.models import OuterRef, Subquery


class CourseQuerySet(models.QuerySet):
    def with_version(self):
        """Annotate ``version_id``: the newest version; None where none was published."""
        from .models import CourseVersion

        newest = CourseVersion.objects.filter(course=OuterRef("pk")).order_by("-number")
        return self.annotate(version_id=Subquery(newest.values("pk")[:1]))
