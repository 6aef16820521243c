"""What the global options say, and the survey they point to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bib2awesome.cli.report import Report
from bib2awesome.errors import InputError, Severity

if TYPE_CHECKING:  # `--help` needs neither, and pathlib alone costs as much as starting Python
    from pathlib import Path

    from bib2awesome.errors import Finding
    from bib2awesome.papers.survey import Survey

__all__ = ["STANDARD_INPUT", "Session"]

STANDARD_INPUT = "standard input"
"""How messages name what `-` reads."""


class Session:
    """One run of the command line: the global options, the way out, and the `--json` answer.

    `folder` is where the command works (`-C`; set by `work_in`), `config` and `bib` are the files of `--config` and
    `--bib`, already relative to it, or None. `answer` is the object that `--json` prints; it is None
    unless the command was asked for JSON, and is filled as the command goes, so that an error still
    leaves one whole object on standard output. `left_out` is what `tell` found in the survey.
    """

    __slots__ = ("answer", "bib", "config", "debug", "folder", "left_out", "report")

    def __init__(self) -> None:
        self.folder: Path
        self.config: Path | None = None
        self.bib: Path | None = None
        self.debug = False
        self.report = Report()
        self.answer: dict[str, Any] | None = None
        self.left_out: tuple[Finding, ...] = ()

    def work_in(self, folder: str, *, config: str | None = None, bib: str | None = None) -> None:
        """Take the folder of `-C` and the files of `--config` and `--bib`.

        Raises:
            InputError: The folder does not exist.
        """
        from pathlib import Path  # noqa: PLC0415 - start-up

        self.folder = Path(folder)
        if not self.folder.is_dir():
            raise InputError(f"there is no folder `{folder}`", hint="`-C` takes an existing folder")
        self.config = self.folder / config if config else None
        self.bib = self.folder / bib if bib else None

    def survey(self, *, bib_alone: bool = True, new: bool = False, tell: bool = True) -> Survey:
        """Open the survey of the folder, looking upwards for it.

        Args:
            bib_alone: Whether `--bib` without `--config` will do.
            new: Whether .bib files that do not exist yet will do.
            tell: Whether to `tell` what is left out; not where the command itself reports findings.

        Raises:
            InputError: When there is none, or one of its files cannot be used.
        """
        if self.bib and not self.config and not bib_alone:
            raise InputError(
                "`--bib` alone says nothing about categories and outputs",
                hint="give `--config categories.toml` too",
            )
        from bib2awesome import files  # noqa: PLC0415 - start-up
        from bib2awesome.papers.survey import Survey  # noqa: PLC0415 - start-up

        if self.bib and not self.config:
            folder = self.bib.parent
        else:
            folder = files.find_survey(self.folder, self.config)
        survey = Survey.open(folder, config=self.config, bib=self.bib, new=new)
        return self.tell(survey) if tell else survey

    def tell(self, survey: Survey) -> Survey:
        """Say what is left out of a survey, such as broken entries, and return the survey."""
        self.left_out = survey.left_out
        self.report.findings(self.left_out)
        if self.answer is not None:
            self.answer["findings"] = [finding.as_json() for finding in self.left_out]
        return survey

    @property
    def leaves_out(self) -> bool:
        """Whether something is left out that is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.left_out)

    def answer_with(self, command: str, **parts: list[Any]) -> None:
        """Begin the JSON answer of `command`, every list of it still empty."""
        self.answer = {"command": command, "version": 1, **parts, "findings": []}
