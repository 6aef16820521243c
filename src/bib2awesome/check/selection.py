"""Which rules run: `--select`, `--ignore` and `[check]`, by code, prefix of codes, name or group.

What names a rule more closely wins: `--select structure --ignore S012` leaves one rule out, and
`--ignore structure --select S012` keeps one in. At equal closeness leaving out wins, but what the
command line selects goes before what categories.toml ignores.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from bib2awesome import plugins
from bib2awesome.check.base import GROUPS, Rule
from bib2awesome.errors import Finding, InputError, Place
from bib2awesome.nearest import did_you_mean, nearest

__all__ = ["ALL", "find_rule", "matches", "rules", "select", "unknown"]

ALL = "all"
_WHOLE_CODE = 4
_NAMED = 10


def rules(rooms: Collection[str] | None = None) -> tuple[Rule, ...]:
    """Return every rule there is, ours and those of other distributions, by code.

    Args:
        rooms: Load only the rules of these folders (`offline`, `online`, `latex`), and those of others.

    Raises:
        InputError: A third party's does not load, is no rule, or has a code that is taken.
    """
    registry = plugins.load("rules")
    found: dict[str, Rule] = {}
    for name in registry:
        module = registry.module(name)
        if rooms is not None and module is not None and module.split(".")[2] not in rooms:
            continue
        one = _rule(name, registry.find(name))
        if one.code in found:
            raise InputError(
                f"the rules `{found[one.code].name}` and `{one.name}` have the same code `{one.code}`",
                hint="uninstall the distribution that brings one of them",
            )
        found[one.code] = one
    return tuple(found[code] for code in sorted(found))


def _rule(name: str, loaded: Any) -> Rule:
    found = getattr(loaded, "check", loaded)
    if not isinstance(found, Rule) or found.code[:1] not in GROUPS:
        raise InputError(f"the plugin `{name}` is no rule", hint="see bib2awesome.check.base")
    return found


def matches(selector: str, rule: Rule) -> int:
    """Return how closely `selector` names the rule, 0 where it does not."""
    if selector.lower() == ALL:
        return 1
    if selector.lower() == rule.group:
        return 2
    if selector == rule.name or selector.upper() == rule.code:
        return _NAMED
    if selector[:1].isalpha() and len(selector) < _WHOLE_CODE:
        return 1 + len(selector) if rule.code.startswith(selector.upper()) else 0
    return 0


def select(
    known: Sequence[Rule],
    *,
    selected: Sequence[str] = (),
    ignored: Sequence[str] = (),
    config_selected: Sequence[str] = (),
    config_ignored: Sequence[str] = (),
) -> tuple[Rule, ...]:
    """Return the rules that run, of those that are `known`.

    Args:
        known: The candidates.
        selected: `--select`; takes the place of `config_selected`. Neither means all.
        ignored: `--ignore`; in addition to `config_ignored`.
        config_selected: `[check] select`.
        config_ignored: `[check] ignore`.
    """
    wanted = selected or config_selected or (ALL,)
    return tuple(rule for rule in known if _runs(rule, wanted, ignored, config_ignored, selected))


def _runs(
    rule: Rule,
    wanted: Sequence[str],
    ignored: Sequence[str],
    config_ignored: Sequence[str],
    selected: Sequence[str],
) -> bool:
    closest = max(matches(selector, rule) for selector in wanted)
    against = max((matches(selector, rule) for selector in ignored), default=0)
    in_config = max((matches(selector, rule) for selector in config_ignored), default=0)
    if closest <= against:
        return False
    return closest > in_config or (bool(selected) and closest == in_config)


def unknown(selectors: Iterable[tuple[str, Place | None]], known: Sequence[Rule]) -> list[Finding]:
    """Return an error for each selector that names no rule, with the nearest names."""
    names = [
        ALL,
        *dict.fromkeys(GROUPS.values()),
        *(name for r in known for name in (r.name, r.code)),
    ]
    return [
        Finding.error(
            f"unknown rule `{selector}`",
            place,
            hint=_hint(selector, names),
        )
        for selector, place in selectors
        if not any(matches(selector, rule) for rule in known)
    ]


def find_rule(selector: str, known: Sequence[Rule]) -> Rule:
    """Return the rule with this code or name.

    Raises:
        InputError: There is none.
    """
    found = [rule for rule in known if matches(selector, rule) == _NAMED]
    if not found:
        raise InputError(unknown_rule(selector, known))
    return found[0]


def unknown_rule(selector: str, known: Sequence[Rule]) -> list[Finding]:
    """Return the error for a name that is no rule's, though it may be a group's."""
    names = [name for rule in known for name in (rule.name, rule.code)]
    hint = _hint(selector, names)
    return [Finding.error(f"unknown rule `{selector}`", hint=hint)]


def _hint(selector: str, names: Iterable[str]) -> str | None:
    """Return the names that look like it; all of them are too many to print."""
    if nearest(selector, names):
        return did_you_mean(selector, names)
    return "`bib2awesome check --list` shows all rules and groups"
