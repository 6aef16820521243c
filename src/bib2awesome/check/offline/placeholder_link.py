"""Link that is a placeholder.

`TODO`, `#` or `https://github.com/xxx` was to be replaced, and leads nowhere.

Bad:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, code = {https://github.com/xxx/xxx}}

Good:

    @misc{hopper1952, title = {On Compilers}, year = {1952}, code = {https://github.com/hopper/a-0}}
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.check.base import Checked, Fix, Problem, remove_field, rule
from bib2awesome.errors import Severity
from bib2awesome.papers.links import is_placeholder


@rule("L007", Severity.WARNING, fix="unsafe")
def check(checked: Checked) -> Iterator[Problem]:
    """Find link fields that hold a stand-in."""
    links = [name for name in checked.fields if name.startswith("link-")]
    for paper, name, value in checked.having("url", "code", *links):
        if is_placeholder(value):
            yield Problem(
                f"`{value}` in `{name}` is a placeholder",
                paper,
                name,
                hint="give the address, or remove the field",
                fix=Fix(remove_field(paper, name), safe=False),
            )
