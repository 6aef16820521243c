"""The category tree: what categories.toml says, and which category an entry's text means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from bib2awesome.config import CategorySettings, Column, Config
from bib2awesome.nearest import did_you_mean, nearest

if TYPE_CHECKING:
    from bib2awesome.config import RenderSettings

__all__ = ["AmbiguousCategoryError", "Category", "Taxonomy", "UnknownCategoryError"]


class UnknownCategoryError(LookupError):
    """No category is meant; `nearest` are the paths of those that look alike, the nearest first."""

    def __init__(self, reference: str, known: Iterable[str]) -> None:
        super().__init__(reference)
        self.reference = reference
        known = tuple(known)
        self.nearest = nearest(reference, known)
        self.hint = did_you_mean(reference, known)

    def __str__(self) -> str:
        """Return the problem in a phrase."""
        return f"unknown category `{self.reference}`"


class AmbiguousCategoryError(LookupError):
    """More than one category is meant; `paths` are theirs, in file order."""

    def __init__(self, reference: str, paths: Iterable[str]) -> None:
        super().__init__(reference)
        self.reference = reference
        self.paths = tuple(paths)
        self.hint = "write " + " or ".join(f"`{path}`" for path in self.paths)

    def __str__(self) -> str:
        """Return the problem in a phrase."""
        return f"category `{self.reference}` is ambiguous"


class Category:
    """One category, with what holds for it.

    An option that it does not set is its parent's, and a first-level category's is `[render]`'s.
    Identity is equality: there is one object per category.

    Attributes:
        id: The last part of its path.
        path: Its ids from the top, joined by `/`.
        parent: The category above, or None.
        depth: 0 for the first level.
        title: The heading; from the id where the file has none.
        intro: The author's Markdown under the heading, or "".
        layout: `list` or `table`.
        columns: The columns of a table.
        head: Its head in Markdown, where `item` makes its rows, or "".
        item: Item style preset or template.
        links: Link style.
        sort: Sort keys, such as `("-date", "title")`.
        group: `none` or `year`.
        empty: `keep` or `hide`.
        align: Whether the cells of a table are as wide as its head's.
        loose: Whether a blank line stands between bullets.
    """

    __slots__ = (
        "align",
        "children",
        "columns",
        "depth",
        "empty",
        "group",
        "head",
        "id",
        "intro",
        "item",
        "layout",
        "links",
        "loose",
        "parent",
        "path",
        "sort",
        "title",
    )

    def __init__(
        self, settings: CategorySettings, parent: Category | None, render: RenderSettings
    ) -> None:
        above = parent or render
        self.id: str = settings.id
        self.path: str = f"{parent.path}/{settings.id}" if parent else settings.id
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent else 0
        self.children: tuple[Category, ...] = ()
        self.title: str = _title(settings)
        self.intro: str = settings.intro or ""
        self.layout: str = settings.layout or (parent.layout if parent else "list")
        self.columns: tuple[Column, ...] = (
            settings.columns if settings.columns is not None else (parent.columns if parent else ())
        )
        self.head: str = settings.head or (parent.head if parent else "")
        inherited = parent.align if parent else False
        self.align: bool = inherited if settings.align is None else settings.align
        self.item: str = settings.item or above.item
        self.links: str = settings.links or above.links
        self.sort: tuple[str, ...] = above.sort if settings.sort is None else settings.sort
        self.group: str = settings.group or above.group
        self.empty: str = settings.empty or above.empty
        self.loose: bool = above.loose if settings.loose is None else settings.loose

    def __repr__(self) -> str:
        """Return the path in a readable form."""
        return f"Category({self.path!r})"

    def walk(self) -> Iterator[Category]:
        """Yield this category and all below it, in file order."""
        stack = [self]
        while stack:
            category = stack.pop()
            yield category
            stack.extend(reversed(category.children))


def _title(settings: CategorySettings) -> str:
    return settings.title or settings.id.replace("-", " ").title()


class Taxonomy:
    """The categories of a survey, of any depth, in file order.

    Args:
        config: Where they stand, with `[render]`'s settings that they fall back to.

    Attributes:
        roots: The categories of the first level.
    """

    def __init__(self, config: Config) -> None:
        self.roots: tuple[Category, ...] = _built(config.categories, None, config.render)
        self._by_path: dict[str, Category] = {category.path: category for category in self.walk()}
        self._by_tail: dict[str, list[Category]] = {}
        for category in self._by_path.values():
            tail = category.path
            while tail:
                self._by_tail.setdefault(tail, []).append(category)
                tail = tail.partition("/")[2]

    def walk(self) -> Iterator[Category]:
        """Yield every category, each before the ones below it, in file order."""
        for root in self.roots:
            yield from root.walk()

    def __len__(self) -> int:
        """Return how many categories there are."""
        return len(self._by_path)

    def __getitem__(self, path: str) -> Category:
        """Return the category of exactly this path; raises KeyError."""
        return self._by_path[path]

    def names_of(self, category: Category) -> list[str]:
        """Return every way to write a category that means it: its path and the tails of no other."""
        path = category.path
        tails = [path]
        while "/" in path:
            path = path.partition("/")[2]
            if path not in self._by_path and len(self._by_tail[path]) == 1:
                tails.append(path)
        return tails

    def resolve(self, reference: str) -> Category:
        """Return the category that `reference` means: a full path, or the tail of only one path.

        An exact path beats a tail. Blanks around it and its parts, and a slash at an end, are of no
        meaning.

        Raises:
            UnknownCategoryError: No path is or ends with it.
            AmbiguousCategoryError: More than one path ends with it.
        """
        exact = self._by_path.get(reference)
        if exact is not None:
            return exact
        tidy = "/".join(part.strip() for part in reference.strip().strip("/").split("/"))
        exact = self._by_path.get(tidy)
        if exact is not None:
            return exact
        found = self._by_tail.get(tidy, [])
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousCategoryError(tidy, [category.path for category in found])
        raise UnknownCategoryError(tidy, self._by_path)


def _built(
    settings: Sequence[CategorySettings], parent: Category | None, render: RenderSettings
) -> tuple[Category, ...]:
    """Build the tree with a stack of its own: its depth is the file's, not Python's."""
    roots = [Category(one, parent, render) for one in settings]
    stack = list(zip(roots, settings, strict=True))
    while stack:
        category, its = stack.pop()
        category.children = tuple(Category(one, category, render) for one in its.children)
        stack.extend(zip(category.children, its.children, strict=True))
    return tuple(roots)
