"""A list written in any of these grammars is read back whole: titles, authors, venues, years, links, categories.

A grammar is what an author of a list settles on: where titles, authors, venue and links stand, how each is
marked, what is between them, and what the headings are. Every item of a list is written in the one of its list.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bib2awesome.importers.lists.listing import read_list
from bib2awesome.importers.lists.model import Item
from bib2awesome.papers.identifiers import Identifier, identify


@dataclass(frozen=True)
class Work:
    """What is true of a paper; `code` is a repository on GitHub or ""."""

    title: str
    authors: tuple[str, ...]
    venue: str
    year: int
    url: str
    identifier: Identifier | None
    code: str = ""


def _arxiv(title: str, authors: str, venue: str, number: str, code: str = "") -> Work:
    name, _, year = venue.rpartition(" ")
    url, identifier = f"https://arxiv.org/abs/{number}", Identifier("arxiv", number)
    return Work(title, tuple(authors.split(", ")), name, int(year), url, identifier, code)


WORKS = (
    _arxiv("Attention Is All You Need", "Ashish Vaswani, Noam Shazeer, Niki Parmar", "NeurIPS 2017", "1706.03762", "tensorflow/tensor2tensor"),
    _arxiv("Deep Image Prior", "Dmitry Ulyanov, Andrea Vedaldi, Victor Lempitsky", "CVPR 2018", "1711.10925", "DmitryUlyanov/deep-image-prior"),
    _arxiv("What Does BERT Look At? An Analysis of BERT's Attention", "Kevin Clark, Urvashi Khandelwal, Omer Levy", "BlackboxNLP 2019", "1906.04341"),
    _arxiv("Poincaré Embeddings for Learning Hierarchical Representations", "Maximilian Nickel, Douwe Kiela", "NeurIPS 2017", "1705.08039"),
    _arxiv("How to Train Your MAML", "Antreas Antoniou, Harrison Edwards, Amos Storkey", "ICLR 2019", "1810.09502", "AntreasAntoniou/HowToTrainYourMAMLPytorch"),
    _arxiv("Adam: A Method for Stochastic Optimization", "Diederik P. Kingma, Jimmy Lei Ba", "ICLR 2015", "1412.6980"),
    _arxiv("Representation Learning with Contrastive Predictive Coding", "Aäron van den Oord, Yazhe Li, Oriol Vinyals", "arXiv 2018", "1807.03748"),
    _arxiv("YOLOv4: Optimal Speed and Accuracy of Object Detection", "Alexey Bochkovskiy, Chien-Yao Wang, Hong-Yuan Mark Liao", "arXiv 2020", "2004.10934", "AlexeyAB/darknet"),
    _arxiv("Fast, Slow, and Everything in Between", "Ada Lovelace, Conor O'Neill", "ICML 2020", "2002.00001", "ada/fast"),
    _arxiv("On the Origin of Threads, Looms, and Neural Networks", "Grace Hopper, An Zhang, Łukasz Kaiser", "EMNLP 2021", "2109.00002"),
    _arxiv("1984 Revisited: Surveillance in the Wild", "George B. Orwell, Ada Lovelace", "USENIX Security 2022", "2208.00003"),
    _arxiv("Nature-Inspired Looms: What Science Forgot", "Mary Somerville, Jean d'Alembert", "Nature 2021", "2101.00004", "mary/nature.py"),
    _arxiv("Solving $k$-SUM in Fewer Steps", "Wei Xu, Yi Ma, Bo Li", "arXiv 2023", "2303.00005"),
    _arxiv("C++ Considered Slow, Rust Considered Woven", "Charles Babbage, Renée de la Croix", "OSDI 2020", "2011.00006", "babbage/woven-rust"),
    Work("Visualizing Data using t-SNE", ("Laurens van der Maaten", "Geoffrey E. Hinton"), "JMLR", 2008, "https://jmlr.org/papers/v9/vandermaaten08a.html", None),
    Work("Glove: Global Vectors for Word Representation", ("Jeffrey Pennington", "Richard Socher", "Christopher D. Manning"), "EMNLP", 2014, "https://aclanthology.org/D14-1162/", Identifier("acl", "D14-1162"), "stanfordnlp/GloVe"),
    Work("Mastering the game of Go without human knowledge", ("David Silver", "Julian Schrittwieser", "Karen Simonyan"), "Nature", 2017, "https://doi.org/10.1038/nature24270", Identifier("doi", "10.1038/nature24270")),
    Work("How Powerful are Graph Neural Networks?", ("Keyulu Xu", "Weihua Hu", "Jure Leskovec"), "ICLR", 2019, "https://openreview.net/forum?id=ryGs6iA5Km", Identifier("openreview", "ryGs6iA5Km"), "weihua916/powerful-gnns"),
)  # fmt: skip
HEADINGS = ("Surveys", "Image Generation", "Datasets & Benchmarks", "Few-Shot Learning", "Safety, Security and Privacy", "3D Reconstruction", "Explainability (XAI)", "Theory")  # fmt: skip

TITLES = ("{title}", "**{title}**", "[{title}]({url})", '"{title}"', '**"{title}"**', "**[{title}]({url})**", "[**{title}**]({url})", "<b>{title}</b>", "**{title}.**")  # fmt: skip
AUTHORS = ("", "*{}*", "_{}_", "{}", "({})", "*{}.*")
NAMES = (", ", ", and ", " and ", " & ", " et al.", "initials")
VENUES = ("", "{v} {y}", "{v}, {y}", "({v} {y})", "[{v} {y}]", "`{v} {y}`", "*{v} {y}*", "**{v} {y}**", "**`{v} {y}`**", "<ins>{v}, {y}</ins>", "*{v}*, {y}", "({v}'{yy})", "![](https://img.shields.io/badge/{badge}-{y}-green)")  # fmt: skip
TAGS = (
    "",
    "",
    "",
    "[{v} {y}] ",
    "**[{v} {y}]** ",
    "`{v} {y}` ",
    "({v} {y}) ",
    "{v} {y} | ",
    "[**{v} {y}**] ",
)
LINKS = ("[[{label}]({url})]", "[[{label}]]({url})", "[{label}]({url})", r"[\[{label}\]]({url})", "([{label}]({url}))", "[`{label}`]({url})", '<a href="{url}">[{label}]</a>', "[![{label}](https://img.shields.io/badge/{label}-blue)]({url})")  # fmt: skip
LABELS = (("Paper", "Code"), ("pdf", "code"), ("arXiv", "GitHub"), ("link", "PyTorch"))
HEADS = ("| Title | Authors | Venue | Year | Links |", "| Paper | Author(s) | Publication | Date | Resources |")  # fmt: skip


@dataclass(frozen=True)
class Grammar:
    """How a list is written; `tag` says the venue in front of the title, in place of `venue`."""

    item: str
    title: str
    authors: str
    names: str
    venue: str
    tag: str
    link: str
    labels: tuple[str, str]
    between: str
    order: str
    lines: str
    headings: str


GRAMMARS = st.builds(
    Grammar,
    item=st.sampled_from(("- ", "* ", "+ ", "1. ", "", "|")),
    title=st.sampled_from(TITLES),
    authors=st.sampled_from(AUTHORS),
    names=st.sampled_from(NAMES),
    venue=st.sampled_from(VENUES),
    tag=st.sampled_from(TAGS),
    link=st.sampled_from(LINKS),
    labels=st.sampled_from(LABELS),
    between=st.sampled_from((" ", ". ", " | ", " - ")),
    order=st.sampled_from(("avl", "val", "alv")),
    lines=st.sampled_from(("", "", " \\\n", "  \n", "<br>\n", "\n- ")),
    headings=st.sampled_from(("#", "<h>", "**", "-", "summary")),
)


def people(work: Work, style: str) -> tuple[str, list[str]]:
    """Return authors as they stand, and the family names that are among them."""
    families = [name.split(" ")[-1] for name in work.authors]
    if style == " et al.":
        return f"{work.authors[0]} et al.", [*families[:1], "others"]
    if style == "initials":
        return ", ".join(f"{one[0]}. {own}" for one, own in zip(work.authors, families, strict=True)), families  # fmt: skip
    last = " and " if style == ", and " and len(families) == 2 else style
    return last.join((", ".join(work.authors[:-1]), work.authors[-1])), families


def slots(work: Work, grammar: Grammar) -> dict[str, str]:
    """Return what stands in each place, marked as the grammar marks it; "" where nothing does."""
    links = [] if "{url}" in grammar.title else [(grammar.labels[0], work.url)]
    links += [(grammar.labels[1], f"https://github.com/{work.code}")] if work.code else []
    said = {"v": work.venue, "y": work.year, "yy": f"{work.year % 100:02}", "badge": work.venue.replace(" ", "%20")}  # fmt: skip
    return {
        "t": grammar.tag.format(**said) + grammar.title.format(title=work.title, url=work.url),
        "a": grammar.authors.format(people(work, grammar.names)[0]),
        "v": "" if grammar.tag else grammar.venue.format(**said),
        "l": " ".join(grammar.link.format(label=label, url=url) for label, url in links),
    }


def joined(parts: list[str], between: str) -> str:
    """Return slots on one line; a blank is enough between them only where marks show what begins."""
    text = parts[0]
    for part in parts[1:]:
        marked = part[0] in "*_`[(!" or part.startswith("<a")
        gap = between if marked or between != " " else ". "
        text += (gap.lstrip(".") if text.rstrip('*"')[-1] in ".?" else gap) + part
    return text


def item(work: Work, grammar: Grammar) -> str:
    """Return an item with its lines."""
    own = slots(work, grammar)
    if grammar.item == "|":
        title = grammar.title.format(title=work.title, url=work.url)
        return f"| {title} | {people(work, grammar.names)[0]} | {work.venue} | {work.year} | {own['l']} |\n"  # fmt: skip
    parts = [own[slot] for slot in grammar.order if own[slot]]
    text = grammar.lines.join([own["t"], *parts]) if grammar.lines else joined([own["t"], *parts], grammar.between)  # fmt: skip
    text = text.replace("\n", "\n" + " " * len(grammar.item))
    return f"{grammar.item}{text}\n" + ("" if grammar.item else "\n")


def heading(title: str, grammar: Grammar, level: int) -> str:
    """Return a heading, and the table's head if there is one below."""
    table = (
        f"{HEADS[len(grammar.names) % 2]}\n|---|---|---|---|---|\n" if grammar.item == "|" else ""
    )
    shown = {
        "#": f"{'#' * (level + 1)} {title}\n\n",
        "<h>": f"<h{level + 1}>{title}</h{level + 1}>\n\n",
        "**": f"**{title}**\n\n",
        "summary": f"<details>\n<summary>{title}</summary>\n\n",
        "-": f"- {title}\n",
    }
    return f"\n{shown[grammar.headings]}{table}"


