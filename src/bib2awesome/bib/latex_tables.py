r"""What LaTeX's text commands stand for, as data: accents, letters, symbols and how to write them.

The commands are those of the LaTeX kernel in the T1 and TS1 encodings (ltoutenc.dtx, textcomp),
with those that bibliographies in the wild use beside them (babel's quotes, biblatex's and natbib's
helpers). Everything that `ENCODED` holds compiles with pdfLaTeX, article class, T1, no package.
"""

from __future__ import annotations

__all__ = [
    "ABOVE",
    "ACCENTS",
    "DROPPED",
    "ENCODED",
    "ESCAPES",
    "LETTERS",
    "LIGATURES",
    "LOGOS",
    "MARKS",
    "SPACING",
    "SWITCHES",
    "SYMBOLS",
    "TRANSPARENT",
]

# Accent command -> combining character. The first block needs no package.
ACCENTS: dict[str, str] = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "textcommabelow": "\u0326",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "t": "\u0361",
    "capitalacute": "\u0301",
    "capitalgrave": "\u0300",
    # Other encodings' and packages': read, never written.
    "h": "\u0309",
    "G": "\u030f",
    "f": "\u0311",
    "U": "\u030d",
    "newtie": "\u0361",
    "texttilde": "\u0303",
    "textogonekcentered": "\u0328",
}

# Combining character -> the accent command to write it with (none for hook above and horn: T5 only).
MARKS: dict[str, str] = {
    mark: command
    for command, mark in reversed(ACCENTS.items())
    if command in "`'^~=u.\"rHvdckbt" or command == "textcommabelow"
}

# Accents that stand above and take the dot off an i or j.
ABOVE = frozenset("\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u0309\u030a\u030b\u030c\u030f")

# An accent over nothing, `\^{}`: the character by itself.
SPACING: dict[str, str] = {
    "\u0300": "`",
    "\u0301": "´",
    "\u0302": "^",
    "\u0303": "~",
    "\u0304": "¯",
    "\u0306": "˘",
    "\u0307": "˙",
    "\u0308": "¨",
    "\u030a": "˚",
    "\u030b": "˝",
    "\u030c": "ˇ",
    "\u0327": "¸",
    "\u0328": "˛",
}

# Letters that are commands. BibTeX knows the case of the first thirteen.
LETTERS: dict[str, str] = {
    "i": "ı",
    "j": "ȷ",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "oe": "œ",
    "OE": "Œ",
    "ae": "æ",
    "AE": "Æ",
    "aa": "å",
    "AA": "Å",
    "ss": "ß",
    "SS": "ẞ",
    "dh": "ð",
    "DH": "Ð",
    "dj": "đ",
    "DJ": "Đ",
    "th": "þ",
    "TH": "Þ",
    "ng": "ŋ",
    "NG": "Ŋ",
    "ij": "ĳ",
    "IJ": "Ĳ",
}

LOGOS: dict[str, str] = {
    "TeX": "TeX",
    "LaTeX": "LaTeX",
    "LaTeXe": "LaTeX2ε",
    "BibTeX": "BibTeX",
    "BibLaTeX": "BibLaTeX",
    "XeTeX": "XeTeX",
    "XeLaTeX": "XeLaTeX",
    "LuaTeX": "LuaTeX",
    "LuaLaTeX": "LuaLaTeX",
    "pdfTeX": "pdfTeX",
    "pdfLaTeX": "pdfLaTeX",
    "ConTeXt": "ConTeXt",
    "AmSTeX": "AMSTeX",
    "AmS": "AMS",
    "MF": "METAFONT",
    "MP": "MetaPost",
}

# Control symbols: a backslash and one character that is no letter (accents apart).
ESCAPES: dict[str, str] = {
    "&": "&",
    "%": "%",
    "#": "#",
    "_": "_",
    "$": "$",
    "{": "{",
    "}": "}",
    " ": " ",
    "\t": " ",
    "\n": " ",
    "\r": " ",
    "\\": " ",
    ",": " ",
    ";": " ",
    ":": " ",
    ">": " ",
    "-": "",
    "/": "",
    "!": "",
    "@": "",
    "|": "‖",
    "*": "",
    "+": "",
}

