"""Write what a survey renders to: README.md, latex/, CITATION.cff and the other targets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import click

from bib2awesome.cli.examples import example
from bib2awesome.cli.exit_codes import FINDINGS, worst
from bib2awesome.errors import (
    Bib2AwesomeError,
    Finding,
    InputError,
    Place,
    Severity,
    visible,
)

if TYPE_CHECKING:
    from bib2awesome.cli.session import Session
    from bib2awesome.papers.survey import Survey
    from bib2awesome.render.base import Output

__all__ = ["command"]

_UNCHANGED, _WRITTEN, _WOULD_CHANGE, _REFUSED = "unchanged", "written", "would-change", "refused"

_NO_CATEGORIES = Finding(
    "L006",
    "no-categories",
    Severity.HINT,
    "there is no categories.toml, so the list has no categories and no papers",
    hint="`bib2awesome init` writes one",
)


class _Wanted(NamedTuple):
    """What the command line says of single targets, before categories.toml."""

    cited: tuple[str, ...]
    strict: bool
    style: str | None


class _Outcome(NamedTuple):
    """What became of one output; `error` is why the file system would not take it."""

    output: Output
    status: str
    error: Bib2AwesomeError | None = None

    @property
    def reason(self) -> str | None:
        return str(self.error) if self.error else self.output.refused


def _complete_target(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[str]:
    from bib2awesome import plugins  # noqa: PLC0415 - only a shell that completes asks

    del context, parameter
    return [name for name in plugins.load("targets") if name.startswith(incomplete)]


@click.command(
    epilog=example(
        "bib2awesome render",
        "bib2awesome render latex --cited main.tex",
        "bib2awesome render bbl --style plain.bst",
        "bib2awesome render --diff",
    )
)
@click.argument("targets", metavar="[TARGET]...", nargs=-1, shell_complete=_complete_target)
@click.option(
    "--cited",
    metavar="MAIN.tex",
    multiple=True,
    help="Only what this document cites, with the files it reads, in the bibliographies (repeatable).",
)
@click.option("--strict", is_flag=True, help="A character that pdfLaTeX cannot print is an error.")
@click.option("--style", metavar="NAME.bst", help="The style of the target bbl.  [default: plain]")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if something would change.")
@click.option("--diff", is_flag=True, help="As --check, and print the changes as a unified diff.")
@click.option("--json", "as_json", is_flag=True, help="Print what was done as a JSON object.")
@click.option("--force", is_flag=True, help="Replace what was edited by hand, too.")
@click.pass_obj
def command(
    session: Session,
    targets: tuple[str, ...],
    *,
    cited: tuple[str, ...],
    strict: bool,
    style: str | None,
    check: bool,
    diff: bool,
    as_json: bool,
    force: bool,
) -> int:
    """Write README.md, latex/ and CITATION.cff from the survey.

    Without TARGET, the targets of [render] in categories.toml are rendered: readme, latex and
    citation unless it says otherwise. Only the regions between markers change in a README; a region
    or file that was edited by hand is left alone, its diff is shown, and the exit code is 1.

    Asked for by name, latex writes every file of latex/; without TARGET it writes references.bib and
    renews those of the others that are there.
    """
    if as_json:
        session.answer_with("render", outputs=[])
    wanted = _Wanted(cited, strict, style)
    survey, outputs = _rendered(session, targets, wanted, force=force)
    findings = _findings(survey, outputs)
    dry = check or diff
    outcomes = [_settle(survey, output, write=not dry) for output in outputs if _is_file(output)]
    session.report.findings(findings)
    _tell(session, outcomes, diff=diff and not as_json)
    if session.answer is not None:
        session.answer["outputs"] = [_as_json(outcome, diff=diff) for outcome in outcomes]
        failed = [one for outcome in outcomes if outcome.error for one in outcome.error.findings]
        session.answer["findings"] = [finding.as_json() for finding in [*findings, *failed]]
        session.report.json(session.answer)
    return _exit_code(findings, outcomes)


def _rendered(
    session: Session, targets: Sequence[str], wanted: _Wanted, *, force: bool
) -> tuple[Survey, list[Output]]:
    from bib2awesome.render.base import render  # noqa: PLC0415 - start-up

    survey = session.survey(bib_alone=False, tell=False)
    if wanted.strict:
        survey.config = survey.config.changed("latex", strict=True)
    if wanted.style:
        survey.config = survey.config.changed("bbl", style=_style(wanted.style))
    if wanted.cited:
        survey.config = survey.config.changed("latex", keys=_cited(session, wanted.cited))
    return survey, render(survey, tuple(dict.fromkeys(targets)), force=force)


def _style(style: str) -> str:
    from bib2awesome.paths import relative_problem  # noqa: PLC0415 - start-up

    wrong = relative_problem(style)
    if wrong:
        raise InputError(f"the style `{style}` {wrong}")
    return style


def _cited(session: Session, documents: Sequence[str]) -> frozenset[str]:
    r"""Return the keys that documents, named from the folder of `-C`, cite; `*` for `\nocite{*}`."""
    from bib2awesome import files  # noqa: PLC0415 - start-up
    from bib2awesome.render.manuscripts import cited_keys  # noqa: PLC0415 - start-up

    def present(path: str) -> bytes | None:
        place = session.folder / path
        return files.read(place, path) if place.is_file() else None

    places = [Place(document) for document in documents]
    return cited_keys([document.replace("\\", "/") for document in documents], places, present)


def _findings(survey: Survey, outputs: Iterable[Output]) -> list[Finding]:
    """Return every finding once, those of the survey first; that nothing is cited, from one output."""
    found = dict.fromkeys(survey.findings)
    if not survey.has_categories:
        found[_NO_CATEGORIES] = None
    for output in outputs:
        found |= dict.fromkeys(output.findings)
    uncited = [finding for finding in found if finding.name == "no-citation"]
    return [finding for finding in found if finding not in uncited[:-1]]


def _is_file(output: Output) -> bool:
    """Whether there is a file or should be one: a target that has nothing to say says b""."""
    return bool(output.data or output.present)


def _settle(survey: Survey, output: Output, *, write: bool) -> _Outcome:
    """Write one output where that is wanted and allowed, and say what became of it."""
    if output.refused:
        return _Outcome(output, _REFUSED)
    if not output.changes:
        return _Outcome(output, _UNCHANGED)
    if not write:
        return _Outcome(output, _WOULD_CHANGE)
    from bib2awesome import files  # noqa: PLC0415 - an unchanged survey writes nothing

    try:
        files.write(
            files.inside(survey.folder, output.path),
            output.data,
            expected=output.present,
            name=output.path,
        )
    except Bib2AwesomeError as error:  # the other files are still worth writing
        return _Outcome(output, _REFUSED, error)
    return _Outcome(output, _WRITTEN)


def _tell(session: Session, outcomes: Sequence[_Outcome], *, diff: bool) -> None:
    report = session.report
    for outcome in outcomes:
        path = outcome.output.path
        if outcome.error:
            report.findings(outcome.error.findings)
        elif outcome.status == _REFUSED:
            report.diff(_diff(outcome.output), to_stderr=True)
        elif outcome.status == _UNCHANGED:
            report.detail(f"unchanged {path}")
        elif diff:
            report.diff(_diff(outcome.output))
        else:
            report.talk(f"{'wrote' if outcome.status == _WRITTEN else 'would change'} {path}")
    report.talk(_summary([outcome.status for outcome in outcomes]))


def _summary(statuses: Sequence[str]) -> str:
    counted = [
        f"{statuses.count(status)} {words}"
        for status, words in (
            (_WRITTEN, "written"),
            (_WOULD_CHANGE, "would change"),
            (_REFUSED, "refused"),
            (_UNCHANGED, "unchanged"),
        )
        if status in statuses
    ]
    return f"render: {', '.join(counted) or 'nothing to write'}"


def _diff(output: Output) -> str:
    from bib2awesome.cli.diff import unified  # noqa: PLC0415 - start-up

    return unified(output.path, output.present, output.data)


def _as_json(outcome: _Outcome, *, diff: bool) -> dict[str, str | None]:
    answer = {
        "path": outcome.output.path,
        "status": outcome.status,
        "reason": visible(outcome.reason) if outcome.reason else None,
    }
    if diff:
        answer["diff"] = _diff(outcome.output) if outcome.output.changes else ""
    return answer


def _exit_code(findings: Iterable[Finding], outcomes: Sequence[_Outcome]) -> int:
    codes = [outcome.error.exit_code for outcome in outcomes if outcome.error]
    if any(finding.severity is Severity.ERROR for finding in findings):
        codes.append(FINDINGS)
    if any(outcome.status in {_WOULD_CHANGE, _REFUSED} for outcome in outcomes):
        codes.append(FINDINGS)
    return worst(codes)
