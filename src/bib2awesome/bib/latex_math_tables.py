r"""What LaTeX's math commands stand for, as data; section titles follow the LaTeX kernel's fontmath.ltx."""

# ruff: noqa: RUF001 (characters that look like others are what this is about)
from __future__ import annotations

__all__ = [
    "ALPHABETS",
    "FUNCTIONS",
    "MATH_ACCENTS",
    "MATH_SYMBOLS",
    "OPERATORS",
    "SUBSCRIPTS",
    "SUPERSCRIPTS",
    "WRITTEN",
]


def _pairs(text: str) -> dict[str, str]:
    """Return the mapping written as `command character` pairs."""
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


# Letters and signs that plain LaTeX has: command -> character, written back as `{$\command$}`.
_LETTERS = _pairs(
    """alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ lambda λ mu μ nu ν xi ξ pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ
    phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon ϒ
    Phi Φ Psi Ψ Omega Ω aleph ℵ hbar ℏ ell ℓ wp ℘ Re ℜ Im ℑ partial ∂ infty ∞ prime ′
    emptyset ∅ nabla ∇ surd √ top ⊤ bot ⊥ angle ∠ triangle △ forall ∀ exists ∃ neg ¬ flat ♭
    natural ♮ sharp ♯ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ sum ∑ prod ∏ coprod ∐ int ∫
    oint ∮ langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉"""
)

# Binary operators, relations, arrows.
_BINARY = _pairs(
    """pm ± mp ∓ times × div ÷ ast ∗ star ⋆ circ ∘ bullet ∙ cdot ⋅ cap ∩ cup ∪ uplus ⊎ sqcap ⊓
    sqcup ⊔ vee ∨ wedge ∧ setminus ∖ wr ≀ diamond ⋄ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙
    amalg ⨿ leq ≤ geq ≥ equiv ≡ models ⊧ prec ≺ succ ≻ sim ∼ perp ⟂ preceq ⪯ succeq ⪰ simeq ≃
    mid ∣ ll ≪ gg ≫ asymp ≍ parallel ∥ subset ⊂ supset ⊃ approx ≈ bowtie ⋈ subseteq ⊆ supseteq ⊇
    cong ≅ neq ≠ smile ⌣ sqsubseteq ⊑ sqsupseteq ⊒ doteq ≐ frown ⌢ in ∈ ni ∋ propto ∝ vdash ⊢
    dashv ⊣ notin ∉ leftarrow ← rightarrow → leftrightarrow ↔ uparrow ↑ downarrow ↓ updownarrow ↕
    Leftarrow ⇐ Rightarrow ⇒ Leftrightarrow ⇔ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗
    searrow ↘ swarrow ↙ nwarrow ↖ mapsto ↦ hookleftarrow ↩ hookrightarrow ↪ leftharpoonup ↼
    rightharpoonup ⇀ leftharpoondown ↽ rightharpoondown ⇁ rightleftharpoons ⇌ longleftarrow ⟵
    longrightarrow ⟶ Longleftarrow ⟸ Longrightarrow ⟹ longmapsto ⟼ Longleftrightarrow ⟺
    longleftrightarrow ⟷ cdots ⋯ vdots ⋮ ddots ⋱"""
)

