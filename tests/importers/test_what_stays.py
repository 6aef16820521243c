"""What of a list is left as it is when it is adopted, and why."""

from __future__ import annotations

from pathlib import Path

import pytest

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
