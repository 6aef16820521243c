r"""BibLaTeX by category: the bibliography under nested headings, and survey.bib as it is for biblatex."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bib2awesome.papers.fields import OWN_FIELDS, STANDARD
from bib2awesome.render.latex_text import document_text

if TYPE_CHECKING:
    from bib2awesome.papers.survey import Survey
    from bib2awesome.papers.taxonomy import Category

__all__ = [
    "BY_CATEGORY_ABOUT",
    "DATA_MODEL_ABOUT",
    "SOURCE_MAP_ABOUT",
    "by_category",
    "data_model",
    "source_map",
]

BY_CATEGORY_ABOUT = (
    "",
    "The bibliography under the headings of the categories. In the LaTeX source:",
    r"  \usepackage{biblatex}  \addbibresource{latex/references-biblatex.bib}",
    r"  ... \input{latex/bib-by-category} where the bibliography is to be.",
    "A paper of several categories stands in each of them, with one number. What is in no category",
    r"comes last, under \SurveyOtherReferences. Packages: biblatex, with biber.",
)
SOURCE_MAP_ABOUT = (
    "",
    "survey.bib itself for biblatex, without a generated .bib. In the preamble:",
    r"  \usepackage[datamodel=latex/survey]{biblatex}  \input{latex/survey-sourcemap}",
    r"  \addbibresource{survey.bib}",
    "The categories become keywords, as in references-biblatex.bib, and abstracts are left out.",
    "Packages: biblatex, with biber.",
)
DATA_MODEL_ABOUT = (
    "",
    "The fields of survey.bib that are bib2awesome's own, for biblatex and `biber --validate-datamodel`:",
    r"  \usepackage[datamodel=latex/survey]{biblatex}",
    "A style that has a data model of its own, such as apa, takes no other: leave it out there.",
)


def by_category(survey: Survey) -> str:
    """Return the content of bib-by-category.tex: the categories that hold papers, in their order."""
    lines = [_OTHER, r"\printbibheading"]
    for root in survey.taxonomy.roots:
        lines += _category(survey, root)
    outside = ",".join(f"notkeyword={{cat:{root.path}}}" for root in survey.taxonomy.roots)
    if survey.unlisted or not outside:
        comma = "," if outside else ""
        lines.append(
            rf"\printbibliography[heading=survey0,title={{\SurveyOtherReferences}}{comma}{outside}]"
        )
    return "\n".join(lines) + "\n"


_OTHER = r"""\providecommand{\SurveyOtherReferences}{Other References}
\BiblatexSplitbibDefernumbersWarningOff
% The headings: one level below that of the bibliography, two, and a line in bold.
\ifcsname chapter\endcsname
  \defbibheading{survey0}{\section*{#1}}\defbibheading{survey1}{\subsection*{#1}}%
\else
  \defbibheading{survey0}{\subsection*{#1}}\defbibheading{survey1}{\subsubsection*{#1}}%
\fi
\defbibheading{survey2}{\paragraph*{#1}}"""
_DEEPEST = 2


def _category(survey: Survey, category: Category) -> Iterator[str]:
    if not survey.count(category):
        return
    heading = (
        f"heading=survey{min(category.depth, _DEEPEST)},title={{{document_text(category.title)}}}"
    )
    below = [child for child in category.children if survey.count(child)]
    if survey.listed(category):
        others = "".join(f",notkeyword={{cat:{child.path}}}" for child in below)
        yield rf"\printbibliography[{heading},keyword={{cat:{category.path}}}{others}]"
    else:
        yield rf"\printbibheading[{heading}]"
    for child in below:
        yield from _category(survey, child)


def data_model(survey: Survey) -> str:
    """Return the content of the `.dbx`: bib2awesome's own fields, and those that only this survey has.

    What nobody prints is verbatim: a `%` in it would end the bibliography.
    """
    field = survey.config.survey.category_field
    literal = {field, *_PRINTED}
    found = {name for paper in survey.papers for name in paper.values if name not in STANDARD}
    own = {name for name in OWN_FIELDS if "<" not in name}
    verbatim = {name for name in found | own if _PLAIN.fullmatch(name)} - literal - STANDARD
    return "".join(
        rf"\DeclareDatamodelFields[type=field,datatype={kind}]{{{','.join(sorted(names))}}}"
        "\n"
        rf"\DeclareDatamodelEntryfields{{{','.join(sorted(names))}}}"
        "\n"
        for kind, names in (("verbatim", verbatim), ("literal", literal))
    )


_PRINTED = ("award", "shortvenue")
_PLAIN = re.compile(r"[a-z0-9_-]+")


def source_map(survey: Survey) -> str:
    """Return the content of survey-sourcemap.tex: one map per category, whoever names it and how."""
    field = survey.config.survey.category_field
    lines = [r"\DeclareSourcemap{\maps[datatype=bibtex]{%"]
    lines.append(r"  \map[overwrite]{\step[fieldset=abstract,null]}%")
    # A year without a digit (`n.d.`, which biblatex says by itself) is a warning of biber's.
    no_year = r"\step[fieldsource=year,match=\regexp{\A\D+\z},final]\step[fieldset=year,null]"
    lines.append(rf"  \map[overwrite]{{{no_year}}}%")
    for category in survey.taxonomy.walk():
        names = "|".join(survey.taxonomy.names_of(category))
        parts = category.path.split("/")
        keywords = ",".join(f"cat:{'/'.join(parts[: end + 1])}" for end in range(len(parts)))
        lines += [
            rf"  \map[overwrite]{{\step[fieldsource={field},match=\regexp{{(?:\A|,)\s*(?:{names})\s*(?:,|\z)}},final]%",
            rf"    \step[fieldset=keywords,fieldvalue={{,{keywords}}},append]}}%",
        ]
    return "\n".join([*lines, "}}"]) + "\n"
