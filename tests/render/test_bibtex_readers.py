from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.bib.document import Document
from bib2awesome.render.bibtex import entry_for_readers, laid_out
from tests.render.made import paper

FULL = r"""
@string{tmlr = "Transactions on Machine Learning Research"}
@ARTICLE{shen2025efficient,
  category = {-}, code = {https://github.com/a/b}, link-project = {https://a.b}, tldr = {Short},
  shortvenue = {TMLR 2025}, award = {Best}, remark = {mine}, abstract = {Long}, keywords = {a, b},
  file = {x.pdf}, openreview = {yes}, date-added = {2024},
  url = {https://openreview.net/forum?id=w\_H}, doi = {https://doi.org/10.48550/arXiv.2502.06805},
  year = 2025, month = jul, journal = tmlr, eprint = {2502.06805}, archivePrefix = {arXiv},
  author = {Hui Shen and Zhang, Jingxuan and Müller, Jürgen},
  title = {Efficient {Diffusion} Models:
           100% a Survey},
}
"""


CLEAN = r"""@article{shen2025efficient,
  author        = {Shen, Hui and Zhang, Jingxuan and M{\"u}ller, J{\"u}rgen},
  title         = {Efficient {Diffusion} Models: 100\% a Survey},
  journal       = {Transactions on Machine Learning Research},
  year          = {2025},
  month         = jul,
  doi           = {10.48550/arXiv.2502.06805},
  eprint        = {2502.06805},
  archiveprefix = {arXiv},
  url           = {https://openreview.net/forum?id=w_H},
}"""


def test_a_reader_gets_the_clean_entry_aligned_in_a_stable_order():
    assert entry_for_readers(paper(FULL)) == CLEAN


def test_the_authors_own_type_and_dialect_stay():
    entry = entry_for_readers(paper("@online{x, author={{Org}}, title={T}, date={2024-01-02}}"))
    assert entry.startswith("@online{x,")
    assert "date   = {2024-01-02}" in entry


def test_inherited_fields_are_in_and_the_pointer_is_not():
    text = "@inproceedings{c, title={C}, crossref={p}} @proceedings{p, title={P}, year=2020}"
    entry = entry_for_readers(paper(text))
    assert "2020" in entry
    assert "crossref" not in entry


@pytest.mark.parametrize(("author", "kept"), [("author={A B}, ", False), ("", True)])
def test_a_sort_key_is_for_entries_without_author(author, kept):
    entry = entry_for_readers(paper(f"@misc{{x, {author}title={{T}}, key={{K}}}}"))
    assert ("key" in entry) is kept


def test_an_unsafe_address_is_left_out():
    assert "url" not in entry_for_readers(paper("@misc{x, title={T}, url={javascript:alert(1)}}"))


@pytest.mark.parametrize(("key", "head"), [("a", "@misc{a,"), ("a{}b", "@misc(a{}b,")])
def test_a_key_cannot_end_the_entry(key, head):
    entry = laid_out("misc", key, {"title": "{T}", "note": ""})
    assert entry.startswith(head)
    assert "note" not in entry
    assert [there.key for there in Document.parse(entry.encode()).entries] == [key]


def test_an_entry_without_fields_is_an_entry():
    assert laid_out("misc", "a", {}) == "@misc{a,\n}"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="{}@\\"), max_size=60))
def test_no_value_starts_a_line_or_ends_the_entry(title):
    entry = entry_for_readers(paper(f"@misc{{x, author = {{A, B}}, title = {{T {title}}}}}"))
    first, *lines, last = entry.split("\n")
    assert (first, last) == ("@misc{x,", "}")
    assert all(line.startswith(("  author = {", "  title  = {")) for line in lines)
    assert entry.splitlines() == entry.split("\n")
    assert len(Document.parse(entry.encode()).entries) == 1
