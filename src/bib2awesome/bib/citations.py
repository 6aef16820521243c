r"""Citations in LaTeX sources: which keys a text cites, where they stand, and which files it reads.

A citation is a key in the argument of a command of LaTeX, natbib, biblatex and their relatives
(`\cite`, `\citep*`, `\parencite`, `\Textcite`, `\nocite`, `\cites(…)[…]{a}[…]{b}`). Comments, verbatim
text and what stands behind `\end{document}` cite nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

__all__ = ["Citation", "Cited", "citations", "cited", "inputs"]


class Citation(NamedTuple):
    """One key that is cited: the command without backslash, the key, and where the key stands."""

    command: str
    key: str
    start: int
    end: int


class Cited(NamedTuple):
    r"""What a document cites, with all the files that it reads.

    Attributes:
        keys: The keys in the order in which they are first cited.
        everything: Whether there is a `\nocite{*}`.
        files: The files that were read, the main one first.
        missing: The files that it reads and that are not there.
    """

    keys: tuple[str, ...]
    everything: bool
    files: tuple[str, ...]
    missing: tuple[str, ...]


_VERBATIM = (
    r"verbatim\*?|Verbatim\*?|BVerbatim|LVerbatim|lstlisting|minted|alltt|comment|filecontents\*?"
)
# What is no source of citations, each with what it starts with: an escaped sign is looked at first.
_HIDDEN = re.compile(
    rf"""\\verb\*?(?![A-Za-z])(?P<delimiter>[^\s*])[^\n]*?(?P=delimiter)
    | \\lstinline(?:\[[^\]]*\])?(?P<other>[^\s\[{{])[^\n]*?(?P=other)
    | \\begin\s*\{{(?P<name>{_VERBATIM})\}}.*?\\end\s*\{{(?P=name)\}}
    | \\end\s*\{{document\}}.*
    | \\[\\%]
    | %[^\n]*""",
    re.VERBOSE | re.DOTALL,
)
_BRACKETS = r"(?:\s*(?:\[(?:[^\[\]{}]|\{[^{}]*\}|\[[^\[\]]*\])*\]|\([^()]*\)|<[^<>]*>))*"
_ARGUMENT = rf"{_BRACKETS}\s*\{{([^{{}}]*)\}}"
_COMMAND = re.compile(rf"\\([A-Za-z]*(?:[cC]ite|bibentry)[A-Za-z]*\*?)(?={_ARGUMENT})")
_NEXT = re.compile(_ARGUMENT)
_KEY = re.compile(r"[^,\s](?:[^,]*[^,\s])?")
# What only looks like a command that cites.
_SETTINGS = re.compile(
    r"(?:new|renew|provide|define|set|bib|Declare)\w*[cC]ite\w*|cite(?:style|setup|reset|name|text|indextype"
    r"|case|dash|title\w*font|mid|left|right|open|close|punct|form|numfont|font|sort)|\w*citestyle"
    r"|.*cite\w*(?:delim|limit)\b|nocitation|\w*cites?alias\w*$"
)
_ALIAS = frozenset({"defcitealias"})
_SEVERAL = re.compile(r"[A-Za-z]*[cC]ites\*?")
_INPUT = re.compile(
    r"\\(?:input|include|subfile|subfileinclude|loadglsentries)(?![A-Za-z@])\s*(?:\{([^{}]*)\}|([^\s{}\\%]+))"
    r"|\\(?:sub)?(?:import|includefrom|inputfrom)\*?\s*\{([^{}]*)\}\s*\{([^{}]*)\}"
)


def citations(text: str) -> Iterator[Citation]:
    r"""Yield what a LaTeX source cites, in order; `\nocite{*}` has the key `*`.

    Args:
        text: The source. Offsets of the results count in it.
    """
    visible = _visible(text)
    for match in _COMMAND.finditer(visible):
        command = match[1]
        if command not in _ALIAS and _SETTINGS.fullmatch(command.rstrip("*")):
            continue
        argument = _NEXT.match(visible, match.end())
        several = _SEVERAL.fullmatch(command) is not None
        while argument is not None:
            start = argument.start(1)
            for key in _KEY.finditer(argument[1]):
                yield Citation(command, key[0], start + key.start(), start + key.end())
            argument = _NEXT.match(visible, argument.end()) if several else None


def inputs(text: str) -> Iterator[str]:
    r"""Yield the files that a LaTeX source reads by `\input` and its relatives, as it names them."""
    for match in _INPUT.finditer(_visible(text)):
        name = match[1] if match[3] is None else _joined(match[3].strip(), match[4])
        name = match[2] if name is None else name
        name = name.strip().strip('"').strip()
        if name and "#" not in name and "\\" not in name:
            yield name


def cited(main: str, read: Callable[[str], str | None]) -> Cited:
    r"""Return what a document cites, following `\input` through all its files, each once.

    As TeX does, files are looked for from the folder of the main one, with `.tex` behind their name
    and then as they are named; what an imported or included file reads is looked for beside it, too.

    Args:
        main: The main file, a path with `/`.
        read: Takes such a path and gives the text of the file, None where there is none.
    """
    keys: dict[str, None] = {}
    files: dict[str, None] = {}
    missing: dict[str, None] = {}
    root = _folder(main)
    stack: list[tuple[str, tuple[str, ...]]] = [(main, (main,))]
    while stack:
        name, candidates = stack.pop()
        path, text = _first(candidates, files, read)
        if text is None:
            if path is None:
                missing[name] = None
            continue
        files[path or name] = None
        keys |= {citation.key: None for citation in citations(text)}
        beside = _folder(path or name)
        below = [(one, _candidates(one, (root, beside))) for one in inputs(text)]
        stack.extend(reversed(below))
    everything = "*" in keys
    return Cited(tuple(key for key in keys if key != "*"), everything, tuple(files), tuple(missing))


def _first(
    candidates: tuple[str, ...], known: dict[str, None], read: Callable[[str], str | None]
) -> tuple[str | None, str | None]:
    """Return the first candidate that is there and its text, without the text where it was read before."""
    for path in candidates:
        if path in known:
            return path, None
        text = read(path)
        if text is not None:
            return path, text
    return None, None


def _candidates(name: str, folders: tuple[str, ...]) -> tuple[str, ...]:
    names = (name,) if name.endswith(".tex") else (f"{name}.tex", name)
    # "./" and the like, so that one file has one name.
    found = (_tidy(f"{folder}{one}") for folder in folders for one in names)
    return tuple(dict.fromkeys(found))


def _folder(path: str) -> str:
    return path[: path.rfind("/") + 1]


def _tidy(path: str) -> str:
    parts: list[str] = []
    for part in path.split("/"):
        if part == ".." and parts and parts[-1] not in {"", ".."}:
            parts.pop()
        elif part != "." and (part or not parts):
            parts.append(part)
    return "/".join(parts)


def _joined(folder: str, name: str) -> str:
    return f"{folder}{name}" if not folder or folder.endswith("/") else f"{folder}/{name}"


def _visible(text: str) -> str:
    """Return `text` with blanks, as many, in place of what TeX does not read as source."""
    return _HIDDEN.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return match[0] if match[0] in {"\\\\", "\\%"} else " " * len(match[0])
