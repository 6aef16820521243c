"""The disk: reading with clear errors, and the one atomic writer.

`write` is how every file of ours comes to be. At any moment, also after `kill -9` or a power cut, the
file holds its old or its new bytes, whole: under a lock it is compared with what was read, then
replaced (`bib2awesome.locks`, `bib2awesome.atomic`). `write_all` does it to several files at once, `append` adds lines.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from bib2awesome.atomic import Prepared, prepared, problem, replace, write_whole
from bib2awesome.errors import InputError, Place, RefusedError
from bib2awesome.locks import locked
from bib2awesome.paths import relative_problem

__all__ = ["New", "append", "find_survey", "inside", "present", "read", "write", "write_all"]

MOST_BYTES = 1 << 30
"""Larger files are refused: a bibliography of a gigabyte is a mistake, and reading it would swap."""

_BINARY = getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)


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
        raise problem(error, path, place, "read") from error
    try:
        status = os.fstat(handle)
        if stat.S_ISDIR(status.st_mode):
            raise InputError("this is a folder, not a file", place=place)
        if not stat.S_ISREG(status.st_mode):
            what = "this is a pipe or a device, not a file"
            raise InputError(what, place=place, hint="save it to a file")
        if status.st_size > MOST_BYTES:
            raise InputError(f"the file has {status.st_size >> 20} MiB; at most 1024", place=place)
        with open(handle, "rb", closefd=False) as file:
            return file.read()
    except OSError as error:
        raise problem(error, path, place, "read") from error
    finally:
        os.close(handle)


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
    with _explained(path, place, "written"):
        target = _followed(path)
        with _folders(target.parent), locked(target, place):
            _compare(path, target, expected, place)
            replace(target, data, exists=expected is not None)
    return True


class New(NamedTuple):
    """What a file is going to hold; the parts are the arguments of `write`."""

    path: Path
    data: bytes
    expected: bytes | None
    name: str


def write_all(changes: Sequence[New]) -> None:
    """Replace several files, all or none.

    Every file is locked, compared and written beside its old self before the first is renamed. A
    rename that fails after that takes back those before it; only a power cut between two renames can
    leave one file new and the other old, each of them whole.

    Raises:
        RefusedError: One of them is not what was expected; all are as they were.
        InputError: The file system refuses; all are as they were.
    """
    todo = [change for change in changes if change.data != change.expected]
    if len(todo) < 2:  # noqa: PLR2004
        for path, data, expected, name in todo:
            write(path, data, expected=expected, name=name)
        return
    with contextlib.ExitStack() as stack:
        ready: list[tuple[New, Prepared]] = []
        # Sorted: two programs that lock the same files never wait for each other.
        for change in sorted(todo, key=lambda change: str(change.path)):
            with _explained(change.path, Place(change.name), "written"):
                target = _followed(change.path)
                stack.enter_context(_folders(target.parent))
                stack.enter_context(locked(target, Place(change.name)))
                _compare(change.path, target, change.expected, Place(change.name))
                new = prepared(target, change.data, exists=change.expected is not None)
                stack.callback(new.discard)
                ready.append((change, new))
        _commit(ready)


def _commit(ready: Sequence[tuple[New, Prepared]]) -> None:
    done: list[tuple[New, Prepared]] = []
    try:
        for change, new in ready:
            done.append((change, new))
            with _explained(change.path, Place(change.name), "written"):
                new.commit()
    except BaseException:
        for change, new in done:
            with contextlib.suppress(OSError):  # the first error is the one to tell
                if change.expected is None:
                    new.target.unlink(missing_ok=True)
                else:
                    replace(new.target, change.expected, exists=True)
        raise


@contextlib.contextmanager
def _explained(path: Path, place: Place, done: str) -> Iterator[None]:
    """Say what the system says in a sentence, as an InputError."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise problem(error, path, place, done) from error


def append(path: Path, lines: Sequence[str], name: str | None = None) -> None:
    """Add lines to the end of a file that several programs may add to; makes it if it is not there.

    All lines go in one write under a lock. A last line that was torn (`kill -9`, a full disk) is
    closed first, so that it spoils no other.

    Raises:
        InputError: The file system refuses.
    """
    place = Place(name or path.as_posix())
    data = "".join(f"{line}\n" for line in lines).encode()
    with _explained(path, place, "written"):
        target = _followed(path)
        with _folders(target.parent), locked(target, place):
            flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | _NO_WAIT | _BINARY
            handle = os.open(target, flags, 0o666)
            try:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    raise InputError("this is a pipe or a device, not a file", place=place)
                size = os.lseek(handle, 0, os.SEEK_END)
                if size and _last_byte(handle, size) != b"\n":
                    data = b"\n" + data
                write_whole(handle, data)
                os.fsync(handle)
            finally:
                os.close(handle)


def _last_byte(handle: int, size: int) -> bytes:
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1)


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
        raise problem(error, path, Place(relative), "read") from error
    if not end.is_relative_to(root):
        raise InputError(
            f"the path `{relative}` leaves the survey's folder through a symbolic link",
            hint="put the file itself there",
        )
    return path


def find_survey(start: Path, config: Path | None = None) -> Path:
    """Return the nearest folder with categories.toml or survey.bib, from `start` up.

    The search ends at the root of the repository (the folder with `.git`), else of the file system.

    Args:
        start: The folder to start in.
        config: A file that serves as categories.toml: its folder counts as one that has it, and is
            the survey's where the search finds nothing.

    Raises:
        InputError: There is none.
    """
    try:
        start = Path(os.path.normpath(start.absolute()))
    except FileNotFoundError:
        raise InputError(
            "the current folder does not exist any more", hint="`cd` into one that does"
        ) from None
    own = Path(os.path.normpath(config.absolute())).parent if config else None
    for folder in (start, *start.parents):
        names = ("categories.toml", "survey.bib")
        if folder == own or any(os.path.lexists(folder / name) for name in names):
            return folder
        if os.path.lexists(folder / ".git"):
            break
    if own:
        return own
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
