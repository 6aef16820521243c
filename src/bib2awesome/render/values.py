r"""The values of BibTeX fields as they are written: text, names, months, addresses.

Every function takes the TeX source of a value (macros resolved, without delimiters) and returns TeX
source on one line that holds nothing but text: control characters are gone, braces are balanced.
What a value has to withstand in real styles: BibTeX's own documentation (`btxdoc`, `btxhak`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import unquote

from bib2awesome.bib.latex import to_latex
from bib2awesome.bib.name_split import split_list
from bib2awesome.bib.names import parse_names, to_bibtex
from bib2awesome.bib.values import MONTHS as MONTH_NAMES
from bib2awesome.papers.dates import MONTHS
from bib2awesome.papers.identifiers import doi as doi_of
from bib2awesome.papers.urls import plain_tex, safe_url

__all__ = [
    "balanced",
    "doi",
    "month",
    "month_number",
    "names",
    "raw",
    "text",
    "url",
]

_NAMES_OF_MONTHS = {
    name: number
    for number, full in enumerate(map(str.lower, MONTH_NAMES.values()), 1)
    for name in (full, full[:3], f"0{number}"[-2:], str(number))
} | {"sept": 9}

# What nearly every value is: nothing to escape, braces that pair up, accents as they have to be.
_PLAIN = re.compile(
    r"""(?: [A-Za-z0-9.,:;()'/+*=?!~ -]++
    | (?:\\emph)?+ \{ (?: [A-Za-z0-9.,:;()/+*=?! -]++ | \{ [A-Za-z0-9 -]++ \} )*+ \}
    | \{ \\["'`^~=.][A-Za-z] \}
    | \\[%&\#_] )*+""",
    re.VERBOSE,
)
_PLAIN_DOI = re.compile(r"10\.\d{4,9}/[A-Za-z0-9._:;()/-]*[A-Za-z0-9]")
_CACHED = 1 << 14
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_CONTROL: dict[int, str | None] = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " "),
    **dict.fromkeys((0, *map(ord, _BIDI))),
}


def text(tex: str) -> str:
    """Return a text field as TeX source that pdfLaTeX and BibTeX read right, on one line."""
    if "  " not in tex and _PLAIN.fullmatch(tex):
        return tex.strip()
    return _text(tex)


@lru_cache(_CACHED)
def _text(tex: str) -> str:
    return balanced(_OBEYED.sub(_disarmed, to_latex(one_line(tex))))


def one_line(text: str) -> str:
    """Return `text` on one line: blanks folded, control characters and bidi marks gone."""
    if not text.isprintable():
        text = text.translate(_CONTROL)
    return " ".join(text.split())


# Commands that read or write files, run programs or redefine what TeX does: no title means them.
_OBEYED = re.compile(
    r"\\(input|include|InputIfFileExists|write(?:18)?|immediate|openin|openout|read|readline|special|directlua"
    r"|latelua|catcode|csname|def|edef|gdef|xdef|let|futurelet|newcommand|renewcommand|begin|end|loop"
    r"|expandafter|usepackage|verbatiminput|lstinputlisting|VerbatimInput|includegraphics|ShellEscape"
    r"|endinput|stop|batchmode|makeatletter|everypar|aftergroup|par)(?![A-Za-z@])"
)


def _disarmed(match: re.Match[str]) -> str:
    return rf"{{\textbackslash}}{match[1]}"


def balanced(tex: str) -> str:
    """Return `tex`, without any brace where they do not pair up as BibTeX counts them.

    BibTeX counts a brace behind a backslash, too; one too many would swallow the rest of the file.
    """
    if "{" not in tex and "}" not in tex:
        return tex
    depth = 0
    for brace in _BRACES.findall(tex):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            break
    if depth == 0:
        return tex
    return tex.replace("\\{", "").replace("\\}", "").replace("{", "").replace("}", "")


_BRACES = re.compile("[{}]")


def names(source: str, most: int | None = None) -> str:
    """Return a list of names as `Last, First and {Organisation} and others`.

    Args:
        source: The value of `author` or `editor`.
        most: How many names to keep before `and others`; None keeps all.
    """
    if most is None and _SETTLED_LIST.fullmatch(source):
        return source
    parts = source.split(" and ") if _is_simple(source) else split_list(source)
    if most is not None and len(parts) > most and parts[most] != "others":
        parts = [*parts[:most], "others"]
    return " and ".join(filter(None, map(_name, parts)))


def _is_simple(source: str) -> bool:
    """Whether every `and` of a list stands between single blanks, in lower case, outside braces."""
    if "{" in source or not source.isprintable():
        return False
    return source.lower().count(" and ") == source.count(" and ")


# `Family, Given` in plain words with capitals, which is what would be written for it.
_WORDS = r"[A-Z][A-Za-z]*+\.?+(?:[ -][A-Z][A-Za-z]*+\.?+)*+"
_SETTLED = re.compile(f"{_WORDS}, {_WORDS}")
_SETTLED_LIST = re.compile(f"{_WORDS}, {_WORDS}(?: and {_WORDS}, {_WORDS})*+")


@lru_cache(_CACHED)
def _name(source: str) -> str:
    """Return one name, or "" for a blank; what BibTeX cannot take apart is kept whole in braces."""
    if _SETTLED.fullmatch(source):
        return source
    # Encoded first: `\L ukasz` is one word once it is `{\L}ukasz`.
    written = text(source)
    name = parse_names(written)
    if any(problem.kind == "too-many-commas" for problem in name.problems):
        return f"{{{written}}}"
    return text(to_bibtex(name))  # what ends a part may have been in the middle of the name


def month_number(tex: str) -> int | None:
    """Return 1 to 12 for a month's name in English, its first three letters or its number."""
    return _NAMES_OF_MONTHS.get(tex.strip(" {}.").lower())


_DAY = re.compile(
    r"(?P<before>\d{1,2})?[\s~,.]*(?P<month>[A-Za-z]{3,9})\.?[\s~,]*(?P<after>\d{1,2})?"
)
_RANGE = re.compile(r"\s*(?:--?-?|/|\u2013|\\slash|\band\b)\s*")


@lru_cache(_CACHED)
def month(tex: str) -> str:
    """Return the right side of `month =`: macros where it names months, braced text else.

    A macro lets each style print the month its own way: `July` is `jul`, `15 July` is
    `jul # "~15"`, `June--July` is `jun # "--" # jul`.
    """
    number = month_number(tex)
    if number:
        return MONTHS[number - 1]
    tex = tex.strip(" {}")
    dated = _DAY.fullmatch(tex)
    number = month_number(dated["month"]) if dated else None
    if dated and number:
        day = dated["before"] or dated["after"]
        return f'{MONTHS[number - 1]} # "~{int(day)}"'
    ends = [month_number(end) for end in _RANGE.split(tex)]
    if len(ends) == len(("from", "to")) and all(ends):
        return ' # "--" # '.join(MONTHS[(end or 0) - 1] for end in ends)
    return f"{{{text(tex)}}}"


def url(tex: str) -> str:
    r"""Return an address raw, as `\url` wants it, percent-encoded where needed; "" if not http(s)."""
    return safe_url(tex) or ""


def doi(tex: str) -> str:
    """Return a DOI bare and raw, its case as written; "" where there is none."""
    if _PLAIN_DOI.fullmatch(tex):
        return tex
    found = doi_of(tex)
    if not found:
        return ""
    plain = unquote(plain_tex(tex))
    found = unquote(found)
    at = plain.lower().find(found)
    written = plain[at : at + len(found)] if at >= 0 else found
    # In no DOI that is registered; here they would end the field or the line.
    return written.translate(_NOT_IN_DOI)


_NOT_IN_DOI = {ord(character): f"%{ord(character):02X}" for character in '{}\\" '} | dict.fromkeys(
    range(32)
)


def raw(tex: str) -> str:
    """Return an identifier as it is, without what could end the field or the line."""
    if _PLAIN_RAW.fullmatch(tex):
        return tex
    return plain_tex(tex).translate(_NOT_RAW)


_PLAIN_RAW = re.compile(r"[A-Za-z0-9.:/_-]++")
_NOT_RAW = dict.fromkeys([*_CONTROL, *map(ord, '{}\\"')], "")
