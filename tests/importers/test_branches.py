"""Templates that are written shorter show the same."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.errors import Place
from bib2awesome.importers.adoption.branches import Part, shorter
from bib2awesome.importers.adoption.pieces import Pieces
from bib2awesome.render.items import VARIABLES
from bib2awesome.render.template import Origin, compiled

ORIGIN = Origin(Place("categories.toml"), inline=True)
TYPES = {name: variable.type for name, variable in VARIABLES.items()}
NAMES = ("award", "tldr", "doi")
CONDITIONS = [*NAMES, "not award", "not (tldr)", "award or doi", "not (award or doi)"]
TEXTS = st.sampled_from(["a", "b", "a b", " ", "{{ award }}", "a{{ tldr }}", "{{ doi | code }}"])


def _branches(inner: st.SearchStrategy[list[Part]]) -> st.SearchStrategy[list[Part]]:
    condition = st.sampled_from(CONDITIONS)
    some = st.lists(st.tuples(condition, inner), min_size=1, max_size=3)

    def put(drawn: tuple[list[tuple[str, list[Part]]], list[Part] | None]) -> list[Part]:
        pairs, otherwise = drawn
        parts: list[Part] = []
        for number, (said, below) in enumerate(pairs):
            parts += [(True, f"{'elif' if number else 'if'} {said}"), *below]
        if otherwise is not None:
            parts += [(True, "else"), *otherwise]
        return [*parts, (True, "endif")]

    loop = inner.map(lambda below: [(True, "for one in author_list"), *below, (True, "endfor")])
    return st.one_of(st.tuples(some, st.none() | inner).map(put), loop)


PARTS = st.recursive(
    st.lists(TEXTS.map(lambda text: (False, text)), max_size=2),
    lambda inner: st.lists(st.one_of(inner, _branches(inner)), max_size=3).map(
        lambda some: [part for one in some for part in one]
    ),
    max_leaves=12,
)


def source(parts: list[Part]) -> str:
    inner = "".join(f"{{% {text} %}}" if is_tag else text for is_tag, text in parts)
    return f"-{inner}"  # blanks before a tag that begins a line are not shown


def shown(parts: list[Part]) -> list[str]:
    template = compiled(source(parts), ORIGIN, TYPES)
    found = []
    for values in product(["", "x"], repeat=len(NAMES)):
        item = dict(zip(NAMES, values, strict=True)) | {"author_list": ["Ada", "Bo"]}
        found.append(template(item))
    return found


@given(PARTS)
def test_a_shorter_template_shows_the_same(parts: list[Part]) -> None:
    made = shorter(parts)
    assert shown(made) == shown(parts)
    assert sum(tag for tag, _ in made) <= sum(tag for tag, _ in parts)
    assert shorter(made) == made


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("{% if award %}{% else %}x{% endif %}", "{% if not award %}x{% endif %}"),
        ("{% if not (award) %}{% else %}x{% endif %}", "{% if award %}x{% endif %}"),
        ("{% if award %}a{% endif %}{% if award %}b{% endif %}", "{% if award %}ab{% endif %}"),
        ("{% if award %}a{% endif %}{% if not award %}b{% endif %}", "{% if award %}a{% else %}b{% endif %}"),
        ("{% if award %}{{ award }}{% endif %}", "{{ award }}"),
        ("{% if award %}a x{% else %}a y{% endif %}", "a {% if award %}x{% else %}y{% endif %}"),
        ("{% if award %}x, {% elif doi %}y, {% else %}, {% endif %}", "{% if award %}x{% elif doi %}y{% endif %}, "),
        ("{% if award %}a{% else %}{% if doi %}b{% endif %}{% endif %}", "{% if award %}a{% elif doi %}b{% endif %}"),
        ("{% if award %}{% if award %}a{% else %}b{% endif %}{% endif %}", "{% if award %}a{% endif %}"),
        ("{% if award or doi %}{% endif %}c", "c"),
    ],
)  # fmt: skip
def test_conditions_are_asked_once(long: str, short: str) -> None:
    pieces = Pieces()
    pieces.raw(long)
    assert pieces.source() == short
