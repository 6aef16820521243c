r"""HTML left over from a service.

Crossref and publishers deliver `&amp;`, `<i>` or `<sub>` in titles; LaTeX prints them as they are, or stops.

Bad:

    @misc{hopper1952, author = {Hopper, Grace}, title = {Compilers &amp; Interpreters}, year = {1952}}

Good:

    @misc{hopper1952, author = {Hopper, Grace}, title = {Compilers \& Interpreters}, year = {1952}}
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from bib2awesome.bib.latex import is_verbatim, to_latex
from bib2awesome.check.base import Checked, Fix, Problem, replace_field, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.paper import Paper

_ENTITY = re.compile(
    r"\\?&(?:amp;)?\\?(#\\?\d{2,6}|\\#\d{2,6}|#x[0-9a-fA-F]{2,6}|[A-Za-z]{2,8}\d?);"
)
_TAG = re.compile(
    r"<\s?/?(?:i|b|em|strong|sub|sup|inf|sc|scp|tt|u|p|br|span|div|bold|italic|title|(?:jats|mml):?[\w:]*)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
# Google Scholar writes `< sub>`; without an end it may be an inequality, and `Vec<P>` a type.
_DOUBTFUL = re.compile(r"<(?:\s|[a-z]>)", re.IGNORECASE)
# As Zotero, Mendeley and ACM escape a tag: `\textless i\textgreater`, `$<$i$>$`.
_ESCAPED = re.compile(
    r"(?:\{?\$<\$\}?|\{?\\textless(?:\{\}|\}|\s)\s*)"
    r"(/?(?:i|b|em|strong|sub|sup|inf|sc|scp|tt|u|p|br|span|italic|bold|(?:jats|mml):\w+)/?)"
    r"(?:\{?\$>\$\}?|\{?\\textgreater(?:\{\}|\}|\s+|\b))",
    re.IGNORECASE,
)
_COMMANDS = {
    "i": r"\emph{", "em": r"\emph{", "italic": r"\emph{", "b": r"\textbf{", "bold": r"\textbf{",
    "strong": r"\textbf{", "sub": r"\textsubscript{", "sup": r"\textsuperscript{", "sc": r"\textsc{",
    "inf": r"\textsubscript{", "scp": r"\textsc{", "tt": r"\texttt{",
}  # fmt: skip
_SIGN = re.compile(r"[&<]|\\textless")
_NOT_LOOKED_AT = frozenset({"abstract", "annote", "annotation", "file", "keywords", "comment"})
_SPECIAL = {"&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "<": "{$<$}", ">": "{$>$}"}
_PLAIN = {'"': "''", "'": "'", "\u00a0": "~"}


@rule("C011", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find entities and tags in fields that are printed."""
    printed = [name for name in checked.fields if not _is_data(name)]
    for paper, name, value in checked.having(*printed):
        if _SIGN.search(value):
            yield from _problems(paper, name, _ESCAPED.sub(r"<\1>", value))


def _is_data(name: str) -> bool:
    return name in _NOT_LOOKED_AT or is_verbatim(name) or name.startswith("bdsk-")


def _problems(paper: Paper, name: str, value: str) -> Iterator[Problem]:
    entities = [match for match in _ENTITY.finditer(value) if _character(match) is not None]
    tags = [one for one in _TAG.finditer(value) if "</" in value or not _DOUBTFUL.match(one[0])]
    if entities or tags:
        first = min([*entities, *tags], key=lambda match: match.start())
        yield Problem(
            f"`{first[0]}` is HTML",
            paper,
            name,
            fix=Fix(replace_field(paper, name, _mended(value)), safe=not tags),
        )


def _character(match: re.Match[str]) -> str | None:
    entity = match[1].replace("\\", "")
    # ACM's older exports have `\&Mdash;`
    for name in (entity, entity.lower()):
        character = html.unescape(f"&{name};")
        if character != f"&{name};":
            return character
    return None


def _mended(value: str) -> str:
    def decoded(match: re.Match[str]) -> str:
        character = _character(match)
        if character is None:
            return match[0]
        known = _SPECIAL.get(character) or _PLAIN.get(character)
        return known or (character if character.isalnum() else to_latex(character))

    def command(match: re.Match[str]) -> str:
        tag = match[0].strip("</> ").split()[0].rpartition(":")[2].lower()
        if tag not in _COMMANDS:
            return ""
        return "}" if match[0].startswith("</") else _COMMANDS[tag]

    mended = _ENTITY.sub(decoded, value)
    return _TAG.sub(command, mended)
