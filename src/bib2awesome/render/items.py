"""One item of a list: the values a template may use, and the styles that are ready-made.

A style is a template in `templates/items/`, or the user's own in the same words (`item = "…"` in
categories.toml): the variables are `VARIABLES`, every one a text that the template escapes, or finished
markdown; what an entry does not say is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from bib2awesome.bib.names import display
from bib2awesome.papers.identifiers import identify
from bib2awesome.papers.lazy import lazy
from bib2awesome.papers.paper import Link, Paper
from bib2awesome.render.author_list import AuthorList
from bib2awesome.render.links import LinkWriter, star_badge
from bib2awesome.render.markdown import Markdown, destination, escape
from bib2awesome.render.template import Template

__all__ = [
    "VARIABLES",
    "Item",
    "Options",
    "Preset",
    "Variable",
    "preset",
    "preset_names",
    "presets",
]

_FOLDER = Path(__file__).parent / "templates" / "items"


class Preset(NamedTuple):
    """A ready-made item style: its name, what it looks like, and the template."""

    name: str
    help: str
    source: str


@cache
def preset_names() -> tuple[str, ...]:
    """Return the names of the ready-made styles, sorted."""
    names = (file.name for file in _FOLDER.iterdir())
    return tuple(sorted(name.removesuffix(".md.j2") for name in names if name.endswith(".md.j2")))


@cache
def preset(name: str) -> Preset:
    """Return one ready-made style; its first line is a Jinja comment that says what it is."""
    source = (_FOLDER / f"{name}.md.j2").read_text(encoding="utf-8")
    comment, _, rest = source.partition("#}\n")
    return Preset(name, comment.removeprefix("{#").strip(), rest)


def presets() -> tuple[Preset, ...]:
    """Return every ready-made style, by name."""
    return tuple(preset(name) for name in preset_names())


class Options(NamedTuple):
    """How the items of one category are shown, resolved from categories.toml."""

    template: Template
    links: LinkWriter
    paper_link: Sequence[str]
    authors: int | None
    bibtex: bool
    stars: bool


class ShownLink(NamedTuple):
    """A link as templates see it: `kind` is paper, code or link, `name` what stands behind `link-`.

    The URL is ready for a `(…)`.
    """

    kind: str
    name: str
    label: str
    url: Markdown
    markdown: Markdown


class Fields:
    """The fields of an entry as text by their name: `field.pages`, `field["link-project"]`."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper

    def __getitem__(self, name: str) -> str:
        """Return the text of a field, empty where there is none."""
        return self._paper.text(name.lower())


class LinksByLabel:
    """The addresses of `link-…` fields by their label, for a `(…)`: `link.project`."""

    def __init__(self, item: Item) -> None:
        self._item = item

    def __getitem__(self, label: str) -> Markdown:
        """Return the address of the link with a label, empty where there is none."""
        found = (
            destination(one.url)
            for one in self._item.links
            if one.kind == "link" and one.label == label
        )
        return next(found, Markdown())


class Item(dict[str, Any]):
    """A paper in a list, as templates see it: the values of `VARIABLES`, made when they are asked for."""

    __slots__ = ("__dict__", "category", "number", "options", "paper")

    def __init__(self, paper: Paper, options: Options, category: str = "", number: int = 1) -> None:
        self.paper = paper
        self.options = options
        self.category = category
        self.number = number

    def __missing__(self, name: str) -> Any:
        """Return the value of a variable on the first look."""
        value = self[name] = VARIABLES[name].get(self)
        return value

    @property
    def title(self) -> str:
        """The paper's title; its key where it has none, for an empty item is markup gone wrong."""
        return self.paper.title or self.paper.key

    @lazy
    def links(self) -> Sequence[Link]:
        """The links to show: one of each URL, and of two the one whose label is not just `Paper`."""
        paper, order = self.paper, self.options.paper_link
        found = paper.links if order == paper.paper_link else paper.links_in(order)
        if len(found) <= 1 or len({link.url for link in found}) == len(found):
            return found
        first = {link.url: link for link in reversed(found)}
        named = {link.url: link for link in reversed(found) if link.kind != "paper"}
        return [link for url, link in reversed((first | named).items())]

    @property
    def first_url(self) -> str:
        """Where a linked title leads: the paper, else its code or whatever there is."""
        found = self.paper.paper_url(self.options.paper_link)
        return found or next((link.url for link in self.links), "")

    def shown(self, links: Sequence[Link]) -> Markdown:
        """Return links as markdown, side by side; behind a code link its stars where wanted."""
        parts = [self.options.links.show(link) for link in links]
        if self.options.stars:
            stars = (star_badge(link.url) if link.kind == "code" else "" for link in links)
            parts = [part for pair in zip(parts, stars, strict=True) for part in pair]
        return Markdown(" ".join(filter(None, parts)))


class Variable(NamedTuple):
    """A name that templates may use: what it is, its type, and how it is got."""

    name: str
    help: str
    get: Callable[[Item], object]
    type: type = str


