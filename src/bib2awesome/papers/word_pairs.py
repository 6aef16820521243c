"""Words that look like another word's misspelling and are another word, or look like none and are the same."""

from __future__ import annotations

__all__ = ["AFFIXES", "CONFUSED", "SUCCESSORS", "SYNONYMS"]

AFFIXES = tuple(
    (word, "")
    for word in "un non in im ir il dis anti semi self multi bi uni mono sub super hyper meta pseudo quasi a de re co".split()
) + tuple(
    tuple(pair.split("/"))
    for pair in (
        "intra/inter pre/post hyper/hypo micro/macro homo/hetero endo/exo over/under multi/uni bi/tri ab/ad en/de inter/in ex/in ex/im up/down cation/anion discrete/discreet maximum/minimum maximal/minimal static/statistic quantum/quanta north/south".split()
    )
)
"""Beginnings of words that turn them into another word: never a typing error."""

CONFUSED = tuple(
    frozenset(words.split())
    for words in (
        "photon phonon proton",
        "cation anion",
        "discrete discreet",
        "major minor mayor",
        "maximum minimum",
        "maximal minimal",
        "lower tower power",
        "static statistic",
        "sign sing",
        "calm clam",
        "form from",
        "quantum quanta",
        "north south",
        "nitrate nitrite nitride",
        "sulfate sulfite sulfide",
        "phosphate phosphite phosphide",
        "chlorate chlorite chloride",
        "butane butene butyne",
        "propane propene propyne",
        "ethane ethene ethyne",
    )
)
"""Words one or two letters apart that are different things."""

SUCCESSORS = frozenset(
    (
        "improved improving faster fast efficient generalized generalised extended revisited revisiting towards "
        "toward beyond deep deeper better scalable scaling robust adaptive latent simplified accelerated "
        "accelerating lightweight unified universal conditional hierarchical dynamic stochastic large small tiny "
        "mini new novel rethinking simple stable sparse online offline distributed federated quantum neural "
        "bayesian no not without never new"
    ).split()
)
"""Words that make another work of a title when they are added to it."""

SYNONYMS = ({"net", "network"}, {"nets", "networks"})
"""Words that preprints and their publications use for each other."""
