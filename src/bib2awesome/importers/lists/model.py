r"""What a list says, as data: its sections, its items with their spans, its runs, its grammar.

For whoever turns a list into something else (`--adopt`, reading a pull request): offsets count characters
of `Listing.text`, which is the file with "\n" ends and without BOM; lines count from 0. An item covers
whole lines from its first to behind its last (with their ends), blank lines after it excluded; only
several papers on one line share its lines. A `Run` is a stretch of items of one section with nothing but
blank lines between them: what becomes one region. Everything outside runs is the author's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bib2awesome.bib.names import Name
from bib2awesome.importers.lists.inlines import Text
from bib2awesome.importers.lists.journals import Issue

__all__ = [
    "Column",
    "Grammar",
    "Item",
    "Listing",
    "Note",
    "PaperLink",
    "Reading",
    "Run",
    "Section",
]


@dataclass(slots=True, eq=False)
class Section:
    """A heading and what is below it.

    Attributes:
        title: The heading as visible text.
        level: 1 to 6 of headings (also of HTML and of headings in bullets), 7 of bold lines and
            `<summary>`, 8 and more of bullets that head further bullets.
        kind: `heading`, `html`, `bullet-heading`, `bold`, `summary`, `bullet`; `root` for the file.
        line: Where it stands.
        start: Offset of its line.
        end: Offset behind it.
        parent: The section above, None for the root.
        children: The sections below, in order.
        items: Its own items, in order.
        furniture: Whether its heading says that it holds no papers (contents, news, citation, …).
        category: Whether it is part of the taxonomy.
        blank: Whether nothing at all stands under it.
        columns: Of a table of ticks: its column titles; () otherwise.
        prose: (start line, end line) of the text between the heading and its first item.
    """

    title: str
    level: int
    kind: str = "heading"
    line: int = 0
    start: int = 0
    end: int = 0
    parent: Section | None = None
    children: list[Section] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    furniture: bool = False
    category: bool = False
    blank: bool = True
    columns: tuple[str, ...] = ()
    prose: list[tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in order."""
        stack = [self]
        while stack:
            section = stack.pop()
            yield section
            stack.extend(reversed(section.children))

    @property
    def chain(self) -> tuple[Section, ...]:
        """The categories from the top down to this section."""
        found: list[Section] = []
        section: Section | None = self
        while section is not None:
            if section.category:
                found.append(section)
            section = section.parent
        return tuple(reversed(found))


@dataclass(slots=True, eq=False)
class Item:
    """Something that stands where papers stand.

    Attributes:
        start: Offset of its first line.
        end: Offset behind its last one.
        line: Its first line.
        end_line: The line behind its last one.
        container: `bullet`, `numbered`, `paragraph`, `row`, `html-row`, `html-bullet`, `heading`.
        section: What it stands under.
        text: Its pieces and links.
        cells: Of a row: which cell each piece is in, by the number of the piece; () otherwise.
        header: Of a row: the titles of the columns.
        reading: What it says, once it was read.
    """

    start: int
    end: int
    line: int
    end_line: int
    container: str
    section: Section
    text: Text
    cells: tuple[int, ...] = ()
    header: tuple[str, ...] = ()
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class PaperLink:
    """A link of an item: `role` is `paper`, `code` or a label; `shown` is its text as it stands.

    `linked` is false for the address of an identifier that stands as mere text: `arXiv:1503.02531`.
    """

    role: str
    url: str
    shown: str
    linked: bool = True


