"""What an identifier says of the venue and the year: of the Anthology, CVF, NeurIPS, PMLR, and some DOIs.

Each rule is the publisher's own scheme: the Anthology's ids (https://aclanthology.org/info/ids/), the folders
of the CVF's open access pages, the years in the addresses of NeurIPS, the volumes of PMLR
(https://proceedings.mlr.press/), and the DOIs of IEEE's and IJCAI's proceedings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from bib2awesome.papers.identifiers import Identifier

__all__ = ["Stated", "all_stated", "stated"]


class Stated(NamedTuple):
    """What an identifier says: the venue's short names that fit (empty: nothing), the year, and who says it."""

    venues: frozenset[str]
    year: int | None
    by: str


_NOTHING = frozenset[str]()
_OLD_ACL: Mapping[str, str] = {
    "P": "ACL",
    "N": "NAACL HLT",
    "D": "EMNLP IJCNLP CoNLL",
    "E": "EACL",
    "C": "COLING ACL",
    "I": "IJCNLP",
    "J": "Computational_Linguistics",
    "Q": "TACL",
}
_NEW_ACL: Mapping[str, str] = {
    "acl": "ACL",
    "emnlp": "EMNLP",
    "naacl": "NAACL",
    "eacl": "EACL",
    "aacl": "AACL IJCNLP",
    "coling": "COLING",
    "tacl": "TACL",
    "cl": "Computational_Linguistics",
    "conll": "CoNLL",
}
# Volumes of the large conferences; the many small ones say nothing here.
_PMLR: Mapping[int, tuple[str, int]] = {
    9: ("AISTATS", 2010), 15: ("AISTATS", 2011), 22: ("AISTATS", 2012), 31: ("AISTATS", 2013),
    33: ("AISTATS", 2014), 38: ("AISTATS", 2015), 51: ("AISTATS", 2016), 54: ("AISTATS", 2017),
    84: ("AISTATS", 2018), 89: ("AISTATS", 2019), 108: ("AISTATS", 2020), 130: ("AISTATS", 2021),
    151: ("AISTATS", 2022), 206: ("AISTATS", 2023), 238: ("AISTATS", 2024), 258: ("AISTATS", 2025),
    28: ("ICML", 2013), 32: ("ICML", 2014), 37: ("ICML", 2015), 48: ("ICML", 2016),
    70: ("ICML", 2017), 80: ("ICML", 2018), 97: ("ICML", 2019), 119: ("ICML", 2020),
    139: ("ICML", 2021), 162: ("ICML", 2022), 202: ("ICML", 2023), 235: ("ICML", 2024),
    267: ("ICML", 2025),
    78: ("CoRL", 2017), 87: ("CoRL", 2018), 100: ("CoRL", 2019), 155: ("CoRL", 2020),
    164: ("CoRL", 2021), 205: ("CoRL", 2022), 229: ("CoRL", 2023), 270: ("CoRL", 2024),
    30: ("COLT", 2013), 35: ("COLT", 2014), 40: ("COLT", 2015), 49: ("COLT", 2016),
    65: ("COLT", 2017), 75: ("COLT", 2018), 99: ("COLT", 2019), 125: ("COLT", 2020),
    134: ("COLT", 2021), 178: ("COLT", 2022), 195: ("COLT", 2023), 247: ("COLT", 2024),
    115: ("UAI", 2019), 124: ("UAI", 2020), 161: ("UAI", 2021), 180: ("UAI", 2022),
    216: ("UAI", 2023), 244: ("UAI", 2024),
}  # fmt: skip
_CENTURY = 60


def stated(identifier: Identifier) -> Stated | None:
    """Return what an identifier says of venue and year, None where it says nothing."""
    reader = _READERS.get(identifier.scheme)
    return reader(identifier.value) if reader else None


def _acl(value: str) -> Stated | None:
    match = re.fullmatch(r"([A-Z])(\d\d)-(\d)\d{3}", value)
    if match is not None:
        year = int(match[2]) + (1900 if int(match[2]) >= _CENTURY else 2000)
        return Stated(_venues(_OLD_ACL.get(match[1], "")), year, f"the Anthology id `{value}`")
    match = re.fullmatch(r"(\d{4})\.([a-z0-9_]+)-[a-z0-9_]+\.\d+", value)
    if match is None:
        return None
    return Stated(_venues(_NEW_ACL.get(match[2], "")), int(match[1]), f"the Anthology id `{value}`")


def _cvf(value: str) -> Stated | None:
    match = re.search(r"content[_/]?(CVPR|ICCV|WACV|ACCV|ECCV)[_/]?(\d{4})", value, re.IGNORECASE)
    if match is None:
        return None
    short = match[1].upper()
    return Stated(
        _venues(f"{short} {short}W"), int(match[2]), f"the CVF's address of {short} {match[2]}"
    )


def _neurips(value: str) -> Stated | None:
    match = re.match(r"(\d{4})/", value)
    if match is None:
        return None
    return Stated(
        _venues("NeurIPS"), int(match[1]), f"the address of the NeurIPS {match[1]} proceedings"
    )


def _pmlr(value: str) -> Stated | None:
    volume = re.match(r"v(\d+)/", value)
    known = _PMLR.get(int(volume[1])) if volume else None
    if known is None:
        return None
    return Stated(_venues(known[0]), known[1], f"volume {volume[1] if volume else ''} of PMLR")


@cache
def _doi_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(r"10\.1109/([a-z]+)(?:\d+|-\w+)*\.((?:19|20)\d\d)\.\d+"),
        re.compile(r"10\.24963/ijcai\.((?:19|20)\d\d)/\d+"),
        re.compile(r"10\.1609/aaai\.v(\d+)i\d+\.\d+"),
    )


_IEEE = {"cvpr": "CVPR", "iccv": "ICCV", "wacv": "WACV", "icra": "ICRA", "iros": "IROS",
         "icassp": "ICASSP", "icip": "ICIP", "icpr": "ICPR", "icme": "ICME", "icdm": "ICDM"}  # fmt: skip
_FIRST_OF_AAAI = 1986


def _doi(value: str) -> Stated | None:
    ieee, ijcai, aaai = _doi_patterns()
    match = ieee.fullmatch(value)
    if match is not None and match[1] in _IEEE:
        short = _IEEE[match[1]]
        return Stated(_venues(f"{short} {short}W"), int(match[2]), f"the DOI `{value}`")
    match = ijcai.fullmatch(value)
    if match is not None:
        return Stated(_venues("IJCAI IJCAI-ECAI"), int(match[1]), f"the DOI `{value}`")
    match = aaai.fullmatch(value)
    if match is not None:
        year = _FIRST_OF_AAAI + int(match[1])
        return Stated(_venues("AAAI IAAI EAAI"), year, f"the DOI `{value}`")
    return None


def _venues(words: str) -> frozenset[str]:
    return frozenset(word.replace("_", " ") for word in words.split()) or _NOTHING


_READERS: Mapping[str, Callable[[str], Stated | None]] = {
    "acl": _acl,
    "cvf": _cvf,
    "neurips": _neurips,
    "pmlr": _pmlr,
    "doi": _doi,
}


def all_stated(identifiers: tuple[Identifier, ...]) -> Iterator[Stated]:
    """Yield what each of these identifiers says, the silent ones left out."""
    for identifier in identifiers:
        found = stated(identifier)
        if found is not None:
            yield found
