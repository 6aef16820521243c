"""`import README.md` on a README that `render` wrote and a stranger edited."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bib2awesome.papers.survey import Survey

LIST = Path(__file__).parents[1] / "importers" / "data" / "adoption" / "tagged.md"
DDPM = "- **[NeurIPS 2020]** Denoising Diffusion Probabilistic Models. [[Paper]](https://arxiv.org/abs/2006.11239) [[Project]](https://hojonathanho.github.io/diffusion/)\n"
NEW = "- **[ICLR 2023]** Flow Matching for Generative Modeling. [[Paper]](https://arxiv.org/abs/2210.02747) [[Code]](https://github.com/facebookresearch/flow_matching)\n"


@pytest.fixture
def folder(tmp_path: Path, run) -> Path:
    (tmp_path / "README.md").write_text(LIST.read_text(encoding="utf-8"), encoding="utf-8")
    assert run("-C", tmp_path, "import", "README.md", "--adopt").code == 0
    return tmp_path


@pytest.fixture
def do(run):
    """Run a command in a folder."""
    return lambda folder, *words: run("-C", str(folder), *words)


def edit(folder: Path, *pairs: tuple[str, str]) -> None:
    path = folder / "README.md"
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def kept(do, folder: Path) -> str:
    """Import the edits and return the README; asserts that `render` keeps it."""
    assert do(folder, "import", "README.md").code == 0
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert do(folder, "render", "--check", "readme").code == 0
    again = do(folder, "import", "README.md")
    assert (again.code, again.err.strip()) == (0, "import: nothing to change")
    return text


def test_an_unedited_readme_changes_nothing(do, folder):
    assert do(folder, "import", "README.md", "--check").code == 0


def test_what_changed_in_the_survey_since_the_last_rendering_is_nobodys_edit(do, folder):
    key = Survey.open(folder).papers[0].key
    assert do(folder, "set", key, "title=Another Title Altogether", "year=2031").code == 0
    bib = (folder / "survey.bib").read_bytes()
    assert do(folder, "import", "README.md").code == 0
    assert (folder / "survey.bib").read_bytes() == bib
    assert do(folder, "render", "--check", "readme").code == 0


def test_a_new_paper_comes_behind_the_one_above_it(do, folder):
    edit(folder, (DDPM, DDPM + NEW))
    shown = do(folder, "import", "README.md", "--diff")
    assert shown.code == 1
    assert "+@inproceedings{flow2023matching," in shown.out
    text = kept(do, folder)
    assert DDPM + NEW in text
    told = do(folder, "why", "flow2023matching").out.splitlines()
    assert told[0] == "the entry was added"
    assert told[1].startswith("  list, 20")
    keys = [paper.key for paper in Survey.open(folder).papers]
    assert keys.index("flow2023matching") == keys.index("denoising2020diffusion") + 1


def test_links_titles_and_venues_are_changed(do, folder):
    edit(
        folder,
        ("https://github.com/LuChengTHU/dpm-solver", "https://github.com/luchengthu/dpm-solver-2"),
        ("Denoising Diffusion Probabilistic Models.", "Denoising Diffusion Probabilistic Models Again."),
        ("**[NeurIPS 2020]**", "**[ICML 2021]**"),
        ("(https://hojonathanho.github.io/diffusion/)", "(https://hojonathanho.github.io/ddpm/)"),
    )  # fmt: skip
    text = kept(do, folder)
    assert "Probabilistic Models Again. [[Paper]](https://arxiv.org/abs/2006.11239)" in text
    survey = Survey.open(folder)
    assert survey.paper("dpmsolver2022fast").values["code"].endswith("dpm-solver-2")
    paper = survey.paper("denoising2020diffusion")
    assert (paper.tag, paper.values["link-project"]) == ("ICML 2021", "https://hojonathanho.github.io/ddpm/")  # fmt: skip


def test_a_moved_item_changes_its_category(do, folder):
    last = "https://github.com/openai/improved-diffusion)\n"
    edit(folder, (DDPM, ""), (last, last + DDPM))
    kept(do, folder)
    assert Survey.open(folder).paper("denoising2020diffusion").category_refs == ("training",)


def test_a_known_paper_in_one_more_section_gains_a_category(do, folder):
    last = "https://github.com/openai/improved-diffusion)\n"
    edit(folder, (last, last + DDPM))
    kept(do, folder)
    paper = Survey.open(folder).paper("denoising2020diffusion")
    assert paper.category_refs == ("solvers", "training")


def test_what_is_gone_is_reported_and_stays(do, folder):
    edit(folder, (DDPM, ""), (" [[Code]](https://github.com/LuChengTHU/dpm-solver)", ""))
    before = (folder / "README.md").read_bytes()
    result = do(folder, "import", "README.md", "--json")
    answer = json.loads(result.out)
    assert [note["kind"] for note in answer["notes"]] == ["removed", "removed"]
    assert "denoising2020diffusion" in str(answer["notes"])
    assert not answer["changes"]
    assert (folder / "README.md").read_bytes() == before
    assert Survey.open(folder).paper("denoising2020diffusion")


def test_what_is_not_understood_is_listed(do, folder):
    edit(folder, (DDPM, DDPM + "\nSome words of a stranger.\n\n- Only this\n"))
    before = (folder / "README.md").read_bytes()
    result = do(folder, "import", "README.md", "--json")
    assert result.code == 1
    said = [one["text"] for one in json.loads(result.out)["not_understood"]]
    assert said == ["Some words of a stranger.", "- Only this"]
    assert (folder / "README.md").read_bytes() == before


def test_what_stands_in_a_region_of_another_kind_is_named_and_not_undone(do, whole):
    below = "`bib2awesome render` makes this of it:\n"
    edit(whole, (below, NEW + below))
    before = (whole / "README.md").read_bytes()
    result = do(whole, "import", "README.md", "--json")
    assert result.code == 1
    [told] = json.loads(result.out)["not_understood"]
    assert told["text"] == NEW.strip()
    assert before.splitlines()[told["line"] - 1].decode() == told["text"]
    assert told["reason"] == "the region `contributing` is for what `render` writes"
    assert (whole / "README.md").read_bytes() == before


def test_a_list_with_all_categories_in_one_region(do, tmp_path):
    (tmp_path / "categories.toml").write_text(
        '[categories.a]\ntitle = "Algorithms"\n[categories.a.b]\ntitle = "Below"\n[render]\ntargets = ["readme"]\n',
        encoding="utf-8",
    )
    entry = "@misc{{k{0}, title = {{A Title of Quite Some Words {1}}}, year = {{202{0}}}, url = {{https://example.org/{0}}}, category = {{{2}}}}}\n"
    (tmp_path / "survey.bib").write_text(
        "".join(entry.format(n, "ABCD"[n], ("a", "a/b")[n % 2]) for n in range(4)), encoding="utf-8"
    )
    (tmp_path / "README.md").write_text(
        "# L\n\n<!-- bib2awesome:begin papers -->\n<!-- bib2awesome:end papers -->\n",
        encoding="utf-8",
    )
    assert do(tmp_path, "render").code == 0
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "Words D" in line) + "\n"
    new = "- **[ICLR 2023]** Flow Matching for Generative Modeling. [[Paper]](https://arxiv.org/abs/2210.02747)\n"
    edit(tmp_path, (line, line + new))
    assert do(tmp_path, "import", "README.md").code == 0
    assert Survey.open(tmp_path).paper("flow2023matching").category_refs == ("a/b",)
    assert do(tmp_path, "render", "--check", "readme").code == 0


PEOPLE = """# People

