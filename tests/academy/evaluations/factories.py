"""Questions of every kind and evaluations made of them, as trainers publish them."""

from itertools import count

from academy.evaluations import gates
from academy.evaluations.models import Evaluation, Question, QuestionTopic
from people.models import Person
from tests.factories import locale
from tests.replicated.factories import make_person

_numbers = count(1)

# The least that a question of each kind needs. Lists are in the right order, or say what is right.
CONTENT = {
    "one": {
        "options": [
            {"text": "Limpiar", "is_right": True, "feedback": "Así es."},
            {"text": "Exfoliar", "is_right": False, "feedback": "Solo una vez por semana."},
            {"text": "Nada", "is_right": False, "feedback": ""},
        ]
    },
    "several": {
        "options": [
            {"text": "Agua", "is_right": True, "feedback": ""},
            {"text": "Aloe", "is_right": True, "feedback": ""},
            {"text": "Plomo", "is_right": False, "feedback": "Nunca."},
            {"text": "Mercurio", "is_right": False, "feedback": ""},
        ]
    },
    "true_false": {"is_true": "true", "feedback_true": "Claro.", "feedback_false": "Lee otra vez."},
    "order": {"items": ["Limpiar", "Tonificar", "Hidratar", "Proteger"]},
    "match": {
        "pairs": [
            {"left": "Mañana", "right": "Protector"},
            {"left": "Noche", "right": "Sérum"},
            {"left": "Viaje", "right": "Bálsamo"},
        ],
        "others": ["Nada"],
    },
    "number": {"number": "12.5", "tolerance": "0.5", "unit": "ml"},
    "short_text": {
        "answers": [
            {"text": "Ácido hialurónico", "credit": 100, "feedback": "Ese."},
            {"text": "hialurónico", "credit": 50, "feedback": "Di también qué es."},
        ]
    },
    "long_text": {
        "rubric": [{"text": "Nombra los pasos", "points": 3}, {"text": "Es claro", "points": 1}]
    },
}


def topic(title: str = "Piel", language: str = "es", *, of: QuestionTopic | None = None):
    """A topic; ``of``: its translation."""
    fields = {"title": title, "locale": locale(language)}
    if of is not None:
        fields["translation_key"] = of.translation_key
    return QuestionTopic.objects.create(**fields)


def question(
    kind: str = "one",
    prompt: str = "",
    *,
    about: QuestionTopic | None = None,
    language: str = "es",
    live: bool = True,
    of: Question | None = None,
    content: dict | None = None,
    **fields,
) -> Question:
    """A published question; ``of``: its translation; ``content`` in place of the usual one."""
    about = about or QuestionTopic.objects.filter(locale=locale(language)).first()
    made = Question(
        prompt=prompt or f"Pregunta {next(_numbers)}",
        topic=about or topic(language=language),
        locale=locale(language),
        live=live,
        content=[(kind, content or CONTENT[kind])],
        **({"translation_key": of.translation_key} if of else {}),
        **fields,
    )
    made.full_clean(exclude=["content"])
    made.save()
    if live:
        made.save_revision().publish()
        made.refresh_from_db()
    return made


def fixed(*questions: Question, title: str = "", text: str = "", points=1):
    """A section of chosen questions."""
    chosen = [{"question": one, "points": points} for one in questions]
    return ("fixed", {"title": title, "text": text, "questions": chosen})


def drawn(about: QuestionTopic, number: int, *, difficulty: str = "", title: str = "", points=1):
    """A section of questions drawn at random."""
    value = {"title": title, "text": "", "topic": about, "difficulty": difficulty}
    return ("random", value | {"count": number, "points": points})


def evaluation(
    *sections, language: str = "es", live: bool = True, of: Evaluation | None = None, **fields
) -> Evaluation:
    """A published evaluation of these sections, or of one question; ``of``: its translation."""
    fields = {"title": f"Evaluación {next(_numbers)}", **fields}
    if of is not None:
        fields["translation_key"] = of.translation_key
    made = Evaluation.objects.create(
        locale=locale(language),
        live=live,
        sections=list(sections) or [fixed(question())],
        **fields,
    )
    made.refresh_from_db()
    return made


def learner(first_name: str = "Ana", last_name: str = "Díaz") -> Person:
    """Somebody who can sign in."""
    return make_person(first_name, last_name, registered=True)


def everybody_may(person, evaluation_key) -> gates.Access:
    """A gate that lets everybody in."""
    return gates.Access(path="/curso/", label="Curso")
