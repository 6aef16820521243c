"""The names of fields for what lists call their columns, labels and headings."""

from __future__ import annotations

import re
import unicodedata

from bib2awesome.papers.fields import OWN_FIELDS, STANDARD

__all__ = ["field_name", "slug", "tick_field"]


def tick_field(title: str) -> str:
    """Return the field of a column of ticks: `has-code` beside the field `code`, `has-3d` as no name begins with a figure."""
    return _named(title, "has-")


def field_name(label: str) -> str:
    """Return the field of what a label or the title of another column says: `listed-year` beside the field `year`."""
    return _named(label, "listed-")


def _named(title: str, prefix: str) -> str:
    """Return a title as the name of a field, with a prefix where that is taken or none.

    A title without a Latin letter or figure gives the code points of its signs: `u-8bad-7ec3`.
    """
    name = slug(title.replace("+", " plus ")) or "-".join(
        ["u", *(f"{ord(one):x}" for one in title)]
    )
    taken = name in STANDARD or name in OWN_FIELDS or name.startswith("link-")
    return f"{prefix}{name}" if taken or name[0].isdigit() else name


def slug(title: str) -> str:
    """Return an id for a heading or column: lower-case ASCII words with single dashes; "" if it has none."""
    plain = unicodedata.normalize("NFKD", title.replace("&", " and ")).lower()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", plain)[:60].strip("-")
