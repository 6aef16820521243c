"""From changes of categories.toml to its new bytes. Nothing is written here.

Every change is made on the text and, beside it, on the parsed values; what the new text says has to be
these values, or nothing is written.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any

from bib2awesome.errors import BugError
from bib2awesome.papers.rehearsal import INCOMPLETE
from bib2awesome.papers.toml_changes import TomlChange
from bib2awesome.papers.toml_text import TomlText, value_source
from bib2awesome.papers.toml_tree import Keys, parsed, rehearsed, says, value_at

__all__ = ["edit_toml"]

INLINE = "written inline"
"""The table, or its sibling, stands inside of a line, and cannot come to where it is wanted."""


def edit_toml(
    data: bytes, changes: Sequence[TomlChange], torn: AbstractSet[str | None] = frozenset()
) -> tuple[bytes, dict[int, str]]:
    """Return the new bytes, and by its number the reason of each change that cannot be made.

    Args:
        data: The file, valid TOML in UTF-8; b"" where there is none yet.
        changes: Made one after the other; one that cannot be made takes its group with it.
        torn: Groups that are not to be made.

    Raises:
        BugError: What came out is not what was planned.
    """
    refused = {index: INCOMPLETE for index, one in enumerate(changes) if one.group in torn}
    while True:
        found = len(refused)
        text = _round(data.decode("utf-8-sig"), changes, refused)
        broken = {changes[index].group for index in refused} - {None}
        for index, change in enumerate(changes):
            if change.group in broken:
                refused.setdefault(index, INCOMPLETE)
        if len(refused) == found:
            return _mark(data) + text.encode(), refused


def _round(text: str, changes: Sequence[TomlChange], refused: dict[int, str]) -> str:
    """Return the text with the changes made that are not refused; those that cannot be are, from now on."""
    toml, tree = TomlText(text), parsed(text)
    for index, change in enumerate(changes):
        if index in refused:
            continue
        reason = rehearsed(tree, change)
        new = None if reason is not None else _made(toml, change)
        if new is None:
            refused[index] = reason or INLINE
            tree = parsed(toml.text)
        else:
            toml = toml.changed_to(new)
    if not says(toml.text, tree):
        raise BugError(
            "the edited categories.toml does not say what was planned; it was not written",
            hint="this is a bug in bib2awesome; please report it with the file",
        )
    return toml.text


def _made(toml: TomlText, change: TomlChange) -> str | None:
    """Return the text with one change made; None where a table cannot come to where it is wanted."""
    new = _EDITS[change.action](toml, change)
    if new is None:
        new = _INSIDE[change.action](toml, change)
    return new if _is_placed(new, change) else None


def _mark(data: bytes) -> bytes:
    """Return the byte order mark that the file begins with, if there is one."""
    return BOM_UTF8 if data.startswith(BOM_UTF8) else b""


def _is_placed(text: str, change: TomlChange) -> bool:
    """Whether a table stands on the side of its sibling where it is wanted; inside a line it may not."""
    if change.before is None and change.after is None:
        return True
    siblings = list(value_at(parsed(text), change.destination[:-1]))
    at = siblings.index(change.destination[-1])
    return change.before not in siblings[:at] and change.after not in siblings[at:]


# How it is written


def _edited_add(toml: TomlText, change: TomlChange) -> str | None:
    path = change.path
    if toml.is_inline(path) or (len(path) > 2 and not toml.below(path[:-1])):  # noqa: PLR2004
        return None
    at = toml.place(path[:-1], change.before, change.after)
    return toml.inserted(at, toml.new_table(path, change.new))


def _edited_set(toml: TomlText, change: TomlChange) -> str | None:
    path = change.path
    if path in toml.values:
        start, end = toml.values[path]
        new = value_source(change.new).replace("\n", toml.newline)
        return toml.text[:start] + new + toml.text[end:]
    table = toml.table(path[:-1])
    if table is not None:
        return toml.new_option(table, path[-1], change.new)
    if len(path) == 2 and not any(keys[:1] == path[:1] for keys in toml.keys):  # noqa: PLR2004
        at = toml.tables[0].start if path[0] == "survey" and toml.tables else len(toml.text)
        return toml.inserted(at, toml.new_table(path[:-1], {path[-1]: change.new}))
    return _by_tomlkit(toml, lambda above: above.__setitem__(path[-1], change.new), path)


def _edited_move(toml: TomlText, change: TomlChange) -> str | None:
    old, new = change.path, tuple(change.new)
    family = toml.below(old)
    if toml.is_inline(new[:-1]) or not family or (len(new) > 2 and not toml.below(new[:-1])):  # noqa: PLR2004
        return None
    if old[:-1] == new[:-1] and change.before is None and change.after is None:
        return _renamed(toml, old, new)
    pieces = "".join(_whole(toml.moved(table, old, new), toml) for table in family)
    if not family[0].start:
        pieces = toml.gap() + pieces
    rest = TomlText(_without(toml, old, keep=new[:-1]))
    return rest.inserted(rest.place(new[:-1], change.before, change.after), pieces)


def _renamed(toml: TomlText, old: Keys, new: Keys) -> str:
    """Return the text with the tables of a path named otherwise, where they are."""
    parts: list[str] = []
    at = 0
    for table in toml.below(old):
        parts += (toml.text[at : table.start], toml.moved(table, old, new))
        at = table.end
    return "".join([*parts, toml.text[at:]])


def _whole(piece: str, toml: TomlText) -> str:
    return piece if piece.endswith("\n") else piece + toml.newline


def _edited_remove(toml: TomlText, change: TomlChange) -> str | None:
    path = change.path
    if toml.below(path):
        return _without(toml, path)
    lines = toml.option_lines(path) if path in toml.values else None
    if lines is not None:
        return toml.text[: lines[0]] + toml.text[lines[1] :]
    return _by_tomlkit(toml, lambda above: above.__delitem__(path[-1]), path)


def _without(toml: TomlText, path: Keys, keep: Keys = ()) -> str:
    """Return the text without a path's tables; a parent that only they made gets its own header."""
    family = toml.below(path)
    above = path[:-1]
    rest = toml.without(family)
    if len(above) > 1 and above != keep and len(toml.below(above)) == len(family):
        left = TomlText(rest)
        return left.inserted(min(family[0].start, len(rest)), toml.new_table(above, {}))
    return rest


