"""What is wrong in a .bib file as far as its text goes: findings S001 to S006."""

from __future__ import annotations

from bib2awesome.bib.document import Document
from bib2awesome.errors import Finding, Severity

__all__ = ["findings_of"]


def findings_of(document: Document) -> list[Finding]:
    """Return the findings of a document, in file order."""
    found: list[Finding] = []
    for block in document.blocks:
        if block.kind == "broken" and block.at is not None:
            found.append(
                Finding(
                    "S001", "broken-block", Severity.ERROR, f"expected {block.expected}", document.place(block.at)
                )
            )
    return found
