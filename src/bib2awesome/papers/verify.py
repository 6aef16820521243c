"""Verify before write: is a value fit to stand in a file, and does a new file say what was planned?

Two readers have a say: our own on the whole file, and `bibtexparser` 2, which shares no code with it, on
each value and each changed entry. Where the second cannot read an entry as it was, or reads it otherwise
than BibTeX does (it glues values where a comma is missing, stumbles over `%` comments, …), it abstains.

An entry so plain that no two readers can differ (`plain_reading`) is not put to the second: an import adds
such entries by the thousand, and the tests put them to it instead.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bib2awesome.bib.careful import is_value
from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.keys import is_writable
from bib2awesome.errors import BugError

__all__ = [
    "Planned",
    "Reading",
    "entry_reading",
    "field_problem",
    "fitted",
    "key_problem",
    "plain_reading",
    "reading_of",
    "second_opinion",
    "source_problem",
    "verify",
]

UNWRITABLE = "unwritable value"
_FIELD = re.compile(r"[A-Za-z][A-Za-z0-9_:.+/-]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_ENDS_ESCAPED = re.compile(r"\\[}\"]\s*(?:#|$)")
_WHITE = re.compile(rb"\s+")
_PLAIN_NAME = r"[a-z]++(?:-[a-z0-9]++)*+"
_PLAIN_TEXT = r"[^{}\\@\n]*+(?:\\[^{}\\@\n][^{}\\@\n]*+)*+"
_PLAIN_GROUP = rf"\{{{_PLAIN_TEXT}(?:\{{{_PLAIN_TEXT}\}}{_PLAIN_TEXT})*+\}}"
_PLAIN_VALUE = rf"\{{{_PLAIN_TEXT}(?:{_PLAIN_GROUP}{_PLAIN_TEXT})*+\}}|[a-z]++"
_PLAIN_FIELD = re.compile(rf"  ({_PLAIN_NAME}) *+= ({_PLAIN_VALUE}),\n")
_PLAIN = re.compile(
    r"@(?!comment|string|preamble)([a-z]++)\{([A-Za-z0-9:_-]++),\n"
    rf"(?:  {_PLAIN_NAME} *+= (?:{_PLAIN_VALUE}),\n)++\}}"
)
_PROBE = "probe"


class Reading(NamedTuple):
    """What a reader sees in one entry; sources with their delimiters, names in lower case."""

    type: str
    key: str
    fields: tuple[tuple[str, str], ...]

    def says(self, other: Reading) -> bool:
        """Whether it is the same as another; where a new field stands in the entry is of no meaning."""
        return self == other or (
            self[:2] == other[:2] and sorted(self.fields) == sorted(other.fields)
        )


def reading_of(entry: Entry) -> Reading:
    """Return what our own reader sees in an entry."""
    return Reading(entry.type, entry.key, tuple(entry.sources()))


@lru_cache(maxsize=16384)  # an entry is read when it is planned, and again when it is in the file
def plain_reading(text: str) -> Reading | None:
    """Return what every reader sees in an entry of one plain form, or None where it has another.

    One field a line, each with a comma, none twice; a value is a macro or stands in braces, on its line,
    with braces at most two deep inside, no `@`, and no backslash before a brace or another one.
    """
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    fields = tuple(_PLAIN_FIELD.findall(text, match.end(2)))
    once = len({name for name, _ in fields}) == len(fields)
    return Reading(match[1], match[2], fields) if once else None


@lru_cache(maxsize=16384)  # as above
def second_opinion(text: str) -> Reading | None:
    """Return what `bibtexparser` sees in the text of one entry, or None where it cannot read it."""
    import logging  # noqa: PLC0415

    from bibtexparser.splitter import Splitter  # noqa: PLC0415  (30 ms that only writing pays)

    # It logs every block it cannot read; without a handler Python would print that on the terminal.
    logger = logging.getLogger("bibtexparser")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    library = Splitter(text).split()
    if len(library.blocks) != 1 or len(library.entries) != 1:
        return None
    entry = library.entries[0]
    fields = tuple((str(field.key).lower(), str(field.value)) for field in entry.fields)
    return Reading(entry.entry_type.lower(), entry.key, fields)


def fitted(document: Document, source: str) -> str:
    """Return `source` with the line ends of the file."""
    return source.replace("\r\n", "\n").replace("\n", document.newline)


def field_problem(name: str) -> str | None:
    """Say why a field cannot have this name, or return None."""
    return None if _FIELD.fullmatch(name) else f"`{name}` cannot be the name of a field"


def key_problem(document: Document, key: str) -> str | None:
    """Say why a citation key cannot be written into `document`, or return None.

    Keys that BibTeX or biber would refuse (with blanks, braces, a backslash or one of `"#%'()=~@`)
    are never written, even where one of the two reads them.
    """
    if is_writable(key, raw_unicode=document.raw_unicode):
        return None
    return f"`{key}` cannot be a citation key"


def source_problem(document: Document, name: str, source: str) -> str | None:
    """Say why a value's source cannot be written into `document`, or return None.

    It must be one whole BibTeX value: balanced, without control character, not ending in a
    backslash, without an unknown macro, ASCII unless the file has raw Unicode, and the same to both
    readers when it stands alone in an entry.
    """
    wrong = field_problem(name)
    if wrong is not None:
        return wrong
    if _is_unfit(document, source) or not is_value(source.encode()):
        return UNWRITABLE
    probe = f"@misc{{{_PROBE},{document.newline}  {name} = {source}{document.newline}}}"
    wanted = Reading("misc", _PROBE, ((name.lower(), source),))
    return UNWRITABLE if _is_misread(probe, wanted) else _macro_problem(document, wanted)


def entry_reading(document: Document, key: str, source: str) -> Reading | str:
    """Return what both readers see in a whole entry, or why it cannot be added to `document`."""
    wrong = key_problem(document, key)
    if wrong is not None:
        return wrong
    if _is_unfit(document, source):
        return UNWRITABLE
    plain = plain_reading(source)
    wanted = plain or second_opinion(source)
    if wanted is None or wanted.key != key or (plain is None and _is_misread(source, wanted)):
        return UNWRITABLE
    return _macro_problem(document, wanted) or wanted


def _is_unfit(document: Document, source: str) -> bool:
    foreign = not source.isascii() and not document.raw_unicode
    control = _CONTROL.search(source.replace(document.newline, "\n"))
    return foreign or control is not None or _ENDS_ESCAPED.search(source) is not None


def _is_misread(probe: str, wanted: Reading) -> bool:
    """Read one entry that stands alone with both readers; all that is there must be the entry."""
    seen = Document.parse(probe.encode("utf-8"), _PROBE)
    whole = len(seen.blocks) == 1 and seen.blocks[0].entry is not None
    return not whole or reading_of(seen.entries[0]) != wanted or second_opinion(probe) != wanted


def _macro_problem(document: Document, reading: Reading) -> str | None:
    """Say which macro of an entry is none of the file's, or return None."""
    known = document.macros
    for _, source in reading.fields:
        for macro in _macros(source):
            if macro.lower() not in known:
                return f"`{macro}` is no macro of the file"
    return None