# Text symbols with a form in plain pdfLaTeX: command -> character. Written back as `{\command}`.
_WRITTEN: dict[str, str] = {
    "textexclamdown": "¡",
    "textcent": "¢",
    "textsterling": "£",
    "textcurrency": "¤",
    "textyen": "¥",
    "textbrokenbar": "¦",
    "textsection": "§",
    "textasciidieresis": "¨",
    "textcopyright": "©",
    "textordfeminine": "ª",
    "guillemotleft": "«",
    "textregistered": "®",
    "textasciimacron": "¯",
    "textdegree": "°",
    "textasciiacute": "´",
    "textmu": "µ",
    "textparagraph": "¶",
    "textperiodcentered": "·",
    "textordmasculine": "º",
    "guillemotright": "»",
    "textonequarter": "¼",
    "textonehalf": "½",
    "textthreequarters": "¾",
    "textquestiondown": "¿",
    "textflorin": "ƒ",
    "textasciicaron": "ˇ",
    "textasciibreve": "˘",
    "textbaht": "฿",
    "textbardbl": "‖",
    "quotesinglbase": "‚",
    "quotedblbase": "„",
    "textdagger": "†",
    "textdaggerdbl": "‡",
    "textbullet": "•",
    "ldots": "…",
    "textperthousand": "‰",
    "textpertenthousand": "‱",
    "guilsinglleft": "‹",
    "guilsinglright": "›",
    "textreferencemark": "※",
    "textinterrobang": "‽",
    "textcolonmonetary": "₡",
    "textlira": "₤",
    "textnaira": "₦",
    "textwon": "₩",
    "textdong": "₫",
    "texteuro": "€",
    "textpeso": "₱",
    "textcelsius": "℃",
    "textnumero": "№",
    "textcircledP": "℗",
    "textrecipe": "℞",
    "textservicemark": "℠",
    "texttrademark": "™",
    "textohm": "Ω",
    "textmho": "℧",
    "textestimated": "℮",
    "textopenbullet": "◦",
    "textbigcircle": "◯",
    "textmusicalnote": "♪",
    "textlangle": "〈",
    "textrangle": "〉",
    "textlbrackdbl": "⟦",
    "textrbrackdbl": "⟧",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
}

# Other names of characters, and ASCII under a name: read only.
_READ: dict[str, str] = {
    "S": "§",
    "P": "¶",
    "pounds": "£",
    "copyright": "©",
    "dag": "†",
    "ddag": "‡",
    "dots": "…",
    "textellipsis": "…",
    "euro": "€",
    "EUR": "€",
    "degree": "°",
    "textdiv": "÷",
    "texttimes": "×",
    "textpm": "±",
    "textminus": "\u2212",
    "textlnot": "¬",
    "textonesuperior": "¹",
    "texttwosuperior": "²",
    "textthreesuperior": "³",
    "textfractionsolidus": "⁄",
    "textlquill": "⁅",
    "textrquill": "⁆",
    "textleftarrow": "←",
    "textuparrow": "↑",
    "textrightarrow": "→",
    "textdownarrow": "↓",
    "textsurd": "√",
    "textendash": "–",
    "textemdash": "—",
    "texthyphen": "-",
    "hyphen": "-",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "lq": "‘",
    "rq": "’",
    "glqq": "„",
    "grqq": "“",
    "flqq": "«",
    "frqq": "»",
    "glq": "‚",
    "grq": "‘",
    "flq": "‹",
    "frq": "›",
    "guillemetleft": "«",
    "guillemetright": "»",
    "textquotedbl": '"',
    "textquotesingle": "'",
    "textasciigrave": "`",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textunderscore": "_",
    "textdollar": "$",
    "textasteriskcentered": "*",
    "textnumbersign": "#",
    "textpercent": "%",
    "textampersand": "&",
    "slash": "/",
    "textvisiblespace": "␣",
    "textcompwordmark": "",
    "nobreakspace": " ",
    "space": " ",
    "thinspace": " ",
    "enspace": " ",
    "quad": " ",
    "qquad": " ",
    "newline": " ",
    "linebreak": " ",
    "par": " ",
    "hfill": " ",
    "bibrangedash": "–",
    "textschwa": "ə",
    "textturna": "ɐ",
    "textglotstop": "ʔ",
    "textcrh": "ħ",
    "textHbar": "Ħ",
    "texthbar": "ħ",
    "textcrd": "đ",
    "textesh": "ʃ",
    "textgamma": "γ",
    "textbeta": "β",
    "textalpha": "α",
    "ohorn": "ơ",
    "OHORN": "Ơ",
    "uhorn": "ư",
    "UHORN": "Ư",
}

