"""What real TeX makes of the generated files."""

from __future__ import annotations
