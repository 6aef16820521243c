"""YAML as far as a generated file needs it: mappings, sequences, integers, and strings quoted safely.

Every string is double-quoted (YAML 1.2, section 7.3.1), so no text can be read as anything but text,
by readers of YAML 1.1 either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

__all__ = ["Value", "dumped", "quoted"]

Value: TypeAlias = "str | int | Mapping[str, Value] | Sequence[Value]"

# Beside quote and backslash: what is not printable in YAML, and its other line breaks.
_ESCAPED = re.compile(
    '["\\\\\x00-\x1f\x7f-\xa0\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]'
)


def dumped(mapping: Mapping[str, Value]) -> str:
    """Return `mapping` as a block of YAML; its keys are words that need no quotes."""
    return "".join(f"{line}\n" for line in _mapping(mapping))


def quoted(text: str) -> str:
    """Return `text` as a double-quoted scalar on one line."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    if character in '"\\':
        return f"\\{character}"
    code = ord(character)
    return f"\\x{code:02x}" if code <= _BYTE else f"\\u{code:04x}"


_BYTE = 0xFF


def _mapping(mapping: Mapping[str, Value]) -> Iterator[str]:
    for key, value in mapping.items():
        if isinstance(value, str | int):
            yield f"{key}: {_scalar(value)}"
        else:
            yield f"{key}:"
            yield from (f"  {line}" for line in _block(value))


def _block(value: Value) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _mapping(value)
    elif isinstance(value, str | int):
        yield _scalar(value)
    else:
        for item in value:
            lead = "- "
            for line in _block(item):
                yield lead + line
                lead = "  "


def _scalar(value: str | int) -> str:
    return quoted(value) if isinstance(value, str) else str(value)
