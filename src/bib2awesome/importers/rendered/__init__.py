"""A README that `render` wrote and somebody edited: what differs becomes a plan.

`planning` is the way in. `sides` are the two files, `edits` compares them, `pairing` finds the old self of an
item, `placing` its category, `wording` what it says in the list's own words; `proposals` makes changes of it,
`moving` moves entries for a new order, `anew` renders what a plan would make, `staying` looks for what would
go unsaid, and `outside` for papers beside the regions and lines in regions of another kind.
"""

from __future__ import annotations
