"""Papers, records and answers for tests of the decisions; no network."""

from __future__ import annotations

from bib2awesome.bib.document import Document
from bib2awesome.bib.names import Name
from bib2awesome.enrich.decision import Wishes
from bib2awesome.enrich.plan import enrichment
from bib2awesome.enrich.questions import Dialogue
from bib2awesome.papers.paper import Paper
from bib2awesome.sources.base import Absent, Answer, Found, Query, Record, Unasked

SOURCES = ("crossref", "datacite", "arxiv", "dblp", "openreview", "huggingface")


def papers(text):
    document = Document.parse(text if isinstance(text, bytes) else text.encode())
    return [Paper(document, entry) for entry in document.entries]


def record(source="crossref", *, doi=None, title="Sparse Bird Songs at Dawn in Cities", **more):
    more.setdefault("authors", (Name("Aya", "Ito"), Name("Minji", "Kim")))
    more.setdefault("year", 2020)
    url = f"https://example.org/{source}/{doi or more.get('arxiv') or 'x'}"
    return Record(source=source, url=url, doi=doi, title=title, **more)


def planned(text, answers=None, *, down=(), sources=SOURCES, slow=(), **wishes):
    """Return the plan of the entries in `text`, and what was asked.

    `answers` maps (source, scheme) to the records that every such question gets; services of `down`
    cannot be asked, every other question has no answer. Answers come in the order of the questions, those
    of `slow` services when no other is waited for.
    """
    answers = answers or {}
    dialogue = Dialogue(papers(text), sources, wishes.get("fields"))
    said = {}
    waiting = list(dialogue.begin())
    while waiting:
        waiting.sort(key=lambda asked: asked[0] in slow)
        asked = waiting.pop(0)
        if asked in said:
            continue
        source, query = asked
        records = tuple(
            one
            for one in answers.get((source, query.scheme), ())
            if query.scheme != "doi" or one.doi == query.value
        )
        answer: Answer
        if source in down:
            answer = Unasked(source, query, "u", "answers 503")
        elif records:
            answer = Found(source, query, records, "u", "2026-11-27")
        else:
            answer = Absent(source, query, "u", "2026-11-27")
        said[asked] = answer
        waiting += dialogue.then(answer)
    return enrichment(dialogue, said, Wishes(**wishes)), [(s, Query(*q[:2])) for s, q in said]


def set_of(plan):
    return {change.field or change.action: change.new_text for change in plan.changes}
