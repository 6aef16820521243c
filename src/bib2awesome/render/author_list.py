"""The authors of a paper as item templates have them: names to loop over, and to join as a list does it."""

from __future__ import annotations

from bib2awesome.bib.names import NameList, display_name

__all__ = ["AuthorList", "joined"]

_PAIR = 2


class AuthorList(list[str]):
    """The names for readers, one by one.

    Args:
        names: The authors.
    """

    def __init__(self, names: NameList) -> None:
        super().__init__(display_name(name) for name in names.names)
        self.names = names


def joined(
    authors: object,
    joint: str = ", ",
    last: str | None = None,
    more: str = " et al.",
    *,
    two: str | None = None,
    family_first: bool = False,
) -> str:
    """Return all names as one text: the filter `names`.

    Args:
        authors: An `author_list`.
        joint: What stands between two names.
        last: What stands before the last one; None for `joint`.
        more: What stands for further authors that the entry does not name.
        two: What stands between the names where there are two; None for `last`.
        family_first: Whether a name is `Lovelace, Ada`.

    Raises:
        TypeError: It is something else.
    """
    if not isinstance(authors, AuthorList):
        raise TypeError("`names` is a filter for `author_list`")
    names = [display_name(name, family_first=family_first) for name in authors.names.names]
    if authors.names.others:
        return joint.join(names) + more if names else ""
    last = joint if last is None else last
    last = two if two is not None and len(names) == _PAIR else last
    return last.join([joint.join(names[:-1]), names[-1]] if len(names) > 1 else names)
