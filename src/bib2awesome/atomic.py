"""Replace a file's bytes so that it is old or new, whole, at any moment; and what systems say instead.

The steps: a temporary file in the same folder, fsync, rename over the file (rename(2) is atomic). The
temporary file has no name until it is complete where the system can do that (`O_TMPFILE`, Linux).
Elsewhere, and in the instant between its name and the rename, a `kill -9` can leave one behind; the
next write to the same file removes it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

from bib2awesome.errors import InputError, Place

__all__ = ["Prepared", "prepared", "problem", "replace", "write_whole"]

_BINARY = getattr(os, "O_BINARY", 0)
_NAMELESS = getattr(os, "O_TMPFILE", 0)
_DESCRIPTORS = Path("/proc/self/fd")
_SHARING_VIOLATIONS = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation."""


def replace(target: Path, data: bytes, *, exists: bool) -> None:
    """Replace (or create) `target`, which is no link; its lock must be held.

    Mode and, where allowed, owner of an existing file stay. Raises OSError; then, as on any other
    exception (Ctrl-C), nothing has changed and nothing is left behind.
    """
    prepared(target, data, exists=exists).commit()


class Prepared:
    """New bytes that are on the disk already, beside the file they are going to be."""

    def __init__(self, target: Path, temporary: Path) -> None:
        self.target = target
        self._temporary = temporary

    def commit(self) -> None:
        """Put the new bytes in the place of the old; raises OSError, and then nothing has changed."""
        try:
            os.replace(self._temporary, self.target)  # noqa: PTH105
        except BaseException:
            self.discard()
            raise
        _sync_folder(self.target.parent)

    def discard(self) -> None:
        """Take the new bytes away again; nothing where they were committed."""
        with contextlib.suppress(OSError):
            self._temporary.unlink()


def prepared(target: Path, data: bytes, *, exists: bool) -> Prepared:
    """Write the bytes that `target` is going to have, as `replace` does, and stop before the rename."""
    prefix = _temporary_prefix(target)
    _remove_leftovers(target.parent, prefix)
    temporary = target.parent / f"{prefix}{os.urandom(6).hex()}.tmp"
    try:
        handle = _open_temporary(temporary)
        try:
            if exists:
                _keep_mode(handle, target)
            write_whole(handle, data)
            os.fsync(handle)
            _give_name(handle, temporary)
        finally:
            os.close(handle)
    except BaseException:
        # Also on Ctrl-C; where it never had a name there is nothing to remove.
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return Prepared(target, temporary)


def _temporary_prefix(target: Path) -> str:
    from hashlib import sha256  # noqa: PLC0415

    # Of fixed length: the file's own name may be as long as the file system allows.
    digest = sha256(target.name.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    return f".bib2awesome-{digest}-"


def _remove_leftovers(folder: Path, prefix: str) -> None:
    """Remove what a killed writer of this file left; the lock says that it is nobody's any more."""
    with os.scandir(folder) as found:
        for item in found:
            if item.name.startswith(prefix) and item.name.endswith(".tmp"):
                with contextlib.suppress(OSError):
                    os.unlink(item.path)  # noqa: PTH108


def _open_temporary(temporary: Path) -> int:
    if _NAMELESS and _DESCRIPTORS.is_dir():
        # Some file systems cannot (EOPNOTSUPP), some kernels do not know it (EISDIR, EINVAL).
        with contextlib.suppress(OSError):
            return os.open(temporary.parent, os.O_WRONLY | _NAMELESS, 0o666)
    return os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)


def _give_name(handle: int, temporary: Path) -> None:
    if os.fstat(handle).st_nlink == 0:
        # linkat(2) with AT_SYMLINK_FOLLOW, as open(2) describes for O_TMPFILE. Python calls it only
        # with a folder's descriptor, which an absolute path then ignores.
        os.link(_DESCRIPTORS / str(handle), temporary, src_dir_fd=handle, follow_symlinks=True)


def _keep_mode(handle: int, target: Path) -> None:
    status = target.stat()
    if hasattr(os, "fchown"):
        # Only root may give a file away; a group one belongs to is allowed.
        with contextlib.suppress(OSError):
            os.fchown(handle, status.st_uid, status.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(handle, stat.S_IMODE(status.st_mode))


def write_whole(handle: int, data: bytes) -> None:
    """Write all of `data`, however little of it the system takes at once."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where folders can be opened and synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


_SAID: dict[int, tuple[str, str | None]] = {
    errno.ENOENT: ("there is no such file", None),
    errno.ENOTDIR: ("a part of the path is a file, not a folder", None),
    errno.EISDIR: ("this is a folder, not a file", None),
    errno.ELOOP: ("its symbolic links lead in a circle", "remove the link"),
    errno.ENAMETOOLONG: ("the name is too long for the file system", None),
    errno.EROFS: ("the file system is read-only", None),
    errno.EFBIG: ("the file system refuses a file of this size", "make room, then run it again"),
    errno.ENOSPC: ("the disk is full", "make room, then run the command again"),
    errno.EDQUOT: ("the disk quota is used up", "make room, then run the command again"),
    errno.ENXIO: ("this is a pipe or a device, not a file", "save it to a file"),
}


def problem(error: Exception, path: Path, place: Place, done: str) -> InputError:
    """Turn what the system said into a sentence; the file was not `done` (read or written)."""
    number = getattr(error, "errno", None)
    if isinstance(error, PermissionError):
        if getattr(error, "winerror", None) in _SHARING_VIOLATIONS and not path.is_dir():
            what = "another program has the file open, or it is write-protected"
            return InputError(what, place=place, hint="close it there, then run the command again")
        folder = "folder" if path.is_dir() else "file"
        return InputError(
            f"permission denied: the {folder} cannot be {done}", place=place, hint=None
        )
    if number == errno.ENOENT and path.is_symlink():
        hint = "remove the link, or make the file that it names"
        return InputError("its symbolic link leads nowhere", place=place, hint=hint)
    said = _SAID.get(number) if isinstance(number, int) else None
    if said is not None:
        return InputError(said[0], place=place, hint=said[1])
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f"the file cannot be {done}: {reason}", place=place)
