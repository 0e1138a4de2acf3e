from django.utils.translation import gettext as _


def listed(words: list[str]) -> str:
    """``["a", "b", "c"]`` as part of a sentence: "a, b and c". Django's ``get_text_list`` leaves
    out the blanks in Spanish.
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {_('and')} {words[-1]}"
