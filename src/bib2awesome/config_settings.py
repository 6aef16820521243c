"""Every key of categories.toml, declared once: its type, default, help, choices and check."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from bib2awesome.config_options import REQUIRED, Settings, setting
from bib2awesome.paths import relative_problem

__all__ = [
    "ADDRESS",
    "SOURCES",
    "CategorySettings",
    "CheckSettings",
    "Column",
    "EnrichSettings",
    "RenderSettings",
    "SourceSettings",
    "SurveySettings",
    "TableSettings",
]

SORT_KEYS = ("file", "date", "title", "author", "venue")
SOURCES = (
    "crossref",
    "datacite",
    "arxiv",
    "dblp",
    "openreview",
    "huggingface",
    "github",
    "doi",
    "openalex",
    "semanticscholar",
)

ADDRESS = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*"
_FIELD = r"[A-Za-z][A-Za-z0-9_:.+/-]*"
_REPOSITORY = r"[A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+"
_SORTS = tuple(sign + key for key in SORT_KEYS for sign in ("", "-"))


def _no_repository(text: str) -> str | None:
    return None if re.fullmatch(_REPOSITORY, text) else "is not `owner/name`"


def _no_field(text: str) -> str | None:
    return None if re.fullmatch(_FIELD, text) else "is not the name of a field"


def _no_url(text: str) -> str | None:
    return None if re.fullmatch(r"https?://[^\s/]\S*", text) else "is not an http(s) URL"


def _no_address(text: str) -> str | None:
    return None if re.fullmatch(ADDRESS, text) else "is not a mail address"


def _no_base_url(text: str) -> str | None:
    # Paths are put behind it; a name or a password in it would be sent and shown.
    return _no_url(text) or (
        None
        if re.fullmatch(r"[!-~]+", text) and not re.search(r"[?#@\\]", text)
        else "is no base URL"
    )


def _blank(text: str) -> str | None:
    return None if text.strip() else "is empty"


def _no_head(text: str) -> str | None:
    lines = text.strip("\n").split("\n")
    rule = re.fullmatch(r"[ |:-]*-[ |:-]*", lines[-1])
    return None if len(lines) == 2 and rule else "is no head of a table"  # noqa: PLR2004


class SurveySettings(Settings):
    """`[survey]`: what the survey is."""

    title: str = setting("", "Title of the survey")
    description: str = setting("", "One sentence about the survey")
    repository: str | None = setting(
        None, "The list's repository on GitHub, `owner/name`", check=_no_repository
    )
    cite: tuple[str, ...] = setting(
        (), "Keys in survey.bib: how to cite this survey; these entries need no category"
    )
    bib: tuple[str, ...] = setting(
        ("survey.bib",), "The BibTeX file, or several", single=True, check=relative_problem
    )
    category_field: str = setting(
        "category", "The field that holds an entry's categories", check=_no_field
    )


class Column(Settings):
    """One column of a category with `layout = "table"`."""

    field: str = setting(REQUIRED, "The field of the entry that the column shows", check=_no_field)
    title: str | None = setting(None, "The column's heading; the field's name where absent")
    align: str | None = setting(
        None, "How its cells are aligned", choices=("left", "center", "right")
    )


class CategorySettings(Settings):
    """`[categories.ID]`, at any depth. None is "as the category above, else as `[render]`"."""

    id: str
    children: tuple[CategorySettings, ...] = ()
    title: str | None = setting(None, "The heading; from the id where absent")
    intro: str | None = setting(None, "Markdown of the author's under the heading")
    layout: str | None = setting(
        None, "How the papers are shown; `list` where absent", choices=("list", "table")
    )
    columns: tuple[Column, ...] | None = setting(
        None, 'The columns of `layout = "table"`', columns=Column.declared
    )
    head: str | None = setting(
        None,
        'The head of a `layout = "table"` whose rows `item` makes: two lines of Markdown',
        check=_no_head,
    )
    align: bool | None = setting(None, "Whether the cells below `head` are as wide as its own")
    loose: bool | None = setting(None, "Whether a blank line stands between bullets")
    item: str | None = setting(None, "Item style preset, or a Jinja template", check=_blank)
    links: str | None = setting(None, "Link style", check=_blank)
    sort: tuple[str, ...] | None = setting(
        None, "Order of the papers; `-` before a key turns it round", choices=_SORTS, single=True
    )
    group: str | None = setting(None, "Group the papers", choices=("none", "year"))
    empty: str | None = setting(
        None, "Whether a category without papers is shown", choices=("keep", "hide")
    )


class RenderSettings(Settings):
    """`[render]`: how the outputs look."""

    targets: tuple[str, ...] = setting(
        ("readme", "latex", "citation"), "What `render` without arguments makes"
    )
    item: str = setting(
        "tag", "Item style preset, or a Jinja template; per category too", check=_blank
    )
    links: str = setting("[[Paper]](u)", "Link style; per category too", check=_blank)
    sort: tuple[str, ...] = setting(
        ("file",),
        "Order of the papers; `-` before a key turns it round; per category too",
        choices=_SORTS,
        single=True,
    )
    group: str = setting("none", "Group the papers; per category too", choices=("none", "year"))
    empty: str = setting(
        "keep",
        "Whether a category without papers is shown; per category too",
        choices=("keep", "hide"),
    )
    loose: bool = setting(
        False,  # noqa: FBT003 - the default
        "Whether a blank line stands between bullets; per category too",
    )
    heading: int = setting(3, "Level of the first category headings", minimum=1, maximum=6)
    heading_bullets: int | None = setting(
        None, "First heading level that stands inside a bullet", minimum=1, maximum=6
    )
    paper_link: tuple[str, ...] = setting(
        ("url", "eprint", "doi"),
        "The paper link is the first of these that is there",
        choices=("url", "eprint", "doi", "pdf"),
    )
    authors: int | None = setting(
        None, "Most authors that are named before `et al.`; all where absent", minimum=1
    )
    bibtex: bool = setting(False, "A foldable BibTeX entry below each paper")  # noqa: FBT003
    stars: bool = setting(False, "A badge with the stars of a paper's repository")  # noqa: FBT003
    markdown: tuple[str, ...] = setting(
        (), "Further markdown files with regions", check=relative_problem
    )
    labels: Mapping[str, str] = setting(
        MappingProxyType({}), "Display text of a link, by the label of its `link-<label>` field"
    )


class TableSettings(Settings):
    """`[tables.NAME]`: a comparison table, for tables.tex and the region `table name=NAME`."""

    columns: tuple[Column, ...] = setting(
        REQUIRED,
        "The columns: variables of item templates or fields; `yes`, `partial` and `no` are marks",
        columns=Column.declared,
    )
    caption: str | None = setting(None, "The caption in LaTeX; from the name where absent")
    label: str | None = setting(None, "What `ref` calls it; `tab:NAME` where absent")
    categories: tuple[str, ...] = setting(
        (), "Papers of these categories and of those below them", single=True
    )
    keys: tuple[str, ...] = setting((), "Papers of these keys", single=True)
    where: Mapping[str, str] = setting(
        MappingProxyType({}), "Of these only the papers whose field says so; `*` is anything"
    )
    sort: tuple[str, ...] = setting(
        (),
        "Order of the papers; as in categories and keys where absent",
        choices=_SORTS,
        single=True,
    )


class EnrichSettings(Settings):
    """`[enrich]`: which services are asked, and who asks."""

    sources: tuple[str, ...] = setting(SOURCES, "The services to ask, in this order")
    mailto: str | None = setting(
        None,
        "Your address for the services' polite pools; or `BIB2AWESOME_MAILTO`",
        check=_no_address,
    )


class CheckSettings(Settings):
    """`[check]`: which rules run, and how much they matter."""

    select: tuple[str, ...] = setting(
        (), "The rules that run: codes, names or groups; all where absent", single=True
    )
    ignore: tuple[str, ...] = setting((), "Rules that do not run", single=True)
    severity: Mapping[str, str] = setting(
        MappingProxyType({}),
        "How much the findings of a rule matter, by its name or code",
        choices=("error", "warning", "hint"),
    )


class SourceSettings(Settings):
    """`[sources.NAME]`: where a service is, and how gently it is asked."""

    url: str | None = setting(
        None, "Base URL, for a mirror; or `BIB2AWESOME_<NAME>_URL`", check=_no_base_url
    )
    per_minute: int | None = setting(
        None, "At most so many requests a minute, where the service allows more", minimum=1
    )
    timeout: int | None = setting(
        None, "Seconds to wait for one answer, at most 60", minimum=1, maximum=60
    )
