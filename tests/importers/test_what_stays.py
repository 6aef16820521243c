"""What of a list is left as it is when it is adopted, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

from bib2awesome.errors import InputError, RefusedError
from tests.importers.test_adoption import adopted, regions

GOOD = """\
## Good

- [Denoising Diffusion Implicit Models](https://arxiv.org/abs/2010.02502)
- [Progressive Distillation for Fast Sampling](https://arxiv.org/abs/2202.00512)
"""
STAYS = {
    "bullets of html": "<ul>\n<li><a href='https://arxiv.org/abs/2006.11239'>Denoising Diffusion Probabilistic Models</a></li>\n</ul>",
    "tabs": "- Topic\n\t- [Denoising Diffusion Probabilistic Models](https://arxiv.org/abs/2006.11239)\n\t- [Score-Based Generative Modeling through Equations](https://arxiv.org/abs/2011.13456)",
    "quotation": "> - [Denoising Diffusion Probabilistic Models](https://arxiv.org/abs/2006.11239)",
    "row above": "| Paper | Code |\n|---|---|\n| **2020** | |\n| [Denoising Diffusion Probabilistic Models](https://arxiv.org/abs/2006.11239) | [code](https://github.com/hojonathanho/diffusion) |",
    "row below": "| Paper | Code |\n|---|---|\n| [Denoising Diffusion Probabilistic Models](https://arxiv.org/abs/2006.11239) | [code](https://github.com/hojonathanho/diffusion) |\n| ... | |",
}


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_what_cannot_be_a_region_stays_byte_for_byte(tmp_path: Path, text: str) -> None:
    new = adopted(tmp_path, f"# A List\n\n{GOOD}\n## Odd\n\n{text}\n")
    assert text in new
    assert any("good" in region for region in regions(new))


def test_links_to_files_beside_the_list_stay_links(tmp_path: Path) -> None:
    local = "- [Weaving with {} Looms and More](papers/{}.pdf), ICML 2020\n"
    web = "- [Dyeing with {} Colours and More](https://example.org/{}), ICML 2021\n"
    items = "".join(web.format(n, n) for n in "abcd")
    new = adopted(tmp_path, "# L\n\n## A\n\n" + items + local.format("two", "x") + "\n")
    assert "\n" + local.format("two", "x") in new.partition("bib2awesome:end")[2]
    other = tmp_path / "other"
    other.mkdir()
    with pytest.raises(RefusedError) as caught:
        adopted(other, "# L\n\n## A\n\n" + local.format("two", "x") * 3)
    [finding] = caught.value.findings
    assert str(finding.place) == "README.md:5"
    assert finding.hint == "`papers/x.pdf` would be lost, so it stays as it is"


TAGGED = "# L\n\n## A\n\n" + "".join(
    f"- **Weaving {n} looms**, ICML 2020. [[p]](https://example.org/{n})\n" for n in "abc"
)


def test_a_marker_that_is_cut_in_half_is_named_and_not_what_it_hides(tmp_path: Path) -> None:
    text = TAGGED.replace("## ", "<!-- bib2awesome:begin papers\n## ", 1)
    with pytest.raises(InputError) as caught:
        adopted(tmp_path, text + "\n<!-- bib2awesome:end papers -->\n")
    [finding] = caught.value.findings
    assert finding.message == "a marker that does not end on its line"
    assert list(tmp_path.iterdir()) == [tmp_path / "README.md"]
