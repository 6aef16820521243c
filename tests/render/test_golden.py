from __future__ import annotations

from pathlib import Path

import pytest

from bib2awesome.papers.survey import Survey
from bib2awesome.render.base import render

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
CASES = sorted(case.name for case in GOLDEN.iterdir() if (case / "README.md").is_file())


def render_golden(case: str, readme: bytes | None = None) -> bytes:
    """Render a case twice, and once more from what came out; all three are the same bytes."""
    folder = GOLDEN / case
    files = {"README.md": (folder / "README.md").read_bytes() if readme is None else readme}
    first = render(Survey.open(folder), ["readme"], present=files.get)[0]
    again = render(Survey.open(folder), ["readme"], present=files.get)[0]
    assert first.refused is None
    assert first.data == again.data
    files["README.md"] = first.data
    from_own = render(Survey.open(folder), ["readme"], present=files.get)[0]
    assert from_own.data == first.data
    assert not from_own.changes
    return first.data


@pytest.mark.parametrize("case", CASES)
def test_readme_is_as_expected(case, update_golden):
    expected = GOLDEN / case / "expected" / "README.md"
    data = render_golden(case)
    if update_golden:
        expected.parent.mkdir(exist_ok=True)
        expected.write_bytes(data)
    assert data.decode() == expected.read_bytes().replace(b"\r\n", b"\n").decode()


@pytest.mark.parametrize("newline", [b"\r\n", b"\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("case", CASES)
def test_line_ends_and_bom_survive_and_change_nothing_else(case, bom, newline):
    source = (GOLDEN / case / "README.md").read_bytes().replace(b"\r\n", b"\n")
    converted = bom + source.replace(b"\n", newline)
    plain = render_golden(case, source)
    assert render_golden(case, converted) == bom + plain.replace(b"\n", newline)
    # A checkout that converts line ends is no edit by hand.
    assert render_golden(case, bom + plain.replace(b"\n", newline)) == bom + plain.replace(
        b"\n", newline
    )
