"""Where the title, the authors, the venue, the links and texts of an item stand in its Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from bib2awesome.bib.names import display_name
from bib2awesome.importers.adoption.extras import LISTED
from bib2awesome.importers.adoption.finding import find
from bib2awesome.importers.adoption.spans import LinkSpan, folded, links_in, wrapped
from bib2awesome.importers.lists.model import Reading
from bib2awesome.papers.identifiers import identify
from bib2awesome.papers.paper import Paper

__all__ = ["Found", "Mark", "Part", "marks_in"]


class Part(NamedTuple):
    """A slot of an item: its name, and its form, in which `{name}` stands for a value.

    Attributes:
        slot: `title`, `authors`, `tag`, `paper`, `code`, `link-…`, `stars`, `remark`, …
        form: `**{title}**`, `[[Paper]({paper_url})]`.
        text: Of a link its label, of authors and tag the text as it stands.
    """

    slot: str
    form: str
    text: str = ""


class Mark(NamedTuple):
    """A part of an item, and the stretch of its Markdown."""

    start: int
    end: int
    part: Part


_SHORT = 3
_PADDED = 10
"""The first month that needs no zero before it."""
_ET_AL = re.compile(r",?\s*(?:et\.?\s+al\.?|and others|等)", re.IGNORECASE)


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


class _Search:
    def __init__(
        self, text: str, reading: Reading, paper: Paper, number: int, more: Mapping[str, str]
    ) -> None:
        self.text = text
        self.reading = reading
        self.paper = paper
        self.number = number
        self.more = more
        self.links = links_in(self.text)
        self.marks: list[Mark] = []
        self.venue = ""
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
        self.known = {
            "repository": re.compile(re.escape(repository), re.IGNORECASE) if repository else None,
            "repository_name": re.compile(re.escape(repository.rpartition("/")[2]), re.IGNORECASE)
            if len(repository.rpartition("/")[2]) > _SHORT
            else None,
            "arxiv": re.compile(re.escape(paper.arxiv)) if paper.arxiv else None,
            "doi": re.compile(re.escape(paper.doi)) if paper.doi else None,
        }

    def run(self) -> None:
        """Find the marks; where two meet the first that was found stays."""
        number = re.match(r"(?:[-*+] )?(?:\*\*)?(\d{1,4})(?=[.)]\s)", self.text)
        if number and int(number[1]) == self.number:
            self.put(*number.span(1), "number", "{number}")
        self.title()
        if LISTED in self.more:
            self.text_slot(f"field-{LISTED}", self.more[LISTED])
        self.tag()
        self.link_slots()
        self.authors()
        if self.paper.arxiv:
            self.text_slot("arxiv", self.paper.arxiv)
        self.texts()
        self.marks.sort()

    def free(self, start: int, end: int) -> bool:
        return start < end and all(end <= mark.start or start >= mark.end for mark in self.marks)

    def put(self, start: int, end: int, slot: str, form: str, text: str = "") -> None:
        """Mark a stretch with the marks around it, unless something stands there already."""
        first, last = wrapped(self.text, start, end)
        if not self.free(first, last):
            first, last = start, end
        if self.free(first, last):
            if self.text.startswith("**", last) and self.text.count("**", 0, first) % 2:
                last += 2  # what it ends began before what stands in front
            form = self.text[first:start] + form + self.text[end:last]
            self.marks.append(Mark(first, last, Part(slot, form, text)))

    def around(self, start: int, end: int) -> LinkSpan | None:
        """Return the innermost link whose label holds a stretch."""
        holding = [link for link in self.links if link.label[0] <= start and end <= link.label[1]]
        return holding[-1] if holding else None

    # The title

    def title(self) -> None:
        span = find(self.text, self.reading.title, self.links)
        if span is None:
            return
        start, end = span
        form = "{title}"
        if self.text[end : end + 1] == "." and not self.text.startswith("..", end):
            end, form = end + 1, "{title}{stop}"
        link = self.around(start, end)
        if link is None:
            self.put(start, end, "title", form)
            return
        label = self.text[link.label[0] : start] + form + self.text[end : link.label[1]]
        whole = self.written(link, label, "{url}")
        self.put(link.start, link.end, "title", whole)

    # Venue and date

    def tag(self) -> None:
        reading = self.reading
        venue = self.venue_span(reading.venue)
        year = self.year_form()
        if venue is not None:
            start, end = venue
            shown, form = self.text[start:end], "{venue}"
            self.venue = shown
            near = rf"{year}|{reading.year % 100:02}(?!\d)" if reading.year is not None else ""
            dated = re.compile(r"(?P<gap>[\s,.:'\u2019(/_-]{0,3})(?P<date>" + near + ")")
            after = dated.match(self.text, end) if near else None
            before = (
                re.search(rf"(?P<date>{year})(?P<gap>[\s,.:/_-]{{1,2}})$", self.text[:start])
                if year
                else None
            )
            if after and (not self.text[after.end() :][:1].isalnum()):
                form += self.dated(after["gap"] + after["date"])
                end = after.end()
            elif before:
                form = self.dated(before["date"] + before["gap"]) + form
                start = before.start()
            self.labelled(start, end, "tag", form, shown)
            if "{y" in form:
                return
        if year and (found := self.year_span(year)):
            self.labelled(*found, "date", self.dated(self.text[slice(*found)]), "")

    def labelled(self, start: int, end: int, slot: str, form: str, shown: str) -> None:
        """Mark a stretch; where it is the label of the paper's link, the whole link."""
        link = self.around(start, end)
        role = self.role(link) if link is not None else None
        if link is None or role is None:
            if link is None:
                self.put(start, end, slot, form, shown)
            return
        label = self.text[link.label[0] : start] + form + self.text[end : link.label[1]]
        self.link(link, role, label, shown)

    def venue_span(self, venue: str) -> tuple[int, int] | None:
        if not venue:
            return None
        for match in re.finditer(rf"(?<!\w){re.escape(venue)}(?![^\W\d_])", self.text):
            if self.free(*match.span()) and not self.in_url(match.start()):
                return match.span()
        return None

    def year_form(self) -> str:
        """Return a pattern of the date as an item may write it."""
        year, month = self.reading.year, self.reading.month
        if year is None:
            return ""
        years = f"(?:{year}|{year % 100:02})"
        if month is None:
            return f"(?:{year}|(?<=['\u2019 ]){year % 100:02}(?!\\d))"
        return rf"(?:{years}[./-]?\s?0?{month}(?!\d)|{year})"

    def year_span(self, pattern: str) -> tuple[int, int] | None:
        for match in re.finditer(rf"(?<![\d.]){pattern}(?!\d)", self.text):
            if self.free(*match.span()) and not self.in_url(match.start()):
                return match.span()
        return None

    def dated(self, text: str) -> str:
        """Return a date's form: `{year}`, `{yy}` and `{month}` for its numbers."""
        year, month = self.reading.year, self.reading.month
        form = text
        if year is not None:
            long = str(year) in text
            form = (
                text.replace(str(year), "{year}", 1)
                if long
                else text.replace(f"{year % 100:02}", "{yy}", 1)
            )
        if month is not None and "}" in form:
            head, brace, rest = form.rpartition("}")
            name = (
                "{m}"
                if re.search(rf"(?<!\d){month}(?!\d)", rest) and month < _PADDED
                else "{month}"
            )
            form = head + brace + re.sub(rf"(?<!\d)0?{month}(?!\d)", name, rest, count=1)
        return form

    def in_url(self, at: int) -> bool:
        return any(link.url[0] <= at < link.url[1] for link in self.links)

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
        form = self.written(link, label, name)
        self.put(link.start, link.end, role, form, shown or self.text[slice(*link.label)])

    def written(self, link: LinkSpan, label: str, url: str) -> str:
        """Return the source of a link with another label and address; in HTML the address comes first."""
        text, at = "", link.start
        for (start, end), new in sorted([(link.label, label), (link.url, url)]):
            text += self.text[at:start] + new
            at = end
        return text + self.text[at : link.end]

    def values(self, text: str) -> str:
        """Return a text with what is known of the paper as placeholders: repository and arXiv id."""
        for name, pattern in self.known.items():
            if pattern is not None:
                text = pattern.sub(f"{{{name}}}", text)
        return text

    # People and remarks

    def authors(self) -> None:
        names = self.paper.authors.names
        if not names:
            return
        for turned in (False, True):
            written = [display_name(name, family_first=turned) for name in names]
            first = find(self.text, written[0], (), self.free)
            if first is not None:
                break
        else:
            return
        start, end = first
        for name in reversed(written[1:]):
            last = find(self.text, name, (), self.free, start)
            if last is not None:
                end = last[1]
                break
        more = _ET_AL.match(self.text, end)
        end = more.end() if more else end
        text, form = self.text[start:end], "{authors}"
        if text.endswith(".") or self.text[end : end + 1] == ".":
            end, form = end + (not text.endswith(".")), "{authors}{authors_stop}"
        self.put(start, end, "authors", form, text)

    def texts(self) -> None:
        """Mark what is kept as it stands: an acronym, an award, a summary, a remark."""
        reading = self.reading
        kept = [("shorttitle", reading.short), ("award", reading.award), ("tldr", reading.tldr)]
        kept += [("remark", "; ".join(reading.remark))]
        kept += [(f"field-{name}", text) for name, text in self.more.items() if name != LISTED]
        for slot, text in kept:
            self.text_slot(slot, text)

    def text_slot(self, slot: str, text: str) -> None:
        span = find(self.text, text, self.links, self.free) if text else None
        if span is not None:
            self.put(*span, slot, f"{{{slot}}}", self.text[slice(*span)])


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", folded(url), flags=re.IGNORECASE)
