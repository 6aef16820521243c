from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.errors import InputError, Place
from bib2awesome.render import environment, template
from bib2awesome.render.markdown import Markdown
from bib2awesome.render.template import Origin, compiled, guarded

NAMES = {"title": str, "tag": str, "links": str, "names": list, "pairs": list}
VALUES = {
    "title": "A *b* & <c>!",
    "tag": "",
    "links": Markdown("[[Paper]](u)"),
    "names": ["Ana", "*Bo*", "Cy"],
    "pairs": [(Markdown("[x](y)"), "z")],
}
ORIGIN = Origin(Place("categories.toml", 3, 8), inline=True)


def run(source, values=VALUES):
    return compiled(source, ORIGIN, NAMES)(values)


def fails(source, origin=ORIGIN):
    with pytest.raises(InputError) as caught:
        compiled(source, origin, NAMES)(VALUES)
    return caught.value.findings


def in_jinja(source):
    return environment.compiled(template._lines_kept(source), ORIGIN, NAMES)


SIMPLE = [
    "- {{ title }} {{ links }}",
    "- {{title}}{{ links }}",
    "- {{ title }}[{{ tag }}]",
    "- {% if tag %}**[{{ tag }}]** {% endif %}{{ title }}",
    "{# a comment #}\n- {{ title }}\n{% if links %}\n  - {{ links }}\n{% else %}\n  - none\n{% endif %}\n",
    "a{% if not tag %}b{% if title %}c{% endif %}{% endif %} \\\nd",
    "{% if title %}x{% endif %}\n{% if tag %}y{% endif %}\n  {% if title %}z{% endif %}z\nend",
    "  {% if title %}\n    kept\n  {% endif %}\n\nend\n\n",
    "{% if title %}{{ title }}{% endif %}[x](y)",
    "line \\\r\n{{ title }}\r\n",
    "{{ title }}{# then #}[x](y)",
    "{{ title }}{# the end #}",
    "",
]


@pytest.mark.parametrize("source", SIMPLE)
def test_simple_templates_run_without_jinja(source, monkeypatch):
    expected = in_jinja(source.replace("\r\n", "\n"))(VALUES)
    monkeypatch.setattr(environment, "compiled", None)
    assert run(source) == expected


PIECES = st.lists(
    st.sampled_from(
        ["{{ title }}", "{{ links }}", "{% if tag %}", "{% if not tag %}", "{% else %}", "{% endif %}",
         "{# c #}", "\n", " ", "  ", "x", "[", "]", "!", "- ", "\\"]
    ),
    max_size=10,
)  # fmt: skip


@given(PIECES)
def test_both_ways_of_running_agree(pieces):
    source = "".join(pieces)
    nodes = template._simple(template._lines_kept(source), NAMES)
    try:
        jinja = in_jinja(source)
    except InputError:
        assert nodes is None
        return
    if nodes is not None:
        assert template._Simple(nodes)(VALUES) == jinja(VALUES)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{ title|upper }}", r"A \*B\* & \<C>!"),
        ("{{ title|upper }} {{ links }}", r"A \*B\* & \<C>! [[Paper]](u)"),
        ("{% for one in title|split(' ') %}{{ one|code }}{% endfor %}", "`A``*b*``&``<c>!`"),
        ("{{ title|replace('A', '_') }} x", r"\_ \*b\* & \<c>! x"),
        ("{{ names|join(', ') }}", r"Ana, \*Bo\*, Cy"),
        ("{{ pairs|first|join(' *') }}", r"[x](y)\*z"),
        ("{% for name in names %}{{ loop.index }}{{ name }}{% endfor %}", r"1Ana2\*Bo\*3Cy"),
        ("{% for link, text in pairs %}{{ link }}{{ text }}{% endfor %}", "[x](y)z"),
        ("{{ title ~ links }}", r"A \*b\* & \<c>![[Paper]](u)"),
        ("{{ names|length + 1 }}{{ 5 - 2 }}{{ -1 }} {{ names[0] + names[1] }}", r"43-1 Ana\*Bo\*"),
        ("{{ names[0] }}{{ title[:1] }}{{ tag or 'x' }}{{ 'y' if tag else 'z' }}", "AnaAxz"),
        (
            "{% set x = title|lower %}{{ x|trim }} {{ tag|default('-', true) }} x",
            r"a \*b\* & \<c>! \- x",
        ),
        ("{{ title|code }}", "`A *b* & <c>!`"),
        ("{{ title|e }}", r"A \*b\* & \<c>!"),
        ("{% raw %}{{ title }}{% endraw %}", "{{ title }}"),
        ("{% with y = 3 %}{{ y }}{% endwith %}", "3"),
        ("{{ names|map('upper')|join }}", r"ANA\*BO\*CY"),
        ("{{ names|map(attribute='real')|list|length }}", "3"),
        ("{% if names is defined and tag is string %}yes{% endif %}", "yes"),
    ],
)
def test_values_are_escaped_whatever_is_done_to_them(source, expected):
    assert run(source) == expected


