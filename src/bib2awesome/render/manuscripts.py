"""What the author's documents cite, for bibliographies that hold nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bib2awesome.bib.citations import cited
from bib2awesome.errors import Finding, InputError, Place

__all__ = ["cited_keys"]


def cited_keys(
    documents: Sequence[str],
    places: Sequence[Place | None],
    present: Callable[[str], bytes | None],
) -> frozenset[str]:
    r"""Return the keys that documents cite, with the files they read; `*` is among them for `\nocite{*}`.

    Args:
        documents: Their main files.
        places: Where each is named, for messages.
        present: Gives the bytes of a file, None where there is none.

    Raises:
        InputError: A document is not there, with every one. A file that it reads and that is not
            there (LaTeX's own, a figure) is none of ours to find.
    """

    def read(path: str) -> str | None:
        try:
            data = present(path)
        except InputError:  # outside of the survey, a folder: TeX may read it, we do not
            return None
        return None if data is None else data.decode("utf-8", "replace")

    keys: set[str] = set()
    everything = False
    problems = []
    for document, place in zip(documents, places, strict=True):
        found = cited(document, read)
        if not found.files:
            what = f"there is no `{document}`, whose citations are asked for"
            problems.append(Finding.error(what, place))
        keys.update(found.keys)
        everything = everything or found.everything
    if problems:
        raise InputError(problems)
    return frozenset(keys | {"*"} if everything else keys)
