"""The options of `[render.latex]`, and what they say."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, NamedTuple

from bib2awesome.config_options import Option
from bib2awesome.paths import relative_problem

if TYPE_CHECKING:
    from bib2awesome.papers.survey import Survey
    from bib2awesome.render.base import Present

__all__ = ["OPTIONS", "Settings", "settings_of", "with_cited"]

_NO_COMMAND = "is not the name of a command: letters only"


def _no_command(text: str) -> str | None:
    return None if text.isascii() and text.isalpha() else _NO_COMMAND


def _no_drop(text: str) -> str | None:
    return None if text.isascii() and text.replace("-", "").isalnum() else "is not a field"


OPTIONS = (
    Option(
        "url",
        "string",
        "if-no-doi",
        "Which papers have their URL printed; IEEEtran prints no DOI, so there `always` is of use",
        choices=("never", "if-no-doi", "always"),
    ),
    Option(
        "max-authors",
        "integer",
        None,
        "Most names that are written before `and others`; all where absent",
        minimum=1,
    ),
    Option(
        "protect",
        "boolean",
        False,  # noqa: FBT003
        "Braces around acronyms in titles, which sentence-case styles lower otherwise",
    ),
    Option(
        "venues",
        "string",
        "as-written",
        "How journals and proceedings that bib2awesome knows are named in the bibliographies",
        choices=("as-written", "full", "abbreviated", "short"),
    ),
    Option(
        "drop",
        "list of strings",
        (),
        "Fields to leave out of the bibliographies, e.g. `publisher`",
        check=_no_drop,
    ),
    Option(
        "cited",
        "list of strings",
        (),
        "Main .tex files: the bibliographies hold only what they and the files they read cite; "
        "or `--cited`",
        single=True,
        check=relative_problem,
    ),
    Option(
        "strict",
        "boolean",
        False,  # noqa: FBT003
        "A character that pdfLaTeX cannot print is an error, not a warning; or `--strict`",
    ),
    Option(
        "cite-command",
        "string",
        "cite",
        "The command, without backslash, that cites in figure and tables: `citep`, `parencite`",
        check=_no_command,
    ),
    Option(
        "taxonomy-root",
        "string",
        None,
        "What stands at the root of the figure; the survey's title without `Awesome` where absent",
    ),
    Option("taxonomy-caption", "string", None, "The figure's caption; from the title where absent"),
    Option(
        "taxonomy-depth",
        "integer",
        None,
        "Levels of categories in the figure; papers below are listed at the last one",
        minimum=1,
    ),
    Option(
        "taxonomy-entries",
        "integer",
        None,
        "Most papers that a leaf of the figure names before `etc.`; all where absent",
        minimum=1,
    ),
    Option(
        "taxonomy-label",
        "string",
        "short-title",
        "What stands before the citation in a leaf",
        choices=("short-title", "author-year", "number"),
    ),
    Option(
        "taxonomy-split",
        "boolean",
        False,  # noqa: FBT003
        "One figure per category of the first level",
    ),
    Option(
        "taxonomy-empty",
        "string",
        None,
        "Whether the figure shows categories without papers; as in the list where absent",
        choices=("keep", "hide"),
    ),
    Option(
        "table-columns",
        "list of strings",
        ("title", "venue", "year", "code"),
        "Columns of tables.tex: variables of item templates or fields of the entry",
    ),
)


class Settings(NamedTuple):
    """What `[render.latex]` says, in the order of `OPTIONS`; `keys` are those cited, None is all."""

    url: str
    max_authors: int | None
    protect: bool
    venues: str
    drop: tuple[str, ...]
    cited: tuple[str, ...]
    strict: bool
    cite: str
    root: str | None
    caption: str | None
    depth: int | None
    entries: int | None
    label: str
    split: bool
    empty: str | None
    columns: tuple[str, ...]
    keys: Collection[str] | None = None


def settings_of(survey: Survey) -> Settings:
    """Return what the survey's categories.toml and the command line say."""
    table = survey.config.table("latex", OPTIONS)
    return Settings(*(table[option.name] for option in OPTIONS))._replace(keys=table.get("keys"))


def with_cited(survey: Survey, settings: Settings, present: Present) -> Settings:
    """Return the settings with the keys that the documents of `cited` cite, if there are any.

    Raises:
        InputError: One of the documents is not there, with every one.
    """
    if settings.keys is not None or not settings.cited:
        return settings
    from bib2awesome.render.manuscripts import cited_keys  # noqa: PLC0415 - only where it is wanted

    config = survey.config
    places = [config.place("render", "latex", "cited", at) for at in range(len(settings.cited))]
    return settings._replace(keys=cited_keys(settings.cited, places, present))
