"""Renew the generated parts of the documentation: `python docs/generate.py [--check]`.

A part stands between two comments and is made by the function of that name below:

    <!-- generated:begin options survey -->
    …
    <!-- generated:end -->

With `--check` nothing is written, and the exit code is 1 if something is out of date.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import click

from bib2awesome import config, plugins
from bib2awesome.check.base import Rule
from bib2awesome.check.selection import rules
from bib2awesome.cli.main import NAME, group
from bib2awesome.config import Option
from bib2awesome.papers.fields import OWN_FIELDS
from bib2awesome.render.items import VARIABLES, presets
from bib2awesome.render.links import STYLES
from bib2awesome.render.regions import KINDS

DOCS = Path(__file__).resolve().parent
_PART = re.compile(
    r"(?P<begin><!-- generated:begin (?P<name>[a-z-]+)(?: (?P<argument>[^>]+?))? -->\n)"
    r".*?"
    r"(?P<end><!-- generated:end -->)",
    re.DOTALL,
)


def main(arguments: Sequence[str]) -> int:
    """Renew every page, or with `--check` say which are out of date."""
    check = "--check" in arguments
    stale = []
    for page in sorted(DOCS.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        renewed = renew(text)
        if renewed != text:
            stale.append(page.relative_to(DOCS).as_posix())
            if not check:
                page.write_text(renewed, encoding="utf-8", newline="\n")
    for name in stale:
        print(f"{'out of date' if check else 'renewed'}: docs/{name}", file=sys.stderr)  # noqa: T201
    return int(check and bool(stale))


def renew(text: str) -> str:
    """Return a page with every generated part made anew."""

    def part(match: re.Match[str]) -> str:
        made = PARTS[match["name"]](match["argument"] or "")
        return f"{match['begin']}\n{made.strip()}\n\n{match['end']}"

    return _PART.sub(part, text)


def command_help(name: str) -> str:
    """Return what `--help` of a command prints; of the program itself where no name is given."""
    root = click.Context(
        group, info_name=NAME, terminal_width=80, max_content_width=80, **group.context_settings
    )
    context = root
    if name:
        command = group.get_command(root, name)
        if command is None:
            raise LookupError(name)
        context = click.Context(
            command, info_name=name, parent=root, terminal_width=80, max_content_width=80
        )
    return f"```text\n{context.get_help()}\n```"


def options_table(where: str) -> str:
    """Return the options of one table of categories.toml."""
    found = [option for option in config.options() if option.where == where]
    return _options(found)


def target_options(name: str) -> str:
    """Return the options of a target's own table."""
    target = plugins.load("targets")[name]
    return _options(target.options) if target.options else "It has no options of its own."


def targets(_: str) -> str:
    """Return the targets there are."""
    known = plugins.load("targets")
    return table(("target", "does"), [(f"`{name}`", known[name].help) for name in known])


def own_fields(_: str) -> str:
    """Return the fields that bib2awesome adds to BibTeX's."""
    return table(("field", "what"), [(f"`{name}`", text) for name, text in OWN_FIELDS.items()])


def regions(_: str) -> str:
    """Return the kinds of regions and their arguments."""
    rows = []
    for kind in KINDS.values():
        rows.append((f"`{kind.name}`", "", kind.help))
        for argument in kind.arguments:
            values = " or ".join(f"`{value}`" for value in argument.choices)
            more = ": " + values if values else ""
            rows.append((f"`{kind.name}`", f"`{argument.name}=…`", argument.help + more))
    return table(("region", "argument", "what"), rows)


def codes(group: str) -> str:
    """Return the codes of a group of rules, with what each is."""
    rows = [
        (
            f"{one.code}",
            f"[{one.name}](rules/{group}.md#{one.name})",
            one.severity.value,
            one.summary,
        )
        for one in rules()
        if one.group == group
    ]
    return table(("code", "name", "severity", "what"), rows)


def explanations(group: str) -> str:
    """Return what `check --explain` says of each rule of a group."""
    return "\n\n".join(_explained(one) for one in rules() if one.group == group)


def _explained(one: Rule) -> str:
    why = one.explanation.partition("\n")[2]
    why = re.sub(r"(?m)((?:^    .*\n?|^\n(?=    ))+)", _fenced, why.strip() + "\n")
    mended = f" Can be mended: {one.fix}." if one.fix else ""
    head = f"### {one.name}\n\n**{one.code}, {one.severity}.** {one.summary}.{mended}"
    return f"{head}\n\n{why.strip()}"


def _fenced(block: re.Match[str]) -> str:
    text = "\n".join(line[4:] for line in block[0].rstrip().split("\n"))
    return f"```bibtex\n{text}\n```\n"


def item_styles(_: str) -> str:
    """Return the item style presets."""
    return table(
        ("`item`", "looks like"), [(f"`{preset.name}`", preset.help) for preset in presets()]
    )


def link_styles(_: str) -> str:
    """Return the link styles."""
    return table(("`links`", "what"), [(f"`{name}`", text) for name, text in STYLES.items()])


def variables(_: str) -> str:
    """Return what an item template may use."""
    return table(("variable", "what"), [(f"`{name}`", one.help) for name, one in VARIABLES.items()])


def _options(options: Iterable[Option]) -> str:
    rows = []
    for option in options:
        rows.append(
            (
                f"`{option.name}`",
                option.type + (" or string" if option.single else ""),
                _default(option.default),
                option.help + _choices(option),
            )
        )
        rows += [
            (
                f"`{option.name}` → `{column.name}`",
                column.type,
                _default(column.default),
                column.help,
            )
            for column in option.columns
        ]
    return table(("key", "type", "default", "what"), rows)


def _default(value: object) -> str:
    """Return a default as TOML; empty where the key is not set, or is a table without entries."""
    if value is ...:
        return "required"
    if value is None or isinstance(value, Mapping):
        return ""
    return f"`{json.dumps(value)}`"  # strings, booleans, numbers and lists are TOML as well


def _choices(option: Option) -> str:
    if not option.choices:
        return ""
    return ": " + ", ".join(f"`{choice}`" for choice in option.choices)


def table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [heading, ["---"] * len(heading), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines
    )


PARTS: Mapping[str, Callable[[str], str]] = {
    "command": command_help,
    "options": options_table,
    "target-options": target_options,
    "targets": targets,
    "own-fields": own_fields,
    "regions": regions,
    "codes": codes,
    "explanations": explanations,
    "item-styles": item_styles,
    "link-styles": link_styles,
    "variables": variables,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
