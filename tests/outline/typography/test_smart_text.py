"""Text set by the rules of its language: what changes, and what never does.

In what is expected, `~` is a no-break space and `|` a narrow one.
"""

import re
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckgen.deck.text_body import Paragraph, Run, WebLink
from deckgen.outline.markup.inline_text import parse_inline
from deckgen.outline.schema.fields import Text
from deckgen.outline.typography.language_rules import rules_for
from deckgen.outline.typography.smart_text import typeset_paragraph
from deckgen.support.diagnostics import Diagnostics, Span
from tests.sampled import sampled

SPAN = Span("talk.yaml", 4, 7)


def paragraph(raw: str) -> Paragraph:
    return Paragraph(parse_inline(Text(raw, SPAN), Diagnostics()), span=SPAN)


def shown(lang: str, raw: str) -> str:
    """Return the words of a paragraph as they are set."""
    return typeset_paragraph(paragraph(raw), rules_for(lang))[0].text


def set_as(lang: str, raw: str) -> str:
    return shown(lang, raw).replace("\u00a0", "~").replace("\u202f", "|")


QUOTES = [
    ("de-DE", "„a ‚b‘“"),
    ("de-AT", "„a ‚b‘“"),
    ("de-CH", "«a ‹b›»"),
    ("de-LI", "«a ‹b›»"),
    ("en-US", "“a ‘b’”"),
    ("en-GB", "“a ‘b’”"),
    ("fr-FR", "«|a “b”|»"),
    ("fr-CA", "«|a “b”|»"),
    ("fr-CH", "«|a ‹|b|›|»"),
    ("it-IT", "«a “b”»"),
    ("es-ES", "«a “b”»"),
    ("es-MX", "“a ‘b’”"),
    ("pt-BR", "“a ‘b’”"),
    ("pt-PT", "«a “b”»"),
    ("nl-NL", "“a ‘b’”"),
    ("pl-PL", "„a~«b»”"),
    ("cs-CZ", "„a ‚b‘“"),
    ("sk-SK", "„a ‚b‘“"),
    ("da-DK", "“a ‘b’”"),
    ("sv-SE", "”a ’b’”"),
    ("nb-NO", "«a ‘b’»"),
    ("no", "«a ‘b’»"),
    ("fi-FI", "”a ’b’”"),
    ("hu-HU", "„a »b«”"),
    ("ro-RO", "„a «b»”"),
    ("ru-RU", "«a „b“»"),
    ("uk-UA", "«a „b“»"),
    ("el-GR", "«a “b”»"),
    ("tr-TR", "“a ‘b’”"),
    ("ja-JP", "「a 『b』」"),
    ("zh-CN", "“a ‘b’”"),
    ("zh-TW", "「a 『b』」"),
    ("zh-Hant-HK", "「a 『b』」"),
    ("ko-KR", "“a ‘b’”"),
    ("ar-EG", "”a ’b‘“"),
    ("he-IL", "”a ’b’”"),
    ("xx-XX", "\"a 'b'\""),
]


@pytest.mark.parametrize(("lang", "expected"), QUOTES)
def test_each_language_has_its_quotation_marks(lang: str, expected: str) -> None:
    assert set_as(lang, "\"a 'b'\"") == expected


PAIRS = {
    "punctuation": ('Er sagte: "Ja!", und ging.', "Er sagte: „Ja!“, und ging."),
    "brackets": ('("ja")', "(„ja“)"),
    "two": ('"a" und "b"', "„a“ und „b“"),
    "the same marks within": ('"Das "neue" Rathaus"', "„Das ‚neue‘ Rathaus“"),
    "single ones alone": ("Das 'neue' Rathaus", "Das ‚neue‘ Rathaus"),
    "a compound": ('der "Ja"-Sager, so-"genannt"', "der „Ja“-Sager, so-„genannt“"),
    "at a dash": ('nein–"ja"', "nein–„ja“"),
    "what is set already": ("“so” und „so“ und »so«", "“so” und „so“ und »so«"),
    "within what is set": ('„sagt "ja"“', "„sagt „ja““"),
    "emphasis inside": ('"das **Rathaus**"', "„das Rathaus“"),
    "emphasis that opens": ('**"das** Rathaus"', "„das Rathaus“"),
    "over a line break": ('"a\nb"', "„a b“"),
    "before an ellipsis": ('"..."', "„…“"),
    "code in quotes": ('"`a`"', "„a“"),
    "a measure": ("ein Monitor mit 24\" und 5' Höhe", "ein Monitor mit 24\" und 5' Höhe"),
    "a measure beside a quotation": ('24" und "ja"', '24" und „ja“'),
    "no partner": ('"offen und "zu"', '"offen und "zu"'),
    "no partner, but apostrophes": ("\"offen, wie geht's?", '"offen, wie geht’s?'),
    "crossing": ("\"a 'b\" c'", "„a 'b“ c’"),
}


