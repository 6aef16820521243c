"""The disk: reading with clear errors, and the one atomic writer.

`write` is how every file of ours comes to be. At any moment, also after `kill -9` or a power cut, the
file holds its old or its new bytes, whole. The steps: lock, compare with what was read, write a
temporary file in the same folder, fsync it, rename it over the file (rename(2) is atomic).

The temporary file has no name until it is complete where the system can do that (`O_TMPFILE`, Linux).
Elsewhere, and in the instant between its name and the rename, a `kill -9` can leave one behind; the
next write to the same file removes it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from bib2awesome.errors import InputError, Place, RefusedError
from bib2awesome.paths import relative_problem

__all__ = ["find_survey", "inside", "present", "read", "write"]

MOST_BYTES = 1 << 30
"""Larger files are refused: a bibliography of a gigabyte is a mistake, and reading it would swap."""
LOCK_SECONDS = 30.0
"""How long to wait for another bib2awesome that is writing the same file."""

_BINARY = getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_NAMELESS = getattr(os, "O_TMPFILE", 0)
_DESCRIPTORS = Path("/proc/self/fd")
_SHARING_VIOLATIONS = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation."""


def read(path: Path, name: str | None = None) -> bytes:
    """Return the bytes of a regular file.

    Args:
        path: The file; symbolic links are followed.
        name: How messages name it; the path with `/` by default.

    Raises:
        InputError: It is missing, a folder, a pipe or device, unreadable, or over 1 GiB.
    """
    place = Place(name or path.as_posix())
    try:
        # Opening a named pipe would wait for its writer; O_NONBLOCK comes back at once.
        handle = os.open(path, os.O_RDONLY | _NO_WAIT | _BINARY)
    except (OSError, ValueError) as error:
        raise _problem(error, path, place, "read") from error
    with open(handle, "rb") as file:  # noqa: PTH123  (a descriptor, not a path)
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            raise InputError("this is a folder, not a file", place=place)
        if not stat.S_ISREG(status.st_mode):
            raise InputError(
                "this is a pipe or a device, not a file", place=place, hint="save it to a file"
            )
        if status.st_size > MOST_BYTES:
            raise InputError(f"the file has {status.st_size >> 20} MiB; at most 1024", place=place)
        try:
            return file.read()
        except OSError as error:
            raise _problem(error, path, place, "read") from error


def present(path: Path, name: str | None = None) -> bytes | None:
    """Return the bytes of a file, or None where there is none; errors as `read`."""
    return read(path, name) if os.path.lexists(path) else None


def write(path: Path, data: bytes, *, expected: bytes | None, name: str | None = None) -> bool:
    """Replace the file's content by `data`, atomically.

    The mode (and, where allowed, the owner) stay; a symbolic link stays one and the file behind it is
    replaced. A new file's folders are made.

    Args:
        path: The file.
        data: Its new content.
        expected: What it held when it was read, or None where it did not exist.
        name: How messages name it; the path with `/` by default.

    Returns:
        Whether anything was written; not where `data` is what was expected.

    Raises:
        RefusedError: The file is not what was expected: it changed since it was read.
        InputError: The file system refuses (permission, full disk, loop of links, locked by another
            program); the file is as it was.
    """
    if data == expected:
        return False
    place = Place(name or path.as_posix())
    try:
        target = _followed(path)
        with _folders(target.parent), _locked(target, place):
            _compare(path, target, expected, place)
            _replace(target, data, expected is not None)
    except (OSError, ValueError) as error:
        raise _problem(error, path, place, "written") from error
    return True


def inside(folder: Path, relative: str) -> Path:
    """Return the path of a file that a setting names, sure to lie below `folder`.

    Raises:
        InputError: `relative` is absolute, holds `..`, a backslash or a drive letter, or a symbolic
            link on the way leads out of the folder or in a circle.
    """
    wrong = relative_problem(relative)
    if wrong:
        raise InputError(f"the path `{relative}` {wrong}")
    path = folder / relative
    try:
        end = _followed(path)
        root = _followed(folder)
    except OSError as error:
        raise _problem(error, path, Place(relative), "read") from error
    if not end.is_relative_to(root):
        raise InputError(
            f"the path `{relative}` leaves the survey's folder through a symbolic link",
            hint="put the file itself there",
        )
    return path


