"""What `check` works on: the surveys of its files, its LaTeX sources, and what changed since a revision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from bib2awesome.errors import InputError, Place

if TYPE_CHECKING:
    from pathlib import Path

    from bib2awesome.check.base import Tex
    from bib2awesome.cli.session import Session
    from bib2awesome.papers.survey import Survey

__all__ = ["Interest", "Subject", "subjects", "tex_sources"]

Interest = Callable[[Place | None, Sequence[str]], bool]
"""Whether a place, and the entries of some keys, are what was asked about."""


_OTHERS = frozenset({".md", ".markdown", ".toml", ".tex", ".cff"})
_NO_FILE = "without a file `check` looks at all of a survey; `--tex` takes LaTeX sources"


class Subject(NamedTuple):
    """A survey, the files of it that were asked for (None: all), and how to read it again."""

    survey: Survey
    only: frozenset[str] | None
    reopen: Callable[[], Survey]

    def interest(self, since: str | None) -> Interest:
        """Return what is of interest: in the files that were asked for, and changed since a revision.

        Raises:
            InputError: git does not know it.
        """
        if since is None:
            return lambda place, _: self._asked_for(place)
        changed = _changed_since(self.survey, since)
        return lambda place, keys: self._asked_for(place) and changed(place, keys)

    def _asked_for(self, place: Place | None) -> bool:
        return self.only is None or (place is not None and place.file in self.only)


def subjects(session: Session, names: Sequence[str]) -> list[Subject]:
    """Return what is checked: the survey of the folder, or the surveys of the files.

    A file that a survey is made of is checked with that survey's settings and papers; any other is one by
    itself.

    Raises:
        InputError: A file cannot be read, or there is no survey.
    """
    if not names:
        reopen = partial(session.survey, tell=False)
        return [Subject(reopen(), None, reopen)]
    found: list[Subject] = []
    of_folder: dict[Path, tuple[Survey, set[str]]] = {}
    for name in dict.fromkeys(names):
        path = session.folder / name
        if path.suffix.lower() in _OTHERS:
            raise InputError("this is no BibTeX file", place=Place(name), hint=_NO_FILE)
        owner = _owner(session, path)
        if owner is None:
            alone = _alone(session, path)
            found.append(Subject(alone(), None, alone))
        else:
            survey, document = owner
            of_folder.setdefault(survey.folder.resolve(), (survey, set()))[1].add(document)
    for survey, documents in of_folder.values():
        found.append(Subject(survey, frozenset(documents), _again(session, survey)))
    return found


def _alone(session: Session, path: Path) -> Callable[[], Survey]:
    from bib2awesome.papers.survey import Survey  # noqa: PLC0415 - start-up

    return lambda: Survey.open(session.folder, bib=path)


def _again(session: Session, survey: Survey) -> Callable[[], Survey]:
    return lambda: type(survey).open(survey.folder, config=session.config)


def _owner(session: Session, path: Path) -> tuple[Survey, str] | None:
    """Return the survey that a file belongs to, and what it is called there."""
    from bib2awesome import files  # noqa: PLC0415 - start-up
    from bib2awesome.papers.survey import Survey  # noqa: PLC0415 - start-up

    if not path.is_file():
        return None  # opening it alone says what is wrong with it
    try:
        folder = files.find_survey(path.parent, session.config)
    except InputError:
        return None
    survey = Survey.open(folder, config=session.config)
    for document, place in zip(survey.documents, survey.paths, strict=True):
        if place.resolve() == path.resolve():
            return survey, document.name
    return None


def tex_sources(session: Session, names: Sequence[str]) -> list[Tex]:
    r"""Read the LaTeX sources of `--tex` and all that they `\input`, each once.

    Raises:
        InputError: One of the named files is not there.
    """
    from bib2awesome import files  # noqa: PLC0415 - start-up
    from bib2awesome.bib.citations import cited  # noqa: PLC0415 - start-up
    from bib2awesome.bib.encoding import decode  # noqa: PLC0415 - start-up
    from bib2awesome.check.base import Tex  # noqa: PLC0415 - start-up

    texts: dict[str, str] = {}

    def read(path: str) -> str | None:
        if path.startswith("/") and path not in names:
            return None
        if path not in texts:
            data = files.present(session.folder / path, path)
            if data is None:
                return None
            texts[path] = decode(data, "latin-1")
        return texts[path]

    for name in names:
        main = name.replace("\\", "/")
        if read(main) is None:
            raise InputError("there is no such file", place=Place(name))
        cited(main, read)
    return [Tex(name, text) for name, text in texts.items()]


def _changed_since(survey: Survey, reference: str) -> Interest:
    """Return what tells whether a place or an entry changed since a revision.

    Raises:
        InputError: git does not know it.
    """
    from bib2awesome.bib.document import Document  # noqa: PLC0415 - start-up
    from bib2awesome.check.blocks import Changed  # noqa: PLC0415 - start-up
    from bib2awesome.cli import git  # noqa: PLC0415 - start-up

    commit = git.base_of(survey.folder, reference)
    renamed = git.renames(survey.folder, commit)
    before: list[Document] = []
    same: dict[str, bool] = {}
    for document in survey.documents:
        name = renamed.get(document.name, document.name)
        data = git.file_at(survey.folder, commit, name)
        if data is not None:
            before.append(Document.parse(data, name, before[-1].macros if before else {}))
    changed = Changed(survey.documents, before)
    names = {document.name for document in survey.documents}

    def keep(place: Place | None, keys: Sequence[str]) -> bool:
        if place is None or place.file in names:
            return changed.has(place, keys)
        if place.file not in same:
            now = survey.folder / place.file
            data = now.read_bytes() if now.is_file() else None
            same[place.file] = data == git.file_at(survey.folder, commit, place.file)
        return not same[place.file] or changed.has(None, keys)

    return keep
