from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.papers.venue_data import canonical, index, venues
from bib2awesome.papers.venue_names import short_form
from bib2awesome.papers.venues import find_venue


def named(text):
    match = find_venue(text)
    return None if match is None else (match.short, match.year)


@pytest.mark.parametrize(
    ("text", "short", "year"),
    [
        # full titles of proceedings, as publishers and DBLP have them
        ("Advances in Neural Information Processing Systems 36: Annual Conference on Neural Information Processing Systems 2023, NeurIPS 2023, New Orleans, LA, USA, December 10 - 16, 2023", "NeurIPS", 2023),
        ("Advances in Neural Information Processing Systems", "NeurIPS", None),
        ("Advances in neural information processing systems 36", "NeurIPS", None),
        ("Proceedings of the 38th International Conference on Machine Learning (ICML 2021)", "ICML", 2021),
        ("Proceedings of the Thirteenth International Conference on Machine Learning", "ICML", None),
        ("Forty-first International Conference on Machine Learning, {ICML} 2024, Vienna, Austria, July 21-27, 2024", "ICML", 2024),
        ("2023 IEEE/CVF Conference on Computer Vision and Pattern Recognition (CVPR)", "CVPR", 2023),
        ("{IEEE/CVF} International Conference on Computer Vision, {ICCV} 2019, Seoul, Korea (South)", "ICCV", 2019),
        ("Computer Vision \u2013 ECCV 2022 - 17th European Conference on Computer Vision, Tel Aviv, Israel, October 23-27, 2022, Proceedings, Part XI", "ECCV", 2022),
        ("Computer Vision -- ECCV 2024", "ECCV", 2024),
        ("Computer Vision - ECCV 2024 (European Conference on Computer Vision)", "ECCV", 2024),
        ("Proceedings of the 2023 Conference on Empirical Methods in Natural Language Processing", "EMNLP", 2023),
        ("Proceedings of the 2019 Conference on Empirical Methods in Natural Language Processing and the 9th International Joint Conference on Natural Language Processing (EMNLP-IJCNLP)", "EMNLP", 2019),
        ("Proceedings of the 56th Annual Meeting of the Association for Computational Linguistics (Volume 2: Short Papers)", "ACL", None),
        ("Proceedings of the 2024 Conference of the North American Chapter of the Association for Computational Linguistics: Human Language Technologies (Volume 1: Long Papers)", "NAACL", 2024),
        ("Human Language Technologies: The 2010 Annual Conference of the North American Chapter of the Association for Computational Linguistics", "NAACL", 2010),
        ("Proceedings of the 25th {ACM} {SIGKDD} International Conference on Knowledge Discovery {\\&} Data Mining, {KDD} 2019, Anchorage, AK, USA", "KDD", 2019),
        ("KDD '19: The 25th ACM SIGKDD Conference on Knowledge Discovery and Data Mining", "KDD", 2019),
        ("21st USENIX Symposium on Networked Systems Design and Implementation (NSDI 24)", "NSDI", 2024),
        ("2024 ACM/IEEE 51st Annual International Symposium on Computer Architecture (ISCA)", "ISCA", 2024),
        ("Acoustics, Speech, and Signal Processing, 2003. Proceedings. (ICASSP '03). 2003 IEEE International Conference on", "ICASSP", 2003),
        ("2001 {IEEE} International Conference on Acoustics, Speech, and Signal Processing. Proceedings", "ICASSP", 2001),
        ("Proceedings of the 2005 SIAM International Conference on Data Mining", "SDM", 2005),
        ("Artificial Intelligence and Interactive Digital Entertainment AIIDE", "AIIDE", None),
        ("13th International Conference on Formal Methods in Software Engineering, FormaliSE@ICSE 2025", "FormaliSE", 2025),
        # acronyms
        ("NIPS", "NeurIPS", None),
        ("NeurlPS 2023", "NeurIPS", 2023),
        ("neurips", "NeurIPS", None),
        ("Icml", "ICML", None),
        ("ICML'21", "ICML", 2021),
        ("ICLR2021", "ICLR", 2021),
        ("AAAI-98", "AAAI", 1998),
        ("{KR}2006", "KR", 2006),
        ("ICML (3)", "ICML", None),
        ("Proc. of {NAACL-HLT}", "NAACL", None),
        ("AAAI/IAAI", "AAAI", None),
        ("ICLR (Poster)", "ICLR", None),
        ("CC", "CC", None),
        (
            "Visual Languages and Human-Centric Computing (VL/HCC), 2011 IEEE Symposium on",
            "VL/HCC",
            2011,
        ),
        # abbreviations
        ("Proc. IEEE Conf. Comput. Vis. Pattern Recognit.", "CVPR", None),
        ("in Proc. IEEE/CVF Conf. Comput. Vis. Pattern Recognit. (CVPR), Jun. 2022", "CVPR", 2022),
        ("Proc.\\ 31st Int'l Conf.\\ on Software Engineering", "ICSE", None),
        ("Adv. Neural Inf. Process. Syst.", "NeurIPS", None),
        ("IEEE Trans. Pattern Anal. Mach. Intell.", "TPAMI", None),
        ("Proc. Natl. Acad. Sci.", "PNAS", None),
        ("App. Phys. Lett.", "Applied Physics Letters", None),
        # journals
        ("Transactions on Machine Learning Research (TMLR)", "TMLR", None),
        ("IEEE Transactions on Pattern Analysis and Machine Intelligence", "TPAMI", None),
        ("Visualization and Computer Graphics, IEEE Transactions on", "TVCG", None),
        ("Communications Magazine, IEEE", "IEEE Communications Magazine", None),
        ("Nature~Communications", "Nature Communications", None),
        ("J. Chem. Phys. 142, 164104 (2015)", "JCP", 2015),
        ("Proceedings of the IEEE", "Proceedings of the IEEE", None),
        ("TACL", "TACL", None),
        ("{\\'E}lectronics", "Electronics", None),
        # preprints and series
        ("arXiv preprint arXiv:2407.03297", "arXiv", None),
        ("ArXiv e-prints", "arXiv", None),
        ("preprint, arXiv:2407.03297", "arXiv", None),
        ("CoRR", "arXiv", None),
        ("bioRxiv", "bioRxiv", None),
        ("Lecture Notes in Computer Science", "LNCS", None),
    ],
)  # fmt: skip
def test_a_venue_is_found_however_it_is_written(text, short, year):
    assert named(text) == (short, year)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Findings of the Association for Computational Linguistics: EMNLP 2023", "EMNLP Findings"),
        ("Findings of the Association for Computational Linguistics: ACL-IJCNLP 2021", "ACL Findings"),
        ("Findings of the Association for Computational Linguistics", "ACL Findings"),
        ("EMNLP (Findings)", "EMNLP Findings"),
        ("ICLR 2024 Workshop on Reliable Foundation Models", "ICLR Workshop"),
        ("NeurIPS Workshop", "NeurIPS Workshop"),
        ("Reliable ML @ NeurIPS 2022", "NeurIPS Workshop"),
        ("WSIW@SOUPS", "SOUPS Workshop"),
        ("4th International Conference on Learning Representations, ICLR 2016, San Juan, Puerto Rico, Workshop Track Proceedings", "ICLR Workshop"),
        ("Data Science Meets Optimisation Workshop at {IJCAI} 2019", "IJCAI Workshop"),
        ("32nd International Conference on Distributed Computing Systems Workshops", "ICDCS Workshop"),
        ("2023 IEEE/CVF Conference on Computer Vision and Pattern Recognition Workshops (CVPRW)", "CVPRW"),
        ("ICCV Workshops", "ICCVW"),
        ("Computer Vision \u2013 ECCV 2022 Workshops", "ECCVW"),
        ("Thirty-seventh Conference on Neural Information Processing Systems Datasets and Benchmarks Track", "NeurIPS D&B"),
        ("NeurIPS D\\&B 2022", "NeurIPS D&B"),
        ("Proceedings of the 2023 Conference on Empirical Methods in Natural Language Processing: Industry Track", "EMNLP Industry"),
        ("Proceedings of {ACL} 2017, System Demonstrations", "ACL Demo"),
        ("NAACL 2019 (Demonstrations)", "NAACL Demo"),
        ("ACL Tutorial Abstracts", "ACL Tutorial"),
        ("NAACL: Student Research Workshop", "NAACL SRW"),
        ("CHI '09 Extended Abstracts on Human Factors in Computing Systems", "CHI EA"),
        ("Companion Proceedings of the ACM Web Conference 2023", "WWW Companion"),
        ("ACM SIGGRAPH 2020 Posters", "SIGGRAPH Posters"),
        ("Proceedings of the Second Workshop on Statistical Machine Translation", "WMT"),
        ("2014 IEEE Spoken Language Technology Workshop (SLT)", "SLT"),
    ],
)  # fmt: skip
def test_workshops_and_tracks_never_pass_for_the_main_conference(text, short):
    match = find_venue(text)
    assert match is not None
    assert match.short == short


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "~",
        ".",
        "LOOM 2022 IEEE ...",
        "Journal of Computer Science",
        "Journal of Machine Learning",
        "Nature Reviews of Nothing",
        "Annals of the ACL",
        "Workshop on Machine Learning at the Edge",
        "Workshop on Computer Vision Systems of Tomorrow",
        "Papers of a Workshop on Human Language Technology",
        "International Conference on Machine Learning and Cybernetics of Everything",
        "Proceedings of the 24th International Conference on Artificial Intelligence",
        "Teletraffic Congress (ITC), 2010 22nd International",
        "Fast Encryption of Software Conference (FSE 2015)",
        "Comunità indigene (IV--III sec. a.C.)",
        "Theoretical Issues in Comprehension: Perspectives from Artificial Intelligence and Education",
        "Engineering Discoveries Through Experiment, Big Data, Modeling and Simulation",
        '5. Workshop der Gesellschaft f{\\"u}r Informatik e.V. {(GI)}',
        "Machine Learning: An Artificial Intelligence Approach",
        "The Psychology of Computer Vision",
        "Group",
        "Case",
        "fast",
        "Spin",
        "Findings of the Committee",
        "Security and Privacy, 2007",
        "J. Foo. Bar.",
        "Letters, IEEE",
        "Meeting of the Industrial Partners",
        "ieee " * 50_000,
        "Foo (Bar Baz)",
    ],
)
def test_nothing_is_found_by_accident(text):
    assert find_venue(text) is None


