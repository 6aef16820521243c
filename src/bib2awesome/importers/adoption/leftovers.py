"""What items have to say and no slot of a template shows: it comes last, so that nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bib2awesome.importers.adoption.skeleton import Sample
from bib2awesome.importers.adoption.wording import VALUES

__all__ = ["GUARDS", "rare_links", "untold"]

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


def untold(samples: Sequence[Sample], shown: Iterable[str], link: str, *, linked: bool) -> str:
    """Return the Jinja of what items have to say and no slot shows: it comes last.

    Args:
        samples: Every item that may be shown so.
        shown: The slots there are.
        link: The form of a link (`Vote.link`).
        linked: Whether titles are links.
    """
    shown = set(shown)
    more = ""
    kinds = frozenset().union(*(sample.kinds for sample in samples))
    form = link or "[Paper](u)"
    if "paper" in kinds and "paper" not in shown and not linked:
        more += "{% if paper_url %} " + form.replace("(u)", "({{ paper_url }})") + "{% endif %}"
    if "code" in kinds and "code" not in shown:
        guard = "code_url and code_url != url" if linked else "code_url"
        written = form.replace("Paper", "Code").replace("paper", "code")
        more += f"{{% if {guard} %}} " + written.replace("(u)", "({{ code_url }})") + "{% endif %}"
    for slot in ("remark", "award", "tldr"):
        if slot not in shown and any(sample.paper.text(slot) for sample in samples):
            more += f"{{% if {GUARDS[slot]} %}} {VALUES[slot]}{{% endif %}}"
    for name in dict.fromkeys(name for sample in samples for name in sample.more):
        if f"field-{name}" not in shown:
            more += f'{{% if field["{name}"] %}} {{{{ field["{name}"] }}}}{{% endif %}}'
    own = frozenset(slot for slot in shown if slot.startswith("link-"))
    labels = {one.label for sample in samples for one in sample.paper.links if one.kind == "link"}
    if "links" not in shown and not labels <= {slot[5:] for slot in own}:
        more += rare_links(own, " ")
    return more


def rare_links(own: frozenset[str], apart: str) -> str:
    """Return the Jinja of the further links that have no place of their own."""
    names = ", ".join(f'"{slot[5:]}"' for slot in sorted(own))
    more = f" and one.name not in [{names}]" if names else ""
    return f'{{% for one in link_list if one.kind == "link"{more} %}}{apart}{{{{ one.markdown }}}}{{% endfor %}}'
