"""The .tex files of `--tex`: keys that change are followed into them, or the mapping is printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from bib2awesome.errors import Finding, InputError

if TYPE_CHECKING:
    from bib2awesome.cli.session import Session
    from bib2awesome.files import New

__all__ = ["follows_tex", "recited_files", "tex_names"]

Command = Callable[..., int]


def follows_tex(command: Command) -> Command:
    """Give a command the options `--tex` (as `tex`) and `--ids`."""
    tex = click.option(
        "--tex",
        multiple=True,
        metavar="GLOB",
        help="Follow the key into \\cite and its like in these files; `**` is any folder (repeatable).",
    )
    ids = click.option(
        "--ids", is_flag=True, help="Keep the old key usable with biblatex, in the field `ids`."
    )
    return tex(ids(command))


def _tex_files(session: Session, patterns: Sequence[str]) -> list[tuple[str, bytes]]:
    """Return name and bytes of the files that the patterns name, sorted.

    Raises:
        InputError: A pattern that no file fits, or a file that cannot be read; all at once.
    """
    from bib2awesome import files  # noqa: PLC0415 - start-up

    found: dict[str, bytes] = {}
    problems: list[Finding] = []
    for name in tex_names(session, patterns):
        try:
            found[name] = files.read(session.folder / name, name)
        except InputError as error:
            problems += error.findings
    if problems:
        raise InputError(problems)
    return list(found.items())


def tex_names(session: Session, patterns: Sequence[str]) -> list[str]:
    """Return the files that the patterns name, sorted.

    Raises:
        InputError: Patterns that no file fits.
    """
    import glob  # noqa: PLC0415 - start-up

    found: set[str] = set()
    problems: list[Finding] = []
    for pattern in patterns:
        names = glob.glob(pattern, root_dir=session.folder, recursive=True)  # noqa: PTH207
        kept = {name.replace("\\", "/") for name in names if (session.folder / name).is_file()}
        if not kept:
            problems.append(Finding.error(f"no file fits `{pattern}`"))
        found |= kept
    if problems:
        raise InputError(problems)
    return sorted(found)


def recited_files(session: Session, patterns: Sequence[str], names: Mapping[str, str]) -> list[New]:
    """Return the .tex files with the keys replaced (`names` is old to new); says what else to do."""
    from bib2awesome.files import New  # noqa: PLC0415 - start-up
    from bib2awesome.papers.tex_citations import recited  # noqa: PLC0415 - start-up

    if not patterns:
        for old, new in names.items():
            session.report.talk(f"where the text cites `{old}`, write `{new}`; `--tex` does it")
        return []
    news = [
        New(session.folder / name, recited(data, names), data, name)
        for name, data in _tex_files(session, patterns)
    ]
    changed = [new for new in news if new.data != new.expected]
    for file in changed:
        session.report.talk(f"cites the old key: {file.name}")
    return changed