@pytest.mark.parametrize(("raw", "expected"), PAIRS.values(), ids=PAIRS)
def test_marks_are_paired(raw: str, expected: str) -> None:
    assert set_as("de-DE", raw) == expected


APOSTROPHES = [
    ("de-DE", "Wie geht's? 's ist 'ne Frage", "Wie geht’s? ’s ist ’ne Frage"),
    ("de-DE", "Hans' Auto", "Hans’ Auto"),
    ("de-DE", "die '68er", "die ’68er"),
    ("en-GB", "Don't. The dogs' bowl, the '90s, 'tis", "Don’t. The dogs’ bowl, the ’90s, ’tis"),
    ("en-GB", "Rock 'n' roll", "Rock ’n’ roll"),
    ("en-GB", "'It's the dogs' bowl'", "‘It’s the dogs’ bowl’"),
    ("fr-FR", "l'\"eau\" et l'air", "l’«|eau|» et l’air"),
    ("it-IT", "dell'\"arte\" c'è", "dell’«arte» c’è"),
    ("nl-NL", "'s ochtends in 't huis", "’s ochtends in ’t huis"),
    ("uk-UA", "п'ять", "п’ять"),
    ("he-IL", "צה\"ל ג'ורג'", "צה\"ל ג'ורג'"),
    ("ja-JP", 'これは"テスト"です', "これは「テスト」です"),
]


@pytest.mark.parametrize(("lang", "raw", "expected"), APOSTROPHES)
def test_apostrophes(lang: str, raw: str, expected: str) -> None:
    assert set_as(lang, raw) == expected


SPACES = [
    ("de-DE", "z. B. und z.B., d.h. (i. d. R.)", "z.|B. und z.|B., d.|h. (i.|d.|R.)"),
    ("de-DE", "300 v. Chr., u.v.m.", "300 v.|Chr., u.|v.|m."),
    ("de-DE", "§ 5 Abs. 2, §§ 3 und 4", "§~5 Abs.~2, §§~3 und 4"),
    ("de-DE", "10 %, 5 km, 20 °C, 3,5 Mio. Euro", "10~%, 5~km, 20~°C, 3,5~Mio. Euro"),
    ("de-DE", "1,9 Millionen Euro, 62 Euro, 5 Prozent", "1,9~Millionen Euro, 62~Euro, 5~Prozent"),
    ("en-GB", "$5 million in 3 years", "$5~million in 3 years"),
    ("de-DE", "1,9 Mio. €. Nun 3 Tsd. km", "1,9~Mio.~€. Nun 3~Tsd.~km"),
    ("en-GB", "5 million GBP, millions £", "5~million~GBP, millions £"),
    ("de-DE", "Nr. 3, S. 5, um 12 Uhr, € 5", "Nr.~3, S.~5, um 12~Uhr, €~5"),
    ("de-DE", "am 22. November 2026", "am 22.~November 2026"),
    ("de-DE", "Prof. Dr. Muster und A. Muster", "Prof.~Dr.~Muster und A.~Muster"),
    ("de-DE", "J. S. Bach, J.S. Bach", "J.|S.~Bach, J.S.~Bach"),
    ("de-DE", "z. B. Altenburg, z. B., d. h. so", "z.|B. Altenburg, z.|B., d.|h. so"),
    ("de-DE", "ein 3 x 4 m großes", "ein 3~×~4~m großes"),
    ("de-DE", "5 Leute und 3 x täglich", "5 Leute und 3 x täglich"),
    ("de-DE", "10% und 5km", "10% und 5km"),
    ("de-CH", "z.B. 5 km", "z.|B. 5~km"),
    ("en-GB", "Mr Smith met Dr. Who on 22 May", "Mr~Smith met Dr.~Who on 22~May"),
    ("en-US", "on November 22, 2026, p. 5, No. 3", "on November~22, 2026, p.~5, No.~3"),
    ("fr-FR", "Oui ! Non? Si: 10 000 € ; quoi?!", "Oui|! Non|? Si~: 10~000~€|; quoi|?!"),
    ("fr-FR", "« typé » et «serré»", "«|typé|» et «|serré|»"),
    ("fr-FR", "à 12:30, le 1er mai :)", "à 12:30, le 1er~mai :)"),
    ("fr-CH", "Oui: non", "Oui|: non"),
    ("fr-CA", "Oui ! Si: non", "Oui ! Si~: non"),
    ("es-ES", "el 22 de noviembre", "el 22~de~noviembre"),
    ("pl-PL", "Kot w domu i 10 000 zł", "Kot w~domu i~10~000~zł"),
    ("cs-CZ", "v domě, 22. listopadu", "v~domě, 22.~listopadu"),
    ("ru-RU", "Он в доме", "Он в~доме"),
    ("sv-SE", "1 000 000 kr", "1~000~000~kr"),
    ("fi-FI", "22. marraskuuta", "22.~marraskuuta"),
    ("hu-HU", "november 22-én, november 22.", "november 22-én, november~22."),
]


