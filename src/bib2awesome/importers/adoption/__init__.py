"""A list's own README becomes one with regions, in its own look: `import LIST.md --adopt`.

The way through: `spans` and `marks` (what stands where in an item's Markdown) -> `skeleton` (an item as slots
and what is between them) -> `places`, `own_labels`, `own_tags` (what gets fields of its own) -> `voting` (most items' slots become a
template: `forms`, `joints`, `separators`, `guards`, `wording`, `filling`; `branches` writes it short; `variants` and `people` are what
few have otherwise) -> `styling`, `spacing` and `made` (options of categories.toml),
`paging` (regions in the file) -> `adopting` (rendered) -> `losing` (compared with what stood there).
"""

from __future__ import annotations
