"""Exception that excepts nothing.

`% bib2awesome: ignore NAME` stands directly above its entry, and names rules by name, code or group.
Elsewhere, or misspelt, it has no effect.

Bad:

    % bib2awesome: ignore missing-cod
    @misc{hopper1952, title = {On Compilers}, year = {1952}}

Good:

    % bib2awesome: ignore missing-code -- never released
    @misc{hopper1952, title = {On Compilers}, year = {1952}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.bib.document import Document
from bib2awesome.check.base import GROUPS, Checked, Problem, rule
from bib2awesome.check.blocks import Ignore, ignores
from bib2awesome.errors import Severity


@rule("S017", Severity.WARNING)
def check(checked: Checked) -> Iterator[Problem]:
    """Find exceptions without an entry below, without a rule, or with an unknown one."""
    for document in checked.documents:
        for ignore in ignores(document):
            yield from _problems(document, ignore)


def _problems(document: Document, ignore: Ignore) -> Iterator[Problem]:
    from bib2awesome.check.selection import matches, rules  # noqa: PLC0415  (loads every rule)
    from bib2awesome.nearest import did_you_mean  # noqa: PLC0415

    place = document.place(ignore.start, ignore.end)
    if ignore.block is None:
        hint = "put it directly above its entry, without a blank line between"
        yield Problem("this exception is about no entry", place=place, hint=hint)
    known = rules()
    for selector in ignore.selectors:
        if not any(matches(selector, one) for one in known):
            names = [*GROUPS.values(), *(one.name for one in known)]
            hint = did_you_mean(selector, names) or ""
            yield Problem(f"there is no rule `{selector}`", place=place, hint=hint)
    if not ignore.selectors:
        yield Problem(
            "this exception names no rule", place=place, hint="name it: `ignore missing-code`"
        )
