"""A key that is unknown, reported with the key that was probably meant; words for keys.

These are German, French and Spanish, or of other programs. Imported only when a key is unknown.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache

from deckgen.outline.syntax.nodes import Scalar
from deckgen.support.diagnostics import Diagnostics

_TABLE = """
slides: folien folie seiten | diapositives diapositive diapos diapo | diapositivas diapositiva |
  pages slide
title: titel folie überschrift folientitel | titre diapositive diapo | título titular diapositiva |
  headline header slide
subtitle: untertitel | sous-titre | subtítulo | sub-title tagline
speaker: redner rednerin referent referentin vortragende sprecher sprecherin autor autorin |
  orateur oratrice intervenant intervenante auteur conférencier | ponente orador oradora autor
  autora conferenciante | author presenter
lang: sprache | langue | idioma lengua | locale
language: programmiersprache sprache | langage langue | lenguaje | lexer syntax
typography: typografie typographie | typographie | tipografía | smart-quotes
brand: marke vorlage thema design gestaltung | marque modèle charte thème | marca plantilla tema |
  theme template style
sizes: größen schriftgrößen | tailles | tamaños |
largest: größte | plus-grande | mayor | largest-size maximum max
size: größe format seitenverhältnis | taille | tamaño formato | aspect-ratio ratio
titles: überschriften | titres | títulos | headlines headings
tone: ton stimmung | ton | tono | mood mode
vars: variablen variable platzhalter | variables | variables | variable values
event: veranstaltung ereignis anlass termin | événement manifestation | evento acto | occasion
  conference
name: bezeichnung | nom | nombre |
place: ort | lieu endroit | lugar sitio | location venue city
date: datum tag | date jour | fecha día | day when
minutes: minuten dauer zeit | minutes durée | minutos duración | duration time
slot: redezeit dauer zeit | créneau durée | turno duración | length
footer: fußzeile | pied-de-page | pie-de-página | footline
frame: rahmen | cadre | marco | chrome
number: nummer zahl seitenzahl | numéro nombre chiffre | número cifra | page-number
kinds: arten folienarten | genres types | tipos clases | types
kind: art typ | genre type | tipo clase | type
pinned: angeheftet fixiert | épinglé fixé | fijado anclado | pin frozen
deck: präsentation foliensatz | présentation diaporama | presentación diaporama | presentation
slide: foliennummer | diapositive diapo | diapositiva | slide-number
transition: übergang | transition | transición | transitions
subject: betreff thema | sujet objet | asunto tema | topic
keywords: stichwörter schlagwörter schlagworte stichworte | mots-clés | palabras-clave |
id: kennung | identifiant | identificador | anchor slug
notes: notizen notiz anmerkungen sprechernotizen | remarques commentaires | notas apuntes | note
  speaker-notes comments
hidden: versteckt ausgeblendet verborgen | masqué caché | oculto oculta | hide skip
fit: einpassen anpassen | ajuster | ajustar | autofit shrink
only: nur | seulement uniquement | solo solamente |
except: außer | sauf | excepto salvo | not
optional: wahlweise | facultatif optionnel | opcional |
reveal: einblenden aufdecken schrittweise | révéler | revelar | incremental builds fragments
agenda: gliederung inhaltsverzeichnis inhalt tagesordnung | sommaire ordre-du-jour plan | índice
  orden-del-día | toc outline contents
again: erneut wieder nochmals | encore | otra-vez | repeat
audio: ton klang | son | sonido | sound
video: film | vidéo film | vídeo película | movie clip
file: datei | fichier | archivo fichero | src path filename
alt: alternativtext bildbeschreibung beschreibung | texte-alternatif description |
  texto-alternativo descripción | description alt-text
caption: bildunterschrift legende | légende | leyenda pie-de-foto | legend
credit: bildnachweis nachweis urheber fotograf quelle | crédit | crédito | credits copyright
  photographer
subtitles: untertitel | sous-titres | subtítulos | captions
transcript: wortlaut transkript abschrift | transcription | transcripción |
start: beginn anfang | début | inicio | autoplay
loop: schleife wiederholen endlos | boucle | bucle |
poster: standbild vorschaubild | affiche | póster cartel | thumbnail
mute: stumm | muet | silencio mudo | muted
image: bild bilder foto fotos grafik abbildung | images photo photos | imagen imágenes foto fotos |
  images picture pictures img photo figure