# Other names, and the packages' (amssymb): read, never written.
_READ_LETTERS = _pairs(
    """omicron ο imath ı jmath ȷ digamma ϝ varkappa ϰ Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι Kappa Κ Mu Μ Nu Ν
    Omicron Ο Rho Ρ Tau Τ Chi Χ varnothing ∅ lnot ¬ beth ℶ gimel ℷ hslash ℏ complement ∁ square □
    Box □ blacksquare ■ Diamond ◇ lozenge ◊ bigstar ★ checkmark ✓ mho ℧ degree ° iint ∬ iiint ∭
    bigcap ⋂ bigcup ⋃ bigoplus ⨁ bigotimes ⨂ bigvee ⋁ bigwedge ⋀ lbrace { rbrace } lbrack [ rbrack ]
    vert | Vert ‖ lvert | rvert | lVert ‖ rVert ‖ backslash \\ dagger † ddagger ‡ dag † ddag ‡ S §
    P ¶ copyright © pounds £ ldots … dots … dotsc … hdots … lq ‘ rq ’ colon : i ı j ȷ aa å AA Å ss ß
    o ø O Ø l ł L Ł ae æ AE Æ oe œ OE Œ nexists ∄ eth ð varGamma Γ varDelta Δ varTheta Θ
    varLambda Λ varXi Ξ varPi Π varSigma Σ varPhi Φ varPsi Ψ varOmega Ω upmu μ upalpha α upbeta β
    textmu µ textdegree ° celsius ℃ triangleleft ◁ triangleright ▷ blacktriangle ▲ slash /"""
)
_READ_BINARY = _pairs(
    """le ≤ ge ≥ ne ≠ to → gets ← iff ⟺ implies ⟹ impliedby ⟸ land ∧ lor ∨ owns ∋ bigcirc ◯
    leqslant ⩽ geqslant ⩾ leqq ≦ geqq ≧ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ ll ≪
    subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ vDash ⊨ Vdash ⊩ nmid ∤ nparallel ∦ therefore ∴
    because ∵ ltimes ⋉ rtimes ⋊ rightsquigarrow ⇝ leadsto ⇝ triangleq ≜ coloneqq ≔ eqqcolon ≕
    twoheadrightarrow ↠ rightarrowtail ↣ circlearrowleft ↺ circlearrowright ↻ upharpoonright ↾
    boxtimes ⊠ boxplus ⊞ smallsetminus ∖ dotsb ⋯ dotsm ⋯ approxeq ≊ thickapprox ≈ thicksim ∼
    backsim ∽ sqsubset ⊏ sqsupset ⊐ lhd ⊲ rhd ⊳ texttimes × leftrightarrows ⇆ rightleftarrows ⇄"""
)

WRITTEN: dict[str, str] = _LETTERS | _BINARY
MATH_SYMBOLS: dict[str, str] = _READ_LETTERS | _READ_BINARY | WRITTEN

# Characters with space around them where the source has it.
OPERATORS = frozenset("+−=<>/:|") | frozenset((_BINARY | _READ_BINARY).values())

FUNCTIONS = frozenset(
    """arccos arcsin arctan arg argmax argmin cos cosh cot coth csc deg det dim exp gcd hom inf ker
    lg lim liminf limsup ln log max min Pr sec sin sinh sup tan tanh mod bmod""".split()
)

MATH_ACCENTS: dict[str, str] = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "check": "\u030c",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "acute": "\u0301",
    "grave": "\u0300",
    "dot": "\u0307",
    "ddot": "\u0308",
    "breve": "\u0306",
    "bar": "\u0304",
    "overline": "\u0305",
    "underline": "\u0332",
    "vec": "\u20d7",
    "mathring": "\u030a",
}

SUPERSCRIPTS: dict[str, str] = dict(
    zip(
        "0123456789+−-=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWαβγδεθιφχ∗′⊤",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵅᵝᵞᵟᵋᶿᶥᵠᵡ*′ᵀ",
        strict=True,
    )
) | {"∘": "°", "*": "*", "†": "†", "‡": "‡", "″": "″", "°": "°"}

SUBSCRIPTS: dict[str, str] = dict(
    zip(
        "0123456789+−-=()aehijklmnoprstuvxβγρϕφχ",
        "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵩᵪ",
        strict=True,
    )
)

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SMALL = "abcdefghijklmnopqrstuvwxyz"


def _alphabet(capital: int, small: int, exceptions: str = "") -> dict[str, str]:
    """Return a mathematical alphabet from its first code points and the letters that stand elsewhere."""
    table = {letter: chr(capital + index) for index, letter in enumerate(_CAPITALS)}
    table |= {letter: chr(small + index) for index, letter in enumerate(_SMALL)}
    return table | dict(zip(exceptions[::2], exceptions[1::2], strict=True))


_SCRIPT = _alphabet(0x1D49C, 0x1D4B6, "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ")

# Alphabets that carry a meaning of their own; bold, italic and upright come out as plain letters.
ALPHABETS: dict[str, dict[str, str]] = {
    "mathbb": _alphabet(0x1D538, 0x1D552, "CℂHℍNℕPℙQℚRℝZℤ") | {"1": "𝟙"},
    "mathds": _alphabet(0x1D538, 0x1D552, "CℂHℍNℕPℙQℚRℝZℤ") | {"1": "𝟙"},
    "mathcal": _SCRIPT,
    "mathscr": _SCRIPT,
    "mathfrak": _alphabet(0x1D504, 0x1D51E, "CℭHℌIℑRℜZℨ"),
}
