"""The Jinja of values as the list writes them: tags with their dates, authors and what joins them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bib2awesome.bib.names import display_name, family_name
from bib2awesome.importers.adoption.conditions import PREPRINT, Choice
from bib2awesome.importers.adoption.extras import LISTED_AUTHORS
from bib2awesome.importers.adoption.filling import VALUES, filled
from bib2awesome.importers.adoption.skeleton import Sample, Skeleton
from bib2awesome.importers.adoption.variants import Variants, asked
from bib2awesome.papers.paper import Paper

__all__ = [
    "authors_of",
    "dated",
    "remarks_of",
    "tag_of",
    "titles_of",
]

_JOINT = re.compile(r"[,;\u00b7/]? ?(?:(?:and|&|\+) )?|, ?| ?[|\u2022] ?")
"""What may stand between two names."""
_TAIL = re.compile(r",?\s*(?:et\.?\s+al\.?|and others|\u7b49)$", re.IGNORECASE)


def tag_of(samples: Sequence[Sample], skeletons: Sequence[Skeleton], variants: Variants) -> str:
    """Return venue and year as most items write them, arXiv's as most of its items do."""
    forms: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    names: Counter[str] = Counter()
    written: list[tuple[str, str] | None] = []
    for sample, one in zip(samples, skeletons, strict=True):
        preprint = sample.paper.venue_short == "arXiv"
        written.append(None)
        for part in one.parts:
            named = "{venue}" in part.form or "{tag}" in part.form
            if part.slot == "tag" and (named or preprint):
                forms[preprint][part.form] += 1
                name = _of_any(part.text, sample.paper) if preprint and named else ""
                names[name] += bool(name)
                written[-1] = part.form, name
    other = forms[False].most_common(1)[0][0] if forms[False] else ""
    own = forms[True].most_common(1)[0][0] if forms[True] else ""
    name = names.most_common(1)[0][0] if +names else "arXiv"
    if "{arxiv}" in name:
        name = f"{{% if arxiv %}}{name}{{% else %}}arXiv{{% endif %}}"
    other = other or own  # of a list of preprints: they may be published
    own = own.replace("{venue}", name)
    usual, preprints = dated(other, samples), dated(own, samples)
    alike = not own or other.replace("{venue}", "arXiv") == own
    outcomes = [
        dated(one[0].replace("{venue}", one[1]) if one[1] else one[0], samples) if one else None
        for one in written
    ]
    choice = Choice(usual) if alike else Choice(preprints, PREPRINT, usual)
    if alike or PREPRINT in variants.questions.answers:
        choice = variants.added(choice, outcomes, {one for one in outcomes if one})
    whole = usual if alike else f"{{% if {PREPRINT} %}}{preprints}{{% else %}}{usual}{{% endif %}}"
    return asked(choice, whole)


def _of_any(venue: str, paper: Paper) -> str:
    """Return a venue as a list writes it with placeholders for what is of one paper: `CoRR abs/{arxiv}`."""
    for name, value in (("arxiv", paper.arxiv or ""), ("year", str(paper.year or ""))):
        venue = venue.replace(value, f"{{{name}}}") if value else venue
    return venue


def dated(form: str, samples: Sequence[Sample]) -> str:
    """Return the Jinja of a tag; without a year what stands before it goes, too."""
    whole = filled(form, VALUES)
    nowhere = any(not sample.paper.venue_short for sample in samples)
    if nowhere and "{venue}" in form and "{y" in form:
        whole = re.sub(
            r"\{\{ venue \}\}([\s,]*)",
            r"{% if venue %}{{ venue }}\1{% endif %}",
            whole,
            count=1,
        )
    undated = any(sample.paper.year is None for sample in samples)
    if undated and "{year}" in form:
        whole = re.sub(
            r"([\s,']*)\{\{ year \}\}", r"{% if year %}\1{{ year }}{% endif %}", whole, count=1
        )
    if "{month}" in form or "{m}" in form:
        whole = re.sub(
            r"([\s./-]*)(\{\{ month (?:\| int )?\}\})",
            r"{% if month %}\1\2{% endif %}",
            whole,
            count=1,
        )
    if "{venue}" in form and "{year}" in form and any(_is_dated(one.paper) for one in samples):
        first, last = whole.index("{"), whole.rindex("}") + 1
        dated_anyway = "{% if year and year in venue %}{{ venue }}{% else %}"
        whole = f"{whole[:first]}{dated_anyway}{whole[first:last]}{{% endif %}}{whole[last:]}"
    return whole


def _is_dated(paper: Paper) -> bool:
    """Whether the year stands in the venue itself: `NeurIPS 2021 Workshop`."""
    return paper.year is not None and str(paper.year) in paper.venue_short


def title_of(samples: Sequence[Sample]) -> str:
    """Return the Jinja of titles, with the names before their colons in bold where most have them so."""
    named = [one for one in samples if ": " in one.paper.title]
    bold = sum(
        re.search(rf"\*\*{re.escape(one.paper.title.partition(': ')[0])}\*\*: ", one.source)
        is not None
        for one in named
    )
    if bold * 2 > len(named):
        return "{{ title | bold_name }}"
    dashes = Counter(dash for one in samples for dash in _DASHES.findall(one.reading.title))
    if dashes["--"] > dashes["\u2013"]:  # in a .bib, both are what prints as the second
        return '{{ title | replace("\u2013", "--") }}'
    return VALUES["title"]


def titles_of(samples: Sequence[Sample], variants: Variants) -> Choice[str]:
    """Return the Jinja of titles, and that of those in which a few items have other signs, such as a wide colon."""
    usual = title_of(samples)
    if "bold_name" in usual:
        return Choice(usual)
    written = [_signs_of(one, usual) for one in samples]
    return variants.added(Choice(usual), written, {one for one in written if one is not None})