@pytest.mark.parametrize(("lang", "raw", "expected"), SPACES)
def test_what_belongs_together_stays_together(lang: str, raw: str, expected: str) -> None:
    assert set_as(lang, raw) == expected


DASHES = [
    ("de-DE", "Anna - und Ben - kommt", "Anna~– und Ben~– kommt"),
    ("de-DE", "Anna -- und --- so", "Anna~– und~— so"),
    ("de-DE", "Anna – und", "Anna~– und"),
    ("de-DE", "Plan A - Plan B", "Plan A~– Plan B"),
    ("en-US", "so--and so---well", "so—and so—well"),
    ("de-DE", "so--und", "so–und"),
    ("ru-RU", "Он - врач", "Он~— врач"),
    ("de-DE", "2014-2020 und 10-12 Uhr", "2014–2020 und 10–12~Uhr"),
    ("de-DE", "S. 5-7, 3-5 km, §§ 3-5", "S.~5–7, 3–5~km, §§~3–5"),
    ("de-DE", "Und dann ...", "Und dann~…"),
    ("de-DE", "Welchen ...? Oder so...", "Welchen~…? Oder so…"),
]


@pytest.mark.parametrize(("lang", "raw", "expected"), DASHES)
def test_dashes_and_ellipses(lang: str, raw: str, expected: str) -> None:
    assert set_as(lang, raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        '`"a" - b...`',
        "https://x.de/a--b...c/d'e",
        "<https://x.de/'a'>",
        "anna--b.o'neill@example.org",
        "Plan--alt.txt und a_b--c und docs/a--b",
        "2026-11-22",
        "12:30-13:00",
        "v1.2-3 und 2.0--rc",
        "Tel. 03447 594-1000",
        "+49 3447 594 100",
        "ISO 1496-2013, DIN EN 1991-2005",
        "ISBN 1234-1567",
        "a - b = c, 5 - 3 und -5 Grad",
        "x = - 5",
        "git --force, a -> b --> c",
        "../.. und ./...",
        "2020-2014, 3-4, 12-34-56",
        "Vor- und Nachteile, Ein-\u00ad und",
        "..... und ----",
        "- kein Punkt -",
        "Wort",
    ],
)
def test_stays_as_typed(raw: str) -> None:
    assert shown("de-DE", raw) == paragraph(raw).text


def test_marks_and_links_of_the_runs_stay() -> None:
    link = WebLink("https://example.org/a--b")
    made, _ = typeset_paragraph(
        Paragraph(
            (Run('"a '), Run('b" - ', bold=True), Run("z.B. ", link=link), Run('"', code=True))
        ),
        rules_for("de"),
    )
    assert made.runs == (
        Run("„a "),
        Run("b“\u00a0– ", bold=True),
        Run("z.\u202fB. ", link=link),
        Run('"', code=True),
    )


_SIGNS = "\"'-.…–—«»„“”‚‘’‹›  \u00a0\u202f:;!?()§%,`*/@_xaeisBZ15209ä言\n"
_LANGUAGES = st.sampled_from([lang for lang, _ in QUOTES])
_TEXTS = st.one_of(
    st.text(alphabet=st.sampled_from(_SIGNS), max_size=40),
    st.lists(
        st.sampled_from(
            [*(raw for raw, _ in PAIRS.values()), *(raw for _, raw, _ in SPACES + DASHES)]
        ),
        max_size=3,
    ).map(" ".join),
)


@given(_LANGUAGES, _TEXTS)
@example("fr-FR", "\"'a.' b\" 'c'!")
def test_set_twice_is_set_once(lang: str, raw: str) -> None:
    rules = rules_for(lang)
    once, _ = typeset_paragraph(paragraph(raw), rules)
    assert typeset_paragraph(once, rules)[0] == once


@given(_LANGUAGES, _TEXTS)
def test_no_letter_and_no_digit_changes(lang: str, raw: str) -> None:
    def letters(text: str) -> str:
        return re.sub(r"[\W_]|x", "", text)  # `3 x 4` becomes 3 × 4

    assert letters(shown(lang, raw)) == letters(paragraph(raw).text)


@given(_LANGUAGES, _TEXTS)
def test_code_and_links_stay(lang: str, raw: str) -> None:
    def kept(one: Paragraph) -> tuple[list[str], list[object]]:
        runs = [run for run in one.runs if isinstance(run, Run)]
        links: list[object] = [run.link for run in runs if run.link]
        return [run.text for run in runs if run.code], links

    before = paragraph(raw)
    assert kept(typeset_paragraph(before, rules_for(lang))[0]) == kept(before)


@pytest.mark.parametrize(
    "sign",
    sampled(["a", '"', "'", "a.", "a-", "a/", "5 ", "-", ".", "« ", "a@", "Tel. 5", "_", "1-"]),
)
def test_the_time_is_linear_in_the_length(sign: str) -> None:
    started = time.process_time()
    typeset_paragraph(Paragraph((Run(sign * 5_000),)), rules_for("fr"))
    assert time.process_time() - started < 1
