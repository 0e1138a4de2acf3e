from commerce.backoffice.inline_words import InlineWordsForm

from .models import CourseCategory, CourseCategoryCopy


class CourseCategoryForm(InlineWordsForm):
    """A category with its name in every language."""

    words_model = CourseCategoryCopy
    words_fields = ("name",)

    class Meta:
        model = CourseCategory
        fields = ["code", "order"]