def _macros(source: str) -> list[str]:
    """Return the macro names of a value: what is outside of its delimiters and is no number."""
    if source[:1] in {"{", '"'} and "#" not in source:
        return []
    outside: list[str] = []
    depth, quoted = 0, False
    for character in source:
        if character == '"' and depth == 0:
            quoted = not quoted
        depth += {"{": 1, "}": -1}.get(character, 0)
        plain = depth == 0 and not quoted and character not in '"{}#'
        outside.append(character if plain else " ")
    return [word for word in "".join(outside).split() if not word.isdigit()]


class Planned(NamedTuple):
    """One entry as it has to be afterwards.

    Attributes:
        before: The entry it was; None for a new one.
        after: What has to be read there; None where not one byte may differ.
    """

    before: Entry | None
    after: Reading | None


def verify(
    old: Document, new: Document, planned: Sequence[Planned], *, whole_entries: bool
) -> None:
    """Check that `new` is `old` with exactly the planned entries changed.

    Args:
        old: The file as it is.
        new: The file as it would be written.
        planned: Every entry of the new file, in its order.
        whole_entries: Whether entries were added or removed, so that blanks between blocks differ.

    Raises:
        BugError: Anything else differs: a bug of ours; nothing may be written.
    """
    if len(new.entries) != len(planned):
        raise _bug(old, f"{len(planned)} entries were planned, {len(new.entries)} came out")
    for entry, plan in zip(new.entries, planned, strict=True):
        if plan.after is None:
            _verify_untouched(old, new, plan.before, entry)
        else:
            _verify_changed(old, new, plan.before, entry, plan.after)
    if _around(old, loose=whole_entries) != _around(new, loose=whole_entries):
        raise _bug(old, "text outside the planned entries came out different")


def _verify_untouched(old: Document, new: Document, before: Entry | None, entry: Entry) -> None:
    if before is None or (
        old.data[before.start : before.end] != new.data[entry.start : entry.end]
        or before.commented != entry.commented
    ):
        raise _bug(old, f"the entry `{entry.key}` was not to change and did")


def _verify_changed(
    old: Document, new: Document, before: Entry | None, entry: Entry, after: Reading
) -> None:
    seen = reading_of(entry)
    if not seen.says(after) or entry.commented:
        raise _bug(old, f"the entry `{after.key}` came out other than planned")
    if before is not None:
        was = reading_of(before)
        if _kept(was, seen) != _kept(seen, was):
            raise _bug(old, f"the fields of `{after.key}` changed their order")
        if second_opinion(old.text(before.start, before.end)) != was:
            return
    text = new.text(entry.start, entry.end)
    other = plain_reading(text) or second_opinion(text)
    if other is None or not other.says(after):
        raise _bug(
            old, f"a second reader of BibTeX finds other than planned in the entry `{after.key}`"
        )


def _kept(one: Reading, other: Reading) -> list[tuple[str, str]]:
    """Return the fields of `one` that `other` has too, in the order of `one`."""
    left = Counter(other.fields)
    kept = []
    for field in one.fields:
        if left[field]:
            left[field] -= 1
            kept.append(field)
    return kept


def _around(document: Document, *, loose: bool) -> list[tuple[str, bytes]]:
    """Return every block that is no entry.

    Text is joined. Where `loose`, it is without blanks, and a broken block is text: it reaches to the
    next block, so it grows into the place of an entry that goes.
    """
    others = [
        (b.kind, document.data[b.start : b.end]) for b in document.blocks if b.kind != "entry"
    ]
    loosely = {"text", "broken"} if loose else {"text"}
    kept = [block for block in others if block[0] not in loosely]
    text = b"".join(data for kind, data in others if kind in loosely)
    return [*kept, ("text", _WHITE.sub(b"", text) if loose else text)]


def _bug(document: Document, what: str) -> BugError:
    return BugError(
        f"{what}; `{document.name}` was not written",
        hint="this is a bug in bib2awesome; please report it with the entry",
    )
