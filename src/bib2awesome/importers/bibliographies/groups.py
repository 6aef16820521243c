r"""Groups, collections and tags of reference managers, and the categories that they mean.

JabRef writes `groups` into entries, and the tree of groups into `@comment{jabref-meta: grouping:…}`
(https://docs.jabref.org/finding-sorting-and-cleaning-entries/groups); up to version 3.8 that comment,
called `groupstree`, also held the keys of each group. Mendeley has `mendeley-groups` with `/` between
levels, and `mendeley-tags`; all others have `keywords`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from bib2awesome.bib.document import Document
from bib2awesome.bib.entry import fold
from bib2awesome.importers.lists.field_names import slug
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.taxonomy import Category, Taxonomy

__all__ = ["Groups", "Tree"]

_META = re.compile(r"\s*jabref-meta:\s*(?:grouping|groupstree):(.*)\}", re.DOTALL)
_GROUP = re.compile(r"\s*(\d+) (\w+):(.*)", re.DOTALL)
_PARTS = re.compile(r"\\;")
_LEVEL = re.compile(r"\s*(?:/|>)\s*")
_LISTS = ("groups", "mendeley-groups")
_TAGS = ("mendeley-tags", "keywords")


class _Group(NamedTuple):
    """A group of JabRef: its name with those above it, its kind, and its further parts."""

    path: tuple[str, ...]
    kind: str
    parts: tuple[str, ...]


class Tree:
    """JabRef's tree of groups as the comments of a file have it; empty where there is none."""

    def __init__(self, document: Document) -> None:
        self._groups = list(_read(document))
        self._paths: dict[str, list[tuple[str, ...]]] = {}
        for group in self._groups:
            self._paths.setdefault(group.path[-1], []).append(group.path)

    def path(self, name: str) -> tuple[str, ...]:
        """Return the names above a group and its own; its own alone where the tree does not say."""
        paths = self._paths.get(name, [])
        return paths[0] if len(paths) == 1 else (name,)

    def of(self, paper: Paper) -> Iterator[tuple[str, ...]]:
        """Yield the paths of the groups that list an entry's key, or whose search finds it."""
        for group in self._groups:
            if (
                group.kind == "ExplicitGroup" and fold(paper.key) in map(fold, group.parts[1:])
            ) or (group.kind == "KeywordGroup" and _finds(group.parts, paper)):
                yield group.path


def _read(document: Document) -> Iterator[_Group]:
    for block in document.blocks:
        text = document.text(block.start, block.end) if block.kind == "comment" else ""
        meta = _META.fullmatch(text.partition("{")[2]) if "jabref-meta" in text else None
        if meta is None:
            continue
        above: list[str] = []
        # Old versions break lines anywhere; a `;` ends a group, an escaped one a part of it.
        lines = re.sub(r"\r?\n", "", meta[1])
        for one in re.split(r"(?<!\\);", lines):
            found = _GROUP.fullmatch(one)
            if found is None or found[1] == "0":
                continue
            name, *parts = (part.replace("\\\\", "\\").strip() for part in _PARTS.split(found[3]))
            above[int(found[1]) - 1 :] = [name]
            yield _Group(tuple(above), found[2], tuple(parts))


def _finds(parts: tuple[str, ...], paper: Paper) -> bool:
    """Whether a KeywordGroup (context, field, word, case, regular expression) takes an entry."""
    if len(parts) < 5 or parts[4] != "0" or not parts[2]:  # noqa: PLR2004
        return False
    words = (word.strip().casefold() for word in re.split(r"[,;]", paper.text(parts[1].lower())))
    return parts[2].casefold() in words


class Groups:
    """Which categories groups and keywords mean.

    Args:
        taxonomy: The survey's tree.
        named: Categories' paths by the group or keyword that means them, as the author says.
    """

    def __init__(self, taxonomy: Taxonomy, named: Mapping[str, str]) -> None:
        self._named = {_key(name): path for name, path in named.items()}
        self._by_name: dict[str, list[Category]] = {}
        for one in taxonomy.walk():
            for name in _names(one):
                self._by_name.setdefault(name, []).append(one)
        self.unknown: dict[str, None] = {}

    def of(self, paper: Paper, tree: Tree) -> list[str]:
        """Return the paths of an entry's categories; groups that mean none are in `unknown` then."""
        paths = list(tree.of(paper))
        for field in _LISTS:
            names = (name.strip() for name in paper.text(field).split(","))
            paths += [
                (*_LEVEL.split(name)[:-1], *tree.path(_LEVEL.split(name)[-1]))
                for name in names
                if name
            ]
        found = []
        for path in dict.fromkeys(paths):
            category = self._category(path)
            if category is None:
                self.unknown[path[-1]] = None
            else:
                found.append(category)
        words = (word for field in _TAGS for word in re.split(r"[,;]", paper.text(field)))
        found += [one for word in words if (one := self._category(_LEVEL.split(word))) is not None]
        return list(dict.fromkeys(found))

    def _category(self, names: Iterable[str]) -> str | None:
        """Return the category that the last name means, where several do the one below the others."""
        ids = [_key(name) for name in names]
        if not ids[-1]:
            return None
        if ids[-1] in self._named:
            return self._named[ids[-1]]
        found = self._by_name.get(ids[-1], [])
        if len(found) > 1 and len(ids) > 1:
            found = [one for one in found if one.parent and ids[-2] in _names(one.parent)]
        return found[0].path if len(found) == 1 else None


def _names(category: Category) -> set[str]:
    """Return what a group that means a category may be called."""
    return {category.id, _key(category.title)}


def _key(name: str) -> str:
    """Return what names are compared by: ASCII words, or where there are none the name itself."""
    return slug(name) or " ".join(name.casefold().split())
