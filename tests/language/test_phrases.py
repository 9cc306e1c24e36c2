"""Words that deckgen puts on a slide by itself are in the language of the slide."""

from typing import get_args

import pytest

from deckgen.language.phrases import Phrase, comma, language_tag, phrase


@pytest.mark.parametrize(
    ("name", "lang", "words"),
    [
        ("thanks", "de-AT", "Vielen Dank"),
        ("thanks", "fr", "Merci"),
        ("thanks", "xx", "Thank you"),
        ("source", "fr-FR", "Source\u202f:"),
        ("transcript", "nl", "Uitgeschreven tekst"),
        ("source", "ar-EG", "المصدر:"),
        ("questions", "he-IL", "השאלות"),
        ("thanks", "fa", "سپاسگزاریم"),
    ],
)
def test_phrases_follow_the_language_else_english(name: Phrase, lang: str, words: str) -> None:
    assert phrase(name, lang) == words


@pytest.mark.parametrize(
    ("lang", "sign"), [("ar", "، "), ("fa-IR", "، "), ("ur", "، "), ("he-IL", ", "), ("de", ", ")]
)
def test_the_comma_is_that_of_the_script(lang: str, sign: str) -> None:
    assert comma(lang) == sign


@pytest.mark.parametrize("name", get_args(Phrase))
def test_every_phrase_stands_in_the_table(name: Phrase) -> None:
    assert phrase(name, "en")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Deutsch", "de"),
        ("german", "de"),
        ("English", "en"),
        ("français", "fr"),
        ("Ungarisch", "hu"),
        ("de_DE", "de-DE"),
        ("pt-BR", "pt-BR"),
        ("klingon dialect", None),
        ("", None),
    ],
)
def test_the_tag_of_a_language_that_is_named(text: str, tag: str | None) -> None:
    assert language_tag(text) == tag
