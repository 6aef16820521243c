"""Ways of writing that many lists have: the lines come back as they were."""

from __future__ import annotations

from tests.importers.test_adoption import adopted
from tests.importers.test_own_looks import items, same, settings


def listed(lines: list[str], head: str = "") -> str:
    return "# L\n\n## A\n\n" + head + "\n".join(lines) + "\n"


def numbered(form: str) -> list[str]:
    """Return items with numbers whose ids are those of real months."""
    return [f"{n}. {line}" for n, line in enumerate(items(form)[1:], 1)]


def test_a_sign_in_front_stays_there_though_a_place_is_named_behind(tmp_path):
    rows = items(
        "|202{n}.0{n}|🔥[**Net{n}**] {t}(@Loom Works {n})|[[pdf]](https://arxiv.org/abs/2{n}0{n}.0000{n})|"
    )[1:]
    rows[1:3] = [row.replace("🔥", "🔥🔥") for row in rows[1:3]]
    text = listed(rows, "|Date|Title|Paper|\n|:---:|:---:|:---:|\n")
    same(text, adopted(tmp_path, text))


def test_papers_that_are_known_by_their_numbers_get_no_links(tmp_path):
    lines = [
        f"Part {year} of {line.partition('. ')[2]}".replace(":23", f":{year}")
        for year in range(16, 24)
        for line in numbered("{t}. Sato et al. arXiv:230{n}.0000{n}")
    ]
    lines = [f"{n}. {line}" for n, line in enumerate(lines, 1)]
    lines[7] += " [paper](https://arxiv.org/abs/1703.00003)"
    text = listed(lines)
    new = adopted(tmp_path, text)
    same(text, new)
    assert new.count("](") == 1


def test_of_preprints_only_the_year_is_said(tmp_path):
    form = "- **{t}.** *Ada Sato.* 20{yy}. [paper](https://arxiv.org/abs/{yy}0{n}.0000{n})"
    lines = items(form)[1:]
    lines[3:] = [line.replace("* 20", "* ICML 20") for line in lines[3:]]
    another = lines[0].replace("Looms", "Spindles").replace(".00001", ".00007")
    new = adopted(tmp_path, listed([*lines, another.replace("* 20", "* arXiv 20")]))
    same(listed(lines), new)


def test_the_number_in_a_venue_is_that_of_each_paper(tmp_path):
    lines = numbered(
        "A. Sato, “{t},” CoRR, vol. abs/230{n}.0000{n}, 2023. [Paper](https://arxiv.org/abs/230{n}.0000{n})"
    )
    text = listed(lines)
    same(text, adopted(tmp_path, text))
    assert "2301.00001" not in settings(tmp_path)


def test_points_of_a_list_keep_their_words_and_numbers(tmp_path):
    form = "#### [{t}](https://arxiv.org/abs/230{n}.0000{n})\n\nICML {y}\n\n1. plain point {n} on cloth\n2. weaves by hand {n}"
    blocks = items(form)[1:]
    blocks[1:] = [f"{block}\n3. needs no shuttle {n}\n" for n, block in enumerate(blocks[1:])]
    marked = blocks[2].replace("plain point 3 on cloth", "some **loose** thread and *one* knot")
    text = listed([*blocks[:2], marked, *blocks[3:]])
    same(text, adopted(tmp_path, text))


def test_no_stop_stands_behind_a_stop(tmp_path):
    form = "{t}. In *ICML {y}*. [[pdf](https://example.org/{n})]"
    lines = [f"- Part {n} of {line}" for n in range(3) for line in items(form.replace("org/", f"org/{n}"))]  # fmt: skip
    lines[2] = lines[2].replace(" In *ICML 2020*.", "")
    text = listed(lines)
    same(text, adopted(tmp_path, text))


def test_a_second_link_does_not_begin_as_an_item_does(tmp_path):
    lines = [line[3:] for line in numbered("- [[ICML{y}](https://example.org/{n})] {t}")]
    again = lines[1].replace("org/2", "org/b2")
    new = adopted(tmp_path, listed([*lines, again]))
    same(listed(lines[2:]), new)
    assert "Colours [" in new


def test_a_picture_says_of_no_paper_what_it_says_of_another(tmp_path):
    form = (
        '- {t} (**ICML {y}**) [[paper](https://example.org/{n})] <sub><img alt="tags: cloth {n}" '
        'src="https://img.shields.io/static/v1?label=tags&amp;message=cloth{n}&amp;color=blue" height="16"></sub>'
    )
    lines = items(form)
    lines[4:] = [line.replace("cloth", "yarn") for line in lines[4:]]
    new = adopted(tmp_path, listed(lines))
    assert all(f"message=cloth{n}&" in new for n in range(4))
    assert "tags: cloth" not in new


def test_a_name_in_front_of_one_title_begins_no_second_item(tmp_path):
    form = "- {t} | **[ICML' {yy}]** | [`[pdf]`](https://example.org/{n})"
    lines = items(form) + items(form.replace("{t}", "Part Two of {t}").replace("org/", "org/b"))
    lines[3] = lines[3].replace("- ", "- [**Net3**]", 1)
    text = listed(lines)
    same(text, adopted(tmp_path, text))


def test_two_items_of_another_look_keep_it(tmp_path):
    papers = items("- {yy}-ICML-{t}")
    tools = [
        "- [Loom](https://loom.example.org/): The weaving kit of the works",
        "- [Reed](https://reed.example.org/): A comb for many threads",
    ]
    text = listed(papers) + "\n## B\n\n" + "\n".join(tools) + "\n"
    same(text, adopted(tmp_path, text))
