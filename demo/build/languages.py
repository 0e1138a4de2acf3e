"""The languages that the demo company speaks."""

from markets.lookup import content_languages

WRITTEN = ("es", "en")


def spoken() -> list[str]:
    """The shop's languages that the demo has words in. One that was added to the configuration is
    left to those who add it: setting the shop up again must not fail for it."""
    return [language for language in content_languages() if language in WRITTEN]
