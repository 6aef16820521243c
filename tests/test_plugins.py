from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint
from types import SimpleNamespace

import pytest

from bib2awesome import plugins
from bib2awesome.errors import InputError
from bib2awesome.plugins import GROUPS, Registry


class Point(EntryPoint):
    """An entry point of a distribution that is not installed."""

    dist = SimpleNamespace(name="awesome-slides")  # type: ignore[assignment]


@pytest.fixture
def installed(monkeypatch):
    """Return a function that pretends that entry points are installed."""

    def install(*points: EntryPoint) -> Registry:
        monkeypatch.setattr(
            "importlib.metadata.entry_points",
            lambda *, group: [point for point in points if point.group == group],
        )
        return Registry(GROUPS["targets"])

    return install


def point(name: str, value: str, distribution: str | None = "awesome-slides") -> EntryPoint:
    one = Point(name, value, "bib2awesome.outputs")
    object.__setattr__(one, "dist", distribution and SimpleNamespace(name=distribution))
    return one


def test_our_targets_are_the_files_of_their_folder():
    names = list(plugins.load("targets"))
    assert names == sorted(names)
    assert {"latex", "citation"} <= set(names)
    assert "base" not in names
    assert plugins.load("targets") is plugins.load("targets")


def test_a_target_is_known_by_the_name_of_its_file():
    registry = plugins.load("targets")
    assert len(registry) == len(list(registry))
    for name in registry:
        assert registry[name].name == name


@pytest.mark.parametrize("group", ["rules", "sources", "importers"])
def test_every_group_can_be_listed(group):
    assert all(isinstance(name, str) for name in plugins.load(group))


def test_asking_for_one_of_ours_imports_neither_the_others_nor_the_metadata():
    code = (
        "import sys; from bib2awesome import plugins;"
        "targets = plugins.load('targets'); assert 'citation' in targets;"
        "assert not any(name.startswith('bib2awesome.render.targets.') for name in sys.modules);"
        "assert 'latex' in targets.ours_first();"
        "assert 'importlib.metadata' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_third_party_adds_a_target(installed):
    registry = installed(point("slides", "types:SimpleNamespace"))
    assert "slides" in registry
    assert registry["slides"] is SimpleNamespace
    assert registry.find("slides") is SimpleNamespace
    assert "slides" in list(registry)


def test_ours_can_be_had_first(installed):
    registry = installed(point("a-slide", "types:SimpleNamespace"), point("latex", "types"))
    assert next(iter(registry)) == "a-slide"
    assert list(registry.ours_first()) == [*(n for n in registry if n != "a-slide"), "a-slide"]


def test_ours_wins_over_a_third_party_of_the_same_name(installed):
    registry = installed(point("latex", "types:SimpleNamespace"))
    assert registry["latex"] is not SimpleNamespace
    assert list(registry).count("latex") == 1


@pytest.mark.parametrize("value", ["no_such_module_here", "types:nothing", "tests.data_broken:x"])
def test_a_broken_plugin_is_named_with_its_distribution(installed, value):
    registry = installed(point("slides", value))
    with pytest.raises(InputError, match=r"target `slides` of the distribution `awesome-slides`"):
        registry["slides"]


def test_a_plugin_that_ends_the_program_when_imported_is_only_broken(
    installed, tmp_path, monkeypatch
):
    (tmp_path / "leaving_plugin.py").write_text("raise SystemExit(0)\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(InputError, match="SystemExit"):
        installed(point("slides", "leaving_plugin", None)).find("slides")


def test_two_distributions_with_one_name_are_an_error(installed):
    registry = installed(point("slides", "types"), point("slides", "types", "other-slides"))
    with pytest.raises(InputError, match="`awesome-slides`, `other-slides`"):
        registry["slides"]


def test_an_unknown_name_has_the_nearest(installed):
    registry = installed()
    with pytest.raises(KeyError):
        registry["latx"]
    with pytest.raises(InputError, match="unknown target `latx`") as caught:
        registry.find("latx")
    assert "`latex`" in (caught.value.findings[0].hint or "")


def test_a_group_whose_room_does_not_exist_is_empty(monkeypatch):
    monkeypatch.setattr("importlib.metadata.entry_points", lambda *, group: [])  # noqa: ARG005
    group = GROUPS["rules"]._replace(folders=("bib2awesome.nothing.here", "bib2awesome.nothing"))
    assert list(Registry(group)) == []
