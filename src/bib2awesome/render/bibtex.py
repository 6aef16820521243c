"""BibTeX entries as text: how they are laid out, and the clean one that readers copy.

An entry for readers is in the words of its author: its type and its fields stay, what is private or
means nothing outside survey.bib goes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from bib2awesome.render import values

if TYPE_CHECKING:  # a paper brings the whole meaning layer
    from bib2awesome.papers.paper import Paper

__all__ = ["SHOWN", "entry_for_readers", "field_source", "laid_out"]

_SHOWN = (
    "author title subtitle titleaddon maintitle booktitle booksubtitle journal journaltitle "
    "journalsubtitle issuetitle editor editora translator series edition volume volumes part "
    "number issue chapter pages pagetotal eid articleno numpages howpublished type version "
    "organization institution school publisher address location eventtitle venue year month "
    "date note addendum pubstate key doi isbn issn eprint archiveprefix eprinttype primaryclass "
    "eprintclass url urldate"
)
SHOWN = tuple(_SHOWN.split())
"""The fields that describe a work, in the order written (btxdoc; BibLaTeX manual, section 2.2)."""

_NAMES = frozenset({"author", "editor", "editora", "translator"})
_WRITERS: Mapping[str, Callable[[str], str]] = {
    "archiveprefix": values.raw,
    "doi": values.doi,
    "eprint": values.raw,
    "eprintclass": values.raw,
    "eprinttype": values.raw,
    "primaryclass": values.raw,
    "url": values.url,
} | dict.fromkeys(_NAMES, values.names)


def entry_for_readers(paper: Paper) -> str:
    r"""Return the paper's entry as readers copy it, one line per field, without a final line end.

    Private fields (`category`, `code`, `link-*`, `tldr`, `abstract`, ... : all but `SHOWN`) are left
    out, macros and inherited fields resolved, months are macros again, names are `Last, First` with
    their given names, and every letter is written so that any LaTeX reads it. Each value is on one
    line behind its name, so no text in it can end a fenced block around the entry.
    """
    said = paper.values
    sources = ((name, field_source(name, said[name])) for name in SHOWN if name in said)
    fields = {name: source for name, source in sources if source}
    if "author" in fields or "editor" in fields:
        fields.pop("key", None)
    return laid_out(paper.type, paper.key, fields)


def field_source(name: str, tex: str, most_names: int | None = None) -> str:
    """Return what stands right of `name =`, delimiters included; "" where nothing is left to say.

    Args:
        name: The field, lower case.
        tex: Its value as TeX source.
        most_names: How many authors or editors to keep before `and others`; None keeps all.
    """
    if name == "month":
        return values.month(tex)
    write = _WRITERS.get(name)
    if write is None:
        written = values.text(tex)
    elif write is values.names:
        written = values.names(tex, most_names)
    else:
        written = write(tex)
    return f"{{{written}}}" if written else ""


def laid_out(kind: str, key: str, fields: Mapping[str, str], width: int = 0) -> str:
    """Return an entry with a field per line, the equals signs below each other.

    Args:
        kind: The entry type.
        key: The citation key.
        fields: Sources of values by name; empty ones are left out.
        width: The width of the names' column; that of the widest name by default.
    """
    width = width or max(map(len, fields), default=0)
    lines = [f"  {name.ljust(width)} = {source},\n" for name, source in fields.items() if source]
    # A key in parentheses may hold a brace that would end the entry in braces.
    opening, closing = "()" if "}" in key or "{" in key else "{}"
    return f"@{kind}{opening}{key},\n{''.join(lines)}{closing}"
