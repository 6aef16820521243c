"""What git says about the files of a survey."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from bib2awesome.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["base_of", "file_at", "prefix", "renames"]

_SECONDS = 60


def _git(folder: Path, *words: str) -> bytes | None:
    """Return what git prints, None where it fails.

    Raises:
        InputError: There is no git.
    """
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and what is the user's stands behind a `--`
            ["git", "-C", str(folder), *words],  # noqa: S607 - the user's own git
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise InputError(f"git cannot be started: {error}", hint="install git") from None
    return done.stdout if done.returncode == 0 else None


def base_of(folder: Path, reference: str) -> str:
    """Return the commit to compare with: where HEAD left `reference`, else `reference` itself.

    So what the main branch gained meanwhile is no change of this branch. Without the history that
    tells (a shallow clone) it is `reference` as it is.

    Raises:
        InputError: git knows no such revision, or the folder is in no repository.
    """
    end = ("--end-of-options", f"{reference}^{{commit}}")
    found = _git(folder, "rev-parse", "--verify", "--quiet", *end)
    if found is None:
        if _git(folder, "rev-parse", "--git-dir") is None:
            raise InputError("`--since` needs a git repository")
        hint = "in a workflow, check out the whole history: `fetch-depth: 0`"
        raise InputError(f"git knows no revision `{reference}`", hint=hint)
    commit = found.decode().strip()
    base = _git(folder, "merge-base", commit, "HEAD")
    return base.decode().split()[0] if base and base.strip() else commit


def file_at(folder: Path, commit: str, path: str) -> bytes | None:
    """Return a file, by its path from `folder`, as it was in a commit; None where it was not there."""
    return _git(folder, "cat-file", "blob", f"{commit}:./{path}")


def renames(folder: Path, commit: str) -> dict[str, str]:
    """Return what files below `folder` were called in a commit, by the names that they have now.

    Both are paths from `folder`; files that kept their name are left out.
    """
    options = ("--name-status", "-z", "--find-renames", "--diff-filter=R", "--relative")
    found = _git(folder, "diff", *options, commit, "--") or b""
    words = found.decode("utf-8", "surrogateescape").split("\0")[:-1]
    return {new: old for _, old, new in zip(*[iter(words)] * 3, strict=True)}


def prefix(folder: Path) -> str:
    """Return the path of `folder` in its repository with a `/` behind it; "" at its root, or in none."""
    try:
        found = _git(folder, "rev-parse", "--show-prefix")
    except InputError:
        return ""
    return (found or b"").decode("utf-8", "replace").strip()
