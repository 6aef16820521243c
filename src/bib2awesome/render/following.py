"""Begin markers that name a category or a paper, when the category moves or the key changes.

Only the argument in the marker changes: what stands in the region, its checksum and the text around it
stay byte for byte until the next `render`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from bib2awesome.errors import Finding, InputError, Place, Severity
from bib2awesome.render.markers import Region
from bib2awesome.render.regions import Page

__all__ = ["Followed", "followed"]

Spell = Callable[[str], "str | None"]
"""Takes what a marker says and gives what it has to say; None where that is gone."""


class Followed(NamedTuple):
    """The new bytes of a markdown file, and the markers that a person has to see to."""

    data: bytes
    findings: tuple[Finding, ...]


def followed(data: bytes, file: str, spell: Mapping[str, Spell]) -> Followed:
    """Return a markdown file with the arguments of its begin markers spelled anew.

    A file whose markers are wrong stays as it is; `render` and `check` say what is wrong there.

    Args:
        data: The file's bytes.
        file: Its name, for messages.
        spell: For each argument (`category`, `from`) what becomes of its value.
    """
    try:
        page = Page.read(data, file, settle_conflicts=False)
    except InputError:
        what = "its regions cannot be read and do not follow"
        hint = f"`bib2awesome render --check` says what is wrong in `{file}`"
        return Followed(data, (_finding(Place(file), what, hint),))
    lines = list(page.lines)
    findings: list[Finding] = []
    for region in page.regions:
        for name, change in spell.items():
            old = region.arguments.get(name)
            new = change(old) if old else old
            if old and new is None:
                findings.append(_gone(file, region, f"{name}={old}"))
            elif old and new and new != old:
                lines[region.begin] = _with(lines[region.begin], name, old, new)
    return Followed((page.bom + "".join(lines)).encode(), tuple(findings))


def _with(line: str, name: str, old: str, new: str) -> str:
    pattern = re.compile(rf"(?<=\s){re.escape(name)}={re.escape(old)}(?=\s|-->)")
    return pattern.sub(lambda _: f"{name}={new}", line, count=1)


def _gone(file: str, region: Region, argument: str) -> Finding:
    place = Place(file, region.begin + 1, 1)
    what = f"the region `{region}` names `{argument}`, which is gone"
    return _finding(place, what, "name another one there, or remove the region with its markers")


def _finding(place: Place, what: str, hint: str) -> Finding:
    return Finding("", "region-left-behind", Severity.WARNING, what, place, hint=hint)
