"""What the CFF 1.2.0 schema demands of the keys that we write, as a JSON schema (draft 7).

Our own words for https://github.com/citation-file-format/citation-file-format (schema.json, 1.2.0):
the keys that a CITATION.cff of ours may have, what they hold, nothing else allowed.
"""

from __future__ import annotations

from typing import Any

_TEXT = {"type": "string", "minLength": 1}
_WHOLE = {"type": "integer"}
_URL = {"type": "string", "pattern": "^(https|http|ftp|sftp)://.+"}
_DOI = {
    "type": "string",
    "pattern": r"^10\.\d{4,9}(\.\d+)?/[A-Za-z0-9:/_;\-\.\(\)\[\]\\]+$",
}


def _object(required: tuple[str, ...] = (), **keys: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": {key.replace("_", "-"): value for key, value in keys.items()},
    }


def _list(item: Any) -> dict[str, Any]:
    return {"type": "array", "minItems": 1, "uniqueItems": True, "items": item}


_ENTITY = _object(("name",), name=_TEXT)
_PERSON = _object(family_names=_TEXT, given_names=_TEXT, name_particle=_TEXT, name_suffix=_TEXT)
_PEOPLE = _list({"anyOf": [_PERSON, _ENTITY]})
_IDENTIFIER = _object(("type", "value"), type={"enum": ["url"]}, value=_URL, description=_TEXT)
_REFERENCE = _object(
    ("authors", "title", "type"),
    type={
        "enum": [
            "article",
            "book",
            "conference-paper",
            "data",
            "edited-work",
            "generic",
            "manual",
            "patent",
            "proceedings",
            "report",
            "software",
            "thesis",
            "unpublished",
            "video",
            "website",
        ]
    },
    title=_TEXT,
    authors=_PEOPLE,
    collection_title=_TEXT,
    conference=_ENTITY,
    doi=_DOI,
    end=_WHOLE,
    identifiers=_list(_IDENTIFIER),
    institution=_ENTITY,
    isbn={"type": "string", "pattern": r"^[0-9\- ]{10,17}X?$"},
    issn={"type": "string", "pattern": r"^\d{4}-\d{3}[\dxX]$"},
    issue=_TEXT,
    journal=_TEXT,
    month={"type": "integer", "minimum": 1, "maximum": 12},
    number=_TEXT,
    publisher=_ENTITY,
    start=_WHOLE,
    status={"enum": ["preprint"]},
    thesis_type=_TEXT,
    url=_URL,
    volume=_WHOLE,
    year=_WHOLE,
)
SCHEMA = _object(
    ("authors", "cff-version", "message", "title"),
    abstract=_TEXT,
    authors=_PEOPLE,
    cff_version={"const": "1.2.0"},
    doi=_DOI,
    message=_TEXT,
    preferred_citation=_REFERENCE,
    references=_list(_REFERENCE),
    repository_code=_URL,
    title=_TEXT,
    type={"enum": ["dataset", "software"]},
    url=_URL,
)
