"""An awesome list in Markdown: `import README.md`."""

from __future__ import annotations

from collections.abc import Sequence

from bib2awesome.errors import InputError, Place
from bib2awesome.importers.base import Input, name_file
from bib2awesome.importers.lists.listing import read_list
from bib2awesome.importers.lists.model import Listing
from bib2awesome.importers.lists.planning import Planning
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.survey import Survey

__all__ = ["help", "listing_of", "plan", "suffixes"]

suffixes = (".md", ".markdown", ".mdown")
help = "an awesome list in Markdown"  # noqa: A001 - the protocol's name
_MARKED = b"bib2awesome:"
_MOST_BYTES = 16 * 1024 * 1024
_SNIFFED = 64 * 1024


def plan(survey: Survey, inputs: Sequence[Input]) -> Plan:
    """Return what the lists would change in the survey; of one that `render` wrote, what was edited in it.

    Raises:
        InputError: A file is no text, or no paper was found in it.
    """
    if len(inputs) == 1 and _MARKED in inputs[0].data:
        from bib2awesome.importers.rendered.planning import is_rendered, plan_of  # noqa: PLC0415 - start-up

        if is_rendered(inputs[0].data, inputs[0].name) and survey.papers:
            return plan_of(survey, inputs[0].data, inputs[0].name)
    planning = Planning(survey)
    for one in inputs:
        planning.take(listing_of(one), one.name)
        if len(inputs) > 1:
            name_file((*planning.not_understood, *planning.notes), one.name)
    return planning.plan()


def listing_of(one: Input) -> Listing:
    """Read a list.

    Raises:
        InputError: It is larger than 16 MiB, no UTF-8 text, holds no paper, or its markers are wrong.
    """
    listing = read_list(_decoded(one))
    if not listing.papers:
        if _MARKED in one.data:
            from bib2awesome.render.regions import Page  # noqa: PLC0415 - start-up

            Page.read(one.data, one.name)  # a marker that is wrong may hide them
        hint = "is it an awesome list? items are bullets, table rows or paragraphs with a title and a link"
        count = len(listing.not_understood)
        items = "1 item was" if count == 1 else f"{count} items were"
        what = f"no papers found; {items} not understood" if count else "no papers found"
        raise InputError(what, place=Place(one.name), hint=hint)
    return listing


def _decoded(one: Input) -> str:
    place = Place(one.name)
    if len(one.data) > _MOST_BYTES:
        raise InputError("the file is larger than 16 MiB", place=place)
    if b"\0" in one.data[:_SNIFFED]:
        raise InputError("the file is not text", place=place, hint="a list is Markdown in UTF-8")
    try:
        text = one.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = one.data.count(b"\n", 0, error.start) + 1
        raise InputError(
            "the file is not UTF-8", place=Place(one.name, line), hint="save it as UTF-8"
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
