"""An awesome list, read: structure, grammar, items, facts.

The way through, each step in its own file: text -> `blocks` (CommonMark with source lines) -> `structure`
(sections and items with spans) -> `grammar` (what most items look like) -> `reading` (facts of one item)
-> `listing` (all of it, as data). Start at `bib2awesome.importers.lists.listing.read_list`.
"""

from __future__ import annotations