## Solvers

- **Denoising Diffusion Implicit Models.** *Jiaming Song, Chenlin Meng, Stefano Ermon.* ICLR 2021. [[paper](https://arxiv.org/abs/2010.02502)]
- **A Fast Solver of Ordinary Equations.** *Cheng Lu, Yuhao Zhou.* arXiv 2022. [[paper](https://arxiv.org/abs/2206.00927)]
- **Another Fast Solver of Equations.** *Cheng Lu, Yuhao Zhou, Fan Bao.* TPAMI 2023. [[paper](https://arxiv.org/abs/2211.01095)]
"""


def test_people_are_changed_and_preprints_are_published(do, tmp_path):
    (tmp_path / "README.md").write_text(PEOPLE, encoding="utf-8")
    assert do(tmp_path, "import", "README.md", "--adopt").code == 0
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    line = next(one for one in text.splitlines() if "Ordinary" in one)
    new = line.replace("Yuhao Zhou", "Yuhao Zhou, Jianfei Chen").replace("arXiv 2022.06", "NeurIPS 2022").replace("arXiv 2022", "NeurIPS 2022")  # fmt: skip
    edit(tmp_path, (line, new))
    assert do(tmp_path, "import", "README.md").code == 0
    paper = next(one for one in Survey.open(tmp_path).papers if "Ordinary" in one.title)
    assert (paper.type, paper.tag, len(paper.authors.names)) == ("inproceedings", "NeurIPS 2022", 3)


def test_a_journal_that_becomes_a_conference_is_named(do, tmp_path):
    (tmp_path / "README.md").write_text(PEOPLE, encoding="utf-8")
    assert do(tmp_path, "import", "README.md", "--adopt").code == 0
    edit(tmp_path, ("TPAMI 2023", "ICLR 2023"))
    result = do(tmp_path, "import", "README.md")
    assert "has another venue now: ICLR" in result.err


LOOMS = """\
@inproceedings{ada2020weaving,
  title = {Weaving by Cards},
  author = {Ada, Anna},
  booktitle = {International Conference on Machine Learning},
  year = {2020},
  url = {https://example.org/w},
  category = {looms/cards},
}

@inproceedings{bea2021zigzag,
  title = {Zigzag Patterns of Threads},
  author = {Bea, Berta},
  booktitle = {International Conference on Machine Learning},
  year = {2021},
  url = {https://example.org/z},
  category = {looms/cards},
}

@inproceedings{cis2020knots,
  title = {Knots under Load},
  author = {Cis, Clara},
  booktitle = {International Conference on Machine Learning},
  year = {2020},
  url = {https://example.org/k},
  category = {looms/knots},
}
"""
CATEGORIES = """\
[survey]
title = "Awesome Looms"

[categories.looms]
[categories.looms.cards]
{layout}
[categories.looms.knots]
{layout}
"""


@pytest.fixture(params=["list", "table"])
def whole(request, do, tmp_path) -> Path:
    """A survey of which one region shows every category."""
    layout = f'layout = "{request.param}"'
    (tmp_path / "survey.bib").write_text(LOOMS)
    (tmp_path / "categories.toml").write_text(CATEGORIES.format(layout=layout))
    assert do(tmp_path, "render").code == 0
    folder: Path = tmp_path
    return folder


def lines_of(folder: Path, *words: str) -> list[str]:
    text = (folder / "README.md").read_text(encoding="utf-8")
    return [next(line for line in text.splitlines(keepends=True) if word in line) for word in words]


def test_an_item_moves_within_a_region(do, whole):
    zigzag, knots = lines_of(whole, "Zigzag", "Knots under")
    edit(whole, (zigzag, ""), (knots, knots + zigzag))
    text = kept(do, whole)
    assert text.index("#### Knots") < text.index("Zigzag")
    assert Survey.open(whole).paper("bea2021zigzag").category_refs == ("looms/knots",)


def test_papers_that_are_sorted_anew_stay_so(do, whole):
    weaving, zigzag = lines_of(whole, "Weaving by", "Zigzag")
    edit(whole, (weaving + zigzag, zigzag + weaving))
    text = kept(do, whole)
    assert text.index("Zigzag") < text.index("Weaving by")
    assert 'sort = ["-date"]' in (whole / "categories.toml").read_text()


def three_cards(do, whole: Path) -> list[str]:
    """Add a third paper to a section, and return the lines of all three."""
    weaving, zigzag = lines_of(whole, "Weaving by", "Zigzag")
    apron = weaving.replace("Weaving by Cards", "An Apron of Linen").replace("/w)", "/a)")
    edit(whole, (zigzag, zigzag + apron))
    kept(do, whole)
    return lines_of(whole, "Weaving by", "Zigzag", "An Apron")


def test_an_order_that_no_key_gives_moves_entries(do, whole):
    weaving, zigzag, apron = three_cards(do, whole)
    (whole / "survey.bib").write_text("% kept\n\n" + (whole / "survey.bib").read_text())
    edit(whole, (weaving + zigzag + apron, zigzag + apron + weaving))
    text = kept(do, whole)
    assert text.index("Zigzag") < text.index("An Apron") < text.index("Weaving by")
    assert (whole / "survey.bib").read_text().startswith("% kept\n")
    assert {paper.text("url")[-1] for paper in Survey.open(whole).papers} == set("azkw")


def test_a_few_papers_by_title_are_moved_and_not_sorted(do, whole):
    weaving, zigzag, apron = three_cards(do, whole)
    edit(whole, (weaving + zigzag + apron, apron + weaving + zigzag))
    before = (whole / "categories.toml").read_text()
    text = kept(do, whole)
    assert text.index("An Apron") < text.index("Weaving by") < text.index("Zigzag")
    assert (whole / "categories.toml").read_text() == before


def test_a_move_is_a_plan_that_can_be_taken_back(do, whole):
    weaving, zigzag, apron = three_cards(do, whole)
    bib = (whole / "survey.bib").read_text()
    edit(whole, (weaving + zigzag + apron, zigzag + apron + weaving))
    assert do(whole, "import", "README.md", "--plan", "moves.json").code == 0
    assert do(whole, "apply", "moves.json").code == 0
    assert (whole / "survey.bib").read_text() != bib
    assert do(whole, "render", "readme").code == 0
    assert zigzag + apron + weaving in (whole / "README.md").read_text()
    assert do(whole, "apply", "--reverse", "moves.json").code == 0
    back = (
        whole / "survey.bib"
    ).read_text()  # the first entry of a file comes back as the last one
    assert sorted(back.strip().split("\n\n")) == sorted(bib.strip().split("\n\n"))


def test_an_order_that_cannot_be_is_named(do, whole):
    weaving, zigzag, apron = three_cards(do, whole)
    toml = whole / "categories.toml"
    toml.write_text(toml.read_text().replace("[categories.looms.cards]", '[categories.looms.cards]\nsort = ["title"]'))  # fmt: skip
    assert do(whole, "render").code == 0
    edit(whole, (apron + weaving + zigzag, apron + zigzag + weaving))
    named = json.loads(do(whole, "import", "README.md", "--json").out)
    assert [note["kind"] for note in named["notes"]] == ["order"]
    assert apron + zigzag + weaving in (whole / "README.md").read_text()


def test_a_new_paper_on_top_stays_there(do, whole):
    weaving, knots = lines_of(whole, "Weaving by", "Knots under")
    first = weaving.replace("Weaving by Cards", "An Apron of Linen").replace("/w)", "/a)")
    other = knots.replace("Knots under Load", "Ropes at Sea").replace("/k)", "/r)")
    edit(whole, (weaving, first + weaving), (knots, other + knots))
    text = kept(do, whole)
    assert text.index("An Apron") < text.index("Weaving by")
    assert text.index("Zigzag") < text.index("Ropes at") < text.index("Knots under")


def test_an_item_that_moves_to_another_section_stands_where_it_was_put(do, whole):
    weaving, knots = lines_of(whole, "Weaving by", "Knots under")
    edit(whole, (weaving, ""), (knots, knots + weaving))
    text = kept(do, whole)
    assert text.index("Knots under") < text.index("Weaving by")
    assert Survey.open(whole).paper("ada2020weaving").category_refs == ("looms/knots",)


@pytest.mark.parametrize("more", [" ⭐", " \U0001f525"])
def test_what_no_field_shows_is_named_and_not_undone(do, whole, more):
    [knots] = lines_of(whole, "Knots under")
    edited = knots.replace("Knots under Load", f"Knots under Load{more}")
    edit(whole, (knots, edited))
    read = do(whole, "import", "README.md")
    assert read.code == 1
    assert "is nothing that the entry of `cis2020knots` shows in this style" in read.err
    assert edited in (whole / "README.md").read_text(encoding="utf-8")
    assert do(whole, "render", "readme").code == 1


def test_a_remark_is_kept_beside_that_of_the_author(do, tmp_path):
    folder = tmp_path
    line = "- {}. ICML 2020. [[Paper]](https://example.org/{}) a remark of {}\n"
    items = "".join(line.format(title, n, n) for n, title in enumerate(["Weaving by Cards", "Zigzag Patterns of Threads", "Knots under Load"]))  # fmt: skip
    (folder / "README.md").write_text(f"# L\n\n## Looms\n\n{items}")
    assert do(folder, "import", "README.md", "--adopt").code == 0
    edit(folder, ("a remark of 1", "another remark"))
    assert "another remark" in kept(do, folder)
    bib = folder / "survey.bib"
    bib.write_text(bib.read_text().replace("another remark", "mine alone"))
    assert do(folder, "render", "--force").code == 0
    edit(folder, ("mine alone", "theirs"))
    assert "theirs" in kept(do, folder)


def test_fields_of_the_list_are_those_of_new_and_edited_items(do, tmp_path):
    line = "- **{}**, 1{} Jul 2023, [paper](https://example.org/{})\n"
    titles = [
        "Weaving by Cards",
        "Zigzag Patterns of Threads",
        "Knots under Load",
        "An Apron of Linen",
    ]
    items = [line.format(title, n, n) for n, title in enumerate(titles)]
    (tmp_path / "README.md").write_text(f"# L\n\n## Looms\n\n{''.join(items[:3])}")
    assert do(tmp_path, "import", "README.md", "--adopt").code == 0
    edit(tmp_path, (items[1], items[1].replace("11 Jul", "2 Aug")), (items[2], items[2] + items[3]))
    text = kept(do, tmp_path)
    assert items[3] in text
    assert "Threads**, 2 Aug 2023" in text
    assert Survey.open(tmp_path).papers[1].text("listed") == "2 Aug 2023"


def test_a_remark_that_nobody_sees_is_not_replaced(do, whole):
    bib = whole / "survey.bib"
    bib.write_text(bib.read_text().replace("  url = {https://example.org/k},", "  url = {https://example.org/k},\n  remark = {for me},"))  # fmt: skip
    [knots] = lines_of(whole, "Knots under")
    end = " |\n" if knots.startswith("|") else "\n"
    edited = knots.removesuffix(end) + f" (with an appendix){end}"
    edit(whole, (knots, edited))
    assert do(whole, "import", "README.md").code == 1
    assert "remark = {for me}" in bib.read_text()
    assert "with an appendix" in (whole / "README.md").read_text()


def test_blanks_alone_change_nothing(do, whole):
    [knots] = lines_of(whole, "Knots under")
    edit(whole, (knots, knots.replace("Knots under", "Knots  under")))
    noted = json.loads(do(whole, "import", "README.md", "--json").out)
    assert [note["kind"] for note in noted["notes"]] == ["same"]
    assert noted["changes"] == []


def test_a_badge_and_a_known_heading_of_another_section(do, whole):
    [knots] = lines_of(whole, "Knots under")
    badge = "[![Star](https://img.shields.io/github/stars/o/r)](https://github.com/o/r)"
    edit(whole, (knots, knots.replace("[[Paper]]", f"{badge} [[Paper]]") if "[[Paper]]" in knots else knots.replace(" |\n", f" {badge} |\n")))  # fmt: skip
    assert do(whole, "import", "README.md").code == 0
    assert Survey.open(whole).paper("cis2020knots").text("code") == "https://github.com/o/r"


def test_a_list_elsewhere_is_not_adopted(do, whole, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "LIST.md"
    other.write_text(LIST.read_text(encoding="utf-8"), encoding="utf-8")
    assert "is not in the survey's folder" in do(whole, "import", str(other), "--adopt").err


def test_a_region_of_one_category_with_headings(do, whole):
    readme = whole / "README.md"
    readme.write_text(
        "# L\n\n<!-- bib2awesome:begin papers category=looms -->\n<!-- bib2awesome:end papers -->\n"
    )
    assert do(whole, "render", "readme").code == 0
    weaving, knots = lines_of(whole, "Weaving by", "Knots under")
    new = knots.replace("Knots under Load", "Spindles of the North").replace("/k)", "/s)")
    table = "| Paper | Venue | Links |\n| --- | --- | --- |\n" if knots.startswith("|") else ""
    level = "#" * (lines_of(whole, "Knots\n")[0].count("#"))
    edit(
        whole,
        (weaving, weaving + new),
        (
            knots,
            f"{knots}\n{level} Spindles\n\n{table}{new.replace('Spindles', 'Distaffs').replace('/s)', '/d)')}",
        ),
    )
    assert do(whole, "import", "README.md").code == 0
    survey = Survey.open(whole)
    assert len(survey.listed(survey.taxonomy["looms/spindles"])) == 1
    assert len(survey.listed(survey.taxonomy["looms/cards"])) == 3


def test_a_paper_that_is_twice_in_a_section_is_noted(do, whole):
    [knots] = lines_of(whole, "Knots under")
    edit(whole, (knots, knots + knots))
    noted = json.loads(do(whole, "import", "README.md", "--json").out)
    assert [note["kind"] for note in noted["notes"]] == ["duplicate"]
    assert knots + knots not in (whole / "README.md").read_text()


def test_papers_outside_of_the_regions_are_counted_and_adopted(do, folder):
    end = "## Citation"
    edit(folder, (end, f"## Flows\n\n{NEW}\n{end}"))
    noted = json.loads(do(folder, "import", "README.md", "--json").out)
    assert noted["notes"][0]["kind"] == "outside"
    assert do(folder, "import", "README.md", "--adopt").code == 0
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert "begin papers category=flows" in text
    assert NEW in text
    assert do(folder, "render", "--check", "readme").code == 0
    assert "nothing to change" in do(folder, "import", "README.md").err


def test_papers_below_a_region_of_their_section_stay(do, folder):
    below = "And one about scores:"
    edit(folder, (below, f"{NEW}\n{below}"), ("## Citation", f"## Flows\n\n{DDPM}\n## Citation"))
    adopted = do(folder, "import", "README.md", "--adopt")
    assert "its section has a region: written in there, `import` takes it" in adopted.err
    text = (folder / "README.md").read_text(encoding="utf-8")
    assert "begin papers category=flows" in text
    assert text.count(NEW) == 1
    assert Survey.open(folder).paper("flow2023matching") is None


@pytest.mark.parametrize(("old", "new"), [("#### Knots\n", "#### Knots and Ropes\n"), ("### Looms\n", "### Weaving\n")])  # fmt: skip
def test_a_reworded_heading_is_the_title_of_its_category(do, whole, old, new):
    edit(whole, (old, new))
    assert new in kept(do, whole)
    survey = Survey.open(whole)
    assert survey.paper("cis2020knots").category_refs == ("looms/knots",)
    assert {category.path for category in survey.taxonomy.walk()} == {"looms", "looms/cards", "looms/knots"}  # fmt: skip


def test_a_reworded_heading_of_other_papers_is_a_new_one(do, whole):
    [knots] = lines_of(whole, "Knots under")
    new = knots.replace("Knots under Load", "Spindles of the North").replace("/k)", "/s)")
    edit(whole, ("#### Knots\n", "#### Spindles\n"), (knots, new))
    assert do(whole, "import", "README.md").code == 0
    survey = Survey.open(whole)
    assert survey.taxonomy["looms/knots"].title == "Knots"
    assert len(survey.listed(survey.taxonomy["looms/spindles"])) == 1


def test_a_new_heading_becomes_a_category(do, whole):
    [knots] = lines_of(whole, "Knots under")
    new = knots.replace("Knots under Load", "Spindles of the North").replace("/k)", "/s)")
    table = "| Paper | Venue | Links |\n| --- | --- | --- |\n" if knots.startswith("|") else ""
    edit(whole, (knots, f"{knots}\n#### Spindles & More\n\n{table}{new}"))
    assert do(whole, "import", "README.md").code == 0
    survey = Survey.open(whole)
    assert survey.taxonomy["looms/spindles-and-more"].title == "Spindles & More"
    assert len(survey.listed(survey.taxonomy["looms/spindles-and-more"])) == 1


def test_a_heading_in_the_table_of_a_category_is_refused(do, tmp_path):
    head = "| Title | Paper |\n|---|---|\n"
    row = "| {} | [paper](https://example.org/{}) |\n"
    rows = [row.format(title, n) for n, title in enumerate(["Weaving by Cards", "Zigzag Patterns of Threads", "Knots under Load"])]  # fmt: skip
    (tmp_path / "README.md").write_text(f"# L\n\n## Looms\n\n{head}{''.join(rows[:2])}\nThe end.\n")
    assert do(tmp_path, "import", "README.md", "--adopt").code == 0
    edit(tmp_path, (rows[1], f"{rows[1]}\n### Knots\n\n{head}{rows[2]}"))
    assert do(tmp_path, "import", "README.md").code == 1
    assert "### Knots" in (tmp_path / "README.md").read_text()


def test_a_heading_in_a_region_without_any_is_refused(do, folder):
    edit(folder, (DDPM, DDPM + "\n### Flows\n\n" + NEW))
    refused = json.loads(do(folder, "import", "README.md", "--json").out)
    assert refused["changes"] == []
    reasons = {one["reason"] for one in refused["not_understood"]}
    assert "it stands below a heading in a region without any" in reasons


def test_of_a_conflict_both_sides_are_read(do, folder):
    edit(folder, (DDPM, f"<<<<<<< HEAD\n{DDPM}=======\n{NEW}>>>>>>> theirs\n"))
    read = json.loads(do(folder, "import", "README.md", "--json").out)
    assert [one["key"] for one in read["changes"]] == ["flow2023matching"]
    assert {one["reason"] for one in read["not_understood"]} == {"a merge conflict, of which both sides are read"}  # fmt: skip
    assert do(folder, "render", "readme").code == 0


def test_line_ends_of_windows_change_nothing(do, folder):
    path = folder / "README.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert do(folder, "import", "README.md", "--check").code == 0
