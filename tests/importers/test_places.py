"""What items say in words and places of their own comes back where it stood."""

from __future__ import annotations

import re
import tomllib

import pytest

from bib2awesome.importers.adoption.marking import Part
from bib2awesome.importers.adoption.skeleton import Skeleton
from bib2awesome.importers.adoption.slots import one_link
from bib2awesome.papers.survey import Survey
from bib2awesome.render.base import render
from tests.importers.test_adoption import adopted
from tests.importers.test_odd_looks import TITLES, items

PAPER = "[[Paper]](https://arxiv.org/abs/230{n}.0000{n})"
LISTS = {
    "remarks on two lines": items(
        "* **{t}** | [Code](https://github.com/o/r{n})\n  * Ada Lovelace, Charles Babbage\n"
        "  * Institute of Engines {n}, Hall of Numbers\n  * [ECCV202{n}] https://arxiv.org/abs/230{n}.0000{n}\n"
        "  * Engine number {n}, with a remark"
    ),
    "remarks before and behind": items(f'* Net{{n}}: "{{t}}" CVPR. {PAPER}\n  讲第{{n}}个方法\uff0c用于采样\uff1b很快。'),
    "a remark before only some": items(f'* Net{{n}}: "{{t}}" CVPR. {PAPER}\n  method {{n}}, in many words').replace("Net5: ", ""),
    "tags in code": items("- `fast_{n}` `small` `tag_{n}` [{t}](https://arxiv.org/abs/230{n}.0000{n})"),
    "badges": items(
        f"- **{{t}}**. ![](https://img.shields.io/badge/Kind_{{n}}-DCE7F1) ![](https://img.shields.io/badge/Same-red) {PAPER}"
    ),
    "venues spelled as nowhere else": items(f"- {{t}}. Openreview 202{{n}}. {PAPER}"),
    "preprints without an id": items("- (arXiv 202{n}) **{t}** [[Paper]](https://example.org/{n}.pdf)"),
    "short years": items(f"- [ICLR2{{n}}] {{t}} {PAPER}"),
    "months without a zero": items("- **{t}**, 202{n}.{n} [[Paper]](https://example.org/{n}.pdf)"),
    "files as attributes": items(f"- {{t}}, Lovelace et al., ICLR 202{{n}} {PAPER} | [Bibtex](./all.bib#L{{n}})"),
    "two with an and": "".join(
        f"- {title}. *{names}*. ICML 202{n}. {PAPER.format(n=n)}\n"
        for n, (title, names) in enumerate(
            zip(TITLES, ["Ada Lovelace and Charles Babbage", "Ada Lovelace, Charles Babbage, Mary Somerville"] * 3, strict=True), 1
        )
    ),
    "an ampersand": items(f"- {{t}}. Ada Lovelace, Charles Babbage & Mary Somerville. ICML 202{{n}}. {PAPER}"),
}  # fmt: skip


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_a_list_comes_back_line_by_line(tmp_path, text):
    new = adopted(tmp_path, f"# L\n\n## Models\n\n{text}\n## Notes\n\nThe end.\n")
    gone = [line.rstrip() for line in text.split("\n") if line.rstrip() not in new.split("\n")]
    assert not gone


def test_a_second_date_is_no_date_of_its_own(tmp_path):
    dated = items("- **{t}**. ICLR 202{n}. [[pdf]](https://example.org/{n}), 202{n}.0{n}")
    new = adopted(tmp_path, f"# L\n\n## A\n\n{dated}")
    assert all(title in new for title in TITLES)


def test_a_paper_that_is_alone_below_a_text_stays(tmp_path):
    first, second, *_ = items(f"- {{t}}. ICML 2020. {PAPER}").splitlines()
    new = adopted(tmp_path, f"# L\n\n## A\n\n{first}\n{second}\n\nAgain:\n\n{first}\n\nThe end.\n")
    assert new.count("begin papers") == 1
    assert "Again:" in new


def test_rows_without_one_frame(tmp_path):
    rows = [
        f"| {TITLES[0]} | [p](https://example.org/1) | a |",
        f"|{TITLES[1]}| [p](https://example.org/2)|b|",
        f"| {TITLES[2]}|[p](https://example.org/3) |  c|",
    ]
    new = adopted(
        tmp_path, "# L\n\n## A\n\n| Title | Link | Note |\n|--|--|--|\n" + "\n".join(rows) + "\n"
    )
    assert all(title in new for title in TITLES[:3])


