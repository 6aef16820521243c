"""Item templates: Jinja's language, run here where a template is as simple as most are.

Placeholders and conditions on a name are all that the presets need, and running those takes a
fraction of what importing Jinja costs at start-up (45 ms of a budget of 150) and per item (20 of
100 microseconds). Everything else goes to `environment`, with the same result: text is escaped,
finished markdown is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from bib2awesome.errors import Finding, InputError, Place
from bib2awesome.render.markdown import Markdown, escape

__all__ = ["Origin", "Template", "compiled", "guarded"]

Values = Mapping[str, Any]
"""The values of the variables by their names."""

Template = Callable[[Values], str]
"""Takes the values of one item, gives its markdown."""

_MOST_SOURCE = 16 * 1024
"""Characters of a template; an item is a line or a few."""


class Origin(NamedTuple):
    """Where a template stands: its file, or the place in categories.toml that holds its text."""

    place: Place
    inline: bool

    def problem(self, message: str, line: int | None = None, hint: str | None = None) -> Finding:
        """Return the finding about a line (from 1) of the template."""
        place = self.place
        if self.inline and line is not None:
            message = f"line {line} of the template: {message}"
        elif line is not None:
            place = Place(place.file, line)
        return Finding.error(message, place, hint=hint)

    def error(self, message: str, line: int | None = None, hint: str | None = None) -> InputError:
        """Return `problem` as the error to raise."""
        return InputError([self.problem(message, line, hint)])


def compiled(source: str, origin: Origin, names: Mapping[str, type]) -> Template:
    """Return the template of `source`; it may use the variables `names`, each `str` or another type.

    Raises:
        InputError: For what Jinja cannot read, what item templates cannot do (see `environment`), and
            unknown variables; calling the template raises it for what goes wrong with an item.
    """
    if len(source) > _MOST_SOURCE:
        raise origin.error(f"the template is longer than {_MOST_SOURCE} characters")
    source = _lines_kept(source.replace("\r\n", "\n"))
    nodes = _simple(source, names)
    if nodes is not None:
        return _Simple(nodes)
    from bib2awesome.render import environment  # noqa: PLC0415 - Jinja is what this spares

    return environment.compiled(source, origin, names)


def _lines_kept(source: str) -> str:
    """Return `source` so that only a line of nothing but tags vanishes with them.

    Jinja's trim_blocks and lstrip_blocks also join a line that ends in a tag to the next one, and take
    the indentation of a line that begins with one; a `+` in the tag keeps them.
    """
    return "\n".join(
        line
        if not _BLOCK.sub("", line).strip()
        else re.sub(r"(?<![-+])([%#]\})$", r"+\1", re.sub(r"^([ \t]+\{[%#])(?![-+])", r"\1+", line))
        for line in source.split("\n")
    )


def guarded(value: object) -> object:
    """Return `value` for a place where a `[` may follow, which would make an image of a final `!`."""
    if isinstance(value, Markdown) or not isinstance(value, str) or not value.endswith("!"):
        return value
    return Markdown(escape(value)[:-1] + "\\!")


class _Value(NamedTuple):
    name: str
    guard: bool


class _Condition(NamedTuple):
    name: str
    wanted: bool
    then: list[_Node]
    otherwise: list[_Node]


_Node = str | _Value | _Condition

_BLOCK = re.compile(r"\{%.*?%\}|\{#.*?#\}")
_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?(?:\+%\}|%\}\n?)|\{#.*?(?:\+#\}|#\}\n?))", re.DOTALL)
_PLACEHOLDER = re.compile(r"\{\{ *([a-z_]+) *\}\}")
_IF = re.compile(r"\{%\+? *if +(not +)?([a-z_]+) *\+?%\}\n?")
_ELSE = re.compile(r"\{%\+? *else *\+?%\}\n?")
_ENDIF = re.compile(r"\{%\+? *endif *\+?%\}\n?")


def _simple(source: str, names: Mapping[str, type]) -> list[_Node] | None:
    """Return the nodes of a template of placeholders and plain conditions, None for any other."""
    # Jinja drops the last line end, and with trim_blocks the one behind a tag.
    parts = _TAG.split(source.removesuffix("\n"))
    root: list[_Node] = []
    stack: list[tuple[_Condition, list[_Node]]] = []
    into, at_line_start = root, True
    for index, part in enumerate(parts):
        if index % 2 == 0:
            text = _before_tag(part, parts[index + 1 : index + 2], at_line_start=at_line_start)
            if "{{" in text or "{%" in text or "{#" in text:
                return None
            if text:
                into.append(text)
            continue
        at_line_start = part.endswith("\n")
        if part.startswith("{#"):
            continue
        placeholder, condition = _PLACEHOLDER.fullmatch(part), _IF.fullmatch(part)
        if placeholder and names.get(placeholder[1]) is str:
            into.append(_Value(placeholder[1], guard=_may_precede_bracket(parts[index + 1 :])))
        elif condition and condition[2] in names:
            node = _Condition(condition[2], condition[1] is None, [], [])
            into.append(node)
            stack.append((node, into))
            into = node.then
        elif stack and _ELSE.fullmatch(part) and into is stack[-1][0].then:
            into = stack[-1][0].otherwise
        elif stack and _ENDIF.fullmatch(part):
            into = stack.pop()[1]
        else:
            return None
    return None if stack else root


def _before_tag(text: str, tag: list[str], *, at_line_start: bool) -> str:
    """Return `text` without the blanks that indent a block tag (Jinja's lstrip_blocks)."""
    if not tag or tag[0].startswith(("{{", "{%+", "{#+")):
        return text
    line = text.rpartition("\n")
    if (line[1] or at_line_start) and not line[2].strip(" \t"):
        return text[: len(text) - len(line[2])]
    return text


def _may_precede_bracket(rest: list[str]) -> bool:
    """Whether what follows a placeholder (text, tag, text, …) may begin with a `[`."""
    for text, tag in zip(rest[::2], [*rest[1::2], ""], strict=True):
        if text:
            return text.startswith("[")
        if not tag.startswith("{#"):
            return bool(tag)
    return False  # pragma: no cover - the last tag is always empty


class _Simple:
    """Runs the nodes of `_simple`."""

    __slots__ = ("_nodes",)

    def __init__(self, nodes: list[_Node]) -> None:
        self._nodes = nodes

    def __call__(self, values: Values) -> str:
        shown: list[str] = []
        _show(self._nodes, values, shown)
        return "".join(shown)


def _show(nodes: list[_Node], values: Values, shown: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            shown.append(node)
        elif isinstance(node, _Value):
            value = values[node.name]
            if node.guard and value.__class__ is not Markdown:
                value = guarded(value)
            shown.append(value if value.__class__ is Markdown else escape(str(value)))
        else:
            holds = bool(values[node.name]) is node.wanted
            _show(node.then if holds else node.otherwise, values, shown)
