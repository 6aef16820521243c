"""Where the title, the authors, the venue, the links and texts of an item stand in its Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from bib2awesome.bib.names import display_name
from bib2awesome.importers.adoption.dates import dated, year_pattern
from bib2awesome.importers.adoption.extras import ANCHOR, ANCHOR_TAG, DATES, LISTED, LISTED_AUTHORS
from bib2awesome.importers.adoption.finding import find, people_in, to_the_last
from bib2awesome.importers.adoption.marking import Mark, Marking, Part
from bib2awesome.importers.adoption.spans import LinkSpan, folded
from bib2awesome.importers.lists.model import Reading
from bib2awesome.papers.identifiers import identify
from bib2awesome.papers.paper import Paper

__all__ = ["Found", "marks_in"]


_SHORT = 3
_SHORT_YEAR = 2


class Found(NamedTuple):
    """What was found in an item.

    Attributes:
        links: Its links and images.
        marks: Where its slots stand, in order.
        venue: The venue as it writes it, "" where it does not.
    """

    links: list[LinkSpan]
    marks: list[Mark]
    venue: str


def marks_in(
    text: str, reading: Reading, paper: Paper, number: int, more: Mapping[str, str]
) -> Found:
    """Return what stands where in an item.

    Args:
        text: Its Markdown.
        reading: What it says.
        paper: The paper that it became.
        number: Its number in its category.
        more: Its further fields (`bib2awesome.importers.adoption.extras`).
    """
    search = _Search(text, reading, paper, number, more)
    search.run()
    return Found(search.links, search.marks, search.venue)


class _Search(Marking):
    def __init__(
        self, text: str, reading: Reading, paper: Paper, number: int, more: Mapping[str, str]
    ) -> None:
        super().__init__(text)
        self.reading = reading
        self.paper = paper
        self.number = number
        self.more = more
        self.venue = ""
        self.inside: LinkSpan | None = None
        """The link around the title, where more than the title stands in it."""
        self.roles = {_bare(link.url): link for link in reversed(paper.links)}
        repository = next(
            (
                value
                for link in paper.links
                if link.kind == "code"
                for scheme, value in identify(link.url)
                if scheme == "github"
            ),
            "",
        )
        name = repository.rpartition("/")[2]
        self.known = {
            "repository": repository,
            "repository_name": name if len(name) > _SHORT else "",
            "arxiv": paper.arxiv or "",
            "doi": paper.doi or "",
        }

    def run(self) -> None:
        """Find the marks; where two meet the first that was found stays."""
        number = re.match(r"(?:[-*+] )?(?:\*\*)?(\d{1,4})([.)])(?=\s)", self.text)
        if number and (int(number[1]) == self.number or int(number[1]) > 1):
            self.put(number.start(1), number.end(2), "number", "{number}" + number[2])
        bracketed = re.match(r"(?:[-*+] )?(?:\*\*)?\[(\d{1,4})\](?:\*\*)?\s", self.text)
        if bracketed and int(bracketed[1]) == self.number:
            self.put(*bracketed.span(1), "number", "{number}")
        self.title()
        self.listed()
        self.tag()
        self.link_slots()
        self.authors()
        if self.paper.arxiv:
            self.text_slot("arxiv", self.paper.arxiv)
        self.texts()
        self.marks.sort()

    # The title

    def title(self) -> None:
        span = find(self.text, self.reading.title, self.links)
        if span is None:
            return
        start, end = self.whole(*span)
        form = "{title}"
        if self.text[end : end + 1] == "." and not self.text.startswith("..", end):
            end, form = end + 1, "{title}{stop}"
        link = self.around(start, end)
        if link is None:
            self.put(start, end, "title", form)
            return
        before, behind = self.text[link.label[0] : start], self.text[end : link.label[1]]
        if link.label[1] < link.url[0] and _says(before + behind):
            self.inside = link
            self.put(start, end, "title", form)
            opening = self.text[link.start : link.label[0]]
            self.marks.append(Mark(link.start, link.label[0], Part("opening", opening)))
            closing = self.text[link.label[1] : link.url[0]] + "{url}"
            closing += self.text[link.url[1] : link.end]
            self.marks.append(Mark(link.label[1], link.end, Part("target", closing)))
            return
        before, behind = (side if side.strip() else "" for side in (before, behind))
        whole = self.written(link, before + form + behind, "{url}")
        self.put(link.start, link.end, "title", whole)

    # Venue and date

    def listed(self) -> None:
        """Mark the date that a field of its own holds, of a row in a cell of its own."""
        for name, text in self.more.items():
            if name == ANCHOR and (place := ANCHOR_TAG.search(self.text)):
                tag = place[0].replace(text, f"{{field-{ANCHOR}}}")
                self.put(*place.span(), f"field-{ANCHOR}", tag)
            elif name == LISTED:
                self.text_slot(f"field-{name}", text)
            elif name.startswith(DATES) or text.isdecimal():
                cell = re.search(rf"(?:^|\|)\s*({re.escape(text)})\s*(?:\||$)", self.text)
                if cell is not None:
                    self.put(*cell.span(1), f"field-{name}", f"{{field-{name}}}", text)

    def tag(self) -> None:
        reading = self.reading
        own = self.paper.text("shortvenue")
        more = " " in own and own == self.paper.venue_short and str(reading.year) in own
        if more and own in self.text:
            start = self.text.index(own)  # `NeurIPS 2021 Workshop`
            self.venue = own
            self.labelled(start, start + len(own), "tag", "{venue}", own)
            return
        named = rf"(?<![^\W_]){re.escape(reading.venue)}(?![^\W\d_])"
        venue = self.first(named) if reading.venue else None
        year = year_pattern(reading)
        if venue is not None:
            start, end = venue
            shown, form = self.text[start:end], "{venue}"
            self.venue = shown
            near = rf"{year}|{reading.year % 100:02}(?!\d)" if reading.year is not None else ""
            gap = r"(?P<gap>[\s,.:'\u2019(/_-]{0,3}|\s?<br ?/?>\s?)"
            date = re.compile(gap + "(?P<date>" + near + ")")
            after = date.match(self.text, end) if near else None
            before = (
                re.search(rf"(?P<date>{year})(?P<gap>[\s,.:/_-]{{1,2}})$", self.text[:start])
                if year
                else None
            )
            if after and (not self.text[after.end() :][:1].isalnum()):
                form += dated(reading, after["gap"] + after["date"])
                end = after.end()
                quotes = "'\u2019" if len(after["date"]) == _SHORT_YEAR else ""
                if self.text.startswith(tuple(")" if "(" in after["gap"] else quotes), end):
                    form, end = form + self.text[end], end + 1
            elif before:
                form = dated(reading, before["date"] + before["gap"]) + form
                start = before.start()
            self.labelled(start, end, "tag", form, shown)
            if "{y" in form:  # said twice: in a cell or brackets of its own
                apart = (
                    (r"(?<=\|)\s*", r"\s*\|") if self.text.startswith("|") else (r"(?<=\[)", r"\]")
                )
                year = rf"{apart[0]}(?=\d{{4}}){year}(?={apart[1]})"
        if year and (found := self.first(rf"(?<![\d.]){year}(?!\d)")):
            start = found[1] - len(self.text[slice(*found)].lstrip())
            self.labelled(start, found[1], "date", dated(reading, self.text[start : found[1]]), "")

    def labelled(self, start: int, end: int, slot: str, form: str, shown: str) -> None:
        """Mark a stretch; where it is the label of the paper's link, the whole link."""
        link = self.around(start, end)
        role = self.role(link) if link is not None else None
        if link is None or link is self.inside or role is None:
            if link is None or link is self.inside:
                self.put(start, end, slot, form, shown)
            return
        before, behind = self.text[link.label[0] : start], self.text[end : link.label[1]]
        self.link(link, role, self.values(before) + form + self.values(behind), shown)

    # Links

    def role(self, link: LinkSpan) -> str | None:
        """Return the slot of a link: `paper`, `code`, `link-…`; None where the paper has no such link."""
        known = self.roles.get(_bare(self.text[slice(*link.url)]))
        if known is None or (link.image and known.kind != "link"):
            return None
        return f"link-{known.label}" if known.kind == "link" else known.kind

    def link_slots(self) -> None:
        for link in self.links:
            role = self.role(link)
            if role == "code" and self.starred(link):
                self.put(
                    link.start,
                    link.end,
                    "stars",
                    self.written(link, self.values(self.text[slice(*link.label)]), "{code_url}"),
                )
            elif role is not None:
                self.link(link, role, self.values(self.text[slice(*link.label)]))
            elif link.image and "{repository}" in self.values(self.text[slice(*link.url)]):
                self.put(
                    link.start, link.end, "stars", self.values(self.text[link.start : link.end])
                )

    def starred(self, link: LinkSpan) -> bool:
        """Whether the label of a link is an image that names the repository."""
        label = self.text[slice(*link.label)]
        return label.startswith("![") and "{repository}" in self.values(label)

    def link(self, link: LinkSpan, role: str, label: str, shown: str = "") -> None:
        name = {"paper": "{paper_url}", "code": "{code_url}"}.get(role, "{link_url}")
        form = self.written(link, self.named(label), name)
        self.put(link.start, link.end, role, form, shown or self.text[slice(*link.label)])

    def named(self, label: str) -> str:
        """Return a label with a placeholder for the authors in it: `[Turing (1950)]`."""
        names = [display_name(name) for name in self.paper.authors.names]
        first = find(label, names[0], ()) if names else None
        if first is None:
            return label
        start, end = to_the_last(label, first, names)
        return f"{label[:start]}{{authors}}{label[end:]}"

    def values(self, text: str) -> str:
        """Return a text with what is known of the paper as placeholders: repository and arXiv id."""
        lower = text.lower()
        for name, value in self.known.items():
            if value and value.lower() in lower:
                text = re.sub(re.escape(value), f"{{{name}}}", text, flags=re.IGNORECASE)
        return text

    # People and remarks

    def authors(self) -> None:
        names, own = self.paper.authors.names, self.paper.text(LISTED_AUTHORS)
        at = self.text.find(own) if own and names else -1
        initial = True
        if at >= 0 and self.free(at, at + len(own)):
            start, end = at, at + len(own)
        else:
            found = people_in(self.text, names, self.free)
            if found is None:
                return
            start, end, initial = found
        text, form = self.text[start:end], "{authors}"
        ended = text.endswith(".")
        if self.text.startswith(".", end) or (ended and not initial):
            end, form = end + (not ended), "{authors}{authors_stop}"
        self.put(start, end, "authors", form, text)

    def texts(self) -> None:
        """Mark what is kept as it stands: an acronym, an award, a summary, a remark."""
        reading = self.reading
        kept = [("shorttitle", reading.short), ("award", reading.award), ("tldr", reading.tldr)]
        kept += [("remark", "; ".join(reading.remark))]
        kept += [(f"field-{name}", text) for name, text in self.more.items()]
        for slot, text in kept:
            if not any(mark.part.slot == slot for mark in self.marks):
                self.text_slot(slot, text)

    def text_slot(self, slot: str, text: str) -> None:
        span = find(self.text, text, self.links, self.free) if text else None
        if span is not None:
            self.put(*span, slot, f"{{{slot}}}", self.text[slice(*span)])


def _says(text: str) -> bool:
    """Whether there is more to a text than marks."""
    return any(map(str.isalnum, re.sub(r"<[^<>]*>", "", text)))


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", folded(url), flags=re.IGNORECASE)