@pytest.mark.parametrize(
    ("source", "line", "message", "hint"),
    [
        ("{{ titel }}", 1, "unknown variable `titel`", "did you mean `title`?"),
        ("\n\n{{ nothing }}{{ at_all }}", 3, "unknown variable `nothing`", "known are"),
        ("{{ title|uper }}", 1, "unknown filter `uper`", "did you mean `upper`?"),
        ("{{ title|safe }}", 1, "unknown filter `safe`", "did you mean"),
        ("{{ title|_joined }}", 1, "unknown filter `_joined`", ""),
        ("{{ title", 1, "unexpected end of template", ""),
        ("\n{% if title %}", 2, "Unexpected end of template", ""),
        ("{% for i in range(10**9) %}{% endfor %}", 1, "calls are not available", ""),
        ("{{ 'a' * 10**9 }}", 1, "`*` is not available", ""),
        ("{{ 9**9**9 }}", 1, "`**` is not available", ""),
        ("{{ '%99999999d' % 1 }}", 1, "`%` is not available", ""),
        ("{{ ''.__class__.__mro__ }}", 1, "access to attribute '__class__'", ""),
        ("{{ title.format(x) }}", 1, "calls are not available", ""),
        ("{% include '/etc/passwd' %}", 1, "cannot include", ""),
        ("{% import 'x' as y %}", 1, "cannot import", ""),
        ("{% from 'x' import y %}", 1, "cannot import", ""),
        ("{% extends 'x' %}", 1, "cannot extend", ""),
        ("{% macro m() %}{% endmacro %}", 1, "macros are not available", ""),
        ("{% block b %}{% endblock %}", 1, "`block` is not available", ""),
        ("{% autoescape false %}{{ title }}{% endautoescape %}", 1, "text is always escaped", ""),
        ("{% for n in names recursive %}{% endfor %}", 1, "`for` is not available", ""),
        ("{% set x %}{{ title }}{% endset %}", 1, "`assignblock` is not available", ""),
        ("{{ self }}", 1, "unknown variable `self`", ""),
        ("\n{{ title.nothing }}", 2, "has no attribute 'nothing'", ""),
        ("{{ names }}", 1, "a list cannot be shown", ""),
        ("{{ names is defined }}", 1, "a bool cannot be shown", ""),
        ("{{ names|join('', attribute='__class__') }}", 1, "unexpected keyword argument", ""),
        ("{{ names|map(attribute='__class__')|join }}", 1, "unsafe", ""),
        ("{{ names|sum }}", 1, "unknown filter `sum`", ""),
        ("{{ names + 1 }}", 1, "can only concatenate list", ""),
        ("{{ title - 1 }}", 1, "unsupported operand", ""),
        ("{{ " + "(" * 2000, None, "nested too deeply", ""),
        ("{{ title }}" * 2000, None, "longer than 16384 characters", ""),
    ],
)
def test_what_a_template_cannot_say_is_an_error_with_its_line(source, line, message, hint):
    finding = fails(source)[0]
    assert finding.message.startswith(f"line {line} of the template: " if line else "the template")
    assert message in finding.message
    assert hint in (finding.hint or "")
    assert str(finding.place) == "categories.toml:3:8"


def test_a_template_file_is_named_with_its_line():
    [finding] = fails("\n{{ titel }}", Origin(Place("items/mine.md.j2"), inline=False))
    assert str(finding.place) == "items/mine.md.j2:2"
    assert finding.message == "unknown variable `titel`"


def test_all_problems_are_told():
    assert len(fails("{{ a() }}{{ 1 * 2 }}{{ title|nope }}")) == 3
    assert len(fails("{{ one }}{{ two }}")) == 2


LOOP = "{% for a in title %}{% for b in title %}{% for c in title %}{% for d in title %}{% for e in title %}"


@pytest.mark.parametrize(
    "source",
    [
        LOOP + "{% endfor %}" * 5,
        "{% for a in title %}{% for b in title %}"
        + "{{ title }}" * 400
        + "{% endfor %}{% endfor %}",
        "{% set a = title ~ title ~ title ~ title ~ title ~ title ~ title ~ title %}"
        + "".join(f"{{% set a = {' ~ '.join('a' * 20)} %}}" for _ in range(10)),
        "{% set a = title %}" + "{% set a = a|replace('b', a ~ 'bbb') %}" * 60,
        "{% set a = title %}" + "{% set a = a + a %}" * 60,
        "{% set a = [title, title] %}" + "{% set a = [a|join(a|join), a|join] %}" * 60,
    ],
)
def test_templates_end_and_stay_small(source):
    [finding] = fails(source)
    assert "longer than" in finding.message or "more than 10000 times" in finding.message


def test_limits_are_per_item():
    one = compiled(
        "{% for a in names %}{% for b in names %}{{ b|upper }}{% endfor %}{% endfor %}",
        ORIGIN,
        NAMES,
    )
    for _ in range(2000):
        one(VALUES)


def test_an_exclamation_mark_makes_no_image():
    assert guarded("Hi!") == "Hi\\!"
    assert guarded(Markdown("Hi!")) == "Hi!"
    assert guarded(3) == 3


def test_lists_are_shown_by_loops_only():
    assert "a list cannot be shown" in fails("{{ pairs }}")[0].message
