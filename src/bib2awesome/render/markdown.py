r"""Text into markdown that shows exactly this text, and nothing else.

The dialect is what GitHub renders: CommonMark 0.31 (https://spec.commonmark.org), the GFM extensions
(https://github.github.com/gfm) and its dollar math. Only what would mean something is escaped, so
an ordinary title stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from bib2awesome.errors import visible

__all__ = [
    "Markdown",
    "bold_name",
    "bracketed",
    "code_span",
    "destination",
    "escape",
    "fence",
    "marked",
    "plain",
]


class Markdown(str):
    """Markdown that is finished: `escape` and the templates pass it on as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Return the text itself: the protocol by which Jinja's autoescaping knows it is finished."""
        return str(self)


# Nearly every title, name and venue is made of these alone.
_ORDINARY = re.compile(r"(?:[^\W\d_](?:[A-Za-z0-9 ,.:;'\"!?()/+=%{}-]++|[^\W_])*+)?")

# What means something anywhere in a line.
# A tilde between a blank and a word begins what no other one ends, for those that could have a backslash.
# A backslash does before punctuation and at the end, `<` does not before a number or a blank.
_ALWAYS = r"[`*\[\]|]|(?<!\s)~|~(?!\S)|\\(?=[!-/:-@\[-`{-~]|$)|<(?![\d ])"
# `_` delimits only at the edge of a word, so snake_case stays; `&` only as a character reference.
_INLINE = re.compile(
    rf"(?P<always>{_ALWAYS})"
    r"|(?P<underscore>_+)"
    r"|(?P<reference>&(?=#?[A-Za-z0-9]+;))"
    r"|(?P<comment>(?<=<)!(?=--))"  # so that not even a search for `<!--` finds one
    r"|(?P<dollar>\$)"
    r"|(?P<scheme>:(?=//))"
    r"|(?P<www>\bwww(?=\.))"
    r"|(?P<address>(?<=[\w.+-])@(?=[\w-]+\.))",
    re.IGNORECASE,
)
# What means something at the start of a line: headings, quotes, bullets, numbers, underlines, fences.
_START = re.compile(r"(?:[#>=+-]|\d{1,9}(?=[.)](?:\s|$)))")
_START_HARMLESS = re.compile(r"[+-](?=[^\s+-])|#(?=[^\s#])|=(?=[^\s=])")
_CLOSING = re.compile(r"(?<= )#+$")


def plain(text: str) -> str:
    """Return `text` as one line: blanks and line ends folded, control and bidi characters visible."""
    if not text.isprintable():
        text = visible(re.sub(r"\s", " ", text))
    return " ".join(text.split())


@lru_cache(maxsize=65536)
def escape(text: str) -> Markdown:
    r"""Return markdown that shows `text`, wherever it is put: line, link text, heading or table cell.

    Line ends become blanks. GitHub takes dollars for math even behind a backslash, so they stand in
    a `<span>`, as its documentation says
    (https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting); so
    does the `@` of what would become a `mailto:` link.
    """
    if isinstance(text, Markdown):
        return text
    if (
        _ORDINARY.fullmatch(text)
        and "  " not in text
        and "://" not in text
        and "www." not in text.lower()
    ):
        return Markdown(text.strip())
    text = plain(text)
    escaped = _INLINE.sub(_escaped, text)
    if _START.match(text) and not _START_HARMLESS.match(text):
        digits = re.match(r"\d*", escaped)
        at = digits.end() if digits else 0
        escaped = f"{escaped[:at]}\\{escaped[at:]}"
    return Markdown(_CLOSING.sub(lambda match: "\\" + match[0], escaped))


_WORDS_IN_BRACKETS = re.compile(
    r"(?<!!)\\\[(?![xX]?\\\])([^\W_](?:[^\W_]|[ ,.&+/'-])*)\\\](?![(\[:{]|\\\[)"
)


def bracketed(text: str) -> Markdown:
    """Return `escape` of a text in which words in brackets stand as they are: `[oral]`.

    That is text unless the file says elsewhere where `[oral]` leads, or something is put right behind it.
    """
    return Markdown(_WORDS_IN_BRACKETS.sub(r"[\1]", escape(text)))


