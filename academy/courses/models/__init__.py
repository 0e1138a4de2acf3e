from .categories import CourseCategory, CourseCategoryCopy
from .course import Course, CourseVersion
from .pages import AcademyPage, CoursePage, LessonPage, ModulePage

__all__ = [
    "AcademyPage",
    "Course",
    "CourseCategory",
    "CourseCategoryCopy",
    "CoursePage",
    "CourseVersion",
    "LessonPage",
    "ModulePage",
]
