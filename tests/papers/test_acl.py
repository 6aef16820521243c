"""Which ACL Anthology ids have a DOI by rule."""

from __future__ import annotations

import pytest

from bib2awesome.papers.acl import acl_doi


@pytest.mark.parametrize(
    ("identifier", "doi"),
    [
        ("2020.acl-main.45", "10.18653/v1/2020.acl-main.45"),
        ("2022.findings-naacl.3", "10.18653/v1/2022.findings-naacl.3"),
        ("2025.semeval-1.7", "10.18653/v1/2025.semeval-1.7"),
        ("2023.wmt-1.5", "10.18653/v1/2023.wmt-1.5"),
        ("P19-1001", "10.18653/v1/p19-1001"),
        ("P15-1001", "10.3115/v1/p15-1001"),
        ("D14-1162", "10.3115/v1/d14-1162"),
        ("D15-1162", "10.18653/v1/d15-1162"),
        ("E17-2005", "10.18653/v1/e17-2005"),
    ],
)
def test_volumes_with_dois_by_the_rule(identifier, doi):
    assert acl_doi(identifier) == doi


@pytest.mark.parametrize(
    "identifier",
    [
        *("C18-1001", "J19-1001", "Q18-1001", "R19-1001", "W18-1001"),  # others' DOIs or none
        *("P02-1040", "P13-1001", "N13-1001", "E12-1001", "S13-1001", "K14-1001"),  # too early
        *("P99-1001", "P19-1000", "2020.acl-main.0"),  # 1999; the front matter
        *("2020.lrec-1.1", "2022.coling-1.1", "2020.wmt-1.5", "2021.tacl-1.1", "2019.acl-main.1"),
        *("2020.acl-main.471.cor1", "", "no id"),
    ],
)
def test_everything_else_has_none_by_it(identifier):
    assert acl_doi(identifier) is None
