"""A citation key changed, everywhere it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from bib2awesome.cli.citing import follows_tex, recited_files
from bib2awesome.cli.examples import example
from bib2awesome.cli.writing import Writing, settle, writes

if TYPE_CHECKING:
    from bib2awesome.cli.session import Session

__all__ = ["command"]


@click.command(
    epilog=example(
        "bib2awesome rename-key ho2020ddpm ho2020denoising",
        "bib2awesome rename-key ho2020ddpm ho2020denoising --tex 'paper/**/*.tex'",
    )
)
@click.argument("old")
@click.argument("new")
@follows_tex
@writes("rename-key")
def command(
    session: Session, old: str, new: str, *, tex: tuple[str, ...], ids: bool, writing: Writing
) -> int:
    r"""Give the entry OLD the key NEW.

    The key changes in survey.bib, in the entries that refer to it, in categories.toml, and in the
    \cite-like commands of the files of --tex; comments and verbatim text stay as they are. All files
    are written, or none.
    """
    from bib2awesome.papers.renaming import rename  # noqa: PLC0415 - start-up

    survey = session.survey()
    plan = rename(survey, old, new, ids=ids)
    names = {one.key: new for one in plan.changes if one.action == "set-key"}
    also = recited_files(session, tex, names) if names else []
    return settle(session, survey, plan, writing, also=also)
