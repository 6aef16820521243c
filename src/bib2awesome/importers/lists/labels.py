"""The links of an item: what each is, by its label, its host and its place."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from bib2awesome.importers.lists.when_where import has_venue, when_where
from bib2awesome.papers.identifiers import identify, safe_url

__all__ = [
    "CODE",
    "PAPER",
    "is_attribute_name",
    "is_bare_label",
    "is_code_host",
    "is_dated_name",
    "is_kind",
    "is_label",
    "is_neutral",
    "is_news",
    "is_paper_host",
    "label_of",
    "may_be_title",
    "names_more",
    "role_of",
    "says_code",
]

PAPER, CODE = "paper", "code"
WORKS = frozenset(("doi", "arxiv", "openreview", "acl", "pmlr", "cvf", "neurips", "semanticscholar", "pubmed", "hal"))  # fmt: skip
"""The schemes that name a work, not its code."""

_PAPER_WORDS = frozenset(
    "paper papers pdf arxiv abs abstract doi html openreview link links url download article preprint publication "
    "fulltext here biorxiv medrxiv manuscript read pmlr ieee acm springer elsevier sciencedirect wiley mdpi "
    "scholar s2 alphaxiv ar5iv cvf anthology hf-paper click".split()
)
_NEUTRAL = frozenset("link links url here html read download click".split())
_CODE_WORDS = frozenset(
    "code codes github git gitlab repo repository repositories implementation implementations pytorch torch "
    "tensorflow tf keras jax python matlab official unofficial caffe mxnet julia paddle mindspore codebase "
    "source software gitee bitbucket".split()
)
_OTHER_WORDS = frozenset(
    "project projects page pages homepage website site web demo demos video videos slides slide ppt data "
    "dataset datasets model models weights checkpoint checkpoints blog post supplementary supplement supp "
    "appendix poster talk bibtex bib cite tweet twitter colab notebook huggingface hugging face space review "
    "reviews note notes docs documentation news youtube bilibili zhihu kaggle medium leaderboard benchmark "
    "interactive presentation tutorial wiki api app tool playground reddit thread discussion media summary "
    "material materials wandb replicate modelscope hf x report reports document list lists".split()
)
_CHINESE = {
    "论文": "paper", "原文": "paper", "文章": "paper", "链接": "link", "地址": "link", "下载": "link",
    "代码": "code", "源码": "code", "开源": "code", "项目": "project", "主页": "homepage",
    "网站": "website", "官网": "website", "网页": "page", "数据集": "dataset", "数据": "data",
    "视频": "video", "解读": "notes", "笔记": "notes", "讲解": "notes", "博客": "blog", "知乎": "zhihu",
    "演示": "demo", "模型": "model", "官方": "official", "和": "and", "与": "and", "的": "of",
}  # fmt: skip
"""Words of Chinese labels, which are written without blanks: `论文下载链接`."""
_HAN = re.compile("|".join(sorted(_CHINESE, key=len, reverse=True)))
_ATTRIBUTE = re.compile(
    r"(?:tl;?\s?dr|abstract|summary|key ?words?|key (?:ideas?|points?|contributions?)|authors?|venue|dates?|years?|tasks?|"
    r"(?:year|date) of publication|publication (?:year|date)|publishers?|"
    r"links?|published(?: (?:in|at))?|publication|conference|journal(?: info(?:rmation)?)?|tags?|category|categories|motivation|comments?|"
    r"description|affiliations?|institutions?|env(?:ironment)?|experiments?|\u6458\u8981|\u5173\u952e\u8bcd)\s*[:\uff1a]?$",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?:surveys?|reviews?|benchmarks?|vision|demo|datasets?|position|tutorials?|thes[ie]s|overview|perspective|theory|analysis|"
    r"empirical study)(?: papers?)?",
    re.IGNORECASE,
)
_FILLERS = frozenset("the in of and for to on by with and a an our my official full long short construction coming soon see only".split())  # fmt: skip
_WORD = re.compile(r"[^\W_]+(?:['+.-][^\W_]+)*")
_CODE_HOSTS = frozenset(
    "github.com gitlab.com bitbucket.org gist.github.com anonymous.4open.science gitee.com "
    "code.google.com sourceforge.net codeocean.com codeberg.org git.io".split()
)
_PAPER_HOSTS = frozenset(
    (
        "arxiv.org ieeexplore.ieee.org dl.acm.org sciencedirect.com link.springer.com springer.com "
        "nature.com science.org usenix.org ecva.net ijcai.org aaai.org biorxiv.org medrxiv.org mdpi.com "
        "ndss-symposium.org jmlr.org wiley.com tandfonline.com plos.org cell.com oup.com iclr.cc icml.cc "
        "neurips.cc nips.cc roboticsproceedings.org isca-speech.org isca-archive.org frontiersin.org "
        "ssrn.com researchgate.net semanticscholar.org iop.org aps.org acs.org pnas.org ncbi.nlm.nih.gov "
        "hal.science inria.fr vldb.org ceur-ws.org mlsys.org thecvf.com aclanthology.org aclweb.org "
        "mlr.press openreview.net doi.org sagepub.com royalsocietypublishing.org asme.org "
        "spiedigitallibrary.org scitepress.org techrxiv.org ist.psu.edu eccc.weizmann.ac.il"
    ).split()
)
"""Domains; their subdomains count, too."""
_BMVC = re.compile(r"(?:.*\.)?bmvc2\d\d\d\.org")
_LINK_AS_ADDRESS = re.compile(r"(?:%5B|\[)(https?://.*?)(?:%5D|\])\(\1/?\)")
"""`[Paper]([https://a.org](https://a.org))`."""
_HOST = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?([^/?#:\[\]]+)", re.IGNORECASE)


def _host(url: str) -> str:
    found = _HOST.match(url)
    return found[1].lower() if found else ""


@lru_cache(maxsize=1 << 16)
def _is_of_papers(host: str) -> bool:
    labels = host.split(".")
    domains = (".".join(labels[start:]) for start in range(len(labels)))
    return any(domain in _PAPER_HOSTS for domain in domains) or _BMVC.fullmatch(host) is not None


@lru_cache(maxsize=1 << 16)
def is_paper_host(url: str) -> bool:
    """Whether a paper is read at this address."""
    if _is_of_papers(_host(url)):
        return True
    if any(found.scheme in WORKS for found in identify(url)):
        return True
    path = urlsplit(url).path.lower() if ".p" in url.lower() else ""
    return path.endswith((".pdf", ".ps", ".ps.gz")) and not is_code_host(url)


_SECTION = re.compile(
    r"https?://(?:www\.)?github\.com/[^/?#]+/[^/?#]+/?#(?!readme$).+", re.IGNORECASE
)
"""A heading on the front page of a repository."""


@lru_cache(maxsize=1 << 16)
def is_code_host(url: str) -> bool:
    """Whether code lies at this address: a repository, not a user's or an organisation's page."""
    host = _host(url).removeprefix("www.")
    if url.lower().endswith((".pdf", ".ppt", ".pptx", ".key", ".doc", ".docx")):
        return False
    if host == "github.com":
        return any(found.scheme == "github" for found in identify(url))
    return host in _CODE_HOSTS


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> tuple[str, ...]:
    words: list[str] = _WORD.findall(_in_english(text).lower())
    if "-" not in text:
        return tuple(words)
    return tuple(part for word in words for part in _at_hyphens(word))


def _at_hyphens(word: str) -> list[str]:
    """Return the words of `code-pytorch`, each of which is one of labels; others stay whole."""
    if "-" not in word:
        return [word]
    parts = word.split("-")
    known = all(part.isalpha() and _is_known(part) for part in parts)
    return parts if known and not _is_known(word) else [word]


def _in_english(label: str) -> str:
    """Return a label with its Chinese words, if any, in English."""
    return label if label.isascii() else _HAN.sub(lambda word: f" {_CHINESE[word[0]]} ", label)


_MOST_WORDS, _LONGEST = 4, 60
"""Words of a label, and signs of them: most of what is asked is a title, and longer."""
_ASIDE = re.compile(
    r"(?<=\w)(?:\s*[(\uff08][^()]*[)\uff09]|\s+(?:from|by)\s+\w+)\s*$", re.IGNORECASE
)
"""Behind a label: `Paper (High Resolution)`, `Code (not yet)`, `Notes from Ada`."""
_DATED_NAME = re.compile(
    r"^\W*(?:[A-Z].*(?<!\d)(?:19|20)\d\d\W*|(?:19|20)\d\d\s?[,-]\s?[A-Z][^\d:]*)$"
)


@lru_cache(maxsize=1 << 16)
def is_label(text: str) -> bool:
    """Whether the text of a link says what the link is: `Paper`, `official code`, `[pdf]`, `TF`."""
    if len(text) > _LONGEST and not text.endswith((")", "\uff09")):
        return False
    words = [word for word in _words(_ASIDE.sub("", text)) if not word.isdigit()]
    if not words:
        return not any(sign.isalnum() for sign in text)
    known = [_is_known(word) for word in words]
    if len(words) > _MOST_WORDS:
        return False
    return all(known) or (any(known) and len(words) <= 2)  # noqa: PLR2004


def is_attribute_name(text: str) -> bool:
    """Whether words name what is said of a paper: `Abstract:`, `Keywords`."""
    text = text.strip()
    return len(text) <= _LONGEST and _ATTRIBUTE.match(text) is not None


def is_news(text: str) -> bool:
    """Whether a tag says that what follows tells of the list: `[News]`, `[Update]`."""
    return text.strip(" !:").lower() in {
        "new",
        "news",
        "update",
        "updates",
        "announcement",
        "notice",
    }


def is_kind(text: str) -> bool:
    """Whether a tag says what kind of paper it is: `[Survey]`, `[Position paper]`."""
    return _KIND.fullmatch(text) is not None


@lru_cache(maxsize=1 << 16)
def is_bare_label(text: str) -> bool:
    """Whether a text is nothing but words of labels, so that it says nothing of the work itself."""
    if len(text) > _LONGEST:
        return False
    words = [word for word in _words(text) if not word.isdigit()]
    return len(words) <= _MOST_WORDS and all(map(_is_known, words))


def names_more(label: str) -> bool:
    """Whether a label names something beside paper and code: `App`, `Imagen Video`."""
    return any(word in _OTHER_WORDS for word in _words(label))


def may_be_title(label: str) -> bool:
    """Whether what `is_label` takes for a label is capitalised, and names something beside: `Dataset Distillation`."""
    words = label.strip("[]() ").split()
    return (
        len(words) > 1
        and all(word[0].isupper() for word in words)
        and not (is_bare_label(label) or label.rstrip().endswith(":"))
        and not any(map(has_venue, words))
    )


def _is_known(word: str) -> bool:
    word = word.rstrip("0123456789")
    return word in _PAPER_WORDS or word in _CODE_WORDS or word in _OTHER_WORDS or word in _FILLERS or not word  # fmt: skip


def is_neutral(text: str) -> bool:
    """Whether the words of a link say nothing of what it leads to: `link`, `here`."""
    return _NEUTRAL.issuperset(_words(text))


@lru_cache(maxsize=1 << 14)
def says_code(text: str) -> bool:
    """Whether a label says code."""
    return any(word.rstrip("0123456789") in _CODE_WORDS for word in _words(text))


@lru_cache(maxsize=1 << 14)
def says_paper(text: str) -> bool:
    """Whether a label says paper."""
    words = [word.rstrip("0123456789") for word in _words(text)]
    return any(word in _PAPER_WORDS for word in words) and not any(
        word in _OTHER_WORDS or word in _CODE_WORDS for word in words
    )


def role_of(label: str, url: str) -> tuple[str, bool]:
    """Return what a link is (`paper`, `code` or a name for `link-…`), and whether label and host disagree."""
    paper = is_paper_host(url)
    if says_code(label):
        return (PAPER, True) if paper else (CODE, False)
    code, said_paper = is_code_host(url), says_paper(label)
    if said_paper and code:
        return CODE, not is_neutral(label)
    if said_paper or (paper and not _is_material(label)):
        return PAPER, False
    other = "" if _FILLERS.issuperset(_words(label)) else label_of(label)  # `Coming soon`
    if code and (
        not other or other in {"project", "page", "project-page", "website", "homepage", "link"}
    ):
        return CODE, False
    named = len(label.split()) >= _MOST_WORDS and _SECTION.fullmatch(url)  # a heading, by its words
    if code and not (
        named or _is_material(label) or is_label(label) or url.lower().endswith(".md")
    ):
        return CODE, False  # else notes that somebody keeps beside a list
    return other or "link", False


def _is_material(label: str) -> bool:
    """Whether a label names something that is kept beside papers: slides, a data set, a review."""
    words = _words(label)
    return any(
        word in _OTHER_WORDS
        and word not in {"website", "page", "site", "web", "project", "homepage"}
        for word in words
    )


@lru_cache(maxsize=1 << 14)
def label_of(text: str) -> str:
    """Return the name of a `link-…` field for a label: lower case, dashes, at most 24 characters."""
    import unicodedata  # noqa: PLC0415

    plain = unicodedata.normalize("NFKD", _in_english(text)).lower()
    plain = "".join(sign for sign in plain if sign.isascii())
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:24].strip("-")


def web_address(url: str) -> str | None:
    """Return the http(s) address a link leads to, None for anchors, files of the repository and others."""
    if url.startswith(("#http://", "#https://")):
        url = url[1:]
    if url.startswith("(http") and url.endswith(")"):
        url = url[1:-1]  # `[code]((https://…))`
    if not url or url.startswith(("#", "./", "../", "mailto:")):
        return None
    twice = _LINK_AS_ADDRESS.fullmatch(url) if url.startswith(("%5B", "[")) else None
    return safe_url(twice[1] if twice is not None else url)


def is_dated_name(text: str, most: int = _MOST_WORDS) -> bool:
    """Whether a text is a name of at `most` so many words and a year: a venue, known or not, `IEE TCSVT 2024`."""
    words = text.strip("[]() ").split()
    return len(words) <= most and _DATED_NAME.search(text) is not None


def names_venue(text: str) -> bool:
    """Whether the text of a link is a venue: `ICCV2021`, `AAAI`, `WACV 2022`."""
    found = when_where(text)
    return found is not None and bool(found.venue or found.year)
