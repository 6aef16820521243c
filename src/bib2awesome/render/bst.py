"""A .bst style, run by pybtex: where it is found, and what it makes of a bibliography."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from bib2awesome.errors import InputError

if TYPE_CHECKING:
    from bib2awesome.render.base import Present

__all__ = ["bibliography"]


def bibliography(bib: str, style: str, present: Present) -> tuple[str, list[str]]:
    """Return the .bbl of a bibliography with all its entries, and what the style complains of.

    Args:
        bib: The bibliography, in classic BibTeX.
        style: The style without `.bst`: a file of the survey, else of the TeX installation.
        present: Reads a file of the survey.

    Raises:
        InputError: The style is nowhere, or cannot be run.
    """
    from pybtex import errors  # noqa: PLC0415 - for whoever asks for a .bbl
    from pybtex.bibtex import bst  # noqa: PLC0415
    from pybtex.bibtex.exceptions import BibTeXError  # noqa: PLC0415
    from pybtex.bibtex.interpreter import Interpreter  # noqa: PLC0415
    from pybtex.database.input.bibtex import Parser  # noqa: PLC0415
    from pybtex.exceptions import PybtexError  # noqa: PLC0415

    source = _style(style, present)
    with errors.capture() as complaints:
        try:
            script = list(bst.parse_string(source))
            run = Interpreter(Parser, "utf-8").run
            text = run(script, ["*"], [io.StringIO(bib)], min_crossrefs=2)
        except (PybtexError, BibTeXError, ValueError, LookupError, TypeError) as error:
            raise InputError(
                f"the style `{style}.bst` cannot be run: {error}", hint="is it a BibTeX style?"
            ) from None
    return text.rstrip() + "\n", list(dict.fromkeys(str(one) for one in complaints))


def _style(style: str, present: Present) -> str:
    data = present(f"{style}.bst")
    if data is None:
        path = _installed(f"{style}.bst")
        if path is None:
            raise InputError(
                f"there is no style `{style}.bst`, in the survey's folder or in a TeX installation",
                hint="put the file into the survey's folder",
            )
        data = path.read_bytes()
    return data.decode("utf-8", "replace").replace("\r\n", "\n")


def _installed(file: str) -> Path | None:
    """Return where TeX has a file, None where it or TeX is not installed."""
    tool = shutil.which("kpsewhich")
    if tool is None or "/" in file or file.startswith("-"):
        return None
    done = subprocess.run(  # noqa: S603 - one word, no shell
        [tool, "--", file],
        capture_output=True,
        check=False,
        encoding="utf-8",
        errors="replace",
        timeout=30,
    )
    found = done.stdout.strip()
    return Path(found) if found else None
