"""Taking an evaluation by its services, as the pages do."""

from django.http import QueryDict

from academy.evaluations import services


def start(person, evaluation, **options):
    options = {"language": "es", **options}
    return services.start_attempt(
        person=person, evaluation_key=evaluation.translation_key, **options
    )


def save(attempt, position, sent, **options):
    """``sent``: the fields of the answer as a form names them after ``q<position>``, or the one."""
    data = QueryDict(mutable=True)
    fields = sent if isinstance(sent, dict) else {"": sent}
    for name, value in fields.items():
        values = value if isinstance(value, list) else [value]
        data.setlist(f"q{position}{'-' if name else ''}{name}", values)
    return services.save_answer(
        user=attempt.person.user,
        evaluation_key=attempt.evaluation_key,
        number=attempt.number,
        position=position,
        data=data,
        **options,
    )


def hand_in(attempt, **options):
    return services.hand_in(
        user=attempt.person.user,
        evaluation_key=attempt.evaluation_key,
        number=attempt.number,
        **options,
    )


def right_fields(question):
    """What a form sends for the right answer to a question of an attempt."""
    key = question.key
    if question.kind == "several":
        return [number for number, option in key["options"].items() if option["right"]]
    if question.kind in ("one", "picture_spots"):
        return next(number for number, option in key["options"].items() if option["right"])
    if question.kind == "order":
        return {number: str(place) for place, number in enumerate(key["order"], start=1)}
    return {
        "true_false": lambda: key["right"],
        "match": lambda: key["right"],
        "number": lambda: key["number"],
        "short_text": lambda: key["answers"][0]["text"],
        "long_text": lambda: "Limpiar y proteger.",
    }[question.kind]()


def answer_all(attempt, *, right=True, **options):
    for question in attempt.questions.all():
        sent = right_fields(question)
        if not right and question.kind == "one":
            options_of = question.key["options"].items()
            sent = next(number for number, option in options_of if not option["right"])
        save(attempt, question.position, sent, **options)


def take(person, evaluation, *, right=True, **options):
    """A whole attempt, with all answers right or (of one right answer) all wrong."""
    attempt = start(person, evaluation, **options)
    answer_all(attempt, right=right, **options_of(options))
    return hand_in(attempt, **options_of(options))


def options_of(options):
    return {name: value for name, value in options.items() if name == "now"}