@dataclass(slots=True)
class Reading:
    """What an item says; "" and None is "does not say".

    Attributes:
        title: The title, cleaned.
        style: How it was marked: `link`, `bold`, `quoted`, `cell`, `plain`.
        short: An acronym that stood before it.
        authors: In order, with `others` for "et al.".
        venue: As written.
        issue: Of a journal: volume, number and pages.
        place: Where the venue stood: `tag`, `trailing`, `line`, `link`, `column`, `badge`, `heading`.
        year: Stated, or of the heading above.
        links: Every link, the paper's first.
        dates: Every date: year, month, and the words for them.
        ticks: Of a table of ticks: yes or no by column title.
        remark: What fits nowhere else.
        problem: Why it is not understood; "" if it is.
        kind: `paper`, or `other` for what is no paper and stays as it is.
    """

    title: str = ""
    style: str = ""
    short: str = ""
    authors: tuple[Name, ...] = ()
    others: bool = False
    venue: str = ""
    issue: Issue | None = None
    place: str = ""
    year: int | None = None
    month: int | None = None
    award: str = ""
    tldr: str = ""
    links: list[PaperLink] = field(default_factory=list)
    dates: list[tuple[int, int | None, str]] = field(default_factory=list)
    ticks: dict[str, bool] = field(default_factory=dict)
    remark: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    problem: str = ""
    kind: str = "paper"


@dataclass(frozen=True, slots=True)
class Note:
    """A remark for the author: a line (from 1), a kind, a text."""

    line: int
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of tables: its title and what it holds."""

    title: str
    role: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """What most items of the list look like, by vote; "" where there are none.

    Attributes:
        container: `bullet`, `numbered`, `paragraph`, `row`, …
        style: How titles are marked: `link`, `bold`, `quoted`, `cell`, `plain`.
        place: Where the venue stands (`Reading.place`).
        link: How links are written: `[[X]](u)`, `[[X](u)]`, `[X](u)`, `badge`, `title` (no other).
        multiline: Whether items have several lines.
        levels: The level of the first category headings.
        newest_first: Whether years fall within sections; None where they are mixed or unknown.
        votes: How many items have each signature.
    """

    container: str = ""
    style: str = ""
    place: str = ""
    link: str = ""
    multiline: bool = False
    levels: int = 2
    newest_first: bool | None = None
    votes: Mapping[tuple[str, str, str], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of understood items of one section, with nothing but blank lines between them."""

    start: int
    end: int
    section: Section
    items: tuple[Item, ...]


class Listing:
    r"""A list that has been read.

    Attributes:
        text: The file's text: "\n" ends, no BOM.
        root: The section of the file; its title is the list's.
        items: Every item, understood or not, in order.
        notes: What the author should know, by line.
        grammar: What most items look like.
        unclosed: The line of an HTML comment that never closes, from 1, or None.
    """

    def __init__(self, text: str, root: Section) -> None:
        self.text = text
        self.root = root
        self.items: list[Item] = []
        self.notes: list[Note] = []
        self.grammar = Grammar()
        self.unclosed: int | None = None

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.text.split("\n")

    @property
    def papers(self) -> list[Item]:
        """The understood items that are papers."""
        return [
            item
            for item in self.items
            if item.reading and not item.reading.problem and item.reading.kind == "paper"
        ]

    @property
    def not_understood(self) -> list[Item]:
        """The items that could not be read."""
        return [item for item in self.items if item.reading is not None and item.reading.problem]

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The stretches of understood items, in order."""
        runs: list[Run] = []
        together: list[Item] = []
        for item in self.papers:
            last = together[-1] if together else None
            if last is not None and (
                last.section is not item.section
                or item.start < last.end
                or self.text[last.end : item.start].strip()
                or self.is_quoted(last) != self.is_quoted(item)
            ):
                runs.append(_run(together))
                together = []
            together.append(item)
        if together:
            runs.append(_run(together))
        return tuple(runs)

    def is_quoted(self, item: Item) -> bool:
        """Whether an item stands in a block quote."""
        return self.text.startswith(">", item.start)

    def source(self, item: Item) -> str:
        """Return an item's Markdown."""
        return self.text[item.start : item.end]


def _run(items: list[Item]) -> Run:
    return Run(items[0].start, items[-1].end, items[0].section, tuple(items))
