"""Fields set by hand, for one paper or forty: from `field=value` and a venue to a plan's changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bib2awesome.errors import Finding, InputError, Place, Severity
from bib2awesome.nearest import did_you_mean
from bib2awesome.papers.changes import Change
from bib2awesome.papers.filters import category_paths
from bib2awesome.papers.new_entry import tex_of, value_of, venue_fields
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.venues import find_venue

__all__ = ["assigned", "at_venue", "from_csv", "given", "with_paths"]

VENUE = "venue"
"""The group of the changes that move an entry to another venue."""
_VENUE_FIELDS = ("booktitle", "journal", "journaltitle", "howpublished", "series")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def given(paper: Paper, name: str, tex: str, group: str | None = None) -> Change | None:
    """Return the change that gives a field this TeX source; None where it says so already.

    Raises:
        InputError: The value cannot be written into the file of the paper.
    """
    new = value_of(paper.document, name, tex)
    field = paper.entry.field(name)
    if field is not None and field.source == new:
        return None
    if field is not None and paper.document.value(paper.entry, name) == tex:
        return None
    return Change(
        key=paper.key,
        action="set" if field is None or field.blank else "replace",
        field=name.lower(),
        old=field.source if field else None,
        new=new,
        old_text=paper.text(name.lower()) or None,
        group=group,
    )


def _removed(paper: Paper, name: str, group: str | None = None) -> Change | None:
    field = paper.entry.field(name)
    if field is None:
        return None
    return Change(key=paper.key, action="remove", field=name.lower(), old=field.source, group=group)


def assigned(
    survey: Survey, papers: Iterable[Paper], values: Mapping[str, str], unset: Iterable[str]
) -> list[Change]:
    """Return the changes that set and remove fields; categories are written as full paths.

    Args:
        survey: The survey of the papers.
        papers: The papers to change.
        values: TeX source by field name.
        unset: Names of fields to remove.

    Raises:
        InputError: An unknown category, or a value that cannot be written.
    """
    values = with_paths(survey, values)
    unset = tuple(unset)
    changes: list[Change | None] = []
    for paper in papers:
        changes += [given(paper, name, tex) for name, tex in values.items()]
        changes += [_removed(paper, name) for name in unset]
    return [change for change in changes if change is not None]


def with_paths(survey: Survey, values: Mapping[str, str]) -> dict[str, str]:
    """Return values with categories as full paths; raises InputError with the unknown ones."""
    field = survey.config.survey.category_field.lower()
    return {
        name: ", ".join(category_paths(survey, [one for one in value.split(",") if one.strip()]))
        if name.lower() == field and survey.has_categories
        else value
        for name, value in values.items()
    }


def at_venue(papers: Iterable[Paper], venue: str) -> list[Change]:
    """Return the changes that move papers to a venue: type, booktitle or journal, year.

    What named another venue goes; eprint, identifiers and the author's fields stay. The year is the
    one that `venue` states, else each paper's own.
    """
    return [change for paper in papers for change in _moved(paper, venue)]


def _moved(paper: Paper, venue: str) -> Iterator[Change]:
    match = find_venue(venue)
    year = match.year if match and match.year else _year(venue) or paper.year
    type_, fields = venue_fields(venue, year)
    if type_ != paper.type:
        yield Change(key=paper.key, action="set-type", old=paper.type, new=type_, group=VENUE)
    wanted = [(name, tex_of(text)) for name, text in fields]
    if year:
        date = paper.entry.field("date")
        if date is None or paper.entry.field("year") is not None:
            wanted.append(("year", str(year)))
        elif not paper.tex("date").startswith(str(year)):
            wanted.append(("date", str(year)))
    names = [name for name, _ in wanted]
    gone = (_removed(paper, name, VENUE) for name in _VENUE_FIELDS if name not in names)
    made = (given(paper, name, tex, VENUE) for name, tex in wanted)
    yield from (change for change in (*gone, *made) if change is not None)


def from_csv(survey: Survey, text: str, name: str) -> list[Change]:
    """Return the changes that a table brings back: a column `key`, and one for each field, in TeX.

    An empty cell leaves the field as it is.

    Args:
        survey: The survey.
        text: The table, as `list --format csv` prints it; commas, semicolons or tabs.
        name: How messages name it.

    Raises:
        InputError: It has no column `key`, an unknown key or category, or a value that cannot be
            written; with the lines, all at once.
    """
    import csv  # noqa: PLC0415

    head = text.partition("\n")[0]
    separator = max(",;\t", key=head.count)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=separator)
    columns = [column.strip().lower() for column in next(rows, [])]
    if "key" not in columns:
        raise InputError("the table has no column `key`", place=Place(name, 1))
    known = [paper.key for paper in survey.papers]
    changes: list[Change] = []
    problems: list[Finding] = []
    for row in rows:
        cells = {c: v.strip() for c, v in zip(columns, row, strict=False) if v.strip()}
        key = cells.pop("key", "")
        paper = survey.paper(key)
        if paper is None and (key or cells):
            hint = did_you_mean(key, known)
            place = Place(name, rows.line_num)
            problems.append(Finding("", "", Severity.ERROR, f"no entry `{key}`", place, hint=hint))
        if paper is not None:
            values = {c: v for c, v in cells.items() if c not in {"", "tag", "type"}}
            try:
                changes += assigned(survey, [paper], values, ())
            except InputError as error:
                place = Place(name, rows.line_num)
                problems += [one._replace(place=place) for one in error.findings]
    if problems:
        raise InputError(problems)
    return changes


def _year(text: str) -> int | None:
    words = [int(word) for word in text.split() if word.isascii() and word.isdigit()]
    return next((word for word in reversed(words) if _FIRST_YEAR < word < _LAST_YEAR), None)
