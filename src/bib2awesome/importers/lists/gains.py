"""What a list adds to a paper that the survey has already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bib2awesome.importers.lists.merging import same_work
from bib2awesome.papers.changes import Change
from bib2awesome.papers.entry_text import value_of
from bib2awesome.papers.new_entry import Facts
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.taxonomy import AmbiguousCategoryError, UnknownCategoryError

__all__ = ["gains"]

_BEHIND_ADDRESS = r"(?![\w/?#&=%~+-]|\.\w)"


def gains(
    survey: Survey, paper: Paper, paths: Sequence[str], all_facts: Iterable[Facts]
) -> list[Change]:
    """Return what a known paper gains: categories, code, links it does not have in any field.

    Args:
        survey: Has the paper.
        paper: Is replaced in nothing.
        paths: The categories that a list puts it into.
        all_facts: What each of its items in the list says.
    """
    changes = []
    have = {path for reference in paper.category_refs for path in _resolved(survey, reference)}
    missing = [path for path in paths if path not in have]
    name = survey.config.survey.category_field.lower()
    if missing and paper.category_refs != ("-",):
        whole = ", ".join([*paper.category_refs, *missing])
        changes.append(_set(paper, name, whole))
    values = " ".join(paper.values.values()) + " "
    names = set(paper.values)
    for facts in all_facts:
        own = "link-paper-2" if paper.paper_url() else "url"
        links = [(own, facts.url), ("code", facts.code)]
        links += [(f"link-{label}", url) for label, url in facts.links]
        for wanted, url in links:
            if url is None or _stands_in(values, url) or same_work(paper, url):
                continue
            field_name, number = (
                wanted if wanted != "code" or "code" not in names else "link-code",
                2,
            )
            base = field_name
            while field_name in names:
                field_name, number = f"{base}-{number}", number + 1
            names.add(field_name)
            values += f"{url} "
            changes.append(_set(paper, field_name, url))
    return changes


def _stands_in(text: str, url: str) -> bool:
    """Whether an address is in a text as it is, and not only as the beginning of another one."""
    return url in text and re.search(re.escape(url) + _BEHIND_ADDRESS, text) is not None


def _set(paper: Paper, name: str, text: str) -> Change:
    old = paper.entry.field(name)
    source = old.source if old is not None else None
    filled = bool(paper.values.get(name))
    return Change(
        key=paper.key,
        action="replace" if filled else "set",
        field=name,
        old=source,
        new=value_of(paper.document, name, text),
        old_text=paper.text(name) or None,
        new_text=text,
        source="list",
    )


def _resolved(survey: Survey, reference: str) -> tuple[str, ...]:
    try:
        return (survey.taxonomy.resolve(reference).path,)
    except (UnknownCategoryError, AmbiguousCategoryError):
        return (reference,)
