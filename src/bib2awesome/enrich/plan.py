"""From answers to a plan: which facts are written into which field, and why; what is not certain is listed."""

from __future__ import annotations

from collections.abc import Mapping

from bib2awesome.enrich.decision import Decision, Wishes
from bib2awesome.enrich.questions import Asked, Dialogue
from bib2awesome.papers.changes import Plan
from bib2awesome.sources.base import Answer

__all__ = ["enrichment"]


def enrichment(dialogue: Dialogue, answers: Mapping[Asked, Answer], wishes: Wishes) -> Plan:
    """Return what the answers make of the papers; every change has source, URL, score and reasons."""
    found = [
        Decision(paper, dialogue.answers(paper, answers), wishes).run() for paper in dialogue.papers
    ]
    return Plan(
        command="enrich",
        changes=tuple(change for one in found for change in one.changes),
        ambiguous=tuple(listed for one in found for listed in one.ambiguous),
        conflicts=tuple(conflict for one in found for conflict in one.conflicts),
        absent=tuple(absent for one in found for absent in one.absent),
        unasked=tuple(unasked for one in found for unasked in one.unasked),
    )