def _stop(text: str) -> str:
    return "" if text.endswith((".", "!", "?", "…", "。")) else "."


def _linked_title(item: Item) -> Markdown:
    title, url = escape(item.title), destination(item.first_url)
    return Markdown(f"[{title}]({url})") if url else title


def _more_links(item: Item) -> Markdown:
    return item.shown([link for link in item.links if link.url != item.first_url])


def _of_kind(kind: str) -> Callable[[Item], Markdown]:
    def url(item: Item) -> Markdown:
        found = (destination(link.url) for link in item.links if link.kind == kind)
        return next(found, Markdown())

    return url


def _further_links(item: Item) -> Markdown:
    return item.shown([link for link in item.links if link.kind == "link"])


def _repository(item: Item) -> Markdown:
    named = (identify(link.url) for link in item.links if link.kind == "code")
    found = (value for one in named for scheme, value in one if scheme == "github")
    return Markdown(quote(next(found, "")))


def _year(item: Item) -> str:
    return str(item.paper.year or "")


def _month(item: Item) -> str:
    month = item.paper.date_key[1]
    return f"{month:02}" if month else ""


def _date(item: Item) -> str:
    return "/".join(part for part in (_year(item), _month(item)) if part)


def _authors(item: Item) -> str:
    return display(item.paper.authors, max_names=item.options.authors)


def _link_list(item: Item) -> list[ShownLink]:
    label = item.options.links.label
    return [
        ShownLink(link.kind, link.label, label(link), destination(link.url), item.shown([link]))
        for link in item.links
    ]


def _stars(item: Item) -> Markdown:
    badges = (star_badge(link.url) for link in item.links if link.kind == "code")
    return next((badge for badge in badges if badge), Markdown())


VARIABLES: Mapping[str, Variable] = {
    variable.name: variable
    for variable in (
        Variable("title", "the title; the key where there is none", lambda item: item.title),
        Variable(
            "stop",
            "a full stop, empty where the title ends with a sign of its own",
            lambda item: _stop(item["title"]),
        ),
        Variable("linked_title", "the title as a link to the paper (markdown)", _linked_title),
        Variable(
            "shorttitle", "the field of this name", lambda item: item.paper.text("shorttitle")
        ),
        Variable("authors", "the names, cut at `[render] authors`", _authors),
        Variable(
            "authors_stop",
            "the same for the names (`et al.`)",
            lambda item: _stop(item["authors"]),
        ),
        Variable(
            "author_list",
            "the names one by one, to loop over, or for the filter `names`",
            lambda item: AuthorList(item.paper.authors),
            list,
        ),
        Variable(
            "tag", "venue and year: `NeurIPS 2023`, `arXiv 2024.07`", lambda item: item.paper.tag
        ),
        Variable("venue", "the venue's short name", lambda item: item.paper.venue_short),
        Variable("venue_name", "the venue's full name", lambda item: item.paper.venue_name),
        Variable("year", "the year", _year),
        Variable("month", "the month as two digits", _month),
        Variable("date", "year and month, `2024/07`, or the year", _date),
        Variable(
            "links", "every link in the link style (markdown)", lambda item: item.shown(item.links)
        ),
        Variable("more_links", "the links but that of the title (markdown)", _more_links),
        Variable(
            "link_list",
            "links with kind, name, label, url and markdown, to loop over",
            _link_list,
            list,
        ),
        Variable(
            "url",
            "the address of the paper, for a `(…)` (markdown)",
            lambda item: destination(item.first_url),
        ),
        Variable("paper_url", "the address of the paper alone (markdown)", _of_kind("paper")),
        Variable("code_url", "the address of its code (markdown)", _of_kind("code")),
        Variable(
            "further_links", "the links but those of paper and code (markdown)", _further_links
        ),
        Variable(
            "link",
            'any further address: `link.project`, `link["code-2"]` (markdown)',
            LinksByLabel,
            LinksByLabel,
        ),
        Variable(
            "repository_name",
            "the last part of that",
            lambda item: Markdown(_repository(item).rpartition("/")[2]),
        ),
        Variable("repository", "the code's repository on GitHub, `owner/name`", _repository),
        Variable("doi", "the bare DOI", lambda item: item.paper.doi or ""),
        Variable("arxiv", "the arXiv id", lambda item: item.paper.arxiv or ""),
        Variable("stars", "a badge with the stars of the code's repository (markdown)", _stars),
        Variable("tldr", "the field of this name", lambda item: item.paper.text("tldr")),
        Variable("award", "the field of this name", lambda item: item.paper.text("award")),
        Variable("key", "the citation key", lambda item: item.paper.key),
        Variable("type", "the entry type", lambda item: item.paper.type),
        Variable("category", "the title of the category", lambda item: item.category),
        Variable("number", "1, 2, 3, … in the category", lambda item: str(item.number)),
        Variable(
            "field",
            'any field: `field.pages`, `field["link-slides"]`',
            lambda item: Fields(item.paper),
            Fields,
        ),
    )
}
"""What item templates may use, by name."""
