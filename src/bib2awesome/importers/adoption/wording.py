"""The Jinja of values as the list writes them: tags with their dates, authors and what joins them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from bib2awesome.importers.adoption.skeleton import Sample, Skeleton

__all__ = ["VALUES", "authors_of", "filled", "tag_of"]

VALUES = {
    "title": "{{ title }}",
    "stop": "{{ stop }}",
    "url": "{{ url }}",
    "paper_url": "{{ paper_url }}",
    "code_url": "{{ code_url }}",
    "repository": "{{ repository }}",
    "repository_name": "{{ repository_name }}",
    "arxiv": "{{ arxiv }}",
    "doi": "{{ doi }}",
    "number": "{{ number }}",
    "venue": "{{ venue }}",
    "year": "{{ year }}",
    "yy": "{{ year[2:] }}",
    "month": "{{ month }}",
    "shorttitle": "{{ shorttitle }}",
    "award": "{{ award }}",
    "tldr": "{{ tldr }}",
    "remark": "{{ field.remark }}",
}
_PLACEHOLDER = re.compile(r"\{(" + "|".join([*VALUES, "authors", "link_url"]) + r")\}")
_TAIL = re.compile(r",?\s*(?:et\.?\s+al\.?|and others|\u7b49)$", re.IGNORECASE)
_JOINTS = {
    "comma": '{{ author_list | join(", ") }}',
    "and": "{% for one in author_list %}{% if loop.first %}{% elif loop.last %} and {% else %}, {% endif %}{{ one }}{% endfor %}",
    "oxford": "{% for one in author_list %}{% if loop.first %}{% elif loop.last %}, and {% else %}, {% endif %}{{ one }}{% endfor %}",
}


def tag_of(samples: Sequence[Sample], skeletons: Sequence[Skeleton]) -> str:
    """Return venue and year as most items write them, arXiv's as most of its items do."""
    forms: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    names: Counter[str] = Counter()
    for sample, one in zip(samples, skeletons, strict=True):
        for part in one.parts:
            if part.slot == "tag" and "{venue}" in part.form:
                preprint = sample.paper.venue_short == "arXiv"
                forms[preprint][part.form] += 1
                if preprint:
                    names[part.text] += 1
    other = forms[False].most_common(1)[0][0] if forms[False] else ""
    own = forms[True].most_common(1)[0][0] if forms[True] else ""
    name = names.most_common(1)[0][0] if names else "arXiv"
    own = own.replace("{venue}", name)
    if not other or not own or other.replace("{venue}", "arXiv") == own:
        return _dated(other or own, samples)
    return f'{{% if venue == "arXiv" %}}{_dated(own, samples)}{{% else %}}{_dated(other, samples)}{{% endif %}}'


def _dated(form: str, samples: Sequence[Sample]) -> str:
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
    if "{month}" in form:
        whole = re.sub(
            r"([\s./-]*)\{\{ month \}\}",
            r"{% if month %}\1{{ month }}{% endif %}",
            whole,
            count=1,
        )
    return whole


def authors_of(samples: Sequence[Sample], skeletons: Sequence[Skeleton]) -> str:
    """Return the Jinja of the authors as most items join them."""
    votes: Counter[str] = Counter()
    for sample, one in zip(samples, skeletons, strict=True):
        for part in one.parts:
            if part.slot == "authors":
                names = sample.paper.authors
                votes[_joint(part.text, others=names.others, count=len(names.names))] += 1
    votes.pop("", None)
    joint = votes.most_common(1)[0][0] if votes else ""
    tail = _et_al(skeletons)
    if joint in {"", "oxford"} and tail in {"", " et al."}:
        return "{{ authors }}"
    tail = tail or " et al."
    return _JOINTS[joint or "comma"] + f'{{% if authors[-6:] == "et al." %}}{tail}{{% endif %}}'


def _et_al(skeletons: Sequence[Skeleton]) -> str:
    """Return what stands for further authors in most items that have it, "" where none has."""
    found: Counter[str] = Counter()
    for one in skeletons:
        for part in one.parts:
            if part.slot == "authors" and (tail := _TAIL.search(part.text)):
                found[tail[0]] += 1
    return found.most_common(1)[0][0] if found else ""


def filled(form: str, values: Mapping[str, str]) -> str:
    """Return a form with the Jinja of its values."""
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), form)


def _joint(text: str, *, others: bool, count: int) -> str:
    """Return how the names in a text are joined; "" where it does not show."""
    if others or count < 2:  # noqa: PLR2004
        return ""
    if re.search(r",\s+and\s", text):
        return "oxford"
    if re.search(r"\sand\s", text):
        return "and" if count > 2 else ""  # noqa: PLR2004
    return "comma"