def test_a_name_in_brackets_must_not_contradict():
    assert (
        find_venue("Neural Networks (CVPR)") is None or named("Neural Networks (CVPR)")[0] == "CVPR"
    )
    assert named("Neural Networks (Oxford)") == ("Neural Networks", None)


@given(st.text(max_size=80))
def test_no_text_breaks_the_search(text):
    find_venue(text)
    assert isinstance(short_form(text), str)


def names_of(venue):
    title = "" if "{" in venue.proceedings else venue.proceedings
    return (venue.short, venue.name, venue.abbreviation, title, *venue.aliases)


def test_the_data_is_sorted_unique_and_unambiguous():
    known = venues()
    assert len(known) >= 250
    shorts = [venue.short for venue in known]
    assert len(set(shorts)) == len(shorts)
    assert {venue.kind for venue in known} == {
        "conference", "workshop", "journal", "preprint", "series"
    }  # fmt: skip
    areas: dict[tuple[str, str], list[str]] = {}
    for venue in known:
        areas.setdefault((venue.kind, venue.area), []).append(venue.short.casefold())
    for area in areas.values():
        assert area == sorted(area)
    owner: dict[str, str] = {}
    for venue in known:
        for name in names_of(venue):
            if words := canonical(name):
                assert owner.setdefault(words, venue.short) == venue.short, name


