"""Words that tell nothing to people who do not see the slide: in alternative texts and links.

WCAG 2.1, 1.1.1 and 2.4.4; the lists of public bodies for PowerPoint say the same in more words.
"""

import re

from deckgen.support.word_sets import word_set

LONGEST_DESCRIPTION = 150
"""Letters of an alternative text; a screen reader reads it in one go, without a way back."""
LONGEST_OF_DATA = 300
"""Letters of that of a chart or a diagram: its numbers have to be said."""

# Patterns that few talks need are strings: `re` compiles and keeps them at their first use.
_FILE_NAME = (
    r"(?i)(?:[a-z]:\\|\\\\|/|https?://|file:)\S.*|"
    r"[^\n]{1,200}\.(?:png|jpe?g|gif|svg|emf|wmf|tiff?|bmp|webp|heic|eps|pdf|mp4|mov|m4v|mp3|wav)"
)
_NUMBERING = "0123456789 _-–:.#()"
_NOTHING = word_set(
    "image, img, picture, pic, photo, photograph, graphic, graphics, figure, chart, diagram, "
    "graph, drawing, illustration, icon, screenshot, video, shape, object, group, placeholder, "
    "content placeholder, picture placeholder, rectangle, oval, alt, alt text, description, "
    "untitled, decorative, film, bild, foto, fotografie, grafik, abbildung, abb, zeichnung, "
    "symbol, diagramm, schaubild, bildschirmfoto, gruppe, gruppieren, form, objekt, "
    "inhaltsplatzhalter, bildplatzhalter, rechteck, ellipse, beschreibung, alternativtext, "
    "platzhalter, dekorativ, medien, audio, logo, afbeelding, imagen, immagine, imagem, figura, "
    "photographie, schéma, obraz, zdjęcie, obrázek, bilde, billede, kuva",
    ", ",
)
_AUTOMATIC = (
    r"(?i)automatisch generierte beschreibung|description automatically generated|"
    r"ki-generierte inhalte können fehlerhaft sein|ai-generated content may be incorrect|"
    r"description générée automatiquement|descripción generada automáticamente|"
    r"descrizione generata automaticamente|automatisch gegenereerde beschrijving"
)
_NOWHERE = word_set(
    "here, click here, click, this, this link, link, more, read more, learn more, more "
    "information, more info, details, continue, go, page, website, web page, download, view, see "
    "here, see more, press here, hier, hier klicken, klicken sie hier, klick hier, klicke hier, "
    "klicken, mehr, mehr dazu, mehr erfahren, mehr lesen, mehr informationen, mehr infos, weiter, "
    "weiterlesen, weitere informationen, dieser link, zum link, siehe hier, webseite, seite, "
    "herunterladen, ansehen, dort, ici, cliquez ici, en savoir plus, lire la suite, plus, aquí, "
    "haga clic aquí, más, leer más, qui, clicca qui, leggi di più, hier klikken, lees meer",
    ", ",
)
_SHORT_ADDRESS = 36
"""Letters."""
_ADDRESS = r"(?i)(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*"
_TYPED_MARK = "[-–—•▪◦‣·*➢>✓►][ \t\u00a0]+(?=\\S)|[•▪◦‣·➢►](?=\\S)"
_TYPED_NUMBER = r"(?:\(?\d{1,3}[.)]|[a-zA-Z][)])[ \t\u00a0]+(?=\S)"
_ENDS = " \t\n\u00a0.:;,!…»«›‹>→“”\"'()[]"


def is_file_name(text: str) -> bool:
    """Return whether a text is the name, the path or the address of a file."""
    return re.fullmatch(_FILE_NAME, text.strip()) is not None


def describes_nothing(text: str) -> bool:
    """Return whether a text only says that there is a picture: “Image”, “Bild 3”."""
    words = " ".join(text.casefold().split()).rstrip(_NUMBERING)
    return not words or words in _NOTHING


def is_automatic_description(text: str) -> bool:
    """Return whether PowerPoint wrote a description itself, which nobody has looked at."""
    return re.search(_AUTOMATIC, text) is not None


def leads_nowhere(text: str) -> bool:
    """Return whether the words of a link do not say where it leads: “hier”, “read more”."""
    words = " ".join(text.casefold().split()).strip(_ENDS)
    return words in _NOWHERE


def is_bare_address(text: str) -> bool:
    """Return whether the words of a link are a long web address, which is read letter by letter.

    A short one, such as `https://altenburg.example/plan`, is shown to be remembered.
    """
    address = text.strip()
    return len(address) > _SHORT_ADDRESS and re.fullmatch(_ADDRESS, address) is not None


def typed_mark(text: str) -> str:
    """Return the bullet that somebody typed at the beginning of a line; empty without one."""
    match = re.match(_TYPED_MARK, text.lstrip())
    return match[0].strip() if match else ""


def typed_number(text: str) -> str:
    """Return the number that somebody typed at the beginning of a line; empty without one."""
    match = re.match(_TYPED_NUMBER, text.lstrip())
    return match[0].strip() if match else ""
