"""`add`: new entries by identifier, URL, title or BibTeX."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from bib2awesome.cli.examples import example
from bib2awesome.cli.exit_codes import FINDINGS, UNANSWERED
from bib2awesome.cli.writing import Writing, settle, writes

if TYPE_CHECKING:
    from bib2awesome.cli.session import Session

__all__ = ["command"]


@click.command(
    "add",
    epilog=example(
        "bib2awesome add 10.1109/CVPR52729.2023.00196 --category algorithm",
        "bib2awesome add 2407.03297 https://aclanthology.org/2023.emnlp-main.289/",
        'bib2awesome add "Denoising Diffusion Implicit Models"',
        "bib2awesome add - < found.bib",
    ),
)
@click.argument("ids", nargs=-1, metavar="ID...", required=True)
@click.option(
    "--category", metavar="C", help="Put the new entries into the category C (id or path)."
)
@writes("add")
def command(
    session: Session, *, writing: Writing, ids: tuple[str, ...], category: str | None
) -> int:
    """Add papers by DOI, arXiv id, URL or title, or from BibTeX.

    ID is a DOI, an arXiv, OpenReview or ACL Anthology id, a URL or a quoted title. Of a URL without
    such an id, such as a page of a proceedings, the page itself is read.

    ID can be `-`: then BibTeX, or a list of ids and titles, one a line, comes from standard input. A
    work that is there already is named with its key and category. A new entry stands behind the last
    one of its category. For a title, candidates are listed to choose from; where nobody can be asked,
    that is all, with exit code 1.
    """
    from bib2awesome.cli.adding import Additions  # noqa: PLC0415 - start-up
    from bib2awesome.cli.asking import answers_to  # noqa: PLC0415
    from bib2awesome.enrich import adding  # noqa: PLC0415

    survey = session.survey()
    additions = Additions(session, survey, category)
    words: list[str] = []
    for text in ids:
        words += additions.from_input(sys.stdin.buffer.read()) if text == "-" else [text]
    requests = [adding.Request.of(text) for text in dict.fromkeys(words) if text.strip()]
    unknown = [one for one in requests if not additions.is_known(one)]
    wanted = [asked for one in unknown for asked in adding.questions(one)]
    answers, counts = answers_to(session, survey.config, wanted, adding.follow_up)
    for one in unknown:
        additions.take(one, adding.resolved(one, answers))
    plan = additions.plan(counts)
    codes = [*([FINDINGS] if additions.undecided else []), *([UNANSWERED] if plan.unasked else [])]
    return settle(session, survey, plan, writing, findings=additions.findings, codes=codes)
