r"""Which commands do something with their argument rather than print a character, as data."""

from __future__ import annotations

from bib2awesome.bib.latex_math_tables import ALPHABETS, MATH_ACCENTS

__all__ = ["DROPPED", "MATH_ARGUMENT", "SWITCHES", "TEXT", "TRANSPARENT", "VERBATIM"]

# Commands that only dress their argument: the command goes, the text stays.
TRANSPARENT = frozenset(
    """textbf textit textsl textsc texttt textrm textsf textup textmd textnormal textlf textin emph
    text mbox hbox fbox underline uline ul uwave sout st textsw textulc NoCaseChange mkbibemph
    mkbibbold mkbibitalic mkbibacro bibstring bibname bibnamefont bibfnamefont citenamefont
    natexlab MakeSentenceCase singleletter mathrm mathit mathnormal operatorname textlatin
    textgreek textcyrillic protect relax""".split()
)

# Font switches and the like: stand before text, take nothing, print nothing.
SWITCHES = frozenset(
    """bf it sl sc tt rm sf em up md bfseries itshape slshape scshape ttfamily rmfamily sffamily
    upshape mdseries normalfont normalsize tiny scriptsize footnotesize small large Large LARGE huge
    Huge boldmath unboldmath noindent allowbreak nobreak nolinebreak nobreakdash bibsentence
    displaystyle textstyle scriptstyle limits nolimits unskip ignorespaces xspace leavevmode
    sloppy raggedright null strut""".split()
)

# Commands whose first argument is not printed: sorting keys, labels, colours, link targets.
DROPPED = frozenset(
    """noopsort SortNoop sortnoop label vspace hspace phantom vphantom hphantom textcolor foreignlanguage bibinfo bibfield
    href texorpdfstring""".split()
)

# Commands whose first argument is an address or a label, not text: copied as it is.
VERBATIM = frozenset(
    "url nolinkurl path href hyperlink cite citet citep citealp ref eqref label input ce".split()
)

# Commands whose argument is text although they stand in a formula.
TEXT = frozenset(
    "text mbox hbox textrm textit textbf textsf texttt textsc textup textnormal emph".split()
)

# Commands of formulas whose one argument is a formula, too.
MATH_ARGUMENT = frozenset({"sqrt", "mathbf", "bm", "boldsymbol", *ALPHABETS, *MATH_ACCENTS})
