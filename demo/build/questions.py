"""The academy's bank of questions and its evaluations in every language, tied together."""

import json
from uuid import UUID, uuid5

from django.db import transaction
from wagtail.models import Locale

from academy.evaluations.models import Evaluation, Question, QuestionTopic
from demo.company.academy.questions import EVALUATIONS, QUESTIONS, TOPICS
from demo.company.academy.questions.schema import (
    Accepted,
    Amount,
    AskedSeed,
    EvaluationSeed,
    Options,
    Pairs,
    QuestionSeed,
    Rubric,
    Statement,
    Steps,
)
from demo.company.schema import Words

from .academy import key_of
from .languages import spoken


@transaction.atomic
def build_questions(*, by) -> int:
    """Make and publish the questions and evaluations that are not there; returns their number."""
    made = 0
    for language in spoken():
        locale = Locale.objects.get(language_code=language)
        topics, questions = _topics(locale, language), _there(Question, locale)
        evaluations = _there(Evaluation, locale)
        for seed in QUESTIONS:
            key = key_of("question", seed.key)
            if key not in questions:
                row = _question(seed, language, topics[seed.topic])
                questions[key] = _publish(row, locale, by)
                made += 1
        for seed in EVALUATIONS:
            if key_of("evaluation", seed.key) not in evaluations:
                _publish(_evaluation(seed, language, topics, questions), locale, by)
                made += 1
    return made


def _there(model, locale: Locale) -> dict[UUID, object]:
    return {row.translation_key: row for row in model.objects.filter(locale=locale)}


def _publish(row, locale: Locale, by):
    row.locale, row.live = locale, False
    row.full_clean()
    row.save()
    row.save_revision(user=by).publish(user=by)
    return row


def _topics(locale: Locale, language: str) -> dict[str, QuestionTopic]:
    return {
        key: QuestionTopic.objects.get_or_create(
            translation_key=key_of("topic", key), locale=locale, defaults={"title": title[language]}
        )[0]
        for key, title in TOPICS.items()
    }


def _question(seed: QuestionSeed, language: str, topic: QuestionTopic) -> Question:
    key = key_of("question", seed.key)
    value = _Content(language, key).value(seed.content)
    return Question(
        translation_key=key,
        prompt=seed.prompt[language],
        topic=topic,
        difficulty=seed.difficulty,
        content=json.dumps([{"type": seed.kind, "value": value, "id": str(key)}]),
        feedback=seed.feedback[language] if seed.feedback else "",
    )


class _Content:
    """What a question offers as its block stores it. ``key`` is the question's."""

    def __init__(self, language: str, key: UUID):
        self.language, self.key = language, key

    def value(self, content) -> dict:
        match content:
            case Options(options):
                found = [
                    {
                        "text": self._text(option.text),
                        "is_right": option.is_right,
                        "feedback": self._text(option.feedback),
                    }
                    for option in options
                ]
                return {"options": self._list("option", found)}
            case Statement(is_true):
                said = "true" if is_true else "false"
                return {"is_true": said, "feedback_true": "", "feedback_false": ""}
            case Steps(items):
                return {"items": self._list("step", [self._text(item) for item in items])}
            case Pairs(pairs, others):
                found = [
                    {"left": self._text(left), "right": self._text(match)} for left, match in pairs
                ]
                return {
                    "pairs": self._list("pair", found),
                    "others": self._list("other", [self._text(other) for other in others]),
                }
            case Amount(number, tolerance, unit):
                return {"number": number, "tolerance": tolerance, "unit": self._text(unit)}
            case Accepted(answers):
                found = [
                    {
                        "text": self._text(answer.text),
                        "credit": answer.credit,
                        "feedback": self._text(answer.feedback),
                    }
                    for answer in answers
                ]
                return {"answers": self._list("answer", found)}
            case Rubric(criteria):
                found = [{"text": self._text(text), "points": most} for text, most in criteria]
                return {"rubric": self._list("criterion", found)}
        raise TypeError(content)

    def _text(self, words: Words | None) -> str:
        return words[self.language] if words else ""

    def _list(self, name: str, values: list) -> list[dict]:
        """Items of a ``ListBlock``: what somebody chose is known by their ids."""
        return [
            {"type": "item", "value": value, "id": str(uuid5(self.key, f"{name}/{number}"))}
            for number, value in enumerate(values)
        ]


def _evaluation(seed: EvaluationSeed, language: str, topics, questions) -> Evaluation:
    key = key_of("evaluation", seed.key)
    sections = []
    for number, section in enumerate(seed.sections):
        value = {
            "title": section.title[language] if section.title else "",
            "text": section.text[language] if section.text else "",
        }
        if isinstance(section, AskedSeed):
            kind = "fixed"
            value["questions"] = [
                {
                    "type": "item",
                    "value": {
                        "question": questions[key_of("question", name)].pk,
                        "points": section.points,
                    },
                    "id": str(uuid5(key, name)),
                }
                for name in section.questions
            ]
        else:
            kind = "random"
            value |= {
                "topic": topics[section.topic].pk,
                "difficulty": section.difficulty,
                "count": section.count,
                "points": section.points,
            }
        sections.append({"type": kind, "value": value, "id": str(uuid5(key, str(number)))})
    return Evaluation(
        translation_key=key,
        title=seed.title[language],
        intro=seed.intro[language],
        sections=json.dumps(sections),
        time_limit=seed.time_limit,
        pass_mark=seed.pass_mark,
        attempts_allowed=seed.attempts,
        wait_minutes=seed.wait,
        review=seed.review,
        review_when=seed.review_when,
    )
