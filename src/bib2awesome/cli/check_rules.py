"""Which rules `check` runs, and what it tells about rules (`--list`, `--explain`)."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bib2awesome.errors import InputError, Place, Severity

if TYPE_CHECKING:
    from bib2awesome.check.base import Rule
    from bib2awesome.cli.session import Session
    from bib2awesome.config import Config

__all__ = ["Chosen", "Wanted", "choose", "tell_rules"]

_OFFLINE, _ONLINE = "offline", "online"
_NARROWEST = 30


class Wanted(NamedTuple):
    """What the command line says: `--select`, `--ignore`, and the rooms that `--online` and `--latex` open."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    rooms: frozenset[str]


class Chosen(NamedTuple):
    """The rules that run, each once, and the severities that categories.toml gives them, by code."""

    rules: tuple[Rule, ...]
    severities: Mapping[str, Severity]


def choose(wanted: Wanted, config: Config) -> Chosen:
    """Return the rules that run on a survey.

    A rule of the rooms `latex` and `online` also runs where `--select` names it, by code, beginning, name
    or group (`all` names none). categories.toml can switch on those of `latex` alone: what goes to the
    network is said on the command line.

    Raises:
        InputError: With every name that is no rule's.
    """
    from bib2awesome.check.selection import matches, select  # noqa: PLC0415 - start-up

    settings = config.check
    named: list[tuple[str, Place | None]] = [
        *((name, None) for name in (*wanted.select, *wanted.ignore)),
        *((name, config.place("check", "select", i)) for i, name in enumerate(settings.select)),
        *((name, config.place("check", "ignore", i)) for i, name in enumerate(settings.ignore)),
        *((name, config.place("check", "severity", name)) for name in settings.severity),
    ]
    known = _known(wanted, settings.select, named)
    rules = select(
        known,
        selected=wanted.select,
        ignored=wanted.ignore,
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
    return Chosen(rules, severities)


def _known(
    wanted: Wanted, in_config: Collection[str], named: Sequence[tuple[str, Place | None]]
) -> tuple[Rule, ...]:
    """Return the rules of the open rooms; those of the others are imported only if a name is none of theirs."""
    from bib2awesome.check.selection import rules, unknown  # noqa: PLC0415 - start-up

    rooms = {_OFFLINE, *wanted.rooms}
    known = rules(rooms)
    if not unknown(named, known):
        return known
    everything = rules()
    if problems := unknown(named, everything):
        raise InputError(problems)
    rooms |= _rooms_of(wanted.select, everything)
    if not wanted.select:
        rooms |= _rooms_of(in_config, everything) - {_ONLINE}
    return tuple(rule for rule in everything if rule.room in rooms)


def _rooms_of(selectors: Iterable[str], rules: Sequence[Rule]) -> set[str]:
    from bib2awesome.check.selection import ALL, matches  # noqa: PLC0415 - start-up

    return {
        rule.room
        for selector in selectors
        if selector.lower() != ALL
        for rule in rules
        if matches(selector, rule)
    }


def tell_rules(session: Session, explain: str | None) -> int:
    """Print one rule's text, or a line for each, as wide as the terminal.

    Raises:
        InputError: `explain` is no rule.
    """
    from bib2awesome.check.selection import find_rule, rules  # noqa: PLC0415 - start-up

    known = rules()
    if explain:
        rule = find_rule(explain, known)
        if session.answer is not None:
            session.answer["rules"] = [{**_as_json(rule), "explanation": rule.explanation}]
            session.report.json(session.answer)
            return 0
        text = "\n\n".join(map(_wrapped, rule.explanation.split("\n\n")))
        fix = f"\nfix: {rule.fix}" if rule.fix else ""
        session.report.data(
            f"{rule.code} {rule.name}\ngroup: {rule.group}\nseverity: {rule.severity}{fix}\n\n{text}\n"
        )
    elif session.answer is not None:
        session.answer["rules"] = [_as_json(rule) for rule in known]
        session.report.json(session.answer)
    else:
        session.report.data(_listed(known))
    return 0


def _as_json(rule: Rule) -> Mapping[str, str | None]:
    return {
        "code": rule.code,
        "name": rule.name,
        "group": rule.group,
        "severity": rule.severity.value,
        "fix": rule.fix,
        "summary": rule.summary,
    }


def _listed(known: Sequence[Rule]) -> str:
    """Return the rules by group, each with its code, severity, name, what it finds and how that is mended."""
    longest = max(len(rule.name) for rule in known)
    lines, group = [], ""
    for rule in known:
        if rule.group != group:
            lines.append(f"{chr(10) * bool(group)}{rule.group}")
            group = rule.group
        fix = f" (fix: {rule.fix})" if rule.fix else ""
        start = f"  {rule.code}  {rule.severity:7}  {rule.name:{longest}}  "
        lines.append(_wrapped(f"{start}{rule.summary}{fix}", indent=len(start)))
    return "\n".join(lines) + "\n"


def _wrapped(text: str, *, indent: int = 0) -> str:
    """Return a paragraph in the width of the terminal; as it is elsewhere, and where it is an example."""
    import shutil  # noqa: PLC0415 - start-up
    import textwrap  # noqa: PLC0415

    example = not indent and text.startswith(" ")
    if example or not sys.stdout.isatty():
        return text
    width = max(shutil.get_terminal_size().columns, indent + _NARROWEST)
    return textwrap.fill(
        text, width, subsequent_indent=" " * indent, break_on_hyphens=False, drop_whitespace=True
    )
