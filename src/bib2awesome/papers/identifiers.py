r"""Identifiers of works and code: recognised in any field or URL, and normalised so that equal means same.

What a normalised value looks like:

| scheme | value | example |
|---|---|---|
| `doi` | bare, lower case, no resolver (DOI Handbook: case-insensitive) | `10.1109/cvpr52729.2023.00196` |
| `arxiv` | unversioned; old style without subject class | `2407.03297`, `math/0309136` |
| `openreview` | the forum id | `St1giarCHLP` |
| `acl` | the Anthology's paper id | `2023.emnlp-main.289`, `P19-1001` |
| `pmlr` | volume and key | `v139/nichol21a` |
| `cvf` | folder and name of the open access page | `content/CVPR2023/Li_Name_CVPR_2023` |
| `neurips` | year and hash (`/track` for its second proceedings), or the old number | `2023/2ac2…` |
| `semanticscholar` | `CorpusID:…` or the 40-digit hash | `CorpusID:13756489` |
| `pubmed` | PMID, or PMCID with its letters | `31452104`, `PMC6710000` |
| `hal` | document id without version | `hal-01234567` |
| `github` | owner/repository, as written (GitHub ignores case) | `openai/improved-diffusion` |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from bib2awesome.papers.arxiv import arxiv_id, arxiv_month
from bib2awesome.papers.doi import doi
from bib2awesome.papers.urls import plain_tex, safe_url

__all__ = [
    "Identifier",
    "arxiv_id",
    "arxiv_month",
    "doi",
    "identify",
    "repository_of",
    "safe_url",
    "url_of",
]


class Identifier(NamedTuple):
    """One identifier: the scheme it belongs to and its normalised value (see the module's table)."""

    scheme: str
    value: str

    @property
    def kind(self) -> str:
        """What people call it: `DOI`, `arXiv id`, `openreview id`."""
        return _KINDS.get(self.scheme, f"{self.scheme} id")


_KINDS = {"doi": "DOI", "arxiv": "arXiv id"}

# Everything but DOI and arXiv: the scheme, words of which every text with such an identifier has one, and
# the pattern; group 1 (and 2, 3) make the value. What may repeat before it is counted, or a text of many
# hosts would be read anew from each of them.
_SOURCES: Mapping[str, tuple[tuple[str, ...], str]] = {
    "openreview": (
        ("openreview",),
        r"openreview\.net/(?:forum|pdf|attachment|revisions|references/\w+)/?\?(?:[^\s#]{0,300}?&)?id=([\w-]{6,})",
    ),
    "acl": (
        ("acl",),
        (
            r"(?:aclanthology\.\w+|aclweb\.org|aclanthology\.coli\.uni-saarland\.de)/"
            r"(?!volumes/|events/)(?:[\w.-]+/){0,8}?((?:\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)|(?:[A-Z]\d{2}-\d{4}))(?!\d)"
        ),
    ),
    "pmlr": (
        ("mlr",),
        (
            r"(?:proceedings\.mlr\.press|jmlr(?:\.csail\.mit|)\.(?:org|edu)/proceedings/papers"
            r"|/mlresearch)/([rv]\d+)/(?:[\w-]+/assets/)?([a-z][\w-]*?\d\d[a-z]*)(?=[./?#\s]|-supp|$)"
        ),
    ),
    "cvf": (
        ("thecvf",),
        r"openaccess\.thecvf\.com/(content[\w/]*?)/(?:papers|html|supplemental)/(?:[\w-]+/)?([^/\s?#]+?)_(?:paper|supplemental)(?![a-z0-9_])",
    ),
    "neurips": (
        ("ips.cc",),
        (
            r"(?:papers\.nips\.cc|(datasets-benchmarks-)?proceedings\.neurips\.cc|papers\.neurips\.cc)"
            r"/paper(?:_files/paper)?/(?:(\d{4})/(?:hash|file)/([0-9a-f]{32})(?:-\w+?-(Datasets_and_Benchmarks)\w*)?|(\d+)-)"
        ),
    ),
    "semanticscholar": (
        ("semanticscholar", "corpusid"),
        (
            r"(?:semanticscholar\.org/(?:paper|reader|graph/v1/paper)/(?:[^/\s]+/)?([0-9a-f]{40})"
            r"|corpusid:\s?(\d+))"
        ),
    ),
    "pubmed": (
        ("pubmed", "pmid", "pmc"),
        (
            r"(?:(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed|europepmc\.org/(?:article|abstract)/med)/|\bpmid:?\s*)(\d{1,8})(?!\d)"
            r"|(?:/|\bpmcid:?\s*|^)(PMC\d{3,8})(?!\d)"
        ),
    ),
    "hal": (
        ("-",),
        (
            r"(?:hal[\w.-]{0,60}\.(?:science|fr|archives-ouvertes\.fr)/|hal\.inria\.fr/|theses\.hal\.science/|^)"
            r"((?:hal|tel|inria|halshs|inserm|cea|lirmm|pasteur|ensl|dumas|cel|hprints|emse|ujm|ineris|mnhn|hceres)-\d{5,9})(?:v\d+)?(?!\d)"
        ),
    ),
    "github": (
        ("github",),
        (
            r"(?:(?<![\w.-])(?:www\.)?github\.com[/:]|raw\.githubusercontent\.com/|api\.github\.com/repos/)"
            r"([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)/([\w.-]+)"
        ),
    ),
}


_ARXIV_URL = re.compile(
    r"https?://arxiv\.org/(?:abs|pdf)/(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?", re.ASCII
)
_GITHUB_URL = re.compile(
    r"https://github\.com/((?!\d)[A-Za-z\d-]+)/((?![^/]*\d\.\d)[\w.-]*[\w-])/?", re.ASCII
)
_ANY_WORD = re.compile(
    "|".join(re.escape(word) for words, _ in _SOURCES.values() for word in words)
)


@cache
def _pattern(scheme: str) -> re.Pattern[str]:
    return re.compile(_SOURCES[scheme][1], re.IGNORECASE)


# First path segments of github.com that are pages of GitHub's own, not owners.
_NOT_OWNERS = frozenset(
    "about apps collections contact customer-stories enterprise explore features issues join login "
    "marketplace new notifications orgs pricing pulls readme search security settings site "
    "sponsors stars team topics trending users".split()
)


@lru_cache(maxsize=1 << 16)  # as many links as a list of 10,000 papers has
def identify(url_or_text: str) -> tuple[Identifier, ...]:
    """Return every identifier in `url_or_text`, the scheme of the module's table each, without repeats.

    An arXiv DOI yields the arXiv id and the DOI, a DOI of the ACL Anthology its Anthology id as well: the
    one follows from the other by the registrant's rule.
    """
    text = plain_tex(url_or_text)
    found: list[Identifier] = []
    link = _ARXIV_URL.fullmatch(text)  # most are one
    if link is not None:
        preprint = arxiv_id(link[1])
        return () if preprint is None else (Identifier("arxiv", preprint),)
    link = _GITHUB_URL.fullmatch(text)  # and the others, most are these
    if link is not None:
        repository = _repository(link[1], link[2])
        return () if repository is None else (Identifier("github", repository),)
    name = doi(text)
    if name is not None:
        found.append(Identifier("doi", name))
        anthology = re.fullmatch(r"10\.(?:18653|3115)/v1/(.+)", name)
        if anthology is not None and (value := _acl(anthology[1])):
            found.append(Identifier("acl", value))
    preprint = arxiv_id(text)
    if preprint is not None:
        found.append(Identifier("arxiv", preprint))
    lower = text.lower()
    if not _ANY_WORD.search(lower):
        return tuple(dict.fromkeys(found))
    for scheme, (words, _) in _SOURCES.items():
        if any(word in lower for word in words):
            found += (
                Identifier(scheme, value)
                for match in _pattern(scheme).finditer(text)
                if (value := _value(scheme, match))
            )
    return tuple(dict.fromkeys(found))


def _acl(text: str) -> str | None:
    """Return the Anthology id that `text` is: new style in lower case, old style with its capital."""
    match = re.match(
        r"(\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)$|([a-z]\d{2}-\d{4})$", text, re.IGNORECASE
    )
    if match is None:
        return None
    return text.lower() if match[1] else text.upper()


def _value(scheme: str, match: re.Match[str]) -> str | None:
    """Return the normalised value of a match of `_patterns`, None where it is none after all."""
    groups = [group for group in match.groups() if group]
    if scheme == "acl":
        return _acl(groups[0])
    if scheme == "neurips":
        _, year, digest, track, number = match.groups()
        track = "Datasets_and_Benchmarks" if track or match[1] else None
        return number or "/".join(part for part in (year, digest.lower(), track) if part)
    if scheme == "semanticscholar":
        return f"CorpusID:{match[2]}" if match[2] else match[1].lower()
    if scheme == "github":
        return _repository(*groups)
    return {"pmlr": "/".join(groups).lower(), "cvf": "/".join(groups)}.get(
        scheme, groups[0].upper() if scheme == "pubmed" else groups[0]
    )


def _repository(owner: str, name: str) -> str | None:
    name = name.rstrip(".")
    name = name[:-4] if name.lower().endswith(".git") else name
    return f"{owner}/{name}" if name and owner.lower() not in _NOT_OWNERS else None


def repository_of(url: str) -> str | None:
    """Return owner and name of the repository on GitHub that a link leads to or into."""
    return next((one.value for one in identify(url) if one.scheme == "github"), None)


_URLS = {
    "doi": "https://doi.org/",
    "arxiv": "https://arxiv.org/abs/",
    "openreview": "https://openreview.net/forum?id=",
    "hal": "https://hal.science/",
    "github": "https://github.com/",
}
_CONFERENCE_SUFFIX_SINCE = 2022


def url_of(identifier: Identifier) -> str | None:
    """Return the page of `identifier` (the abstract rather than the PDF), None for an unknown scheme."""
    scheme, value = identifier
    if scheme in _PAGES:
        return _PAGES[scheme](value)
    base = _URLS.get(scheme)
    if base is None:
        return None
    return safe_url(base + value.replace("%", "%25").replace("?", "%3F").replace("#", "%23"))


def _pubmed_page(value: str) -> str:
    host, path = ("pmc", f"articles/{value}") if value.startswith("PMC") else ("pubmed", value)
    return f"https://{host}.ncbi.nlm.nih.gov/{path}/"


def _cvf_page(value: str) -> str:
    folder, _, name = value.rpartition("/")
    return f"https://openaccess.thecvf.com/{folder}/html/{name}_paper.html"


def _neurips_page(value: str) -> str:
    year, digest, track = (*value.split("/"), "", "")[:3]
    if not digest:
        return f"https://papers.nips.cc/paper/{value}"
    track = track or ("Conference" if int(year) >= _CONFERENCE_SUFFIX_SINCE else "")
    page = f"{digest}-Abstract-{track}" if track else f"{digest}-Abstract"
    return f"https://proceedings.neurips.cc/paper/{year}/hash/{page}.html"


def _semanticscholar_page(value: str) -> str:
    if value.startswith("CorpusID:"):
        return f"https://api.semanticscholar.org/{value}"
    return f"https://www.semanticscholar.org/paper/{value}"


_PAGES: dict[str, Callable[[str], str]] = {
    "acl": "https://aclanthology.org/{}/".format,
    "pmlr": "https://proceedings.mlr.press/{}.html".format,
    "pubmed": _pubmed_page,
    "cvf": _cvf_page,
    "neurips": _neurips_page,
    "semanticscholar": _semanticscholar_page,
}
