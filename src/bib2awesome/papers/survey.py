"""A survey: its settings, its BibTeX files, its papers and their categories.

Everything that reads a survey begins with `Survey.open`; what it costs is paid when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from bib2awesome import config as configuration
from bib2awesome import files, plugins
from bib2awesome.bib.document import Document, Entry
from bib2awesome.bib.entry import fold
from bib2awesome.config import Config
from bib2awesome.errors import Finding, InputError
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.placing import Placed, place
from bib2awesome.papers.sorting import in_order
from bib2awesome.papers.survey_findings import findings_of, left_out_of, no_entry
from bib2awesome.papers.taxonomy import Category, Taxonomy

if TYPE_CHECKING:
    from bib2awesome.papers.changes import Change, Plan
    from bib2awesome.papers.writing import Edited

__all__ = ["Survey"]

CONFIG, README = "categories.toml", "README.md"
DEFAULT_BIB = "survey.bib"


class Survey:
    """One survey as it stands on the disk.

    Args:
        folder: The survey's folder; every path of categories.toml is relative to it.
        config: Its settings.
        documents: Its BibTeX files, in the order of `[survey] bib`.
        paths: Where these files are.
        config_data: The bytes of categories.toml; None where there is none.
        new: Which of `paths` do not exist yet; their documents are empty.

    Attributes:
        taxonomy: The category tree of `config`.
    """

    def __init__(
        self,
        folder: Path,
        config: Config,
        documents: Sequence[Document],
        paths: Sequence[Path] = (),
        *,
        config_data: bytes | None = None,
        new: Collection[Path] = (),
    ) -> None:
        self.folder = folder
        self.config = config
        self.documents: tuple[Document, ...] = tuple(documents)
        self.paths: tuple[Path, ...] = tuple(paths)
        self.config_data = config_data
        self.new = frozenset(new)
        self.taxonomy = Taxonomy(config)

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        config: Path | None = None,
        bib: Path | None = None,
        new: bool = False,
    ) -> Survey:
        """Read a survey.

        Args:
            folder: Its folder.
            config: The settings, instead of the folder's categories.toml.
            bib: The BibTeX file, instead of those of the settings. Without `config` it serves alone:
                defaults hold and categories.toml is not read.
            new: Whether .bib files that do not exist yet will do; `apply` makes them.

        Raises:
            InputError: A file is missing, unreadable or in UTF-16, or categories.toml is wrong; with
                every problem found. Broken entries are findings, not errors.
        """
        settings, config_data = _settings(folder, config, alone=bib is not None)
        problems: list[Finding] = []
        documents: list[Document] = []
        paths: list[Path] = []
        missing: list[Path] = []
        named = [(bib, _shown(bib, folder))] if bib else list(_named(folder, settings, problems))
        for path, name in named:
            try:
                data = files.present(path, name) if new else files.read(path, name)
                given = documents[-1].macros if documents else {}
                documents.append(Document.parse(data or b"", name, given))
                paths.append(path)
                if data is None:
                    missing.append(path)
            except InputError as error:
                problems += error.findings
        if problems:
            raise InputError(problems)
        return cls(folder, settings, documents, paths, config_data=config_data, new=missing)

    @cached_property
    def papers(self) -> tuple[Paper, ...]:
        """The usable entries of all files, in order; of several with one key the first."""
        link, field = self.config.render.paper_link, self.config.survey.category_field.lower()
        return tuple(
            Paper(document, entry, paper_link=link, category_field=field)
            for document, entry in self._first_of_key
        )

    @cached_property
    def _first_of_key(self) -> list[tuple[Document, Entry]]:
        if len(self.documents) == 1:
            return [(self.documents[0], entry) for entry in self.documents[0].usable()]
        found: dict[str, tuple[Document, Entry]] = {}
        for document in self.documents:
            for entry in document.usable():
                found.setdefault(fold(entry.key), (document, entry))
        return list(found.values())

    @cached_property
    def _by_key(self) -> Mapping[str, Paper]:
        return {fold(paper.key): paper for paper in self.papers}

    def paper(self, key: str) -> Paper | None:
        """Return the paper of a citation key (case does not matter, as in BibTeX), or None."""
        return self._by_key.get(fold(key))

    def named(self, keys: Iterable[str]) -> list[Paper]:
        """Return the papers of citation keys, each once, in the order of the keys.

        Raises:
            InputError: Some are no entries; with every one of them.
        """
        found = {key: self.paper(key) for key in keys}
        problems = [no_entry(key, self) for key, paper in found.items() if paper is None]
        if problems:
            raise InputError(problems)
        return list(dict.fromkeys(paper for paper in found.values() if paper is not None))

    @cached_property
    def cited(self) -> tuple[Paper, ...]:
        """The papers of `[survey] cite`: how to cite this survey. Unknown keys are findings."""
        found = (self.paper(key) for key in self.config.survey.cite)
        return tuple(dict.fromkeys(paper for paper in found if paper is not None))

    @cached_property
    def in_list(self) -> tuple[Paper, ...]:
        """The papers with at least one category, in file order."""
        categories = self._placed.categories
        return tuple(paper for paper in self.papers if categories.get(paper.key))

    @cached_property
    def unlisted(self) -> tuple[Paper, ...]:
        """The papers without a category: `{-}`, cited ones, and those that lack one."""
        categories = self._placed.categories
        return tuple(paper for paper in self.papers if not categories.get(paper.key))

    def categories_of(self, paper: Paper) -> tuple[Category, ...]:
        """Return the categories of a paper in the order of its field; unknown ones are findings."""
        return self._placed.categories.get(paper.key, ())

    def listed(self, category: Category) -> list[Paper]:
        """Return the category's own papers (not those below it) in its sort order."""
        return in_order(self._placed.papers.get(category.path, ()), category.sort)

    def count(self, category: Category) -> int:
        """Return how many different papers the category and those below it hold."""
        placed = self._placed.papers
        return len({paper.key for below in category.walk() for paper in placed.get(below.path, ())})

    @property
    def has_categories(self) -> bool:
        """Whether the category rules hold: not where there is no categories.toml."""
        return self.config.path is not None

    def edited(self, plan: Plan, accept: Callable[[Change], bool] = lambda _: True) -> Edited:
        """Return what a plan would make of the files, for a preview; see `apply`."""
        from bib2awesome.papers.writing import edit  # noqa: PLC0415  (`render` changes nothing)

        edited = edit(self.documents, plan, accept, self.config_data)
        if edited.config is not None:  # a value in it may not be one of that option
            name = _shown(self.config_path, self.folder)
            configuration.loads(edited.config, plugins.load("targets"), name=name)
        return edited

    @property
    def config_path(self) -> Path:
        """Where categories.toml is, or would be."""
        return self.config.path or self.folder / CONFIG

    @property
    def markdown_files(self) -> tuple[str, ...]:
        """The files that may have regions: README.md, and those of `[render] markdown`.

        README.md is not a second list's, one of other settings than the categories.toml of the same folder,
        which names its own files.
        """
        further = self.config.render.markdown
        first = self.folder / CONFIG
        second = further and self.config_path != first and first.is_file()
        return further if second else tuple(dict.fromkeys((README, *further)))

    def apply(self, plan: Plan, accept: Callable[[Change], bool] = lambda _: True) -> Plan:
        """Write the accepted changes of a plan; the only way in which a survey's files are ever written.

        This survey stays as it was read; open it again to see the new one.

        Args:
            plan: Its `proposed` changes are tried, in order.
            accept: Which of them.

        Returns:
            The plan with each of them `written`, or `skipped` with its reason.

        Raises:
            BugError: The result is not what was planned; nothing was written.
            RefusedError: A file changed since it was read; none was written.
            InputError: The file system refuses, or categories.toml would not be right; none was written.
        """
        edited = self.edited(plan, accept)
        self.write(edited)
        return edited.plan

    def write(self, edited: Edited, also: Sequence[files.New] = ()) -> None:
        """Write what `edited` returned and `also` others, all files or none; errors as `apply`."""
        files.write_all([*self.changed(edited), *also])

    def changed(self, edited: Edited) -> list[files.New]:
        """Return the files that an edited plan changes, as `files.write_all` takes them."""
        news = [
            files.New(path, data, None if path in self.new else document.data, document.name)
            for path, document, data in zip(self.paths, self.documents, edited.data, strict=True)
            if data is not None
        ]
        if edited.config is not None:
            path = self.config_path
            name = _shown(path, self.folder)
            news.append(files.New(path, edited.config, self.config_data, name))
        return news

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Everything wrong with the files and what they say of categories, by file and place."""
        return findings_of(self, self._placed.findings)

    @property
    def left_out(self) -> tuple[Finding, ...]:
        """What is wrong with the blocks that are read or edited by nobody: broken ones, duplicates."""
        return left_out_of(self)

    @cached_property
    def _placed(self) -> Placed:
        return place(self.papers, self.taxonomy, self.config) if self.has_categories else Placed()


def _settings(folder: Path, config: Path | None, *, alone: bool) -> tuple[Config, bytes | None]:
    path = config or folder / CONFIG
    name = _shown(path, folder)
    if config is None:
        if alone:
            return Config(), None
        data = files.present(path, name)
        if data is None:
            return Config(), None
    else:
        data = files.read(path, name)
    read = configuration.load(
        path, plugins.load("targets"), sources=plugins.load("sources"), data=data, name=name
    )
    return read, data


def _named(folder: Path, config: Config, problems: list[Finding]) -> Iterator[tuple[Path, str]]:
    """Yield the files of `[survey] bib`; the default name may be a link to anywhere, as any file."""
    for name in dict.fromkeys(config.survey.bib):
        if name == DEFAULT_BIB:
            yield folder / name, name
            continue
        try:
            yield files.inside(folder, name), name
        except InputError as error:
            place = config.place("survey", "bib", config.survey.bib.index(name))
            problems += [finding._replace(place=place) for finding in error.findings]


def _shown(path: Path, folder: Path) -> str:
    """Return how messages name a file: relative to the survey's folder where it is below it."""
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()