picture: bild foto porträt | photo portrait | foto retrato | photo image avatar
decorative: dekorativ schmückend | décoratif | decorativo |
focus: fokus bildausschnitt | cadrage | enfoque | position
chart: diagramm schaubild | graphique diagramme | gráfico diagrama | graph plot
data: daten werte | données valeurs | datos valores | values series
unit: einheit | unité | unidad |
source: quelle quellen | source | fuente | sources
highlight: hervorheben markieren hervorhebung | surligner | resaltar destacar |
lines: linien | lignes | líneas |
labels: beschriftungen beschriftung | étiquettes | etiquetas | data-labels
label: beschriftung bezeichnung | étiquette libellé | etiqueta |
rows: zeilen | lignes | filas | cells
total: summe gesamt summenzeile gesamtzeile | somme totaux | suma | sum
header: kopfzeile | en-tête | cabecera encabezado | head
table: tabelle | tableau | tabla | grid
bullets: aufzählung stichpunkte punkte liste listenpunkte spiegelstriche antworten |
  puces liste points réponses | viñetas lista puntos respuestas | answers bullet list items points
kicker: dachzeile oberzeile kopfzeile | surtitre | antetítulo | eyebrow
closing: schluss abschluss ende danke | fin conclusion merci | cierre fin gracias | end
text: absatz fließtext inhalt | texte paragraphe | texto párrafo | body content
qr: qr-code | code-qr | código-qr | qrcode
code: quelltext quellcode programm | code | código | listing
columns: spalten | colonnes | columnas | cols
heading: überschrift | titre en-tête | encabezado título | title headline
cover: titelfolie deckblatt titelseite | couverture | portada | title-slide
figures: zahlen kennzahlen | chiffres | cifras | numbers metrics stats kpis
include: einbinden einfügen | inclure | incluir | import
panel: kasten fläche | panneau | panel recuadro | box scrim
bleed: randlos vollbild | pleine-page | sangrado | full-bleed half-bleed fullscreen
people: personen leute menschen team | personnes équipe | personas equipo gente | team persons
role: rolle funktion aufgabe amt | rôle fonction | función cargo papel | position job
question: frage leitfrage | question | pregunta |
questions: fragen leitfragen | questions | preguntas |
quote: zitat | citation | cita | quotation blockquote
by: von urheber autor quelle | par auteur | de por autor | author attribution source
section: abschnitt kapitel teil | section chapitre partie | sección capítulo parte | part
chapter: kapitel | chapitre | capítulo | part
steps: schritte ablauf zeitleiste | étapes | pasos | timeline process
tags: schlagwörter versionen | étiquettes | etiquetas | versions
colors: farben | couleurs | colores | colours palette
ink: schriftfarbe tinte | encre | tinta | foreground
paper: papier hintergrund | papier fond | papel fondo | background
deep: grundfarbe hauptfarbe | profond | profundo | primary dark
sand: sandfarbe | sable | arena | neutral
accent: akzent akzentfarbe | accent | acento | secondary
muted: gedämpft grau | atténué gris | apagado gris | gray grey
fonts: schriften schriftarten | polices | fuentes tipos-de-letra | typefaces
body: grundschrift fließtext | corps | cuerpo | text base
east_asian: ostasiatisch | asie | asia | cjk
files: dateien | fichiers | archivos ficheros |
embed_fonts: schriften-einbetten | incorporer-polices | incrustar-fuentes | embed
map: karte landkarte rückweg | carte | mapa | roundtrip
logo_on: logo-auf | logo-sur | logo-en |
style: stil gestaltung | style | estilo | design theme
limits: grenzen | limites | límites |
logo: signet wappen | logotype | logotipo | icon
template: vorlage | modèle | plantilla | potx master
layouts: folienlayouts | mises-en-page | diseños |
layout: folienlayout | mise-en-page | diseño | master-layout
two_contents: zwei-inhalte | deux-contenus | dos-contenidos | two-contents
three_contents: drei-inhalte | trois-contenus | tres-contenidos | three-contents
insert-before: davor | avant | antes | before prepend
insert-after: danach | après | después | after append insert
move: verschieben | déplacer | mover | order
"""
"""Each key, and the words for it in German | in French | in Spanish | in other programs."""


_ALTERNATIVES = {
    "footnotes footnote fußnoten fußnote notes-de-bas-de-page notas-al-pie": (
        "There are no footnotes. A chart has `source`, a picture `credit`; what else belongs to a "
        "slide stands in its text, or is said, in `notes`."
    ),
    "background hintergrund arrière-plan fondo": (
        "The background is the brand's. A picture on the whole slide is `image` with `bleed: yes`, "
        "a dark slide `tone: dark`."
    ),
    "font schrift schriftart schriftgröße police fuente font-size color colour farbe couleur": (
        "Fonts, sizes and colours are the brand's, for all slides: `fonts` and `colors` in a "
        "brand.yaml."
    ),
    "animation animationen animations animación": (
        "Type `reveal: yes` to show bullets and text click by click, `transition: fade` to let "
        "slides fade in."
    ),
    "<<": (
        "No slide takes over the keys of another one: type them here, too. Words that several "
        "slides have stand once, below `vars:`."
    ),
}


def report_unknown_key(
    key: Scalar,
    keys: Iterable[str],
    diagnostics: Diagnostics,
    elsewhere: Mapping[str, str] | None = None,
    otherwise: str = "",
) -> str | None:
    """Report a key that has no meaning here; return the known key that was probably meant, if any.

    `elsewhere` holds hints for keys that belong to another place. `otherwise` is the hint when no
    key is similar; without it, the known keys are listed.
    """
    message = f"There is no key `{key.text}` here."
    if diagnostics.is_full("unknown-key"):
        diagnostics.error("unknown-key", message, key.span)
        return None
    names, hints = list(keys), elsewhere or {}
    meant = None if key.text in hints else nearest_key(key.text, names)
    other = key.text if key.text in hints else nearest_key(key.text, hints)
    if meant:
        hint = f"Did you mean `{meant}`?"
    elif other:
        hint = hints[other]
    else:
        hint = alternative_to(key.text) or otherwise or f"The keys here are: {', '.join(names)}."
    diagnostics.error("unknown-key", message, key.span, hint)
    return meant


@cache
def synonyms() -> dict[str, list[str]]:
    """Return for each key four texts: its words in German, French, Spanish and other programs."""
    lines = _TABLE.replace("\n  ", " ").strip().splitlines()
    table = (line.partition(": ") for line in lines)
    return {key: [words.strip() for words in columns.split("|")] for key, _, columns in table}


def nearest_key(word: str, keys: Iterable[str]) -> str | None:
    """Return the key that a word in any language probably means, or None."""
    own = {key.casefold(): key for key in keys}
    plain = _plain(word)
    if plain in own:
        return own[plain]
    translated = [key for synonym, key in _synonyms() if synonym == plain]
    if translated or plain in synonyms():
        # A key of another place, or its synonym, resembles other keys only by chance.
        return next((own[key] for key in translated if key in own), None)
    # A key of two letters resembles every word that has them.
    names = {key: key for key in own if len(key) > 2 or len(plain) < 4}
    words = {synonym: key for synonym, key in _synonyms() if key in own} | names
    near = get_close_matches(plain, words, 1, 0.8) or get_close_matches(plain, names, 1)
    return own[words[near[0]]] if near else None


def alternative_to(word: str) -> str | None:
    """Return what to use instead of a key that only other programs have; None for other words."""
    plain = _plain(word)
    return next(
        (way for words, way in _ALTERNATIVES.items() if plain in map(_plain, words.split())), None
    )


@cache
def _synonyms() -> tuple[tuple[str, str], ...]:
    """Return each word with its key, or with an empty one if deckgen has no such key."""
    pairs = [(word, key) for key, words in synonyms().items() for word in " ".join(words).split()]
    others = [(word, "") for words in _ALTERNATIVES for word in words.split()]
    return tuple((_plain(word), key) for word, key in (*pairs, *others))


def _plain(word: str) -> str:
    """Return a word in small letters without accents, its parts joined by hyphens."""
    letters = unicodedata.normalize("NFKD", "-".join(word.casefold().split()))
    return "".join(sign for sign in letters if not unicodedata.combining(sign)).replace("_", "-")
