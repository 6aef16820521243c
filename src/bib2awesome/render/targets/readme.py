"""README.md, and other markdown files with regions: the awesome list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bib2awesome.errors import Finding, InputError, Place, Severity
from bib2awesome.render.base import Output, Present
from bib2awesome.render.conflicts import has_conflicts
from bib2awesome.render.markdown import escape
from bib2awesome.render.markers import Region
from bib2awesome.render.region_contents import Contents
from bib2awesome.render.region_papers import category_of
from bib2awesome.render.regions import Page, rewritten
from bib2awesome.render.styles import Styles

if TYPE_CHECKING:
    from bib2awesome.config import Option
    from bib2awesome.papers.survey import Survey

__all__ = ["help", "name", "options", "render"]

name = "readme"
help = "Write the regions of README.md: the list, its contents, tables and citation"  # noqa: A001
options: tuple[Option, ...] = ()

README = "README.md"
CONFIG, CITATION = "categories.toml", "CITATION.cff"
MOST_BYTES = 500 * 1024
"""GitHub cuts a README behind this many bytes."""

_NEW = """\
# {title}

<!-- bib2awesome:begin badges -->
<!-- bib2awesome:end badges -->
{description}
## Contents

<!-- bib2awesome:begin toc -->
<!-- bib2awesome:end toc -->

{papers}<!-- bib2awesome:begin papers -->
<!-- bib2awesome:end papers -->

## Contributing

<!-- bib2awesome:begin contributing -->
<!-- bib2awesome:end contributing -->
"""
_LEVEL = 2
"""Of a new README's own headings: a category at this level would stand beside `Papers`, not below it."""
_CITATION = """
## Citation

<!-- bib2awesome:begin citation -->
<!-- bib2awesome:end citation -->
"""


def render(survey: Survey, present: Present, *, force: bool) -> list[Output]:
    """Return README.md and the files of `[render] markdown`, their regions rendered anew.

    A survey without README.md gets one with the usual regions, unless the list is in other files; those
    have to be there.

    Raises:
        InputError: Wrong markers, templates, link styles or categories, with every problem.
    """
    styles = Styles(survey, present)
    problems: list[Finding] = []
    try:
        styles.check(survey)
    except InputError as error:
        problems += error.findings
    pages: list[tuple[Page, bytes | None]] = []
    further = survey.config.render.markdown
    for file in survey.markdown_files:
        if file == README and further and README not in further and present(README) is None:
            continue  # the list is in another file
        try:
            pages.append(_page(survey, file, present))
        except InputError as error:
            problems += error.findings
    outputs = []
    for page, data in pages:
        try:
            if not problems:
                outputs.append(_output(survey, styles, page, data, force=force))
            else:
                _check(survey, page)
        except InputError as error:
            problems += error.findings
    if problems:
        raise InputError(problems)
    return _with_left_out(survey, [page for page, _ in pages], outputs)


def rendered(survey: Survey, data: bytes, file: str, present: Present) -> bytes:
    """Return one markdown file with every region rendered anew, whatever stands in it.

    Raises:
        InputError: Wrong markers, templates, link styles or categories.
    """
    styles = Styles(survey, present)
    styles.check(survey)
    page, _ = _page(survey, file, lambda _: data)
    return rewritten(page, Contents(survey, styles, page).of, _contents).data


def _with_left_out(
    survey: Survey, pages: Sequence[Page], outputs: Sequence[Output]
) -> list[Output]:
    """Return the outputs, each with the warnings about categories that no file shows which stand in it."""
    from bib2awesome.render.shown import left_out  # noqa: PLC0415 - start-up

    by_file: dict[str, list[Finding]] = {}
    for finding in left_out(survey, pages):
        by_file.setdefault(finding.place.file if finding.place else README, []).append(finding)
    return [
        output._replace(findings=(*output.findings, *by_file.get(output.path, ())))
        for output in outputs
    ]