def test_what_looks_like_jinja_is_text(tmp_path):
    rows = "".join(
        f"| {title} | [p](https://example.org/{n}) | {{{{ {n} }}}} |\n"
        for n, title in enumerate(TITLES)
    )
    text = f"# L\n\n## A\n\n| Title | Link | Cost |\n|--|--|--|\n{rows}\n## B\n\n- Another Title of Words [p](https://example.org/b)\n- Yet Another Title of Words [p](https://example.org/c)\n"
    new = adopted(tmp_path, text)
    assert all(f"{{{{ {n} }}}}" in new for n in range(len(TITLES)))


def test_items_that_share_a_line_and_marks_in_items_stay(tmp_path):
    pair = "- A Title with Words [a](https://example.org/1)\n"
    marked = f"- {TITLES[1]} [b](https://example.org/2)\n  `bib2awesome:` is the tool\n"
    new = adopted(
        tmp_path,
        f"# L\n\n## A\n\n{pair}{pair.replace('/1', '/9').replace('A Title', 'Some Title')}\n## B\n\n{marked}\n## C\n\n{items('- {t} [p](https://example.org/c{n})')}",
    )
    assert marked in new


def test_preprints_show_their_venue_once_they_have_one(tmp_path):
    adopted(tmp_path, "# L\n\n## A\n\n" + items("+ {t}, arxiv 2023, [[paper]](https://arxiv.org/pdf/230{n}.0000{n})"))  # fmt: skip
    bib = tmp_path / "survey.bib"
    assert "howpublished" not in bib.read_text()
    bib.write_text(bib.read_text().replace("  eprint        = {2302.00002},", "  journal = {Nature},\n  eprint        = {2302.00002},"))  # fmt: skip
    shown = render(Survey.open(tmp_path), ["readme"], force=True)
    text = next(one for one in shown if one.path == "README.md").data.decode()
    assert f"+ {TITLES[1]}, Nature 2023, [[paper]]" in text
    assert f"+ {TITLES[0]}, arxiv 2023, [[paper]]" in text


def test_pages_of_authors_have_no_place_of_their_own(tmp_path):
    names = (
        "[Ada Lovelace](https://ada.example.org/), [Charles Babbage](https://charles.example.org/)"
    )
    adopted(
        tmp_path,
        "# L\n\n## A\n\n" + items(f"- **{{t}}**<br>\n  *{names}*<br>\n  ICML 202{{n}} {PAPER}"),
    )
    item = tomllib.loads((tmp_path / "categories.toml").read_text())["render"]["item"]
    assert "lovelace" not in item.lower()


def test_words_of_one_item_stand_beside_no_other(tmp_path):
    rows = "".join(
        f"| M{n} | [{name}, A. (202{n}). {title}. In _Proceedings {n}_.](https://example.org/{n}) | ICLR | 202{n} |\n"
        for n, (title, name) in enumerate(zip(TITLES, "ABCDEF", strict=True), 1)
    )
    new = adopted(
        tmp_path, f"# L\n\n## A\n\n| Model | Paper | Venue | Year |\n|--|--|--|--|\n{rows}"
    )
    for n, title in enumerate(TITLES, 1):
        row = next(line for line in new.split("\n") if f"example.org/{n}" in line)
        assert title in row
        assert not re.search(rf"Proceedings [^{n}]", row)


def test_a_year_that_was_not_understood_is_not_given_to_others(tmp_path):
    dated = items("- **2016-12** | {t} | Ada Lovelace | [Nature](https://example.org/{n})").split(
        "\n"
    )[:3]
    plain = items("- {t} | Ada Lovelace | [Nature](https://example.org/{n})").split("\n")[3:6]
    new = adopted(tmp_path, "# L\n\n## A\n\n" + "\n".join([*dated, *plain]) + "\n")
    for line in new.split("\n"):
        if any(title in line for title in TITLES[3:]):
            assert "2016" not in line


