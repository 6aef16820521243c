"""Existing lists and files join the survey."""  # noqa: N999 - the command's name

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from bib2awesome.cli.examples import example
from bib2awesome.cli.joining import Joining, joins
from bib2awesome.cli.writing import Writing, settle, writes
from bib2awesome.errors import Finding, InputError, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bib2awesome.cli.session import Session
    from bib2awesome.files import New
    from bib2awesome.importers.base import Input
    from bib2awesome.papers.changes import Plan
    from bib2awesome.papers.survey import Survey

__all__ = ["command"]


@click.command(
    epilog=example(
        "bib2awesome import README.md --diff",
        "bib2awesome import README.md --adopt",
        "bib2awesome import zotero.bib --groups",
    )
)
@click.argument("names", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--adopt", is_flag=True, help="Of a list: make its items regions that `render` gives back."
)
@click.option(
    "--mend-comments", is_flag=True, help="With --adopt: end a comment that never closes."
)
@joins
@writes("import")
def command(
    session: Session,
    *,
    names: tuple[str, ...],
    adopt: bool,
    mend_comments: bool,
    joining: Joining,
    writing: Writing,
) -> int:
    """Take over an existing awesome list, or another .bib file.

    A list in Markdown becomes entries of survey.bib and categories of categories.toml; both are made
    where they do not exist. Papers that are known already gain categories and links. Every item is
    imported or named with its line; importing the same list twice changes nothing. With --adopt the
    list itself becomes one with regions in its own style, so that `render` gives it back.

    Of a .bib file, known papers gain what they lack under the key that is cited here; new ones keep
    their key unless it is taken. What differs is listed.
    """
    from bib2awesome import files  # noqa: PLC0415 - start-up
    from bib2awesome.importers.base import Input  # noqa: PLC0415 - start-up

    importer = _importer(names)
    inputs = [Input(name, files.read(session.folder / name, name)) for name in names]
    survey = _survey(session)
    if any(joining) and ".bib" not in importer.suffixes:
        raise click.UsageError(f"{joining.options} for .bib files")
    if adopt or mend_comments:
        if not adopt:
            raise click.UsageError("`--mend-comments` goes with `--adopt`")
        return _adopt(session, survey, inputs, importer.suffixes, writing, mend=mend_comments)
    plan: Plan = importer.plan(survey, inputs, *joining.wanted)
    also = [*joining.recited(session, plan), *_renewed(session, survey, plan, inputs)]
    return settle(session, survey, plan, writing, findings=_findings(plan, names), also=also)


def _renewed(
    session: Session, survey: Survey, plan: Plan, inputs: Sequence[Input]
) -> Sequence[New]:
    """Return the survey's own README rendered anew, where all that was edited in it is in the plan."""
    [one] = inputs if len(inputs) == 1 else [None]
    path = survey.folder / "README.md"
    if one is None or not path.is_file() or not path.samefile(session.folder / one.name):
        return ()
    from bib2awesome.files import New  # noqa: PLC0415 - start-up
    from bib2awesome.importers.rendered.planning import is_rendered, renewed  # noqa: PLC0415 - start-up

    if not is_rendered(one.data, one.name):
        return ()
    data = renewed(survey, plan, one.data, one.name)
    return () if data in {None, one.data} else (New(path, data or b"", one.data, one.name),)


def _adopt(
    session: Session,
    survey: Survey,
    inputs: Sequence[Input],
    suffixes: Sequence[str],
    writing: Writing,
    *,
    mend: bool,
) -> int:
    """Adopt one list."""
    from bib2awesome.files import New  # noqa: PLC0415 - start-up
    from bib2awesome.importers.adoption.adopting import adopt, path_in  # noqa: PLC0415 - start-up

    if len(inputs) > 1 or ".md" not in suffixes:
        raise click.UsageError("`--adopt` takes one list in Markdown")
    if writing.plan is not None:
        raise click.UsageError(
            "a plan does not hold the list: `--adopt` and `--plan` exclude each other"
        )
    [one] = inputs
    path = session.folder / one.name
    adopted = adopt(survey, one, path_in(survey.folder, path), mend=mend)
    also = [New(path, adopted.data, one.data, one.name)] if adopted.data != one.data else []
    findings = _findings(adopted.plan, [one.name])
    return settle(session, survey, adopted.plan, writing, findings=findings, also=also)


def _importer(names: Sequence[str]) -> Any:
    """Return the one importer that reads files with these names.

    Raises:
        InputError: No importer does, or the files are of different kinds.
    """
    from bib2awesome import plugins  # noqa: PLC0415 - start-up

    registry = plugins.load("importers")
    found: dict[str, Any] = {}
    for name in names:
        kinds = (one for one in registry.ours_first() if _reads(registry[one], name))
        kind = next(kinds, None)
        if kind is None:
            ends = ", ".join(f"`{end}`" for one in registry for end in registry[one].suffixes)
            hint = f"files that can be imported end in {ends}"
            if name.lower().endswith(".csv"):
                hint = "`bib2awesome set --csv` takes back a table of `list`"
            raise InputError(f"nothing here reads `{name}`", hint=hint)
        found[kind] = registry[kind]
    if len(found) > 1:
        raise InputError("files of different kinds", hint="import them one after the other")
    return next(iter(found.values()))


def _reads(importer: Any, name: str) -> bool:
    return name.lower().endswith(importer.suffixes)


def _survey(session: Session) -> Survey:
    """Return the survey here or above, or a new one in this folder."""
    from bib2awesome import files  # noqa: PLC0415 - start-up
    from bib2awesome.papers.survey import Survey  # noqa: PLC0415 - start-up

    if session.bib or session.config:
        return session.survey(new=True)
    try:
        folder = files.find_survey(session.folder)
    except InputError:
        folder = session.folder
    return session.tell(Survey.open(folder, new=True))


def _findings(plan: Plan, names: Sequence[str]) -> list[Finding]:
    """Return what was not understood as warnings, and notes as hints."""

    def place(one: Mapping[str, Any]) -> Place | None:
        file = one.get("file") or (names[0] if len(names) == 1 else None)
        return Place(file, one["line"]) if file else None

    found = [
        Finding(
            "",
            "not-understood",
            Severity.WARNING,
            f"not understood, {one['reason']}: `{' '.join(one['text'].split())[:80]}`",
            place(one),
        )
        for one in plan.more.get("not_understood", ())
    ]
    found += [
        Finding(
            "",
            one["kind"],
            Severity.WARNING if one["kind"] == "ambiguous" else Severity.HINT,
            one["text"],
            place(one),
        )
        for one in plan.more.get("notes", ())
    ]
    return sorted(
        found, key=lambda one: (one.place.file, one.place.line or 0) if one.place else ("", 0)
    )
