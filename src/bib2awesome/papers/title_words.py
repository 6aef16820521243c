"""Words that titles are compared by: numbers in words, notices, front matter, small words."""

from __future__ import annotations

__all__ = [
    "BADGES",
    "FRONT_MATTER",
    "GREEK",
    "LETTERS",
    "MARKED",
    "MATERIALS",
    "NOTICES",
    "NUMBER_WORDS",
    "ROMAN",
    "SMALL_WORDS",
]

SMALL_WORDS = frozenset(
    "a an the of for and in on to by via at from as is are its with using into through be or".split()
)
"""Words that a title can lose or swap and still be the same."""

_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
NUMBER_WORDS = {word: str(number) for number, word in enumerate(_NUMBERS)} | {
    word: f"{number}{'st' if number == 1 else 'nd' if number == 2 else 'rd' if number == 3 else 'th'}"  # noqa: PLR2004
    for number, word in enumerate(_ORDINALS, 1)
}

ROMAN = {
    numeral: str(number)
    for number, numeral in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(), 1
    )
}
"""Roman numerals; one letter alone counts only behind a word of `MARKED`."""

MARKED = frozenset(
    "part parts pt vol volume chapter chap phase type class book section study paper version ver release level "
    "no nr number episode edition ed series track stage world war mark generation gen act case experiment".split()
)
"""Words behind which a letter or numeral tells works apart."""

LETTERS = {
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ħ": "h",
    "\u0131": "i",
    "æ": "ae",
    "œ": "oe",
    "ŋ": "n",
    "\u00d7": "x",
    "\u2212": "-",
    "\u2019": "",
    "\u2018": "",
    "\u201b": "",
    "\u2032": "",
    "\u02bc": "",
    "\u02b9": "",
    "\u00b4": "",
    "\u00ad": "",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\u2044": "/",
    "\u2217": "*",
    "\u22c6": "*",
    "\u2113": "l",
}
"""Letters and signs that Unicode's compatibility forms leave alone, in ASCII."""

GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψω",
        (
            "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau "
            "upsilon phi chi psi omega"
        ).split(),
        strict=True,
    )
)

MATERIALS = frozenset(
    ("dataset", "data set", "data", "artifact", "replication package", "source code", "software")
)
"""Words for what comes with a paper, which are as often what a paper is about (`A Dataset for …`)."""

_NOTICES = {
    "correction": (
        "correction, corrections, corrigendum, corrigenda, erratum, errata, addendum, addenda, "
        "amendment, publisher correction, author correction"
    ),
    "retraction": "retraction, withdrawal, expression of concern, removal, retraction note",
    "comment": (
        "comment, comments, commentary, reply, reply to comment, response, rejoinder, discussion, "
        "a discussion, invited discussion, critique"
    ),
    "supplement": (
        "supplement, supplementary material, supplementary materials, supplement material, "
        "supplemental material, supporting information, supplementary information, appendix, "
        "online appendix, supplementary data, additional file, dataset, data, data set, artifact, "
        "replication package, source code, software"
    ),
    "book review": "book review, review of, reviews, book reviews",
    "abstract": (
        "abstract, extended abstract, student abstract, poster abstract, abstract only, poster, "
        "demo, tutorial, keynote, invited talk, demo abstract, short paper, lightning talk, "
        "invited paper, brief announcement, work in progress, doctoral consortium"
    ),
    "version": "extended version, full version, long version, technical report version, preprint version",
}
NOTICES = {said: kind for kind, listed in _NOTICES.items() for said in listed.split(", ")}
"""How a title announces that it is about another work, and which kind of notice that is."""

BADGES = (
    r"poster, oral, spotlight, spotlight poster, notable top[- ]?\d+%, best paper(?: award)?, "
    r"preprint, arxiv(?: preprint)?, highlight, award candidate, outstanding paper, talk, paper, "
    r"code, project(?: page)?, retracted, withdrawn, in press, accepted, to appear"
).split(", ")
"""What lists write in brackets behind a title; patterns."""

FRONT_MATTER = frozenset(
    (
        "preface, foreword, editorial, guest editorial, introduction, front matter, frontmatter, "
        "back matter, backmatter, contents, table of contents, index, author index, conclusion, "
        "conclusions, acknowledgements, acknowledgments, acknowledgement, acknowledgment, "
        "epilogue, prologue, afterword, obituary, in memoriam, news, announcement, announcements, "
        "welcome, summary, references, bibliography, appendix, abstracts, abstract, title page, "
        "masthead, copyright, copyright page, committees, committee, organization, "
        "organizing committee, program committee, reviewers, list of reviewers, sponsors, "
        "editors note, from the editor, from the editors, letter from the editor, "
        "letter to the editor, letters to the editor, note from the editor, editors introduction, "
        "editorial note, editorial board, discussion, comment, comments, commentary, reply, "
        "response, rejoinder, correction, corrections, erratum, errata, corrigendum, addendum, "
        "retraction, book review, book reviews, reviews, review, keynote, panel, panel discussion, "
        "tutorial, tutorials, untitled, no title, introductory remarks, opening remarks, "
        "closing remarks, concluding remarks, overview, general introduction, preamble, "
        "dedication, biographies, contributors, notes, glossary, call for papers, calendar, "
        "events, advertisement, cover, spine, publication information, supplementary material, "
        "supporting information, poster session, technical program"
    ).split(", ")
)
"""Titles that many works have; a work is never found by one of them."""