@pytest.mark.parametrize(
    "names",
    [
        ("Lovelace, Ada & Babbage, Charles", "Turing, Alan, Hopper, Grace & Shannon, Claude", "Noether, Emmy et al."),
        ("Ada Lovelace; Charles Babbage", "Alan Turing; Grace Hopper; Claude Shannon", "Emmy Noether et al."),
        ("Lovelace, Ada and Babbage, Charles", "Turing, Alan and Hopper, Grace and Shannon, Claude", "Noether, Emmy, et al."),
        ("Ada Lovelace and Charles Babbage", "Alan Turing, Grace Hopper, and Claude Shannon", "Emmy Noether et al."),
        ("Ada Lovelace & Charles Babbage", "Alan Turing, Grace Hopper & Claude Shannon", "Emmy Noether and others"),
    ],
)  # fmt: skip
def test_names_are_joined_as_the_list_joins_them(tmp_path, names):
    titles = ["Weaving by machine at scale", "Colours that do not fade in the sun", "Spinning wool without sheep at all"]  # fmt: skip
    items = "".join(
        f"- {title}. *{some}*, ICML 202{n}. [[paper]](https://arxiv.org/abs/200{n}.00003)\n"
        for n, (title, some) in enumerate(zip(titles, names, strict=True))
    )
    text = f"# Looms\n\n## Weaving\n\n{items}"
    assert items in adopted(tmp_path, text)
    template = tomllib.loads((tmp_path / "categories.toml").read_text())["render"]["item"]
    assert len(template) < 450


INSIDE = (
    "- [{t} - CVPR - 2018](https://arxiv.org/abs/180{n}.0000{n})\n"
    "- [{t} - ECCV - 2016](https://arxiv.org/abs/160{n}.0001{n}) [[code](https://github.com/o/r{n})]\n"
)


def test_a_link_around_title_and_venue_says_of_each_paper_its_own(tmp_path):
    text = "".join(
        INSIDE.format(t=f"{title} {word}", n=n).splitlines(keepends=True)[n % 2]
        for n, (title, word) in enumerate(zip(TITLES, "ABCDEF", strict=True), 1)
    )
    assert text in adopted(tmp_path, f"# L\n\n## Models\n\n{text}")


def test_of_links_around_titles_most_count(tmp_path):
    some = items(f"- [{{t}}]({PAPER[10:-1]}) ICML 202{{n}}").splitlines(keepends=True)
    odd = some[2].replace("](", ", ICML 2023](").replace(") ICML 2023", ")")
    few = "".join([*some[:2], odd, *some[3:]])
    new = adopted(tmp_path, f"# L\n\n## Models\n\n{few}")
    assert all(line in new for line in [*some[:2], *some[3:]])
    assert TITLES[2] in new
    assert ", ICML 2023](" not in new


def test_a_column_of_years_stays_one(tmp_path):
    row = "| [Lovelace, A. (202{n}). {t}. In _Journal of Looms_.](https://example.org/{n}) | 202{n} | [code](https://github.com/o/r{n}) |"
    head = "| Paper | Year | Code |\n| --- | --- | --- |\n"
    new = adopted(tmp_path, f"# L\n\n## Models\n\n{head}{items(row)}")
    for n, title in enumerate(TITLES, 1):
        [line] = [one for one in new.splitlines() if title in one]
        assert f"| 202{n} |" in line
        assert f"](https://example.org/{n})" in line


def test_words_beside_the_titles_of_some_are_said_of_no_others(tmp_path):
    some = items(f"- **{{t}}** {PAPER}").splitlines(keepends=True)
    odd = [one.replace("**", "**New: ", 1) if n < 2 else one for n, one in enumerate(some)]
    new = adopted(tmp_path, f"# L\n\n## Models\n\n{''.join(odd)}")
    assert all(line in new for line in some[2:])


def test_stars_that_lead_to_the_code_stand_for_it(tmp_path):
    star = "[![Star](https://img.shields.io/github/stars/o/r{n}.svg?style=social)](https://github.com/o/r{n})"
    code = "[Code](https://gitlab.com/o/r{n})"
    lines = [
        f"- {title} {PAPER} {star if n % 3 else code}\n".replace("{n}", str(n))
        for n, title in enumerate(TITLES, 1)
    ]
    assert "".join(lines) in adopted(tmp_path, f"# L\n\n## Models\n\n{''.join(lines)}")


def test_a_venue_with_its_year_is_followed_by_no_second_one(tmp_path):
    lines = [
        f"- [{title}](https://example.org/{n}), {'ICML ' * (n < 3)}202{n}.\n"
        for n, title in enumerate(TITLES, 1)
    ]
    new = adopted(tmp_path, f"# L\n\n## Models\n\n{''.join(lines)}")
    assert all(line.rstrip(".\n") in new for line in lines)
    assert "2021, 2021" not in new


