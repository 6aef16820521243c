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
from functools import cache, lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from bib2awesome.papers.urls import plain_tex, safe_url

__all__ = [
    "Identifier",
    "arxiv_id",
    "arxiv_month",
    "doi",
    "identify",
    "safe_url",
    "url_of",
]


class Identifier(NamedTuple):
    """One identifier: the scheme it belongs to and its normalised value (see the module's table)."""

    scheme: str
    value: str


_DOI_START = re.compile(r"10\.\d{4,9}(?:\.\d+)*/")
_DOI_PLAIN = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[a-z0-9._/-]*[a-z0-9]")
# What publishers put behind a DOI in their own URLs; never the end of a DOI itself.
_DOI_TAIL = re.compile(
    r"(?:/(?:full|abstract|pdf|epdf|epub|meta|html|fulltext|references|summary|pdfdirect|issuetoc)(?:/.*)?"
    r"|(?:v\d+)?\.full(?:\.pdf|-text)?|\.pdf(?:\+html)?)$",
    re.IGNORECASE,
)
_CLOSERS = {")": "(", "]": "[", "}": "{", ">": "<"}

_NEW = r"((?:0[7-9]|[1-9]\d)(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?(?![\d.]*\d)"
_ARCHIVES = (
    "acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|"
    "cond-mat|cs|dg-ga|econ|eess|funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|mtrl-th|nlin|"
    "nucl-ex|nucl-th|patt-sol|physics|plasm-ph|q-alg|q-bio|q-fin|quant-ph|solv-int|stat|supr-con"
)
_OLD = rf"(?<![a-z0-9-])((?:{_ARCHIVES})(?:\.[a-z]{{2}}(?:-[a-z]{{2,3}})?)?/\d{{2}}(?:0[1-9]|1[0-2])\d{{3}})(?:v\d+)?(?!\d)"
_ARXIV_BARE = re.compile(r"(\d{4}\.\d{4,5})(?:v\d+)?")


