"""DOIs: found in any text or URL, and normalised so that equal means same (DOI Handbook, 2.2 and 3.2)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bib2awesome.papers.urls import plain_tex

__all__ = ["doi", "is_preprint_doi"]

_PLAIN = re.compile(r"10\.\d{4,9}(?:\.\d+)*+/[a-z0-9._/-]*[a-z0-9]")
_PREPRINT = re.compile(
    r"10\.(?:48550|64898|2139|20944|21203|22541|26434|31219|31234|31235|32942|36227)/|10\.1101/\d"
)
_VERSIONED = re.compile(r"(10\.(?:1101|64898)/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})v\d+(?:\.[a-z-]+)?")
"""bioRxiv and medRxiv number the versions of a page, and have one DOI for all of them."""
_CLOSERS = ((")", "("), ("]", "["), ("}", "{"), (">", "<"))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a DOI's start, and of what publishers put behind a DOI in their URLs."""
    return re.compile(r"10\.\d{4,9}(?:\.\d+)*+/"), re.compile(
        r"(?:/(?:full|abstract|pdf|epdf|epub|meta|html|fulltext|references|summary|pdfdirect)(?:/.*)?"
        r"|(?:v\d+)?\.full(?:\.pdf|-text)?|\.pdf(?:\+html)?)$",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1 << 16)
def doi(text: str) -> str | None:
    r"""Return the DOI in `text`, bare and in lower case, or None.

    Takes a bare DOI, `doi:10.…`, any resolver's URL (doi.org, dx.doi.org, doi.acm.org), a publisher's URL
    that holds one, and free text. TeX escapes, percent-encoding and HTML entities are undone, trailing
    punctuation and unpaired closing brackets come off; SICI DOIs keep their `<>;:()`.
    """
    if _PLAIN.fullmatch(text):
        return _unversioned(text)
    head, tail = _patterns()
    if "%2" in text:
        text = _unquoted(text)
    start = head.search(text)
    if start is None:
        return None
    before, found = text[: start.start()], text[start.start() :]
    in_url = "://" in before or bool(re.search(r"\.\w+/", _last_word(before)))
    found = _without_entities(plain_tex(found)).strip()
    if in_url:
        found = _unquoted(re.split(r"[?#&\s]", found, maxsplit=1)[0])
    found = re.split(r"[\s\"{}|\\^`]", found, maxsplit=1)[0]
    if in_url:
        found = tail.sub("", found)
    found = _ascii_lower(_trimmed(found))
    match = head.match(found)
    return _unversioned(found) if match is not None and match.end() < len(found) else None


def _unversioned(name: str) -> str:
    """Return the DOI of all versions of a preprint."""
    match = _VERSIONED.fullmatch(name) if name.startswith(("10.1101/", "10.64898/")) else None
    return name if match is None else match[1]


def _last_word(text: str) -> str:
    """Return what stands directly before the end of a text; "" where that is a blank."""
    return "" if not text or text[-1].isspace() else text.rsplit(maxsplit=1)[-1]


def is_preprint_doi(name: str) -> bool:
    """Whether a DOI is of a preprint server; bioRxiv's share a prefix with journals (`10.1101/gr.…`)."""
    return _PREPRINT.match(name) is not None


def _unquoted(text: str) -> str:
    from urllib.parse import unquote  # noqa: PLC0415 few DOIs are percent-encoded; costs start-up

    return unquote(text) if "%" in text else text


def _without_entities(text: str) -> str:
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(entity, character)
    return text


def _trimmed(text: str) -> str:
    """Strip trailing punctuation, and closing brackets that were opened outside."""
    surplus = {closer: text.count(closer) - text.count(opener) for closer, opener in _CLOSERS}
    end = len(text)
    while True:  # ends in the prefix at the latest
        last = text[end - 1]
        if surplus.get(last, 0) > 0:
            surplus[last] -= 1
        elif last not in ".,;:'\"*_/":
            return text[:end]
        end -= 1


def _ascii_lower(text: str) -> str:
    """Lower ASCII letters only, as the DOI Handbook compares names."""
    if text.isascii():
        return text.lower()
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)
