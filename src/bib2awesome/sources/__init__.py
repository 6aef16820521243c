"""The outside world: bibliographic services, asked politely and read with care."""

from __future__ import annotations
