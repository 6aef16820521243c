from __future__ import annotations

import contextlib
import errno
import os
import signal
import stat
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from bib2awesome import atomic, files, locks
from bib2awesome.errors import Bib2AwesomeError, InputError, Place, RefusedError

posix = pytest.mark.skipif(os.name != "posix", reason="about POSIX file systems")
linux = pytest.mark.skipif(sys.platform != "linux", reason="about Linux")


@pytest.fixture(autouse=True)
def cache(tmp_path_factory, monkeypatch):
    """Keep the locks of these tests away from the user's."""
    folder = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("BIB2AWESOME_CACHE_DIR", str(folder))
    return folder


def names(folder: Path) -> list[str]:
    return sorted(item.name for item in folder.iterdir())


def environment() -> dict[str, str]:
    """Return the environment without coverage's: these processes die before it can save its file."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COV")}


def run(code: str, *arguments: object, **more) -> subprocess.CompletedProcess[str]:
    """Run code in a process of its own, as a user would; the process says what became of it."""
    more.setdefault("env", environment())
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        **more,
    )


# Reading


def test_bytes_come_as_they_are(tmp_path):
    path = tmp_path / "x.bib"
    path.write_bytes(b"\xef\xbb\xbfa\r\n\0\xff")
    assert files.read(path) == b"\xef\xbb\xbfa\r\n\0\xff"
    assert files.present(path) == files.read(path)
    assert files.present(tmp_path / "none") is None


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (Path.exists, "there is no such file"),
        (Path.mkdir, "this is a folder"),
        pytest.param(os.mkfifo, "a pipe or a device", marks=posix),
        (lambda path: path.symlink_to(path), "in a circle"),
    ],
)
def test_what_is_no_file_is_said(tmp_path, make, message):
    path = tmp_path / "x.bib"
    make(path)
    with pytest.raises(InputError, match=message) as caught:
        files.read(path, "x.bib")
    assert caught.value.findings[0].place == Place("x.bib")


def test_a_dangling_link_is_not_an_absent_file(tmp_path):
    path = tmp_path / "x.bib"
    path.symlink_to(tmp_path / "gone")
    with pytest.raises(InputError, match="its symbolic link leads nowhere"):
        files.present(path)


def test_odd_paths_are_clear_errors(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError, match="not a folder"):
        files.read(tmp_path / "file" / "x")
    with pytest.raises(InputError, match="too long"):
        files.read(tmp_path / ("x" * 1000))
    with pytest.raises(InputError, match="null"):
        files.read(tmp_path / "a\0b")


def test_a_huge_file_is_refused_without_being_read(tmp_path):
    path = tmp_path / "x.bib"
    with path.open("wb") as file:
        file.truncate(files.MOST_BYTES + 1)
    with pytest.raises(InputError, match="MiB"):
        files.read(path)


def test_an_error_while_reading_is_clear(tmp_path, monkeypatch):
    path = tmp_path / "x.bib"
    path.write_bytes(b"x")

    class Failing:
        def __enter__(self):
            return self

        def __exit__(self, *_):
            pass

        def __init__(self, *_, **__):
            pass

        def read(self):
            raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("builtins.open", Failing)
    with pytest.raises(InputError, match="cannot be read: Input/output error"):
        files.read(path)


AS_NOBODY = """
    import os, sys
    from pathlib import Path
    from bib2awesome import files, atomic
    import filelock, platformdirs, tempfile, hashlib
    from bib2awesome.errors import Bib2AwesomeError
    if os.getuid() == 0:
        os.setgid(65534); os.setuid(65534)
    path = Path(sys.argv[1])
    try:
        if sys.argv[2] == "read":
            files.read(path)
        else:
            files.write(path, b"new", expected=None if sys.argv[2] == "make" else b"old")
    except Bib2AwesomeError as error:
        print(type(error).__name__, error)
    else:
        print("done")
