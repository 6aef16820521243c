from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome import config
from bib2awesome.papers.taxonomy import AmbiguousCategoryError, Taxonomy, UnknownCategoryError

TREE = """\
[render]
item = "block"
sort = ["title"]
empty = "hide"
[categories.algorithm]
title = "Algorithm"
sort = "-date"
[categories.algorithm.training]
intro = "Words."
[categories.algorithm.training.noise-schedule]
item = "tag"
[categories.system]
layout = "table"
columns = [{ field = "a" }]
[categories.system.training]
[categories.system.caching]
layout = "list"
columns = []
[categories.training]
"""


def tree(text: str = TREE) -> Taxonomy:
    return Taxonomy(config.loads(text.encode()))


def test_categories_come_in_file_order_each_before_those_below_it():
    taxonomy = tree()
    assert [category.path for category in taxonomy.walk()] == [
        "algorithm",
        "algorithm/training",
        "algorithm/training/noise-schedule",
        "system",
        "system/training",
        "system/caching",
        "training",
    ]
    assert len(taxonomy) == 7
    assert [root.id for root in taxonomy.roots] == ["algorithm", "system", "training"]
    below = [category.id for category in taxonomy["system"].walk()]
    assert below == ["system", "training", "caching"]


def test_a_category_knows_where_it_is():
    schedule = tree()["algorithm/training/noise-schedule"]
    assert (schedule.depth, schedule.id, schedule.title) == (2, "noise-schedule", "Noise Schedule")
    assert schedule.parent is not None
    assert (schedule.parent.path, schedule.parent.intro) == ("algorithm/training", "Words.")
    assert schedule.parent.children == (schedule,)
    assert schedule.intro == ""
    assert repr(schedule) == "Category('algorithm/training/noise-schedule')"


def test_an_option_is_the_parents_where_it_is_not_set():
    taxonomy = tree()
    schedule = taxonomy["algorithm/training/noise-schedule"]
    assert (schedule.item, schedule.sort, schedule.empty) == ("tag", ("-date",), "hide")
    assert taxonomy["algorithm"].item == "block"
    training, caching = taxonomy["system/training"], taxonomy["system/caching"]
    assert (training.layout, [column.field for column in training.columns]) == ("table", ["a"])
    assert (caching.layout, caching.columns, caching.sort) == ("list", (), ("title",))
    assert (caching.group, caching.links) == ("none", "[[Paper]](u)")


@pytest.mark.parametrize(
    ("reference", "path"),
    [
        ("algorithm", "algorithm"),
        ("algorithm/training", "algorithm/training"),
        ("noise-schedule", "algorithm/training/noise-schedule"),
        ("training/noise-schedule", "algorithm/training/noise-schedule"),
        ("caching", "system/caching"),
        ("training", "training"),
        (" system / caching ", "system/caching"),
        ("system/caching/", "system/caching"),
        (" system ", "system"),
    ],
)
def test_a_path_or_its_tail_is_resolved_and_the_exact_path_wins(reference, path):
    assert tree().resolve(reference).path == path


def test_a_tail_of_several_paths_is_ambiguous():
    taxonomy = tree(TREE.replace("[categories.training]\n", ""))
    with pytest.raises(AmbiguousCategoryError, match="`training` is ambiguous") as caught:
        taxonomy.resolve("training")
    assert caught.value.paths == ("algorithm/training", "system/training")
    assert caught.value.hint == "write `algorithm/training` or `system/training`"


@pytest.mark.parametrize(
    "reference", ["noise", "schedule", "a" * 100_000, "", "-", "Algorithm", "é"]
)
def test_what_is_no_tail_is_unknown(reference):
    with pytest.raises(UnknownCategoryError):
        tree().resolve(reference)


def test_the_nearest_categories_are_named():
    with pytest.raises(UnknownCategoryError, match="unknown category `noise-shedule`") as caught:
        tree().resolve("noise-shedule")
    assert caught.value.nearest == ("algorithm/training/noise-schedule",)
    assert caught.value.hint == "did you mean `algorithm/training/noise-schedule`?"
    with pytest.raises(UnknownCategoryError) as caught:
        tree("").resolve("x")
    assert caught.value.hint is None


def test_any_depth():
    path = "/".join(f"level-{number}" for number in range(90))
    taxonomy = tree(f"[categories.{path.replace('/', '.')}]\ntitle = 'Deep'\n")
    assert taxonomy.resolve("level-89").title == "Deep"
    assert taxonomy[path].depth == 89
    assert len(list(taxonomy.walk())) == 90


IDS = st.sampled_from(["a", "b", "c", "a-b"])


@given(st.lists(st.lists(IDS, min_size=1, max_size=4), min_size=1, max_size=8), IDS)
def test_every_path_resolves_to_itself_and_every_tail_only_where_it_is_one(paths, reference):
    taxonomy = tree(
        "".join(f"[categories.{'.'.join(path)}]\n" for path in dict.fromkeys(map(tuple, paths)))
    )
    for category in taxonomy.walk():
        assert taxonomy.resolve(category.path) is category
    meant = [c for c in taxonomy.walk() if f"/{c.path}".endswith(f"/{reference}")]
    exact = [c for c in meant if c.path == reference]
    try:
        found = [taxonomy.resolve(reference)]
    except LookupError:
        found = []
    assert found == (exact or (meant if len(meant) == 1 else []))
