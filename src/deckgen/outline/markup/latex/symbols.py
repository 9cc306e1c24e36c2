"""LaTeX commands that stand for a sign, a letter or a name. docs/formulas.md lists them."""

from deckgen.deck.equation import Alphabet, SignKind
from deckgen.support.word_sets import word_set


def _table(pairs: str) -> dict[str, str]:
    """Return signs by their commands, from pairs such as `alpha:α`."""
    return dict(pair.split(":") for pair in pairs.split())


GREEK = _table(
    "alpha:α beta:β gamma:γ delta:δ epsilon:ϵ varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ "
    "iota:ι kappa:κ lambda:λ mu:μ nu:ν xi:ξ omicron:ο pi:π varpi:ϖ rho:ρ varrho:ϱ sigma:σ "
    "varsigma:ς tau:τ upsilon:υ phi:ϕ varphi:φ chi:χ psi:ψ omega:ω"
)
"""Small letters, which are set in italics."""

UPRIGHT = _table(
    "Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω "
    "infty:∞ partial:∂ nabla:∇ ell:ℓ hbar:ℏ Re:ℜ Im:ℑ aleph:ℵ emptyset:∅ varnothing:∅ "
    "forall:∀ exists:∃ nexists:∄ neg:¬ lnot:¬ top:⊤ bot:⊥ angle:∠ triangle:△ square:□ "
    "degree:° prime:′ euro:€ pounds:£ yen:¥ S:§ ldots:… dots:… cdots:⋯ vdots:⋮ ddots:⋱ "
    "checkmark:✓ star:⋆ bullet:• dag:† ddag:‡ vert:| Vert:‖ lbrace:{ rbrace:} lbrack:[ "
    "rbrack:] langle:⟨ rangle:⟩ lfloor:⌊ rfloor:⌋ lceil:⌈ rceil:⌉ backslash:∖ permil:‰ "
    "lvert:| rvert:| lVert:‖ rVert:‖ |:‖"
)
"""Signs that are set upright, without space around them."""

_BINARY = _table(
    "times:× cdot:⋅ div:÷ pm:± mp:∓ ast:∗ circ:∘ oplus:⊕ ominus:⊖ otimes:⊗ odot:⊙ cup:∪ cap:∩ "
    "setminus:∖ wedge:∧ land:∧ vee:∨ lor:∨ sqcup:⊔ sqcap:⊓ uplus:⊎ amalg:⨿"
)
_RELATIONS = _table(
    "leq:≤ le:≤ geq:≥ ge:≥ leqslant:⩽ geqslant:⩾ neq:≠ ne:≠ approx:≈ equiv:≡ sim:∼ simeq:≃ "
    "cong:≅ propto:∝ ll:≪ gg:≫ lt:< gt:> in:∈ notin:∉ ni:∋ subset:⊂ supset:⊃ subseteq:⊆ "
    "supseteq:⊇ nsubseteq:⊈ subsetneq:⊊ to:→ rightarrow:→ leftarrow:← gets:← "
    "leftrightarrow:↔ Rightarrow:⇒ Leftarrow:⇐ Leftrightarrow:⇔ implies:⟹ impliedby:⟸ iff:⟺ "
    "mapsto:↦ longrightarrow:⟶ longleftarrow:⟵ hookrightarrow:↪ uparrow:↑ downarrow:↓ "
    "updownarrow:↕ nearrow:↗ searrow:↘ rightleftharpoons:⇌ perp:⊥ parallel:∥ mid:∣ nmid:∤ "
    "models:⊨ vdash:⊢ asymp:≍ prec:≺ succ:≻ preceq:⪯ succeq:⪰ doteq:≐ coloneqq:≔ therefore:∴ "
    "because:∵ triangleq:≜"
)
SIGNS: dict[str, tuple[str, SignKind]] = {
    **{name: (sign, "binary") for name, sign in _BINARY.items()},
    **{name: (sign, "relation") for name, sign in _RELATIONS.items()},
    "colon": (":", "punctuation"),
    "bmod": ("mod", "binary"),
}
"""Operators and relations by their commands."""

TYPED: dict[str, tuple[str, SignKind]] = {
    **dict.fromkeys("+±∓×÷⋅·∗∘⊕⊗∪∩∖∧∨", ("", "binary")),
    **dict.fromkeys("=<>≤≥≠≈≡∼≃≅∝≪≫∈∉∋⊂⊃⊆⊇→←↔⇒⇐⇔↦∥∣≔:", ("", "relation")),
    **dict.fromkeys(",;", ("", "punctuation")),
    "-": ("−", "binary"),
    "–": ("−", "binary"),
    "−": ("", "binary"),
    "*": ("∗", "binary"),
}
"""Characters typed without a command: the sign shown, or "" for the same, and its kind."""

LARGE = _table(
    "sum:∑ prod:∏ coprod:∐ int:∫ iint:∬ iiint:∭ oint:∮ bigcup:⋃ bigcap:⋂ bigoplus:⨁ "
    "bigotimes:⨂ bigvee:⋁ bigwedge:⋀"
)
"""Operators with limits."""

FUNCTIONS = word_set(
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth exp ln lg log det dim ker "
    "gcd hom deg arg Pr"
)
LIMITS = {
    **{name: name for name in word_set("lim max min sup inf")},
    "argmax": "arg max",
    "argmin": "arg min",
    "limsup": "lim sup",
    "liminf": "lim inf",
}
"""Functions with a limit below them, and their names."""

ACCENTS = _table(
    "hat:\u0302 widehat:\u0302 check:\u030c tilde:\u0303 widetilde:\u0303 acute:\u0301 "
    "grave:\u0300 dot:\u0307 ddot:\u0308 breve:\u0306 bar:\u0305 vec:\u20d7 overrightarrow:\u20d7"
)
"""Combining characters, by their commands."""

ALPHABETS: dict[str, Alphabet] = {
    "mathrm": "upright",
    "mathit": "italic",
    "mathbf": "bold",
    "boldsymbol": "bold-italic",
    "bm": "bold-italic",
    "mathbb": "blackboard",
    "mathcal": "script",
    "mathscr": "script",
    "mathfrak": "fraktur",
    "mathsf": "sans",
    "mathtt": "monospace",
}
WORDS = word_set("text textrm textnormal textup mbox")
"""Commands for words, whose spaces are kept."""

SPACES = {
    ",": 0.17,
    ":": 0.22,
    ">": 0.22,
    ";": 0.28,
    " ": 0.25,
    "~": 0.25,
    "!": 0.0,
    "quad": 1.0,
    "qquad": 2.0,
    "thinspace": 0.17,
    "enspace": 0.5,
}
ESCAPED = frozenset("$%&#_{}")
"""Signs that need a backslash."""

BRACKETS = {
    **_table(r"(:( ):) [:[ ]:] |:| /:/ <:⟨ >:⟩ .: \{:{ \}:} \|:‖"),
    **{
        f"\\{name}": UPRIGHT[name]
        for name in word_set(
            "vert Vert lbrace rbrace lbrack rbrack langle rangle lfloor rfloor lceil rceil "
            "lvert rvert lVert rVert"
        )
    },
}
"""Brackets behind \\left, \\middle and \\right."""

MATRICES = {
    "matrix": ("", ""),
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
    "cases": ("{", ""),
}
ALIGNED = frozenset(["aligned", "align", "align*", "split", "gathered", "gather", "gather*"])
"""Environments of aligned equations."""

NEGATED = {"=": "≠", "∈": "∉", "⊂": "⊄", "⊆": "⊈", "≡": "≢", "≤": "≰", "≥": "≱", "∼": "≁", "≈": "≉"}
