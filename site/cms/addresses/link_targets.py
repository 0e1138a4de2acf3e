"""What editors can link to besides pages: other areas offer it here (categories, courses)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class TargetSource:
    """``choices()`` → (key, label) pairs for the form; ``paths(keys, language)`` → {key: neutral
    path} of those that exist. Keys are unique over all sources: start them with the area's name
    (``category:12``).
    """

    prefix: str
    choices: Callable[[], Iterable[tuple[str, str]]]
    paths: Callable[[list[str], str], dict[str, str]]


_sources: dict[str, TargetSource] = {}


def register_targets(source: TargetSource) -> None:
    """Register a source; called in an area's ``AppConfig.ready``."""
    _sources[source.prefix] = source


def choices() -> list[tuple[str, str]]:
    return [choice for source in _sources.values() for choice in source.choices()]


def resolve(keys: list[str], language: str) -> dict[str, str]:
    """Neutral paths of targets in a language; what is gone is left out."""
    paths: dict[str, str] = {}
    for prefix, source in _sources.items():
        own = [key for key in keys if key.split(":")[0] == prefix]
        if own:
            paths.update(source.paths(own, language))
    return paths
