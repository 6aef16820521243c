r"""Links as data: what may become a link in an output, cleaned so that it cannot become anything else.

A URL in a .bib file is TeX source as often as not (`\_`, `\%`, `\~{}`), may be wrapped in `\url{…}`,
broken over two lines, or be no URL at all (`javascript:…`). `safe_url` undoes the TeX, refuses every
scheme but http and https, and percent-encodes what RFC 3986 does not allow, so that the result holds
no blank, quote, backslash, angle bracket, brace, bar or unbalanced parenthesis.
"""

from __future__ import annotations

import re
from functools import cache

__all__ = ["plain_tex", "safe_url"]

# What nearly every URL of a real file is: nothing to undo, nothing to encode.
_CLEAN = re.compile(
    r"https?://[a-zA-Z0-9][a-zA-Z0-9.-]*+(?::\d{1,5})?+"
    r"(?:[/?#](?:[a-zA-Z0-9._~/?#=&+:;,@!$*'-]++|%[0-9a-fA-F]{2})*+)?"
)
_ESCAPES = {
    "textunderscore": "_",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbackslash": "\\",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textdollar": "$",
    "textpercent": "%",
    "lbrace": "{",
    "rbrace": "}",
    "slash": "/",
    "sim": "~",
    "lt": "<",
    "gt": ">",
    "allowbreak": "",
    "linebreak": "",
    "nolinkurl": "",
    "url": "",
    "urlprefix": "",
}
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}"
_UNSAFE = frozenset("\"<>\\^`{|}[] '")
# Unicode's invisible format characters; what a mouse selection drags along (zero-width, bidi, BOM).
_INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


@cache
def _tex_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of one TeX escape and of a math group; compiled on the first TeX seen."""
    escape = re.compile(
        r"\{?\\(?:~\{\}|~\s?|([_%&#${} -])|([a-zA-Z]+)(?:\{\}|[ ]|(?![a-zA-Z])))(\})?"
    )
    return escape, re.compile(r"\$(\\?(?:[<>]|sim|lt|gt)(?:\s|\{\})*)\$")


def plain_tex(text: str) -> str:
    r"""Return `text` with the TeX escapes of URLs and identifiers undone, and nothing else changed.

    `\_`, `\%`, `\&`, `\#`, `\$`, `\{`, `\}`, `\~{}`, `{\_}`, `{\textasciitilde}`, `$\sim$`, `$<$` and
    their relatives become the character they print; an unknown command stays as it is.
    """
    if "\\" not in text and "$" not in text:
        return text
    escape, math = _tex_patterns()

    def undone(match: re.Match[str]) -> str:
        whole, symbol, word, closing = match.group(0, 1, 2, 3)
        if word is not None and word not in _ESCAPES:
            return str(whole)
        plain = "~" if symbol is None and word is None else symbol or _ESCAPES.get(word or "", "")
        plain = "" if plain in {"-", " "} else plain
        opened = whole.startswith("{")
        return (
            ("{" if opened and not closing else "") + plain + (closing or "" if not opened else "")
        )

    return escape.sub(
        undone, math.sub(lambda match: match[1] + ("{}" if match[1][-1].isalpha() else ""), text)
    )


def safe_url(text: str) -> str | None:
    r"""Return the http(s) URL that `text` is, ready for any output, or None if it is none.

    Undone: TeX escapes, a surrounding `\url{…}` or `<…>`, line breaks, invisible characters. A missing
    scheme is accepted for `www.…`, `host.tld/path` and `//host/path`, and becomes https. None for every
    other scheme, for control characters, for credentials in the host part, and for what is no URL.
    Characters outside RFC 3986 are percent-encoded (non-ASCII as UTF-8; a non-ASCII host by IDNA).

    Args:
        text: A field's value (TeX source) or plain text.
    """
    if _CLEAN.fullmatch(text):
        return text
    text = _unwrapped(text)
    if not text or not text.isprintable():
        return None
    scheme, found, rest = text.partition("://")
    if found and scheme.lower() in {"http", "https"}:
        return _joined(scheme.lower(), rest)
    if text.startswith("//"):
        return _joined("https", text[2:])
    if re.match(rf"(?:www\.\S|{_HOST}(?::\d+)?/)", text, re.IGNORECASE):
        return _joined("https", text)
    return None


def _unwrapped(text: str) -> str:
    """Return `text` without TeX escapes, wrapping and the invisible; a broken line is joined."""
    text = _INVISIBLE.sub("", text).strip()
    wrapped = re.fullmatch(r"\{*\\(?:url|path|href|nolinkurl)\s*\{([^{}]*)\}.*", text, re.DOTALL)
    if wrapped:
        text = wrapped[1].strip()
    text = plain_tex(text).strip()
    while len(text) > 1 and text[0] + text[-1] in {"<>", "{}", '""', "''"}:
        text = text[1:-1].strip()
    return "".join(line.strip() for line in re.split(r"[\r\n]+", text))


def _joined(scheme: str, rest: str) -> str | None:
    """Return `scheme://rest`, percent-encoded; None where the host is none."""
    split = re.search(r"[/?#\\]", rest)
    if split is not None and split[0] == "\\":
        return None  # a browser reads it as /, others as part of the host
    host, path = (rest, "") if split is None else (rest[: split.start()], rest[split.start() :])
    host = host.rstrip()
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    if not re.fullmatch(r"[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.?(?::\d{1,5})?", host):
        return None
    return f"{scheme}://{host}{_encoded(path)}"


def _encoded(path: str) -> str:
    """Percent-encode what RFC 3986 does not allow in a path, query or fragment; keep what is encoded."""
    path = re.sub(r"%(?![0-9a-fA-F]{2})", "%25", path)
    loose = _unbalanced(path)
    pieces = [
        "".join(f"%{byte:02X}" for byte in character.encode())
        if character in _UNSAFE or not character.isascii() or place in loose
        else character
        for place, character in enumerate(path)
    ]
    return "".join(pieces)


def _unbalanced(path: str) -> set[int]:
    """Return the places of parentheses without a partner."""
    loose: set[int] = set()
    opened: list[int] = []
    for place, character in enumerate(path):
        if character == "(":
            opened.append(place)
        elif character == ")":
            if opened:
                opened.pop()
            else:
                loose.add(place)
    return loose | set(opened)
