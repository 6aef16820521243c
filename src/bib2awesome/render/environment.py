"""The one Jinja environment: a user's own item templates, sandboxed and bounded.

Bounded by what a template can say, not by a clock, so that the same input gives the same bytes on
every machine: no calls, no powers and products, no macros and imports; loops run over an item's own
values and are counted, every text made on the way has a longest length. What is left always ends.
Jinja's sandbox (https://jinja.palletsprojects.com/en/stable/sandbox/) guards the attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, NoReturn, cast

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, meta, nodes
from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bib2awesome.errors import Finding, InputError, visible
from bib2awesome.nearest import did_you_mean
from bib2awesome.render.author_list import joined
from bib2awesome.render.markdown import Markdown, bold_name, bracketed, code_span, escape, marked
from bib2awesome.render.template import Origin, Template, Values, guarded

__all__ = ["compiled"]

MOST_STEPS = 10_000
"""Rounds of loops in one item; a paper of a large collaboration has some 3,000 authors."""
MOST_TEXT = 256 * 1024
"""Characters that one item, or one value on the way to it, may have."""

_FROM_JINJA = (
    "abs capitalize count d default first float int last length list lower map max min reject "
    "rejectattr reverse round select selectattr sort string title trim truncate unique upper wordcount"
)
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.NSRef,
    nodes.Const,
    nodes.List,
    nodes.Tuple,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Slice,
    nodes.Filter,
    nodes.Test,
    nodes.If,
    nodes.For,
    nodes.Assign,
    nodes.With,
    nodes.Scope,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Neg,
    nodes.Concat,
    nodes.Add,
    nodes.Sub,
    nodes.Keyword,
)
_SAID = {
    "Call": "calls are not available in item templates, filters are",
    "Mul": "`*` is not available in item templates",
    "Pow": "`**` is not available in item templates",
    "Mod": "`%` is not available in item templates",
    "Macro": "macros are not available in item templates",
    "Include": "an item template cannot include another file",
    "Import": "an item template cannot import another file",
    "FromImport": "an item template cannot import another file",
    "ScopedEvalContextModifier": "text is always escaped in item templates",
    "Extends": "an item template cannot extend another file",
}


class _TooMuchError(Exception):
    """A template wants more rounds or text than an item can need."""


class _Meter:
    """Counts what one item costs."""

    def __init__(self) -> None:
        self.steps = 0
        self.text = 0

    def stepped(self, values: Iterable[Any]) -> Iterator[Any]:
        """Yield `values`, counting."""
        for value in values:
            self.steps += 1
            if self.steps > MOST_STEPS:
                raise _TooMuchError(f"the loops of one item run more than {MOST_STEPS} times")
            yield value

    def shown(self, value: object) -> Markdown:
        """Return the markdown of an expression's value, counting; Jinja's `finalize`."""
        if not isinstance(value, str | int | float | Undefined) or isinstance(value, bool):
            raise TypeError(f"a {type(value).__name__} cannot be shown")
        text = Markdown(value.__html__()) if hasattr(value, "__html__") else escape(str(value))
        self.text += len(text)
        if self.text > MOST_TEXT:
            raise _TooMuchError(f"one item is longer than {MOST_TEXT} characters")
        return text


def compiled(source: str, origin: Origin, names: Collection[str]) -> Template:
    """Return the template of `source`; arguments and errors as of `template.compiled`."""
    meter = _Meter()
    environment = _environment(meter)
    try:
        tree = environment.parse(source)
        problems = list(_problems(tree, origin, environment.filters))
        # Jinja looks for undeclared names by compiling, which stumbles over unknown filters.
        problems = problems or list(_unknown_names(tree, origin, names))
        if problems:
            raise InputError(problems)
        used = frozenset(meta.find_undeclared_variables(tree))
        template = environment.from_string(_bounded(tree))
    except TemplateSyntaxError as error:
        raise origin.error(visible(error.message or "not Jinja"), error.lineno) from None
    except (RecursionError, SyntaxError, MemoryError):
        raise origin.error("the template is nested too deeply") from None

    def run(values: Values) -> str:
        meter.steps = meter.text = 0
        try:
            return template.render({name: values[name] for name in used})
        except Exception as error:  # noqa: BLE001 - whatever a template does is its author's to mend
            _fail(error, origin)

    return run


def _fail(error: Exception, origin: Origin) -> NoReturn:
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    what = visible(str(error)) or type(error).__name__
    raise origin.error(what, line) from error


def _environment(meter: _Meter) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        autoescape=True,  # with `finalize` below: what it returns is finished markdown
        finalize=meter.shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=0,
    )
    environment.globals.clear()
    environment.filters = {name: JINJA_FILTERS[name] for name in _FROM_JINJA.split()}
    environment.filters |= _FILTERS
    environment.filters |= {
        "_stepped": meter.stepped,
        "_guarded": guarded,
        "_joined": _joined,
        "_added": _added,
        "_subtracted": lambda pair: pair[0] - pair[1],
    }
    return environment


def _problems(
    tree: nodes.Template, origin: Origin, filters: Mapping[str, object]
) -> Iterator[Finding]:
    """Yield everything a template says that an item template cannot say."""
    for node in _walk(tree):
        if not isinstance(node, _ALLOWED) or (isinstance(node, nodes.For) and node.recursive):
            kind = type(node).__name__
            said = _SAID.get(kind, f"`{kind.lower()}` is not available in item templates")
            yield origin.problem(said, node.lineno)
        elif isinstance(node, nodes.Filter) and (
            node.name not in filters or node.name.startswith("_")
        ):
            yield _unknown("filter", node.name, filters, origin, node.lineno)


def _unknown_names(
    tree: nodes.Template, origin: Origin, names: Collection[str]
) -> Iterator[Finding]:
    undeclared = meta.find_undeclared_variables(tree) - set(names)
    for name in tree.find_all(nodes.Name):
        # `self` is a template's handle on its own blocks to Jinja, and never undeclared.
        if name.name in undeclared | {"self"} and name.ctx == "load":
            yield _unknown("variable", name.name, names, origin, name.lineno)


def _unknown(what: str, name: str, known: Iterable[str], origin: Origin, line: int) -> Finding:
    hint = did_you_mean(name, [one for one in known if not one.startswith("_")])
    return origin.problem(f"unknown {what} `{visible(name)}`", line, hint)


def _walk(node: nodes.Node) -> Iterator[nodes.Node]:
    stack = [node]
    while stack:
        one = stack.pop()
        yield one
        stack.extend(reversed(list(one.iter_child_nodes())))


def _bounded(tree: nodes.Template) -> nodes.Template:
    """Return the tree with everything that can grow led through a filter that counts."""
    for node in list(_walk(tree)):
        if isinstance(node, nodes.For):
            node.iter = _filtered("_stepped", node.iter)
        elif isinstance(node, nodes.Output):
            for index, (part, behind) in enumerate(
                zip(node.nodes, [*node.nodes[1:], None], strict=True)
            ):
                last = behind is None and node is tree.body[-1]
                if not last and _needs_guard(part, behind):
                    node.nodes[index] = _filtered("_guarded", part)
    return _without_operators(tree)


def _needs_guard(part: nodes.Expr, behind: nodes.Expr | None) -> bool:
    if isinstance(part, nodes.TemplateData):
        return False
    return not isinstance(behind, nodes.TemplateData) or behind.data.startswith("[")


def _without_operators(tree: nodes.Template) -> nodes.Template:
    """Replace `~`, `+` and `-`, which have no place to count, by filters."""
    for node in list(_walk(tree)):
        for name, value in node.iter_fields():
            if isinstance(value, list):
                setattr(node, name, [_counted(one) for one in value])
            else:
                setattr(node, name, _counted(value))
    return tree


def _counted(node: Any) -> Any:
    if isinstance(node, nodes.Concat):
        return _filtered("_joined", nodes.List(node.nodes, lineno=node.lineno))
    if isinstance(node, nodes.Add | nodes.Sub):
        pair = nodes.List([node.left, node.right], lineno=node.lineno)
        return _filtered("_added" if isinstance(node, nodes.Add) else "_subtracted", pair)
    return node


def _filtered(name: str, node: nodes.Node) -> nodes.Filter:
    # mypy: Jinja types what a loop runs over as any node, though it is an expression.
    filtered = nodes.Filter(cast("nodes.Expr", node), name, [], [], None, None, lineno=node.lineno)
    filtered.environment = node.environment
    return filtered


def _joined(values: Iterable[object], separator: object = "") -> str:
    """Return the values as one text; finished markdown stays so, text among it is escaped."""
    parts = [value if isinstance(value, str) else str(value) for value in values]
    between = str(separator)
    if sum(map(len, parts)) + len(between) * len(parts) > MOST_TEXT:
        raise _TooMuchError(f"a text is longer than {MOST_TEXT} characters")
    if any(isinstance(part, Markdown) for part in parts):
        return Markdown(escape(between).join(escape(part) for part in parts))
    return between.join(parts)


def _added(pair: list[Any]) -> Any:
    left, right = pair
    return _joined(pair) if isinstance(left, str) and isinstance(right, str) else left + right


def _join(values: Iterable[object], separator: str = "") -> str:
    # Jinja's takes an `attribute`, too; `map(attribute=…)` does that inside the sandbox.
    return _joined(values, separator)


def _replace(text: str, old: str, new: str) -> str:
    text = str(text)
    if len(text) + text.count(old) * len(new) > MOST_TEXT:
        raise _TooMuchError(f"a text is longer than {MOST_TEXT} characters")
    return text.replace(old, new)


def _split(text: str, separator: str) -> list[str]:
    """Return the parts of a text, none for an empty one."""
    return [part for part in str(text).split(str(separator) or None) if part]


_FILTERS: Mapping[str, Callable[..., Any]] = {
    "bold_name": lambda value: bold_name(str(value)),
    "brackets": lambda value: bracketed(str(value)),
    "marked": lambda value: marked(value if isinstance(value, Markdown) else str(value)),
    "code": lambda value: code_span(str(value)),
    "join": _join,
    "names": joined,
    "replace": _replace,
    "split": _split,
    "e": escape,
    "escape": escape,
}
"""Filters of ours; `bold_name` shows the name before a title's colon in bold, `brackets` shows words in brackets as they are, `code` a text as code, `marked` emphasis as such, `names` joins an `author_list`, the others stand in for Jinja's of the same name."""