def readable(grammar: Grammar) -> Grammar:
    """Return a grammar that somebody would use: what nobody could tell apart is put otherwise."""
    headings = grammar.headings
    if (headings == "-" and grammar.item in {"", "|"}) or (headings == "**" and not grammar.item):
        headings = "#"
    lines = grammar.lines
    if lines == "\n- " and (not grammar.item or headings == "-"):
        lines = "<br>\n"
    return replace(grammar, headings=headings, lines=lines)


def said(work: Work, grammar: Grammar, above: tuple[str, ...]) -> tuple[object, ...]:
    """Return what an item says, in the order of `found`."""
    table = grammar.item == "|"
    placed = bool(table or grammar.tag or grammar.venue)
    links = [
        ("paper", work.url),
        *([("code", f"https://github.com/{work.code}")] if work.code else []),
    ]
    return (
        work.title,
        people(work, grammar.names)[1] if table or grammar.authors else [],
        (work.venue, work.year) if placed else ("", None),
        links,
        work.identifier,
        above,
    )  # fmt: skip


def found(one: Item) -> tuple[object, ...]:
    """Return what was read of an item."""
    reading = one.reading
    assert reading is not None
    assert not reading.remark
    families = [name.family for name in reading.authors] + ["others"] * reading.others
    works = [name for link in reading.links[:1] for name in identify(link.url)]
    return (
        reading.title,
        families,
        (reading.venue, reading.year),
        [(link.role, link.url) for link in reading.links],
        works[0] if works else None,
        tuple(section.title for section in one.section.chain),
    )


