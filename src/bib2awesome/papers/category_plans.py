"""Categories added, renamed, moved, merged and removed: categories.toml and every paper in one plan.

A paper's reference is written as a full path where its category has another path afterwards, or where
what is written would mean another category or several; otherwise it stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bib2awesome import config as configuration
from bib2awesome.errors import InputError
from bib2awesome.papers.assignments import respelled
from bib2awesome.papers.category_references import Moved, keys_of, reference_after
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.filters import category_paths
from bib2awesome.papers.placing import NOT_LISTED
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.taxonomy import (
    Category,
    Taxonomy,
)
from bib2awesome.papers.toml_changes import TomlChange
from bib2awesome.papers.toml_edits import edit_toml
from bib2awesome.papers.toml_tree import parsed, value_at

__all__ = ["add", "merge", "move", "papers_of", "remove", "rename"]

GROUP = "category"


def _categories(survey: Survey, *references: str) -> list[Category]:
    """Return categories by path or tail; raises InputError with all that are none."""
    paths = category_paths(survey, references)
    if NOT_LISTED in paths:
        raise InputError("`-` is no category; it says that a paper is not in the list")
    return [survey.taxonomy[path] for path in paths]


def _beside(
    survey: Survey,
    parent: Category | None,
    before: str | None,
    after: str | None,
    moved: Category | None = None,
) -> tuple[str | None, str | None]:
    """Return the ids of the siblings that a category is to stand before and behind, of which one is None.

    Args:
        survey: The survey.
        parent: The category above; None is the top.
        before: A sibling by its id or path, or None.
        after: Another one.
        moved: The category itself where it is there already.

    Raises:
        InputError: Both are named, or the one that is named is no sibling.
    """
    if before is not None and after is not None:
        raise InputError("`--before` and `--after` exclude each other")
    reference = after if before is None else before
    if reference is None:
        return None, None
    siblings = [
        one for one in (parent.children if parent else survey.taxonomy.roots) if one != moved
    ]
    for one in siblings:
        if reference in {one.id, one.path}:
            return (one.id, None) if after is None else (None, one.id)
    raise InputError(
        f"no category `{reference}` there",
        hint="known are " + ", ".join(f"`{one.id}`" for one in siblings) if siblings else None,
    )


def add(
    survey: Survey,
    path: str,
    *,
    title: str | None = None,
    intro: str | None = None,
    before: str | None = None,
    after: str | None = None,
) -> Plan:
    """Return the plan that adds a category.

    Args:
        survey: The survey.
        path: Its path; the category above it may be named by a tail of its own.
        title: The heading; made from the id by default.
        intro: Markdown under the heading.
        before: A category beside it, by id or path, that it is to stand before.
        after: One that it is to stand behind; without either it is the last.

    Raises:
        InputError: It is there already, the category above is not, or both sides are named.
    """
    above, _, id_ = path.strip("/").rpartition("/")
    parent = _categories(survey, above)[0] if above else None
    full = f"{parent.path}/{id_}" if parent else id_
    _refuse_id(id_)
    _refuse_taken(survey, full)
    options = {"title": title or id_.replace("-", " ").title()} | (
        {"intro": intro} if intro else {}
    )
    before, after = _beside(survey, parent, before, after)
    change = TomlChange(
        action="add", path=keys_of(full), new=options, before=before, after=after, group=GROUP
    )
    return _plan(survey, "category add", [change], {})


def _refuse_id(id_: str) -> None:
    wrong = configuration.id_problem(id_)
    if wrong is not None:
        elsewhere = "`category move` puts a category below another one"
        raise InputError(wrong, hint=elsewhere if "/" in id_ else configuration.ID_HINT)


def _refuse_taken(survey: Survey, path: str) -> None:
    if any(category.path == path for category in survey.taxonomy.walk()):
        raise InputError(f"there is a category `{path}` already")


def rename(survey: Survey, reference: str, id_: str, *, title: str | None = None) -> Plan:
    """Return the plan that gives a category another id (and title), where it stands.

    Raises:
        InputError: There is no such category, or the new name is taken.
    """
    (category,) = _categories(survey, reference)
    _refuse_id(id_)
    new = f"{category.parent.path}/{id_}" if category.parent else id_
    changes = []
    if new != category.path:
        _refuse_taken(survey, new)
        changes.append(
            TomlChange(action="move", path=keys_of(category.path), new=keys_of(new), group=GROUP)
        )
    if title is not None and title != category.title:
        old = _written_title(survey, category)
        changes.append(
            TomlChange(action="set", path=(*keys_of(new), "title"), old=old, new=title, group=GROUP)
        )
    return _plan(survey, "category rename", changes, _moved(category, new))


def _written_title(survey: Survey, category: Category) -> str | None:
    settings = survey.config.categories
    found = None
    for id_ in category.path.split("/"):
        found = next(one for one in settings if one.id == id_)
        settings = found.children
    return found.title if found else None


def _moved(category: Category, new: str) -> dict[str, str]:
    return {one.path: new + one.path[len(category.path) :] for one in category.walk()}


def move(
    survey: Survey,
    reference: str,
    parent: str,
    *,
    before: str | None = None,
    after: str | None = None,
) -> Plan:
    """Return the plan that puts a category, with all below it, below another one.

    Args:
        survey: The survey.
        reference: The category, by its path or a tail of it.
        parent: The other one; `/` is the top.
        before: As of `add`.
        after: As of `add`.

    Raises:
        InputError: One of them is unknown, the place is taken or inside of the category itself.
    """
    category, *found = _categories(survey, reference, *([] if parent == "/" else [parent]))
    above = found[0] if found else None
    if above in list(category.walk()):
        raise InputError(f"`{category.path}` cannot be moved into itself")
    new = f"{above.path}/{category.id}" if above else category.id
    before, after = _beside(survey, above, before, after, category)
    if new != category.path:
        _refuse_taken(survey, new)
    elif before is None and after is None:
        return _plan(survey, "category move", [], {})
    change = TomlChange(
        action="move",
        path=keys_of(category.path),
        new=keys_of(new),
        before=before,
        after=after,
        group=GROUP,
    )
    return _plan(survey, "category move", [change], _moved(category, new))


def merge(survey: Survey, reference: str, into: str) -> Plan:
    """Return the plan that gives a category's papers and the categories below it to another one.

    Raises:
        InputError: One of them is unknown, or both have a category of one name below them.
    """
    category, target = _categories(survey, reference, into)
    if target in list(category.walk()):
        raise InputError(f"`{category.path}` cannot be merged into itself")
    changes = []
    paths: dict[str, str] = {category.path: target.path}
    for child in category.children:
        new = f"{target.path}/{child.id}"
        if child is not target:
            _refuse_taken(survey, new)
            changes.append(
                TomlChange(action="move", path=keys_of(child.path), new=keys_of(new), group=GROUP)
            )
            paths |= _moved(child, new)
    changes.append(_removal(survey, category, changes))
    return _plan(survey, "category merge", changes, paths)


def papers_of(survey: Survey, reference: str) -> int:
    """Return how many papers a category and those below it have; raises InputError if it is unknown."""
    (category,) = _categories(survey, reference)
    return survey.count(category)


def remove(survey: Survey, reference: str, to: str | None = None) -> Plan:
    """Return the plan that removes a category and those below it.

    Args:
        survey: The survey.
        reference: The category.
        to: The category that its papers go to, `-` for none; needed where it has papers.

    Raises:
        InputError: It is unknown or has papers and nobody says where they go.
    """
    path, *found = category_paths(survey, [reference, *([to] if to else [])])
    (category,) = _categories(survey, path)
    papers = survey.count(category)
    if papers and to is None:
        raise InputError(
            f"`{category.path}` has {'1 paper' if papers == 1 else f'{papers} papers'}",
            hint="`--to PATH` says where they go, `--to -` takes them out of the list",
        )
    target = found[0] if found else NOT_LISTED
    if target in {one.path for one in category.walk()}:
        raise InputError(f"`{target}` is removed too")
    paths: dict[str, str] = {one.path: target for one in category.walk()}
    return _plan(survey, "category remove", [_removal(survey, category, ())], paths)


def _removal(survey: Survey, category: Category, before: Sequence[TomlChange]) -> TomlChange:
    """Return the change that removes a table as it stands after the changes before it."""
    data, _ = edit_toml(survey.config_data or b"", before)
    path = keys_of(category.path)
    old = value_at(parsed(data.decode("utf-8-sig")), path)
    return TomlChange(action="remove", path=path, old=old, group=GROUP)


def _plan(
    survey: Survey,
    command: str,
    taxonomy: Sequence[TomlChange],
    paths: Mapping[str, str],
) -> Plan:
    """Return the plan with the papers and tables that have to follow; `paths` is old to new."""
    data, _ = edit_toml(survey.config_data or b"", taxonomy)
    after = Taxonomy(configuration.loads(data, name="categories.toml"))

    def spell(written: str) -> str | None:
        new = reference_after(written, survey.taxonomy, lambda old: paths.get(old, old), after)
        return None if new == NOT_LISTED != written else new

    field = survey.config.survey.category_field
    papers = (respelled(paper, field, spell, GROUP) for paper in survey.papers)
    return Plan(
        command=command,
        changes=tuple(change for change in papers if change is not None),
        taxonomy=(*taxonomy, *_in_tables(survey, spell)),
    )


def _in_tables(survey: Survey, spell: Moved) -> Iterator[TomlChange]:
    """Yield what becomes of `[tables]`; one of which no category is left would hold all, and stays."""
    for name, table in survey.config.tables.items():
        old = list(table.categories)
        new = [one for one in dict.fromkeys(map(spell, old)) if one is not None]
        if new != old and (new or table.keys):
            path = ("tables", name, "categories")
            yield TomlChange(action="set", path=path, old=old, new=new, group=GROUP)
