"""What is asked of a bibliographic service and what it says: queries, records and the three answers.

A source is a module (`Source`): it builds requests and reads answers, both pure, and never opens a
connection; `bib2awesome.sources.http` alone does. "There is none" (`Absent`) and "could not ask"
(`Unasked`) are types of their own, so that neither can be taken for the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from bib2awesome.bib.names import Name

__all__ = [
    "Absent",
    "Answer",
    "Credentials",
    "Found",
    "Keep",
    "Limit",
    "Link",
    "Notice",
    "Parsed",
    "Query",
    "Record",
    "Request",
    "Response",
    "ShapeError",
    "Source",
    "Unasked",
    "no_credentials",
    "nothing_announced",
]


class Query(NamedTuple):
    """One question to one service.

    Attributes:
        scheme: `doi`, `arxiv`, `acl`, `github` (an identifier as `papers.identifiers` normalises it),
            `prefix` (of a DOI), `page` (the address of a paper's page) or `title` (a search).
        value: The identifier, the address, or the title as plain text.
        author: For `title`: the first author's family name as plain text, "" where unknown.
        year: For `title`: the year, if known. It helps a service to rank, and is no part of what is
            remembered: `enrich` fills it in.
    """

    scheme: str
    value: str
    author: str = ""
    year: int | None = None


class Link(NamedTuple):
    """One work that another one is related to: how (`is-preprint-of`, in Crossref's words), and its DOI."""

    relation: str
    doi: str


class Notice(NamedTuple):
    """A notice about a work (`retraction`, `correction`, in Crossref's words) and the DOI it has."""

    type: str
    doi: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """What one service says about one work; "", () and None are "does not say".

    Text is plain Unicode as a reader sees it: HTML, MathML and TeX are decoded, control characters are
    gone, blanks are folded. It is data of strangers: whoever writes it into a file encodes it first.

    Attributes:
        source: The service's name.
        url: A page where a person can look at the record.
        doi: Bare, in lower case.
        arxiv: Unversioned id.
        acl: ACL Anthology id.
        openreview: Id of the forum.
        dblp: Key, such as `conf/nips/HoJA20`.
        title: Without subtitle, unless the service joins them.
        subtitle: "" also where the title holds it already.
        authors: In the service's order; parts of names as plain text.
        sorted_authors: The service is known to sort this record's authors A-Z: the order means nothing.
        initials: Given names are initials only, at least of one author.
        year: Of publication (print for journals); the year of v1 for arXiv.
        years: Every year the record states for the work (print, online, issued), ascending.
        month: 1 to 12.
        type: BibTeX's word: `article`, `inproceedings`, `incollection`, `book`, `phdthesis`,
            `techreport`, `misc`; `preprint`; or `none` for what is never a paper (component, peer
            review, data set, notice of a journal, ...). "" where the service does not say.
        venue: Short name as the service writes it (`NeurIPS`, `ICLR 2024 poster`).
        container: Title of the proceedings, book or journal.
        series: Of the proceedings or book (`Lecture Notes in Computer Science`).
        event: Name of the conference.
        pages: `first-last` with a hyphen, or one page, or the article number.
        accepted: Whether the venue took the work; None where the service does not know.
        code: URL of the repository.
        archived: The repository is read-only.
        retracted: A notice retracts or withdraws the work.
        notices: Notices about the work.
        notice_of: DOIs of the works this record is a notice about: it is no paper then.
        relations: Other versions of the work.
        published: DOI of the published version that the preprint server names.
        comment: Free text of the authors (`Accepted to ICML 2023`): a hint, no fact.
        agency: Registration agency of the DOI (`Crossref`, `DataCite`, …).
    """

    source: str
    url: str
    doi: str | None = None
    arxiv: str | None = None
    acl: str | None = None
    openreview: str | None = None
    dblp: str | None = None
    title: str = ""
    subtitle: str = ""
    authors: tuple[Name, ...] = ()
    sorted_authors: bool = False
    initials: bool = False
    year: int | None = None
    years: tuple[int, ...] = ()
    month: int | None = None
    type: str = ""
    venue: str = ""
    container: str = ""
    series: str = ""
    event: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    publisher: str = ""
    accepted: bool | None = None
    code: str | None = None
    archived: bool | None = None
    retracted: bool = False
    notices: tuple[Notice, ...] = ()
    notice_of: tuple[str, ...] = ()
    relations: tuple[Link, ...] = ()
    published: str | None = None
    comment: str = ""
    agency: str = ""

    @property
    def whole_title(self) -> str:
        """The title with its subtitle."""
        return f"{self.title}: {self.subtitle}" if self.subtitle else self.title


class Found(NamedTuple):
    """The service knows: one record for an identifier, candidates in its own order for a search.

    `url` is the request that was answered, `retrieved` the day (`2026-11-27`).
    """

    source: str
    query: Query
    records: tuple[Record, ...]
    url: str
    retrieved: str


class Absent(NamedTuple):
    """The service was asked and has no such work."""

    source: str
    query: Query
    url: str
    retrieved: str


class Unasked(NamedTuple):
    """The service could not be asked, or its answer could not be read: nothing is known.

    Attributes:
        reason: What happened, as a sentence's part: `answers 503`, `offline`.
        expected: Nobody wanted it asked (`--offline`, a service without its key): no failure.
    """

    source: str
    query: Query
    url: str
    reason: str
    expected: bool = False


Answer = Found | Absent | Unasked


class Limit(NamedTuple):
    """What a service allows on one route: `requests` per `seconds`, and so many at once."""

    requests: int
    seconds: float
    concurrency: int = 1


class Keep(NamedTuple):
    """For how many days an answer is remembered (reference: the services' own terms)."""

    found: float = 30
    absent: float = 7
    search: float = 14


class Request(NamedTuple):
    """One HTTP request, without the base URL, keys and addresses.

    Attributes:
        path: Behind the base URL, already percent-encoded.
        params: Of the query string, not yet encoded.
        body: Sent as JSON by POST; None is a GET.
        route: Which of the source's limits counts it.
        queries: What it asks.
    """

    path: str
    queries: tuple[Query, ...]
    params: tuple[tuple[str, str], ...] = ()
    body: Any = None
    route: str = ""


class Response(NamedTuple):
    """An answer as it came: 200, 400 or 404; header names in lower case, the body unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str = ""


class Parsed(NamedTuple):
    """What an answer says: items by query, and what to ask once more in a request of its own.

    An item is one record as the service sends it (a JSON value), so that what is remembered outlives
    our reading of it. A query in neither part is one the service has nothing for.
    """

    items: Mapping[Query, Sequence[Any]]
    alone: Sequence[Query] = ()


class Credentials(NamedTuple):
    """What carries a key: headers, parameters of the query string. Never logged, never remembered."""

    headers: Mapping[str, str] = MappingProxyType({})
    params: tuple[tuple[str, str], ...] = ()


def no_credentials(key: str) -> Credentials:  # noqa: ARG001
    """Return nothing: the `credentials` of a source that takes no key."""
    return Credentials()


def nothing_announced(headers: Mapping[str, str], route: str) -> Limit | None:  # noqa: ARG001
    """Return None: the `announced` of a source whose answers do not tell its limits."""
    return None


class ShapeError(Exception):
    """An answer does not look as the service's answers do: an outage, never "no such work"."""


class Source(Protocol):
    """One service; a module in this folder, or an object behind an entry point.

    Attributes:
        name: As the file; `[sources.NAME]`, `BIB2AWESOME_NAME_URL`.
        help: What it is asked for, without a final full stop.
        url: The public base URL.
        schemes: What can be asked, and by how many queries of it one request holds.
        limits: By route: what is allowed before any answer has announced more.
        keep: How long answers are remembered.
        key: The environment variable of its key, "" where it knows none.
        needs_key: Without the key it is not asked.
    """

    name: str
    help: str
    url: str
    schemes: Mapping[str, int]
    limits: Mapping[str, Limit]
    keep: Keep
    key: str
    needs_key: bool

    def route(self, query: Query, *, alone: bool) -> str:
        """Return the route by which `query` is asked; `alone` where a request of its own is wanted."""
        ...

    def request(self, queries: Sequence[Query], route: str) -> Request:
        """Return a request by `route` for as many of `queries`, from the first on, as it can hold.

        Args:
            queries: Of one scheme and route, as many as `schemes` says or fewer, at least one.
            route: One of `limits`.
        """
        ...

    def parse(self, request: Request, response: Response) -> Parsed:
        """Read an answer.

        Raises:
            ShapeError: It does not look as this service's answers do.
        """
        ...

    def record(self, item: Any) -> Record:
        """Read one item.

        Raises:
            ShapeError: It is none.
        """
        ...

    def announced(self, headers: Mapping[str, str], route: str) -> Limit | None:
        """Return the limit that an answer's headers announce for `route`, None where they do not."""
        ...

    def credentials(self, key: str) -> Credentials:
        """Return what carries `key` in a request."""
        ...
