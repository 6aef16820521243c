"""A plan of what somebody edited in a README that `render` wrote, and the README with that plan."""

from __future__ import annotations

from dataclasses import replace

from bib2awesome.importers.rendered.anew import rendered_file, survey_with
from bib2awesome.importers.rendered.edits import Edits
from bib2awesome.importers.rendered.moving import moved
from bib2awesome.importers.rendered.outside import misplaced, outside
from bib2awesome.importers.rendered.proposals import Proposals
from bib2awesome.importers.rendered.sides import LISTS, Side, orders_in
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.survey import Survey
from bib2awesome.render.regions import Page

__all__ = ["is_rendered", "plan_of", "renewed"]


def is_rendered(data: bytes, name: str) -> bool:
    """Whether a file has regions of papers that `render` has filled.

    Raises:
        InputError: Its markers are wrong.
    """
    if b"bib2awesome:begin" not in data:
        return False
    return any(one.kind in LISTS and one.checksum for one in Page.read(data, name).regions)


def plan_of(survey: Survey, data: bytes, name: str) -> Plan:
    """Return what differs in a rendered file from what the survey renders to, as a plan.

    Args:
        survey: The survey.
        data: The file's bytes.
        name: How messages call it.

    Raises:
        InputError: The survey cannot be rendered, or the file's markers are wrong.
    """
    planning = Proposals(survey)
    page = Page.read(data, name, settle_conflicts=False)
    planning.notes += outside(page, planning)
    edited = {one.kind for one in page.regions if not page.is_as_rendered(one)}
    if not edited:
        return planning.plan()
    rendered = rendered_file(survey, data, name)
    planning.not_understood += misplaced(page, Page.read(rendered, name))
    if edited.isdisjoint(LISTS):
        return planning.plan()
    edits = Edits(planning, Side(data, name), Side(rendered, name, survey))
    edits.take()
    plan = planning.plan()
    if not (edits.touched or edits.wanted):
        return plan
    return _Rehearsal(survey, data, name, edits).best(plan)


class _Rehearsal:
    """Renders the file with plans, to see which of them shows what was edited."""

    def __init__(self, survey: Survey, data: bytes, name: str, edits: Edits) -> None:
        self.survey = survey
        self.data = data
        self.name = name
        self.edits = edits

    def best(self, plan: Plan) -> Plan:
        """Return the plan, without variants and with moves where that shows more; what is not shown is named in it."""
        after, made = self.rendered(plan)
        if self.edits.are_shown(made):
            return plan
        shown = Side(made, self.name, after)
        plan, after, shown = self.unvaried(plan, after, shown)
        orders, wanted = orders_in(shown, after), self.edits.keys()
        if any(orders.get(place) != keys for place, keys in wanted.items()):
            ordered = moved(plan, list(wanted.values()), self.survey, after)
            again, side = self.shown(ordered)
            if orders_in(side, again) == orders | wanted:
                plan, shown, orders = ordered, side, orders | wanted
        disorder = self.edits.disorder.items()
        notes = [note for place, note in disorder if orders.get(place) != wanted[place]]
        lost = list(self.edits.lost(shown))
        more = dict(plan.more)
        for kind, found in (("not_understood", lost), ("notes", [*self.edits.unchanged, *notes])):
            more[kind] = sorted([*more[kind], *found], key=lambda one: one["line"])
        return replace(plan, more=more)

    def unvaried(self, plan: Plan, after: Survey, shown: Side) -> tuple[Plan, Survey, Side]:
        """Return the plan that takes edited items for those of no variant where that shows more, else the same."""
        plain = self.edits.unvaried(plan)
        if plain is plan:
            return plan, after, shown
        again, side = self.shown(plain)
        fewer = len(list(self.edits.lost(side))) < len(list(self.edits.lost(shown)))
        return (plain, again, side) if fewer else (plan, after, shown)

    def rendered(self, plan: Plan) -> tuple[Survey, bytes]:
        """Return the survey with a plan, and the file that it renders."""
        after = survey_with(self.survey, plan, self.name)
        return after, rendered_file(after, self.data, self.name)

    def shown(self, plan: Plan) -> tuple[Survey, Side]:
        """Return the survey with a plan, and what its file shows."""
        after, data = self.rendered(plan)
        return after, Side(data, self.name, after)


def renewed(survey: Survey, plan: Plan, data: bytes, name: str) -> bytes | None:
    """Return the file as it is rendered with a plan made of its edits.

    None where something of the edits would go unsaid: what was not understood or deleted.
    """
    if plan.more.get("not_understood") or any(
        note["kind"] in {"removed", "order"} for note in plan.more.get("notes", ())
    ):
        return None
    return rendered_file(survey_with(survey, plan, name), data, name)
