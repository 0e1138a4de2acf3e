from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .desk.attempts import AttemptViewSet
from .viewsets import EvaluationViewSet, QuestionTopicViewSet, QuestionViewSet

for viewset in (EvaluationViewSet, QuestionViewSet, QuestionTopicViewSet):
    register_snippet(viewset)


@hooks.register("register_admin_viewset")
def attempts_viewset():
    return AttemptViewSet()
