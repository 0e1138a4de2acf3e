"""Questions and evaluations as trainers write and translate them."""

import polib
import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks import StreamBlockValidationError
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from academy.evaluations.blocks import QuestionBlocks
from academy.evaluations.drawing_lots import problems
from academy.evaluations.models import Evaluation, Question, QuestionTopic
from tests.factories import locale

from .factories import CONTENT, drawn, evaluation, fixed, learner, question, topic
from .taking import start

pytestmark = pytest.mark.django_db


def translated(thing, words, *, publish=True):
    english = Locale.objects.get(language_code="en")
    translate_object(thing, [english])
    translation = Translation.objects.get(
        source=TranslationSource.objects.get_for_instance(thing), target_locale=english
    )
    po = translation.export_po()
    for entry in po:
        entry.msgstr = words.get(entry.msgid, f"EN {entry.msgid}")
    translation.import_po(polib.pofile(str(po)), delete=False)
    translation.save_target(publish=publish)
    return thing.get_translation(english), {entry.msgid for entry in po}


def test_a_question_is_translated_and_what_is_right_comes_along():
    about = topic("Piel")
    translated(about, {"Piel": "Skin"})
    asked = question(about=about, prompt="¿Qué va primero?", difficulty="hard", feedback="Así.")
    english, offered = translated(asked, {"¿Qué va primero?": "What comes first?"})
    assert {"¿Qué va primero?", "Limpiar", "Exfoliar", "Así es.", "Así."} <= offered
    assert english.live and english.prompt == "What comes first?"
    assert (english.topic.title, english.difficulty, english.kind) == ("Skin", "hard", "one")
    options = english.content[0].value["options"]
    assert [(o["text"], o["is_right"]) for o in options][:2] == [
        ("EN Limpiar", True),
        ("EN Exfoliar", False),
    ]
    # A regrading finds an answer in either language.
    ids = [[item.id for item in row.content[0].value["options"].bound_blocks]
           for row in (asked, english)]  # fmt: skip
    assert ids[0] == ids[1]


@pytest.mark.parametrize("kind", CONTENT)
def test_every_kind_is_translated(kind, open_gate):
    about = topic("Piel")
    translated(about, {})
    english, _offered = translated(question(kind, about=about), {})
    assert english.kind == kind and "EN " in str(english.content.get_prep_value())
    made = evaluation(fixed(english), language="en")
    shown = start(learner(), made, language="en").questions.get()
    assert shown.prompt.startswith("EN ")


def test_an_evaluation_is_translated_with_its_questions_and_keeps_its_rules(open_gate):
    about = topic("Piel")
    translated(about, {})
    asked = question(about=about, prompt="¿Qué va primero?")
    made = evaluation(
        fixed(asked, title="Primero"), drawn(about, 1), title="Piel", time_limit=20, pass_mark=80
    )
    question(about=about)
    made.save_revision().publish()
    english, offered = translated(made, {"Piel": "Skin", "Primero": "First"}, publish=False)
    assert "Primero" in offered
    english = english.get_latest_revision_as_object()
    assert english.sections[0].value["title"] == "First"
    assert english.sections[0].value["questions"][0]["question"].locale.language_code == "en"
    assert english.sections[1].value["topic"].locale.language_code == "en"
    assert (english.time_limit, english.pass_mark) == (20, 80)
    # Its questions were copied as drafts: until they are published there is nothing to ask.
    assert len(problems(english.sections, "en")) == 2
    for row in Question.objects.filter(locale__language_code="en"):
        row.save_revision().publish()
    question(about=QuestionTopic.objects.get(locale__language_code="en"), language="en")
    assert not problems(english.sections, "en")


def test_a_topic_in_another_language_becomes_its_translation():
    spanish = topic("Piel")
    asked = Question(
        prompt="x", topic=spanish, locale=locale("en"), content=[("one", CONTENT["one"])]
    )
    with pytest.raises(ValidationError) as refused:
        asked.full_clean(exclude=["content"])
    assert "topic" in refused.value.message_dict
    english = topic("Skin", "en", of=spanish)
    asked.full_clean(exclude=["content"])
    assert asked.topic == english


WRONG = [
    ("one", {"options": [{"text": "a", "is_right": True}, {"text": "b", "is_right": True}]}),
    ("one", {"options": [{"text": "a", "is_right": False}, {"text": "b", "is_right": False}]}),
    ("one", {"options": [{"text": "a", "is_right": True}]}),
    ("several", {"options": [{"text": "a", "is_right": False}, {"text": "b", "is_right": False}]}),
    ("order", {"items": ["a"]}),
    ("number", {"number": None, "tolerance": 0}),
    ("number", {"number": 1, "tolerance": -1}),
    ("short_text", {"answers": [{"text": "a", "credit": 50}]}),
    ("short_text", {"answers": [{"text": "", "credit": 100}]}),
    ("long_text", {"rubric": []}),
]


@pytest.mark.parametrize(("kind", "content"), WRONG)
def test_a_question_that_nobody_could_answer_is_refused(kind, content):
    blocks = QuestionBlocks()
    with pytest.raises(StreamBlockValidationError):
        blocks.clean(blocks.normalize([(kind, content)]))


@pytest.mark.parametrize("kind", CONTENT)
def test_one_that_somebody_can_is_taken(kind):
    blocks = QuestionBlocks()
    blocks.clean(blocks.normalize([(kind, CONTENT[kind])]))


def test_a_question_is_of_one_kind():
    blocks = QuestionBlocks()
    both = [(kind, CONTENT[kind]) for kind in ("one", "several")]
    for content in ([], both):
        with pytest.raises(StreamBlockValidationError):
            blocks.clean(blocks.normalize(content))


def test_a_pool_that_is_too_small_is_named():
    skin = topic("Piel")
    question(about=skin, difficulty="hard")
    made = evaluation(drawn(skin, 3, difficulty="hard"))
    (said,) = problems(made.sections, "es")
    assert "Piel" in said and "1" in said and "3" in said


def test_it_closes_after_it_opens():
    made = Evaluation(title="x", locale=locale("es"), opens_at="2026-05-02T10:00Z",
                      closes_at="2026-05-02T09:00Z", time_limit=0)  # fmt: skip
    with pytest.raises(ValidationError) as refused:
        made.full_clean(exclude=["sections"])
    assert "closes_at" in refused.value.message_dict
