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

_OPTIONS: tuple[Callable[[Command], Command], ...] = (
    click.option(
        "--category",
        "categories",
        multiple=True,
        metavar="PATH",
        help="Only papers of this category or below it; `-` is cited, not listed.",
    ),
    click.option(
        "--venue-is", "venues", multiple=True, metavar="VENUE", help="Only papers of this venue."
    ),
    click.option("--year-is", "years", multiple=True, type=int, help="Only papers of this year."),
    click.option(
        "--missing", multiple=True, metavar="FIELD", help="Only papers without this field."
    ),
    click.option("--text", "texts", multiple=True, help="Only papers in which this text stands."),
)


def filters(function: Command) -> Command:
    """Give a command the filter options; it gets what they say as `wanted`, a `Filter` without keys."""

    @functools.wraps(function)
    def run(
        *args: Any,
        categories: tuple[str, ...],
        venues: tuple[str, ...],
        years: tuple[int, ...],
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