def listed(
    grammar: Grammar, works: list[Work], first: int, *, deep: bool
) -> tuple[str, list[tuple[object, ...]]]:
    """Return a list of three sections, and what its items say."""
    top, below, last = HEADINGS[first : first + 3]
    deep = deep and grammar.headings in {"#", "<h>"}
    sections = (
        (1, (top,), works[:3]),
        (1 + deep, (top, below) if deep else (below,), works[3:6]),
        (1, (last,), works[6:]),
    )
    indent = "  " if grammar.headings == "-" else ""
    text = "# Awesome Looms\n"
    truth = []
    for level, above, some in sections:
        text += heading(above[-1], grammar, level)
        items = "".join(item(work, grammar) for work in some)
        text += "".join(indent + line for line in items.splitlines(keepends=True))
        text += "\n</details>\n" if grammar.headings == "summary" else ""
        truth += [said(work, grammar, above) for work in some]
    return text, truth


@settings(max_examples=250, derandomize=True)
@given(
    grammar=GRAMMARS.map(readable),
    works=st.lists(st.sampled_from(WORKS), min_size=8, max_size=8, unique=True),
    first=st.integers(0, len(HEADINGS) - 3),
    deep=st.booleans(),
)
def test_a_list_is_read_back_whole(grammar, works, first, deep):
    text, truth = listed(grammar, works, first, deep=deep)
    listing = read_list(text)
    assert [found(one) for one in listing.papers] == truth
    assert not listing.not_understood
