"""What items have to say and no slot of a template shows: it comes last, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from bib2awesome.importers.adoption.extras import ANCHOR
from bib2awesome.importers.adoption.filling import VALUES
from bib2awesome.importers.adoption.skeleton import Sample

__all__ = ["GUARDS", "Said", "Vote", "rare_links", "said_by", "untold"]

GUARDS = {
    "authors": "authors",
    "tag": "tag",
    "date": "year",
    "paper": "paper_url",
    "code": "code_url",
    "stars": "repository",
    "arxiv": "arxiv",
    "shorttitle": "shorttitle",
    "award": "award",
    "tldr": "tldr",
    "remark": "field.remark",
    "links": "further_links",
}
"""When a slot is shown, as Jinja's condition."""


class Said(NamedTuple):
    """What any of some items says.

    Attributes:
        kinds: Which of their papers' links they have themselves (`Sample.kinds`).
        texts: Which of remark, award and tl;dr.
        fields: Further fields by name, in order.
        labels: The labels of their further links.
        linked: Whether a paper has a link at all.
    """

    kinds: frozenset[str]
    texts: frozenset[str]
    fields: tuple[str, ...]
    labels: frozenset[str]
    linked: bool


_TEXTS = ("remark", "award", "tldr")


def said_by(samples: Sequence[Sample]) -> Said:
    """Return what items say together."""
    links = [link for sample in samples for link in sample.paper.links]
    return Said(
        frozenset().union(*(sample.kinds for sample in samples)),
        frozenset(name for name in _TEXTS if any(one.paper.text(name) for one in samples)),
        tuple(dict.fromkeys(name for one in samples for name in one.more if name != ANCHOR)),
        frozenset(link.label for link in links if link.kind == "link"),
        bool(links),
    )


def untold(said: Said, shown: Iterable[str], link: str, *, linked: bool, row: bool) -> str:
    """Return the Jinja of what items have to say and no slot shows: it comes last.

    Args:
        said: By every item that may be shown so.
        shown: The slots there are.
        link: The form of a link (`Vote.link`).
        linked: Whether titles are links.
        row: Whether they are rows, which have columns for what they say.
    """
    shown = set(shown)
    more = ""
    form = link or "[Paper](u)"
    if "paper" in said.kinds and "paper" not in shown and not linked:
        more += "{% if paper_url %} " + form.replace("(u)", "({{ paper_url }})") + "{% endif %}"
    # Code and further links are shown even if no paper has any so far: the next one may.
    if "code" not in shown and ("repository" not in shown or "elsewhere" in said.kinds):
        guard = "code_url and code_url != url" if linked else "code_url"
        guard += " and not repository" if "repository" in shown else ""
        written = form.replace("Paper", "Code").replace("paper", "code")
        more += f"{{% if {guard} %}} " + written.replace("(u)", "({{ code_url }})") + "{% endif %}"
    for slot in _TEXTS:
        if slot not in shown and slot in said.texts:
            more += f"{{% if {GUARDS[slot]} %}} {VALUES[slot]}{{% endif %}}"
    for name in said.fields:
        if f"field-{name}" not in shown:
            more += f'{{% if field["{name}"] %}} {{{{ field["{name}"] }}}}{{% endif %}}'
    own = frozenset(slot for slot in shown if slot.startswith("link-"))
    if "links" not in shown and not said.labels <= {slot[5:] for slot in own}:
        more += rare_links(own, " ", images=any(one.startswith("image") for one in said.labels))
    elif "links" not in shown and not own and not row:
        more += "{% if further_links %} {{ further_links }}{% endif %}"
    return more


def rare_links(own: frozenset[str], apart: str, *, images: bool = False) -> str:
    """Return the Jinja of the further links that have no place of their own, some of which may be images."""
    names = ", ".join(f'"{slot[5:]}"' for slot in sorted(own))
    more = f" and one.name not in [{names}]" if names else ""
    shown = "{{ one.markdown }}"
    if images:
        shown = f'{{% if one.name[:5] == "image" %}}![]({{{{ one.url }}}}){{% else %}}{shown}{{% endif %}}'
    return f'{{% for one in link_list if one.kind == "link"{more} %}}{apart}{shown}{{% endfor %}}'


class Vote(NamedTuple):
    """What the items of a stretch agree on.

    Attributes:
        template: A Jinja template for `item`.
        shown: The slots it shows.
        linked: Whether its titles are links.
        link: How a link is written, as `links` says it: `[[Paper](u)]`; "" where there are none.
        variants: The letters of those samples, by their `id`, that have some.
        authors: The Jinja of authors, "" where the template does not show them.
    """

    template: str
    link: str
    shown: frozenset[str]
    linked: bool
    variants: Mapping[int, Sequence[str]] = MappingProxyType({})
    authors: str = ""

    def whole(self, said: Said) -> str:
        """Return the template with what else the items have to say behind it, of a row in the last cell."""
        row = self.template.startswith("|")
        more = untold(said, self.shown, self.link, linked=self.linked, row=row)
        if more and row:
            cells = self.template.rstrip()
            end = len(cells.removesuffix("|").rstrip())
            return cells[:end] + more + cells[end:]
        return self.template + more
