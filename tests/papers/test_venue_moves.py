"""Papers move to another venue: type, name and year change, what leads to the work stays."""

from __future__ import annotations

from pathlib import Path

from bib2awesome.bib.document import Document
from bib2awesome.config import Config
from bib2awesome.papers.changes import Plan
from bib2awesome.papers.survey import Survey
from bib2awesome.papers.venue_moves import at_venue, unknown_venue


def survey(text: str) -> Survey:
    return Survey(Path(), Config(), [Document.parse(text.encode(), "survey.bib")])


def moved(text: str, venue: str, key: str | None = None) -> str:
    """Move the last paper (or `key`); moving it again changes nothing."""
    ours = survey(text)
    paper = ours.paper(key) if key else ours.papers[-1]
    assert paper is not None
    plan = Plan(command="set", changes=tuple(at_venue([paper], venue)))
    (data,) = ours.edited(plan).data
    new = text if data is None else data.decode()
    again = survey(new)
    assert at_venue([again.paper(paper.key) or again.papers[-1]], venue) == []
    return new


def test_a_preprint_becomes_a_paper_and_keeps_its_id() -> None:
    before = """\
@article{a,
  title   = "A",
  journal = "arXiv preprint arXiv:2006.11239",
  volume  = "abs/2006.11239",
  month   = jun,
  year    = 2020,
  code    = "https://example.org/c"
}
"""
    assert (
        moved(before, "NeurIPS 2021")
        == """\
@inproceedings{a,
  title   = "A",
  year    = 2021,
  booktitle = "Advances in Neural Information Processing Systems",
  eprint  = "2006.11239",
  archiveprefix = "arXiv",
  code    = "https://example.org/c"
}
"""
    )


def test_a_biblatex_file_keeps_its_words() -> None:
    before = """\
@online{a,
  title = {A},
  date = {2020-06-19},
  note = {arXiv:2006.11239},
  eprint = {2006.11239},
  eprinttype = {arXiv},
}
"""
    after = moved(before, "ICLR 2021")
    assert "date = {2021}" in after
    assert "year =" not in after
    assert "archiveprefix" not in after
    assert "journaltitle = {" in moved(before, "TPAMI")
    only = "@article{a, journaltitle = {arXiv:2006.11239}, date = {2020}}\n"
    assert "eprinttype = {arXiv}" in moved(only, "ICLR 2021")


def test_a_macro_of_the_file_that_means_the_venue_is_used() -> None:
    before = """\
@string{nips = "Advances in Neural Information Processing Systems"}
@misc{a, title = {A}, year = {2020}}
"""
    assert "booktitle = nips" in moved(before, "NeurIPS 2020")
    late = "\n".join(reversed(before.splitlines())) + "\n"
    assert "booktitle = {Adv" in moved(late, "NeurIPS 2020", "a")


def test_what_was_said_of_another_venue_goes_and_of_the_same_stays() -> None:
    before = """\
@article{a,
  title = {A},
  journal = {Nature},
  volume = {1},
  pages = {1--9},
  publisher = {P},
  doi = {10.1/x},
  url = {https://example.org},
  year = {2020}
}
"""
    after = moved(before, "TPAMI")
    assert "volume" not in after
    assert "publisher" not in after
    assert "doi = {10.1/x}" in after
    assert "year = {2020}" in after
    conference = "@conference{a, title = {A}, year = {2020}}\n"
    assert moved(conference, "ICML 2021").startswith("@conference{a")
    same = moved(before, "Nature")
    assert same == before


def test_a_venue_by_name_is_known_and_others_are_a_hint() -> None:
    assert unknown_venue("NeurIPS 2026") == []
    (near,) = unknown_venue("NeurPS 2026")
    assert "`NeurIPS`" in (near.hint or "")
    (far,) = unknown_venue("Zzzzqqq Xyx")
    assert far.hint is None
    assert "booktitle" in moved("@misc{a, title = {A}}\n", "Workshop on Looms 2025")
    assert "year" not in moved("@misc{a, title = {A}}\n", "Workshop on Looms")


def test_a_venue_of_an_unknown_kind_is_one_of_the_kind_before() -> None:
    conference = "@conference{a, title = {A}, booktitle = {ICML}, year = {2020}}\n"
    assert moved(conference, "Loom Days 2021") == (
        "@conference{a, title = {A}, booktitle = {Loom Days}, year = {2021}}\n"
    )
    article = "@article{a, title = {A}, journal = {Nature}, volume = {1}, year = {2020}}\n"
    assert moved(article, "Loom Days 2021") == (
        "@article{a, title = {A}, journal = {Loom Days}, year = {2021}}\n"
    )
    preprint = "@article{a, title = {A}, journal = {arXiv:2006.11239}, year = {2020}}\n"
    assert moved(preprint, "Loom Days 2021").startswith("@misc{a")
