r"""The lexical rules of a .bib file as regular expressions over bytes.

They follow BibTeX's own scanner (`bibtex.web`, "Lex-time" and "Reading the database file(s)"): white
space is blank, tab and line end; an identifier is anything but control characters, white space and
``" # % ' ( ) , = { }`` and does not start with a digit; a backslash protects nothing.

Every quantifier is possessive, so no input makes an expression backtrack. Braces are matched to a
fixed depth here (a regular expression cannot count); deeper text goes to the counting reader in
`bib2awesome.bib.careful`.
"""

from __future__ import annotations

import re

__all__ = [
    "BRACKET",
    "ENTRY_LINE",
    "FIELD",
    "HEAD",
    "NAME",
    "NUMBER",
    "OPENING",
    "TOKEN",
    "WHITE",
    "WHITE_OR_COMMENT",
]

_WS = rb"[ \t\r\n]*+"
_NAME = rb"[^\x00-\x20\"#%'(),={}0-9][^\x00-\x20\"#%'(),={}]*+"


def _braced(depth: int) -> bytes:
    text = rb"[^{}]*+"
    for _ in range(depth):
        text = rb"[^{}]*+(?:\{" + text + rb"\}[^{}]*+)*+"
    return rb"\{" + text + rb"\}"


def _token(depth: int) -> bytes:
    braced = _braced(depth)
    quoted = rb'"[^{}"]*+(?:' + braced + rb'[^{}"]*+)*+"'
    return rb"(?:" + braced + rb"|" + quoted + rb"|[0-9]++|" + _NAME + rb")"


# what follows a `#` is hardly ever nested, and compiling the same depth again would take its time
_VALUE = _token(6) + rb"(?:" + _WS + rb"#" + _WS + _token(1) + rb")*+"
_COMMAND = rb"(?i:comment|string|preamble)"

HEAD = re.compile(
    rb"@" + _WS + rb"(?!" + _COMMAND + _WS + rb"[{(])(" + _NAME + rb")" + _WS
    # BibTeX ends a key at white space or a comma, and at a brace only where a brace opened the entry
    + rb"(?:\{" + _WS + rb"([^ \t\r\n,}]*+)|\(" + _WS + rb"([^ \t\r\n,]*+))" + _WS
    + rb"(?:," + _WS + rb"|(?=[})]))"
)  # fmt: skip
"""An entry from its `@` to its first field: groups type, key after a brace, key after a parenthesis."""

FIELD = re.compile(
    rb"(" + _NAME + rb")" + _WS + rb"=" + _WS + rb"(" + _VALUE + rb")" + _WS
    + rb"(?:(,)" + _WS + rb"|(?=[})]))"
)  # fmt: skip
"""One field up to the next name or the closing delimiter: groups name, value, separator."""

OPENING = re.compile(rb"@" + _WS + rb"(" + _NAME + rb")" + _WS + rb"([{(])?+")
"""What BibTeX takes for the start of an entry or command: groups word, opening delimiter or None."""

NAME = re.compile(_NAME)
NUMBER = re.compile(rb"[0-9]++")
WHITE = re.compile(_WS)
WHITE_OR_COMMENT = re.compile(rb"[ \t\r\n]*+(?:%[^\r\n]*+[ \t\r\n]*+)*+")
TOKEN = _token(2)
"""One piece of a value, to be compiled where it is needed: most files need no more than `FIELD`."""

BRACKET = re.compile(rb"[{}]")
ENTRY_LINE = re.compile(
    rb"[\r\n][ \t]*+@[ \t]*+[A-Za-z]++" + _WS + rb"[{(]" + _WS + rb"[^\s,={}()\"]++,"
)
"""A line inside an entry that looks like the start of another one."""
