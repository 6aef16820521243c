"""Templates written shorter: conditions are asked once, and what stands in every branch stands outside of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

__all__ = ["Part", "shorter"]

Part = tuple[bool, str]
"""Whether it is a tag, and what stands in it: `(True, "if authors")`, `(False, " {{ authors }}")`."""
_TOKEN = re.compile(r"\{\{.*?\}\}|.", re.DOTALL)
_NOT = re.compile(r"not \(([^()]*)\)|not ([\w.]+)")
_FILTERS = ("", " | code", " | brackets")


@dataclass
class _If:
    """Branches by their conditions; `otherwise` is the last."""

    branches: list[tuple[str, list[_Node]]] = field(default_factory=list)
    otherwise: list[_Node] = field(default_factory=list)


@dataclass
class _For:
    tag: str
    nodes: list[_Node] = field(default_factory=list)


_Node = str | _If | _For


def shorter(parts: Sequence[Part]) -> list[Part]:
    """Return the parts of a template that shows the same with fewer conditions."""
    nodes, rest = _nodes(list(parts)[::-1])
    assert not rest  # noqa: S101 (every tag of ours is closed)
    nodes = _simple(nodes, {})
    while (again := _simple(nodes, {})) != nodes:  # what one step brings together the next one sees
        nodes = again
    return list(_parts(nodes))


def _nodes(parts: list[Part]) -> tuple[list[_Node], list[Part]]:
    """Return the nodes up to a tag that ends them, and the parts from there on, in reverse."""
    nodes: list[_Node] = []
    while parts:
        is_tag, text = parts[-1]
        if not is_tag:
            nodes.append(text)
            parts.pop()
        elif text.startswith("for "):
            parts.pop()
            inner, parts = _nodes(parts)
            parts.pop()
            nodes.append(_For(text, inner))
        elif text.startswith("if "):
            choice = _If()
            while parts[-1][1].startswith(("if ", "elif ")):
                condition = parts.pop()[1].partition(" ")[2]
                inner, parts = _nodes(parts)
                choice.branches.append((condition, inner))
            if parts[-1] == (True, "else"):
                parts.pop()
                choice.otherwise, parts = _nodes(parts)
            parts.pop()
            nodes.append(choice)
        else:
            break
    return nodes, parts


def _simple(nodes: Sequence[_Node], known: dict[str, bool]) -> list[_Node]:
    """Return nodes with what is known of conditions taken for granted."""
    found: list[_Node] = []
    for node in nodes:
        more = _simple_one(node, known)
        for one in more:
            _append(found, one)
    return found


def _append(found: list[_Node], node: _Node) -> None:
    """Put a node behind others: texts join, and branches of the same condition."""
    last = found[-1] if found else None
    if isinstance(node, str):
        if isinstance(last, str):
            found[-1] = last + node
        elif node:
            found.append(node)
        return
    if isinstance(node, _If) and isinstance(last, _If) and len(node.branches) == len(last.branches) == 1:  # fmt: skip
        [(condition, then)], [(before, first)] = node.branches, last.branches
        merged = None
        if condition == before:
            merged = _If([(condition, [*first, *then])], [*last.otherwise, *node.otherwise])
        elif condition == _negated(before) and not last.otherwise and not node.otherwise:
            merged = _If([(before, first)], then)
        if merged is not None:
            found.pop()
            for one in _simple_one(merged, {}):
                _append(found, one)
            return
    found.append(node)


def _simple_one(node: _Node, known: dict[str, bool]) -> list[_Node]:
    if isinstance(node, str):
        return [node]
    if isinstance(node, _For):
        return [_For(node.tag, _simple(node.nodes, {}))]
    branches: list[tuple[str, list[_Node]]] = []
    so_far = dict(known)
    otherwise: list[_Node] | None = None
    for condition, inner in node.branches:
        if so_far.get(condition):
            otherwise = _simple(inner, so_far)
            break
        branches.append((condition, _simple(inner, so_far | {condition: True})))
        so_far[condition] = False
    otherwise = _simple(node.otherwise, so_far) if otherwise is None else otherwise
    if not branches:
        return otherwise
    return _outside(*_flat(branches, otherwise))


def _flat(
    branches: list[tuple[str, list[_Node]]], otherwise: list[_Node]
) -> tuple[list[tuple[str, list[_Node]]], list[_Node]]:
    """Return branches without empty ones at their end, `elif` for an `if` that is all of the last one."""
    if len(otherwise) == 1 and isinstance(otherwise[0], _If):
        branches, otherwise = [*branches, *otherwise[0].branches], otherwise[0].otherwise
    while branches and branches[-1][1] == otherwise:
        branches = branches[:-1]
    if len(branches) == 1 and not branches[0][1]:
        branches, otherwise = [(_negated(branches[0][0]), otherwise)], []
    return branches, otherwise


def _negated(condition: str) -> str:
    found = _NOT.fullmatch(condition)
    if found:
        return found[1] or found[2]
    return f"not {condition}" if re.fullmatch(r"[\w.]+", condition) else f"not ({condition})"


def _outside(branches: list[tuple[str, list[_Node]]], otherwise: list[_Node]) -> list[_Node]:
    """Return branches with the text that all begin and end with before and behind them."""
    ways = [inner for _, inner in branches] + [otherwise]
    head = _shared([_edge(one, 0) for one in ways])
    ways = [_cut(one, 0, len(head)) for one in ways]
    tail = _shared([_edge(one, -1)[::-1] for one in ways])[::-1]
    ways = [_cut(one, -1, len(tail)) for one in ways]
    conditions = [condition for condition, _ in branches]
    pairs, rest = _flat(list(zip(conditions, ways[:-1], strict=True)), ways[-1])
    inner: list[_Node] = [_If(pairs, rest)] if pairs else rest
    return [one for one in ("".join(head), *map(_bare, inner), "".join(tail)) if one != ""]


def _bare(node: _Node) -> _Node:
    """Return a value without the condition that it is there."""
    if isinstance(node, _If) and len(node.branches) == 1 and not node.otherwise:
        [(condition, inner)] = node.branches
        if any(inner == [f"{{{{ {condition}{last} }}}}"] for last in _FILTERS):
            return inner[0]
    return node


def _edge(nodes: Sequence[_Node], at: int) -> list[str]:
    """Return the signs and values of the text that nodes begin or end with."""
    text = nodes[at] if nodes else ""
    return _TOKEN.findall(text) if isinstance(text, str) else []


def _shared(edges: Sequence[list[str]]) -> list[str]:
    """Return what edges have in common, without a part of a word."""
    shared = [
        some[0] for some in takewhile(lambda some: len(set(some)) == 1, zip(*edges, strict=False))
    ]
    while shared and shared[-1].isalnum() and any(one[len(shared) :][:1] and one[len(shared)].isalnum() for one in edges):  # fmt: skip
        shared.pop()
    return shared


def _cut(nodes: Sequence[_Node], at: int, count: int) -> list[_Node]:
    """Return nodes without so many signs and values at their begin or end."""
    if not count:
        return list(nodes)
    tokens = _edge(nodes, at)
    left = "".join(tokens[count:] if at == 0 else tokens[:-count])
    kept = list(nodes)
    kept[at : at + 1 if at == 0 else None] = [left] if left else []
    return kept


def _parts(nodes: Sequence[_Node]) -> Iterator[Part]:
    for node in nodes:
        if isinstance(node, str):
            yield False, node
        elif isinstance(node, _For):
            yield True, node.tag
            yield from _parts(node.nodes)
            yield True, "endfor"
        else:
            for number, (condition, inner) in enumerate(node.branches):
                yield True, f"{'elif' if number else 'if'} {condition}"
                yield from _parts(inner)
            if node.otherwise:
                yield True, "else"
                yield from _parts(node.otherwise)
            yield True, "endif"
