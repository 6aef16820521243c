"""Authors in item templates: one by one, and joined in any manner."""

from __future__ import annotations

import pytest

from bib2awesome.bib.names import parse_names
from bib2awesome.errors import InputError, Place
from bib2awesome.render.author_list import AuthorList
from bib2awesome.render.items import VARIABLES
from bib2awesome.render.template import Origin, compiled

ORIGIN = Origin(Place("categories.toml"), inline=True)
TYPES = {name: variable.type for name, variable in VARIABLES.items()}
TWO, THREE = "Lovelace, Ada and van der Berg, Jr, Carl", "Turing, Alan and {NASA} and Hopper, Grace"


def shown(template: str, names: str) -> str:
    return compiled(template, ORIGIN, TYPES)({"author_list": AuthorList(parse_names(names))})


@pytest.mark.parametrize(
    ("arguments", "names", "text"),
    [
        ("", THREE, "Alan Turing, NASA, Grace Hopper"),
        ('(", ", " & ")', THREE, "Alan Turing, NASA & Grace Hopper"),
        ('(", ", " & ")', TWO, "Ada Lovelace & Carl van der Berg Jr"),
        ('(", ", ", and ", two=" and ")', TWO, "Ada Lovelace and Carl van der Berg Jr"),
        ('("; ", family_first=true)', TWO, "Lovelace, Ada; van der Berg Jr, Carl"),
        ('("; ", family_first=true)', THREE, "Turing, Alan; NASA; Hopper, Grace"),
        ("", "Lovelace, Ada and others", "Ada Lovelace et al."),
        ('(more=", and others")', f"{TWO} and others", "Ada Lovelace, Carl van der Berg Jr, and others"),
        ("", "Lovelace, Ada", "Ada Lovelace"),
        ("", "", ""),
        ("", "others", ""),
        ('(" *&* ")', TWO, "Ada Lovelace \\*&\\* Carl van der Berg Jr"),
    ],
)  # fmt: skip
def test_names_are_joined(arguments, names, text):
    assert shown(f"{{{{ author_list | names{arguments} }}}}", names) == text


def test_names_are_looped_over():
    assert shown("{% for one in author_list %}<{{ one }}>{% endfor %}", TWO) == "<Ada Lovelace><Carl van der Berg Jr>"  # fmt: skip


def test_only_an_author_list_is_joined():
    with pytest.raises(InputError, match="`names` is a filter for `author_list`"):
        shown('{{ author_list[:1] | names(", ") }}', TWO)
