"""What is found by scanning folders: each thing is whole, documented, and does nothing twice."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from bib2awesome import config, plugins
from bib2awesome.check.base import Rule
from bib2awesome.check.selection import rules
from bib2awesome.cli.main import NAME, group
from bib2awesome.papers.survey import Survey
from bib2awesome.render.base import render
from bib2awesome.sources.base import Query
from tests.conftest import ROOT

DOCS = ROOT / "docs"
CONTEXT = click.Context(group, info_name=NAME)
COMMANDS = group.list_commands(CONTEXT)
TARGETS = list(plugins.load("targets"))
SOURCES = list(plugins.load("sources"))


def test_the_commands_are_these() -> None:
    assert COMMANDS == [
        "add",
        "apply",
        "category",
        "check",
        "enrich",
        "import",
        "init",
        "list",
        "merge",
        "rename-key",
        "render",
        "set",
        "stats",
        "why",
    ]


def test_the_targets_are_these() -> None:
    assert TARGETS == ["bbl", "citation", "latex", "readme"]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help_an_example_and_a_page(name: str) -> None:
    command = group.get_command(CONTEXT, name)
    assert command is not None
    assert command.name in {name, "command"}
    assert command.help
    short = command.get_short_help_str(200)
    assert short[0].isupper()
    assert command.epilog is not None
    assert f"{NAME} {name}" in command.epilog
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help
            assert parameter.help[0].isupper()
            assert parameter.multiple == ("(repeatable)" in parameter.help)
    page = (DOCS / "commands" / f"{name}.md").read_text(encoding="utf-8")
    assert f"<!-- generated:begin command {name} -->" in page
    assert f"commands/{name}.md" in (DOCS / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_is_whole_and_documented(name: str) -> None:
    target = plugins.load("targets")[name]
    assert target.name == name
    assert target.help[0].isupper()
    assert not target.help.endswith(".")
    for option in target.options:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", option.name)
        assert option.help
        assert not option.help.endswith(".")
    page = (DOCS / "categories-toml.md").read_text(encoding="utf-8")
    assert f"<!-- generated:begin target-options {name} -->" in page


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_a_rule_is_explained_and_documented(rule: Rule) -> None:
    page = (DOCS / "rules" / f"{rule.group}.md").read_text(encoding="utf-8")
    assert f"### {rule.name}\n" in page
    assert "Bad:" in rule.explanation
    assert "Good:" in rule.explanation


def test_the_sources_are_these() -> None:
    assert set(SOURCES) == set(config.EnrichSettings.sources)


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_is_whole(name: str) -> None:
    source = plugins.load("sources")[name]
    assert source.name == name
    assert source.help[0].isupper()
    assert not source.help.endswith(".")
    assert source.url.startswith("https://")
    assert source.schemes
    assert all(size > 0 for size in source.schemes.values())
    assert source.key or not source.needs_key
    for scheme in source.schemes:
        query = Query(scheme, "10.1000/x")
        for alone in (False, True):
            route = source.route(query, alone=alone)
            assert route in source.limits
            request = source.request([query], route)
            assert (request.route, request.queries) == (route, (query,))
            assert request.path.startswith("/")
    page = (DOCS / "categories-toml.md").read_text(encoding="utf-8")
    assert f'"{name}"' in page


def test_every_option_has_help() -> None:
    for option in config.options():
        assert option.help
        assert not option.help.endswith(".")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    for name in ("survey.bib", "categories.toml", "README.md"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    style = ROOT / "tests" / "data" / "bbl" / "plain.bst"  # TeX's own may not be installed
    (tmp_path / style.name).write_bytes(style.read_bytes())
    return tmp_path


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_does_nothing_the_second_time(example: Path, name: str) -> None:
    for output in render(Survey.open(example), [name]):
        assert output.refused is None
        place = example / output.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(output.data)
    for output in render(Survey.open(example), [name]):
        assert not output.changes
        assert output.refused is None


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_stays_inside_the_folder_and_has_one_spelling_of_paths(
    example: Path, name: str
) -> None:
    for output in render(Survey.open(example), [name]):
        assert not output.path.startswith("/")
        assert "\\" not in output.path
        assert ".." not in output.path.split("/")
