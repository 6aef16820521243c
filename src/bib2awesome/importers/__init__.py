"""Existing lists and files, turned into entries and categories: one file per importer."""

from __future__ import annotations
