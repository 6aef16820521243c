"""The Jinja of forms: values in the place of their placeholders, shown as code, in brackets, linked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

__all__ = ["VALUES", "filled", "in_brackets", "in_code", "or_paper", "plainer"]

VALUES = {
    "title": "{{ title }}",
    "stop": "{{ stop }}",
    "url": "{{ url }}",
    "paper_url": "{{ paper_url }}",
    "code_url": "{{ code_url }}",
    "repository": "{{ repository }}",
    "repository_name": "{{ repository_name }}",
    "arxiv": "{{ arxiv }}",
    "authors_stop": "{{ authors_stop }}",
    "doi": "{{ doi }}",
    "number": "{{ number }}",
    "tag": "{{ tag }}",
    "venue": "{{ venue }}",
    "year": "{{ year }}",
    "yy": "{{ year[2:] }}",
    "month": "{{ month }}",
    "m": "{{ month | int }}",
    "shorttitle": "{{ shorttitle }}",
    "award": "{{ award }}",
    "tldr": "{{ tldr }}",
    "remark": "{{ field.remark }}",
}
_PLACEHOLDER = re.compile(r"\{(" + "|".join([*VALUES, "authors", "label", "link_url"]) + r")\}")


def filled(form: str, values: Mapping[str, str]) -> str:
    """Return a form with the Jinja of its values."""
    return _PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), form)


_SAID = re.compile(r"\{(venue|authors|arxiv)\}(?:[^{}]*\{(venue|authors|arxiv)\})?")
"""What a paper may not have, in the label of its link."""


def or_paper(form: str) -> str:
    """Return the form of a link whose label says `Paper` of papers without what it says of others."""
    return _SAID.sub(_or_paper, form, count=1)


def _or_paper(said: re.Match[str]) -> str:
    there = " and ".join(filter(None, said.groups()))
    return f"{{% if {there} %}}{said[0]}{{% else %}}Paper{{% endif %}}"


_CODE = re.compile(r"(?<!`)`\{\{ ([^|{}]+) \}\}`(?!`)")
_CODES = re.compile(
    r"`(\{% for one in [^%]+ %\}\{% if not loop\.first %\})`([^`]*)`(\{% endif %\}\{\{ one )\}\}(\{% endfor %\})`"
)


def in_code(jinja: str) -> str:
    """Return Jinja whose values between backticks are shown as code, which knows no backslashes."""
    jinja = _CODES.sub(r"\1\2\3| code }}\4", jinja)
    return _CODE.sub(r"{{ \1 | code }}", jinja)


_BRACKETED = re.compile(r"\[[^\W\d_][^\[\]()\\]*\](?![(\[:])")


def in_brackets(jinja: str, texts: Iterable[str], behind: Iterable[str]) -> str:
    """Return Jinja of a text that shows words in its brackets as most of those texts do that have any, and emphasis.

    Args:
        jinja: The Jinja of one value.
        texts: What the list writes there.
        behind: What follows.
    """
    texts = tuple(texts)
    if any(_EMPHASISED.search(text) for text in texts):
        jinja = _VALUE.sub(r"{{ \1 | marked }}", jinja)
    some = [text for text in texts if "[" in text and "]" in text]
    plain = sum(bool(_BRACKETED.search(text)) for text in some)
    if plain * 2 <= len(some) or any(text.startswith(("(", "[", ":")) for text in behind):
        return jinja
    return _VALUE.sub(r"{{ \1 | brackets\2 }}", jinja)


_VALUE = re.compile(r"\{\{ ([^|{}]+?)( \| marked)? \}\}")
_EMPHASISED = re.compile(r"(?<![\w*])(\*{1,2})(?=[^\s*])[^*\n]*(?<=\S)\1(?![\w*])")
_LINKED = re.compile(r"\[([^\[\]{}]*)(\{\{ title (?:\| [^{}]+ )?\}\})([^\[\]]*)\]\(\{\{ url \}\}\)")


def plainer(jinja: str) -> str:
    """Return Jinja of a linked title that is a title alone where a paper has no link."""
    if jinja == "[{{ title }}]({{ url }})":
        return "{{ linked_title }}"
    return _LINKED.sub(r"{% if url %}\g<0>{% else %}\1\2\3{% endif %}", jinja)
