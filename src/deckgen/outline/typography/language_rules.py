"""The typographic rules of each language as data: quotation marks, spaces, dashes.

Quotation marks and names of months are those of CLDR (`delimiters` of release 42, `months` of 46).
Where a rule differs, or is not in it, its source stands beside it. Authors: docs/typography.md.
"""

from functools import lru_cache
from typing import NamedTuple

from deckgen.language.spaces import NARROW, NO_BREAK
from deckgen.support.word_sets import word_set


class TypographyRules(NamedTuple):
    """The rules of a language. All words are in lower case."""

    quotes: str = ""
    """Opening and closing mark, then those of a nested quotation; empty: straight marks stay."""
    inside_quotes: str = ""
    """The space inside guillemets, if any."""
    apostrophe: bool = True
    """Whether a straight ' in a word is an apostrophe."""
    elided: frozenset[str] = frozenset()
    """Words that begin with an apostrophe."""
    dash: str = "–"
    """Replaces a hyphen between spaces."""
    tight_dash: str = "–"
    """Replaces two hyphens between letters."""
    months: frozenset[str] = frozenset()
    of: str = ""
    """The word between day and month, if any."""
    before_number: frozenset[str] = frozenset()
    """Words with a no-break space to the number behind them."""
    before_name: frozenset[str] = frozenset()
    """Words with a no-break space to the name behind them."""
    spaced: frozenset[str] = frozenset()
    """Abbreviations that get spaces inside, as typed without them: z.b."""
    inside_abbreviations: str = NO_BREAK
    """The space that they get."""
    binding_words: frozenset[str] = frozenset()
    """All words that may have a no-break space behind them, but those that end in a full stop."""
    short_words: frozenset[str] = frozenset()
    """Words that may not end a line."""
    grouped: bool = False
    """Whether spaces group the digits of large numbers."""
    before_marks: tuple[tuple[str, str], ...] = ()
    """Punctuation marks, each with the space before it."""
    any_text: bool = False
    """Whether the rules may change a text without digits and signs."""


@lru_cache(maxsize=64)
def rules_for(lang: str) -> TypographyRules:
    """Return the rules of a language, a BCP 47 tag; for an unknown one, those of all languages."""
    language, *others = lang.lower().split("-")
    language = _ALSO.get(language, language)
    tags = [*(f"{language}-{other}" for other in reversed(others)), language]
    quotes = next((_QUOTES[tag] for tag in tags if tag in _QUOTES), "")
    marks = next((_BEFORE_MARKS[tag] for tag in tags if tag in _BEFORE_MARKS), ())
    short_words, titles = _words(_SHORT_WORDS, language), _words(_BEFORE_NAME, language)
    of = _OF.get(language, "")
    binding = short_words | {word for word in titles if not word.endswith(".")} | {of}
    return TypographyRules(
        quotes=quotes,
        inside_quotes=NARROW if language == "fr" else "",
        apostrophe=language not in _WITHOUT_APOSTROPHE,
        elided=_words(_ELIDED, language),
        dash=_DASHES.get(language, "–"),
        tight_dash="—" if language == "en" else _DASHES.get(language, "–"),
        months=_words(_MONTHS, language),
        of=of,
        before_number=_BEFORE_ANY_NUMBER | _words(_BEFORE_NUMBER, language),
        before_name=titles,
        binding_words=binding,
        spaced=_words(_SPACED, language),
        inside_abbreviations=NARROW if language == "de" else NO_BREAK,
        short_words=short_words,
        grouped=language in _GROUPED,
        before_marks=marks,
        any_text=bool(marks or binding - {of}),
    )


_BEFORE_ANY_NUMBER = word_set("§ §§ # № ≈ ± € $ £ ¥ eur usd chf gbp ca. nr. no. n° n.º nº č.")
_ALSO = {"no": "nb", "iw": "he", "sh": "sr"}
_WITHOUT_APOSTROPHE = word_set("ar fa he hi ja ko th zh")


def _by_tag(tags_by_marks: dict[str, str]) -> dict[str, str]:
    return {tag: marks for marks, tags in tags_by_marks.items() for tag in tags.split()}


_QUOTES = _by_tag(
    {
        "„“‚‘": "de cs sk sl hr mk et is lb",
        # CLDR has only single marks for Dutch; double ones are kept double.
        "“”‘’": "en es-mx es-419 pt da lv tr gl ga cy mt zh ko vi id hi eo af nl",
        # Nested in French: “…”, which the Imprimerie nationale allows (CLDR: « … » again).
        "«»“”": "it es pt-pt el ca eu sq fr",
        # Switzerland: Schreibweisungen der Bundeskanzlei (CLDR: „…“ for de-CH).
        "«»‹›": "de-ch de-li fr-ch rm fa",
        "„”«»": "pl ro",
        "„”‘’": "bs",
        "„“‘‘": "sr",
        "„“„“": "bg lt",
        "„”»«": "hu",
        "””’’": "sv fi he",
        "«»‘’": "nb nn",
        "«»„“": "ru uk be",
        "「」『』": "ja zh-tw zh-hk zh-mo zh-hant",
        "”“’‘": "ar",
    }
)

