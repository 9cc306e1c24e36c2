"""Names of layouts that are put together of words for a title and for a page.

“Presentation title”, “Titelseite”, “Título da Apresentação”: every language and every organisation
has its own order of such words, so they are looked for one by one.
"""

import re

_WORDS = re.compile(r"[^\W\d_]+")
_TITLE_WORDS = """
title titel titre título titolo titlu títol titul titulní titulná titulek tytuł tytułowy tytułowa
tytułu cím naslov naslovna naslovni заглавие заглавен заглавна титульный титульная титульний
заголовок τίτλος τίτλου başlık otsikko rubrik tittel
"""
_PAGE_WORDS = """
slide slides page sheet presentation deck talk folie seite blatt präsentation vortrag diapositive
diapositiva diapositivo página pagina présentation presentación presentazione apresentação
presentatie dia blad strona slajd prezentacji prezentacja prezentace prezentácie prezentacije
stránka snímek snímka strana slaid sida sivu side esitys esityksen bemutató prezentării слайд
страница лист презентации презентації презентация διαφάνεια παρουσίασης sayfası sunu slayt slaydı
presentasjon presentationen præsentation præsentationen lysbilde
"""
_SMALL_WORDS = """
a the of for de da do du della del des la le el il van der die das för til dark light dunkel hell
"""
_TITLES, _PAGES = frozenset(_TITLE_WORDS.split()), frozenset(_PAGE_WORDS.split())
_SMALL = frozenset(_SMALL_WORDS.split())


def is_title_page_name(name: str) -> bool:
    """Return whether a name has a word for a title and one for a page or a talk, and no other."""
    words = set(_WORDS.findall(name.casefold())) - _SMALL
    return bool(words & _TITLES and words & _PAGES) and words <= _TITLES | _PAGES


def is_title_name(name: str) -> bool:
    """Return whether a name says “title” and no more, as pages with nothing else do, too."""
    words = set(_WORDS.findall(name.casefold())) - _SMALL
    return bool(words) and words <= _TITLES
