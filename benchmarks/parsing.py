"""How fast the reader is, against bibtexparser and pybtex, in one run on files made here.

Each reader runs in an interpreter of its own, so that its peak memory is its own too. The times are of
parsing alone: the file is in memory, the library imported. Ours is measured twice: `Document.parse`,
which finds all spans (the budget), and parsing plus one Python object for every entry and every field
with each span taken out of it, which no command does.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from bib2awesome.bib.document import Document

__all__ = ["READERS", "Parsing", "compare", "make"]

READERS = ("ours", "ours, every view", "bibtexparser", "pybtex")

_WORDS = [
    "attention",
    "consistency",
    "denoising",
    "diffusion",
    "distillation",
    "efficient",
    "fast",
    "flow",
    "generation",
    "guidance",
    "image",
    "language",
    "large",
    "latent",
    "learning",
    "matching",
    "model",
    "neural",
    "noise",
    "of",
    "one",
    "optimal",
    "path",
    "sampling",
    "scale",
    "schedule",
    "score",
    "sparse",
    "step",
    "text",
    "the",
    "token",
    "training",
    "transformer",
    "transport",
    "video",
    "with",
]
_NAMES = [
    "Ada",
    "Béla",
    "Chen",
    "Dana",
    "Eve",
    "Fatima",
    "Gao",
    "Hugo",
    "Ines",
    "Jun",
    "Kofi",
    "Lea",
    "Mei",
    "Nils",
    "Olga",
    "Paul",
    "Qin",
    "Rosa",
]


class Parsing(NamedTuple):
    """What one reader took for one file: seconds, and peak memory as a multiple of the file's size."""

    reader: str
    megabytes: int
    seconds: float
    memory: float


def make(megabytes: float, seed: int = 1) -> bytes:
    """Return a .bib file of about that many million bytes; the same seed gives the same file."""
    draw = random.Random(seed)  # noqa: S311  nothing secret
    parts = [b'@string{neurips = "Advances in Neural Information Processing Systems"}\n\n']
    size = number = 0
    while size < megabytes * 1_000_000:
        number += 1
        parts.append(_entry(draw, number).encode())
        size += len(parts[-1])
    return b"".join(parts)


def _entry(draw: random.Random, number: int) -> str:
    title = " ".join(draw.choices(_WORDS, k=draw.randint(5, 14))).capitalize()
    authors = " and ".join(
        f"{draw.choice(_WORDS).capitalize()}, {draw.choice(_NAMES)}"
        for _ in range(draw.randint(1, 7))
    )
    year = draw.randint(1990, 2026)
    arxiv = f"{draw.randint(7, 26):02}{draw.randint(1, 12):02}.{draw.randint(0, 99999):05}"
    fields = [
        f"  title     = {{{title} with {{{draw.choice(_WORDS).upper()}}}}}",
        f"  author    = {{{authors}}}",
        "  booktitle = neurips" if number % 3 else '  journal   = "Journal of {M}achine Learning"',
        f"  pages     = {{{draw.randint(1, 999)}--{draw.randint(1000, 1999)}}}",
        f"  year      = {year}" if number % 2 else f"  year      = {{{year}}}",
        f"  url       = {{https://arxiv.org/abs/{arxiv}}}",
        f"  eprint    = {{{arxiv}}}",
        "  category  = {algorithm/efficient-training}",
    ]
    if not number % 4:
        abstract = " ".join(draw.choices(_WORDS, k=120))
        fields.append(f"  abstract  = {{{abstract}.}}")
    comma = "," if number % 5 else ""
    return f"@inproceedings{{key{year}:{number},\n" + ",\n".join(fields) + comma + "\n}\n\n"


def compare(sizes: Sequence[int] = (1, 10, 50), readers: Iterable[str] = READERS) -> list[Parsing]:
    """Return what each reader took for a file of each size, in million bytes."""
    results: list[Parsing] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"{size}.bib"
            path.write_bytes(make(size))
            for reader in readers:
                seconds, memory = _measure(reader, path)
                results.append(Parsing(reader, size, seconds, memory))
    return results


def _measure(reader: str, path: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "benchmarks.parsing", reader, str(path)]
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(command, capture_output=True, check=True, cwd=root)  # noqa: S603  our own
    seconds, memory = json.loads(done.stdout)
    return seconds, memory


def _run(reader: str, path: Path) -> tuple[float, float]:
    """Parse one file in this process: best of up to five runs, and the peak of the first."""
    import gc  # noqa: PLC0415
    from time import process_time  # noqa: PLC0415

    data = path.read_bytes()
    parse = _reader(reader, data)
    before = _peak()
    times: list[float] = []
    memory = 0.0
    while len(times) < 5 and sum(times) < 2:  # noqa: PLR2004
        gc.collect()
        start = process_time()
        result = parse()
        times.append(process_time() - start)
        # the file itself counts: it has to be held
        memory = memory or (_peak() - before + len(data)) / len(data)
        del result
    return min(times), memory


def _peak() -> int:
    """Return the peak memory of this process in bytes, 0 where the system does not say."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _reader(reader: str, data: bytes) -> Callable[[], object]:
    """Return a function of no arguments that parses `data`, with everything imported and warm."""
    if reader == "bibtexparser":
        from bibtexparser.entrypoint import parse_string as split  # noqa: PLC0415

        text = data.decode()
        split(text[:2000], parse_stack=[])
        return lambda: split(text, parse_stack=[])
    if reader == "pybtex":
        from pybtex.database import parse_string  # noqa: PLC0415

        text = data.decode()
        return lambda: parse_string(text, "bibtex")
    from bib2awesome.bib.document import Document  # noqa: PLC0415

    if reader == "ours":
        return lambda: Document.parse(data)
    return lambda: _every_view(Document.parse(data))


def _every_view(document: Document) -> Document:
    for entry in document.entries:
        _ = entry.type_span, entry.key_span, entry.closing
        for field in entry.fields:
            _ = field.name_span, field.value_span, field.separator
    return document


if __name__ == "__main__":
    print(json.dumps(_run(sys.argv[1], Path(sys.argv[2]))))  # noqa: T201
