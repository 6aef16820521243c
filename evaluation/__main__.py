"""Print how right `enrich` is on a random draw: `python -m evaluation LAB [--draw N] [--works N]`.

LAB is the folder of the stand-in services (lab.py and works-dev.jsonl.gz). The figures: DOIs of works
that have one (precision and recall over entries that are clean, accented, mistyped, without subtitle, a
year off, or end in "and others"), DOIs written for works that have none or that do not exist, preprints
proposed as published, requests, and the requests of a second run. Tune on one draw, confirm on another.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import unicodedata
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bib2awesome.bib.latex import to_latex

Work = dict[str, Any]


def tell(*words: object) -> None:
    """Print words, a blank between them."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")


TYPES = {
    "proceedings-article": "inproceedings",
    "journal-article": "article",
    "book-chapter": "inproceedings",
}


def mistyped(title: str, dice: random.Random) -> str:
    """Return `title` with two letters of one long word swapped."""
    words = title.split(" ")
    long = [i for i, word in enumerate(words) if len(word) > 6 and word.islower()]  # noqa: PLR2004
    if long:
        index = dice.choice(long)
        word, at = words[index], dice.randrange(2, len(words[index]) - 2)
        words[index] = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return " ".join(words)


def varied(work: Work, kind: str, dice: random.Random) -> Work:
    """Return the work as a careless author writes it down."""
    entry = {
        name: work.get(name) for name in ("title", "authors", "year", "type", "venue", "container")
    }
    if kind == "mistyped":
        entry["title"] = mistyped(work["title"], dice)
    elif kind == "subtitle-less" and ": " in work["title"] and "Part " not in work["title"]:
        entry["title"] = work["title"].partition(": ")[0]
    elif kind == "year-shifted" and work["year"]:
        entry["year"] = work["year"] + dice.choice((-1, 1))
    elif kind == "others":
        entry["authors"] = [*work["authors"][: max(1, len(work["authors"]) // 2)], None]
    elif kind == "accented":
        entry["title"] = to_latex(work["title"])
    return entry


WITH_VENUE = 0.7
VARIANTS = ("clean", "accented", "mistyped", "subtitle-less", "year-shifted", "others")


def bibtex(key: str, entry: Work, *, arxiv: str | None = None, venue: bool = True) -> str:
    """Return an entry of a .bib file."""
    names = " and ".join(
        "others" if name is None else ", ".join(map(to_latex, name)) for name in entry["authors"]
    )
    kind = "misc" if arxiv else TYPES.get(entry["type"], "misc")
    fields = {"title": entry["title"], "author": names, "year": str(entry["year"] or "")}
    place = (entry.get("container") or [entry.get("venue") or ""])[0] if venue else ""
    if arxiv:
        fields |= {"eprint": arxiv, "archiveprefix": "arXiv"}
    elif place:
        fields["journal" if kind == "article" else "booktitle"] = place.replace("&", "\\&")
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{kind}{{{key},\n{lines}\n}}\n"


class Case:
    """An entry and the DOI that is right for it (None: none may be written).

    `others` are DOIs of further records of the very same work, which the data hold with and without.
    """

    def __init__(
        self, group: str, text: str, doi: str | None, others: frozenset[str] = frozenset()
    ) -> None:
        self.group, self.text, self.doi, self.others = group, text, doi, others


def _identity(work: Work) -> tuple[str, str]:
    title, subtitle = work["title"], work.get("subtitle") or ""
    whole = title if subtitle in title else title + subtitle
    return _letters(whole), _letters(work["authors"][0][0])


def _letters(text: str) -> str:
    """Return the letters and digits of `text`, alike for `Müller`, `Mueller` and `Muller`."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(WITHOUT_MARKS))
    return re.sub("(?<=[aou])e", "", "".join(filter(str.isalnum, bare)))


WITHOUT_MARKS = str.maketrans({"ø": "o", "æ": "a", "œ": "o", "ł": "l", "đ": "d"})


def cases(works: list[Work], number: int, dice: random.Random) -> Iterator[tuple[str, Case]]:
    """Yield keys and cases: works with a DOI in all variants, without one, absent, published preprints.

    A DOI under which the data hold two works is nobody's.
    """
    works = [w for w in works if not w.get("update-to")]
    usable = [
        w for w in works if "raw" not in w and w.get("authors") and w.get("title") and w.get("year")
    ]
    claimed = Counter(w["doi"] for w in works if w.get("doi"))
    with_doi = [w for w in usable if claimed[w.get("doi")] == 1 and w["type"] in TYPES]
    without = [w for w in usable if not w.get("doi") and w["type"] in TYPES]
    preprints = [w for w in with_doi if w.get("arxiv")]
    titles = Counter(w["title"].casefold() for w in usable)
    twins = [w for w in usable if titles[w["title"].casefold()] > 1 and w["type"] in TYPES]

    dois: dict[tuple[str, str], set[str]] = {}
    for work in usable:
        if work.get("doi"):
            dois.setdefault(_identity(work), set()).add(work["doi"])

    def some(pool: list[Work], count: int) -> list[Work]:
        return dice.sample(pool, min(count, len(pool)))

    for index, work in enumerate(some(with_doi, number)):
        kind = VARIANTS[index % len(VARIANTS)]
        entry = varied(work, kind, dice)
        yield (
            f"w{index}",
            Case(kind, bibtex(f"w{index}", entry, venue=dice.random() < WITH_VENUE), work["doi"]),
        )
    for index, work in enumerate(some(without, number // 4)):
        yield (
            f"n{index}",
            Case(
                "no DOI",
                bibtex(f"n{index}", varied(work, "clean", dice)),
                None,
                frozenset(dois.get(_identity(work), ())),
            ),
        )
    for index, work in enumerate(some(twins, number // 4)):
        case = Case(
            "collision",
            bibtex(f"c{index}", varied(work, "clean", dice)),
            work.get("doi"),
            frozenset(dois.get(_identity(work), ())),
        )
        yield f"c{index}", case
    for index, work in enumerate(some(with_doi, number // 8)):
        other = varied(work, "clean", dice) | {"authors": [["Nobody", "Ada"], ["Noone", "Bert"]]}
        yield f"a{index}", Case("absent", bibtex(f"a{index}", other), None)
    for index, work in enumerate(some(preprints, 20)):
        stamp = work["arxiv"]
        entry = varied(work, "clean", dice) | {
            "year": stamp["year"],
            "title": stamp.get("title") or work["title"],
        }
        yield (
            f"p{index}",
            Case("preprint", bibtex(f"p{index}", entry, arxiv=stamp["id"]), work["doi"]),
        )


def run(bib: Path, environment: dict[str, str], *options: str) -> Work:
    """Run `enrich` on a file and return its JSON."""
    command = [sys.executable, "-m", "bib2awesome", "--bib", str(bib), "enrich", "--json", *options]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if not done.stdout:
        sys.exit(f"enrich failed with {done.returncode}:\n{done.stderr}")
    answer: Work = json.loads(done.stdout)
    return answer | {"code": done.returncode}


def figures(all_: dict[str, Case], plan: Work, say: Callable[[str], object]) -> None:
    """Print what was right and wrong."""
    written = {c["key"]: c["new_text"] for c in plan["changes"] if c["field"] == "doi"}
    counts: Counter[tuple[str, str]] = Counter()
    for key, case in all_.items():
        got = written.get(key)
        if case.doi is None:
            result = "right" if got is None or got in case.others else "wrong"
        else:
            result = (
                "missed" if got is None else "right" if got.lower() == case.doi.lower() else "wrong"
            )
        counts[case.group, result] += 1
        if result != "right":
            about = next(
                (a["reason"] for a in plan["ambiguous"] if a["key"] == key), "no candidate"
            )
            say(f"{result}: {got or about}, expected {case.doi}\n{case.text}")
    for group in dict.fromkeys(case.group for case in all_.values()):
        tell(group, *(f"{name} {counts[group, name]}" for name in ("right", "wrong", "missed")))
    right, wrong, missed = (
        sum(counts[kind, name] for kind in VARIANTS) for name in ("right", "wrong", "missed")
    )
    tell(
        f"precision {right / max(1, right + wrong):.4f}  recall {right / max(1, right + wrong + missed):.4f}"
    )


def main() -> None:
    """Draw, run twice, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lab", type=Path)
    parser.add_argument("--draw", type=int, default=1)
    parser.add_argument("--works", type=int, default=300)
    parser.add_argument("--verbose", action="store_true")
    parser.add_argument("--options", default="", help="further options of the lab")
    options = parser.parse_args()
    with gzip.open(options.lab / "works-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        works = [json.loads(line) for line in lines]
    all_ = dict(cases(works, options.works, random.Random(options.draw)))  # noqa: S311 - no secret
    lab = [sys.executable, str(options.lab / "lab.py"), "--port", "0", *options.options.split()]
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen(lab, stdout=subprocess.PIPE, text=True) as server,  # noqa: S603
    ):
        started = json.loads(server.stdout.readline() if server.stdout else "{}")
        bib = Path(folder) / "survey.bib"
        bib.write_text("\n".join(case.text for case in all_.values()), encoding="utf-8")
        environment = os.environ | started["env"] | {
            "BIB2AWESOME_CACHE_DIR": f"{folder}/cache", "NO_PROXY": "127.0.0.1", "BIB2AWESOME_MAILTO": "me@example.org"
        }  # fmt: skip
        try:
            plan = run(bib, environment, "--check")
            figures(all_, plan, tell if options.verbose else lambda _: None)
            tell(
                "requests", plan["requests"], "exit", plan["code"], "unasked", len(plan["unasked"])
            )
            tell("second run", run(bib, environment, "--check")["requests"])
            with urllib.request.urlopen(f"{started['base']}/lab/stats") as answer:  # noqa: S310 - ours
                services = json.load(answer)["services"]
            tell("answered 429", {name: one.get("429", 0) for name, one in services.items()})
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
