"""The files of `--plan` and `apply`: a plan is saved as JSON, and read as nothing but data."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bib2awesome.cli.session import STANDARD_INPUT
from bib2awesome.errors import InputError, Place

if TYPE_CHECKING:
    from bib2awesome.cli.session import Session
    from bib2awesome.papers.changes import Plan

__all__ = ["read_plan", "save_plan"]


def read_plan(session: Session, name: str) -> Plan:
    """Read the plan in a file, or on standard input where its name is `-`.

    Raises:
        InputError: It cannot be read, or is no plan.
    """
    from bib2awesome import files  # noqa: PLC0415 - start-up
    from bib2awesome.papers.changes import Plan  # noqa: PLC0415 - start-up

    if name == "-":
        return Plan.loads(sys.stdin.buffer.read(), STANDARD_INPUT)
    return Plan.loads(files.read(session.folder / name, name), name)


def save_plan(session: Session, name: str, plan: Plan) -> None:
    """Write a plan to a file, relative to the session's folder; a plan that is there is replaced.

    Raises:
        InputError: The file holds something else, or the file system refuses.
    """
    import json  # noqa: PLC0415 - start-up

    from bib2awesome import files  # noqa: PLC0415 - start-up

    path = session.folder / name
    present = files.present(path, name)
    if present is not None and not _is_plan(present):
        raise InputError(
            "this file holds something else than a plan, and is not replaced by one",
            place=Place(name),
            hint="name another file",
        )
    text = json.dumps(plan.to_json(), ensure_ascii=False, indent=2) + "\n"
    files.write(path, text.encode(), expected=present, name=name)


def _is_plan(data: bytes) -> bool:
    import json  # noqa: PLC0415 - start-up

    try:
        raw = json.loads(data) if data.strip() else {"version": 1, "changes": []}
    except (ValueError, RecursionError):
        return False
    return isinstance(raw, dict) and {"version", "changes"} <= raw.keys()