def test_every_venue_is_found_by_each_of_its_names():
    for venue in venues():
        for name in (venue.short, venue.name, venue.abbreviation, *venue.aliases):
            if name:
                match = find_venue(name)
                assert match is not None, name
                assert match.venue.short == venue.short, name
                assert not match.track, name


def test_the_index_holds_the_canonical_form_of_every_name():
    for venue in venues():
        for name in (venue.short, venue.name, *venue.aliases):
            if name.isascii() and not re.search(r"\d", name):
                assert canonical(name) in index().names, name


def test_facts_about_venues_are_well_formed():
    for venue in venues():
        assert venue.since is None or 1600 < venue.since < 2030
        assert venue.parity in {"", "even", "odd"}
        assert (venue.parity_since is None) == (not venue.parity)
        if venue.parity_since is not None:
            assert venue.parity_since % 2 == (venue.parity == "odd")
        assert not venue.dblp or re.fullmatch(r"(conf|journals|series)/[A-Za-z0-9-]+", venue.dblp)
        assert set(re.findall(r"\{\w+\}", venue.proceedings)) <= {"{nth}", "{year}"}
        for name in names_of(venue):
            assert "|" not in name
            assert name == " ".join(name.split())
    eccv = find_venue("ECCV")
    assert eccv is not None
    assert (eccv.venue.parity, eccv.venue.since) == ("even", 1990)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20th European Conference on Circuit Theory and Design, {ECCTD} 2011, Linkoping, Sweden, Aug. 29-31, 2011", "ECCTD"),
        ("7th {Brazilian} Conference on Intelligent Systems ({BRACIS})", "BRACIS"),
        ("Proceedings of the 5th Workshop on Nothing Much, Rostock, Germany, 2013", "Workshop on Nothing Much"),
        ("2016 International Conference on Autonomous Things and Competitions", "International Conference on Autonomous Things and Competitions"),
        ("Journal of Biblical Literature", "Journal of Biblical Literature"),
        ("Journal of Z{\\\"u}rich, USA", "Journal of Zürich, USA"),
        ("Proc. 6th ICMU", "ICMU"),
        ("OpenAI blog 2019", "OpenAI blog"),
        ("2019", "2019"),
        ("A" * 100_000 + " !", "A" * 100_000 + " !"),
        ("", ""),
    ],
)  # fmt: skip
def test_an_unknown_venue_has_a_readable_short_form(text, expected):
    assert short_form(text) == expected
