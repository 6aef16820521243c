"""Fields set by hand, for one paper or forty: from `field=value` to a plan's changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from bib2awesome.bib.dialect import TYPES
from bib2awesome.bib.latex import to_unicode
from bib2awesome.errors import Finding, InputError
from bib2awesome.nearest import did_you_mean
from bib2awesome.papers.changes import Change
from bib2awesome.papers.entry_text import value_of
from bib2awesome.papers.filters import category_paths
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.placing import NOT_LISTED
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.verify import field_problem

__all__ = ["assigned", "given", "removed", "respelled", "retyped", "sourced"]

_AROUND = "{} \t\r\n"
"""What may stand around an item of a list and is not part of it."""


def given(paper: Paper, name: str, tex: str, group: str | None = None) -> Change | None:
    """Return the change that gives a field this TeX source; None where it says so already.

    Raises:
        InputError: The value cannot be written into the file of the paper.
    """
    field = paper.entry.field(name)
    if field is not None and paper.document.value(paper.entry, name) == tex:
        return None
    like = "" if field is None or field.blank else field.source
    new = value_of(paper.document, name, tex, paper.entry, like)
    if field is not None and field.source == new:
        return None
    return replace(sourced(paper, name, new, group), new_text=to_unicode(tex))


def sourced(paper: Paper, name: str, source: str, group: str | None = None) -> Change:
    """Return the change that gives a field this source, delimiters (or a macro's name) and all."""
    field = paper.entry.field(name)
    return Change(
        key=paper.key,
        action="set" if field is None or field.blank else "replace",
        field=name.lower(),
        old=field.source if field else None,
        new=source,
        old_text=paper.text(name.lower()) or None,
        group=group,
    )


def respelled(
    paper: Paper, name: str, spell: Callable[[str], str | None], group: str | None = None
) -> Change | None:
    """Return the change that writes items of a field, which commas part, otherwise; None if none changes.

    Blanks and line ends around the items stay as they are, unless items go or come to be the same.

    Args:
        paper: The paper; a field that it inherits is not its own to change.
        name: The field.
        spell: Takes an item and gives its new spelling, None where it goes. Where all go, the field
            says `-`.
        group: Of the change.
    """
    field = paper.entry.field(name)
    if field is None:
        return None
    source = field.source
    plain = source[0] in '{"' and not set('{}"#\\') & set(source[1:-1])
    pieces = (source[1:-1] if plain else paper.tex(name.lower())).split(",")
    items = [piece.strip(_AROUND) for piece in pieces]
    new = [spell(item) if item else item for item in items]
    if new == items:
        return None
    if plain and None not in new and len(set(new)) == len(set(items)):
        written = (
            piece.replace(item, now or "", 1) if now != item else piece
            for piece, item, now in zip(pieces, items, new, strict=True)
        )
        inside = ",".join(written)
        change = sourced(paper, name, source[0] + inside + source[-1], group)
        return replace(change, new_text=inside)
    kept = [item for item in dict.fromkeys(new) if item and item != NOT_LISTED]
    return given(paper, name, ", ".join(kept) or NOT_LISTED, group)


def removed(paper: Paper, name: str, group: str | None = None) -> Change | None:
    """Return the change that removes a field; None where it is not there."""
    field = paper.entry.field(name)
    if field is None:
        return None
    return Change(key=paper.key, action="remove", field=name.lower(), old=field.source, group=group)


def retyped(papers: Iterable[Paper], type_: str) -> list[Change]:
    """Return the changes that make papers entries of this type.

    Raises:
        InputError: Neither BibTeX nor biblatex knows the type.
    """
    new = type_.lower()
    if new not in TYPES:
        raise InputError(f"unknown entry type `{type_}`", hint=did_you_mean(new, TYPES))
    return [
        Change(key=paper.key, action="set-type", old=paper.type, new=new)
        for paper in papers
        if paper.type != new
    ]


def assigned(
    survey: Survey, papers: Iterable[Paper], values: Mapping[str, str], unset: Iterable[str] = ()
) -> list[Change]:
    """Return the changes that set and remove fields; categories are written as full paths.

    Args:
        survey: The survey of the papers.
        papers: The papers to change.
        values: TeX source by field name.
        unset: Names of fields to remove.

    Raises:
        InputError: What cannot be the name of a field, unknown categories, values that cannot be
            written; each once.
    """
    unset = tuple(unset)
    problems = _wrong_names([*values, *unset])
    try:
        values = _with_paths(survey, values)
    except InputError as error:
        problems += error.findings
    changes: list[Change | None] = []
    for paper in papers:
        for name, tex in values.items():
            try:
                changes.append(given(paper, name, tex))
            except InputError as error:
                named = (one._replace(message=f"`{name}`: {one.message}") for one in error.findings)
                problems += (one for one in named if one not in problems)
        changes += [removed(paper, name) for name in unset]
    if problems:
        raise InputError(problems)
    return [change for change in changes if change is not None]


def _wrong_names(names: Sequence[str]) -> list[Finding]:
    wrong = (field_problem(name) for name in dict.fromkeys(names))
    return [Finding.error(one) for one in wrong if one is not None]


def _with_paths(survey: Survey, values: Mapping[str, str]) -> dict[str, str]:
    """Return values with categories as full paths; raises InputError with the unknown ones."""
    field = survey.config.survey.category_field.lower()
    return {
        name: _paths(survey, value) if name.lower() == field and survey.has_categories else value
        for name, value in values.items()
    }


def _paths(survey: Survey, value: str) -> str:
    found = category_paths(survey, [one for one in value.split(",") if one.strip()])
    if NOT_LISTED in found and len(set(found)) > 1:
        raise InputError(
            f"`{value}` is in the list and not in the list",
            hint=f"`{NOT_LISTED}` stands alone: cited, not listed",
        )
    return ", ".join(dict.fromkeys(found))
