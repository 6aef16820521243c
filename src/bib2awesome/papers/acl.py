"""The rule from an ACL Anthology id to a DOI, where it is certain.

The Association registers `10.18653/v1/ID` (until 2015 also `10.3115/v1/ID`), but not for every volume:
papers of journals and of conferences that the Anthology only hosts have other DOIs or none. So the
rule is an allow-list. The prefixes and years of it are those of DOIs registered with Crossref.
https://aclanthology.org/info/ids/ describes the ids.
"""

from __future__ import annotations

import re

__all__ = ["acl_doi"]

_NEW = re.compile(r"(\d{4})\.([a-z0-9]+)-[a-z0-9]+\.(\d+)")
_OLD = re.compile(r"([A-Z])(\d\d)-(\d{4})")
_OLD_CENTURY = 60
_FIRST_NEW = 2020

# Venues of the Association itself: every volume since 2020 has DOIs by the rule.
_ALWAYS = frozenset(("acl", "emnlp", "naacl", "eacl", "aacl", "findings", "conll", "semeval"))
# Workshops and guests: the years in which their volumes have them. In other years several of them met
# beside conferences whose papers get none (COLING, LREC).
_WORKSHOPS = {
    name: frozenset(map(int, years.split()))
    for name, years in {
        "alvr": "2020 2021 2024",
        "alw": "2020",
        "americasnlp": "2021 2023 2024",
        "arabicnlp": "2023 2024",
        "argmining": "2021 2023 2024",
        "autosimtrans": "2020 2021 2022",
        "bea": "2020 2022 2023",
        "bionlp": "2020 2021 2022 2023 2024",
        "blackboxnlp": "2020 2021 2022 2023 2024",
        "c3nlp": "2024",
        "calcs": "2021",
        "case": "2021 2022",
        "climatenlp": "2024",
        "clinicalnlp": "2020 2022 2023 2024",
        "clpsych": "2021 2022",
        "cmcl": "2020 2021 2022 2024",
        "codi": "2020 2021",
        "coling": "2020",
        "conda": "2024",
        "crac": "2021 2024",
        "customnlp4u": "2024",
        "dash": "2021 2022 2024",
        "deelio": "2020 2021 2022",
        "dialdoc": "2021 2022 2023",
        "ecnlp": "2020 2021 2022",
        "eval4nlp": "2020 2021",
        "fever": "2020 2021 2022 2023 2024",
        "figlang": "2020 2022 2024",
        "gebnlp": "2021 2022 2024",
        "gem": "2021 2022",
        "genbench": "2023 2024",
        "hcinlp": "2022 2024",
        "insights": "2020 2021 2022 2023 2024",
        "iwpt": "2020 2021",
        "iwslt": "2020 2021 2022 2023 2024",
        "kallm": "2024",
        "knowledgenlp": "2024",
        "knowllm": "2024",
        "langmol": "2024",
        "lchange": "2021 2022 2023 2024",
        "loresmt": "2023 2024",
        "louhi": "2020 2022",
        "maiworkshop": "2021",
        "metanlp": "2021",
        "ml4al": "2024",
        "mrl": "2021 2022 2023 2024",
        "mwe": "2021 2023",
        "ngt": "2020",
        "nli": "2020",
        "nllp": "2021 2022 2023 2024",
        "nlp4convai": "2020 2021 2022 2023",
        "nlp4dh": "2024",
        "nlp4pi": "2022 2024",
        "nlp4posimpact": "2021",
        "nlp4science": "2024",
        "nlpcovid19": "2020",
        "nlpcss": "2020 2022 2024",
        "nlpmc": "2020 2021",
        "nlposs": "2020 2023",
        "nuse": "2020 2021",
        "privatenlp": "2020 2021 2022",
        "repl4nlp": "2020 2021 2022 2023",
        "sdp": "2020 2021",
        "sicon": "2024",
        "sigdial": "2020 2021 2022 2023 2024",
        "sigmorphon": "2020 2021 2022 2023",
        "sigtyp": "2020 2021 2022 2023",
        "smm4h": "2021",
        "socialnlp": "2020 2021 2022",
        "splu": "2020",
        "starsem": "2021 2022 2023 2024",
        "sustainlp": "2020 2021 2022 2023",
        "trustnlp": "2021 2022 2023 2024",
        "tsar": "2022 2024",
        "vardial": "2023 2024",
        "wassa": "2022 2023 2024",
        "wat": "2021",
        "wikinlp": "2024",
        "winlp": "2020",
        "wmt": "2023 2024",
        "wnu": "2022 2023 2024",
        "wnut": "2020 2021",
        "woah": "2021 2022 2023 2024",
    }.items()
}
# Old style: the first letter is the venue; prefixes of DOIs with the first and the last year they hold for.
_OLD_PREFIXES = (
    ("10.3115/v1/", {"D": (2014, 2014), "E": (2014, 2014), "N": (2015, 2015), "P": (2014, 2015), "S": (2014, 2014)}),
    ("10.18653/v1/", {"D": (2015, 2019), "E": (2017, 2017), "K": (2015, 2019), "N": (2016, 2019), "P": (2016, 2019), "S": (2015, 2019)}),
)  # fmt: skip


def acl_doi(identifier: str) -> str | None:
    """Return the DOI of a paper in the ACL Anthology, bare and in lower case, or None.

    None is "not by this rule": the paper may well have another DOI (journals, older proceedings), and
    the front matter of a volume is no paper.

    Args:
        identifier: The Anthology's id as `papers.identifiers` gives it: `2023.emnlp-main.289`, `P19-1001`.
    """
    new = _NEW.fullmatch(identifier)
    if new is not None:
        year, venue, number = int(new[1]), new[2], int(new[3])
        known = venue in _ALWAYS or year in _WORKSHOPS.get(venue, ())
        return f"10.18653/v1/{identifier}" if known and number and year >= _FIRST_NEW else None
    old = _OLD.fullmatch(identifier)
    if old is None or old[3].endswith("000"):
        return None
    year = int(old[2]) + (1900 if int(old[2]) >= _OLD_CENTURY else 2000)
    for prefix, venues in _OLD_PREFIXES:
        first, last = venues.get(old[1], (1, 0))
        if first <= year <= last:
            return prefix + identifier.lower()
    return None
