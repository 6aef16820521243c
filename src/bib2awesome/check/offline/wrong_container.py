"""Journal in `booktitle`, or proceedings in `journal`.

Styles print the two differently ("In Proceedings of …" against a volume and number), so an article of a
conference looks like one of a journal. The type of the entry says which field is meant.

Bad:

    @article{hopper2021, author = {Hopper, Grace}, title = {On Compilers},
      journal = {International Conference on Machine Learning}, year = {2021}}

Good:

    @inproceedings{hopper2021, author = {Hopper, Grace}, title = {On Compilers},
      booktitle = {International Conference on Machine Learning}, year = {2021}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Fix, Problem, rename_field, rule, set_type
from bib2awesome.errors import Severity
from bib2awesome.papers.venues import find_venue, plain

_JOURNAL = ("journal", "journaltitle")
_SERIAL = re.compile(
    r"\b(?:trans(?:actions)?\b|journal|letters|forum|review|notices|newsletter|magazine|bulletin|computer graphics"
    r"|proc(?:eedings)?\.? (?:of the )?acm on|proc\. acm (?:program|hum|meas|interact|manag|softw|netw))",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_LIKE_JOURNALS = frozenset({"AAAI", "VLDB", "INTERSPEECH", "Interspeech"})
"""Conferences whose proceedings are also a serial with volume and number."""


@rule("C005", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find articles whose journal is a conference, and conference papers whose proceedings are a journal."""
    for paper in checked.papers:
        if paper.type == "article":
            fields: tuple[str, ...] = _JOURNAL
            kind, other, type_ = "conference", "booktitle", "inproceedings"
        elif paper.type in {"inproceedings", "conference"}:
            fields = ("booktitle",)
            kind, other, type_ = "journal", "journal", "article"
        else:
            continue
        for field in fields:
            value = paper.tex(field)
            match = find_venue(value) if value else None
            if match is None or match.venue.kind != kind or match.venue.short in _LIKE_JOURNALS:
                continue
            if kind == "conference" and _is_serial(value):
                continue
            changes = rename_field(paper, field, other)
            yield Problem(
                f"`{field}` of this @{paper.type} is a {kind}: {match.venue.short}",
                paper,
                field,
                hint=f"make it @{type_} with `{other}`",
                fix=Fix(changes + set_type(paper, type_), safe=False) if changes else None,
            )
            break


def _is_serial(value: str) -> bool:
    """Whether a journal is named with the conference that it publishes: `Trans. Graph. (SIGGRAPH)`."""
    text = plain(value)
    without = find_venue(_IN_BRACKETS.sub("", text))
    return bool(_SERIAL.search(text)) or (without is not None and without.venue.kind == "journal")
