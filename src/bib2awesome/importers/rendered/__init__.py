"""A README that `render` wrote and somebody edited: what differs becomes a plan.

`sides` are the two files, `edits` compares them, `placing` finds the category of an item, `proposals` makes
changes of what it says, `moving` moves entries for a new order, `anew` renders what a plan would make, and
`staying` looks for what would go unsaid.
"""

from __future__ import annotations