_HALF = r"(?<!\\)\\\*"
_INSIDE = r"(?=[^\s\\])(?:[^\\]|\\[^*])*?(?<=[^\s\\])"
_EMPHASIS = re.compile(
    rf"(?<![\w*])(?P<strong>{_HALF}\\\*({_INSIDE})\\\*\\\*)(?![\w*])|(?<![\w*])({_HALF}({_INSIDE})\\\*)(?![\w*])"
)
_RAISED = re.compile(r"\\<(su[bp])>((?:[^\\<]|\\[^<])*)\\</\1>")


def marked(text: str) -> Markdown:
    """Return `escape` of a text in which emphasis, `<sup>` and `<sub>` are what they are in Markdown: `*oral*`.

    Both their halves have to stand in the text; all else shows as it is.
    """
    escaped = _RAISED.sub(r"<\1>\2</\1>", escape(text))
    return Markdown(_EMPHASIS.sub(_emphasised, escaped))


def _emphasised(match: re.Match[str]) -> str:
    stars, inside = ("**", match[2]) if match["strong"] else ("*", match[4])
    return f"{stars}{inside}{stars}"


_NAME = re.compile(r"(?=\w)((?:[^\s:]+ ){0,3}[^\s:]*\w)(?=: \S)")


def bold_name(text: str) -> Markdown:
    """Return `escape` of a title with the name before its colon in bold: `**BERT**: Pre-training …`."""
    name = _NAME.match(text)
    return Markdown(f"**{escape(name[1])}**{escape(text[name.end() :])}") if name else escape(text)


def _escaped(match: re.Match[str]) -> str:
    kind, found = match.lastgroup, match[0]
    if kind in {"dollar", "address"}:
        return f"<span>{found}</span>"
    if kind == "www":
        return found + "\\"
    if kind == "underscore":
        text = match.string
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        # isalnum and not "a word character": a combining mark may count as punctuation to a parser.
        return found if before.isalnum() and after.isalnum() else "\\_" * len(found)
    return "\\" + found


_UNSAFE = re.compile(r"[\x00-\x20\"<>\\^`{|}\x7f]")
_CLEAN = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9._~/?#=+:,@!$%*'-]*")
_HTTP = re.compile(r"https?://[^\s/]", re.IGNORECASE)


@lru_cache(maxsize=65536)
def destination(url: str) -> Markdown:
    """Return `url` for the round brackets of a link; empty for everything but http(s).

    Brackets that are not paired and everything RFC 3986 does not allow are percent-encoded, so the
    result also fits a table cell and a quoted HTML attribute.
    """
    if _CLEAN.fullmatch(url):
        return Markdown(url)
    if not _HTTP.match(url):
        return Markdown()
    url = _UNSAFE.sub(lambda match: f"%{ord(match[0]):02X}", url)
    if not url.isprintable():
        url = "".join(_encoded(character) for character in url)
    if not _paired(url):
        url = url.replace("(", "%28").replace(")", "%29")
    return Markdown(re.sub(r"&(?=#?[A-Za-z0-9]+;)", "&amp;", url))


def _encoded(character: str) -> str:
    if character.isprintable():
        return character
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8", "replace"))


def _paired(url: str) -> bool:
    depth = 0
    for character in url:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0


def code_span(text: str) -> Markdown:
    """Return `text` as code, in as many backticks as it needs (CommonMark 6.1).

    A bar in backticks would need a backslash in a table and show it elsewhere, so there it is `<code>`.
    """
    text = plain(text)
    if not text:
        return Markdown()
    if "|" in text:
        return Markdown(f"<code>{escape(text)}</code>")
    ticks = "`" * (_longest_run(text) + 1)
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return Markdown(f"{ticks}{padding}{text}{padding}{ticks}")


def fence(text: str, language: str) -> str:
    """Return a fenced block, its fence longer than any run of backticks inside (CommonMark 4.5)."""
    ticks = "`" * max(3, _longest_run(text) + 1)
    return f"{ticks}{language}\n{text.rstrip()}\n{ticks}"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)
