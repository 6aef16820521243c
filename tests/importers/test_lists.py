"""Awesome lists, read: every form lists have, in one fixture, and what comes out of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bib2awesome.importers.lists.listing import read_list
from bib2awesome.importers.lists.model import Item, Listing

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def forms() -> Listing:
    return read_list((DATA / "forms.md").read_text(encoding="utf-8"))


def titled(listing: Listing, start: str) -> Item:
    return next(item for item in listing.papers if item.reading.title.startswith(start))


def chain(item: Item) -> str:
    return " > ".join(section.title for section in item.section.chain)


@pytest.mark.parametrize(
    ("title", "venue", "year", "links"),
    [
        ("Denoising Diffusion Implicit Models", "ICLR", 2021, "paper code"),
        ("Improved Noise Schedule for Diffusion Training", "Arxiv", 2024, "paper"),
        ("ResShift: Efficient Diffusion Model for Image Super-resolution by Residual Shifting", "NIPS", 2023, "paper code"),
        ("Fast Think-on-Graph: Wider, Deeper and Faster Reasoning", "arXiv", 2025, "paper slides"),
        ("Robustness-Guided Image Synthesis for Data-Free Quantization", "AAAI", None, "paper"),
        ("CodePlan: Repository-level Coding using LLMs and Planning", "FSE", 2023, "paper code"),
        ("Scalable Diffusion Models with Transformers", "", 2022, "paper code"),
        ("Evaluating Large Language Models Trained on Code", "arXiv", 2021, "paper"),
        ("Finetuned Language Models Are Zero-Shot Learners", "ICLR", 2021, "paper"),
        ("MixHop: Higher-Order Graph Convolutional Architectures", "", None, "paper code"),
        ("ADriver-I: A General World Model for Autonomous Driving", "arXiv", 2023, "paper"),
        ("Semantic Concentration for Domain Adaptation", "ICCV", 2021, "paper"),
        ("Born-Again Neural Networks", "ICML", 2018, ""),
        ("Mean teachers are better role models", "NeurIPS", 2017, ""),
        ("Knowledge Adaptation: Teaching to Adapt", "arXiv", None, "paper"),
        ("Database Learning: Toward a Database that Becomes Smarter Every Time", "SIGMOD", 2017, ""),
        ("Large Language Model for Generative Recommendation", "arxiv", 2023, "paper"),
        ("Anything-3D: Towards Single-view Anything Reconstruction in the Wild", "arXiv", 2023, "paper code"),
        ("InfographicVQA: Questions on Pictures of Documents", "WACV", 2022, "paper homepage"),
        ("Multimodal Learning with Transformers: A Survey", "TPAMI", 2023, "paper"),
        ("Attention Bottlenecks for Multimodal Fusion", "NeurIPS", 2021, "paper"),
        ("A Bold Title Above Its Links", "", None, "paper code"),
        ("Classifier-Free Diffusion Guidance", "ICLR", 2022, "paper"),
        ("Diffusion Normalizing Flow in Two Parts", "NeurIPS", 2021, "paper"),
        ("MotionGPT: Human Motion as a Foreign Language", "arXiv", 2023, "paper code"),
        ("Empowering News Recommendation with Pre-trained Language Models", "SIGIR", 2021, "code"),
        ("LightGCN: Simplifying and Powering Graph Convolution Network", "", None, "paper"),
        ("Neural graph collaborative filtering", "Proceedings of SIGIR", 2019, "paper"),
        ("A First Look at Mock Catalogs with Machine Learning", "", None, "paper"),
        ("Exploring the Limits of Transfer Learning", "", None, "paper"),
        ("mT5: A Massively Multilingual Text-to-Text Transformer", "", None, "paper"),
        ("Denoising Diffusion Probabilistic Models", "NeurIPS", 2020, "paper"),
    ],
)  # fmt: skip
def test_each_form_says_its_facts(forms, title, venue, year, links):
    reading = titled(forms, title).reading
    assert (reading.title, reading.venue, reading.year) == (title, venue, year)
    assert " ".join(link.role for link in reading.links) == links


@pytest.mark.parametrize(
    ("title", "where"),
    [
        ("Denoising Diffusion Implicit", "Tags"),
        ("Video Diffusion", "Tags > 2022"),
        ("Classifier-Free", "Blocks > Short heading"),
        ("Diffusion Normalizing", "Bullets as headings > Solvers"),
        ("Structural Pruning", "Bullets as headings > Pruning"),
        ("Diffusers", "Tables > Frameworks"),
        ("mT5", "Tables > In HTML"),
        ("Learned Step", "Tables > In HTML > Folded"),
    ],
)
def test_the_headings_above_an_item_are_its_categories(forms, title, where):
    assert chain(titled(forms, title)) == where


def test_empty_headings_are_categories_and_furniture_is_none(forms):
    categories = {section.title for section in forms.root.walk() if section.category}
    assert "Empty" in categories
    assert not categories & {"News", "Table of Contents", "Citation", "Awesome Forms"}
    assert forms.root.title == "Awesome Forms"


def test_authors_remarks_and_short_names(forms):
    names = [name.family for name in titled(forms, "Scalable").reading.authors]
    assert names == ["Peebles", "Xie"]
    assert titled(forms, "Born-Again").reading.others
    assert [n.family for n in titled(forms, "Mean teachers").reading.authors] == ["Tarvainen", "Valpola"]  # fmt: skip
    assert titled(forms, "Scalable").reading.tldr == "Transformers in diffusion."
    assert titled(forms, "Database").reading.award == "best paper"
    assert titled(forms, "LightGCN").reading.short == "LightGCN"
    assert titled(forms, "MotionGPT").reading.remark == ["Notes: good"]
    assert titled(forms, "DALL-E").reading.ticks == {"Training": False, "Inference": True}
    assert "file: ./notes.md" in titled(forms, "Fast Think").reading.remark


def test_what_is_not_understood_is_named(forms):
    assert [item.line + 1 for item in forms.not_understood] == [50]
    assert {note.kind for note in forms.notes} == {"label"}


def test_spans_are_whole_lines_and_runs_hold_all_papers(forms):
    for item in forms.items:
        assert item.start == 0 or forms.text[item.start - 1] == "\n"
        assert forms.text[item.start : item.end] == "".join(
            line + "\n" for line in forms.text.split("\n")[item.line : item.end_line]
        )
    assert [item for run in forms.runs for item in run.items] == forms.papers
    assert all(run.section is item.section for run in forms.runs for item in run.items)


def test_the_grammar_is_what_most_items_have(forms):
    assert forms.grammar.levels == 2
    assert forms.grammar.container in {"bullet", "numbered"}
    assert sum(forms.grammar.votes.values()) == len(forms.papers)
    assert read_list("").grammar.container == ""


def test_headings_can_be_titles():
    listing = read_list((DATA / "headings.md").read_text(encoding="utf-8"))
    assert [item.container for item in listing.papers] == ["heading"] * 3
    first = listing.papers[0].reading
    assert first.title == "ContractFuzzer: Fuzzing Smart Contracts for Vulnerability Detection"
    assert (first.venue, first.year, len(first.links)) == ("ASE", 2018, 2)


def test_a_comment_that_never_closes_is_named():
    text = "# A\n\n```\n<!--\n```\n\n<!-- x -->\n\n<!--\n- [A Title of a Paper](https://arxiv.org/abs/2006.11239)\n"
    listing = read_list(text)
    assert listing.unclosed == 9
    assert listing.papers == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "- " * 5_000,
        "> " * 3_000,
        "|" * 10_000 + "\n" + "|-" * 5_000 + "|",
        "\n\n".join(["[" * 3_000] * 20),
        "<table><tr><td>" * 2_000,
        "<details><summary>" * 500,
        "<!--" * 1_000,
        "**" * 5_000,
        "- [a](" + "(" * 9_000,
    ],
)
def test_hostile_input_is_read_to_the_end(text):
    assert read_list(text).papers == []


MARKDOWN = st.lists(
    st.sampled_from(["# ", "- ", "**", "[", "](https://arxiv.org/abs/2006.11239)", "A Title of Words", "\n", "\n\n", "|", "|-|\n", "  ", "*", "`", "<b>", "</b>", "<tr><td>", "2020", "ICLR ", "(", ")", ". ", "<li>", "é"]),
    max_size=40,
)  # fmt: skip


@given(MARKDOWN)
def test_no_item_is_lost_silently(pieces):
    listing = read_list("".join(pieces))
    for item in listing.items:
        reading = item.reading
        assert reading is not None
        assert reading.kind == "other" or reading.problem or reading.title


@pytest.fixture(scope="module")
def oddities() -> Listing:
    return read_list((DATA / "oddities.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("title", "facts"),
    [
        ("Generative adversarial networks for images and more", ("", None, "paper", "Titles")),
        ("Free-form continuous dynamics for reversible models", ("ICLR", 2019, "paper", "Titles")),
        ("Learning to rank things in order", ("", None, "paper", "Titles")),
        ("Auto-Encoding Variational Bayes", ("", 2013, "paper", "Titles")),
        ("Deep residual learning for image recognition", ("", None, "paper", "Titles")),
        ("Why does deep learning work so well?", ("", None, "paper", "Titles")),
        ("BERT pre-training of deep transformers", ("", None, "paper", "Titles")),
        ("Mamba", ("", None, "paper", "Titles")),
        ("Highly accurate protein structure prediction", ("", None, "paper", "Titles")),
        ("10 Things about machine learning that nobody says", ("", None, "paper paper", "Titles")),
        ("A title that stands behind its address", ("", None, "paper", "Titles")),
        ("Badges tell what they lead to", ("NeurIPS", 2020, "paper code", "Links")),
        (
            "Two codes of one paper about codes",
            ("", None, "paper code code slides slides", "Links"),
        ),
        ("Images are links as well here", ("", None, "paper", "Links")),
        ("Fast sampling of diffusion models with an integrator", ("", None, "paper", "Solvers")),
        ("Improved techniques for maximum likelihood of equations", ("", None, "paper", "Solvers")),
        ("Bullets inside of an empty bullet are items", ("", None, "paper", "Bullets")),
        ("A table inside of a bullet with papers", ("", None, "paper", "Tables in bullets")),
        ("Paragraphs below a bold head are papers too", ("ICML", 2020, "paper", "A bold head")),
        ("Bullets below a bold head are papers as well", ("", None, "paper", "Another head")),
        ("Attributes below a bold title", ("", None, "paper code", "Another head")),
        ("Papers that are folded away are read", ("", None, "paper", "Folded")),
        ("Bullets of HTML are items as well", ("", None, "paper", "Headings of HTML")),
        ("Learning the alphabet from three letters", ("ICML", 2021, "paper", "Tables")),
        ("Learning three further letters of it", ("CVPR", 2022, "paper", "Tables")),
        ("GHI", ("", 2023, "paper", "Tables")),
        ("Small model", ("", None, "paper", "Tables")),
    ],
)
def test_odd_items_say_their_facts(oddities, title, facts):
    item = titled(oddities, title)
    reading = item.reading
    roles = " ".join(link.role for link in reading.links)
    assert reading.title == title
    assert (reading.venue, reading.year, roles, item.section.title) == facts


def test_odd_items_keep_what_fits_nowhere(oddities):
    assert titled(oddities, "Generative").reading.short == "GAN"
    assert titled(oddities, "Free-form").reading.short == "FFJORD"
    assert titled(oddities, "Learning to rank").reading.remark == [
        "A remark of more than four words"
    ]
    assert len(titled(oddities, "Deep residual").reading.authors) == 4
    assert titled(oddities, "Why does").reading.others
    assert titled(oddities, "Mamba").reading.remark == ["linear-time sequence modeling"]
    assert titled(oddities, "Learning the").reading.ticks == {"Fast": True}
    assert titled(oddities, "Learning three").reading.remark == ["not yet"]
    assert titled(oddities, "Small").reading.remark == ["Size: 1B"]


def test_odd_items_that_are_none_are_named(oddities):
    problems = [
        (oddities.text[item.start : item.end][2:13], item.reading.problem)
        for item in oddities.not_understood
    ]
    assert problems == [
        ("[[paper]](h", "no title"),
        ("???  [[pape", "no title"),
        ("Only words ", "no link, venue, year or authors"),
    ]


@pytest.fixture(scope="module")
def shapes() -> Listing:
    return read_list((DATA / "shapes.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("title", "authors", "venue", "year"),
    [
        ("A fast learning algorithm for deep belief nets", "Hinton Teh", "", 2006),
        ("Recommendation as a language of everything", "", "arvix", 2022),
        ("A quoted title with a prize", "He", "ICLR", 2023),
        ("Understanding what stands before links", "", "", None),
        ("Attacks with ultrasonic triggers for ears", "Koffas Xu Conti", "WiseML", 2022),
        ("Knowledge prompts of some kind", "", "ACM MM", 2023),
        ("Layer counts", "Ba", "", 2016),
        ("A head: and its second bold run", "", "", None),
        ("A numbered title of words", "", "", None),
        ("RoboDog: A self-improving agent", "", "", 2023),
        ("A title over people with numbers", "He Xi Zhang", "", None),
        ('Metrics and attacks on "Truly Anonymous Synthetic Data"', "Ganev Cristofaro", "", 2023),
        ("Type inference with deep learning", "Lovelace Babbage Turing", "", 2018),
        ("A title of some words", "", "arXiv", 2025),
        ("RealTalk datasets", "", "", None),
        ("Machine Learning", "", "", 2025),
        ("Places and no people in lines", "", "arXiv", 2023),
        ("A plane of many images: Making it flat", "Lovelace Hopper Turing", "ECCV", 2022),
        ("Tiny Title", "", "ACM MM", 2025),
        ("Distances of charts and words", "He Xi", "arXiv", 2024),
        ("Titles below a line of prose", "", "", None),
        ("CelebReal", "", "", None),
        ("DeepPlan", "", "", None),
        ("Recipes for safety in open chat", "", "arxiv", None),
        ("T5 large", "", "", None),
    ],
)
def test_shapes_of_items_say_title_authors_venue_and_year(shapes, title, authors, venue, year):
    reading = next(item.reading for item in shapes.papers if item.reading.title == title)
    assert " ".join(name.family for name in reading.authors) == authors
    assert (reading.venue, reading.year) == (venue, year)


def test_shapes_keep_what_stands_beside_the_title(shapes):
    assert titled(shapes, "A quoted").reading.award == "Best Paper"
    assert titled(shapes, "RoboDog").reading.short == "RoboDog"
    kept = titled(shapes, "A title of some").reading.remark
    assert kept == ["Env: [Desktop], [Web]", "Key: Quality diversity, diffusion model"]
    assert titled(shapes, "T5 large").reading.remark == ["Kind: Open", "One: c", "Two: d"]
    cut_off = titled(shapes, "Recipes for safety").reading.links
    assert [link.role for link in cut_off] == ["paper", "code"]


def test_bullets_above_linked_titles_with_colons_are_headings(shapes):
    assert chain(titled(shapes, "Solver")) == "Nested > Generation of things"
    assert chain(titled(shapes, "An extension")) == "Nested"


def test_prose_that_links_to_papers_is_named(shapes):
    [note] = [note for note in shapes.notes if note.kind == "text"]
    assert shapes.text.split("\n")[note.line - 1].startswith("Older things")


def test_a_text_of_nothing_but_marks_is_read_in_no_time_as_plain_text():
    listing = read_list("# A\n\n" + "\n".join("- " + "_a*b" * 4_000 for _ in range(20)))
    assert listing.papers == []


def test_a_table_too_wide_to_be_one_is_named():
    wide = "|".join(["a"] * 150)
    listing = read_list(f"# T\n\n|{wide}|\n|{'-|' * 150}\n|{wide}|\n")
    assert not listing.items
    assert [note.kind for note in listing.notes] == ["too-long"]
