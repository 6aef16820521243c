"""markdown-it's inline parser, asked only for what can stand at a place.

The library tries each of its twelve rules at every sign of a text. Each of them begins with a sign of its
own, so here a table says which to try; the rules, their order and what comes out are the library's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
    strikethrough,
)
from markdown_it.token import Token
from markdown_it.utils import EnvType

__all__ = ["Inline", "address"]


def address(signs: str = "") -> str:
    """Return the pattern of an address that is as it should be, in which `signs` may stand, too."""
    plain = rf"[A-Za-z0-9._~:/?#@!$'*+,;={signs}-]"
    return rf"https?://[a-z0-9.-]+(?:[/?#](?:{plain}++|%[0-9A-Fa-f]{{2}})*+)?"


_LABEL, _ADDRESS = r"[^\[\]\\`<&*_~\n]*+", rf"\(({address()})\)"
_PLAIN_LINK = re.compile(rf"\[({_LABEL})\]{_ADDRESS}")
_BRACKETED_LINK = re.compile(rf"\[({_LABEL}(?:(?<!!)\[{_LABEL}\](?!\(){_LABEL})?+)\]{_ADDRESS}")
"""The same with brackets in its words: `[[Paper]](u)`. They are words where no reference has such a name."""
_PLAIN_EMPHASIS = re.compile(r"(\*\*?)(?!\*)([^\W_](?:[^\[\]\\`<&*_~!\n]*+(?<=[^\W_]))?)\1(?!\*)")
"""Words without other marks that begin and end in a letter or figure: no rule of emphasis forbids it there."""
_TEXT = re.compile(r"[^\n\\`~*_\[\]!<&]++")


def _put(state: StateInline, kind: str, tag: str, words: str, markup: str = "") -> Token:
    """Make tokens of plain words in one form; returns the first."""
    if state.pending:
        state.pushPending()
    level = state.pendingLevel = state.level
    first = Token(f"{kind}_open", tag, 1, level=level, markup=markup)
    last = Token(f"{kind}_close", tag, -1, level=level, markup=markup)
    inside = [Token("text", "", 0, level=level + 1, content=words)] if words else []
    state.tokens += (first, *inside, last)
    return first


def _plain_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """Take a link of plain words to a plain web address, which most are; `link` takes the others."""
    pattern = _PLAIN_LINK if state.env.get("references") else _BRACKETED_LINK
    found = pattern.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        _put(state, "link", "a", found[1]).attrs = {"href": found[2]}
    state.pos = found.end()
    return True


def _plain_emphasis(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Take bold or italic words, where nothing before them is open that they could close."""
    if silent or state.delimiters:
        return False
    found = _PLAIN_EMPHASIS.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    kind = "strong" if len(found[1]) > 1 else "em"
    _put(state, kind, kind, found[2], found[1])
    state.pos = found.end()
    return True


_RULES: Mapping[str, tuple[Callable[[StateInline, bool], bool], ...]] = {
    "\n": (newline,),
    "\\": (escape,),
    "`": (backtick,),
    "~": (strikethrough.tokenize,),
    "*": (_plain_emphasis, emphasis.tokenize),
    "_": (emphasis.tokenize,),
    "[": (_plain_link, link),
    "!": (image,),
    "<": (autolink, html_inline),
    "&": (entity,),
}


class Inline(ParserInline):
    """The library's inline parser with CommonMark's rules and strikethrough, and no others."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Make tokens of a text; marks are only paired where some are left."""
        state = StateInline(src, md, env, tokens)
        self.tokenize(state)
        if state.delimiters or any(meta and meta["delimiters"] for meta in state.tokens_meta):
            for rule in self.ruler2.getRules(""):
                rule(state)
        return state.tokens

    def tokenize(self, state: StateInline) -> None:
        """Make tokens of what lies between `state.pos` and `state.posMax`."""
        source, end = state.src, state.posMax
        nested_too_deep = state.level >= state.md.options["maxNesting"]
        while state.pos < end:
            words = _TEXT.match(source, state.pos, end)
            if words is not None:
                state.append_pending(words[0])
                state.pos = words.end()
                continue
            sign = source[state.pos]
            for rule in () if nested_too_deep else _RULES.get(sign, ()):
                if rule(state, False):  # noqa: FBT003
                    break
            else:
                state.append_pending(sign)
                state.pos += 1
        if state.pending:
            state.pushPending()

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - the library's name
        """Go behind the token at `state.pos` without making it."""
        start = state.pos
        known = state.cache.get(start)
        if known is not None:
            state.pos = known
            return
        if state.level >= state.md.options["maxNesting"]:
            state.pos = state.posMax + 1
        elif (words := _TEXT.match(state.src, start, state.posMax)) is not None:
            state.pos = words.end()
        else:
            state.level += 1
            for rule in _RULES.get(state.src[start], ()):
                if rule(state, True):  # noqa: FBT003
                    break
            else:
                state.pos += 1
            state.level -= 1
        state.cache[start] = state.pos
