"""Say what is wrong with a survey before a reader does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from bib2awesome.cli.check_report import GITHUB, JSON, SARIF, TEXT
from bib2awesome.cli.check_rules import Chosen, Wanted, choose, tell_rules
from bib2awesome.cli.examples import example
from bib2awesome.cli.exit_codes import FINDINGS, UNANSWERED, worst
from bib2awesome.cli.writing import Writing, begin_answer, carry_out, writes
from bib2awesome.errors import Finding, Severity

if TYPE_CHECKING:
    from bib2awesome.check.base import Checked, Rule, Tex
    from bib2awesome.check.run import Found, Outcome
    from bib2awesome.check.services import Services
    from bib2awesome.cli.checking import Interest, Subject
    from bib2awesome.cli.session import Session
    from bib2awesome.papers.changes import Plan, Unasked

__all__ = ["command"]


class _Asked(NamedTuple):
    """What the options say."""

    files: tuple[str, ...]
    tex: tuple[str, ...]
    since: str | None
    kind: str
    fix: bool
    unsafe: bool
    offline: bool
    refresh: bool


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
        "bib2awesome check --online",
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
    help="Run these rules only: codes, their beginnings, names or groups; `all` (repeatable).",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="RULE",
    callback=_words,
    shell_complete=_complete_rule,
    help="Leave these rules out (repeatable).",
)
@click.option("--fix", is_flag=True, help="Mend what can be mended without a guess.")
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="As --fix, and mend the rest, too.")
@click.option(
    "--format",
    "kind",
    type=click.Choice([TEXT, JSON, GITHUB, SARIF]),
    default=TEXT,
    show_default=True,
    help="How the findings are printed.",
)
@click.option("--online", is_flag=True, help="Also ask the bibliographic services.")
@click.option("--offline", is_flag=True, help="With --online, ask nobody: only what is remembered.")
@click.option("--refresh", is_flag=True, help="With --online, ask again what is remembered.")
@click.option("--latex", is_flag=True, help="Also find what breaks LaTeX.")
@click.option(
    "--tex",
    multiple=True,
    metavar="FILE",
    help="Compare with what this LaTeX source cites (repeatable).",
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
@writes("check")
def command(
    session: Session,
    /,
    *,
    writing: Writing,
    kind: str,
    online: bool,
    latex: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    unsafe: bool,
    fix: bool,
    list_rules: bool,
    explain: str | None,
    **more: Any,
) -> int:
    """Find mistakes in survey.bib, in the list and in what cites it.

    Without FILE the survey's files are checked; another .bib file is checked by itself. The rules are
    those on the files alone, unless --online, --latex or --select ask for more. A comment directly above
    an entry excepts it: `% bib2awesome: ignore missing-code`. --diff and --plan are about --fix. The exit
    code is 1 where there is an error or a warning.
    """
    if session.answer is not None:
        kind = JSON
    elif kind == JSON:
        begin_answer(session, "check")
    if list_rules or explain:
        return tell_rules(session, explain)
    if more["offline"] and more["refresh"]:
        raise click.UsageError("`--offline` and `--refresh` exclude each other")
    rooms = frozenset({*(["online"] * online), *(["latex"] * latex)})
    fix = fix or unsafe or writing.diff or writing.plan is not None
    asked = _Asked(kind=kind, fix=fix, unsafe=unsafe, **more)
    writing = writing._replace(aside=kind != TEXT)
    return _Run(session, asked, writing, Wanted(select, ignore, rooms)).code()


class _Run:
    """One run of the command."""

    def __init__(self, session: Session, asked: _Asked, writing: Writing, wanted: Wanted) -> None:
        self._session = session
        self._asked = asked
        self._writing = writing
        self._wanted = wanted
        self._found: list[Finding] = []
        self._codes: set[int] = set()
        self._plans: list[Plan] = []
        self._ran: dict[str, Rule] = {}
        self._unasked: list[Unasked] = []
        self._requests: Counter[str] = Counter()
        self._entries = 0

    def code(self) -> int:
        """Check, tell, and return the exit code."""
        from bib2awesome.cli.check_report import Result, tell  # noqa: PLC0415 - start-up
        from bib2awesome.cli.checking import subjects, tex_sources  # noqa: PLC0415 - start-up

        asked = self._asked
        tex = tex_sources(self._session, asked.tex)
        all_ = subjects(self._session, asked.files)
        if self._writing.plan is not None and len(all_) > 1:
            raise click.UsageError("`--plan` takes the files of one survey")
        chosen = [choose(self._wanted, one.survey.config) for one in all_]
        for subject, its in zip(all_, chosen, strict=True):
            self._one(subject, its, tex)
        names = [document.name for one in all_ for document in one.survey.documents]
        result = Result(
            self._found,
            list(self._ran.values()),
            self._plans,
            list(dict.fromkeys(self._unasked)),
            self._requests,
            self._entries,
            ", ".join(names),
        )
        silent = self._writing.diff and asked.kind == TEXT
        tell(self._session, result, asked.kind, all_[-1].survey.folder, silent=silent)
        if any(finding.severity is not Severity.HINT for finding in self._found):
            self._codes.add(FINDINGS)
        if self._unasked:
            self._codes.add(UNANSWERED)
        return worst(self._codes)

    def _one(self, subject: Subject, chosen: Chosen, tex: Sequence[Tex]) -> None:
        checked, outcome, keep = self._checked(subject, chosen, tex)
        if self._asked.fix:
            from bib2awesome.check.run import fixes  # noqa: PLC0415 - start-up

            plan = fixes(checked, chosen.rules, outcome, unsafe=self._asked.unsafe, keep=keep)
            settled = carry_out(self._session, checked.survey, plan, self._writing)
            if settled.plan.written:
                again = subject._replace(survey=subject.reopen())
                checked, outcome, _ = self._checked(again, chosen, tex)
            self._plans.append(settled.plan)
            self._codes |= settled.codes
        self._ran |= {rule.code: rule for rule in chosen.rules}
        self._found += outcome.findings
        self._unasked += outcome.unasked
        self._entries += sum(len(document.entries) for document in checked.documents)

    def _checked(
        self, subject: Subject, chosen: Chosen, tex: Sequence[Tex]
    ) -> tuple[Checked, Outcome, Callable[[Found], bool]]:
        """Run the rules over a survey; returns also what tells which of their findings are of interest."""
        from bib2awesome.check.base import Checked  # noqa: PLC0415 - start-up
        from bib2awesome.check.run import run  # noqa: PLC0415 - start-up

        about = subject.interest(self._asked.since)

        def keep(found: Found) -> bool:
            return about(found.finding.place, found.keys)

        with ExitStack() as stack:
            services = None
            if any(rule.room == "online" for rule in chosen.rules):
                services = stack.enter_context(self._services(subject, about))
            checked = Checked(subject.survey, tex=tex, services=services)
            outcome = run(checked, chosen.rules, severities=chosen.severities, keep=keep)
        return checked, outcome, keep

    @contextmanager
    def _services(self, subject: Subject, about: Interest) -> Iterator[Services]:
        """Give the services, to be asked about the papers of interest alone."""
        from bib2awesome.check.services import Services  # noqa: PLC0415 - start-up
        from bib2awesome.cli.asking import asking  # noqa: PLC0415 - start-up
        from bib2awesome.papers.decisions import Decisions  # noqa: PLC0415 - start-up

        survey, asked = subject.survey, self._asked
        papers = [
            paper
            for paper in survey.papers
            if about(paper.document.place(*paper.entry.key_span), (paper.key,))
        ]
        decisions = Decisions.load(survey.folder)
        way = asking(self._session, survey.config, offline=asked.offline, refresh=asked.refresh)
        with way as (client, progress):
            yield Services(client, survey.config, papers, decisions, progress)
            self._requests.update(client.requests)
