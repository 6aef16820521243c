"""Regions of README.md and its like follow when a plan moves a category or changes a key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from bib2awesome.errors import Finding, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from bib2awesome.config import Config
    from bib2awesome.files import New
    from bib2awesome.papers.changes import Change
    from bib2awesome.papers.survey import Survey
    from bib2awesome.papers.writing import Edited

__all__ = ["Following", "following"]


class Following(NamedTuple):
    """The markdown files that change, and the markers that a person has to see to."""

    files: tuple[New, ...] = ()
    findings: tuple[Finding, ...] = ()


def following(survey: Survey, edited: Edited, taken: Iterable[Path] = ()) -> Following:
    """Return the markdown files of a survey with the categories and keys that an edited plan leaves.

    Args:
        survey: The survey as it was read.
        edited: What is about to be written.
        taken: Files that are written anyway, and are left to whoever does.

    Raises:
        InputError: One of them cannot be read, or lies outside of the survey's folder.
    """
    keys = _keys(edited.plan.changes)
    if edited.config is None and not keys:
        return Following()
    from bib2awesome import config as configuration  # noqa: PLC0415 - start-up
    from bib2awesome import files  # noqa: PLC0415 - start-up
    from bib2awesome.bib.entry import fold  # noqa: PLC0415 - start-up
    from bib2awesome.papers.category_references import moved_by, reference_after  # noqa: PLC0415 - start-up
    from bib2awesome.papers.taxonomy import Taxonomy  # noqa: PLC0415 - start-up
    from bib2awesome.render.following import followed  # noqa: PLC0415 - start-up

    data = edited.config if edited.config is not None else survey.config_data
    config = configuration.loads(data or b"", name=survey.config_path.name)
    after = Taxonomy(config)
    moved = moved_by(one for one in edited.plan.taxonomy if one.status == "written")

    def category(text: str) -> str | None:
        return reference_after(text, survey.taxonomy, moved, after)

    spell = {"category": category, "from": lambda key: keys.get(fold(key), key)}
    skipped = {path.resolve() for path in taken}
    news: list[New] = []
    findings = list(_tables(config, category))
    for name in survey.markdown_files:
        path = survey.folder / name
        old = None if path.resolve() in skipped else files.present(path, name)
        if old is None or b"bib2awesome:begin" not in old:
            continue
        done = followed(old, name, spell)
        findings += done.findings
        if done.data != old:
            news.append(files.New(files.inside(survey.folder, name), done.data, old, name))
    return Following(tuple(news), tuple(findings))


def _keys(changes: Iterable[Change]) -> dict[str, str | None]:
    """Return by the old key, in lower case, the new one; None for an entry that goes."""
    from bib2awesome.bib.entry import fold  # noqa: PLC0415 - start-up

    written = [change for change in changes if change.status == "written"]
    keys = {fold(one.key): one.new for one in written if one.action == "set-key"}
    return keys | {fold(one.key): None for one in written if one.action == "remove-entry"}


def _tables(config: Config, spell: Callable[[str], str | None]) -> Iterator[Finding]:
    """Yield the tables of categories.toml that name a category which is gone."""
    for name, table in config.tables.items():
        for index, one in enumerate(table.categories):
            if spell(one) is None:
                yield Finding(
                    "",
                    "category-gone",
                    Severity.WARNING,
                    f"`[tables.{name}]` names `{one}`, which is gone",
                    config.place("tables", name, "categories", index),
                    hint="name another category there, or remove the table",
                )