@cache
def _arxiv_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the pattern of a whole string that is an id, and of an id that something announces."""
    whole = re.compile(
        rf"(?:(?:arxiv:)?\s*(?:abs/)?(?:{_NEW}|{_OLD}))(?:\s*\[[\w.-]+\])?", re.IGNORECASE
    )
    said = re.compile(
        r"(?:arxiv|ar5iv|alphaxiv|corr\b|xxx\.lanl\.gov|huggingface\.co/papers|\beprint\b|\be-print\b)"
        rf"[^\d\n]{{0,40}}?(?:{_NEW}|{_OLD})",
        re.IGNORECASE,
    )
    return whole, said


def doi(text: str) -> str | None:
    r"""Return the DOI in `text`, bare and in lower case, or None.

    Takes a bare DOI, `doi:10.…`, any resolver's URL (doi.org, dx.doi.org, doi.acm.org), a publisher's URL
    that holds one, and free text. TeX escapes, percent-encoding and HTML entities are undone, trailing
    punctuation and unpaired closing brackets come off; SICI DOIs keep their `<>;:()`.
    """
    if _DOI_PLAIN.fullmatch(text):
        return text
    start = _DOI_START.search(text)
    if start is None:
        if "%2" not in text or (start := _DOI_START.search(text := unquote(text))) is None:
            return None
    before, found = text[: start.start()], text[start.start() :]
    in_url = "://" in before or bool(re.search(r"\.\w+/\S*$", before))
    found = _without_entities(plain_tex(found)).strip()
    if in_url:
        found = unquote(re.split(r"[?#&\s]", found, maxsplit=1)[0])
    found = re.split(r"[\s\"{}|\\^`]", found, maxsplit=1)[0]
    if in_url:
        found = _DOI_TAIL.sub("", found)
    found = _ascii_lower(_trimmed(found))
    match = _DOI_START.match(found)
    return found if match is not None and match.end() < len(found) else None


def _without_entities(text: str) -> str:
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text


def _trimmed(text: str) -> str:
    """Strip trailing punctuation, and closing brackets that were opened outside."""
    while text:
        last = text[-1]
        opener = _CLOSERS.get(last)
        loose = opener is not None and text.count(last) > text.count(opener)
        if not loose and last not in ".,;:'\"*_/":
            break
        text = text[:-1]
    return text


def _ascii_lower(text: str) -> str:
    """Lower ASCII letters only, as the DOI Handbook compares names."""
    if text.isascii():
        return text.lower()
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)


@lru_cache(maxsize=4096)
def arxiv_id(text: str) -> str | None:
    """Return the arXiv id in `text`, without version (and old ones without subject class), or None.

    A text that is nothing but an id is one (`2407.03297v2`, `hep-th/9901001`); inside other text an id
    counts only where arXiv, CoRR, an arXiv mirror's host, Hugging Face papers or the arXiv DOI prefix
    stands in front of it, because four digits, a point and five digits are also prices and pages.
    """
    bare = _ARXIV_BARE.fullmatch(text)
    if bare is not None:
        return bare[1] if _valid_new(bare[1]) else None
    whole, said = _arxiv_patterns()
    text = plain_tex(text).strip()
    match = whole.fullmatch(text) or said.search(text)
    if match is None:
        return None
    new, old = match.groups()
    if new is not None:
        return str(new) if _valid_new(new) else None
    archive, _, number = old.lower().partition("/")
    return f"{archive.partition('.')[0]}/{number}"


_FIVE_DIGITS_SINCE = 1501
_NEW_SINCE = 704


def _valid_new(identifier: str) -> bool:
    """Whether year, month and number of digits belong together (five digits since January 2015)."""
    stamp, _, number = identifier.partition(".")
    month = int(stamp[2:])
    digits = 5 if int(stamp) >= _FIVE_DIGITS_SINCE else 4
    return int(stamp) >= _NEW_SINCE and 1 <= month <= 12 and len(number) == digits  # noqa: PLR2004


_OLD_CENTURY = 91


def arxiv_month(identifier: str) -> tuple[int, int] | None:
    """Return (year, month) of an id as `arxiv_id` gives it, None if it is none: `2407.03297` is (2024, 7)."""
    normalised = arxiv_id(identifier)
    if normalised is None:
        return None
    stamp = normalised.rpartition("/")[2][:4]
    year = int(stamp[:2])
    return (1900 if year >= _OLD_CENTURY and "/" in normalised else 2000) + year, int(stamp[2:])


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return scheme and pattern of everything but DOI and arXiv; group 1 (and 2, 3) make the value."""
    sources = {
        "openreview": r"openreview\.net/(?:forum|pdf|attachment|revisions|references/\w+)/?\?(?:[^\s#]*?&)?id=([\w-]{6,})",
        "acl": r"(?:aclanthology\.\w+|aclweb\.org|aclanthology\.coli\.uni-saarland\.de)/"
        r"(?!volumes/|events/)(?:[\w.-]+/)*?((?:\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)|(?:[A-Z]\d{2}-\d{4}))(?!\d)",
        "pmlr": r"(?:proceedings\.mlr\.press|jmlr(?:\.csail\.mit|)\.(?:org|edu)/proceedings/papers"
        r"|/mlresearch)/([rv]\d+)/(?:[\w-]+/assets/)?([a-z][\w-]*?\d\d[a-z]*)(?=[./?#\s]|-supp|$)",
        "cvf": r"openaccess\.thecvf\.com/(content[\w/]*?)/(?:papers|html|supplemental)/(?:[\w-]+/)?([^/\s?#]+?)_(?:paper|supplemental)",
        "neurips": r"(?:papers\.nips\.cc|(datasets-benchmarks-)?proceedings\.neurips\.cc|papers\.neurips\.cc)"
        r"/paper(?:_files/paper)?/(?:(\d{4})/(?:hash|file)/([0-9a-f]{32})(?:-\w+?-(Datasets_and_Benchmarks)\w*)?|(\d+)-)",
        "semanticscholar": r"(?:semanticscholar\.org/(?:paper|reader|graph/v1/paper)/(?:[^/\s]+/)?([0-9a-f]{40})"
        r"|corpusid:\s?(\d+))",
        "pubmed": r"(?:(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed|europepmc\.org/(?:article|abstract)/med)/|\bpmid:?\s*)(\d{1,8})(?!\d)"
        r"|(?:/|\bpmcid:?\s*|^)(PMC\d{3,8})(?!\d)",
        "hal": r"(?:hal[\w.-]*\.(?:science|fr|archives-ouvertes\.fr)/|hal\.inria\.fr/|theses\.hal\.science/|^)"
        r"((?:hal|tel|inria|halshs|inserm|cea|lirmm|pasteur|ensl|dumas|cel|hprints|emse|ujm|ineris|mnhn|hceres)-\d{5,9})(?:v\d+)?(?!\d)",
        "github": r"(?:(?<![\w.-])(?:www\.)?github\.com[/:]|raw\.githubusercontent\.com/|api\.github\.com/repos/)"
        r"([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)/([\w.-]+)",
    }
    return tuple((scheme, re.compile(source, re.IGNORECASE)) for scheme, source in sources.items())


