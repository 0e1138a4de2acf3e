"""What is typed in a post, a small part of Markdown, and what of it is shown as HTML.

Two doors: the parser knows no HTML and few marks, and what it makes is cleaned (nh3) to a few
tags. Pictures stand below a post (``Picture``), so that none is fetched from elsewhere.
"""

import re
from collections.abc import Iterable
from functools import cache
from html import unescape

import nh3
from django.utils.html import strip_tags
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from markets.folding import fold

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "a", "code", "span"}
SCHEMES = {"http", "https", "mailto"}
# Lists in lists in quotes: deeper is nobody's text.
DEEPEST = 8
# So many are told; a longer list of names is no talk.
MOST_MENTIONS = 10


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "breaks": True, "maxNesting": DEEPEST})
    parser.enable(
        ["emphasis", "list", "blockquote", "link", "autolink", "newline", "backticks", "escape"]
    )
    parser.core.ruler.push("mentions", _mentions)
    parser.core.ruler.push("addresses", _addresses)
    return parser


def render(text: str, names: Iterable[str] = ()) -> str:
    """The HTML of what was typed; "@name" of these names is marked as a mention."""
    env = {"names": _pattern(names)}
    return nh3.clean(
        _parser().render(text, env),
        tags=TAGS,
        attributes={"a": {"href"}, "*": set()},
        tag_attribute_values={"span": {"class": {"mention"}}},
        url_schemes=SCHEMES,
        link_rel="nofollow ugc noopener",
    ).strip()


def folded(html: str, title: str = "") -> str:
    """What search looks in."""
    return fold(f"{title} {plain(html)}")


def plain(html: str) -> str:
    """The words of a post on one line."""
    spaced = re.sub(r"</(?:p|li|blockquote)>|<br ?/?>", " ", html)
    return " ".join(unescape(strip_tags(spaced)).split())


def excerpt(html: str, longest: int = 200) -> str:
    line = plain(html)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


# --- Names ------------------------------------------------------------------------------


def mentioned(text: str, names: Iterable[str]) -> set[str]:
    """Which of the names stand in the text after an "@"; at most ``MOST_MENTIONS``."""
    pattern = _pattern(names)
    if pattern is None:
        return set()
    known = {name.casefold(): name for name in names}
    found: dict[str, None] = {}
    for match in pattern.finditer(text):
        # The pattern takes letters for one another that casefold does not: a Turkish ı for an i.
        if name := known.get(match.group(1).casefold()):
            found[name] = None
    return set(list(found)[:MOST_MENTIONS])


def without_name(text: str, name: str, instead: str) -> str:
    """The text with another name after each "@" of this one."""
    pattern = _pattern([name])
    return pattern.sub(lambda _match: f"@{instead}", text) if pattern else text


def _pattern(names: Iterable[str]) -> re.Pattern | None:
    """Any of the names after an "@"; of two that begin alike the longer one."""
    found = sorted((re.escape(name) for name in names if name), key=len, reverse=True)
    if not found:
        return None
    return re.compile(rf"(?<!\w)@({'|'.join(found)})(?!\w)", re.IGNORECASE)


def _mentions(state: StateCore) -> None:
    pattern = state.env.get("names")
    if pattern is not None:
        _replace_text(state, pattern, _mention)


def _mention(match: re.Match) -> list[Token]:
    opening, word = Token("span_open", "span", 1), Token("text", "", 0)
    opening.attrSet("class", "mention")
    word.content = match.group()
    return [opening, word, Token("span_close", "span", -1)]


# --- Addresses --------------------------------------------------------------------------

# As people paste them; what ends a sentence is no part of it.
ADDRESS = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]'’]")


def _addresses(state: StateCore) -> None:
    _replace_text(state, ADDRESS, _link)


def _link(match: re.Match) -> list[Token]:
    opening, word = Token("link_open", "a", 1), Token("text", "", 0)
    opening.attrSet("href", match.group())
    word.content = match.group()
    return [opening, word, Token("link_close", "a", -1)]


def _replace_text(state: StateCore, pattern: re.Pattern, make) -> None:
    """Put what ``make`` returns in place of each match, outside of links and code."""
    for block in state.tokens:
        if block.type != "inline" or not block.children:
            continue
        children, in_link = [], 0
        for token in block.children:
            in_link += {"link_open": 1, "link_close": -1}.get(token.type, 0)
            if token.type != "text" or in_link:
                children.append(token)
                continue
            at = 0
            for match in pattern.finditer(token.content):
                children += _words(token.content[at : match.start()])
                children += make(match)
                at = match.end()
            children += _words(token.content[at:]) if at else [token]
        block.children = children


def _words(content: str) -> list[Token]:
    if not content:
        return []
    token = Token("text", "", 0)
    token.content = content
    return [token]
