"""Findings for machines: annotations of GitHub's workflows, and SARIF 2.1.0.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from bib2awesome import __version__
from bib2awesome.check.base import Rule
from bib2awesome.errors import Finding, Place, Severity, visible

__all__ = ["github", "sarif"]

_SARIF_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def github(findings: Iterable[Finding], prefix: str = "") -> str:
    """Return one workflow command a line, which GitHub shows beside the changed lines.

    Args:
        findings: What was found.
        prefix: The survey's folder below that of the repository, with a `/` behind it, or "".
    """
    return "".join(_annotation(finding, prefix) for finding in findings)


def _annotation(finding: Finding, prefix: str) -> str:
    place = finding.place or Place("")
    values = {
        "file": prefix + place.file if place.file else None,
        "line": place.line,
        "col": place.column,
        "endLine": place.end_line,
        # GitHub takes columns only where a span is within one line
        "endColumn": place.end_column if place.line == place.end_line else None,
        "title": f"{finding.code} {finding.name}",
    }
    properties = ",".join(
        f"{name}={_escaped(str(value), ',:')}" for name, value in values.items() if value
    )
    message = finding.message + (f"; {finding.hint}" if finding.hint else "")
    return f"::{_GITHUB[finding.severity]} {properties}::{_escaped(message)}\n"


def _escaped(text: str, more: str = "") -> str:
    """Escape what would end a command or start another: data can never become one."""
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return visible(text)


def sarif(findings: Sequence[Finding], rules: Sequence[Rule], prefix: str = "") -> dict[str, Any]:
    """Return a SARIF log with one run.

    Args:
        findings: What was found.
        rules: The rules that ran; each finding's is among them.
        prefix: As for `github`.
    """
    order = {rule.code: index for index, rule in enumerate(rules)}
    return {
        "$schema": _SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "bib2awesome",
                        "semanticVersion": __version__,
                        "rules": [_descriptor(rule) for rule in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, order, prefix) for finding in findings],
            }
        ],
    }


def _descriptor(rule: Rule) -> Mapping[str, Any]:
    text = rule.explanation
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": text.partition("\nBad:")[0].strip()},
        "help": {"text": text},
        "defaultConfiguration": {"level": _SARIF[rule.severity]},
        "properties": {"tags": [rule.group]},
    }


def _result(finding: Finding, order: Mapping[str, int], prefix: str) -> Mapping[str, Any]:
    text = finding.message + (f"; {finding.hint}" if finding.hint else "")
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _SARIF[finding.severity],
        "message": {"text": visible(text)},
        "partialFingerprints": {
            # where it stands changes with every edit above; what it is about does not
            "about/v1": "/".join(
                visible(p or "") for p in (finding.code, finding.key, finding.field)
            )
        },
    }
    if finding.code in order:
        result["ruleIndex"] = order[finding.code]
    place = finding.place
    if place is not None and place.file:
        physical: dict[str, Any] = {
            "artifactLocation": {"uri": quote(prefix + place.file, safe="/~")}
        }
        region = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
        if place.line:
            physical["region"] = {name: value for name, value in region.items() if value}
        result["locations"] = [{"physicalLocation": physical}]
    return result
