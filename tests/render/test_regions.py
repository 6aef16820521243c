from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.errors import InputError
from bib2awesome.render.markers import is_marker
from bib2awesome.render.regions import KINDS, Page, checksum, rewritten
from tests.render.surveys import PAPERS, make, outputs, region, rendered

BEGIN, END = "<!-- bib2awesome:begin papers -->\n", "<!-- bib2awesome:end papers -->\n"


def problems(text):
    with pytest.raises(InputError) as caught:
        Page.read(text.encode(), "README.md")
    assert all(finding.code == "R005" for finding in caught.value.findings)
    return [(finding.place.line, finding.message) for finding in caught.value.findings]


def render_all(page, text="new"):
    return rewritten(page, lambda _: text, lambda *_: text)


def test_blank_content_is_filled_and_the_rest_kept(tmp_path):
    readme = "before\n\n" + PAPERS + "after  \n\tno end"
    text = rendered(make(tmp_path, readme=readme))
    assert text.startswith("before\n\n" + BEGIN + "\n### A\n\n- **[ICLR 2021]** A Title.")
    assert text.endswith(" -->\nafter  \n\tno end")
    content = text.partition(BEGIN)[2].partition("<!-- bib2awesome:end")[0]
    assert f"end papers sha256:{hashlib.sha256(content.encode()).hexdigest()} -->" in text


def test_what_was_edited_by_hand_is_refused(tmp_path):
    folder = make(tmp_path, readme=PAPERS)
    text = rendered(folder)
    edited = text.replace("A Title", "My Title")
    (folder / "README.md").write_text(edited)
    [output] = outputs(folder)
    assert output.refused == "the region `papers` was edited by hand; it is not overwritten"
    assert output.present == edited.encode()
    assert output.data == text.encode()
    [finding] = output.findings
    assert (finding.code, finding.severity, str(finding.place)) == (
        "R001",
        "error",
        "README.md:1:1",
    )
    assert rendered(folder, force=True) == text


def test_content_without_a_checksum_is_somebodys(tmp_path):
    [output] = outputs(make(tmp_path, readme=f"{BEGIN}mine\n{END}"))
    assert output.refused == "the region `papers` has no checksum; it is not overwritten"


def test_a_lost_checksum_is_found_again(tmp_path):
    folder = make(tmp_path)
    text = rendered(folder)
    (folder / "README.md").write_text(text.partition(" sha256")[0] + " -->\n")
    assert rendered(folder) == text


def test_emptied_content_is_filled_again(tmp_path):
    readme = f"{BEGIN}  \n\n<!-- bib2awesome:end papers sha256:{'0' * 64} -->\n"
    assert "A Title" in rendered(make(tmp_path, readme=readme))


def test_only_the_edited_region_is_named(tmp_path):
    other = "<!-- bib2awesome:begin badges -->\nmine\n<!-- bib2awesome:end badges -->\n"
    [output] = outputs(make(tmp_path, readme=PAPERS + other))
    assert [finding.place.line for finding in output.findings] == [3]


@given(
    text=st.text(alphabet="ab \n\r\t#<>`é", max_size=60),
    behind=st.text(alphabet="ab \n\r`", max_size=20),
    bom=st.booleans(),
)
def test_hand_written_text_is_never_touched(text, behind, bom):
    mark = "\ufeff" if bom else ""
    source = f"{mark}{text}\n\n{BEGIN}{END}{behind}"
    try:
        page = Page.read(source.encode(), "README.md")
    except InputError:
        return
    result = render_all(page).data.decode()
    if not page.regions:
        assert result == source
        return
    assert result.startswith(f"{mark}{text}\n\n{BEGIN}")
    assert result.endswith(f" -->\n{behind}")
    again = render_all(Page.read(result.encode(), "README.md"))
    assert again.data.decode() == result
    assert not again.edited


def test_line_ends_do_not_count_for_the_checksum(tmp_path):
    folder = make(tmp_path)
    text = rendered(folder)
    for newline in ("\r\n", "\r"):
        (folder / "README.md").write_bytes(text.replace("\n", newline).encode())
        [output] = outputs(folder)
        assert output.refused is None
        assert not output.changes