def _signs_of(sample: Sample, usual: str) -> str | None:
    """Return the Jinja of a title with the signs that the item has, None where it is not in the item anyway."""
    title = sample.paper.title
    if title in sample.source:
        return VALUES["title"] if "\u2013" in title else usual
    for sign, other in _SIGNS:
        if sign in title and title.replace(sign, other) in sample.source:
            return f'{{{{ title | replace("{sign}", "{other}") }}}}'
    return None


_SIGNS = ((": ", "\uff1a"), (":", "\uff1a"), ("\u2013", "--"), ("'", "\u2019"))
"""Signs as titles show them, and as lists write them, too."""
_DASHES = re.compile(r"(?<!-)--(?!-)|\u2013")


def authors_of(samples: Sequence[Sample], skeletons: Sequence[Skeleton]) -> str:
    """Return the Jinja of the authors as most items write them, those of a paper that has them written otherwise so."""
    usual = _authors_of(samples, skeletons)
    if not any(one.paper.text(LISTED_AUTHORS) for one in samples):
        return usual
    field = f'field["{LISTED_AUTHORS}"]'
    return f"{{% if {field} %}}{{{{ {field} | marked }}}}{{% else %}}{usual}{{% endif %}}"


def _authors_of(samples: Sequence[Sample], skeletons: Sequence[Skeleton]) -> str:
    """Return the Jinja of the authors as most items write them, two as most items with two do."""
    turned: Counter[bool] = Counter()
    joints: Counter[str] = Counter()
    lasts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for sample, one in zip(samples, skeletons, strict=True):
        names = sample.paper.authors.names
        for part in one.parts:
            own = sample.paper.text(LISTED_AUTHORS)
            if "{authors}" not in part.form or not names or own:
                continue
            family_first = part.text.startswith(f"{family_name(names[0])},")
            if names[0].given:
                turned[family_first] += 1
            between = _between(
                part.text, [display_name(name, family_first=family_first) for name in names]
            )
            joints.update(between[: 1 if len(between) > 1 else 0])
            if between and len(between) == len(names) - 1 and not sample.paper.authors.others:
                lasts[len(names) == 2][between[-1]] += 1  # noqa: PLR2004
    joint = joints.most_common(1)[0][0] if joints else ", "
    last, two = (found.most_common(1)[0][0] if found else "" for found in lasts)
    last = last or (two if two == joint else ", and ")
    two = two or (" and " if last != joint else joint)
    tail = _et_al(skeletons)
    first = turned[True] > turned[False]
    silent = _is_silent(samples, skeletons)  # a column of first authors
    usual = not silent and tail in {"", " et al."}
    if usual and not first and (joint, last, two) == (", ", ", and ", " and "):
        return "{{ authors }}"
    named = bool(joints) or not silent
    options = [f'"{joint}"'] if named and (joint, last) != (", ", ", ") else []
    options += [f'"{last}"'] if named and last != joint else []
    options += [f'more="{"" if silent else tail}"'] if not usual else []
    options += [f'two="{two}"'] if named and two != last else []
    options += ["family_first=true"] if first else []
    return f"{{{{ author_list | names({', '.join(options)}) }}}}".replace("names()", "names")


def _between(text: str, names: Sequence[str]) -> list[str]:
    """Return what stands between names that follow each other in a text, as far as it is no more than a joint."""
    found: list[str] = []
    at = text.find(names[0]) + len(names[0]) if names[0] in text else -1
    for name in names[1:]:
        start = text.find(name, at) if at >= 0 else -1
        if start < 0:
            break
        joint = re.sub(r"\s+", " ", text[at:start])
        if not _JOINT.fullmatch(joint):
            break
        found.append(joint)
        at = start + len(name)
    return found


def remarks_of(samples: Sequence[Sample], skeletons: Sequence[Skeleton]) -> str:
    """Return the Jinja of remarks with what stands between them in most items: of code spans each its own."""
    votes: Counter[str] = Counter()
    for sample, one in zip(samples, skeletons, strict=True):
        texts = sample.reading.remark
        for part in one.parts:
            if part.slot == "remark" and len(texts) > 1 and part.text.startswith(texts[0]):
                joint = part.text[len(texts[0]) : part.text.find(texts[1], len(texts[0]))]
                before, _, behind = part.form.partition("{remark}")
                around = before and joint.startswith(behind) and joint.endswith(before)
                whole = around or not set(joint) & set("*[]")  # `**a**, **b**`
                votes[joint if whole else ""] += 1
    joint = votes.most_common(1)[0][0] if votes else ""
    if joint in {"", "; "} or any(map(str.isalnum, joint)) or "\n" in joint:
        return "{{ field.remark }}"
    return (
        '{% for one in field.remark | split("; ") %}{% if not loop.first %}'
        + joint
        + "{% endif %}{{ one }}{% endfor %}"
    )


def _is_silent(samples: Sequence[Sample], skeletons: Sequence[Skeleton]) -> bool:
    """Whether most items of papers with further authors, which are not named, do not say that there are some."""
    tails = [
        _TAIL.search(part.text) is not None
        for sample, one in zip(samples, skeletons, strict=True)
        for part in one.parts
        if "{authors}" in part.form and sample.paper.authors.others
    ]
    return sum(tails) * 2 < len(tails)


def _et_al(skeletons: Sequence[Skeleton]) -> str:
    """Return what stands for further authors in most items that have it, "" where none has."""
    found: Counter[str] = Counter()
    for one in skeletons:
        for part in one.parts:
            if part.slot == "authors" and (tail := _TAIL.search(part.text)):
                found[tail[0]] += 1
    return found.most_common(1)[0][0] if found else ""
