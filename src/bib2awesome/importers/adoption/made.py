"""The survey as it would be with a list adopted: its look in categories.toml, its regions in the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from bib2awesome import config as configuration
from bib2awesome import plugins
from bib2awesome.bib.document import Document
from bib2awesome.errors import BugError
from bib2awesome.importers.adoption.extras import LISTED_AUTHORS
from bib2awesome.importers.adoption.leftovers import said_by
from bib2awesome.importers.adoption.own_labels import own_labels
from bib2awesome.importers.adoption.own_tags import own_venues
from bib2awesome.importers.adoption.paging import with_regions
from bib2awesome.importers.adoption.people import Listed
from bib2awesome.importers.adoption.places import own_images, own_remarks
from bib2awesome.importers.adoption.planning import Adopting
from bib2awesome.importers.adoption.rows import is_aligned, squeezed
from bib2awesome.importers.adoption.settings import Settings
from bib2awesome.importers.adoption.skeleton import Sample, at_edge
from bib2awesome.importers.adoption.spacing import set_spacing
from bib2awesome.importers.adoption.stretches import Stretch, Unfit
from bib2awesome.importers.adoption.styling import BEST, Look, fitting, judged, labels_of
from bib2awesome.importers.adoption.variants import VARIANT
from bib2awesome.importers.lists.model import Item, Listing
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.paper import Paper
from bib2awesome.papers.sorting import in_order
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.toml_edits import edit_toml
from bib2awesome.render.regions import Page

__all__ = ["Made", "UnshownError"]

README = "README.md"
_ELSEWHERE = "shortvenue", LISTED_AUTHORS, VARIANT
"""Fields that the slots of venue and authors show, or that are asked for only."""
_SMALL, _BETTER = 2, 0.2
_DATES = 3


class UnshownError(Exception):
    """No style shows the items of some stretches."""

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        super().__init__()
        self.stretches = tuple(stretches)


class Made:
    """The survey as it would be, with the look of the list, and the list with its regions."""

    def __init__(
        self,
        survey: Survey,
        planning: Adopting,
        stretches: Sequence[Stretch],
        listing: Listing,
        *,
        name: str,
        chosen: frozenset[str],
        raw: Plan,
    ) -> None:
        self.before = survey
        self.planning = planning
        self.stretches = stretches
        self.listing = listing
        self.name = name
        self.chosen = chosen
        self.raw = raw
        self.settings = Settings(survey, self.raw.taxonomy)
        self.documents = _documents(survey, self.raw)
        self.survey = self._survey()
        self.keys = {id(item): work.key for item, _, work in planning.placed if work.key}
        self.paths = {id(item): path for item, path, _ in planning.placed if path}
        self.by_path = self._by_path()
        self.wide = {path for path, some in self.by_path.items() if self._is_wide(some)}
        self.differences: dict[int, list[tuple[str, str]]] = {}

    def _survey(self) -> Survey:
        data, refused = edit_toml(self.before.config_data or b"", self.settings.changes)
        if refused:
            raise BugError(
                f"categories.toml cannot say what the list is: {next(iter(refused.values()))}"
            )
        config = configuration.loads(data, plugins.load("targets"), path=self.before.config_path)
        return Survey(
            self.before.folder, config, self.documents, self.before.paths, config_data=data
        )

    def _by_path(self) -> dict[str, list[Stretch]]:
        found: dict[str, list[Stretch]] = {}
        for one in self.stretches:
            path = next(
                (self.paths[id(item)] for item in one.items if id(item) in self.paths), None
            )
            if path is not None:
                found.setdefault(path, []).append(one)
        return found

    def _is_wide(self, stretches: Sequence[Stretch]) -> bool:
        """Whether the rows of a category are as wide as their head."""
        sources = [
            at_edge(self.listing.source(item).rstrip(), one.indent)
            for one in stretches
            for item in one.items
        ]
        return bool(stretches[0].head) and is_aligned(sources, stretches[0].head)

    def plan(self, unfit: Iterable[Unfit]) -> Plan:
        """Return the plan with the look in it; the survey has it, too, from then on.

        Raises:
            UnshownError: No style shows the items of some stretches.
        """
        self._look()
        set_spacing(self.settings, self.survey.taxonomy, self.by_path, self.listing.lines)
        self._order()
        self._file()
        self.survey = self._survey()
        more = dict(self.raw.more)
        notes = [*more["notes"], *(one.note for one in unfit)]
        more["notes"] = sorted(notes, key=lambda note: note["line"])
        return replace(self.raw, taxonomy=tuple(self.settings.changes), more=more)

    # The look

    def own_words(self) -> dict[int, list[tuple[str, str]]] | None:
        """Return by the id of an item fields for what the list says in words of its own; None if nothing changes.

        Remarks in their readings are set as the list writes them.
        """
        alike: dict[str, list[tuple[Item, Sample]]] = {}
        for path, some in self.by_path.items():
            alike.setdefault(some[0].head, []).extend(self._sampled(path))
        everything = [pair for pairs in alike.values() for pair in pairs]
        found = own_labels(sample for _, sample in everything)
        labels = {id(item): some for (item, _), some in zip(everything, found, strict=True)}
        for (_, sample), own in zip(everything, found, strict=True):
            said = {label for _, label in own}
            sample.reading.remark = [one for one in sample.reading.remark if one not in said]
        words: dict[int, list[tuple[str, str]]] = {}
        changed = False
        for pairs in alike.values():
            samples = [sample for _, sample in pairs]
            before = [(list(one.reading.remark), len(one.reading.links)) for one in samples]
            for sample in samples:
                sample.reading.links += own_images(sample)
            remarks, venues = own_remarks(samples), own_venues(samples)
            for (item, sample), was, *fields in zip(pairs, before, remarks, venues, strict=True):
                words[id(item)] = [*chain(*fields), *labels[id(item)]]
                now = (sample.reading.remark, len(sample.reading.links))
                changed = changed or bool(words[id(item)]) or now != was
        return words if changed else None

    def _sampled(self, path: str) -> list[tuple[Item, Sample]]:
        found = []
        number = 0
        seen: set[str] = set()
        for one in self.by_path.get(path, ()):
            for item in one.items:
                paper = self.survey.paper(self.keys.get(id(item), ""))
                if paper is None or item.reading is None:
                    continue
                number += paper.key not in seen
                seen.add(paper.key)
                source = at_edge(self.listing.source(item).rstrip(), one.indent)
                source = squeezed(source) if path in self.wide else source
                more = dict(self.planning.more_of(item))
                for name in _ELSEWHERE:
                    more.pop(name, None)
                sample = Sample(source, item.reading, paper, number, more, item.header, self.chosen)
                found.append((item, sample))
        return found

    def _look(self) -> None:
        sampled = {path: self._sampled(path) for path in self.by_path}
        samples = {path: [sample for _, sample in some] for path, some in sampled.items()}
        everything = [sample for some in samples.values() for sample in some]
        labels = labels_of(everything)
        heads = {path: some[0].head for path, some in self.by_path.items()}
        alike: dict[str, list[Sample]] = {}
        for path, some in samples.items():
            alike.setdefault(heads[path], []).extend(some)
        said = {head: said_by(some) for head, some in alike.items()}
        looks: dict[str, Look] = {}
        for head, some in alike.items():
            look = fitting(some, labels, said[head])
            if look is None:
                paths = [path for path in self.by_path if heads[path] == head]
                raise UnshownError([one for path in paths for one in self.by_path[path]])
            looks[head] = look
        main = looks[max(alike, key=lambda head: len(alike[head]))]
        chosen: dict[str, Look] = {}
        for path, some in samples.items():
            chosen[path] = look = looks[heads[path]]
            fit = judged(some, look, labels) + _BETTER
            if len(some) >= _SMALL and fit < BEST:
                own = fitting(some, labels, said[heads[path]])
                if own is not None and own.fit > fit:
                    chosen[path] = own
        for path, pairs in sampled.items():
            self._differing(pairs, chosen[path], labels)
        rows = {path for path, head in heads.items() if head}
        self.settings.render("item", main.item)
        self.settings.render("links", main.links)
        if labels:
            self.settings.labels(labels)
        self._categories(chosen, main, rows)

    def _differing(
        self, some: Sequence[tuple[Item, Sample]], look: Look, labels: Mapping[str, str]
    ) -> None:
        """Note fields for what items have otherwise than the look has it."""
        listed = Listed(look, labels) if look.authors else None
        for item, sample in some:
            letters = ", ".join(look.variants.get(id(sample), ()))
            authors = listed.of(sample) if listed is not None else ""
            fields = [(VARIANT, letters), (LISTED_AUTHORS, authors)]
            self.differences[id(item)] = [field for field in fields if field[1]]

    def _categories(self, chosen: Mapping[str, Look], main: Look, rows: set[str]) -> None:
        """Set what a category has otherwise than the one above it."""
        for category in self.survey.taxonomy.walk():
            above = category.parent
            own = {
                "item": self.settings.inherited(above.path if above else None, "item", main.item),
                "links": self.settings.inherited(
                    above.path if above else None, "links", main.links
                ),
            }
            path = category.path
            if path in chosen:
                look = chosen[path]
                for option, value in (("item", look.item), ("links", look.links)):
                    if own[option] != value:
                        self.settings.option(path, option, value)
                if path in rows:
                    self.settings.option(path, "layout", "table")
                    self.settings.option(path, "head", self.by_path[path][0].head)
                    if path in self.wide:
                        self.settings.option(path, "align", True)  # noqa: FBT003 - the option's value
                elif self.settings.inherited(path, "layout", "list") == "table":
                    self.settings.option(path, "layout", "list")

    def _order(self) -> None:
        """Say by what the papers are sorted, where the list is."""
        orders = {path: self._listed(path) for path in self.by_path}
        spread = {
            path: papers
            for path, papers in orders.items()
            if len({paper.date_key for paper in papers}) >= _DATES
        }
        for key in ("-date", "date"):
            right = [path for path, papers in spread.items() if in_order(papers, (key,)) == papers]
            if len(right) * 5 > len(spread) * 4 and len(right) > 1:
                self.settings.render("sort", [key])
                for path, papers in orders.items():
                    if in_order(papers, (key,)) != papers:
                        self.settings.option(path, "sort", ["file"])
                return

    def _listed(self, path: str) -> list[Paper]:
        category = self.survey.taxonomy[path]
        return self.survey.listed(category)

    def _file(self) -> None:
        """Say which file the list is, where it is not README.md."""
        markdown = list(self.before.config.render.markdown)
        if self.name not in {README, *markdown}:
            self.settings.render("markdown", [*markdown, self.name])

    def paged(self, page: Page) -> bytes:
        """Return the list with an empty region in the place of each stretch."""
        return with_regions(page, self.listing, self.survey, self.by_path, self.keys)


def _documents(survey: Survey, plan: Plan) -> list[Document]:
    """Return the .bib files as they would be, with the new entries at the end of the first."""
    if any(change.action != "add-entry" for change in plan.changes):
        edited = survey.edited(replace(plan, taxonomy=()))
        return [
            Document.parse(data, document.name) if data is not None else document
            for document, data in zip(survey.documents, edited.data, strict=True)
        ]
    first, *others = survey.documents
    new = "\n\n".join(change.new or "" for change in plan.changes)
    data = first.data + b"\n\n" + new.encode() if new else first.data
    return [Document.parse(data, first.name), *others]