_DASHES = _by_tag({"—": "ru uk be"})
"""Milchin, Spravochnik izdatelya i avtora: the dash between words is long."""

_BEFORE_MARKS = {
    # Lexique des règles typographiques en usage à l'Imprimerie nationale, “Ponctuation”.
    "fr": ((":", NO_BREAK), (";", NARROW), ("!", NARROW), ("?", NARROW)),
    # Guide du typographe (Lausanne): narrow before all four.
    "fr-ch": ((":", NARROW), (";", NARROW), ("!", NARROW), ("?", NARROW)),
    # Office québécois de la langue française: before the colon alone.
    "fr-ca": ((":", NO_BREAK),),
}

_GROUPED = word_set("be bg cs da et fi fr hu lt lv nb nn pl pt ru sk sv uk")

_ELIDED = {
    "de": "s n ne nem nen ner nes ran raus rein rauf rum runter rüber",
    "en": "tis twas em cause til n bout round",
    "nl": "s t n k m",
    "it": "sto sta ndrangheta",
}

_OF = {"es": "de", "pt": "de", "gl": "de", "ca": "de"}

_MONTHS = {
    "de": "januar jänner februar märz april mai juni juli august september oktober november "
    "dezember",
    "en": "january february march april may june july august september october november december",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
    "listopada grudnia",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra "
    "decembra",
    "sl": "januar februar marec april maj junij julij avgust september oktober november december",
    "hr": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada "
    "studenoga prosinca",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "nn": "januar februar mars april mai juni juli august september oktober november desember",
    "fi": "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta "
    "syyskuuta lokakuuta marraskuuta joulukuuta",
    "hu": "január február március április május június július augusztus szeptember október "
    "november december",
    "ro": "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie "
    "noiembrie decembrie",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "el": "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου "
    "οκτωβρίου νοεμβρίου δεκεμβρίου",
}

_BEFORE_NUMBER = {
    "de": "abb. abs. anl. art. aufl. bd. kap. s. seite seiten tab. ziff. folie punkt",
    "en": "art. ch. fig. figs. p. pp. page pages sec. tab. vol. slide",
    "fr": "art. chap. fig. p. pp. t. vol. page pages",
    "it": "art. cap. fig. p. pp. pag. vol.",
    "es": "art. cap. fig. núm. p. pp. pág. págs. vol.",
    "pt": "art. cap. fig. núm. p. pp. pág. vol.",
    "nl": "afb. art. blz. hfdst. p. pag.",
    "pl": "art. rozdz. rys. s. str. ust.",
    "cs": "kap. obr. odst. s. str. tab.",
    "sk": "kap. obr. odst. s. str. tab.",
    "da": "kap. s. stk. side",
    "sv": "kap. s. sid.",
    "nb": "kap. s. side",
    "fi": "s. kuva",
    "hu": "kb.",
    "ro": "art. cap. fig. p. pag.",
    "ru": "гл. рис. с. ст. стр. табл. т. п.",
    "uk": "гл. мал. рис. с. ст. табл. т. п.",
}

_BEFORE_NAME = {
    "de": "dipl.-ing. dr. dr.-ing. fr. hr. ing. mag. prof. st.",
    "en": "dr dr. mr mr. mrs mrs. ms ms. prof prof. sr. st st.",
    "fr": "dr m. mm. me mgr mlle mme mmes pr",
    "it": "dott. dott.ssa dr. ing. on. prof. prof.ssa sig. sig.ra avv.",
    "es": "d. dña. dr. dra. ing. prof. sr. sra. srta.",
    "pt": "d. dr. dra. eng. prof. sr. sra.",
    "nl": "dhr. dr. drs. ing. ir. mevr. mr. prof. mw.",
    "pl": "dr hab. inż. mgr p. prof. św. ul.",
    "cs": "bc. doc. ing. mgr. mudr. prof. sv. ul.",
    "sk": "bc. doc. ing. mgr. mudr. prof. sv. ul.",
    "da": "dr. hr. fr. prof. skt.",
    "sv": "dr prof. s:t s:ta",
    "nb": "dr. prof. st.",
    "hu": "dr. prof. id. ifj. özv.",
    "ro": "dl. dna. dr. ing. prof. sf.",
    "ru": "г. им. ул. г-н г-жа",
    "uk": "ім. вул. м.",
}

_SPACED = {
    # DIN 5008 and Duden: a space after each full stop; Forssman/de Jong: a narrow one.
    "de": "z.b. d.h. u.a. u.ä. o.ä. u.u. i.d.r. i.a. s.o. s.u. v.a. z.t. z.h. e.v. a.d. "
    "u.v.m. i.s.d. o.g. z.z. m.e. n.n. i.v. p.a. v.chr. n.chr."
}

# A one-letter preposition does not end a line: PWN, Zasady pisowni, for Polish; ČSN 01 6910 for
# Czech, STN 01 6910 for Slovak; Milchin for Russian and Ukrainian.
_SHORT_WORDS = {
    "pl": "a i o u w z",
    "cs": "k o s u v z",
    "sk": "k o s u v z",
    "ru": "а в и к о с у я",
    "uk": "а в з і й о у я",
}


def _words(source: dict[str, str], language: str) -> frozenset[str]:
    return word_set(source.get(language, ""))
