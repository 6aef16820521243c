"""The options that say which papers a command is about."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from bib2awesome.papers.filters import Filter

__all__ = ["filters"]

Command = Callable[..., int]
_LAST_YEAR = 9999


class _Years(click.ParamType[tuple[int, int]]):
    """A year, or a range of them: `2024`, `2020-2023`, `2020-`, `-2019`."""

    name = "year"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int]:
        first, dash, last = (part.strip() for part in str(value).partition("-"))
        numbers = [part for part in (first, last) if part]
        if not numbers or not all(part.isdecimal() and part.isascii() for part in numbers):
            self.fail(
                f"`{value}` is no year; write `2024`, `2020-2023`, `2020-` or `-2019`", param, ctx
            )
        start = int(first or 0)
        end = int(last or _LAST_YEAR) if dash else start
        if start > end:
            self.fail(f"`{value}` ends before it begins", param, ctx)
        return start, end


_OPTIONS: tuple[Callable[[Command], Command], ...] = (
    click.option(
        "--category",
        "categories",
        multiple=True,
        metavar="PATH",
        help="Only papers of this category or below it; `-` is cited, not listed (repeatable).",
    ),
    click.option(
        "--venue-is",
        "venues",
        multiple=True,
        metavar="VENUE",
        help="Only papers of this venue (repeatable).",
    ),
    click.option(
        "--year-is",
        "years",
        multiple=True,
        type=_Years(),
        metavar="YEARS",
        help="Only papers of this year, or of years such as 2020-2023 and 2020- (repeatable).",
    ),
    click.option(
        "--missing",
        multiple=True,
        metavar="FIELD",
        help="Only papers without this field (repeatable).",
    ),
    click.option(
        "--text", "texts", multiple=True, help="Only papers in which this text stands (repeatable)."
    ),
)


def filters(function: Command) -> Command:
    """Give a command the filter options; it gets what they say as `wanted`, a `Filter` without keys."""

    @functools.wraps(function)
    def run(
        *args: Any,
        categories: tuple[str, ...],
        venues: tuple[str, ...],
        years: tuple[tuple[int, int], ...],
        missing: tuple[str, ...],
        texts: tuple[str, ...],
        **more: Any,
    ) -> int:
        from bib2awesome.papers.filters import Filter  # noqa: PLC0415 - start-up

        wanted: Filter = Filter((), categories, venues, years, missing, texts)
        return function(*args, wanted=wanted, **more)

    command: Command = run
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
