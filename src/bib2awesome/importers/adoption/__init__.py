"""A list's own README becomes one with regions, in its own look: `import LIST.md --adopt`.

The way through: `spans` (what stands where in an item's Markdown) -> `skeleton` (an item as slots and what
is between them) -> `voting` (most items' slots become a template) -> `styling` (options of categories.toml)
-> `adopting` (regions in the file, rendered and compared with what stood there).
"""

from __future__ import annotations
