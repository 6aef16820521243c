"""The options of `import` that are for .bib files: what comes along, where it goes, which keys hold."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from bib2awesome.cli.citing import recited_files

if TYPE_CHECKING:
    from bib2awesome.cli.session import Session
    from bib2awesome.files import New
    from bib2awesome.importers.bibtex import Wanted
    from bib2awesome.papers.changes import Plan

__all__ = ["Joining", "joins"]

Command = Callable[..., int]

_OPTIONS: tuple[Callable[[Command], Command], ...] = (
    click.option(
        "--category",
        "categories",
        multiple=True,
        metavar="PATH",
        help="Of .bib files: where new entries go that name no category; `-` is cited, not listed (repeatable).",
    ),
    click.option(
        "--groups", is_flag=True, help="Of .bib files: take groups and keywords for categories."
    ),
    click.option(
        "--group",
        "named",
        multiple=True,
        metavar="NAME=PATH",
        help="Of .bib files: take this group or keyword for that category (repeatable).",
    ),
    click.option(
        "--private", is_flag=True, help="Of .bib files: keep the reference manager's own fields."
    ),
    click.option(
        "--drop",
        multiple=True,
        metavar="FIELD",
        help="Of .bib files: leave this field out (repeatable).",
    ),
    click.option(
        "--overwrite",
        multiple=True,
        metavar="FIELD",
        help="Of .bib files: where both have this field, take theirs (repeatable).",
    ),
    click.option(
        "--upgrade",
        is_flag=True,
        help="Of .bib files: give known preprints the venue of the published version.",
    ),
    click.option(
        "--incoming-keys",
        "keys",
        is_flag=True,
        help="Of .bib files: give known papers the incoming keys.",
    ),
    click.option(
        "--ids",
        is_flag=True,
        help="With --incoming-keys: keep old keys usable, in the field `ids`; biblatex files always do.",
    ),
    click.option(
        "--tex",
        multiple=True,
        metavar="GLOB",
        help="Of .bib files: follow keys into \\cite and its like in these files (repeatable).",
    ),
)


class Joining(NamedTuple):
    """What the options say; empty where none was given."""

    given: Mapping[str, Any]
    tex: tuple[str, ...]

    @property
    def options(self) -> str:
        """The options that were given, as the subject of a sentence."""
        names = [*self.given, *(["tex"] if self.tex else [])]
        listed = ", ".join(f"`--{_OPTION.get(name, name)}`" for name in names)
        return f"{listed} {'is' if len(names) == 1 else 'are'}"

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """The argument that the importer of .bib files takes; none where nothing was said."""
        if not self.given:
            return ()
        from bib2awesome.importers.bibtex import Wanted  # noqa: PLC0415 - start-up

        return (Wanted(**self.given),)

    def recited(self, session: Session, plan: Plan) -> list[New]:
        """Return the .tex files that follow: from incoming keys to the survey's, or (`--incoming-keys`) back."""
        if self.given.get("keys"):
            names = {one.key: str(one.new) for one in plan.changes if one.action == "set-key"}
            return recited_files(session, self.tex, names) if names else []
        keys = plan.more.get("keys", {})
        names = {theirs: ours for theirs, ours in keys.items() if theirs != ours}
        return recited_files(session, self.tex, names) if names and self.tex else []


_OPTION = {"categories": "category", "named": "group", "keys": "incoming-keys"}


def joins(function: Command) -> Command:
    """Give a command these options; it gets what they say as `joining`."""

    @functools.wraps(function)
    def run(
        *args: Any,
        categories: tuple[str, ...],
        groups: bool,
        named: tuple[str, ...],
        private: bool,
        drop: tuple[str, ...],
        overwrite: tuple[str, ...],
        upgrade: bool,
        keys: bool,
        ids: bool,
        tex: tuple[str, ...],
        **more: Any,
    ) -> int:
        given = {
            "categories": categories,
            "groups": groups,
            "named": dict(map(_named, named)),
            "private": private,
            "drop": drop,
            "overwrite": tuple(name.lower() for name in overwrite),
            "upgrade": upgrade,
            "keys": keys,
            "ids": ids,
        }
        joining = Joining({name: value for name, value in given.items() if value}, tex)
        return function(*args, joining=joining, **more)

    command: Command = run
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _named(word: str) -> tuple[str, str]:
    name, mark, path = word.rpartition("=")
    if not (mark and name.strip() and path.strip()):
        raise click.UsageError(f"`--group {word}` is no `NAME=PATH`")
    return name.strip(), path.strip()
