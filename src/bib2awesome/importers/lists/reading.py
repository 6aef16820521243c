"""One item, read: title, authors, venue and date, links, and what is left over.

Links are settled first, then the title (by the list's grammar, else by the item's own marks); what
remains is cut at lines and punctuation, and each segment is a venue, a date, authors, or a remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bib2awesome.importers.lists.inlines import Piece, plain
from bib2awesome.importers.lists.labels import (
    CODE,
    PAPER,
    is_code_host,
    is_label,
    is_paper_host,
    label_of,
    names_venue,
    role_of,
    web_address,
)
from bib2awesome.importers.lists.model import Item, PaperLink, Reading
from bib2awesome.importers.lists.people import people_in
from bib2awesome.importers.lists.when_where import when_where

__all__ = ["columns_of", "read_item"]

_EDGES = " \t\u00a0,;|\u00b7\u2022\u2013\u2014-*_`~/:"
_EMOJI = re.compile(
    "[\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+"
)
_QUOTED = re.compile(r"[\"\u201c\u300a]([^\"\u201c\u201d\u300a\u300b]{12,400})[\"\u201d\u300b]")
_TAG = re.compile(r"^\s*[\[(\u3010]([^\[\]()\u3010\u3011]{1,60})[\])\u3011][\s:|,-]*")
_APA = re.compile(
    r"^(?P<who>[^()]{3,}?)\s*\((?P<year>(?:19|20)\d\d)[^)]*\)\.\s*(?P<title>.+?[^.]{4})\.(?:\s|$)(?P<rest>.*)$"
)
_ARXIV_TEXT = re.compile(r"\barxiv\s*:?\s*(\d{4}\.\d{4,5})", re.IGNORECASE)
_TICKS = {
    "✅": True,
    "✔": True,
    "✔️": True,
    "☑️": True,
    "✓": True,
    "yes": True,
    "❌": False,
    "✗": False,
    "✘": False,
    "✖️": False,
    "no": False,
    "-": False,
}
_STARS = re.compile(
    r"shields\.io/github/(?:stars|last|forks)|star-history|badgen\.net/github/stars", re.IGNORECASE
)
_LEAST = 3


def read_item(item: Item, preferred: str = "") -> Reading:
    """Return what an item says.

    Args:
        item: The item.
        preferred: How most items of the list mark their title (`Reading.style`), "" for no preference.
    """
    return _Item(item).read(preferred)


_ROLES = (
    ("ticks", re.compile(r"$^")),
    (
        "title",
        re.compile(
            r"\b(?:titles?|papers? titles?|papers?|publications?|articles?|works?|论文)\b",
            re.IGNORECASE,
        ),
    ),
    ("authors", re.compile(r"\bauthors?\b", re.IGNORECASE)),
    (
        "venue",
        re.compile(
            r"\b(?:venues?|pub\.?|published|publisher|conference|journal|conf|source|where)\b",
            re.IGNORECASE,
        ),
    ),
    ("date", re.compile(r"\b(?:dates?|years?|time|month)\b", re.IGNORECASE)),
    (
        "links",
        re.compile(
            r"\b(?:code|codes|github|git|repo\w*|links?|urls?|pdf|arxiv|web ?site|website|project|page|demo|doi)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "name",
        re.compile(
            r"\b(?:names?|models?|methods?|abbr\w*|acronym|alias|tool|system|framework)\b",
            re.IGNORECASE,
        ),
    ),
)


def columns_of(rows: list[Item]) -> list[str]:
    """Return what each column of a table holds: `title`, `authors`, `venue`, `date`, `links`, `name`, `ticks`, ``.

    The header row says it; among several candidates, and without a header, the column with the longest
    words is the title.
    """
    header = rows[0].header
    width = max([len(header), *(max(row.cells, default=-1) + 1 for row in rows)])
    texts = [[_cell(row, number) for row in rows] for number in range(width)]
    roles = []
    for number in range(width):
        said = header[number] if number < len(header) else ""
        ticks = [text for text in texts[number] if text]
        if (
            ticks
            and all(text.lower() in _TICKS for text in ticks)
            and any(text != "-" for text in ticks)
        ):
            roles.append("ticks")
            continue
        roles.append(next((role for role, pattern in _ROLES if pattern.search(said)), ""))
    lengths = [sum(len(text) for text in column) / max(len(column), 1) for column in texts]
    candidates = [n for n in range(width) if roles[n] == "title" and lengths[n] > 12]  # noqa: PLR2004
    if not candidates:
        candidates = [
            n for n in range(width) if roles[n] in {"", "name", "links"} and lengths[n] > 0
        ]
    best = max(candidates, key=lambda n: (min(lengths[n], 90), -n), default=None)
    for number in range(width):
        if roles[number] == "title" and number != best:
            roles[number] = "name" if lengths[number] else "links"
    if best is not None:
        roles[best] = "title"
    return roles


def _cell(row: Item, number: int) -> str:
    return plain(
        " ".join(
            p.text
            for p, at in zip(row.text.pieces, row.cells, strict=True)
            if at == number and not p.image
        )
    )


class _Item:
    def __init__(self, item: Item) -> None:
        self.item = item
        self.reading = Reading()
        self.roles: dict[int, str] = {}
        self.pieces: list[Piece] = list(item.text.pieces)
        self.urls = [web_address(url) for url in item.text.urls]
        self.words: dict[int, str] = {}
        self.images: dict[int, str] = {}
        for piece in self.pieces:
            if piece.link >= 0:
                self.words[piece.link] = self.words.get(piece.link, "") + piece.text
                if piece.image:
                    self.images[piece.link] = piece.image
        self.used: set[int] = set()

    def read(self, preferred: str) -> Reading:
        title = self.title(preferred)
        self.links(title)
        self.rest()
        self.finish()
        return self.reading

    # The title

    def title(self, preferred: str) -> int:
        """Find the title; returns the number of the link it is, or -1."""
        at = self.candidates()
        order = dict.fromkeys((preferred, "quoted", "link", "bold", "plain"))
        for style in order:
            if style in at:
                first, last, text = at[style]
                self.reading.style = style
                self.used.update(range(first, last))
                self.take_title(text)
                links = {p.link for p in self.pieces[first:last] if p.link >= 0}
                return min(links, default=-1)
        return -1

    def candidates(self) -> dict[str, tuple[int, int, str]]:
        """Return for each way to mark a title the pieces (first, behind last) and their text."""
        found: dict[str, tuple[int, int, str]] = {}
        limit = self.pieces[0].line + 2 if self.pieces else 0
        cells = self.item.cells
        pool = [
            i
            for i, p in enumerate(self.pieces)
            if not p.image and p.text.strip() and (self.title_cell(i) if cells else p.line <= limit)
        ]
        for i in pool:
            piece = self.pieces[i]
            match = (
                _QUOTED.search(piece.text) if piece.link < 0 or not is_label(piece.text) else None
            )
            if match and "quoted" not in found and len(match[1].split()) > 1:
                self.before(piece.text[: match.start()])
                found["quoted"] = (i, i + 1, match[1])
                self.left(piece.text[match.end() :])
        linked = [
            i for i in pool if self.pieces[i].link >= 0 and self.is_title_link(self.pieces[i].link)
        ]
        if linked:
            first = linked[0]
            link = self.pieces[first].link
            last = first
            while last < len(self.pieces) and self.pieces[last].link == link:
                last += 1
            found["link"] = (first, last, self.words[link])
        bold = self.bold(pool)
        if bold:
            found["bold"] = bold
        text = self.plain_title(pool)
        if text:
            found["plain"] = text
        return found

    def title_cell(self, i: int) -> bool:
        return self.roles.get(self.item.cells[i], "title") == "title"

    def before(self, text: str) -> None:
        if text.strip(_EDGES + "."):
            self.left(text)

    def is_title_link(self, link: int) -> bool:
        words = self.words[link].strip()
        if is_label(words) or names_venue(words) or re.match(r"(?:https?://|10\.\d{4,}/)", words):
            return False
        return (
            len(words.split()) >= _LEAST
            or len(words) > 16  # noqa: PLR2004
            or bool(self.item.cells)
            or self.alone(link)
        )

    def alone(self, link: int) -> bool:
        """Whether a linked word comes first in its item and leads to a paper: a title of one word."""
        url = self.urls[link]
        first = next((p for p in self.pieces if not p.image and p.text.strip(_EDGES)), None)
        return (
            first is not None
            and first.link == link
            and url is not None
            and len(self.words[link]) > 2  # noqa: PLR2004
        )

    def bold(self, pool: list[int]) -> tuple[int, int, str] | None:
        best: tuple[int, int, str] | None = None
        i = 0
        while i < len(pool):
            at = pool[i]
            if not self.pieces[at].bold or self.pieces[at].link >= 0:
                i += 1
                continue
            last = at
            while last < len(self.pieces) and self.pieces[last].bold and self.pieces[last].link < 0:
                last += 1
            text = plain(" ".join(p.text for p in self.pieces[at:last]))
            i = next((n for n in range(i, len(pool)) if pool[n] >= last), len(pool))
            if (
                is_label(text)
                or when_where(text, tag=text.startswith(("[", "(")))
                or _TAG.fullmatch(text)
            ):
                continue
            joined = self.joined(last, text)
            if joined is not None:
                return at, last + 1, joined
            if best is None or (len(best[2].split()) < _LEAST <= len(text.split())):
                best = (at, last, text)
        if best is not None and len(best[2].split()) <= 2:  # noqa: PLR2004
            following = self.pieces[best[1]] if best[1] < len(self.pieces) else None
            if (
                following is not None
                and _is_plain(following)
                and len(following.text.split()) > _LEAST
            ):
                return None  # an acronym, then the title
        return best

    def joined(self, last: int, text: str) -> str | None:
        """Return the title that a bold head ending in a colon begins, or None."""
        if last >= len(self.pieces):
            return None
        following = self.pieces[last]
        if not _is_plain(following) or following.line != self.pieces[last - 1].line:
            return None
        rest = following.text
        if text.endswith((":", "\uff1a")):
            return f"{text} {rest.strip()}" if len(rest.split()) > 1 else None
        if rest.lstrip().startswith((":", "\uff1a")) and len(rest.split()) > 2:  # noqa: PLR2004
            rest = rest.lstrip(" :\uff1a")
            return f"{text}: {rest}"
        return None

    def plain_title(self, pool: list[int]) -> tuple[int, int, str] | None:
        for i in pool:
            piece = self.pieces[i]
            if not _is_plain(piece) or (piece.code and not self.item.cells):
                continue
            text = piece.text
            while (tag := _TAG.match(text)) is not None:
                text = text[tag.end() :]
            if len(text.strip(_EDGES + "[](){}.").split()) >= 2 or self.item.cells:  # noqa: PLR2004
                if not text.strip(_EDGES + "[](){}.") or when_where(text):
                    continue
                last, pieces = i, []
                while last < len(self.pieces) and _runs_on(self.pieces[last], piece):
                    pieces.append(self.pieces[last].text)
                    last += 1
                return i, last, "".join(pieces)
        return None

    def take_title(self, text: str) -> None:
        reading = self.reading
        text = plain(_EMOJI.sub(" ", text))
        apa = _APA.match(text)
        if apa is not None and (people := people_in(apa["who"], marked=True)):
            reading.authors, reading.others = people
            reading.year = int(apa["year"])
            self.left(apa["rest"])
            text = apa["title"]
        while (tag := _TAG.match(text)) is not None and len(text) > tag.end() + 3:
            self.tag(tag[1])
            text = text[tag.end() :]
        if reading.style in {"plain", "bold", "cell"}:
            text = self.stripped(text)
        text = text.strip(_EDGES + "[]").strip()
        text = re.sub(r"^[\"\u201c'](.*)[\"\u201d'][.,]?$", r"\1", text)
        text = re.sub(r"\s*\(@[^)]*\)?\s*$", "", text)
        if not text.endswith(("...", "etc.", "et al.")):
            text = text.rstrip(" .,;")
        if text.count("(") < text.count(")"):
            text = text.rstrip(")").rstrip()
        elif text.count("(") > text.count(")") and text.endswith("("):
            text = text[:-1].rstrip()
        reading.title = text

    def tag(self, text: str) -> None:
        found = when_where(text, tag=bool(re.search(r"\d", text)))
        if found is not None:
            self.place(found, "tag")
        elif len(text.split()) <= 4 and not self.reading.short:  # noqa: PLR2004
            self.reading.short = text.strip()
        else:
            self.remark(text)

    def stripped(self, text: str) -> str:
        """Return a title without the venue, date and authors that trail behind it."""
        for _ in range(4):
            text = text.rstrip(" ,;|-\u2013[(")
            bracket = re.match(r"(.*\S)\s*[(\[]([^()\[\]]{2,80})[)\]][\s.,:]*$", text)
            if bracket is not None and (
                found := when_where(
                    bracket[2], tag=bool(re.search(r"\b(?:19|20)\d\d\b", bracket[2]))
                )
            ):
                self.place(found, "trailing")
                text = bracket[1]
                continue
            if bracket is not None and self.dated_people(bracket[2]):
                text = bracket[1]
                continue
            cut = re.match(
                r"(.*?\S)(?:[.?!]|\s*[,;|]|\s[-\u2013\u2014])\s+([^.?!,;|]{2,90}|[^?!;|]{2,60}(?:19|20)\d\d)[\s.]*$",
                text,
            )
            if cut is not None and (found := when_where(cut[2])):
                self.place(found, "trailing")
                text = text[: cut.end(1)] + (text[cut.end(1)] if text[cut.end(1)] in "?!" else "")
                continue
            et_al = re.match(r"(.*?[.?!,])\s+([A-Z][^.?!]{1,80}?,?\s+et\.? al\.?)[\s.,]*$", text)
            people = people_in(et_al[2]) if et_al is not None else None
            if et_al is None:
                et_al = re.match(r"(.{12,}?[.?!])\s+([A-Z][^?!]{5,600})$", text)
                people = (
                    people_in(et_al[2])
                    if et_al is not None and ("," in et_al[2] or " and " in et_al[2])
                    else None
                )
            if et_al is not None and people and not self.reading.authors:
                self.reading.authors, self.reading.others = people
                text = et_al[1]
                continue
            break
        return text

    def dated_people(self, text: str) -> bool:
        """Take `Aivodji et al., 2019`."""
        match = re.fullmatch(r"(.{2,60}?),?\s+((?:19|20)\d\d)[a-z]?", text)
        people = people_in(match[1], marked=True) if match is not None else None
        if match is None or people is None:
            return False
        self.reading.authors, self.reading.others = people
        self.reading.year = int(match[2])
        return True

    # Links

    def links(self, title: int) -> None:  # noqa: C901 - a table of cases
        found: list[PaperLink] = []
        for number, url in enumerate(self.urls):
            words = plain(self.words.get(number, ""))
            if url is None:
                raw = self.item.text.urls[number]
                if words.strip("[]() ") and not raw.startswith("#") and number != title:
                    self.remark(f"{words.strip('[]')}: {raw}" if raw else words.strip("[]"))
                continue
            if number == title:
                found.append(PaperLink(CODE if is_code_host(url) else PAPER, url, words))
                continue
            if (
                self.images.get(number)
                and _STARS.search(self.images[number])
                and not is_code_host(url)
            ):
                continue
            label = self.label(number, words)
            if words and (where := when_where(words)) is not None and not is_label(words):
                self.place(where, "link")
                found.append(PaperLink(CODE if is_code_host(url) else PAPER, url, words))
                continue
            role, odd = role_of(label, url)
            if odd:
                self.reading.notes.append(("label", f"the label `{label}` contradicts {url}"))
            if role not in {PAPER, CODE} and not is_label(label) and len(label.split()) > _LEAST:
                self.remark(label)
                role = "link"
            found.append(PaperLink(role, url, words or label))
        for piece in self.pieces:  # identifiers that stand as text
            match = _ARXIV_TEXT.search(piece.text) if piece.link < 0 else None
            if match and not any(match[1] in link.url for link in found):
                found.append(PaperLink(PAPER, f"https://arxiv.org/abs/{match[1]}", ""))
        unique: dict[str, PaperLink] = {}
        for link in found:
            unique.setdefault(link.url, link)
        self.reading.links = sorted(
            unique.values(), key=lambda link: (link.role != PAPER, link.role != CODE)
        )

    def label(self, number: int, words: str) -> str:
        """Return the label of a link: its words, its image's, the word before it, its column's title."""
        words = words.strip("[]() :")
        if any(sign.isalnum() for sign in words):
            return words
        at = next((i for i, p in enumerate(self.pieces) if p.link == number), 0)
        image = self.images.get(number, "")
        badge = re.search(r"badge/([A-Za-z_%0-9]+)", image)
        if badge:
            return badge[1].replace("_", " ").replace("%20", " ")
        if _STARS.search(image):
            return "code"
        previous = (
            self.pieces[at - 1].text.strip(" :*-[(")
            if at and self.pieces[at - 1].line == self.pieces[at].line
            else ""
        )
        if previous and is_label(previous.split("\n")[-1]):
            return previous
        if self.item.cells and self.item.cells[at] < len(self.item.header):
            return self.item.header[self.item.cells[at]]
        return ""

    # What is left

    def rest(self) -> None:
        if self.item.cells:
            self.columns()
        together: list[str] = []
        previous: Piece | None = None
        for i, piece in enumerate(self.pieces):
            if i in self.used or (self.item.cells and not self.title_cell(i)):
                continue
            if piece.image and piece.link < 0:
                self.badge(piece)
                continue
            if piece.link >= 0 and self.urls[piece.link] is not None:
                previous = None
                continue
            same = (
                previous is not None
                and previous.line == piece.line
                and previous.italic == piece.italic
                and previous.code == piece.code
                and previous.bold == piece.bold
            )
            if same and together:
                together[-1] += piece.text
            else:
                together.append(piece.text)
                if (
                    piece.italic
                    or piece.code
                    or piece.bold
                    or previous is None
                    or previous.line != piece.line
                ):
                    together[-1] = "\x00" + together[-1]
            previous = piece
        for text in together:
            self.segment(text.lstrip("\x00"), marked=text.startswith("\x00"))

    def columns(self) -> None:  # noqa: C901, PLR0912 - one case per role
        for number, role in self.roles.items():
            text = _cell(self.item, number)
            said = self.item.header[number] if number < len(self.item.header) else ""
            if role == "title" or not text:
                continue
            if role == "ticks":
                if said:
                    self.reading.ticks[said] = _TICKS[text.lower()]
            elif role in {"venue", "date"}:
                found = when_where(text, tag=role == "venue")
                if found is not None:
                    self.place(found, "column")
                else:
                    self.segment(text, marked=False)
            elif role == "authors" and (people := people_in(text, marked=True)):
                self.reading.authors, self.reading.others = people
            elif role == "name" and not self.reading.short and len(text) < 60:  # noqa: PLR2004
                self.reading.short = text
            else:
                own = " ".join(
                    p.text
                    for p, at in zip(self.pieces, self.item.cells, strict=True)
                    if at == number and not p.image and p.link < 0
                )
                own = own.strip(_EDGES + "[]().")
                if any(sign.isalnum() for sign in own):
                    found = when_where(own)
                    if found is not None and (found.venue or found.year):
                        self.place(found, "column")
                    else:
                        self.remark(f"{said}: {own}" if said else own)

    def badge(self, piece: Piece) -> None:
        match = re.search(r"badge/([^/?]+?)-[^-/?]+(?:\.svg)?(?:$|\?)", piece.image)
        text = match[1] if match else piece.text
        from urllib.parse import unquote  # noqa: PLC0415

        text = unquote(text).replace("_", " ").replace("--", "-")
        found = when_where(text)
        if found is not None and found.venue:
            self.place(found, "badge")
        elif match is not None and not _STARS.search(piece.image) and not is_label(text):
            self.remark(text)

    def left(self, text: str) -> None:
        self.segment(text, marked=False)

    def segment(self, text: str, *, marked: bool) -> None:
        """Take a stretch of text that is no title: venue, date, authors, or a remark."""
        text = plain(_EMOJI.sub(" ", text)).strip(_EDGES + "[]").strip()
        text = re.sub(r"(?:\[\s*\]|\(\s*\))", "", text).strip(_EDGES + "[]").strip()
        if not any(sign.isalnum() for sign in text):
            return
        if text.lower().startswith(("tl;dr", "tldr")):
            self.reading.tldr = re.sub(r"^tl;?dr\W*", "", text, flags=re.IGNORECASE)
            return
        if is_label(text) and len(text) < 20:  # noqa: PLR2004
            return
        label = re.match(
            r"^\W*(authors?|dates?|publish\w*|venue|published (?:in|at)|pub|year|conference|journal)\s*:\s*(.+)$",
            text,
            re.IGNORECASE,
        )
        body = label[2] if label else text
        bare = body.strip("()[]. ")
        found = when_where(
            bare,
            tag=label is not None
            or (marked and bool(re.search(r"(?:19|20)\d\d", bare)) and len(bare) < 60),  # noqa: PLR2004
        )
        if found is not None:
            self.place(found, "line")
            return
        if not self.reading.authors and (people := people_in(body, marked=marked)):
            self.reading.authors, self.reading.others = people
            return
        if label is None and len(text) < 3000:  # noqa: PLR2004
            whole = self.stripped_rest(text)
            if whole is None:
                return
            text = whole
        self.remark(text)

    def stripped_rest(self, text: str) -> str | None:
        """Take authors and venue from `Bairi et al. FSE.`; returns what is left, None if nothing."""
        parts = re.split(
            r"(?<=[^A-Z]{2}[.;|])\s+|\s*\|\s*|\n|(?<=al\.)\s*,?\s*|(?<=\)),?\s+|\s+(?=\()", text
        )
        if len(parts) < 2:  # noqa: PLR2004
            parts = text.rsplit(", ", 1)
        kept: list[str] = []
        for part in parts:
            part = part.strip(_EDGES + "[]")  # noqa: PLW2901
            if not any(sign.isalnum() for sign in part):
                continue
            found = when_where(part.strip("(). "))
            if found is not None:
                self.place(found, "line")
            elif self.dated_people(part.strip("()")):
                continue
            elif (
                not self.reading.authors
                and (people := people_in(part, marked=True))
                and (len(people.names) > 1 or people.others)
            ):
                self.reading.authors, self.reading.others = people
            elif not is_label(part):
                kept.append(part)
        return " ".join(kept) if kept else None

    def place(self, found: object, where: str) -> None:
        """Take a venue and date; the first of each counts, a named venue before a preprint server."""
        from bib2awesome.importers.lists.when_where import WhenWhere  # noqa: PLC0415

        assert isinstance(found, WhenWhere)  # noqa: S101 (for the type checker)
        reading = self.reading
        if found.venue and (not reading.venue or "arxiv" in reading.venue.lower()):
            reading.venue, reading.place = found.venue, where
            if found.year is not None:
                reading.year, reading.month = found.year, found.month
        elif found.venue and found.venue.lower() != reading.venue.lower():
            self.remark(found.venue if found.year is None else f"{found.venue} {found.year}")
        if reading.year is None:
            reading.year, reading.month = found.year, found.month
            if not reading.venue:
                reading.place = reading.place or where
        if found.extra:
            if re.search(
                r"best|award|outstanding|distinguished|honorable", found.extra, re.IGNORECASE
            ):
                reading.award = reading.award or found.extra
            else:
                self.remark(found.extra)

    def remark(self, text: str) -> None:
        text = plain(text).strip(" ,;|")
        if text and text not in self.reading.remark:
            self.reading.remark.append(text)

    def finish(self) -> None:
        reading = self.reading
        if not reading.title and reading.short:
            reading.title, reading.short = reading.short, ""
        if not reading.title:
            reading.problem = "no title"
        elif not (reading.links or reading.venue or reading.year or reading.authors):
            reading.problem = "no link, venue, year or authors"
        elif not any(sign.isalnum() for sign in reading.title):
            reading.problem = "no title"
        code = next((link for link in reading.links if link.role == CODE), None)
        if code is not None and is_paper_host(code.url):
            reading.notes.append(("label", f"the code link leads to a paper: {code.url}"))


def _is_plain(piece: Piece) -> bool:
    return not (piece.bold or piece.italic or piece.image) and piece.link < 0


def _runs_on(piece: Piece, first: Piece) -> bool:
    """Whether a plain title goes on: emphasised words inside it are part of it."""
    return (
        piece.link < 0
        and not piece.image
        and piece.line == first.line
        and (_is_plain(piece) or len(piece.text.split()) <= 2)  # noqa: PLR2004
    )


def role_label(link: PaperLink) -> str:
    """Return the name of the `link-…` field of a link."""
    return label_of(link.role) or "link"


def unique(names: Iterable[str]) -> list[str]:
    """Return names without repeats, in order."""
    return list(dict.fromkeys(names))
