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
    after = survey_with(survey, plan, name)
    made = rendered_file(after, data, name)
    if edits.are_shown(made):
        return plan
    shown = Side(made, name, after)
    orders, wanted = orders_in(shown, after), edits.keys()
    if any(orders.get(place) != keys for place, keys in wanted.items()):
        ordered = moved(plan, list(wanted.values()), survey, after)
        again = survey_with(survey, ordered, name)
        side = Side(rendered_file(again, data, name), name, again)
        if orders_in(side, again) == orders | wanted:
            plan, shown, orders = ordered, side, orders | wanted
    notes = [note for place, note in edits.disorder.items() if orders.get(place) != wanted[place]]
    lost = list(edits.lost(shown))
    more = dict(plan.more)
    for kind, found in (("not_understood", lost), ("notes", [*edits.unchanged, *notes])):
        more[kind] = sorted([*more[kind], *found], key=lambda one: one["line"])
    return replace(plan, more=more)


def renewed(survey: Survey, plan: Plan, data: bytes, name: str) -> bytes | None:
    """Return the file as it is rendered with a plan made of its edits.

    None where something of the edits would go unsaid: what was not understood or deleted.
    """
    if plan.more.get("not_understood") or any(
        note["kind"] in {"removed", "order"} for note in plan.more.get("notes", ())
    ):
        return None
    return rendered_file(survey_with(survey, plan, name), data, name)
