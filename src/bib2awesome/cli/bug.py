"""The text for an issue, when something went wrong that nobody expected."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Sequence
from pathlib import PurePath

from bib2awesome import __version__
from bib2awesome.errors import visible

__all__ = ["issue_text"]

_PACKAGE = "bib2awesome"


def issue_text(error: BaseException, words: Sequence[str]) -> str:
    """Return a few lines that say what ran, where it failed and how it got there.

    Paths are cut at the package, so that the text tells nothing about the machine but its system
    and its Python.
    """
    frames = [
        f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    lines = [
        f"bib2awesome {__version__}, Python {platform.python_version()}, {sys.platform}",
        f"command: bib2awesome {' '.join(words)}",
        f"{type(error).__name__}: {error}",
        *frames,
    ]
    return visible("\n".join(lines)) + "\n"


def _short(filename: str) -> str:
    parts = PurePath(filename).parts
    for root in (_PACKAGE, "site-packages", "lib"):
        if root in parts:
            last = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[last if root == _PACKAGE else last + 1 :])
    return parts[-1]