def find_survey(start: Path) -> Path:
    """Return the nearest folder with categories.toml or survey.bib, from `start` up.

    The search ends at the root of the repository (the folder with `.git`), else of the file system.

    Raises:
        InputError: There is none.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        if any(os.path.lexists(folder / name) for name in ("categories.toml", "survey.bib")):
            return folder
        if os.path.lexists(folder / ".git"):
            break
    raise InputError(
        "there is no survey here: no categories.toml or survey.bib in this folder or above it",
        place=Place(start.as_posix()),
        hint="`bib2awesome init` starts one; `-C DIR` works on another folder",
    )


def _followed(path: Path) -> Path:
    """Resolve links; raises OSError (ELOOP) on a circle, which `realpath` alone would hide."""
    try:
        return Path(os.path.realpath(path, strict=True))
    except FileNotFoundError:
        return Path(os.path.realpath(path))


@contextlib.contextmanager
def _folders(folder: Path) -> Iterator[None]:
    """Make a folder and those above it; takes back the ones it made when the write fails."""
    made = []
    while not folder.exists():
        made.append(folder)
        folder = folder.parent
    try:
        for missing in reversed(made):
            missing.mkdir(exist_ok=True)
        yield
    except BaseException:
        for missing in made:
            # Not empty, or gone: then it is another's by now.
            with contextlib.suppress(OSError):
                missing.rmdir()
        raise


@contextlib.contextmanager
def _locked(target: Path, place: Place) -> Iterator[None]:
    """Hold the lock of a file; its lock file is in the cache folder, none beside the user's."""
    from hashlib import sha256  # noqa: PLC0415

    from filelock import FileLock, Timeout  # noqa: PLC0415  (12 ms that only writing pays)

    # The folder's identity, so that every way to name the file finds the same lock.
    status = target.parent.stat()
    key = f"{status.st_dev}:{status.st_ino}:{os.path.normcase(target.name).casefold()}"
    lock = FileLock(_lock_folder() / f"{sha256(key.encode('utf-8', 'replace')).hexdigest()}.lock")
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


def _lock_folder() -> Path:
    import tempfile  # noqa: PLC0415

    from platformdirs import user_cache_path  # noqa: PLC0415

    own = os.environ.get("BIB2AWESOME_CACHE_DIR")
    user = os.getuid() if hasattr(os, "getuid") else 0
    cache = Path(own) if own else user_cache_path("bib2awesome", appauthor=False)
    for folder in (cache / "locks", Path(tempfile.gettempdir()) / f"bib2awesome-{user}"):
        with contextlib.suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if os.access(folder, os.W_OK):
                return folder
    raise InputError(
        "neither the cache folder nor the folder for temporary files can be written",
        place=Place(cache.as_posix()),
        hint="set BIB2AWESOME_CACHE_DIR to a folder that can",
    )


def _compare(path: Path, target: Path, expected: bytes | None, place: Place) -> None:
    if present(target, place.file) != expected:
        raise RefusedError(
            "the file changed while bib2awesome was working; nothing was written",
            place=place,
            hint="run the command again",
        )
    # rename(2) would replace a write-protected file without asking.
    if expected is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "write-protected", str(path))


def _replace(target: Path, data: bytes, exists: bool) -> None:  # noqa: FBT001
    prefix = _temporary_prefix(target)
    _remove_leftovers(target.parent, prefix)
    temporary = target.parent / f"{prefix}{os.urandom(6).hex()}.tmp"
    try:
        handle = _open_temporary(temporary)
        try:
            if exists:
                _keep_mode(handle, target)
            _write_all(handle, data)
            os.fsync(handle)
            _give_name(handle, temporary)
        finally:
            os.close(handle)
        os.replace(temporary, target)  # noqa: PTH105
    except BaseException:
        # Also on Ctrl-C; where it never had a name, or was moved already, there is nothing to remove.
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


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


def _write_all(handle: int, data: bytes) -> None:
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


def _problem(error: Exception, path: Path, place: Place, done: str) -> InputError:
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
    said = _SAID.get(number) if isinstance(number, int) else None
    if said is not None:
        return InputError(said[0], place=place, hint=said[1])
    reason = getattr(error, "strerror", None) or str(error)
    return InputError(f"the file cannot be {done}: {reason}", place=place)
