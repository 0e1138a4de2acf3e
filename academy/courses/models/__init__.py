from .academy import AcademyPage
from .categories import CourseCategory, CourseCategoryCopy
from .courses import CoursePage, Enrolling, Level
from .lessons import LessonPage, ModulePage
from .paths import LearningPathPage
from .record import Course, CourseVersion, LessonProduct

__all__ = [
    "AcademyPage",
    "Course",
    "CourseCategory",
    "CourseCategoryCopy",
    "CoursePage",
    "CourseVersion",
    "Enrolling",
    "LearningPathPage",
    "LessonPage",
    "LessonProduct",
    "Level",
    "ModulePage",
]
