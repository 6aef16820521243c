"""Keys change and entries become one, in everything that names them and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bib2awesome import files
from bib2awesome.bib.document import Document
from bib2awesome.cli.main import main
from bib2awesome.papers.tex_citations import recited
from tests.cli.conftest import BIB, TOML
from tests.cli.runner import Run, snapshot

TEX = (
    r"""
\citep[see][p.~3]{lovelace2024engine} and \textcite{ other , lovelace2024engine}. % \cite{lovelace2024engine}
\autocites(a)(b)[c]{lovelace2024engine}[d]{lovelace2024engine} 50\% \cite{lovelace2024engine}
\verb|\cite{lovelace2024engine}| \nocite{*} \citestyle{lovelace2024engine} \cite{lovelace2024engine2}
\begin{verbatim}
\cite{lovelace2024engine}
\end{verbatim}
\cite
""".encode("latin-1")
    + b"\xe9\n"
)


def bib(survey: Path) -> str:
    return (survey / "survey.bib").read_text(encoding="utf-8")


def test_keys_are_followed_into_citations_only() -> None:
    new = recited(TEX, {"lovelace2024engine": "new"})
    assert new.count(b"lovelace2024engine") == 5
    assert new.count(b"new") == 5
    assert recited(new, {"new": "lovelace2024engine"}) == TEX
    assert recited(TEX, {"nobody": "x"}) == TEX


def test_a_key_changes_everywhere_and_back(run: Run, survey: Path) -> None:
    (survey / "survey.bib").write_text(
        BIB + "\n@misc{child, crossref = {Lovelace2024engine}, category = {machines}}\n",
        encoding="utf-8",
    )
    toml = TOML.replace(
        "[categories.machines]", 'cite = ["lovelace2024engine"]  # ours\n\n[categories.machines]', 1
    )
    (survey / "categories.toml").write_text(toml, encoding="utf-8")
    (survey / "paper").mkdir()
    (survey / "paper" / "main.tex").write_bytes(TEX)
    before = snapshot(survey)
    words = ("--tex", "**/*.tex")
    old, new = "lovelace2024engine", "lovelace2024notes"
    assert run("-C", survey, "rename-key", old, new, *words, "--check").code == 1
    assert snapshot(survey) == before
    assert run("-C", survey, "rename-key", old, new, *words).code == 0
    assert "@inproceedings{lovelace2024notes," in bib(survey)
    assert "crossref = {lovelace2024notes}" in bib(survey)
    assert 'cite = ["lovelace2024notes"]  # ours' in (survey / "categories.toml").read_text()
    assert (survey / "paper" / "main.tex").read_bytes().count(b"lovelace2024notes") == 5
    assert run("-C", survey, "rename-key", new, old, *words).code == 0
    after = snapshot(survey)
    assert after.pop("survey.bib").lower() == before.pop("survey.bib").lower()
    assert after == before
    assert run("-C", survey, "rename-key", old, old).code == 0


def test_a_retired_key_stays_usable(run: Run, survey: Path) -> None:
    done = run("-C", survey, "rename-key", "lovelace2024engine", "new", "--ids")
    assert done.code == 0
    assert "write `new`" in done.err
    assert "ids       = {lovelace2024engine}" in bib(survey)


def test_recorded_facts_follow_the_key(run: Run, survey: Path) -> None:
    plan = {
        "command": "enrich",
        "version": 1,
        "changes": [
            {"key": "babbage2023difference", "action": "set", "field": "pages", "new": "{1--2}",
             "source": "crossref"}
        ],
    }  # fmt: skip
    (survey / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
    assert run("-C", survey, "apply", "plan.json").code == 0
    assert run("-C", survey, "rename-key", "babbage2023difference", "b").code == 0
    assert "crossref" in run("-C", survey, "why", "b", "pages").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lovelace2024engin", "x"), "did you mean `lovelace2024engine`?"),
        (("lovelace2024engine", "Babbage2023difference"), "is taken"),
        (("lovelace2024engine", "x", "--tex", "*.tex"), "no file fits `*.tex`"),
    ],
)
def test_a_wrong_key_or_file_is_named(
    run: Run, survey: Path, words: tuple[str, ...], said: str
) -> None:
    before = snapshot(survey)
    done = run("-C", survey, "rename-key", *words)
    assert done.code == 2
    assert said in done.err
    assert snapshot(survey) == before


def test_a_key_that_cannot_be_leaves_everything_alone(run: Run, survey: Path) -> None:
    (survey / "main.tex").write_bytes(TEX)
    before = snapshot(survey)
    for wrong in ("a b", "a{", "", "caf\u00e9"):
        done = run("-C", survey, "rename-key", "lovelace2024engine", wrong, "--tex", "*.tex")
        assert (done.code, "cannot be a citation key" in done.err) == (2, True)
    assert snapshot(survey) == before


def test_a_key_that_is_gone_by_now_leaves_the_text_alone(run: Run, survey: Path) -> None:
    """A saved plan that does not fit any more is skipped, and says which entry changed."""
    words = ("rename-key", "lovelace2024engine", "new", "--plan", "p.json")
    assert run("-C", survey, *words).code == 0
    (survey / "survey.bib").write_text(BIB.replace("lovelace2024engine", "x"), encoding="utf-8")
    done = run("-C", survey, "apply", "p.json")
    assert done.code == 1
    assert "skipped `lovelace2024engine`: set-key: there is no such entry any more" in done.err


def test_a_file_that_cannot_be_read_is_named(
    run: Run, survey: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (survey / "main.tex").write_bytes(TEX)
    monkeypatch.setattr(files, "MOST_BYTES", len(BIB) + 1)
    (survey / "main.tex").write_bytes(TEX * 40)
    done = run("-C", survey, "rename-key", "lovelace2024engine", "new", "--tex", "main.tex")
    assert done.code == 2
    assert "main.tex: " in done.err


# merge

TWO = r"""
@article{pre,
  title    = {One Work},
  journal  = {arXiv preprint arXiv:2301.00001},
  year     = {2023},
  eprint   = {2301.00001},
  code     = {https://github.com/a/one},
  category = {machines}
}

@inproceedings{pub,
  title     = {One Work, Published},
  booktitle = {Advances in Neural Information Processing Systems},
  year      = {2024},
  month     = jul,
  code      = {https://github.com/a/two},
  pages     = {1--9},
  category  = {machines/parts, -}
}

@misc{third, crossref = {pub}, category = {-}}
"""


def test_the_published_one_beats_the_preprint_and_the_eprint_stays(run: Run, survey: Path) -> None:
    (survey / "survey.bib").write_text(TWO, encoding="utf-8")
    (survey / "main.tex").write_text(r"\cite{pub}", encoding="utf-8")
    done = run("-C", survey, "merge", "pre", "PUB", "--tex", "*.tex", "--ids")
    assert done.code == 0
    assert "conflict: `title`" in done.err
    document = Document.parse(bib(survey).encode())
    entry = document.entry("pre")
    assert entry is not None
    assert entry.type == "inproceedings"
    assert document.values(entry) == {
        "title": "One Work",
        "year": "2024",
        "month": "July",
        "eprint": "2301.00001",
        "code": "https://github.com/a/one",
        "link-code-2": "https://github.com/a/two",
        "booktitle": "Advances in Neural Information Processing Systems",
        "pages": "1--9",
        "category": "machines, machines/parts",
        "ids": "pub",
    }
    assert "= jul," in bib(survey)
    assert document.entry("pub") is None
    assert "crossref = {pre}" in bib(survey)
    assert (survey / "main.tex").read_text() == r"\cite{pre}"


def test_a_preprint_adds_its_eprint_to_the_published_one(run: Run, survey: Path) -> None:
    (survey / "survey.bib").write_text(TWO, encoding="utf-8")
    done = run("-C", survey, "merge", "pub", "pre")
    assert done.code == 0
    assert "another work" not in done.err
    document = Document.parse(bib(survey).encode())
    entry = document.entry("pub")
    assert entry is not None
    values = document.values(entry)
    assert (values["eprint"], values["year"]) == ("2301.00001", "2024")
    assert "journal" not in values
    assert values["category"] == "machines/parts, machines"


def test_merging_what_looks_like_two_works_is_said(run: Run, survey: Path) -> None:
    keys = ("lovelace2024engine", "babbage2023difference")
    done = run("-C", survey, "merge", *keys, "--check")
    said = "hint: `babbage2023difference` looks like another work than `lovelace2024engine`: "
    assert (done.code, said in done.err) == (1, True)


def test_an_entry_is_not_merged_with_itself(run: Run, survey: Path) -> None:
    done = run("-C", survey, "merge", "lovelace2024engine", "Lovelace2024engine")
    assert done.code == 2
    assert "merged with itself" in done.err
    assert run("-C", survey, "merge", "nobody", "neither").err.count("no entry") == 2


def test_keys_of_the_corpus_change_and_change_back(shared: Path, tmp_path: Path) -> None:
    path = tmp_path / "survey.bib"
    for file in sorted((shared / "corpus" / "bib").glob("*.bib"))[::40]:
        data = file.read_bytes()
        try:
            document = Document.parse(data)
        except ValueError:
            continue
        except Exception as error:  # noqa: BLE001 - UTF-16 is refused
            assert "UTF" in str(error)  # noqa: PT017
            continue
        keys = [entry.key for entry in document.usable() if entry.key.isalnum()][:1]
        for key in keys:
            path.write_bytes(data)
            words = ["-q", "--bib", str(path), "rename-key"]
            if main([*words, key, "anotherkey"]) == 0:
                new = path.read_bytes()
                assert len(new) != 0
                assert new != data
                assert main([*words, "anotherkey", key]) == 0
                assert path.read_bytes() == data


def test_a_key_that_several_entries_have_is_named(run: Run, survey: Path) -> None:
    text = "@misc{a, title = {A}}\n@misc{A, title = {B}}\n@misc{c, title = {C}}\n"
    (survey / "survey.bib").write_text(text, encoding="utf-8")
    for words in (("merge", "c", "a", "nobody"), ("rename-key", "a", "b")):
        done = run("-C", survey, *words)
        assert done.code == 2
        assert "survey.bib:1:7: several entries have the key `a`" in done.err
        assert "write `" not in done.err
    assert bib(survey) == text


def test_a_plan_says_that_it_does_not_hold_the_text(run: Run, survey: Path) -> None:
    (survey / "main.tex").write_bytes(TEX)
    words = ("lovelace2024engine", "new", "--tex", "*.tex", "--plan", "p.json")
    done = run("-C", survey, "rename-key", *words)
    assert (done.code, "a plan does not hold main.tex" in done.err) == (0, True)
    assert (survey / "main.tex").read_bytes() == TEX


def test_entries_of_two_files_and_dialects_become_one(run: Run, survey: Path) -> None:
    toml = '[survey]\nbib = ["one.bib", "two.bib"]\n[categories.machines]\ntitle = "M"\n'
    (survey / "categories.toml").write_text(toml, encoding="utf-8")
    one = """\
@article{one, title = {One Work}, journaltitle = {Journal of Looms}, date = {2024-05},
  note = {}, link-a = {https://a.org}, category = {machines}}
"""
    two = """\
@string{jl = {Journal of Looms}}
@article{two, title = {One Work}, journal = jl, year = 2024, month = may, note = {Two
  lines}, link-a = {https://a.org/}, abstract = {\u4e2d}, pages = {1--2}}
"""
    (survey / "one.bib").write_text(one, encoding="utf-8")
    (survey / "two.bib").write_text(two, encoding="utf-8")
    (survey / "README.md").write_text("# By hand\n", encoding="utf-8")
    done = run("-C", survey, "merge", "one", "two")
    assert done.code == 0
    assert done.err.count("conflict") == 1  # a file of ASCII takes no abstract in Chinese
    text = (survey / "one.bib").read_text(encoding="utf-8")
    assert "note = {Two lines}" in text
    assert "pages = {1--2}" in text
    assert {"journal =", "year", "month", "link-a-2", "abstract"}.isdisjoint(text.split())
    assert "two" not in (survey / "two.bib").read_text(encoding="utf-8")


def test_a_preprint_s_words_go_and_are_told(run: Run, survey: Path) -> None:
    text = """\
@misc{pre, title = {One}, howpublished = {arXiv preprint}, publisher = {arXiv}, volume = {abs/1}, eprint = {2301.00001},
  year = 2023, doi = {10.48550/arXiv.2301.00001}}
@inproceedings{pub, title = {One}, booktitle = {NeurIPS}, year = 2024, month = dec, doi = {10.1/x}}
"""
    (survey / "survey.bib").write_text(text, encoding="utf-8")
    done = run("-C", survey, "merge", "pre", "pub")
    assert done.code == 0
    assert "the published version's is taken" in done.err
    assert "it is the preprint's" in done.err
    new = bib(survey)
    assert "doi = {10.1/x}" in new
    assert {"volume", "howpublished", "publisher"}.isdisjoint(new.split())
    back = run("-C", survey, "set", "pre", "--venue", "arXiv")
    assert back.code == 0


def test_names_of_entries_that_become_one_stay_right(run: Run, survey: Path) -> None:
    text = """\
@misc{a, title = {One}, related = {b, x}, ids = {old}, year = 2020}
@misc{b, title = {One}, related = {a}, crossref = {a}, ids = {older, old}, year = 2020}
@misc{c, title = {C}, related = {x,
   b}, crossref = {B}}
@misc{d, title = {One}, xref = {a}}
@misc{x, title = {X}}
"""
    (survey / "survey.bib").write_text(text, encoding="utf-8")
    assert run("-C", survey, "merge", "a", "b", "d", "--ids").code == 0
    assert (
        bib(survey)
        == """\
@misc{a, title = {One}, related = {x}, ids = {old, older, b, d}, year = 2020}
@misc{c, title = {C}, related = {x,
   a}, crossref = {a}}
@misc{x, title = {X}}
"""
    )
    assert run("-C", survey, "merge", "x", "a").code == 0
    assert "related" not in bib(survey).partition("@misc{x")[2]
