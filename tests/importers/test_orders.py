"""A list first and then a .bib file, or the other way around: the same survey.

Works, categories, links and identifiers are the same whatever comes first. Where both state a field, or a
key, in different words, the first one's stay (`--overwrite` and `--incoming-keys` give the later file the
word: then even the bytes of every value are the same); entries stand in the order in which they came.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bib2awesome.bib.document import Document
from bib2awesome.importers import bibtex, markdown
from bib2awesome.importers.base import Input
from bib2awesome.importers.lists.ordering import in_every_order
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.survey import Survey

LIST = """\
# Awesome Looms

## Machines

- **[NeurIPS 2020]** Denoising Diffusion Probabilistic Models. [[Paper]](https://arxiv.org/abs/2006.11239) [[Code]](https://github.com/hojonathanho/diffusion)
- **[ICML 2021]** Weaving by Cards and Threads. [[Paper]](https://example.org/weaving) [[Project]](https://weaving.example.org)
- **[arXiv 2021]** Looms that Weave Themselves. [[Paper]](https://arxiv.org/abs/2101.00001)

## Parts

- **[NeurIPS 2020]** Denoising Diffusion Probabilistic Models. [[Paper]](https://arxiv.org/abs/2006.11239)
- **[ICLR 2022]** Spindles Only in the List. [[Paper]](https://arxiv.org/abs/2201.00009)
"""
BIB = r"""
@inproceedings{ho2020ddpm,
  title = {Denoising {D}iffusion Probabilistic Models},
  author = {Ho, Jonathan and Jain, Ajay and Abbeel, Pieter},
  booktitle = {Advances in Neural Information Processing Systems},
  year = {2020},
  volume = {33},
  eprint = {2006.11239},
  archiveprefix = {arXiv},
}

@inproceedings{jacquard2021,
  title = {Weaving by Cards and Threads},
  author = {Jacquard, Joseph and M{\"u}ller, J{\"o}rg},
  booktitle = {International Conference on Machine Learning},
  url = {https://example.org/weaving},
  year = {2021},
}

@misc{shannon2021looms,
  title = {Looms that Weave Themselves},
  author = {Shannon, Claudia},
  year = {2021},
  month = jan,
  eprint = {2101.00001},
  archiveprefix = {arXiv},
}

@article{only2019bib,
  title = {Bobbins Only in the File},
  author = {Noether, Emmy},
  journal = {Journal of Looms},
  year = {2019},
}
"""
_LINKS = ("code", "link-project")


def imported(folder: Path, order: str, **wanted: object) -> Survey:
    """Import the list and the file in this order, into an empty folder."""
    folder.mkdir()
    for one in order.split():
        survey = Survey.open(folder, new=True)
        made: Plan
        if one == "list":
            made = markdown.plan(survey, [Input("LIST.md", LIST.encode())])
        else:
            options = bibtex.Wanted(**wanted)  # type: ignore[arg-type]
            made = bibtex.plan(survey, [Input("theirs.bib", BIB.encode())], options)
        done = survey.apply(made)
        assert {change.status for change in done.everything} <= {"written"}
    return Survey.open(folder)


def works(survey: Survey) -> dict[str, object]:
    """Return by the title of each work what has to be the same: all but the words of a value."""
    found: dict[str, object] = {}
    for paper in survey.papers:
        found[paper.title.lower()] = (
            paper.type,
            paper.tag,
            frozenset(paper.identifiers),
            sorted(one.path for one in survey.categories_of(paper)),
            {link.url for link in paper.links if "arxiv" not in link.url},
            sorted(set(paper.values) - {"url"}),
            [paper.tex(name) for name in _LINKS],
        )
    return found


def test_both_orders_give_the_same_survey(tmp_path: Path) -> None:
    one = imported(tmp_path / "one", "list bib")
    other = imported(tmp_path / "other", "bib list")
    assert works(one) == works(other)
    assert len(one.papers) == 5
    assert one.config.categories == other.config.categories


def test_the_later_file_has_the_word_when_asked(tmp_path: Path) -> None:
    every = ("title", "author", "booktitle", "journal", "year", "month", "eprint", "url")
    one = imported(tmp_path / "one", "list bib", keys=True, overwrite=every)
    other = imported(tmp_path / "other", "bib list")

    def entries(survey: Survey) -> dict[str, tuple[str, dict[str, str]]]:
        return {
            paper.key: (
                paper.type,
                {name: value for name, value in paper.values.items() if name != "url"},
            )
            for paper in survey.papers
            if "Spindles" not in paper.title
        }

    assert entries(one) == entries(other)


@pytest.mark.parametrize("order", ["list bib", "bib list"])
def test_a_second_round_in_any_order_changes_nothing(tmp_path: Path, order: str) -> None:
    survey = imported(tmp_path / "one", order)
    before = survey.documents[0].data
    for _ in range(2):
        survey = Survey.open(tmp_path / "one")
        again = markdown.plan(survey, [Input("LIST.md", LIST.encode())])
        assert again.changes == ()
        assert bibtex.plan(survey, [Input("t.bib", BIB.encode())]).changes == ()
    assert survey.documents[0].data == before


def test_a_key_and_a_venue_that_clash_are_told_in_both_orders(tmp_path: Path) -> None:
    """The list's ICML is ICLR in the file, under a key that the survey has for another work."""
    theirs = BIB.replace("Conference on Machine Learning", "Conference on Learning Representations")
    for order in ("list", "bib"):
        folder = tmp_path / order
        survey = imported(folder, order)
        if order == "list":
            taken = next(one.key for one in survey.papers if "Denoising" in one.title)
            text = theirs.replace("only2019bib", taken)
            made = bibtex.plan(survey, [Input("t.bib", text.encode())])
            venues = [(one.field, one.reason) for one in made.conflicts]
            assert any(field == "booktitle" for field, _ in venues)
            assert any(note["kind"] == "key" for note in made.more["notes"])
            added = [one for one in made.changes if one.action == "add-entry"]
            assert [one.key for one in added] == ["noether2019bobbins"]
        else:
            made = bibtex.plan(survey, [Input("t.bib", theirs.encode())])
            assert [(one.field, one.have) for one in made.conflicts] == [
                ("booktitle", "International Conference on Machine Learning")
            ]
            assert made.changes == ()
        edited = survey.edited(made)
        document = Document.parse(edited.data[0] or survey.documents[0].data)
        assert len({entry.key for entry in document.entries}) == len(document.entries)


def test_of_sections_that_contradict_each_other_one_paper_moves():
    papers = [*"abcdefgh", "x"]
    first, second = ["x", *"abcdefgh"], [*"abcdefgh", "x"]
    found = in_every_order(papers, [first, second])
    assert [one for one in found if one != "x"] == list("abcdefgh")
    assert in_every_order("cab", ["abc", ""]) == list("abc")
    assert in_every_order("ab", []) == ["a", "b"]
