"""The desk: global options, lazy commands, one error handler, exit codes.

A command is a module in `cli/commands/` with a click command named `command`; its file name is its
name (`rename_key.py` is `rename-key`). Such a module imports nothing heavy at its top, so that
`--help`, which loads all of them, stays quick.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from bib2awesome import __version__
from bib2awesome.cli import commands
from bib2awesome.cli.examples import example
from bib2awesome.cli.exit_codes import BUG, INTERRUPTED
from bib2awesome.cli.report import prepare_streams, silence
from bib2awesome.cli.session import Session
from bib2awesome.errors import Bib2AwesomeError, Finding, InputError, visible
from bib2awesome.nearest import nearest
from bib2awesome.plugins import module_names

if TYPE_CHECKING:
    from types import ModuleType

__all__ = ["NAME", "group", "main"]

NAME = "bib2awesome"
_GLOBAL_OPTIONS = frozenset(
    {"-C", "--config", "--bib", "-v", "--verbose", "-q", "--quiet", "--no-color", "--debug"}
)


class LazyGroup(click.Group):
    """A group whose commands are the modules of `cli/commands/`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, sorted."""
        del ctx
        return [name.replace("_", "-") for name in module_names(commands)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, or None."""
        del ctx
        if not cmd_name.replace("-", "").isalpha() or "_" in cmd_name:
            return None
        name = f"{commands.__name__}.{cmd_name.replace('-', '_')}"
        try:
            module: ModuleType = import_module(name)
        except ModuleNotFoundError as error:
            if error.name == name:
                return None
            raise
        command: click.Command = module.command
        return command


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    epilog=example("bib2awesome init my-survey", "bib2awesome -C my-survey render"),
)
@click.option(
    "-C",
    "folder",
    metavar="DIR",
    default=".",
    help="Work as if started in DIR.",
)
@click.option(
    "--config",
    metavar="FILE",
    help="Use FILE instead of categories.toml.",
)
@click.option("--bib", metavar="FILE", help="Use FILE instead of the survey's .bib files.")
@click.option("-v", "--verbose", is_flag=True, help="Say more.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("--no-color", is_flag=True, help="Print without colours (also: NO_COLOR=1).")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(__version__, prog_name=NAME, message="%(prog)s %(version)s")
@click.pass_context
def group(
    context: click.Context,
    *,
    folder: str,
    config: str | None,
    bib: str | None,
    verbose: bool,
    quiet: bool,
    no_color: bool,
    debug: bool,
) -> None:
    """Keep a survey's papers in one annotated BibTeX file.

    The awesome list on GitHub, the bibliography of the paper and its citation are rendered from
    that file; what is written by hand stays as it is.
    Exit codes: 0 done, 1 findings or something would change, 2 unusable input, 3 a service could
    not be asked, 70 a bug in bib2awesome, 130 interrupted.
    """
    session: Session = context.obj
    if verbose and quiet:
        raise click.UsageError("`-v` and `-q` exclude each other")
    session.debug = debug
    session.report.verbosity = int(verbose) - int(quiet)
    session.report.color = False if no_color else None
    session.work_in(folder, config=config, bib=bib)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        arguments: The words after the program's name; None takes those of the process.
    """
    if arguments is None:
        # This process runs one command and ends. It makes papers and values by the ten thousand and no
        # cycles; looking for some took a fifth of its time, at its end for the last time.
        gc.disable()
        atexit.register(gc.freeze)
    prepare_streams()
    if f"_{NAME.upper()}_COMPLETE" in os.environ:
        group.main(prog_name=NAME)  # answers the shell and exits
    session = Session()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(session, words)
    except (KeyboardInterrupt, click.Abort):
        session.report.talk("interrupted; every file is whole")
        return INTERRUPTED
    except BrokenPipeError:  # the reader of `--help` has gone
        for stream in (sys.stdout, sys.stderr):
            silence(stream)
        return 0
    except Exception as error:  # noqa: BLE001 - the one place where everything ends
        if session.debug:
            import traceback  # noqa: PLC0415 - only where something went wrong

            traceback.print_exc()
        return _failed(session, words, error)


def _run(session: Session, words: list[str]) -> int:
    try:
        with group.make_context(NAME, list(words), obj=session) as context:
            code = group.invoke(context)
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as done:
        return done.exit_code


def _failed(session: Session, words: Sequence[str], error: Exception) -> int:
    """Say what went wrong and return the exit code for it."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        session.report.data(error.format_message() + "\n")
        return error.exit_code
    stopped = _understood(error)
    if stopped is None or stopped.exit_code == BUG:
        from bib2awesome.cli.bug import issue_text  # noqa: PLC0415 - only where needed

        findings = stopped.findings if stopped else ()
        stopped = InputError([_bug(error), *findings[1:]])
        code, text = BUG, issue_text(error, words)
    else:
        code, text = stopped.exit_code, ""
    session.report.findings(stopped.findings)
    session.report.always(text)
    if session.answer is not None:
        session.answer["findings"] += [finding.as_json() for finding in stopped.findings]
        session.report.json(session.answer)
    return code


def _understood(error: Exception) -> Bib2AwesomeError | None:
    """Return `error` as one of ours, or None where nobody expected it."""
    if isinstance(error, Bib2AwesomeError):
        return error
    if isinstance(error, click.ClickException):
        return InputError(_reworded(error), hint=_usage_hint(error))
    if isinstance(error, OSError) and error.filename is not None:
        name = os.fsdecode(error.filename).replace(os.sep, "/")
        return InputError(f"{name}: {(error.strerror or str(error)).lower()}")
    return None


def _bug(error: Exception) -> Finding:
    what = str(error)
    if not isinstance(error, Bib2AwesomeError):
        what = f"{type(error).__name__}: {what}" if what else type(error).__name__
    return Finding.error(
        f"this is a bug in bib2awesome: {what}",
        hint="paste the lines below into an issue; `--debug` shows more",
    )


def _reworded(error: click.ClickException) -> str:
    """Return click's message in our words: lower case, backticks, no full stop."""
    message = error.message if hasattr(error, "possibilities") else error.format_message()
    message = visible(message).strip().removesuffix(".")
    parts = message.split("'")
    message = "`".join(parts) if len(parts) % 2 else message
    return message[:1].lower() + message[1:]


def _usage_hint(error: click.ClickException) -> str:
    option = getattr(error, "option_name", None)
    if isinstance(error, click.NoSuchOption) and option in _GLOBAL_OPTIONS:
        return f"`{option}` goes before the command: `{NAME} {option} …`"
    context: Any = getattr(error, "ctx", None)
    command = getattr(error, "command_name", None)
    near: Sequence[str] | None = getattr(error, "possibilities", None)
    if command and not near:  # click knows the commands that it holds, and this group holds none
        near = nearest(command, context.command.list_commands(context))
    if near:
        return f"did you mean `{near[0]}`?"
    return f"see `{context.command_path if context else NAME} --help`"
