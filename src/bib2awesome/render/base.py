"""What a target is, what it gives back, and the one function that runs targets.

A target turns a survey into the bytes of its files. It reads no file itself: what stands there
today comes in through `present`, and writing is the caller's, so `render --check`, `--diff` and the
tests see exactly what `render` would write.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from bib2awesome.errors import Finding, InputError

if (
    TYPE_CHECKING
):  # the survey brings the whole meaning layer; a target's file list needs none of it
    from bib2awesome.config import Option
    from bib2awesome.papers.survey import Survey

__all__ = ["Output", "Present", "Target", "render"]

Present = Callable[[str], "bytes | None"]
"""Takes a path relative to the survey's folder, gives the file's bytes, or None where there is none."""


class Output(NamedTuple):
    """One file as a target wants it.

    `path` is relative to the survey's folder, with `/`. `data` is the whole new content; where
    `refused` says why the file must not be overwritten, `data` is what `--force` would write, so
    that a diff against `present` shows what is at stake. `present` is the content it was made
    from, None where there was no file: a writer passes it on, so that a file changed since is not
    overwritten.
    """

    path: str
    data: bytes
    present: bytes | None = None
    refused: str | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def changes(self) -> bool:
        """Whether the file would be another one after writing."""
        return self.data != self.present


class Target(Protocol):
    """What a module in `render/targets/` offers: its name, one line of help, options and `render`."""

    @property
    def name(self) -> str:
        """The word on the command line and in `[render] targets`."""

    @property
    def help(self) -> str:
        """One line, imperative, without a full stop."""

    @property
    def options(self) -> Sequence[Option]:
        """The keys of the table of this name in categories.toml; may be empty."""

    def render(self, survey: Survey, present: Present, *, force: bool) -> list[Output]:
        """Return every file of this target, unchanged ones included.

        Raises:
            InputError: Where a file or template cannot be used as it is, with every problem found.
        """


def render(
    survey: Survey,
    targets: Sequence[str] = (),
    *,
    force: bool = False,
    present: Present | None = None,
    known: Mapping[str, Target] | None = None,
) -> list[Output]:
    """Return the files of `targets` in the order asked for, writing nothing.

    Args:
        survey: The survey to render.
        targets: Names of targets; empty means those of `[render] targets`. A target that has a
            `renew` (as `Target.render`) writes only that where it was not asked for by name.
        force: Whether hand-edited regions and files may be replaced.
        present: Reads a file as it stands; by default from the survey's folder.
        known: The targets there are; by default the installed ones.

    Raises:
        InputError: For an unknown target, or a file that cannot be used; every target was tried,
            so the findings are all of them, and nothing is to be written.
    """
    if known is None:
        known = _installed()
    if present is None:
        present = _reader(survey)
    outputs: list[Output] = []
    problems: list[Finding] = []
    for name in targets or survey.config.render.targets:
        try:
            target = _target(name, known)
            make = target.render if targets else getattr(target, "renew", target.render)
            outputs += make(survey, present, force=force)
        except InputError as error:
            problems += error.findings
    if problems:
        raise InputError(problems)
    return outputs


def _target(name: str, known: Mapping[str, Target]) -> Target:
    if name in known:
        return known[name]
    from bib2awesome.nearest import did_you_mean  # noqa: PLC0415 - only where something went wrong

    raise InputError(f"unknown target `{name}`", hint=did_you_mean(name, known))


def _installed() -> Mapping[str, Target]:
    from bib2awesome import plugins  # noqa: PLC0415 - a test that passes its own needs no scan

    return plugins.load("targets")


def _reader(survey: Survey) -> Present:
    from bib2awesome import files  # noqa: PLC0415 - a caller that passes `present` reads no file

    def present(path: str) -> bytes | None:
        return files.present(files.inside(survey.folder, path), path)

    return present
