"""Two descriptions of one work become one: what is taken, what stays, and what is given up.

`merge` makes one entry of two of the survey, `import FILE.bib` of one of the survey and one that comes
along; both by these rules. Every value that is given up is a conflict of the plan, to be read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.entry import fold
from bib2awesome.bib.latex import to_unicode
from bib2awesome.bib.names import family_name, parse_names
from bib2awesome.errors import InputError
from bib2awesome.papers.changes import Change, Conflict
from bib2awesome.papers.dates import written_date
from bib2awesome.papers.doi import doi
from bib2awesome.papers.entry_text import on_one_line, value_of
from bib2awesome.papers.fields import OF_VENUE
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.venues import find_venue

__all__ = ["NAMING", "Merged", "Version", "agree", "is_preprint", "version_of"]

_SAME_FIELD = (
    ("journal", "journaltitle"),
    ("address", "location"),
    ("school", "institution"),
    ("annote", "annotation"),
    ("archiveprefix", "eprinttype"),
    ("primaryclass", "eprintclass"),
    ("year", "date"),
    ("month", "date"),
)
"""Fields of which the two dialects name one fact differently."""
NAMING = ("crossref", "xdata", "related", "entryset", "xref")
"""Fields that hold keys of other entries."""
_VENUES = frozenset({"booktitle", "journal", "journaltitle"})
_LINKS = 1000


class Version(NamedTuple):
    """One description of a work.

    Attributes:
        type: The entry's type.
        values: TeX source by field name.
        preprint: Whether it describes a preprint, or something published; None where it does not say.
        document: The file that `entry` stands in, so that values keep their macros; None elsewhere.
        entry: The entry.
    """

    type: str
    values: Mapping[str, str]
    preprint: bool | None
    document: Document | None = None
    entry: Entry | None = None


def version_of(paper: Paper) -> Version:
    """Return what an entry says by itself, without what it inherits."""
    values = paper.document.own_values(paper.entry)
    return Version(paper.type, dict(values), is_preprint(paper), paper.document, paper.entry)


def is_preprint(paper: Paper) -> bool | None:
    """Return whether an entry describes a preprint or a publication; None where it names no venue."""
    return paper.is_preprint if paper.venue_short else None


def agree(name: str, one: str, other: str) -> bool:
    """Whether two values of a field say the same: names, dates, DOIs and venues as such, else the letters."""
    if name in {"author", "editor"}:
        return _families(one) == _families(other)
    if name in {"year", "date", "month"}:
        return _date(name, one) == _date(name, other)
    if name in _VENUES:
        here, there = find_venue(one), find_venue(other)
        if here is not None and there is not None:
            return here[:2] == there[:2]
    if name == "doi":
        return doi(one) == doi(other)
    return _letters(one) == _letters(other)


def _families(value: str) -> list[str]:
    return [_letters(family_name(name)) for name in parse_names(value)]


def _date(name: str, value: str) -> int | None:
    return written_date({name: value})[1 if name == "month" else 0]


def _letters(value: str) -> str:
    text = re.sub(r"^https?://(?:www\.)?|/$", "", to_unicode(value).strip())
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _items(value: str) -> list[str]:
    return [one.strip() for one in value.split(",") if one.strip()]


class Merged:
    """What the kept entry is going to say.

    Args:
        survey: The survey.
        paper: The entry that stays.
        upgrade: Whether a published version's type and venue replace a preprint's.
        overwrite: Fields of which the other's value is taken where both have one; may be set anew.
    """

    def __init__(
        self,
        survey: Survey,
        paper: Paper,
        *,
        upgrade: bool = True,
        overwrite: Collection[str] = (),
    ) -> None:
        self.paper = paper
        self.category_field = survey.config.survey.category_field.lower()
        self.upgrade = upgrade
        self.overwrite = overwrite
        self.type = paper.type
        self.preprint = is_preprint(paper)
        self.sources: dict[str, str | None] = {}
        self.conflicts: list[Conflict] = []
        self.values = dict(paper.document.own_values(paper.entry))

    def take(self, other: Version) -> None:
        """Take what another description of the work says."""
        if self.preprint and other.preprint is False and self.upgrade:
            self._move(other)
        if self.preprint is None and other.preprint is not None:
            self.preprint = other.preprint
            self.type = other.type if self.type == "misc" else self.type
        foreign = other.preprint is not None and self.preprint != other.preprint
        for name, value in other.values.items():
            mine = self._mine(name)
            if name == self.category_field:
                self._unite(value)
            elif name == "ids":
                self.keep_usable(value.split(","))
            elif name in NAMING and fold(self.paper.key) in map(fold, _items(value)):
                continue  # it names the entry that it becomes
            elif mine is None and foreign and name in OF_VENUE and name != "url":
                self._given_up(name, None, value, "another version of the work")
            elif mine is None or self._is_to_go(name, mine, value):
                self._put(name, value, other)
            elif not agree(name, mine, value):
                self._differ(name, mine, value, other)
        self._without_stand_in()

    def _is_to_go(self, name: str, mine: str, value: str) -> bool:
        """Whether a value is to be overwritten, and says something else than its blanks."""
        wanted = name in self.overwrite and name in self.values
        return wanted and on_one_line(name, mine) != on_one_line(name, value)

    def _without_stand_in(self) -> None:
        """Remove a `key` that was there for want of an author: the title's words, to sort by."""
        key, title = self.values.get("key", ""), self.values.get("title", "")
        if key and "author" in self.sources and _letters(title).startswith(_letters(key)):
            self.values.pop("key")
            self.sources["key"] = None

    def _mine(self, name: str) -> str | None:
        """Return what the kept entry says, or inherits, under this name or the other dialect's."""
        if name in self.values:
            return self.values[name] or None
        for pair in _SAME_FIELD:
            if name in pair:
                other = self.values.get(pair[pair[0] == name])
                if other and "month" not in pair:
                    return other
                if other and name == "month" and (month := written_date({"date": other})[1]):
                    return str(month)
        return None if name in self.sources else self.paper.values.get(name)

    def _move(self, other: Version) -> None:
        """Take type and venue of the published version; what named the preprint server goes."""
        self.type, self.preprint = other.type, False
        for name in sorted(OF_VENUE):
            mine, value = self.values.get(name), other.values.get(name)
            if value and value != mine:
                if mine:
                    self._given_up(name, mine, value, "the published version's is taken")
                self._put(name, value, other)
            elif mine and not value and name not in {"url", "month", "year", "date"}:
                self._given_up(name, mine, None, "it is the preprint's")
                self.values.pop(name)
                self.sources[name] = None

    def _unite(self, value: str) -> None:
        both = dict.fromkeys([*_items(self.values.get(self.category_field, "")), *_items(value)])
        listed = [one for one in both if one != "-"]
        self._put(self.category_field, ", ".join(listed or both), None)

    def keep_usable(self, keys: Iterable[str]) -> None:
        """Add keys to those that biblatex takes for the entry's own (`ids`)."""
        have = _items(self.values.get("ids", ""))
        both = dict.fromkeys([*have, *(key.strip() for key in keys if key.strip())])
        if len(both) > len(have):
            self._put("ids", ", ".join(both), None)

    def _differ(self, name: str, mine: str, value: str, other: Version) -> None:
        if name == "code" or name.startswith("link-"):
            stem = "link-code" if name == "code" else name
            free = (f"{stem}-{number}" for number in range(2, _LINKS))
            taken = [one for key, one in self.values.items() if key.startswith((stem, name))]
            if not any(agree("url", value, one) for one in taken):
                self._put(next(one for one in free if one not in self.values), value, other, name)
        else:
            self._given_up(name, mine, value, f"`{self.paper.key}`'s is kept")

    def _given_up(self, name: str, have: str | None, found: str | None, reason: str) -> None:
        conflict = Conflict(key=self.paper.key, field=name, have=have, found=found, reason=reason)
        if conflict not in self.conflicts:
            self.conflicts.append(conflict)

    def _put(self, name: str, value: str, other: Version | None, named: str = "") -> None:
        """Give the entry a value: of the same file as it stands there, else as the file writes such."""
        paper = self.paper
        field = other.entry.field(named or name) if other and other.entry else None
        if field is not None and other and other.document is paper.document:
            source = field.source
        else:
            own = paper.entry.field(name)
            like = "" if own is None or own.blank else own.source
            try:
                tex = on_one_line(name, value)
                source = value_of(paper.document, name, tex, paper.entry, like)
            except InputError as error:
                self._given_up(name, self.values.get(name), value, error.findings[0].message)
                return
        self.values[name] = value
        self.sources[name] = source

    def changes(self, group: str | None = None) -> list[Change]:
        """Return the changes that make the kept entry say all that."""
        paper = self.paper
        found = []
        if self.type != paper.type:
            found.append(
                Change(key=paper.key, action="set-type", old=paper.type, new=self.type, group=group)
            )
        for name, source in self.sources.items():
            field = paper.entry.field(name)
            old = field.source if field else None
            if source == old:
                continue
            action = "remove" if source is None else "replace"
            if source is not None and (field is None or field.blank):
                action = "set"
            text = paper.text(name) or None
            new_text = None if source is None else to_unicode(self.values[name])
            found.append(
                Change(
                    key=paper.key,
                    action=action,
                    field=name,
                    old=old,
                    new=source,
                    old_text=text,
                    new_text=new_text,
                    group=group,
                )
            )
        return found
