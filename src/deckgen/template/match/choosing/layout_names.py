"""What a layout's name says that it is for, in the languages of PowerPoint.

The names of standard layouts are those of PowerPoint's blank presentation in each language; the
names of other roles are what organisations commonly use. Only letters and digits are compared:
hyphens and the “1_” of a copy do not matter. A name behind “=” is not looked for inside others.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from deckgen.template.match.choosing.layout_match import TemplateRole

_NAMES: dict[TemplateRole, tuple[str, ...]] = {
    "cover": (
        "title slide, cover, cover slide, opening, start slide, front page, title page",
        "Titelfolie, Titelseite, Startfolie, Deckblatt, =Titel",
        "Diapositive de titre, Page de titre, Couverture, Page de garde",
        "Diapositiva de título, Portada, Diapositiva titolo, Copertina, Frontespizio",
        "Slide de título, Diapositivo de título, Capa, Portada",
        "Titeldia, Titelpagina, Omslag, Rubrikbild, Titelbild, Titelslide, Lysbilde tittel",
        "Tittellysbilde, Forside, Otsikkodia, Kansi, Titulniu skaidrė, Slajd tytułowy",
        "Okładka, Úvodní snímek, Titulní snímek, Úvodná snímka, Titulná snímka, Címdia",
        "Diapozitiv titlu, Copertă, Заглавен слайд, Naslovni slajd, Naslovni diapozitiv",
        "Διαφάνεια τίτλου, Εξώφυλλο, Başlık Slaydı, Kapak, Титульный слайд, Обложка",
        "Титульний слайд, شريحة عنوان, غلاف, שקופית כותרת, 标题幻灯片, 封面, 標題投影片",
        "タイトル スライド, 表紙, 제목 슬라이드, 표지, Trang bìa, Bản chiếu tiêu đề, Slide Judul",
        "สไลด์ชื่อเรื่อง, Virsraksta slaids, Tiitelslaid, Diapositiva de títol",
        "=intro, opener, opening slide, title & subtitle, title with subtitle, hero, Auftakt",
        "Eröffnung, Umschlag, Titelblatt, Ouverture, Première de couverture, Apertura, Carátula",
        "Folha de rosto, Abertura, Voorblad, Voorpagina, Voorkant, Titelblad, Titelsida, Titelark",
        "Omslagsbild, Förstasida, Forsiden, Etusivu, Kansilehti, Slajd otwierający, Úvod",
        "Borító, Címlap, Címoldal, Copertă, Naslovna, Naslovnica, Açılış, Kapak sayfası, Титул",
        "首页, 首頁, 扉页, 扉頁, 扉, 커버, Trang đầu, Sampul, หน้าปก",
    ),
    "section": (
        "section header, section, section title, section divider, divider, chapter, separator",
        "Abschnittsüberschrift, Abschnitt, Kapitel, Kapitelfolie, Zwischentitel, Trennfolie",
        "Kapiteltrenner, Zwischenfolie, En-tête de section, Titre de section, Intercalaire",
        "Chapitre, Encabezado de sección, Sección, Separador, Intestazione sezione, Sezione",
        "Cabeçalho da Seção, Cabeçalho da Secção, Separador, Capítulo, Sectiekop, Hoofdstuk",
        "Avsnittsrubrik, Kapitelrubrik, Afsnitsoverskrift, Deloverskrift, Inndelingsoverskrift",
        "Osan ylätunniste, Väliotsikko, Nagłówek sekcji, Záhlaví části, Hlavička sekcie",
        "Szakaszfejléc, Antet secțiune, Заглавка на раздел, Zaglavlje odjeljka, Glava odseka",
        "Κεφαλίδα ενότητας, Bölüm Üst Bilgisi, Bölüm başlığı, Заголовок раздела, Раздел",
        "Заголовок розділу, عنوان المقطع, כותרת מקטע עליונה, 节标题, 章節標題, 区段标题, 過渡頁",
        "セクション見出し, 中扉, 구역 머리글, 간지, Đầu trang Phần, Header Bagian, ส่วนหัวของส่วน",
    ),
    "bullets": (
        "title and content, one content, content, bullets, title and bullets, text and title",
        "title and body, title and bullets, bullets, title bullets, standard, bullet slide",
        "single content, title content, title and text block, Titel und Aufzählung",
        "Titel und Inhalt, Inhalt, Standard, Titel und Text, Textfolie, Inhaltsfolie",
        "Titre et contenu, Contenu, Texte, Título y objetos, Título y contenido, Contenido",
        "Titolo e contenuto, Contenuto, Título e conteúdo, Título e Objeto, Conteúdo",
        "Titel en object, Titel en inhoud, Rubrik och innehåll, Titel og indhold",
        "Titel og indholdsobjekt, Tittel og innhold, Otsikko ja sisältö, Tytuł i zawartość",
        "Nadpis a obsah, Cím és tartalom, Titlu și conținut, Заглавие и съдържание",
        "Naslov i sadržaj, Naslov in vsebina, Τίτλος και περιεχόμενο, Τίτλος και Αντικείμενο",
        "Başlık ve İçerik, Заголовок и объект, Заголовок и содержимое, Заголовок і об'єкт",
        "عنوان ومحتوى, כותרת ותוכן, 标题和内容, 標題及物件, 标题与内容, 標題及內容",
        "タイトルとコンテンツ, 제목 및 내용, Tiêu đề và Nội dung, Judul dan Isi",
    ),
    "text": (
        "title and text, text, text only, body text, running text",
        "Titel und Fließtext, Fließtext, Text, Titre et texte, Título y texto",
        "Titolo e testo, Título e texto, Titel en tekst, Rubrik och text, Titel og tekst",
        "Tytuł i tekst, Nadpis a text, Заголовок и текст, 标题和文本, タイトルとテキスト",
    ),
    "quote": (
        "quote, quotation, quote with caption, statement, testimonial, pull quote, main point",
        "Zitat, Zitat mit Beschriftung, Zitatfolie, Kernaussage, Statement, Citation",
        "Citation avec légende, Cita, Cita con título, Citazione, Citação, Citaat, Citat",
        "Sitat, Sitaatti, Lainaus, Cytat, Citát, Citace, Idézet, Цитата, Цитат, Παράθεση",
        "Alıntı, اقتباس, ציטוט, 引用, 引言, 引文, 名言, 인용, 인용문, Trích dẫn, Kutipan",
    ),
    "closing": (
        "closing, closing slide, end, =ending, end slide, thank you, thanks, contact, back cover",
        "outro, Slotpagina, =Einde, Slide final, Última página, Dernière page, Ultima pagina",
        "final slide, last page, Schluss, Schlussfolie, Abschluss, Abschlussfolie, Ende, Danke",
        "Endfolie, Rückseite, Vielen Dank, Kontakt, Kontaktfolie, Merci, Fin, Clôture, Contact",
        "Gracias, Cierre, Final, Contacto, Grazie, Chiusura, Fine, Contatti, Obrigado, Contato",
        "Fecho, Encerramento, Bedankt, Afsluiting, Slot, Tack, Avslut, Slutbild, Tak, Slut",
        "Takk, Avslutning, Kiitos, Lopetus, Dziękuję, Koniec, Děkuji, Konec, Závěr, Köszönöm",
        "Mulțumesc, Благодаря, Hvala, Kraj, Ευχαριστώ, Τέλος, Teşekkürler, Son, Спасибо",
        "Конец, Контакты, Дякую, شكرا, النهاية, תודה, סיום, 谢谢, 謝謝, 结束, 封底, 感谢",
        "末尾幻灯片, ありがとうございました, 終わり, 裏表紙, 감사합니다, 끝, Cảm ơn, Terima kasih",
    ),
    "question": (
        "question, question and answer, q and a, Frage, Frage und Antwort, Question et réponse",
        "Pregunta, Domanda, Pergunta, Vraag, Fråga, Spørgsmål, Spørsmål, Kysymys, Pytanie",
        "Otázka, Kérdés, Întrebare, Въпрос, Pitanje, Ερώτηση, Soru, Вопрос, Питання, سؤال",
        "שאלה, 问题, 問題, 質問, 질문",
    ),
    "questions": (
        "questions, agenda, overview, contents, table of contents, outline, Fragen, Agenda",
        "Übersicht, Überblick, Gliederung, Inhaltsverzeichnis, Inhalt und Ablauf, Sommaire",
        "Ordre du jour, Plan, Índice, Orden del día, Indice, Ordine del giorno, Sumário",
        "Inhoudsopgave, Innehållsförteckning, Dagsorden, =Indhold, Innholdsfortegnelse",
        "Sisällys, Plan prezentacji, Spis treści, =Obsah, =Tartalom, Cuprins",
        "=Съдържание, =Sadržaj, Kazalo, Περιεχόμενα, İçindekiler, Содержание, Повестка, Зміст",
        "جدول الأعمال, סדר יום, 目录, 議程, 目次, アジェンダ, 목차",
    ),
    "two-contents": (
        "two content, two contents, two columns, 2 columns, title and two columns, Zwei Inhalte",
        "Zwei Spalten",
        "Deux contenus, Dos objetos, Due contenuti, Duas partes de conteúdo, Dois conteúdos",
        "Inhoud van twee, Två innehållsdelar, To indholdsobjekter, To innholdsdeler",
        "Kaksi sisältökohdetta, Dwa elementy zawartości, Dva obsahy, Két tartalomrész",
        "Două tipuri de conținut, Два объекта, محتويين, שני תכנים, 两栏内容, 兩項物件",
        "2 つのコンテンツ, 콘텐츠 2개",
    ),
    "three-contents": (
        "three content, three contents, three columns, 3 columns, Drei Inhalte, Drei Spalten",
        "Trois contenus, Trois colonnes, Tres objetos, Tres columnas, Tre contenuti, Tre colonne",
        "Três conteúdos, Três colunas, Drie kolommen, Tre kolumner, Tre kolonner, Trzy kolumny",
        "Три объекта, Три столбца, 三栏内容, 3 つのコンテンツ, 콘텐츠 3개",
    ),
    "comparison": (
        "comparison, compare, Vergleich, Comparaison, Comparación, Confronto, Comparação",
        "Vergelijking, Jämförelse, Sammenligning, Vertailu, Porównanie, Porovnání, Porovnanie",
        "Összehasonlítás, Comparație, Сравнение, Usporedba, Primerjava, Σύγκριση, Karşılaştırma",
        "Порівняння, مقارنة, השוואה, 比较, 比對, 比較, 비교",
    ),
    "picture": (
        "picture with caption, picture, image, photo, full picture, full bleed, Bild",
        "Bild mit Überschrift, Bildfolie, Foto, Image avec légende, Imagen con título, Imagen",
        "Immagine con didascalia, Immagine, Imagem com legenda, Imagem, Afbeelding met bijschrift",
        "Bild med bildtext, Billede med billedtekst, Bilde med tekst, Kuvatekstillinen kuva",
        "Obraz z podpisem, Obrázek s titulkem, Kép képaláírással, Imagine cu legendă",
        "Рисунок с подписью, صورة مع تسمية توضيحية, תמונה עם כיתוב, 图片与标题, 含標題的圖片",
        "タイトル付きの図, 캡션 있는 그림",
    ),
    "title-only": (
        "title only, Nur Titel, Titre seul, Solo el título, Sólo el título, Solo titolo",
        "Somente título, Só título, Alleen titel, Endast rubrik, Kun titel, Bare tittel",
        "Kun tittel, Vain otsikko, Tylko tytuł, Pouze nadpis, Len nadpis, Csak cím, Doar titlu",
        "Само заглавие, Samo naslov, Μόνο τίτλος, Yalnızca Başlık, Только заголовок",
        "Лише заголовок, عنوان فقط, כותרת בלבד, 仅标题, 只有標題, タイトルのみ, 제목만",
    ),
    "blank": (
        "blank, empty, Leer, Leere Folie, Vide, En blanco, Vuota, Vuoto, Em branco, Leeg, Tom",
        "Tyhjä, Pusty, Prázdný, Prázdna, Üres, Necompletat, Празен, Prazno, Κενή, Boş",
        "Пустой слайд, Порожній слайд, فارغ, ריק, 空白, 白紙, 빈 화면",
    ),
}
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


@lru_cache(maxsize=1000)
def roles_named(name: str) -> Mapping[TemplateRole, int]:
    """Return the roles that a layout's name speaks of: 2 for the whole name, 1 for a part of it."""
    words = _words(name)
    letters = "".join(words)
    positions: dict[TemplateRole, int] = {}
    for role, (whole, inside) in _names_by_role().items():
        if letters in whole:
            positions[role] = 2
        elif any(inner in letters and _is_within(inner, words) for inner in inside):
            positions[role] = 1
    if is_title_page_name(name):
        positions["cover"] = 2
    return positions


