"""What `init` puts into the files of a new survey."""

from __future__ import annotations

import re
import subprocess
from importlib import resources
from pathlib import Path

from bib2awesome import __version__
from bib2awesome.errors import visible

__all__ = ["repository_of", "requirement", "starter_files", "title_of"]

_FILES = {
    "survey.bib": "survey.bib",
    "categories.toml": "categories.toml",
    "README.md": "README.md",
    ".gitattributes": "gitattributes",
    ".github/workflows/survey.yml": "survey.yml",
}
_EXAMPLE = {"example/main.tex": "main.tex"}
_GITHUB = re.compile(
    r"(?:https?://(?:[^/@]*@)?|git://|ssh://git@|git@)(?:www\.)?github\.com[/:]"
    r"([A-Za-z0-9][A-Za-z0-9-]*/[A-Za-z0-9._-]+?)(?:\.git)?/?"
)
_NAMES_NEVER_BROKEN = re.compile(r"[\w.-]+", re.ASCII)


def starter_files(
    folder: Path, title: str | None = None, *, latex: bool = False
) -> list[tuple[str, str]]:
    """Return (path, text) of every file of a new survey in `folder`, which need not exist yet.

    Args:
        folder: Where the survey is to be; its name gives the title, its git remote the repository.
        title: The survey's title, or None.
        latex: Whether to add a small document that uses all that `render latex` writes.
    """
    title = " ".join((title or title_of(folder)).split())
    title = title.encode("utf-8", "backslashreplace").decode()  # a folder's name may be any bytes
    repository = repository_of(folder)
    branch = _git(folder, "symbolic-ref", "--short", "HEAD") or "main"
    if not _NAMES_NEVER_BROKEN.fullmatch(branch):
        branch = "main"
    values = {
        "survey.bib": {},
        "categories.toml": {
            "title": _toml_string(title),
            "repository": f'repository = "{repository}"'
            if repository
            else '# repository = "owner/name"  # on GitHub: for links to the list',
        },
        "README.md": {"title": _markdown_text(visible(title))},
        "gitattributes": {},
        "survey.yml": {"branch": branch, "requirement": requirement()},
    }
    files = _FILES
    if latex:
        from bib2awesome.bib.latex import to_latex  # noqa: PLC0415 - only for whoever asks

        files = _FILES | _EXAMPLE
        values["main.tex"] = {"title": to_latex(_tex_text(visible(title)))}
    templates = resources.files("bib2awesome.cli") / "templates"
    return [
        (path, _filled((templates / name).read_text(encoding="utf-8"), values[name]))
        for path, name in files.items()
    ]


def title_of(folder: Path) -> str:
    """Return a title made from the folder's name: `awesome-fast-models` is `Awesome Fast Models`."""
    words = re.split(r"[\s_-]+", folder.resolve().name)
    title = " ".join(word[:1].upper() + word[1:] for word in words if word)
    return title if title.startswith("Awesome") else f"Awesome {title}".rstrip()


def repository_of(folder: Path) -> str | None:
    """Return `owner/name` of the folder's `origin` on GitHub, or None."""
    match = _GITHUB.fullmatch(_git(folder, "remote", "get-url", "origin") or "")
    return match[1] if match else None


def requirement() -> str:
    """Return what pip is to install so that it is what runs here.

    A copy that pip took from a repository says so (PEP 610), and is asked for there again; anything
    else is asked for by version.
    """
    import json  # noqa: PLC0415 - only `init` needs the three
    from importlib import metadata  # noqa: PLC0415

    major, minor = __version__.split(".")[:2]
    by_version = f"bib2awesome>={__version__},<{major}.{int(minor) + 1}"
    try:
        text = metadata.distribution("bib2awesome").read_text("direct_url.json")
        origin = json.loads(text or "{}")
        source = origin.get("vcs_info", {})
        address = f"{source.get('vcs')}+{origin.get('url')}@{source.get('commit_id')}"
    except (metadata.PackageNotFoundError, ValueError):
        return by_version
    safe = re.fullmatch(r"git\+https://[\w./~-]+@[0-9a-f]{7,64}", address, re.ASCII)
    return address if safe else by_version


def _git(folder: Path, *words: str) -> str | None:
    """Return what git says about the folder, or None where there is no git or no repository."""
    there = next(
        (place for place in (folder, *folder.absolute().parents) if place.is_dir()), folder
    )
    try:
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            ["git", "-C", str(there), *words],  # noqa: S607 - the user's own git
            capture_output=True,
            check=True,
            encoding="utf-8",
            errors="replace",
            timeout=10,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip() or None


def _filled(template: str, values: dict[str, str]) -> str:
    """Return the template with each `@name@` replaced, in one pass: a value is never read again."""
    return re.sub(r"@([a-z]+)@", lambda match: values.get(match[1], match[0]), template)


def _toml_string(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return "".join(
        character if character.isprintable() else f"\\U{ord(character):08X}"
        for character in escaped
    )


def _tex_text(text: str) -> str:
    return (
        re.sub(r"([&%#_{}$])", r"\\\1", text.replace("\\", "/")).replace("^", " ").replace("~", " ")
    )


def _markdown_text(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#|~&])", r"\\\1", text)
