"""An awesome list, read: structure, grammar, items, facts.

The way through, each step in its own file:

- text -> `blocks` (CommonMark with source lines) and `inlines` (the pieces of one text), both by markdown-it, whose
  rules `block_rules` and `inline_rules` ask only where they can match;
- -> `outline`, `paragraphs` and `structure` (sections and items with spans; `starts`: which paragraphs are papers;
  `belonging`: what is of the item above; `headings` that are titles, and in `places` those that say where or when);
- -> `reading`, the facts of one item: its title (`titling`, which knows `plain_titles`, `bold_titles`,
  `quoted_titles`, and what is stuck to a title, `leading`, `author_year`, `nature_style`, `bracketed`, `trailing` and
  `volumes`), its links (`linking`; `citing`: those that cite), its columns (`cells`; `columns`: what each of a table
  holds, by `column_titles`) and the rest (`segments` of it: `beside_title` and `remainder`, with `bylines`); where
  each of them puts what it finds is `placing`; what a text says is told by `when_where`, `journals`, `people` and
  `labels`;
- -> `listing`, all of it as data, read as most items are (`habits`; `grammar`: their form; `categories`: the taxonomy
  and the title);
- -> `works` and `planning`, entries and categories (`field_names`: what columns and labels are called in entries;
  `new_works`: items of one work, put together by `merging`; `contradictions` between them; `gains`: what known papers
  get).

Start at `bib2awesome.importers.lists.listing.read_list`.
"""

from __future__ import annotations