@cache
def _names_by_role() -> dict[TemplateRole, tuple[frozenset[str], tuple[str, ...]]]:
    """Return the names of each role, letters and digits only, and those to look for in others.

    The latter are long enough for that.
    """
    by_role = {}
    for role, lines in _NAMES.items():
        written = [name for line in lines for name in line.split(", ")]
        inner = [_letters(name) for name in written if not name.startswith("=")]
        long = (name for name in inner if len(name) >= (5 if name.isascii() else 4))
        by_role[role] = frozenset(map(_letters, written)), tuple(dict.fromkeys(long))
    return by_role


def _letters(name: str) -> str:
    """Return a name's letters and digits, without the “1_” that PowerPoint gives to a copy."""
    return "".join(_words(name))


def _words(name: str) -> list[str]:
    """Return the words of a name, letters and digits only, without the “1_” of a copy."""
    folded = name.casefold().strip()
    number, underscore, rest = folded.partition("_")
    if underscore and number.isdigit():
        folded = rest
    words = ("".join(filter(str.isalnum, word)) for word in re.split(r"[\s_]+", folded))
    return [word for word in words if word]


def _is_within(inner: str, words: Sequence[str]) -> bool:
    """Return whether a name stands inside one of these words, or has most of each word it meets.

    “Content slide” does not speak of contents.
    """
    if any(inner in word for word in words):
        return True
    first = "".join(words).find(inner)
    ends = accumulate(map(len, words))
    met = (
        (min(end, first + len(inner)) - max(end - len(word), first), len(word))
        for word, end in zip(words, ends, strict=True)
    )
    return all(shared * 2 > length for shared, length in met if shared > 0)


def is_title_page_name(name: str) -> bool:
    """Return whether a name has a word for a title and one for a page or a talk, and no other."""
    words = set(_WORDS.findall(name.casefold())) - _SMALL
    return bool(words & _TITLES and words & _PAGES) and words <= _TITLES | _PAGES


def is_title_name(name: str) -> bool:
    """Return whether a name says “title” and no more, as pages with nothing else do, too."""
    words = set(_WORDS.findall(name.casefold())) - _SMALL
    return bool(words) and words <= _TITLES