# First path segments of github.com that are pages of GitHub's own, not owners.
_NOT_OWNERS = frozenset(
    [
        "about",
        "apps",
        "collections",
        "contact",
        "customer-stories",
        "enterprise",
        "explore",
        "features",
        "issues",
        "join",
        "login",
        "marketplace",
        "new",
        "notifications",
        "orgs",
        "pricing",
        "pulls",
        "readme",
        "search",
        "security",
        "settings",
        "site",
        "sponsors",
        "stars",
        "team",
        "topics",
        "trending",
        "users",
    ]
)


@lru_cache(maxsize=4096)
def identify(url_or_text: str) -> tuple[Identifier, ...]:
    """Return every identifier in `url_or_text`, the scheme of the module's table each, without repeats.

    An arXiv DOI yields the arXiv id and the DOI, a DOI of the ACL Anthology its Anthology id as well: the
    one follows from the other by the registrant's rule.
    """
    text = plain_tex(url_or_text)
    found: list[Identifier] = []
    name = doi(text)
    if name is not None:
        found.append(Identifier("doi", name))
        anthology = re.fullmatch(r"10\.(?:18653|3115)/v1/(.+)", name)
        if anthology is not None and (value := _acl(anthology[1])):
            found.append(Identifier("acl", value))
    preprint = arxiv_id(text)
    if preprint is not None:
        found.append(Identifier("arxiv", preprint))
    for scheme, pattern in _patterns():
        found += (
            Identifier(scheme, value)
            for match in pattern.finditer(text)
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


_URLS = {
    "doi": "https://doi.org/",
    "arxiv": "https://arxiv.org/abs/",
    "openreview": "https://openreview.net/forum?id=",
    "acl": "https://aclanthology.org/",
    "pmlr": "https://proceedings.mlr.press/",
    "semanticscholar": "https://www.semanticscholar.org/paper/",
    "hal": "https://hal.science/",
    "github": "https://github.com/",
}
_CONFERENCE_SUFFIX_SINCE = 2022


def url_of(identifier: Identifier) -> str | None:
    """Return the page of `identifier` (the abstract rather than the PDF), None for an unknown scheme."""
    scheme, value = identifier
    if scheme == "pubmed":
        host, path = ("pmc", f"articles/{value}") if value.startswith("PMC") else ("pubmed", value)
        return f"https://{host}.ncbi.nlm.nih.gov/{path}/"
    if scheme == "cvf":
        folder, _, name = value.rpartition("/")
        return f"https://openaccess.thecvf.com/{folder}/html/{name}_paper.html"
    if scheme == "neurips":
        year, digest, track = (*value.split("/"), "", "")[:3]
        if not digest:
            return f"https://papers.nips.cc/paper/{value}"
        track = track or ("Conference" if int(year) >= _CONFERENCE_SUFFIX_SINCE else "")
        return f"https://proceedings.neurips.cc/paper/{year}/hash/{digest}-Abstract{track and '-' + track}.html"
    if scheme == "semanticscholar" and value.startswith("CorpusID:"):
        return f"https://api.semanticscholar.org/{value}"
    base = _URLS.get(scheme)
    if base is None:
        return None
    path = value + (".html" if scheme == "pmlr" else "/" if scheme == "acl" else "")
    return safe_url(base + path.replace("?", "%3F").replace("#", "%23").replace("%2", "%252"))
