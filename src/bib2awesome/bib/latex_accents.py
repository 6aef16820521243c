r"""An accent command and the letter it stands on, in any of the spellings that TeX takes.

`\'e`, `\'{e}`, `\' e`, `\'\i`, `\~{\^e}`, `\~\^e`: where the letter ends decides what goes into the
braces of a special character.
"""

# ruff: noqa: S105 (a token is a piece of TeX)
from __future__ import annotations

import re

from bib2awesome.bib.latex_tables import ACCENTS, LETTERS
from bib2awesome.bib.latex_tokens import control_word

__all__ = ["accented"]

_NO_LETTER = frozenset("\\{}$&%#_^")
_LETTER = re.compile(r"\s*(\w[\u0300-\u036f]*)")


def accented(tokens: list[str], partner: dict[int, int], index: int) -> tuple[str, int]:
    """Return the source of the accent at `index` with its letter, and the index behind it.

    Where the letter is the first of a longer run, the token is cut: the rest stays in `tokens`, at the
    index returned.
    """
    parts: list[str] = []
    while index < len(tokens):
        token = tokens[index]
        name = control_word(token) if token[0] == "\\" else ""
        if token == "{" and index in partner:
            close = partner[index]
            parts += tokens[index : close + 1]
            return "".join(parts), close + 1
        if name in ACCENTS:
            parts.append(token)
        elif name in LETTERS:
            parts.append(f"\\{name}")
            index += 1
            empty = tokens[index : index + 2] == ["{", "}"] and index in partner
            return "".join(parts), index + 2 if empty else index
        elif token[0] in _NO_LETTER:
            break
        else:
            found = _LETTER.match(token)
            if found is not None:
                parts.append(found[1])
                tokens[index] = token[found.end() :]
                return "".join(parts), index if tokens[index] else index + 1
            if not token.isspace():
                break
        index += 1
    return "".join(parts), index
