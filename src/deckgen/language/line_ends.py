"""Words that typesetters do not leave at the end of a line: articles, prepositions, and the like.

They belong to the word behind them, so that a headline is read in its parts. Only short, frequent
words are listed, and none that often ends a sentence or a clause.
"""

from functools import cache

from deckgen.support.word_sets import word_set

UNITS = word_set(
    "% ‰ ° °C °F K m mm cm dm km m² km² m³ ha kg g mg t l ml cl hl s min h W kW MW GW kWh MWh GWh "
    "TWh J kJ V kV mA Hz kHz MHz GHz kB MB GB TB PB bit kbit/s Mbit/s Gbit/s km/h m/s Pa hPa bar "
    "dB lm lx ppm px dpi pt € $ £ ¥ ct EUR USD CHF GBP SEK NOK DKK PLN CZK Kč zł kr Ft lei ₽ "
    "Mio Mrd mio mrd mln mld Tsd Uhr Prozent Promille Euro Cent Franken Kronen Pfund Dollar "
    "Million Millionen Milliarde Milliarden million millions billion billions trillion percent "
    "euros pounds dollars milliard milliards milione milioni miliardo miliardi millón millones "
    "miljoen miljard"
)
"""Units, currencies, large numbers: on one line with the number before (SI brochure, 5.4.3)."""

TITLES = word_set(
    "dr. dr.-ing. dipl.-ing. prof. hr. fr. ing. st. mr. mrs. ms. dott. dott.ssa sig. sig.ra sr. "
    "sra. srta. dra. drs. mevr. mgr. doc. skt. abs. art. ca. nr. vgl. mio. mrd. tsd."
)
"""What stands before names, numbers or amounts, in lower case: its stop ends no sentence."""

_WORDS = {
    "de": "der die das den dem des ein eine einen einem einer eines kein keine keinen keinem "
    "keiner am an ans auf aus bei beim bis durch für gegen hinter im in ins je mit nach neben "
    "ohne pro seit über um unter vom von vor wegen zum zur zu zwischen und oder als wie ob dass "
    "wenn weil mein meine dein deine sein seine ihr ihre ihren ihrem unser unsere euer eure vielen "
    "herzlichen besten",
    "en": "a an the at by for from in into of on onto per to via with without and or but nor not "
    "as if than that my your his her its our their no i he she we they",
    "fr": "le la les l un une des du de d au aux à en dans par pour sans sous sur vers chez avec "
    "et ou mais ni que qui ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos "
    "leur leurs ne se plus très a ont est sont",
    "it": "il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli "
    "alle da dal dallo dalla dai dagli dalle in nel nello nella nei negli nelle con su sul sullo "
    "sulla sui sugli sulle per tra fra e ed o che non più",
    "es": "el la los las un una unos unas de del a al en con por para sin sobre y e o u que no su "
    "sus mi tu más muy",
    "pt": "o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às por pelo pela "
    "para com sem sob sobre e ou que não mais seu sua",
    "ca": "el la els les un una uns unes de del dels a al als en amb per sense i o que no",
    "gl": "o a os as un unha de do da dos das en no na nos nas ao á con por para sen e ou que non",
    "ro": "un o al a ai ale cu de din în la pe pentru prin și sau că nu",
    "nl": "de het een aan bij door in met naar om op over per te tot uit van voor zonder en of als "
    "dat die mijn uw zijn haar ons onze geen",
    "da": "en et den det de af at for fra i med om på til ved uden og eller men som der min din",
    "nb": "en ei et den det de av for fra i med om på til ved uten og eller men som min din ikke å",
    "nn": "ein ei eit den det dei av for frå i med om på til ved utan og eller men som ikkje å",
    "sv": "en ett den det de av för från i med om på till vid utan och eller men som att min din "
    "inte",
    "is": "að af á í um við með til frá og eða en sem ekki",
    "pl": "a i o u w z ze we na do od po za ku bez dla nad pod przed przez przy lub oraz czy nie",
    "cs": "a i k ke o s se u v ve z ze do na od po pro při před pod nad bez nebo že ne",
    "sk": "a i k ku o s so u v vo z zo do na od po pre pri pred pod nad bez alebo že nie",
    "sl": "a in o s z v k h na do od po pri pred pod nad za brez ali da ne",
    "hr": "a i o s sa u k ka na do od po pri za iz bez ili da ne",
    "sr": "a i o s sa u k ka na do od po pri za iz bez ili da ne а и о с са у к ка на до од по при "
    "за из без или да не",
    "mk": "а и о со во на до од по при за без или да не",
    "bg": "а и о с със в във на до от по при за без или да не",
    "ru": "а и о об у я в во к ко с со на до от по при за из без для над под или не но что как",
    "uk": "а і й о об у я в з зі на до від по при за із без для над під або чи не що як",
    "be": "а і й о аб у ў я з на да ад па пры за без для над пад або ці не што як",
    "hu": "a az egy és vagy hogy nem",
    "el": "ο η το οι τα τον την του της των στο στη στην στον με από για σε και ή να δεν",
    "tr": "bir ve veya en çok",
    "fi": "ja tai sekä että ei",
    "et": "ja või ning et ei",
    "lv": "un vai ar no uz par pie bez ka ne",
    "lt": "ir ar su į iš ant prie už be kad ne",
    "sq": "një e i të së në me nga për dhe ose që nuk",
    "lb": "de d den dem der déi dat en eng an am mat op fir vun zu bei no a oder datt net",
    "af": "die 'n in op met van vir na by deur te en of dat nie",
    "ga": "an na a i ar le do de ó ag agus nó",
    "cy": "y yr i o ar am yn gan a ac neu",
    "mt": "il l ta fi ma minn għal u jew li",
    "eu": "eta edo",
    "id": "di ke dari yang dan atau untuk dengan",
    "vi": "và của là các những một ở cho với",
}
_CLAUSES = {
    "en": "who whom whose which what when where while why how because although unless whether "
    "whenever wherever",
    "fr": "qui dont où quand lorsque parce comment pourquoi",
    "it": "chi cui quando dove perché mentre",
    "es": "quien quienes cuando donde porque mientras",
    "pt": "quem quando onde porque enquanto",
}
_ALSO = {"no": "nb", "sh": "sr", "bs": "hr"}


@cache
def kept_with_next(lang: str) -> frozenset[str]:
    """Return the words, in lower case, that stand on one line with the word behind them.

    `lang` is a BCP 47 tag; of an unknown language no words are known.
    """
    return _words_of(_WORDS, lang)


@cache
def clause_beginnings(lang: str) -> frozenset[str]:
    """Return the words, in lower case, that begin a clause in languages without a comma there."""
    return _words_of(_CLAUSES, lang)


def _words_of(words: dict[str, str], lang: str) -> frozenset[str]:
    language = lang.split("-", maxsplit=1)[0].lower()
    return word_set(words.get(_ALSO.get(language, language), ""))
