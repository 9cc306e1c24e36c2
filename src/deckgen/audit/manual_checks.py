"""What no program can decide: the checks of EN 301 549, chapter 10, that need a person.

Criteria of WCAG 2.1, A and AA, that apply to slides; those about forms and about pages of a
website are left out. Sources: EN 301 549 V3.2.1, chapter 10; BITV 2.0, section 3.
"""

from typing import NamedTuple

from deckgen.audit.finding import Subject, wcag


class ManualCheck(NamedTuple):
    """Something that a person looks at."""

    code: str
    """Stable and kebab-case."""
    subject: Subject
    """What it is about; it does not apply to a deck that has no such thing."""
    clauses: tuple[str, ...]
    name: str
    """What holds where it is kept."""
    how: str
    """What the person does."""
    german_name: str
    german_how: str


MANUAL_CHECKS: tuple[ManualCheck, ...] = (
    ManualCheck(
        "alternative-texts-mean-it",
        "graphics",
        (wcag("1.1.1"),),
        "Alternative texts say what a picture is there for",
        "Read each without looking at the slide: is anything lost? What only decorates has none.",
        "Alternativtexte sagen, wozu ein Bild da ist",
        "Jeden lesen, ohne auf die Folie zu sehen: Geht etwas verloren? Was nur schmückt, hat "
        "keinen.",
    ),
    ManualCheck(
        "graphics-told-in-words",
        "graphics",
        (wcag("1.1.1"),),
        "What charts and drawings show is told in words, too",
        "Their message and their most important values stand in the text, a table or the notes.",
        "Was Diagramme und Zeichnungen zeigen, wird auch in Worten gesagt",
        "Ihre Aussage und ihre wichtigsten Werte stehen im Text, in einer Tabelle oder in den "
        "Notizen.",
    ),
    ManualCheck(
        "no-words-in-pictures",
        "graphics",
        (wcag("1.4.5"),),
        "Words stand as text, not in pictures",
        "Click the words in each picture. Logos, and pictures of a document as such, may stay.",
        "Wörter stehen als Text da, nicht in Bildern",
        "Die Wörter in jedem Bild anklicken. Logos, und Abbildungen eines Dokuments als solches, "
        "dürfen bleiben.",
    ),
    ManualCheck(
        "films-have-captions",
        "media",
        (wcag("1.2.1"), wcag("1.2.2"), "EN 301 549 10.5"),
        "Films have captions that say all that is heard; sounds have a transcript",
        "Play each with the captions on: words, speakers and sounds, in time, hiding nothing.",
        "Filme haben Untertitel, die alles Hörbare sagen; Tonaufnahmen haben eine Abschrift",
        "Jeden mit Untertiteln abspielen: Wörter, Sprechende und Geräusche, zur rechten Zeit, "
        "nichts verdeckend.",
    ),
    ManualCheck(
        "films-are-described",
        "media",
        (wcag("1.2.3"), wcag("1.2.5"), "EN 301 549 10.6"),
        "What only the picture of a film shows is told, too",
        "Listen to each without looking: an audio description or the speaker says what is missed.",
        "Was nur das Bild eines Films zeigt, wird auch gesagt",
        "Jeden hören, ohne hinzusehen: Eine Audiodeskription oder die sprechende Person sagt, was "
        "sonst fehlt.",
    ),
    ManualCheck(
        "sound-can-be-stopped",
        "media",
        (wcag("1.4.2"),),
        "Sound that plays by itself for more than three seconds can be stopped",
        "Start the slide show; stop the sound with the keyboard.",
        "Ton, der von selbst länger als drei Sekunden läuft, lässt sich anhalten",
        "Bildschirmpräsentation starten; den Ton mit der Tastatur anhalten.",
    ),
    ManualCheck(
        "structure-is-real",
        "text",
        (wcag("1.3.1"),),
        "What looks like a title, a list or a table is one",
        "Compare View > Outline View with the slides: each title and each list stands there.",
        "Was wie Titel, Liste oder Tabelle aussieht, ist auch so angelegt",
        "Ansicht > Gliederungsansicht mit den Folien vergleichen: Jeder Titel und jede Liste steht "
        "dort.",
    ),
    ManualCheck(
        "reading-order-makes-sense",
        "slides",
        (wcag("1.3.2"),),
        "What is read one after the other makes sense in this order",
        "Review > Check Accessibility > Reading Order Pane: follow the entries of each slide.",
        "Was nacheinander vorgelesen wird, ergibt in dieser Folge Sinn",
        "Start > Anordnen > Auswahlbereich: die Einträge jeder Folie von unten nach oben "
        "durchgehen.",
    ),
    ManualCheck(
        "no-place-or-shape-alone",
        "text",
        (wcag("1.3.3"),),
        "Nothing is referred to by its place, shape or colour alone",
        "Look for “on the right”, “the red box”, “see above”: a name must stand beside it.",
        "Auf nichts wird nur mit Ort, Form oder Farbe verwiesen",
        "Nach „rechts“, „im roten Kasten“, „siehe oben“ suchen: Eine Bezeichnung muss dabeistehen.",
    ),
    ManualCheck(
        "not-by-colour-alone",
        "slides",
        (wcag("1.4.1"),),
        "Nothing is said by colour alone",
        "Look at the slides in grey (View > Grayscale): series, marks and links can be told apart.",
        "Nichts wird nur durch Farbe gesagt",
        "Die Folien in Grau ansehen (Ansicht > Graustufe): Datenreihen, Hervorhebungen und Links "
        "bleiben unterscheidbar.",
    ),
    ManualCheck(
        "graphics-have-contrast",
        "graphics",
        (wcag("1.4.11"),),
        "Parts of charts and drawings that say something have a contrast of 3:1",
        "Measure lines, bars and signs against what lies beside and behind them.",
        "Bedeutsame Teile von Diagrammen und Zeichnungen haben einen Kontrast von 3:1",
        "Linien, Balken und Zeichen gegen das messen, was daneben und dahinter liegt.",
    ),
    ManualCheck(
        "keyboard-is-enough",
        "links",
        (wcag("2.1.1"), wcag("2.1.2"), wcag("2.4.3")),
        "All that can be clicked can be reached with the keyboard, in an order that makes sense",
        "In the slide show, press Tab and Enter: each link and button works, and lets you go on.",
        "Alles Anklickbare ist mit der Tastatur erreichbar, in sinnvoller Folge",
        "In der Bildschirmpräsentation Tab und Eingabe drücken: Jeder Link und jede Schaltfläche "
        "geht, und es geht danach weiter.",
    ),
    ManualCheck(
        "links-say-where",
        "links",
        (wcag("2.4.4"),),
        "Each link says where it leads",
        "Read the words of each link, with their sentence: is its target clear, and right?",
        "Jeder Link sagt, wohin er führt",
        "Die Wörter jedes Links mit ihrem Satz lesen: Ist das Ziel klar, und stimmt es?",
    ),
    ManualCheck(
        "movement-can-be-stopped",
        "movement",
        (wcag("2.2.1"), wcag("2.2.2")),
        "The audience has the time that it needs; what moves for long can be stopped",
        "Run the slide show: nothing goes on by itself, or it can be stopped with a key.",
        "Alle haben die Zeit, die sie brauchen; was sich länger bewegt, lässt sich anhalten",
        "Bildschirmpräsentation laufen lassen: Nichts geht von selbst weiter, oder eine Taste hält "
        "es an.",
    ),
    ManualCheck(
        "nothing-flashes",
        "slides",
        (wcag("2.3.1"),),
        "Nothing flashes more than three times a second",
        "Look at films, animated pictures and effects.",
        "Nichts blitzt öfter als dreimal in der Sekunde",
        "Filme, bewegte Bilder und Effekte ansehen.",
    ),
    ManualCheck(
        "titles-say-what-follows",
        "slides",
        (wcag("2.4.2"), wcag("2.4.6")),
        "The titles of the file and of its slides say what they are about",
        "Read only the titles, in View > Outline View: is the course of the talk clear?",
        "Die Titel der Datei und ihrer Folien sagen, worum es geht",
        "Nur die Titel lesen, in Ansicht > Gliederungsansicht: Ist der Gang des Vortrags klar?",
    ),
    ManualCheck(
        "languages-are-right",
        "text",
        (wcag("3.1.1"), wcag("3.1.2")),
        "Text is marked with its language, foreign words and quotations too",
        "Let a screen reader read the slides, or look at Review > Language for each passage.",
        "Text ist mit seiner Sprache ausgezeichnet, auch fremde Wörter und Zitate",
        "Die Folien vorlesen lassen, oder für jede Stelle Überprüfen > Sprache ansehen.",
    ),
    ManualCheck(
        "notes-say-no-more-than-known",
        "notes",
        (),
        "The notes may be read by all who get the file",
        "Read them all, or delete them: File > Info > Inspect Document.",
        "Die Notizen dürfen alle lesen, die die Datei bekommen",
        "Alle lesen, oder löschen: Datei > Informationen > Dokument prüfen.",
    ),
)
