"""Words of packages that translate while they are imported.

Wagtail does so in many places (labels of forms, choosers, columns of tables), and such a word
stays in the language that was active then, for everybody, as long as the process lives. Our own
code may not (tests/translation/test_words.py).
"""

import inspect
import sys

from django.utils import translation

translate = translation.gettext


def gettext(message: str) -> str:
    """Django's ``gettext``, and where the body of a module or of a class asks, a word that is
    translated each time that it is shown.
    """
    if sys._getframe(1).f_code.co_flags & inspect.CO_OPTIMIZED:
        return translate(message)
    return translation.gettext_lazy(message)


def install() -> None:
    """Before the packages are imported: they keep the function that they find."""
    translation.gettext = gettext
