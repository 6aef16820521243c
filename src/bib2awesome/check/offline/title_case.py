"""Title in another case than the others, or in capitals.

In a list, `A Title in Title Case` beside `A title in sentence case` looks careless. Where most titles have one
of the two, the others are reported; styles that set their own case do not care.

Bad:

    @misc{a, title = {The Education of a Computer in Six Lessons}, year = {1952}}
    @misc{b, title = {A Language for Business and Its Many Readers}, year = {1953}}
    @misc{c, title = {Automatic Coding for Digital Computers at Work}, year = {1954}}
    @misc{d, title = {Compiling Routines for the Univac and Others}, year = {1955}}
    @misc{e, title = {Programming Languages and How They Came About}, year = {1956}}
    @misc{f, title = {Computers and what they may become next}, year = {1957}}

Good:

    @misc{a, title = {The Education of a Computer in Six Lessons}, year = {1952}}
    @misc{b, title = {A Language for Business and Its Many Readers}, year = {1953}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bib2awesome.check.base import Checked, Problem, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.paper import Paper

_MARKS = r"[,;:?!.()\[\]\"'\u201c\u201d\u2018\u2019]*+"
# A word in small letters but for its first, behind another one and not behind a colon.
_WORD = re.compile(
    rf"(?<=[^\s:?!.])\s+{_MARKS}([^\W\d_](?:[^\WA-Z\d_]|[-'\u2019](?=\w))++){_MARKS}(?!\S)"
)
_SMALL = frozenset(
    "a an and are as at be but by can do does for from how if in into is it its nor not of off on onto or our "
    "out over per so than that the their them there these they this through to under until up upon us via "
    "vs was we what when where which while who why with within without you your yet beyond between during "
    "toward towards against using based among across along like".split()
)
_LEAST_WORDS = 3
_LEAST_TITLES = 5
_MINORITY = 0.2
_LEAST_LOUD = 12
_CLEAR = 0.8


@rule("L010", Severity.HINT)
def check(checked: Checked) -> Iterator[Problem]:
    """Find the titles of a minority of a fifth or less, and those all in capitals."""
    cases: dict[str, list[Paper]] = {"title": [], "sentence": []}
    for paper, _, _ in checked.having("title"):
        title = paper.title
        if _is_loud(title):
            yield Problem("the title is all in capitals", paper, "title")
        elif (case := _case(title)) is not None:
            cases[case].append(paper)
    fewer, more = sorted(cases, key=lambda case: len(cases[case]))
    total = len(cases[fewer]) + len(cases[more])
    if total >= _LEAST_TITLES and len(cases[fewer]) <= total * _MINORITY:
        for paper in cases[fewer]:
            yield Problem(
                f"the title is in {fewer} case, {len(cases[more])} of {total} are in {more} case",
                paper,
                "title",
            )


def _is_loud(title: str) -> bool:
    if not title.isupper():
        return False
    letters = [letter for letter in title if letter.isalpha() and letter.isascii()]
    return len(letters) >= _LEAST_LOUD and len(title.split()) >= _LEAST_WORDS


def _case(title: str) -> str | None:
    """Return `title` or `sentence` where nearly all words behind the first speak for it, else None.

    Words with a capital inside are names, and what follows a colon starts anew.
    """
    found = [word for word in _WORD.findall(title) if word[0].isupper() or word not in _SMALL]
    words, capitals = len(found), sum(word[0].isupper() for word in found)
    if words < _LEAST_WORDS:
        return None
    if capitals >= words * _CLEAR:
        return "title"
    return "sentence" if capitals <= words * (1 - _CLEAR) else None
