"""How each category's items look: presets, templates of the user's, link styles, read once each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bib2awesome.errors import Finding, InputError, Place, not_utf8
from bib2awesome.nearest import did_you_mean
from bib2awesome.render.items import VARIABLES, Options, preset, preset_names
from bib2awesome.render.links import LinkStyle, LinkWriter, link_style
from bib2awesome.render.template import Origin, Template, compiled

if TYPE_CHECKING:
    from bib2awesome.papers.survey import Survey
    from bib2awesome.papers.taxonomy import Category
    from bib2awesome.render.base import Present

__all__ = ["Styles"]

_TYPES = {name: variable.type for name, variable in VARIABLES.items()}


class Styles:
    """The item options of every category of a survey.

    Args:
        survey: The survey.
        present: Reads a template file of the user's.
    """

    def __init__(self, survey: Survey, present: Present) -> None:
        self._config = survey.config
        self._present = present
        self._templates: dict[str, Template] = {}
        self._links: dict[str, LinkStyle] = {}
        self._options: dict[tuple[str, str], Options] = {}

    def check(self, survey: Survey) -> None:
        """Read every style that categories.toml names.

        Raises:
            InputError: With the problems of all of them.
        """
        problems: dict[Finding, None] = {}
        for category in (None, *survey.taxonomy.walk()):
            for read in (self._template, self._link_style):
                try:
                    read(category)
                except InputError as error:
                    problems |= dict.fromkeys(error.findings)
        if problems:
            raise InputError(list(problems))

    @property
    def ready_made(self) -> bool:
        """Whether every style read so far is a preset, which leaves nothing open behind an item."""
        return self._templates.keys() <= set(preset_names())

    def of(self, category: Category | None) -> Options:
        """Return the options of a category; None is what `[render]` says."""
        render = self._config.render
        source = category or render
        key = (source.item, source.links)
        options = self._options.get(key)
        if options is None:
            options = self._options[key] = Options(
                template=self._template(category),
                links=LinkWriter(self._link_style(category), render.labels),
                paper_link=render.paper_link,
                authors=render.authors,
                bibtex=render.bibtex,
                stars=render.stars,
            )
        return options

    def _template(self, category: Category | None) -> Template:
        written = (category or self._config.render).item
        if written not in self._templates:
            source, origin = self._source(written, lambda: self._place(category, "item"))
            self._templates[written] = compiled(source, origin, _TYPES)
        return self._templates[written]

    def _source(self, written: str, place: Callable[[], Place]) -> tuple[str, Origin]:
        """Return the text of a preset, of a template file, or the template that `item` itself is."""
        if written in preset_names():
            return preset(written).source, Origin(Place(f"{written}.md.j2"), inline=False)
        if any(mark in written for mark in ("{{", "{%", "\n")):
            return written, Origin(place(), inline=True)
        if "." not in written and "/" not in written:
            hint = did_you_mean(written, preset_names())
            raise InputError(f"unknown item style `{written}`", place=place(), hint=hint)
        try:
            data = self._present(written)
        except InputError as error:
            raise InputError(
                [one._replace(place=one.place or place()) for one in error.findings]
            ) from None
        if data is None:
            raise InputError(
                f"there is no template `{written}`",
                place=place(),
                hint="the path is relative to the survey's folder",
            )
        try:
            return data.decode("utf-8-sig"), Origin(Place(written), inline=False)
        except UnicodeDecodeError as error:
            raise not_utf8(error, written, "the template") from None

    def _link_style(self, category: Category | None) -> LinkStyle:
        written = (category or self._config.render).links
        if written not in self._links:
            try:
                self._links[written] = link_style(written, None)
            except InputError as error:
                place = self._place(category, "links")
                raise InputError([one._replace(place=place) for one in error.findings]) from None
        return self._links[written]

    def _place(self, category: Category | None, option: str) -> Place:
        """Return where the option that holds for `category` is written."""
        while category is not None and category.parent is not None:
            if getattr(category, option) != getattr(category.parent, option):
                break
            category = category.parent
        if category is None or getattr(category, option) == getattr(self._config.render, option):
            return self._config.place("render", option)
        return self._config.place("categories", *category.path.split("/"), option)
