"""The language that a text is in, told by its most frequent words."""

import re
from collections.abc import Mapping

_FREQUENT: Mapping[str, str] = {
    "de": "der die das und ist nicht ein eine einen wir sie mit für auf von zu im den des dem wird "
    "werden sind auch als bei nach über unser unsere durch aus",
    "en": "the and is are of to for with that this we our from by it be have has not on at which "
    "what how your will can",
    "fr": "le la les et est des du une pour dans avec nous vous que qui sur pas sont ce cette aux "
    "plus par notre",
    "es": "el la los las y es una para con que del por se no su como más en nuestro son este esta",
    "it": "il la gli le e è una per con che del della non di sono come più nel questo questa "
    "nostro",
    "nl": "de het een en is niet van voor met op wij zijn ook aan door naar onze worden deze dat "
    "bij",
}
_WORDS = {name: frozenset(words.split()) for name, words in _FREQUENT.items()}
_LETTERS: Mapping[str, str] = {"de": "äöüß", "fr": "çœêèîô", "es": "ñ¡¿", "it": "ìòù"}
"""Letters that few words of the other languages have."""
_LEAST, _TIMES = 4, 4
"""Frequent words of another language that a text must have, and how many times those of its own."""


def likelier_language(text: str, lang: str) -> str:
    """Return the language that a text is in by its words, if hardly `lang`; else nothing.

    `lang` is a BCP 47 tag; the answer is “de”, “en”, “fr”, “es”, “it” or “nl”.
    """
    own = lang.lower().partition("-")[0]
    if own not in _WORDS:
        return ""
    words = re.findall(r"[^\W\d_]+", text.lower())
    hits = {name: sum(_is_of(word, name) for word in words) for name in _WORDS}
    likely = max(hits, key=lambda name: hits[name])
    is_clear = hits[likely] >= _LEAST and hits[likely] >= _TIMES * hits[own] + 2
    return likely if is_clear else ""


def _is_of(word: str, name: str) -> bool:
    return word in _WORDS[name] or not set(_LETTERS.get(name, "")).isdisjoint(word)