def test_a_marker_keeps_its_indentation(tmp_path):
    text = rendered(make(tmp_path, readme="  " + BEGIN + "   " + END))
    assert "\n   <!-- bib2awesome:end papers sha256:" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BEGIN, [(1, "the region `papers` has no end")]),
        (END, [(1, "a region ends that did not begin")]),
        (
            BEGIN + BEGIN + END,
            [(2, "a region begins inside the region of line 1")],
        ),
        (
            BEGIN + "<!-- bib2awesome:end toc -->\n",
            [(2, "the region `papers` ends as `toc`")],
        ),
        (BEGIN + END + BEGIN + END, [(3, "the region `papers` is already on line 1")]),
        (
            "<!-- bib2awesome:begin paper -->\n<!-- bib2awesome:end paper -->\n",
            [(1, "unknown region `paper`")],
        ),
        (
            "<!-- bib2awesome:begin -->\n<!-- bib2awesome:end -->\n",
            [(1, "a region without a name")],
        ),
        ("<!-- bib2awesome:start papers -->\n", [(1, "unknown marker `bib2awesome:start`")]),
        ("<!-- bib2awesome: -->\n", [(1, "unknown marker `bib2awesome:`")]),
        (
            "<!-- bib2awesome:begin papers depht=own x headings=some headings= -->\n" + END,
            [
                (1, "unknown argument `depht` of the region `papers`"),
                (1, "unknown argument `x` of the region `papers`"),
                (1, "`headings` cannot be `some`"),
                (1, "the argument `headings` is there twice"),
            ],
        ),
        (
            "<!-- bib2awesome:begin papers category= -->\n" + END,
            [(1, "`category` cannot be ``")],
        ),
        (
            "<!-- bib2awesome:begin toc levels=7 -->\n<!-- bib2awesome:end toc -->\n",
            [(1, "`levels` cannot be `7`")],
        ),
        (
            BEGIN + "<!-- bib2awesome:end papers sha256:xyz -->\n",
            [(2, "`sha256:xyz` is not a checksum")],
        ),
        (
            "# A\n\n" + BEGIN.replace("-->", "").replace("\n", "") + "\n- x\n" + END,
            [(3, "a marker that does not end on its line")],
        ),
        ("a\n<!-- open\n" + BEGIN.replace("-->", ""), [(2, "a comment that never closes")]),
        (
            END + BEGIN,
            [(1, "a region ends that did not begin"), (2, "the region `papers` has no end")],
        ),
    ],
)
def test_wrong_markers_are_errors_with_their_lines(text, expected):
    assert problems(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        f"```\n{BEGIN}```\n",
        f"~~~html\n{BEGIN}{END}~~~\n",
        f"```\n{BEGIN.replace(' -->', '')}{END}```\n",
        f"- a\n\n  ```\n  {BEGIN}  ```\n",
        f"    {BEGIN}",
        f"\t{BEGIN}",
        f"<!--\n{BEGIN}text\n",
        f"<pre>\n{BEGIN}</pre>\n",
        "text <!-- bib2awesome:begin papers -->\n",
        "<!-- bib2awesome:begin papers --> text\n",
        "> <!-- bib2awesome:begin papers -->\n",
        "`<!-- bib2awesome:begin papers -->`\n",
        "<!-- bib2awesome:begin\npapers -->\n",
    ],
)
def test_what_only_looks_like_a_marker_is_text(text):
    page = Page.read(text.encode(), "README.md")
    assert page.regions == []
    assert render_all(page).data == text.encode()


def test_a_region_may_follow_code_that_shows_one():
    text = f"```html\n{BEGIN}{END}```\n\n{BEGIN}{END}"
    [found] = Page.read(text.encode(), "README.md").regions
    assert (found.begin, found.end) == (5, 6)


def test_what_a_region_holds_cannot_hide_its_end():
    text = f"{BEGIN}```\n<!--\n- [ ] x\n{END}\n{BEGIN.replace('papers', 'toc')}{END.replace('papers', 'toc')}"
    page = Page.read(text.encode(), "README.md")
    assert [region.kind for region in page.regions] == ["papers", "toc"]


def test_a_comment_that_swallows_a_begin_is_named():
    text = f"<!-- to do\n\n{BEGIN}{END}"
    with pytest.raises(InputError) as caught:
        Page.read(text.encode(), "README.md")
    (finding,) = caught.value.findings
    assert str(finding.place) == "README.md:1:1"
    assert finding.message == "a comment that never closes hides the begin of a region on line 3"


