"""Say what is wrong with a survey before a reader does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from bib2awesome.cli.examples import example
from bib2awesome.cli.exit_codes import FINDINGS, UNANSWERED, worst
from bib2awesome.errors import Finding, InputError, Place, Severity

if TYPE_CHECKING:
    from bib2awesome.check.base import Checked, Rule, Tex
    from bib2awesome.check.run import Found, Outcome
    from bib2awesome.cli.checking import Subject
    from bib2awesome.cli.session import Session
    from bib2awesome.config import Config
    from bib2awesome.papers.changes import Plan

__all__ = ["command"]

_TEXT, _JSON, _GITHUB, _SARIF = "text", "json", "github", "sarif"


class _Asked(NamedTuple):
    """What the options say."""

    files: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    tex: tuple[str, ...]
    since: str | None
    rooms: frozenset[str]
    kind: str
    fix: bool
    unsafe: bool
    dry: bool
    diff: bool
    plan: str | None


def _words(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    del context, parameter
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def _complete_rule(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[str]:
    from bib2awesome.check.selection import rules  # noqa: PLC0415 - only a shell that completes asks

    del context, parameter
    names = [name for rule in rules() for name in (rule.name, rule.code)]
    return [name for name in names if name.startswith(incomplete)]


@click.command(
    epilog=example(
        "bib2awesome check",
        "bib2awesome check --fix --diff",
        "bib2awesome check --tex paper/main.tex",
        "bib2awesome check --explain missing-field",
    )
)
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    callback=_words,
    shell_complete=_complete_rule,
    help="Run these rules only: codes, their beginnings, names or groups; `all`.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RULE",
    callback=_words,
    shell_complete=_complete_rule,
    help="Leave these rules out.",
)
@click.option("--fix", is_flag=True, help="Mend what can be mended without a guess.")
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="As --fix, and mend the rest, too.")
@click.option(
    "--check",
    "dry",
    is_flag=True,
    help="With --fix, write nothing; exit 1 if something would change.",
)
@click.option(
    "--diff", is_flag=True, help="Print what --fix would change as a unified diff; write nothing."
)
@click.option(
    "--plan", metavar="FILE", help="With --fix, write the plan to FILE and not the survey."
)
@click.option(
    "--format",
    "kind",
    type=click.Choice([_TEXT, _JSON, _GITHUB, _SARIF]),
    default=_TEXT,
    show_default=True,
    help="How the findings are printed.",
)
@click.option("--json", "as_json", is_flag=True, help="As --format json.")
@click.option("--online", is_flag=True, help="Also ask the bibliographic services.")
@click.option("--latex", is_flag=True, help="Also find what breaks LaTeX.")
@click.option(
    "--tex", multiple=True, metavar="FILE", help="Compare with what this LaTeX source cites."
)
@click.option(
    "--since", metavar="GIT-REF", help="Report only entries that changed since this revision."
)
@click.option("--list", "list_rules", is_flag=True, help="List the rules and exit.")
@click.option(
    "--explain",
    metavar="RULE",
    shell_complete=_complete_rule,
    help="Say what a rule is about and exit.",
)
@click.pass_obj
def command(
    session: Session,
    /,
    files: tuple[str, ...],
    *,
    kind: str,
    as_json: bool,
    online: bool,
    latex: bool,
    unsafe: bool,
    fix: bool,
    list_rules: bool,
    explain: str | None,
    **more: Any,
) -> int:
    """Find mistakes in survey.bib, in the list and in what refers to them.

    Without FILE the survey's files are checked; another .bib file is checked by itself. The rules are
    those on the files alone, unless --online or --latex ask for more. A comment directly above an
    entry excepts it: `% bib2awesome: ignore missing-code`. The exit code is 1 where there is an error or
    a warning.
    """
    kind = _JSON if as_json else kind
    if kind == _JSON:
        session.answer_with("check", unasked=[])
    if list_rules or explain:
        return _tell_rules(session, explain)
    rooms = frozenset({"offline", *(["online"] * online), *(["latex"] * latex)})
    fix = fix or unsafe or more["diff"] or more["plan"] is not None
    asked = _Asked(files=files, kind=kind, rooms=rooms, fix=fix, unsafe=unsafe, **more)
    return _Run(session, asked).code()


def _tell_rules(session: Session, explain: str | None) -> int:
    from bib2awesome.check.selection import find_rule, rules  # noqa: PLC0415 - start-up

    known = rules()
    if explain:
        rule = find_rule(explain, known)
        fix = f"\nfix: {rule.fix}" if rule.fix else ""
        session.report.data(
            f"{rule.code} {rule.name}\ngroup: {rule.group}\nseverity: {rule.severity}{fix}\n\n"
            f"{rule.explanation}\n"
        )
    elif session.answer is not None:
        session.answer["rules"] = [
            {
                "code": rule.code,
                "name": rule.name,
                "group": rule.group,
                "severity": rule.severity.value,
                "fix": rule.fix,
                "summary": rule.summary,
            }
            for rule in known
        ]
        session.report.json(session.answer)
    else:
        heading = ("code", "name", "group", "severity", "fix", "finds")
        rows = [
            (rule.code, rule.name, rule.group, rule.severity.value, rule.fix or "", rule.summary)
            for rule in known
        ]
        session.report.table(heading, rows)
    return 0


class _Run:
    """One run of the command."""

    def __init__(self, session: Session, asked: _Asked) -> None:
        from bib2awesome.check.selection import rules  # noqa: PLC0415 - start-up

        self._session = session
        self._asked = asked
        self._known = rules(asked.rooms)
        self._found: list[Finding] = []
        self._codes: set[int] = set()
        self._plans: list[Plan] = []
        self._ran: dict[str, Rule] = {}
        self._unasked: list[Any] = []
        self._entries = 0

    def code(self) -> int:
        """Check, tell, and return the exit code."""
        from bib2awesome.cli.checking import subjects, tex_sources  # noqa: PLC0415 - start-up

        asked = self._asked
        self._refuse([(name, None) for name in (*asked.select, *asked.ignore)])
        tex = tex_sources(self._session, asked.tex)
        folder = self._session.folder
        for subject in subjects(self._session, asked.files):
            self._one(subject, tex)
            folder = subject.survey.folder
        self._tell(folder)
        if any(finding.severity is not Severity.HINT for finding in self._found):
            self._codes.add(FINDINGS)
        if self._unasked:
            self._codes.add(UNANSWERED)
        return worst(self._codes)

    def _one(self, subject: Subject, tex: Sequence[Tex]) -> None:
        from bib2awesome.check.base import Checked  # noqa: PLC0415 - start-up
        from bib2awesome.check.run import run  # noqa: PLC0415 - start-up

        checked = Checked(subject.survey, tex=tex)
        rules, severities = self._selected(subject.survey.config)
        keep = self._keep(subject)
        outcome = run(checked, rules, severities=severities, keep=keep)
        if self._asked.fix:
            plan = self._mend(checked, rules, outcome, keep)
            if plan.written and not self._dry:
                again = subject._replace(survey=subject.reopen())
                checked = Checked(again.survey, tex=tex)
                keep = self._keep(again)
                outcome = run(checked, rules, severities=severities, keep=keep)
            self._plans.append(plan)
        self._ran |= {rule.code: rule for rule in rules}
        self._found += outcome.findings
        self._unasked += outcome.unasked
        self._entries += sum(len(document.entries) for document in checked.documents)

    @property
    def _dry(self) -> bool:
        return self._asked.dry or self._asked.diff or self._asked.plan is not None

    def _keep(self, subject: Subject) -> Callable[[Found], bool]:
        from bib2awesome.cli.checking import changed_since  # noqa: PLC0415 - start-up

        if self._asked.since is None:
            return subject.keeps
        changed = changed_since(subject.survey, self._asked.since)
        return lambda found: subject.keeps(found) and changed(found)

    def _refuse(self, named: Sequence[tuple[str, Place | None]]) -> None:
        """Raise InputError for names that are no rule's; those that do not run are looked up only then."""
        from bib2awesome.check.selection import rules, unknown  # noqa: PLC0415 - start-up

        if unknown(named, self._known) and (problems := unknown(named, rules())):
            raise InputError(problems)

    def _selected(self, config: Config) -> tuple[tuple[Rule, ...], Mapping[str, Severity]]:
        """Return the rules that run and their severities; raises InputError for names that are none."""
        from bib2awesome.check.selection import matches, select  # noqa: PLC0415 - start-up

        settings = config.check
        named = [
            *((name, config.place("check", "select", i)) for i, name in enumerate(settings.select)),
            *((name, config.place("check", "ignore", i)) for i, name in enumerate(settings.ignore)),
            *((name, config.place("check", "severity", name)) for name in settings.severity),
        ]
        self._refuse(named)
        rules = select(
            [rule for rule in self._known if rule.room in self._asked.rooms],
            selected=self._asked.select,
            ignored=self._asked.ignore,
            config_selected=settings.select,
            config_ignored=settings.ignore,
        )
        severities = {
            rule.code: Severity(said)
            for rule in rules
            for _, said in sorted(
                (matches(name, rule), said)
                for name, said in settings.severity.items()
                if matches(name, rule)
            )
        }
        return rules, severities

    def _mend(
        self,
        checked: Checked,
        rules: Sequence[Rule],
        outcome: Outcome,
        keep: Callable[[Found], bool],
    ) -> Plan:
        """Write what can be mended, or show it; returns the plan with what became of its changes."""
        from bib2awesome.check.run import fixes  # noqa: PLC0415 - start-up

        survey, report = checked.survey, self._session.report
        plan = fixes(checked, rules, outcome, unsafe=self._asked.unsafe, keep=keep)
        edited = survey.edited(plan)
        if not self._dry:
            return survey.apply(plan)
        if edited.plan.written and self._asked.plan is None:
            self._codes.add(FINDINGS)
        if self._asked.diff:
            from bib2awesome.cli.diff import unified  # noqa: PLC0415 - start-up

            for document, data in zip(survey.documents, edited.data, strict=True):
                if data is not None:
                    text = unified(document.name, document.data, data)
                    report.diff(text, to_stderr=self._asked.kind != _TEXT)
        if self._asked.plan is not None:
            self._save(plan)
        return plan

    def _save(self, plan: Plan) -> None:
        import json  # noqa: PLC0415 - start-up

        from bib2awesome import files  # noqa: PLC0415 - start-up

        name = self._asked.plan or ""
        path = self._session.folder / name
        text = json.dumps(plan.to_json(), ensure_ascii=False, indent=2) + "\n"
        files.write(path, text.encode(), expected=files.present(path, name), name=name)

    def _tell(self, folder: Any) -> None:
        report, kind = self._session.report, self._asked.kind
        shown = [] if self._asked.diff and kind == _TEXT else self._found
        if kind == _JSON:
            self._tell_json()
        elif kind == _TEXT:
            report.findings(shown, as_data=True)
        else:
            from bib2awesome.check.formats import github, sarif  # noqa: PLC0415 - start-up
            from bib2awesome.cli.git import prefix  # noqa: PLC0415 - start-up

            below = prefix(folder)
            if kind == _GITHUB:
                report.data(github(self._found, below))
            else:
                report.json(sarif(self._found, list(self._ran.values()), below))
        for plan in self._plans:
            statuses = Counter(change.status for change in plan.changes)
            if self._dry:
                report.talk(f"check: {len(plan.changes)} changes would mend something")
            elif statuses["written"]:
                report.talk(f"check: wrote {statuses['written']} changes")
        if kind in {_TEXT, _GITHUB}:
            for line in _summary(self._found, self._entries):
                report.talk(line)

    def _tell_json(self) -> None:
        answer = self._session.answer
        if answer is None:
            return
        if self._plans:
            from dataclasses import replace  # noqa: PLC0415 - start-up

            first = self._plans[0]
            changes = tuple(change for plan in self._plans for change in plan.changes)
            answer |= replace(first, changes=changes).to_json()
        answer["findings"] = [finding.as_json() for finding in self._found]
        answer["unasked"] = [
            {"key": one.key, "source": one.source, "reason": one.reason} for one in self._unasked
        ]
        self._session.report.json(answer)


def _summary(findings: Iterable[Finding], entries: int) -> list[str]:
    """Return a line per rule, the most frequent first, and one for all."""
    findings = list(findings)
    counted = Counter((finding.code, finding.name) for finding in findings)
    fixable = Counter((f.code, f.name) for f in findings if f.fix == "safe")
    lines = [
        f"{count:6}  {code} {name}"
        + (f" ({fixable[code, name]} with --fix)" if fixable[code, name] else "")
        for (code, name), count in sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    ]
    severities = Counter(finding.severity for finding in findings)
    said = ", ".join(
        f"{severities[one]} {one}{'' if severities[one] == 1 else 's'}"
        for one in Severity
        if severities[one]
    )
    return [*lines, f"check: {said or 'nothing found'} in {entries} entries"]