SYMBOLS: dict[str, str] = _WRITTEN | _READ | LETTERS | LOGOS

# Commands that only dress their argument: the command goes, the text stays.
TRANSPARENT = frozenset(
    """textbf textit textsl textsc texttt textrm textsf textup textmd textnormal textlf textin emph
    text mbox hbox fbox underline uline ul uwave sout st textsw textulc NoCaseChange mkbibemph
    mkbibbold mkbibitalic mkbibacro bibstring bibname bibnamefont bibfnamefont citenamefont
    natexlab MakeSentenceCase singleletter mathrm mathit mathnormal operatorname textlatin
    textgreek textcyrillic protect relax""".split()  # noqa: SIM905 (a list of 60 words reads better so)
)

# Font switches and the like: stand before text, take nothing, print nothing.
SWITCHES = frozenset(
    """bf it sl sc tt rm sf em up md bfseries itshape slshape scshape ttfamily rmfamily sffamily
    upshape mdseries normalfont normalsize tiny scriptsize footnotesize small large Large LARGE huge
    Huge boldmath unboldmath noindent allowbreak nobreak nolinebreak nobreakdash bibsentence
    displaystyle textstyle scriptstyle limits nolimits unskip ignorespaces xspace leavevmode
    sloppy raggedright null strut""".split()  # noqa: SIM905
)

# Commands whose first argument is not printed: sorting keys, labels, colours, link targets.
DROPPED = frozenset(
    """noopsort SortNoop sortnoop label vspace hspace phantom textcolor foreignlanguage bibinfo bibfield
    href texorpdfstring""".split()  # noqa: SIM905
)

# TeX's ligatures; the tie is plain space in text for display.
LIGATURES: dict[str, str] = {
    "---": "—",
    "--": "–",
    "``": "“",
    "''": "”",
    "`": "‘",
    "!`": "¡",
    "?`": "¿",
    ",,": "„",
    "~": " ",
}

# Character -> LaTeX for what is no letter with accents: the braced command.
ENCODED: dict[str, str] = {
    character: f"{{\\{command}}}"
    for command, character in (_WRITTEN | LETTERS).items()
    if not character.isascii()
}
ENCODED |= {
    # Spaces, and what prints nothing.
    **dict.fromkeys("\u00a0\u202f", "~"),
    **dict.fromkeys("\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a", " "),
    **dict.fromkeys("\u205f\u3000\u2028\u2029\u0085", " "),
    **dict.fromkeys("\u200b\u00ad\ufeff\u2060", ""),
    # Hyphens and dashes.
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u2012\u2013", "--"),
    **dict.fromkeys("\u2014\u2015", "---"),
    # Quotes; the primes are math.
    "‘": "`",
    "’": "'",
    "“": "``",
    "”": "''",
    # Ligatures and letters that are two.
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "ŉ": "'n",
    "ŀ": "l{\\textperiodcentered}",
    "Ŀ": "L{\\textperiodcentered}",
}
