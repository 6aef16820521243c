"""Unified diffs of files as bytes, safe to print and fit for `git apply`.

The format is that of diffutils and git: `---`, `+++`, hunks with three lines of context, and a remark
where the last line has no end. Line ends are kept (a diff of a CRLF file has CRLF lines); any other
control character is shown as an escape.
"""

from __future__ import annotations

from collections.abc import Iterator

from bib2awesome.errors import visible

__all__ = ["unified"]

_NO_END = "\\ No newline at end of file\n"


def unified(path: str, old: bytes | None, new: bytes) -> str:
    """Return the change from `old` to `new` as a unified diff; empty where nothing differs.

    Args:
        path: The file's path as it is to be shown, with `/`.
        old: The content before; None means there was no file.
        new: The content after.
    """
    from difflib import unified_diff  # noqa: PLC0415 - start-up

    name = visible(path).replace("\n", "\\n")
    lines = unified_diff(
        _lines(old or b""),
        _lines(new),
        "/dev/null" if old is None else f"a/{name}",
        f"b/{name}",
    )
    return "".join(_printable(lines))


def _lines(data: bytes) -> list[str]:
    text = data.decode("utf-8", "surrogateescape")
    lines = text.split("\n")
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])


def _printable(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        body = line.removesuffix("\n")
        stripped = body.removesuffix("\r")
        end = body[len(stripped) :]
        yield f"{visible(stripped)}{end}\n"
        if body == line:
            yield _NO_END
