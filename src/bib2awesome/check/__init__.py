"""What is wrong with a survey: rules, one file each, and what runs them."""

from __future__ import annotations