def test_signs_are_said_of_those_that_have_them(tmp_path):
    line = "| 202{n}.0{n} |{sign}[Net{n}] {t} (@Institute {n}) | [[pdf]](https://example.org/{n}{end}) |\n"
    rows = "".join(
        line.format(n=n, t=title, sign="🔥🔥" if n < 4 else "", end="" if n < 4 else ".pdf")
        for n, title in enumerate(TITLES, 1)
    )
    head = "| Date | Title | Paper |\n|:---|:---|:---|\n"
    new = adopted(tmp_path, f"# L\n\n## Models\n\n{head}{rows}")
    for n, title in enumerate(TITLES, 1):
        [shown] = [one for one in new.splitlines() if title in one]
        assert ("🔥🔥" in shown) == (n < 4)
    assert "🔥" not in (tmp_path / "categories.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", ["- **{t}** {p}\n  - Env: [Web], Net{n}", "- {t} {p} [oral]"])
def test_words_in_brackets_come_back_without_backslashes(tmp_path, form):
    text = items(form.replace("{p}", PAPER))
    assert text in adopted(tmp_path, f"# L\n\n## Models\n\n{text}")


def test_labels_that_are_names_are_those_of_each_paper(tmp_path):
    names = ["Bush", "Turing", "Dijkstra", "Dijkstra", "Dijkstra", "Ritchie, Thompson"]
    text = "".join(
        f"- {title}. [{some} (19{70 + n})](https://example.org/{n}).\n"
        for n, (title, some) in enumerate(zip(TITLES, names, strict=True))
    )
    assert text in adopted(tmp_path, f"# L\n\n## Models\n\n{text}")


def test_a_label_of_some_is_not_that_of_all(tmp_path):
    labels = ["Ada's copy", "Ada's copy", "Ada's copy", "Bo's", "Cy's", "Di's", "Eve's", "Flo's"]
    text = "".join(
        f"- Weaving {word} looms at scale. ICML 20{10 + n}. [{label}](https://example.org/{n})\n"
        for n, (word, label) in enumerate(zip("abcdefgh", labels, strict=True))
    )
    new = adopted(tmp_path, f"# L\n\n## Models\n\n{text}")
    assert new.count("Ada's copy") <= 3


def test_code_of_one_framework_is_not_said_to_be_of_another(tmp_path):
    kinds = ["caffe", "caffe", "caffe", "torch", "tensorflow", "official", "jax", "matlab"]
    text = "".join(
        f"- Weaving {word} looms at scale. ICML 20{10 + n}. [{kind}](https://github.com/o/r{n})\n"
        for n, (word, kind) in enumerate(zip("abcdefgh", kinds, strict=True))
    )
    new = adopted(tmp_path, f"# L\n\n## Models\n\n{text}")
    assert new.count("caffe") <= 3


def test_a_link_holds_the_title_alone_where_it_mostly_does():
    whole = Skeleton((Part("title", "[**{title}**]({url})"),), ("- ", ""))
    opening, target = Part("opening", "["), Part("target", "]({url})")
    more = Skeleton(
        (opening, Part("title", "**{title}**"), Part("tag", "{venue}"), target),
        ("- ", "", ", ", "", ""),
    )
    assert one_link([whole, whole, more])[2].parts == (Part("title", "[**{title}**]({url})"),)
    [parted, *_] = one_link([whole, more, more])
    assert [part.slot for part in parted.parts] == ["opening", "title", "target"]
    assert parted.between == ("- ", "", "", "")
    bare = Skeleton((Part("title", "{title}"),), ("- ", ""))
    assert one_link([bare, more])[0] is bare


def test_words_of_most_stay_though_the_blanks_beside_them_differ(tmp_path):
    line = "- [{t}](https://example.org/{n})\n  - Ada Lovelace, Bo Dye\n  - Publisher:{blanks}ICML 202{n}\n"
    text = "".join(
        line.format(t=title, n=n, blanks=" " * (1 + n % 2)) for n, title in enumerate(TITLES, 1)
    )
    new = adopted(tmp_path, f"# L\n\n## Models\n\n{text}")
    assert new.count("  - Publisher:") == len(TITLES)