def test_a_begin_in_code_is_none():
    text = f"<!-- shown below -->\n\n    {BEGIN}{END}"
    with pytest.raises(InputError) as caught:
        Page.read(text.encode(), "README.md")
    (finding,) = caught.value.findings
    assert (str(finding.place), finding.hint) == ("README.md:4:1", None)


def test_every_region_is_described():
    for kind in KINDS.values():
        assert kind.help
        assert all(argument.help for argument in kind.arguments)


def test_generated_text_cannot_hold_a_marker(tmp_path):
    toml = "[survey]\n[categories.a]\nitem = '''\n- {{ title }}\n<!-- bib2awesome:end papers -->\n'''\n"
    with pytest.raises(InputError, match="has a region marker in it"):
        outputs(make(tmp_path, toml=toml))


def test_a_marker_in_a_title_is_text(tmp_path):
    title = r"{<!{-}{-} bib2awesome:end papers {-}{-}>}"
    bib = f"@misc{{a, title = {title}, category = {{a}}}}\n"
    folder = make(tmp_path, bib=bib)
    (folder / "README.md").write_text(rendered(folder))
    assert not outputs(folder)[0].changes
    assert not is_marker(region(rendered(folder)).splitlines()[-1])
    assert rendered(folder).count("<!-- bib2awesome:end") == 1


def test_checksums_are_over_utf8():
    assert checksum("é\n") == hashlib.sha256("é\n".encode()).hexdigest()


# Merge conflicts


def conflict(ours, theirs, base=None):
    middle = f"||||||| base\n{base}" if base is not None else ""
    return f"<<<<<<< HEAD\n{ours}{middle}=======\n{theirs}>>>>>>> other\n"


def test_conflicts_in_a_region_are_rendered_away(tmp_path):
    folder = make(tmp_path)
    text = rendered(folder)
    lines = text.splitlines(keepends=True)
    item, end = next(line for line in lines if "A Title" in line), lines[-1]
    ours = (
        item.replace("A Title", "One"),
        "<!-- bib2awesome:end papers sha256:" + "1" * 64 + " -->\n",
    )
    theirs = (
        item.replace("A Title", "Two"),
        "<!-- bib2awesome:end papers sha256:" + "2" * 64 + " -->\n",
    )
    inside = text.replace(item, conflict(ours[0], theirs[0], item))
    around = text.replace(item + "\n" + end, conflict("\n".join(ours), "\n".join(theirs)))
    apart = text.replace(item, conflict(ours[0], theirs[0])).replace(
        end, conflict(ours[1], theirs[1])
    )
    deleted = text.replace(item, conflict("", theirs[0]))
    for broken in (inside, around, apart, deleted):
        assert broken != text
        for newline in ("\n", "\r\n"):
            (folder / "README.md").write_bytes(("x\n" + broken).replace("\n", newline).encode())
            assert rendered(folder) == ("x\n" + text).replace("\n", newline)


def test_a_conflict_that_adds_a_region_is_settled(tmp_path):
    both = conflict(BEGIN + "one\n" + END, BEGIN + "two\n" + END)
    assert "A Title" in rendered(make(tmp_path, readme=both))


def test_conflicts_of_persons_stay(tmp_path):
    mine = conflict("my words\n", "your words\n")
    text = rendered(make(tmp_path, readme=mine + PAPERS))
    assert text.startswith(mine + BEGIN)


def test_a_conflict_over_the_edge_is_an_error(tmp_path):
    edge = BEGIN + conflict("x\n" + END + "my words\n", "y\n" + END + "your words\n")
    with pytest.raises(InputError, match="not only in a region") as caught:
        outputs(make(tmp_path, readme=edge))
    assert caught.value.findings[0].place.line == 2


def test_conflicts_in_the_bibtex_file_come_first(tmp_path):
    folder = make(tmp_path, readme=BEGIN + conflict("x\n", "y\n") + END)
    bib = (folder / "survey.bib").read_text()
    (folder / "survey.bib").write_text(conflict(bib, bib.replace("A Title", "B")))
    with pytest.raises(InputError, match="conflicts here and in the BibTeX file"):
        outputs(folder)


@pytest.mark.parametrize(
    "text", ["<<<<<<< HEAD\nx\n", "=======\n>>>>>>> x\n", "<<<<<<< a\n||||||| b\n>>>>>>> c\n"]
)
def test_half_a_conflict_is_text(tmp_path, text):
    assert rendered(make(tmp_path, readme=text + "\n" + PAPERS)).startswith(text)
