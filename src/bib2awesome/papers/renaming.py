"""Keys that change, and entries that become one: the changes of a plan, with all that names the keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bib2awesome.bib.entry import fold
from bib2awesome.errors import Finding, InputError, Severity
from bib2awesome.papers.assignments import given, removed, respelled
from bib2awesome.papers.changes import Change, Plan
from bib2awesome.papers.merging import NAMING, Merged, version_of
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.survey_findings import no_entry
from bib2awesome.papers.toml_changes import TomlChange
from bib2awesome.papers.verify import key_problem

__all__ = ["merge", "rename", "renamed"]

RENAME, MERGE = "rename-key", "merge"


def known(survey: Survey, keys: Sequence[str]) -> list[Paper]:
    """Return the papers of keys; raises InputError with every unknown or shared one, and the nearest."""
    papers = [survey.paper(key) for key in keys]
    entries = (entry for one in survey.documents for entry in one.entries if not entry.commented)
    count = Counter(fold(entry.key) for entry in entries)
    problems = [
        no_entry(key, survey) for key, paper in zip(keys, papers, strict=True) if paper is None
    ]
    problems += [
        Finding(
            "",
            "duplicate-key",
            Severity.ERROR,
            f"several entries have the key `{paper.key}`",
            paper.document.place(*paper.entry.key_span),
            hint="give one of them another key in the file",
        )
        for paper in papers
        if paper is not None and count[fold(paper.key)] > 1
    ]
    if problems:
        raise InputError(problems)
    return [paper for paper in papers if paper is not None]


def rename(survey: Survey, old: str, new: str, *, ids: bool = False) -> Plan:
    """Return the plan that gives an entry another key, in everything of the survey that names it.

    Args:
        survey: The survey.
        old: The key.
        new: Its new form.
        ids: Whether the old key stays usable through biblatex's `ids`.

    Raises:
        InputError: There is no such entry, or the new key is none or taken.
    """
    (paper,) = known(survey, [old])
    wrong = key_problem(paper.document, new)
    if wrong is not None:
        raise InputError(wrong, hint="use ASCII letters, digits and `:./+-_`")
    taken = survey.paper(new)
    if taken is not None and taken is not paper:
        raise InputError(
            f"the key `{taken.key}` is taken",
            hint=f"`merge {taken.key} {paper.key}` makes them one",
        )
    changes, taxonomy = renamed(survey, {paper.key: new}, ids=ids)
    return Plan(command=RENAME, changes=tuple(changes), taxonomy=tuple(taxonomy))


def renamed(
    survey: Survey, names: Mapping[str, str], *, ids: bool = False
) -> tuple[list[Change], list[TomlChange]]:
    """Return the changes of entries and of categories.toml that give entries other keys.

    Args:
        survey: The survey.
        names: Old to new keys; the old ones are entries', the new ones are free.
        ids: Whether the old keys stay usable through biblatex's `ids`.
    """
    changes: list[Change] = []
    for paper in known(survey, list(names)):
        new = names[paper.key]
        if new != paper.key:
            changes.append(
                Change(key=paper.key, action="set-key", old=paper.key, new=new, group=RENAME)
            )
            changes += _with_ids(paper, [paper.key]) if ids else []
    changes += _naming(survey, names, RENAME)
    return changes, list(_in_config(survey, names, RENAME))


def _with_ids(paper: Paper, keys: Iterable[str]) -> list[Change]:
    ids = [one.strip() for one in paper.tex("ids").split(",") if one.strip()]
    change = given(paper, "ids", ", ".join(dict.fromkeys([*ids, *keys])), RENAME)
    return [] if change is None else [change]


def _naming(survey: Survey, names: Mapping[str, str], group: str) -> Iterator[Change]:
    """Yield the changes of what names the old keys; of an entry that would name itself the name goes."""
    folded = {fold(old): new for old, new in names.items()}
    for paper in survey.papers:
        if paper.key in names and group == MERGE:
            continue
        for name in NAMING:
            value = paper.document.value(paper.entry, name) or ""
            items = [one.strip() for one in value.split(",") if one.strip()]
            if group == MERGE and any(folded.get(fold(one)) == paper.key for one in items):
                left = [one for one in items if fold(one) not in folded]
                change = given(paper, name, ", ".join(left), group) if left else None
                change = change or removed(paper, name, group)
            else:
                change = respelled(paper, name, lambda key: folded.get(fold(key), key), group)
            if change is not None:
                yield change


def _in_config(survey: Survey, names: Mapping[str, str], group: str) -> Iterator[TomlChange]:
    lists: dict[tuple[str, ...], tuple[str, ...]] = {("survey", "cite"): survey.config.survey.cite}
    lists |= {("tables", name, "keys"): one.keys for name, one in survey.config.tables.items()}
    folded = {fold(old): new for old, new in names.items()}
    for path, keys in lists.items():
        new = list(dict.fromkeys(folded.get(fold(key), key) for key in keys))
        if new != list(keys):
            yield TomlChange(action="set", path=path, old=list(keys), new=new, group=group)


def merge(survey: Survey, keep: str, drop: Sequence[str], *, ids: bool = False) -> Plan:
    """Return the plan that makes one entry of several.

    What the kept one lacks comes from the others, categories and links are united, and where only the
    other is published its venue replaces the preprint's; the eprint stays. Every value that is given up
    is a conflict of the plan, to be read.

    Args:
        survey: The survey.
        keep: The key that stays.
        drop: The keys of the entries that go.
        ids: Whether these stay usable through biblatex's `ids`.

    Raises:
        InputError: A key is unknown, or named twice.
    """
    papers = known(survey, [keep, *drop])
    if len(set(papers)) < len(papers):
        raise InputError("an entry cannot be merged with itself")
    paper, others = papers[0], papers[1:]
    merged = Merged(survey, paper)
    for other in others:
        merged.take(version_of(other))
    names = {other.key: paper.key for other in others}
    if ids:
        merged.keep_usable(names)
    changes = merged.changes(MERGE)
    changes += _naming(survey, names, MERGE)
    changes += [
        Change(
            key=other.key,
            action="remove-entry",
            old=other.document.text(other.entry.start, other.entry.end),
            group=MERGE,
            after=_before(other),
        )
        for other in others
    ]
    return Plan(
        command=MERGE,
        changes=tuple(changes),
        taxonomy=tuple(_in_config(survey, names, MERGE)),
        conflicts=tuple(merged.conflicts),
        more={"merged_into": paper.key},
    )


def _before(paper: Paper) -> str | None:
    """Return the key of the entry that a paper stands behind, for a plan the other way around."""
    index = paper.entry.index
    return paper.document.entries[index - 1].key if index else None
