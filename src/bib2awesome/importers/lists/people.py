"""Authors in the text of an item: full lists, `et al.`, `Last, F.`, `Last, First and …`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from bib2awesome.bib.names import Name, parse_names
from bib2awesome.importers.lists.when_where import has_venue, when_where

__all__ = ["People", "families_in", "is_institution", "people_in"]

_OTHERS = re.compile(r"[\s,;]*(?:\(?\be[tl]\.?\s?al\b\.?\)?|\band others\b|\betc\b\.?|\.\.\.|\u2026|\band more\b)[\s.,;]*$", re.IGNORECASE)  # fmt: skip
_MARKS = re.compile(r"[*\u2020\u2021\u00a7\u00b6#\u2709\u2217\u2299]|\s?\(?(?<![A-Za-z])\d+(?:\s?,\s?\d+)*\)?(?![A-Z]{2}|\d)|(?<=[a-z])\d+(?:,\d+)*|\([^)]*\)|\\")  # fmt: skip
_MARK = re.compile(r"[*\u2020\u2021\u00a7\u00b6#\u2709\u2217\u2299\d(\\]")
_LONGEST_OTHERS = 60
_MORE = ("al", "others", "etc", "more")
"""With one of them ends what `_OTHERS` finds, or with dots."""
_SPLIT = re.compile(r"[,;] ?(?:and\b|&)?| and |[&\u00b7|] ?")
_AND = re.compile(r"; ?(?:and )?| and |& ?")
_PARTICLES = frozenset(
    "van von de der den del della di da dos du la le el al bin ibn ten ter zu af y e".split()
)
_SMALL_WORDS = _PARTICLES | frozenset("and et al others etc more jr sr".split())
_MOST_SMALL = 3
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['\u2019.\u2010\u2011-])*")
_INITIALS = re.compile(r"(?![A-Z]{4})(?:[A-Z\u00c0-\u00de\u0141\u0160\u017d]\.?[ -]?){1,4}")
_FAMILY_FIRST = re.compile(
    r"(?=\S*[a-z])((?:(?:[Vv]an|[Vv]on|[Dd]e|der|den|[Dd]el|[Dd]i|[Dd]a|dos|du|[Ll]a|[Ll]e|ter|ten) )*[^\W\d_][\w'\u2019-]+(?: [^\W\d_][\w'\u2019-]+)?) (?!I{2,3}$|IV$)((?:[A-Z]\.?[ -]?){1,3})"
)
"""`Patel V M`, `Patel V.`: a family name and initials, with no comma between."""
_PARTICLED = re.compile(r"(?:(?:van|von|de|der|den|del|di|da|dos|du|la|le|ter|ten) )+\S+")
_GIVEN = re.compile(r"[^\W\d_][\w'\u2019.-]*(?: [A-Z]\.?)*")
"""The names behind a family name that comes first: `Michael L.`."""
_JUNIOR = re.compile(r"(\S.*?) ((?:[a-z]+ )*\S+) (I{2,3}|IV|[JS]r\.?)$")
_SUFFIXES = ("II", "III", "IV", "Jr", "Jr.", "Sr", "Sr.")
_LABEL = re.compile(r"^(?:authors?|by|\u4f5c\u8005)\b\s*:?\s*", re.IGNORECASE)
_INSTITUTION = (
    r"universit\w*|universid\w*|institut\w*|college|academy|polytechnic\w*|schools?|faculty|laborator\w*|labs?|"
    r"hospital|corporation|google|microsoft|amazon|nvidia|deepmind|openai|deepseek|tencent|alibaba|bytedance"
)
_PLACE = re.compile(
    rf"{_INSTITUTION}|departments?|research|technolog\w*|sciences?|cent(?:er|re)|inc|ltd|services|"
    r"foundation|meta|publications|publishers|publishing|books|"
    r"ieee|acm|usenix|springer|elsevier|workshops?|conference|symposium|proceedings|transactions|journal|magazine|tech|"
    r"commun|lett|rep|proc|trans|biol|chem|phys|bioinform\w*",
    re.IGNORECASE,
)
"""A word of an institution or a journal, which nobody is called."""
_NAMED_INSTITUTION = re.compile(_INSTITUTION, re.IGNORECASE)
_ELIDED = frozenset(("d'", "d\u2019", "l'", "l\u2019"))
"""Of `d'Alembert`."""
_NO_NAMES = frozenset(
    "the for with from using via and of on in to by is are a an based towards Feb Sep Sept Oct Nov Dec".split()
)
_SUBJECTS = frozenset(
    "learning network networks model models modeling modelling detection detector detectors recognition generation "
    "generative translation answering segmentation classification recommendation retrieval reasoning analysis approach "
    "approaches method methods system systems data dataset datasets training inference optimization attention "
    "transformer transformers language vision image images video videos text graph graphs neural machine survey review "
    "benchmark benchmarks finetuning fine-tuning tuning formulation resolution mechanism evaluation efficient knowledge distillation diffusion representation representations "
    "prediction planning policy reinforcement supervised unsupervised adversarial privacy security attack attacks "
    "defense defenses encryption safety alignment question questions summarization understanding sampling compression pruning "
    "quantization prompting agent agents code software programming testing fuzzing estimation reconstruction tracking "
    "editing synthesis intelligence AI ML LLM LLMs GPT CNN CNNs GAN GANs RLHF algorithm algorithms theory application applications "
    "forum graphics sensing physics medicine biology chemistry engineering economics communications robotics automation "
    "materials applied advanced advances annual international european computational computers computer electronics "
    "optics mathematics statistics psychology nature "
    "dissertation thesis processing computing batching scheduling decoding paper papers report reports fairness queries parsing explained explanation statement codec labels music math".split()
)
"""Words of titles that nobody is called."""
_FAMILY = re.compile(r"(?:[a-z]+ )?[^\W\d_a-z][^\W\d_]*(?:[-'\u2019][^\W\d_]+)*")
_AFFILIATION = re.compile(r"(?<=\bal\.|.\bal)\s*\([^()]*\)\s*$")
_SENTENCE = re.compile(
    r"(?:(?!(?:and|etc?)\b|\S*\.\.\.)[^\W\d_][^\s,;&|\u00b7\u2026()]*\s+){6}", re.IGNORECASE
)
"""More words than a name has, with nothing between them that divides names."""
_INSIDE = re.compile(r"\(([^()]*\d[^()]*)\)")
_CUT = re.compile(r"[\s,]*(?:\.\.\.|\u2026)[\s,]*(?=&|[^\W\d_])")
"""Authors left out of a citation: `He, X., ... & Coates, M.`, `Ada Lovelace, ..., Mary Somerville`."""
_TWO_IN_ONE = re.compile(r"[a-z]{2}(?<!\bMac)[A-Z]")
"""`AdaLovelace`"""
_SHORTENED = re.compile(r"[^\W\d_]{3,}\.")
"""Of a journal: `Weav. Comput. Syst.`"""
_JOURNAL = re.compile(r"(?:Front|Trans|Proc|Commun|Bull|Adv|Annu|Int)\. ")
"""What many journals begin with, and no names: `Front. Looms`."""
_STOPPED = re.compile(r"([^\s,]+ (?:[^\s,]+ )?[^\s,]*[^\W\d_]{3})\. (\S.*)")
"""A name and what stands behind its full stop."""
_INITIAL = re.compile(r"\b[A-Z]\.")
_CLOSE = re.compile(r"(?<=\b[A-Z]\.)(?=[A-Z][a-z]{2})")
"""Where an initial has no blank behind it: `A.Lovelace`."""
_CLOSING = re.compile(r"[ ,.-][A-Z](\.?)[\s,]*$")
_LONGEST = 6000
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")
"""A whole name, family name first."""
_LONGEST_HAN = 4
"""Signs of a name in a script without capitals; what has more is a sentence."""
_SMALL = re.compile(r"[A-Za-z][a-z-]+ [a-z]{2,8}")
_MOST_WORDS, _MANY_NAMES = 5, 6
"""Words of a name, and names among which one may be begun small as a whole by mistake."""


class People(NamedTuple):
    """Authors in order, their parts as plain text, and whether there are more."""

    names: tuple[Name, ...]
    others: bool


@lru_cache(maxsize=1 << 16)
def people_in(text: str, *, marked: bool = False) -> People | None:
    """Return the authors that `text` as a whole lists, None where it is something else.

    Args:
        text: A segment of an item.
        marked: It stands where lists have their authors (italics, a column, a line of its own), so
            that a single name counts.
    """
    if not 3 <= len(text) <= _LONGEST:  # noqa: PLR2004
        return None
    labelled = _LABEL.sub("", text.strip())
    marked = marked or labelled != text.strip()
    bracketed = labelled.strip(" .,;") if "(" in labelled else ""
    if bracketed.startswith("(") and bracketed.endswith(")") and bracketed.count("(") == 1:
        labelled = bracketed[1:-1]
    no_names = _says_venue if "(" in labelled else _is_prose
    if _SENTENCE.match(labelled) or no_names(labelled):
        return None
    labelled = _AFFILIATION.sub("", labelled) if "(" in labelled else labelled
    shortened = "..." in text or "\u2026" in text
    labelled = _CUT.sub(", ", labelled) if shortened else labelled
    cut = shortened or labelled.rstrip(" .,;)\n").lower().endswith(_MORE)
    end = _OTHERS.search(labelled, max(len(labelled) - _LONGEST_OTHERS, 0)) if cut else None
    bare = labelled if end is None else labelled[: end.start()]
    closing = _CLOSING.search(bare)
    others = end is not None or shortened
    bare = _MARKS.sub(" ", bare) if _MARK.search(bare) else bare
    bare = " ".join(bare.split()).strip(" ,.;:-\u2013")
    turned = bare.count(", ") == 1 and " " not in bare.partition(", ")[0]
    if closing is not None and ((closing[1] and turned) or _INITIAL.search(bare)):
        bare += "."
    bare = bare.replace(" ,", ",").replace(". -", ".-")
    bare = _CLOSE.sub(" ", bare) if "." in bare else bare
    if not bare or ":" in bare or "http" in bare:
        return None
    parts = _parts(bare)
    if (
        not parts
        or not all(map(_is_name, _mistyped(parts)))
        or (len(parts) == 1 and parts[0].startswith(("A ", "An ")))
    ):
        return None
    single = sum(" " not in part.replace(", ", " ") for part in parts)
    if len(parts) > 1:
        single -= sum(_HAN.fullmatch(part) is not None for part in parts)
    alone = len(parts) == 1 and (not marked or _is_phrase(parts[0]))
    if not others and (single * 2 > len(parts) or alone):
        return None
    found = parse_names(" and ".join(map(_suffix_inside, parts)))
    return People(tuple(found.names), others or found.others)


@lru_cache(maxsize=1 << 14)
def is_institution(word: str) -> bool:
    """Whether a word is one of an institution's name, and of no journal's: `Google`, `University`."""
    return _NAMED_INSTITUTION.fullmatch(word.strip(",.")) is not None


def _suffix_inside(name: str) -> str:
    """Return `Sammy Davis Jr.` as BibTeX has it: `Davis, Jr., Sammy`."""
    return _JUNIOR.sub(r"\2, \3, \1", name) if name.endswith(_SUFFIXES) else name


def _is_prose(text: str) -> bool:
    """Whether several words are small that are so in no list of names, as is told faster than name by name."""
    small = (word for word in text.split() if word.islower() and word.isalpha())
    return sum(word not in _SMALL_WORDS for word in small) >= _MOST_SMALL


def _mistyped(parts: list[str]) -> list[str]:
    """Leave out one name of four or more whose family was begun small by mistake: `Ada lovelace`."""
    odd = [part for part in parts if _SMALL.fullmatch(part) and not _is_name(part)]
    if len(odd) == 1 and odd[0].islower() and len(parts) < _MANY_NAMES:
        return parts
    full = len(odd) == 1 and len(parts) > 3 and all(" " in part for part in parts)  # noqa: PLR2004
    wrong = full and not any(map(_is_of_no_name, odd[0].split()))
    return [part for part in parts if part != odd[0]] if wrong else parts


def _says_venue(text: str) -> bool:
    """Whether brackets among names hold a venue and year, and no affiliation: `(ICLR 2021). Ada Lovelace`."""
    found = (when_where(inside) for inside in _INSIDE.findall(text))
    return any(one is not None and bool(one.venue and one.year) for one in found)


def _is_phrase(text: str) -> bool:
    """Whether one name has four words or more in full, as titles do; `Lovelace, Ada King Noel` has none of them."""
    words = text.partition(", ")[2].split() or text.split()
    full = (len(word.strip(".")) > 1 and word.lower() not in _PARTICLES for word in words)
    return len(words) > 3 and all(full)  # noqa: PLR2004


def families_in(text: str) -> People | None:
    """Return the authors of `Turney`, `Pang, Lee`, `Abbasi et al.`: families as papers cite them."""
    names = re.sub(r",? et al\.?$", "", text)
    families = re.split(r",\s+(?:and )?|\s+(?:and|&)\s+", names)
    if not all(map(_FAMILY.fullmatch, families)) or any(map(_is_of_no_name, families)):
        return None  # `Springer, Cham`
    return People(tuple(parse_names(" and ".join(families)).names), names != text)


def _parts(text: str) -> list[str]:
    """Return the names one by one, each as `First Last` or `Last, First`."""
    by_and = _AND.split(text)
    pairs = [part.strip(" ,").split(", ") for part in by_and]
    if len(by_and) > 1 and all(len(pair) == 2 for pair in pairs):  # noqa: PLR2004
        return [", ".join(pair) for pair in pairs]
    parts = [part.strip() for part in _SPLIT.split(text) if part.strip()]
    if ". " in text and len(parts) > 2:  # noqa: PLR2004
        parts = [name for part in parts for name in _at_stop(part)]
    if len(parts) > 1 and len(parts) % 2 == 0:
        given = parts[1::2]
        named = any(map(str.islower, text)) or max(map(len, given)) < 3  # noqa: PLR2004 - `SVS, VAE`
        if named and all(_INITIALS.fullmatch(part) for part in given):
            return [f"{family}, {first}" for family, first in zip(parts[::2], given, strict=True)]
    if _is_turned(parts, alone=len(by_and) == 1):
        return [f"{parts[0]}, {parts[1]}", *parts[2:]]
    if not (parts and _FAMILY_FIRST.fullmatch(parts[0])):
        return parts
    turned = [_FAMILY_FIRST.fullmatch(part) for part in parts]
    if all(turned):
        return [f"{one[1]}, {one[2]}" for one in turned if one is not None]
    more = len(parts) > 1 and all(turned[:-1]) and ". " in parts[-1]
    return [] if more else parts  # `Sato Y, Ito K. Some Journal` has more than authors


def _at_stop(text: str) -> tuple[str, ...]:
    """Return the names that a full stop divides where a comma is meant: `Ada Lovelace. Charles Babbage`."""
    match = _STOPPED.fullmatch(text)
    return match.groups() if match is not None and " " in match[2] else (text,)


def _is_turned(parts: list[str], *, alone: bool) -> bool:
    """Whether the names of the first author are turned round: `Lovelace, Ada`, `da Silva, Ana, Ada Lovelace`.

    Args:
        parts: What commas and "and" divide.
        alone: Only commas do.
    """
    if len(parts) < 2 or _HAN.fullmatch(parts[0]):  # noqa: PLR2004
        return False
    if _PARTICLED.fullmatch(parts[0]):
        return True
    single = " " not in parts[0] and _TWO_IN_ONE.search(parts[0]) is None
    if len(parts) == 2:  # noqa: PLR2004
        return single and alone and (" " in parts[1] or _GIVEN.fullmatch(parts[1]) is not None)
    second = " " in _INITIAL.sub("", parts[1]).strip()
    return single and not (second and alone) and " " in parts[2]


@lru_cache(maxsize=1 << 16)
def _is_of_name(word: str) -> bool | None:
    """Whether a word of a name has a capital as it must; None for particles, whose letters are small, too."""
    if word.lower() in _PARTICLES:
        return None
    capital = (
        word[0].isupper()
        or word[:2] in _ELIDED
        or (not word[0].isascii() and len(word) <= _LONGEST_HAN)
    )
    return capital and _WORD.fullmatch(word) is not None


@lru_cache(maxsize=1 << 16)
def _is_of_no_name(word: str) -> bool:
    """Whether nobody is called by a word: one of titles or institutions, or a venue."""
    word = word.strip("'\u2019")
    lower = word.lower()
    if word in _NO_NAMES or word in _SUBJECTS or lower in _SUBJECTS or _PLACE.fullmatch(word):
        return True
    return len(word) > 2 and word.isupper() and has_venue(word)  # noqa: PLR2004


@lru_cache(maxsize=1 << 16)
def _is_name(text: str) -> bool:
    words = text.replace(",", " ").split()
    if (". " in text and _STOPPED.fullmatch(text)) or "'s " in text or "\u2019s " in text:
        return False
    if not 1 <= len(words) <= _MOST_WORDS + len(_INITIAL.findall(text)):
        return False
    if any(map(_is_of_no_name, words)) or (len(words) == 1 and has_venue(text)):
        return False
    if "." in text and (len(_SHORTENED.findall(text)) > 1 or _JOURNAL.match(text)):
        return False
    if any(word.lower() in _NO_NAMES for word in words[:-1] if word not in {"A", "An"}) or (
        words[0] in {"A", "An"} and len(words) > 2  # noqa: PLR2004
    ):
        return False  # families are called An and On, too, and `A Lovelace` has an initial
    known = set(map(_is_of_name, words))
    acronym = len(words) == 1 and words[0].isupper() and len(words[0]) > 3  # noqa: PLR2004
    named = True in known or (len(words) == 1 and text[0].isupper())  # `Du et al.`
    return named and False not in known and not acronym
