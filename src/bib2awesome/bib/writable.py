"""Turn a text into the source of a value that every reader reads back as that text."""

from __future__ import annotations

import re
import unicodedata

from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.style import prefers_bare_numbers, prefers_quotes
from bib2awesome.errors import InputError, visible

__all__ = ["encode_value"]

_CONTROL = frozenset({"Cc", "Cs", "Zl", "Zp"})
_BRACE = re.compile(r"[{}]")


def encode_value(
    document: Document,
    text: str,
    *,
    entry: Entry | None = None,
    name: str | None = None,
    like: str = "",
) -> str:
    r"""Return `text` with delimiters, fit to stand in the file.

    Args:
        document: The file the value is for: one that has raw non-ASCII text takes such, in any other
            it becomes LaTeX (`é` becomes `{\'e}`).
        text: TeX source of one line.
        entry: The entry the value is for, whose delimiters are used: quotes where most of its values
            have quotes, no delimiters for a number where its numbers have none.
        name: The field the value is for; in url, doi and the other verbatim fields nothing is turned
            into LaTeX, but an address percent-encoded.
        like: The source of the value that it replaces, whose delimiters go before those of `entry`.

    Raises:
        InputError: "unwritable value": braces that do not balance, a backslash at the end, a control
            character, or a character that has no ASCII form in a file that holds only ASCII.
    """
    problem = _problem(text)
    if problem is not None:
        raise _unwritable(text, problem)
    if not text.isascii() and not document.raw_unicode:
        text = _ascii(text, name)
    if text.isascii() and text.isdigit():
        bare = like.isdigit() if like else entry is not None and prefers_bare_numbers(entry)
        if bare:
            return text
    quoted = (
        like[0] == '"' if like[:1] in {'"', "{"} else entry is not None and prefers_quotes(entry)
    )
    return f'"{text}"' if quoted and not _bare_quote(text) else f"{{{text}}}"


def _problem(text: str) -> str | None:
    if not text.isprintable() and any(unicodedata.category(one) in _CONTROL for one in text):
        return "it holds a control character"
    if text.rstrip().endswith("\\"):
        return "it ends with a backslash, which hides the closing delimiter from some programs"
    if "{" not in text and "}" not in text:
        return None
    depth = 0
    for brace in _BRACE.findall(text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            break
    return "its braces do not balance" if depth else None


def _bare_quote(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if character == '"' and not depth:
            return True
    return False


def _ascii(text: str, name: str | None) -> str:
    from bib2awesome.bib.latex import is_verbatim, to_latex  # noqa: PLC0415

    if name is None or not is_verbatim(name.lower()):
        latex = to_latex(text)
    else:
        latex = _percent_encoded(text) if "://" in text else text
    if not latex.isascii():
        letter = next(character for character in latex if not character.isascii())
        raise _unwritable(text, f"`{letter}` has no ASCII form, and the file holds only ASCII")
    return latex


def _percent_encoded(url: str) -> str:
    """Return the URI of an IRI: its non-ASCII characters percent-encoded (RFC 3987, section 3.1)."""
    return "".join(
        character if character.isascii() else "".join(f"%{byte:02X}" for byte in character.encode())
        for character in url
    )


def _unwritable(text: str, reason: str) -> InputError:
    return InputError(f"unwritable value `{visible(text)}`: {reason}")