def _page(survey: Survey, file: str, present: Present) -> tuple[Page, bytes | None]:
    data = present(file)
    if file in {*survey.config.survey.bib, CONFIG, CITATION}:
        raise InputError(
            f"`{file}` is not a markdown file: there are no regions in it",
            place=_named(survey, file),
        )
    if data is None:
        if file != README:
            raise InputError(
                "there is no such file",
                place=Place(file),
                hint="`[render] markdown` names it; a region is what makes it worth rendering",
            )
        return Page.read(_new(survey), file), None
    conflicts = any(has_conflicts(document.data) for document in survey.documents)
    if conflicts and has_conflicts(data):
        raise InputError(
            "merge conflicts here and in the BibTeX file",
            place=Place(file),
            hint="settle the BibTeX file first; then `render` settles the regions",
        )
    return Page.read(data, file), data


def _named(survey: Survey, file: str) -> Place:
    index = survey.config.render.markdown.index(file)
    return survey.config.place("render", "markdown", index)


def _new(survey: Survey) -> bytes:
    about = survey.config.survey
    text = _NEW.format(
        title=escape(about.title or "Awesome Papers"),
        description=f"\n{escape(about.description)}\n" if about.description else "",
        papers="## Papers\n\n" if survey.config.render.heading > _LEVEL else "",
    )
    return (text + (_CITATION if about.cite else "")).encode()


def _output(
    survey: Survey, styles: Styles, page: Page, data: bytes | None, *, force: bool
) -> Output:
    rendered = rewritten(page, Contents(survey, styles, page).of, _contents)
    findings = [*_hints(survey, page)]
    refused = None
    if rendered.edited and not force:
        findings += rendered.edited
        refused = "; ".join(finding.message for finding in rendered.edited)
    if len(rendered.data) > MOST_BYTES:
        findings.append(_too_large(page.file, len(rendered.data), rendered.sizes))
    return Output(page.file, rendered.data, data, refused, tuple(findings))


def _contents(lines: Sequence[str], region: Region, generated: Sequence[tuple[int, int]]) -> str:
    from bib2awesome.render.toc import contents  # noqa: PLC0415 - start-up

    return contents(lines, region.begin, generated, int(region.arguments.get("levels", "6")))


def _check(survey: Survey, page: Page) -> None:
    """Find what is wrong with a page that is not rendered, because something else is wrong, too."""
    problems: list[Finding] = []
    for region in page.regions:
        try:
            category_of(survey, page, region)
        except InputError as error:
            problems += error.findings
    if problems:
        raise InputError(problems)


def _hints(survey: Survey, page: Page) -> list[Finding]:
    hints = []
    if not page.regions:
        hints.append(
            Finding(
                "R006",
                "no-region",
                Severity.HINT,
                "the file has no region, so there is nothing to render into it",
                Place(page.file),
                hint="put `<!-- bib2awesome:begin papers -->` and `<!-- bib2awesome:end papers -->` "
                "where the list belongs, each alone on its line; a list that stands there already "
                f"gets its own from `bib2awesome import {page.file} --adopt`",
            )
        )
    if not survey.cited:
        hints += [
            Finding(
                "R004",
                "no-citation",
                Severity.HINT,
                "the region `citation` stays empty: `[survey] cite` names no entry",
                Place(page.file, region.begin + 1, 1),
                hint='write the survey\'s own entry into the BibTeX file and `cite = ["its-key"]`',
            )
            for region in page.regions
            if region.kind == "citation"
        ]
    return hints


def _too_large(file: str, size: int, sizes: Mapping[str, int]) -> Finding:
    regions = {**sizes, "": size - sum(sizes.values())}
    largest = max(regions, key=lambda one: regions[one])
    cause = f"the region `{largest}`" if largest else "the hand-written text"
    return Finding(
        "R002",
        "readme-too-large",
        Severity.WARNING,
        f"{size // 1024} KiB, of which GitHub shows {MOST_BYTES // 1024}; "
        f"most of it, {regions[largest] // 1024} KiB, is {cause}",
        Place(file),
        hint="put categories into files of their own (`[render] markdown`), or show less of a paper",
    )
