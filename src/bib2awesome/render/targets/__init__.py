"""The outputs, one file each."""

from __future__ import annotations