def _by_tomlkit(toml: TomlText, edit: Callable[[Any], None], path: Keys) -> str:
    import tomlkit  # noqa: PLC0415

    document = tomlkit.parse(toml.text)
    table: Any = document
    for key in path[:-1]:
        table = table[key]
    edit(table)
    text = tomlkit.dumps(document)
    whole = toml.newline == "\r\n" and "\n" not in toml.text.replace("\r\n", "")
    return text.replace("\r\n", "\n").replace("\n", "\r\n") if whole else text


# Tables that stand inside of lines, or that dotted keys make: no stretch of text of their own


def _inside_add(toml: TomlText, change: TomlChange) -> str:
    path = change.path
    if not toml.is_inline(path[:-1]):
        at = toml.place(path[:-1], change.before, change.after)
        return toml.inserted(at, toml.new_table(path, change.new))
    import tomlkit  # noqa: PLC0415

    value = tomlkit.value(value_source(change.new))
    return _by_tomlkit(toml, lambda above: above.__setitem__(path[-1], value), path)


def _inside_move(toml: TomlText, change: TomlChange) -> str:
    """Rename the keys where they stand; elsewhere the table comes with a header, without its comments."""
    old, new = change.path, tuple(change.new)
    if old[:-1] == new[:-1] and change.before is None and change.after is None:
        return toml.renamed(old, new[-1])
    value = value_at(parsed(toml.text), old)
    rest = TomlText(_edited_remove(toml, replace(change, action="remove")) or toml.text)
    waiting = [(new, value, change.before, change.after)]
    while waiting:
        path, table, before, after = waiting.pop(0)
        options = {key: one for key, one in table.items() if not isinstance(one, dict)}
        added = replace(change, action="add", path=path, new=options, before=before, after=after)
        rest = TomlText(_edited_add(rest, added) or _inside_add(rest, added))
        below = [((*path, key), one, None, None) for key, one in table.items()]
        waiting = [*(one for one in below if isinstance(one[1], dict)), *waiting]
    return rest.text


_INSIDE: dict[str, Callable[[TomlText, TomlChange], str]] = {
    "add": _inside_add,
    "move": _inside_move,
}


_EDITS: dict[str, Callable[[TomlText, TomlChange], str | None]] = {
    "add": _edited_add,
    "set": _edited_set,
    "move": _edited_move,
    "remove": _edited_remove,
}
