"""A language that the demo company does not speak."""

from demo.build import languages


def test_a_language_that_was_added_is_left_to_those_who_add_it(monkeypatch):
    monkeypatch.setattr(languages, "content_languages", lambda: ["es", "pt", "en"])
    assert languages.spoken() == ["es", "en"]
