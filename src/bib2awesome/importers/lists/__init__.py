"""An awesome list, read: structure, grammar, items, facts.

The way through, each step in its own file: text -> `blocks` (CommonMark with source lines) and `inlines` (the
pieces of one text) -> `outline`, `paragraphs` and `structure` (sections and items with spans) -> `reading` (facts of one
item: `linking`, `titling`, `trailing`, `remainder`) -> `listing` (all of it, as data, read as most items are; `categories`: the
taxonomy and the title) -> `works`
and `planning` (entries and categories; `gains`: what known papers get). Start at `bib2awesome.importers.lists.listing.read_list`.
"""

from __future__ import annotations
