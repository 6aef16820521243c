"""Start a survey: the files of an author who has none yet."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import click

from bib2awesome.cli.examples import example
from bib2awesome.errors import InputError, Place, RefusedError, visible

if TYPE_CHECKING:
    from pathlib import Path

    from bib2awesome.cli.session import Session

__all__ = ["command"]


@click.command(
    epilog=example(
        "bib2awesome init",
        "bib2awesome init my-survey",
        "bib2awesome init my-survey --latex",
        'bib2awesome init my-survey --title "Awesome Papers on My Subject"',
    )
)
@click.argument("folder", metavar="[DIR]", default=".")
@click.option("--title", metavar="TEXT", help="Title of the survey.  [default: from the folder]")
@click.option("--latex", is_flag=True, help="Add example/main.tex, a document that uses latex/.")
@click.pass_obj
def command(session: Session, folder: str, *, title: str | None, latex: bool) -> int:
    """Start a new survey in DIR, by default the current folder.

    Writes survey.bib with three papers as examples, categories.toml, a README.md with regions, a
    workflow for GitHub and .gitattributes. A file that is already there is kept and named.
    """
    from bib2awesome.cli.starter import starter_files  # noqa: PLC0415 - start-up

    target = session.folder / folder
    report = session.report
    kept = []
    for path, text in starter_files(target, title, latex=latex):
        if _written(target, path, text, _shown(folder, path)):
            report.talk(f"wrote {_shown(folder, path)}")
        else:
            kept.append((path, text))
            report.talk(f"kept {_shown(folder, path)}, which was there already")
    examples = {"survey.bib", "categories.toml"}.isdisjoint(path for path, _ in kept)
    for path, text in kept:
        _advise(session, target / path, path, text, examples=examples)
    shown = visible(folder)
    if not re.fullmatch(r"[\w./\\:~+@-]+", shown):
        quote = "'" if '"' in shown else '"'
        shown = f"{quote}{shown}{quote}"
    option = "" if folder == "." else f" -C {shown}"
    report.talk(f"init: done; next: `bib2awesome{option} render`")
    if latex:
        report.talk(f"then `bib2awesome{option} render latex`, and compile example/main.tex")
    return 0


def _written(target: Path, path: str, text: str, name: str) -> bool:
    """Write a file that is not there yet, and say whether it was."""
    from bib2awesome import files  # noqa: PLC0415 - start-up

    if os.path.lexists(target / path):
        return False
    try:
        place = files.inside(target, path)
    except InputError as error:
        raise InputError([one._replace(place=Place(name)) for one in error.findings]) from error
    try:
        return files.write(place, text.encode(), expected=None, name=name)
    except RefusedError:  # somebody else wrote it a moment ago
        return False


def _shown(folder: str, path: str) -> str:
    if folder == ".":
        return path
    shown = folder.replace("\\", "/").rstrip("/")
    return f"{shown}/{path}"


def _advise(session: Session, place: Path, path: str, text: str, *, examples: bool) -> None:
    """Say what a kept file lacks for the survey to work with it; `examples` is whether all papers are such."""
    from bib2awesome import files  # noqa: PLC0415 - start-up

    if not place.is_file():  # a link that leads nowhere, a folder
        return
    present = files.read(place, path)
    if path == "README.md" and b"bib2awesome:begin" not in present:
        session.report.talk(
            "to have the list in the README.md that is there, put these two lines where it belongs:\n"
            "  <!-- bib2awesome:begin papers -->\n"
            "  <!-- bib2awesome:end papers -->"
        )
        if examples:
            session.report.talk(
                "if it is a list of papers already, remove survey.bib and categories.toml with their examples; "
                "`bib2awesome import README.md --adopt` makes them of the list"
            )
    elif path == ".gitattributes":
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        missing = [line for line in lines if line.encode() not in present]
        if missing:
            session.report.talk(
                "please add to the .gitattributes that is there:\n  " + "\n  ".join(missing)
            )