"""


@pytest.fixture
def open_folder():
    """Return a folder that everybody may reach (pytest's own are the user's alone)."""
    import tempfile  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


def as_nobody(path: Path, what: str, cache: Path) -> str:
    more = {"BIB2AWESOME_CACHE_DIR": str(cache)}
    return run(AS_NOBODY, path, what, env=environment() | more, cwd="/").stdout.strip()


@posix
@pytest.mark.parametrize("mode", [0o000, 0o333])
def test_no_permission_to_read(open_folder, mode):
    path = open_folder / "x.bib"
    path.write_bytes(b"old")
    path.chmod(mode)
    said = as_nobody(path, "read", open_folder / "cache")
    assert said == "InputError permission denied: the file cannot be read"


@posix
def test_no_permission_to_write(open_folder):
    path = open_folder / "x.bib"
    path.write_bytes(b"old")
    cache = open_folder / "cache"
    cache.mkdir(0o777)
    cache.chmod(0o777)
    path.chmod(0o444)
    assert "permission denied" in as_nobody(path, "replace", cache)
    path.chmod(0o666)
    open_folder.chmod(0o555)
    assert "permission denied" in as_nobody(path, "replace", cache)
    assert "permission denied" in as_nobody(open_folder / "new.bib", "make", cache)
    assert "permission denied" in as_nobody(open_folder / "folder" / "new.bib", "make", cache)
    assert path.read_bytes() == b"old"
    assert names(open_folder) == ["cache", "x.bib"]
    open_folder.chmod(0o777)
    assert as_nobody(path, "replace", cache) == "done"


# Writing


def test_a_write_protected_file_is_not_replaced(tmp_path, monkeypatch):
    path = tmp_path / "x"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda name, _: name != path)
    with pytest.raises(InputError, match="permission denied: the file cannot be written"):
        files.write(path, b"new", expected=b"old")
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["x"])


def test_a_new_file_and_its_folders_are_made(tmp_path):
    path = tmp_path / "latex" / "deep" / "references.bib"
    assert files.write(path, b"new", expected=None)
    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["references.bib"]


@posix
def test_a_new_file_has_the_mode_of_the_users_choice(tmp_path):
    before = os.umask(0o027)
    try:
        files.write(tmp_path / "x", b"new", expected=None)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o666])
def test_the_mode_stays(tmp_path, mode):
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(mode)
    assert files.write(path, b"new", expected=b"old")
    assert stat.S_IMODE(path.stat().st_mode) == mode
    assert names(tmp_path) == ["x"]


def test_nothing_is_opened_for_writing_where_nothing_changes(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"same")
    before = path.stat()
    assert not files.write(path, b"same", expected=b"same")
    assert path.stat() == before


@pytest.mark.parametrize("there", [b"other", b"", None])
def test_a_file_that_changed_since_is_not_overwritten(tmp_path, there):
    path = tmp_path / "x"
    if there is not None:
        path.write_bytes(there)
    with pytest.raises(RefusedError, match="changed while bib2awesome was working"):
        files.write(path, b"new", expected=b"old")
    assert files.present(path) == there


def test_a_file_that_appeared_since_is_not_overwritten(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"theirs")
    with pytest.raises(RefusedError):
        files.write(path, b"new", expected=None)
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["x"]


def test_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "store" / "real.bib", tmp_path / "survey.bib"
    real.parent.mkdir()
    real.write_bytes(b"old")
    link.symlink_to(Path("store") / "real.bib")
    assert files.write(link, b"new", expected=b"old")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert (names(tmp_path), names(real.parent)) == (["store", "survey.bib"], ["real.bib"])


def test_a_dangling_link_gets_its_file(tmp_path):
    link = tmp_path / "survey.bib"
    link.symlink_to("real.bib")
    assert files.write(link, b"new", expected=None)
    assert link.is_symlink()
    assert (tmp_path / "real.bib").read_bytes() == b"new"


@pytest.mark.parametrize("links", [("a",), ("b", "a"), ("b", "c", "a")])
def test_a_circle_of_links_is_a_clear_error(tmp_path, links):
    for name, to in zip(("a", *links), links, strict=False):
        (tmp_path / name).symlink_to(to)
    for call in (
        lambda: files.read(tmp_path / "a"),
        lambda: files.write(tmp_path / "a", b"new", expected=b"old"),
        lambda: files.write(tmp_path / "a" / "x", b"new", expected=None),
        lambda: files.inside(tmp_path, "a"),
    ):
        with pytest.raises(InputError, match="circle"):
            call()


def test_a_folder_in_the_way_is_a_clear_error(tmp_path):
    (tmp_path / "x").mkdir()
    (tmp_path / "y").write_bytes(b"")
    with pytest.raises(InputError, match="folder"):
        files.write(tmp_path / "x", b"new", expected=None)
    with pytest.raises(InputError, match="not a folder"):
        files.write(tmp_path / "y" / "x", b"new", expected=None)
    assert names(tmp_path) == ["x", "y"]


def test_a_name_as_long_as_the_file_system_allows(tmp_path):
    path = tmp_path / ("x" * 250)
    assert files.write(path, b"1", expected=None)
    assert files.write(path, b"2", expected=b"1")
    with pytest.raises(InputError, match="too long"):
        files.write(tmp_path / ("x" * 300), b"1", expected=None)


@pytest.mark.parametrize("nameless", [True, False])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path, monkeypatch, call, number, nameless
):
    path = tmp_path / "x"
    path.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    if not nameless:
        monkeypatch.setattr(atomic, "_NAMELESS", 0)
    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        with pytest.raises(InputError) as caught:
            files.write(path, b"new" * 1000, expected=b"old")
        with pytest.raises(InputError):
            files.write(tmp_path / "a" / "b" / "x", b"new", expected=None)
    assert caught.value.exit_code == 2
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x"]


def test_a_system_without_owners_and_modes(tmp_path, monkeypatch):
    monkeypatch.delattr(os, "fchown", raising=False)
    monkeypatch.delattr(os, "fchmod", raising=False)
    path = tmp_path / "x"
    path.write_bytes(b"old")
    assert files.write(path, b"new", expected=b"old")


@linux
def test_a_disk_that_is_full_for_real(tmp_path):
    code = """
        import resource, signal, sys
        from pathlib import Path
        from bib2awesome import files
        from bib2awesome.errors import InputError
        import filelock, platformdirs, hashlib, tempfile
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
        try:
            files.write(Path(sys.argv[1]), b"new" * 10000, expected=b"old")
        except InputError as error:
            print(error)
    """
    path = tmp_path / "x"
    path.write_bytes(b"old")
    assert "refuses a file of this size" in run(code, path).stdout
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x"]


@pytest.mark.parametrize("nameless", [True, False])
@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_ctrl_c_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch, call, nameless):
    path = tmp_path / "x"
    path.write_bytes(b"old")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    if not nameless:
        monkeypatch.setattr(atomic, "_NAMELESS", 0)
    with monkeypatch.context() as patch:
        patch.setattr(os, call, interrupt)
        with pytest.raises(KeyboardInterrupt):
            files.write(path, b"new", expected=b"old")
        with pytest.raises(KeyboardInterrupt):
            files.write(tmp_path / "a" / "x", b"new", expected=None)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["x"]
    assert files.write(path, b"new", expected=b"old")


def test_a_short_write_is_continued(tmp_path, monkeypatch):
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:7]))
    assert files.write(tmp_path / "x", bytes(range(256)), expected=None)
    assert (tmp_path / "x").read_bytes() == bytes(range(256))


def test_without_nameless_files_the_result_is_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic, "_NAMELESS", 0)
    path = tmp_path / "x"
    assert files.write(path, b"1", expected=None)
    assert files.write(path, b"2", expected=b"1")
    assert names(tmp_path) == ["x"]


def test_a_file_system_that_knows_no_nameless_files(tmp_path, monkeypatch):
    monkeypatch.setattr(atomic, "_NAMELESS", 1 << 30)
    opened = os.open

    def refuse(path, flags, mode=0o777):
        if flags & (1 << 30):
            raise OSError(errno.EOPNOTSUPP, "Operation not supported")
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    assert files.write(tmp_path / "x", b"1", expected=None)
    assert names(tmp_path) == ["x"]


def test_what_a_killed_writer_left_is_removed_by_the_next(tmp_path):
    path = tmp_path / "x"
    stale = tmp_path / f"{atomic._temporary_prefix(path)}0123456789ab.tmp"
    other = tmp_path / f"{atomic._temporary_prefix(tmp_path / 'y')}0123456789ab.tmp"
    stale.write_bytes(b"half")
    other.write_bytes(b"half")
    files.write(path, b"new", expected=None)
    assert names(tmp_path) == sorted(["x", other.name])


KILLED = """
    import sys
    from pathlib import Path
    from bib2awesome import atomic, files
    path = Path(sys.argv[1])
    if sys.argv[2] == "named":
        atomic._NAMELESS = 0
    old, new = b"0" * 300_000, b"1" * 300_000
    print("ready", flush=True)
    while True:
        files.write(path, new, expected=old)
        old, new = new, old
