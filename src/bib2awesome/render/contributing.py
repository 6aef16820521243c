"""How to add a paper: the entry to write, and the line that it becomes in this list.

Both come from the active item style, by giving its template a paper whose fields are their own
descriptions, so that what the list asks for is what it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bib2awesome.bib.document import Document
from bib2awesome.papers.paper import Paper
from bib2awesome.render.items import Item
from bib2awesome.render.markdown import code_span, fence

if TYPE_CHECKING:
    from bib2awesome.papers.survey import Survey
    from bib2awesome.render.styles import Styles

__all__ = ["contributing"]

_EXAMPLE = """\
@inproceedings{{family2025word,
  title     = {{Title of the Paper}},
  author    = {{Family, Given and Family, Given}},
  booktitle = {{International Conference on Learning Representations}},
  year      = {{2025}},
  url       = {{https://example.org/paper}},
  code      = {{https://github.com/owner/repository}},
  {field} = {{{category}}},
}}
"""


def contributing(survey: Survey, styles: Styles) -> str:
    """Return the entry to add to the survey's BibTeX file, and how it will look in the list."""
    field = survey.config.survey.category_field
    category = next((one for one in survey.taxonomy.walk() if not one.children), None)
    source = _EXAMPLE.format(
        field=field.ljust(9), category=category.path if category else "id-of-a-category"
    )
    example = Document.parse(source.encode(), "example.bib")
    options = styles.of(None)._replace(bibtex=False)
    item = Item(Paper(example, example.entries[0]), options, category.title if category else "")
    shown = options.template(item).strip("\n").rstrip()
    files = " or ".join(code_span(name) for name in survey.config.survey.bib)
    return "\n\n".join(
        (
            f"Add an entry to {files}:",
            fence(source, "bibtex"),
            "`bib2awesome render` makes this of it:",
            fence(shown, "markdown"),
        )
    )
