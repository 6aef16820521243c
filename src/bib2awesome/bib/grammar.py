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
    "ASSIGNMENT",
    "BRACKET",
    "ENTRY_LINE",
    "FIELD",
    "HEAD",
    "NAME",
    "NUMBER",
    "OPENING",
    "TOKEN",
    "VALUE",
    "WHITE",
    "WHITE_OR_COMMENT",
]

_DEPTH = 6
_WS = rb"[ \t\r\n]*+"
_NAME = rb"[^\x00-\x20\"#%'(),={}0-9][^\x00-\x20\"#%'(),={}]*+"


def _nested(depth: int) -> bytes:
    text = rb"[^{}]*+"
    for _ in range(depth):
        text = rb"[^{}]*+(?:\{" + text + rb"\}[^{}]*+)*+"
    return text


_BRACED = rb"\{" + _nested(_DEPTH) + rb"\}"
_QUOTED = rb'"[^{}"]*+(?:' + _BRACED + rb'[^{}"]*+)*+"'
_TOKEN = rb"(?:" + _BRACED + rb"|" + _QUOTED + rb"|[0-9]++|" + _NAME + rb")"
_VALUE = _TOKEN + rb"(?:" + _WS + rb"#" + _WS + _TOKEN + rb")*+"
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

ASSIGNMENT = re.compile(rb"(?<=[\s,{(])" + _NAME + _WS + rb"=" + _WS + rb"(" + _VALUE + rb")")
"""A name and a value, whatever follows: group value."""

OPENING = re.compile(rb"@" + _WS + rb"(" + _NAME + rb")" + _WS + rb"([{(])?+")
"""What BibTeX takes for the start of an entry or command: groups word, opening delimiter or None."""

NAME = re.compile(_NAME)
NUMBER = re.compile(rb"[0-9]++")
VALUE = re.compile(_VALUE)
TOKEN = re.compile(_TOKEN)
WHITE = re.compile(_WS)
WHITE_OR_COMMENT = re.compile(rb"[ \t\r\n]*+(?:%[^\r\n]*+[ \t\r\n]*+)*+")
BRACKET = re.compile(rb"[{}]")
ENTRY_LINE = re.compile(
    rb"[\r\n][ \t]*+@[ \t]*+[A-Za-z]++" + _WS + rb"[{(]" + _WS + rb"[^\s,={}()\"]++,"
)
"""A line inside an entry that looks like the start of another one."""
