"""The category tree: add, rename, move, merge, remove, list."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bib2awesome.cli.examples import example
from bib2awesome.cli.writing import Writing, settle, writes
from bib2awesome.errors import InputError

if TYPE_CHECKING:
    from bib2awesome.cli.session import Session
    from bib2awesome.papers.survey import Survey

__all__ = ["command"]


@click.group(
    epilog=example(
        "bib2awesome category list",
        "bib2awesome category add sampling/consistency --title 'Consistency Models'",
        "bib2awesome category move quantization system --diff",
    )
)
def command() -> None:
    """Change the category tree and the papers in it.

    categories.toml and survey.bib change in one step. A category is named by its path or an unambiguous tail of it. Comments, order and layout of
    categories.toml stay. Regions of README.md that name a category follow it.
    """


_before = click.option("--before", metavar="ID", help="Put it before this category.")
_after = click.option("--after", metavar="ID", help="Put it behind this category.")


def _survey(session: Session, *, new: bool = False) -> Survey:
    """Return the survey; `new` is whether categories.toml may still be made."""
    survey = session.survey(bib_alone=False)
    if not survey.has_categories and not new:
        raise InputError("there is no categories.toml", hint="`bib2awesome init` writes one")
    return survey


@command.command(
    "add",
    epilog=example("bib2awesome category add sampling/consistency --title 'Consistency Models'"),
)
@click.argument("path")
@click.option("--title", help="The heading.  [default: from the id]")
@click.option("--intro", help="Markdown under the heading.")
@_before
@_after
@writes("category add")
def add(
    session: Session,
    path: str,
    *,
    title: str | None,
    intro: str | None,
    before: str | None,
    after: str | None,
    writing: Writing,
) -> int:
    """Add the category PATH, as the last one below the one above it."""
    from bib2awesome.papers import category_plans  # noqa: PLC0415 - start-up

    survey = _survey(session, new=True)
    plan = category_plans.add(survey, path, title=title, intro=intro, before=before, after=after)
    return settle(session, survey, plan, writing)


@command.command(
    "rename", epilog=example("bib2awesome category rename sampling samplers --title Samplers")
)
@click.argument("path")
@click.argument("id_", metavar="NEW")
@click.option("--title", help="The new heading.")
@writes("category rename")
def rename(session: Session, path: str, id_: str, *, title: str | None, writing: Writing) -> int:
    """Give the category PATH the id NEW, where it stands."""
    from bib2awesome.papers import category_plans  # noqa: PLC0415 - start-up

    survey = _survey(session)
    return settle(session, survey, category_plans.rename(survey, path, id_, title=title), writing)


@command.command("move", epilog=example("bib2awesome category move quantization system --diff"))
@click.argument("path")
@click.argument("parent")
@_before
@_after
@writes("category move")
def move(
    session: Session,
    path: str,
    parent: str,
    *,
    before: str | None,
    after: str | None,
    writing: Writing,
) -> int:
    """Put the category PATH, with all below it, below PARENT.

    PARENT can be `/`, the top.
    """
    from bib2awesome.papers import category_plans  # noqa: PLC0415 - start-up

    survey = _survey(session)
    plan = category_plans.move(survey, path, parent, before=before, after=after)
    return settle(session, survey, plan, writing)


@command.command("merge", epilog=example("bib2awesome category merge pruning compression --diff"))
@click.argument("path")
@click.argument("into")
@writes("category merge")
def merge(session: Session, path: str, into: str, *, writing: Writing) -> int:
    """Give the papers of PATH, and the categories below it, to INTO."""
    from bib2awesome.papers import category_plans  # noqa: PLC0415 - start-up

    survey = _survey(session)
    return settle(session, survey, category_plans.merge(survey, path, into), writing)


@command.command("remove", epilog=example("bib2awesome category remove pruning --to compression"))
@click.argument("path")
@click.option("--to", metavar="PATH", help="Where its papers go; `-` is out of the list.")
@writes("category remove")
def remove(session: Session, path: str, *, to: str | None, writing: Writing) -> int:
    """Remove the category PATH and those below it.

    Where it has papers, --to says where they go; on a terminal you are asked.
    """
    from bib2awesome.papers import category_plans  # noqa: PLC0415 - start-up

    survey = _survey(session)
    if to is None and sys.stdin.isatty() and session.answer is None:
        papers = category_plans.papers_of(survey, path)
        if papers:
            count = "1 paper" if papers == 1 else f"{papers} papers"
            what = f"`{path}` has {count}; where to? PATH, or - for out of the list"
            to = click.prompt(what, err=True)
    return settle(session, survey, category_plans.remove(survey, path, to), writing)


@command.command("list", epilog=example("bib2awesome category list"))
@click.option("--json", "as_json", is_flag=True, help="Print the tree as a JSON object.")
@click.pass_obj
def tree(session: Session, *, as_json: bool) -> int:
    """Print the tree with the number of papers of each category.

    Papers of the categories below one count, too, each once.
    """
    if as_json:
        session.answer_with("category list", categories=[])
    survey = _survey(session)
    if session.answer is not None:
        session.answer["categories"] = [
            {
                "path": one.path,
                "title": one.title,
                "own": len(survey.listed(one)),
                "total": survey.count(one),
            }
            for one in survey.taxonomy.walk()
        ]
        session.report.json(session.answer)
        return 0
    rows = [
        ("  " * one.depth + one.id, one.title, str(survey.count(one)))
        for one in survey.taxonomy.walk()
    ]
    session.report.table(("category", "title", "papers"), rows)
    return 0