"""


@posix
@pytest.mark.parametrize("how", ["nameless", "named"])
def test_after_kill_9_the_file_is_old_or_new_and_whole(tmp_path, how):
    path = tmp_path / "x"
    whole = {b"0" * 300_000, b"1" * 300_000}
    for number in range(12):
        path.write_bytes(b"0" * 300_000)
        process = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(KILLED), str(path), how],
            stdout=subprocess.PIPE,
            env=environment(),
        )
        assert process.stdout is not None
        with process.stdout:
            process.stdout.readline()
            time.sleep(0.011 + 0.0037 * number)
            process.send_signal(signal.SIGKILL)
            process.wait()
        now = path.read_bytes()
        assert now in whole
        assert files.write(path, b"after", expected=now)
        assert names(tmp_path) == ["x"]


ADDING = """
    import sys
    from pathlib import Path
    from bib2awesome import files
    from bib2awesome.errors import RefusedError
    path, mark = Path(sys.argv[1]), sys.argv[2].encode()
    done = 0
    while done < 25:
        old = files.read(path)
        try:
            files.write(path, old + mark, expected=old)
            done += 1
        except RefusedError:
            pass
"""


def test_two_writers_at_once_lose_nothing(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"")
    command = [sys.executable, "-c", textwrap.dedent(ADDING), str(path)]
    writers = [subprocess.Popen([*command, mark]) for mark in "abc"]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    written = path.read_bytes()
    assert {mark: written.count(mark) for mark in (b"a", b"b", b"c")} == {
        b"a": 25,
        b"b": 25,
        b"c": 25,
    }
    assert names(tmp_path) == ["x"]


def test_a_writer_that_never_ends_is_not_waited_for_forever(tmp_path, monkeypatch):
    monkeypatch.setattr(locks, "LOCK_SECONDS", 0.1)
    path = tmp_path / "x"
    with (
        locks.locked(path, Place("x")),
        pytest.raises(InputError, match="another bib2awesome"),
    ):
        files.write(path, b"new", expected=None)
    assert files.write(path, b"new", expected=None)


@posix
def test_every_way_to_name_a_file_has_one_lock(tmp_path, monkeypatch):
    monkeypatch.setattr(locks, "LOCK_SECONDS", 0.1)
    (tmp_path / "real").mkdir()
    (tmp_path / "other").symlink_to("real")
    (tmp_path / "real" / "x").write_bytes(b"old")
    (tmp_path / "link").symlink_to("other/x")
    with locks.locked(tmp_path / "real" / "x", Place("x")):
        for name in ("other/x", "link", "real/../real/x"):
            with pytest.raises(InputError, match="another bib2awesome"):
                files.write(tmp_path / name, b"new", expected=b"old")


def test_locks_need_no_cache_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("BIB2AWESOME_CACHE_DIR", str(tmp_path / "x" / "cache"))
    (tmp_path / "x").write_bytes(b"a file, not a folder")
    assert files.write(tmp_path / "y", b"new", expected=None)
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "x"))
    with pytest.raises(InputError, match="neither the cache folder"):
        files.write(tmp_path / "z", b"new", expected=None)
    monkeypatch.delenv("BIB2AWESOME_CACHE_DIR")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "other")
    assert files.write(tmp_path / "z", b"new", expected=None)
    assert names(tmp_path) == ["other", "x", "y", "z"]


@posix
def test_a_lock_folder_that_another_user_prepared_is_not_used(tmp_path, monkeypatch):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("BIB2AWESOME_CACHE_DIR", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path))
    (tmp_path / "theirs").mkdir()
    (tmp_path / f"bib2awesome-{os.getuid()}").symlink_to(tmp_path / "theirs")
    with pytest.raises(InputError, match="neither the cache folder"):
        files.write(tmp_path / "z", b"new", expected=None)


def test_a_file_that_another_program_holds_open_on_windows(tmp_path, monkeypatch):
    path = tmp_path / "x"
    path.write_bytes(b"old")

    class SharingViolationError(PermissionError):
        winerror = 32

    def refuse(*_: object) -> None:
        raise SharingViolationError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(InputError, match="another program has the file open") as caught:
        files.write(path, b"new", expected=b"old")
    assert caught.value.findings[0].hint
    assert (path.read_bytes(), names(tmp_path)) == (b"old", ["x"])


def test_what_a_system_says_becomes_a_sentence(tmp_path):
    error = atomic.problem(ValueError("odd"), tmp_path, Place("x"), "read")
    assert str(error) == "the file cannot be read: odd"
    error = atomic.problem(PermissionError(13, "no"), tmp_path, Place("x"), "written")
    assert str(error) == "permission denied: the folder cannot be written"


# Folders


@pytest.mark.parametrize("name", ["x.bib", "a/b/x.bib", "new/folder/x.md"])
def test_a_path_inside_is_allowed(tmp_path, name):
    (tmp_path / "a").mkdir()
    assert files.inside(tmp_path, name) == tmp_path / name


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../x", "a/../../x", "a\\x", "C:/x", "c:x", "\\\\host\\x", "", "a/"]
)
def test_a_path_outside_is_refused(tmp_path, name):
    with pytest.raises(InputError, match="path"):
        files.inside(tmp_path, name)


def test_links_do_not_lead_out(tmp_path):
    survey, outside = tmp_path / "survey", tmp_path / "outside"
    survey.mkdir()
    outside.mkdir()
    (survey / "folder").symlink_to(outside)
    (survey / "file").symlink_to(outside / "new")
    (survey / "within").symlink_to(survey / "real")
    for name in ("folder/x", "file"):
        with pytest.raises(InputError, match="symbolic link"):
            files.inside(survey, name)
    assert files.inside(survey, "within") == survey / "within"
    (tmp_path / "alias").symlink_to(survey)
    assert files.inside(tmp_path / "alias", "within") == tmp_path / "alias" / "within"


@pytest.mark.parametrize("name", ["categories.toml", "survey.bib"])
def test_a_survey_is_found_from_below(tmp_path, name):
    (tmp_path / name).write_bytes(b"")
    below = tmp_path / "latex" / "deep"
    below.mkdir(parents=True)
    assert files.find_survey(below) == tmp_path
    assert files.find_survey(tmp_path) == tmp_path


def test_the_search_ends_at_the_root_of_the_repository(tmp_path):
    (tmp_path / "survey.bib").write_bytes(b"")
    inner = tmp_path / "repository" / "folder"
    inner.mkdir(parents=True)
    assert files.find_survey(inner) == tmp_path
    (tmp_path / "repository" / ".git").write_text("gitdir: elsewhere")
    with pytest.raises(InputError, match="no survey here") as caught:
        files.find_survey(inner)
    assert "init" in (caught.value.findings[0].hint or "")
    (tmp_path / "repository" / "categories.toml").write_bytes(b"")
    assert files.find_survey(inner) == tmp_path / "repository"


def test_without_a_repository_the_search_ends_at_the_root(tmp_path, monkeypatch):
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    with pytest.raises(InputError, match="no survey here"):
        files.find_survey(tmp_path)


def test_a_relative_start(tmp_path, monkeypatch):
    (tmp_path / "survey.bib").write_bytes(b"")
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path / "a")
    assert files.find_survey(Path()) == tmp_path


def test_no_call_leaves_anything_but_the_file(tmp_path):
    path = tmp_path / "x"
    for number in range(5):
        with contextlib.suppress(Bib2AwesomeError):
            files.write(path, b"%d" % number, expected=files.present(path))
    assert names(tmp_path) == ["x"]


# Several files at once


def new(path: Path, data: bytes, expected: bytes | None) -> files.New:
    return files.New(path, data, expected, path.name)


def test_several_files_are_written_together(tmp_path):
    one, two, same = (tmp_path / name for name in ("one", "two", "same"))
    one.write_bytes(b"1")
    same.write_bytes(b"=")
    files.write_all([new(two, b"2", None), new(one, b"I", b"1"), new(same, b"=", b"=")])
    assert (one.read_bytes(), two.read_bytes()) == (b"I", b"2")
    assert names(tmp_path) == ["one", "same", "two"]


def test_one_file_that_changed_keeps_all_as_they_are(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_bytes(b"1")
    two.write_bytes(b"2")
    with pytest.raises(RefusedError):
        files.write_all([new(one, b"I", b"1"), new(two, b"II", b"other")])
    assert (one.read_bytes(), two.read_bytes()) == (b"1", b"2")
    assert names(tmp_path) == ["one", "two"]


@pytest.mark.parametrize("there", [True, False])
def test_a_rename_that_fails_takes_back_those_before_it(tmp_path, monkeypatch, there):
    one, two = tmp_path / "one", tmp_path / "two"
    if there:
        one.write_bytes(b"1")
    two.write_bytes(b"2")
    commit, done = atomic.Prepared.commit, []

    def fail_at_second(self):
        done.append(self.target.name)
        if len(done) == 2:
            raise OSError(errno.EIO, "no")
        commit(self)

    monkeypatch.setattr(atomic.Prepared, "commit", fail_at_second)
    monkeypatch.setattr(
        files, "replace", lambda path, data, **_: path.write_bytes(data)
    )  # the way back does not fail
    with pytest.raises(InputError, match="cannot be written"):
        files.write_all([new(one, b"I", b"1" if there else None), new(two, b"II", b"2")])
    assert one.exists() is there
    assert not there or one.read_bytes() == b"1"
    assert two.read_bytes() == b"2"
    assert names(tmp_path) == (["one", "two"] if there else ["two"])


def test_a_rename_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(InputError):
        files.write(tmp_path / "one", b"1", expected=None)
    assert names(tmp_path) == []


def test_lines_are_added_behind_a_torn_one(tmp_path):
    path = tmp_path / "folder" / "x.jsonl"
    files.append(path, ["1", "2"])
    assert path.read_bytes() == b"1\n2\n"
    path.write_bytes(b"1\n2\n{to")
    files.append(path, ["3"])
    assert path.read_bytes() == b"1\n2\n{to\n3\n"


@posix
def test_lines_are_never_added_to_a_pipe(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match="not a file"):
        files.append(tmp_path / "pipe", ["1"])
