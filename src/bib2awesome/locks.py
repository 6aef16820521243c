"""One writer at a time: a lock for each file, held from the comparison with what was read to the rename.

The lock files are in the cache folder, none beside the user's own.
"""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from bib2awesome.errors import InputError, Place

__all__ = ["locked"]

LOCK_SECONDS = 30.0
"""How long to wait for another bib2awesome that is writing the same file."""


@contextlib.contextmanager
def locked(target: Path, place: Place) -> Iterator[None]:
    """Hold the lock of a file, which need not exist yet.

    Args:
        target: The file itself, no link to it; its folder exists.
        place: How messages name it.

    Raises:
        InputError: Another program has held it for `LOCK_SECONDS`, or no lock file can be made.
    """
    from hashlib import sha256  # noqa: PLC0415

    from filelock import FileLock, Timeout  # noqa: PLC0415  (12 ms that only writing pays)

    # The folder's identity, so that every way to name the file finds the same lock.
    status = target.parent.stat()
    key = f"{status.st_dev}:{status.st_ino}:{os.path.normcase(target.name).casefold()}"
    lock = FileLock(_folder() / f"{sha256(key.encode('utf-8', 'replace')).hexdigest()}.lock")
    try:
        lock.acquire(timeout=LOCK_SECONDS)
    except Timeout:
        raise InputError(
            f"another bib2awesome has been writing this file for {LOCK_SECONDS:.0f} seconds",
            place=place,
            hint="wait for it to end, then run the command again",
        ) from None
    try:
        yield
    finally:
        lock.release()


def _folder() -> Path:
    import tempfile  # noqa: PLC0415

    from platformdirs import user_cache_path  # noqa: PLC0415

    own = os.environ.get("BIB2AWESOME_CACHE_DIR")
    cache = Path(own) if own else user_cache_path("bib2awesome", appauthor=False)
    user = os.getuid() if hasattr(os, "getuid") else 0
    for folder in (cache / "locks", Path(tempfile.gettempdir()) / f"bib2awesome-{user}"):
        if _is_usable(folder, user):
            return folder
    raise InputError(
        "neither the cache folder nor the folder for temporary files can be written",
        place=Place(cache.as_posix()),
        hint="set BIB2AWESOME_CACHE_DIR to a folder that can",
    )


def _is_usable(folder: Path, user: int) -> bool:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return False
    # In a folder for everybody's temporary files, another user may have put a link there.
    return stat.S_ISDIR(status.st_mode) and status.st_uid == user and os.access(folder, os.W_OK)
