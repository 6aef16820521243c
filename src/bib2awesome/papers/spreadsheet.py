"""Entries as a table for a spreadsheet, and what comes back from one.

A cell is one line of TeX. What a spreadsheet would take for a formula gets an apostrophe in front of it
(https://owasp.org/www-community/attacks/CSV_Injection), which is taken away again. Coming back, commas,
semicolons and tabs part columns, and the file may be as Excel saves it: with a byte order mark, in
UTF-16, with `sep=;` as its first line.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bib2awesome.errors import Finding, InputError, Place, Severity, not_utf8, visible
from bib2awesome.nearest import did_you_mean
from bib2awesome.papers.assignments import assigned, retyped
from bib2awesome.papers.changes import Change
from bib2awesome.papers.filters import known_fields
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.survey_findings import no_entry

__all__ = ["changes_of", "raw", "table_of", "unknown_columns"]

_FORMULA = re.compile(r"'*[=+@\t\r-].")
_SEPARATORS = ",;\t"
_SEPARATOR_LINE = re.compile(r"\ufeff?sep=(.)\r?\n", re.IGNORECASE)
_DERIVED = "tag"


def raw(paper: Paper, name: str) -> str:
    """Return a column of a paper: `type`, `tag` (venue and year), or a field in TeX on one line."""
    if name == _DERIVED:
        return paper.tag
    return paper.type if name == "type" else " ".join(paper.tex(name).split())


def table_of(papers: Iterable[Paper], names: Sequence[str]) -> str:
    """Return the papers as CSV with a column `key`, then these."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["key", *names])
    for paper in papers:
        writer.writerow([_cell(paper.key), *(_cell(raw(paper, name)) for name in names)])
    return out.getvalue()


def _cell(text: str) -> str:
    text = visible(text)
    return f"'{text}" if _FORMULA.match(text) else text


def _text(cell: str) -> str:
    text = " ".join(cell.split())
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def changes_of(survey: Survey, data: bytes, name: str) -> list[Change]:
    """Return the changes that a table brings back: a column `key`, and one for each field, in TeX.

    An empty cell leaves the field as it is, and so does one that says what `table_of` said. Rows may
    come in any order; `tag` is derived and not read.

    Args:
        survey: The survey.
        data: The file.
        name: How messages name it.

    Raises:
        InputError: It cannot be read, has no column `key` or one twice, names an unknown key, category
            or type, says two things of one field, has a row with more cells than columns, or a value
            that cannot be written; with the lines, all at once.
    """
    rows = _rows(data, name)
    head, columns = next(rows, (1, []))
    columns = [column.strip().lower() for column in columns]
    reader = _Reader(survey, name, columns)
    reader.head(head)
    if not reader.problems:
        for line, cells in rows:
            reader.row(line, cells)
    if reader.problems:
        raise InputError(reader.problems)
    return reader.changes


def unknown_columns(survey: Survey, changes: Iterable[Change], name: str) -> list[Finding]:
    """Return hints for fields that nothing in the survey has or names yet: perhaps misspelt columns."""
    known = known_fields(survey)
    new = dict.fromkeys(one.field for one in changes if one.field and one.field not in known)
    return [
        Finding(
            "",
            "new-field",
            Severity.HINT,
            f"no entry had a field `{one}` before",
            Place(name, 1),
            hint=did_you_mean(one, known),
        )
        for one in new
    ]


def _rows(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the line on which each row that says something ends, and its cells."""
    text = _decoded(data, name)
    skipped = 0
    separator = _SEPARATOR_LINE.match(text)
    if separator is not None:
        text, skipped = text[separator.end() :], 1
    head = re.sub(r'"[^"]*"', "", text.partition("\n")[0])
    part = separator[1] if separator else max(_SEPARATORS, key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=part, strict=True)
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                yield rows.line_num + skipped, row
    except csv.Error as error:
        place = Place(name, rows.line_num + skipped)
        raise InputError(f"not CSV: {error}", place=place) from None


def _decoded(data: bytes, name: str) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise not_utf8(error, name, "the table", "save it as `CSV UTF-8`") from None


class _Reader:
    """Takes rows, and collects changes and problems."""

    def __init__(self, survey: Survey, name: str, columns: Sequence[str]) -> None:
        self._survey = survey
        self._name = name
        self._columns = columns
        self._said: dict[tuple[str, str], tuple[str, int]] = {}
        self.changes: list[Change] = []
        self.problems: list[Finding] = []

    def _problem(self, line: int, what: str, hint: str | None = None) -> None:
        place = Place(self._name, line)
        self.problems.append(Finding.error(what, place, hint=hint))

    def head(self, line: int) -> None:
        """Check the columns."""
        if "key" not in self._columns:
            self._problem(line, "the table has no column `key`", "the first line names the columns")
        twice = {one for one in self._columns if one and self._columns.count(one) > 1}
        for column in sorted(twice):
            self._problem(line, f"the column `{column}` is there twice")

    def row(self, line: int, cells: Sequence[str]) -> None:
        """Take one row."""
        if any(cell.strip() for cell in cells[len(self._columns) :]):
            self._problem(
                line, "more cells than columns", "a value with the separator needs quotes"
            )
            return
        values = {
            column: _text(cell)
            for column, cell in zip(self._columns, cells, strict=False)
            if cell.strip()
        }
        key = values.pop("key", "")
        paper = self._survey.paper(key)
        if paper is None:
            self.problems.append(
                no_entry(key, self._survey)._replace(place=Place(self._name, line))
            )
            return
        values = {
            column: text
            for column, text in values.items()
            if column not in {"", _DERIVED} and self._is_new(line, paper, column, text)
        }
        self._assign(line, paper, values)

    def _is_new(self, line: int, paper: Paper, column: str, text: str) -> bool:
        """Whether a cell says what neither the entry nor an earlier row says."""
        before = self._said.setdefault((paper.key, column), (text, line))
        if before[0] != text:
            self._problem(
                line, f"`{column}` of `{paper.key}` is something else in line {before[1]}"
            )
        if before != (text, line):
            return False
        return text != _text(_cell(raw(paper, column)))

    def _assign(self, line: int, paper: Paper, values: Mapping[str, str]) -> None:
        fields = {name: text for name, text in values.items() if name != "type"}
        try:
            if "type" in values:
                self.changes += retyped([paper], values["type"])
            self.changes += assigned(self._survey, [paper], fields)
        except InputError as error:
            place = Place(self._name, line)
            self.problems += [one._replace(place=place) for one in error.findings]
