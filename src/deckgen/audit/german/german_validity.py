"""The rules of validity in German: the name of the part, and what is wrong there."""

from collections.abc import Mapping

from deckgen.audit.finding import RuleText

_WHY = (
    "PowerPoint bietet an, eine solche Datei zu reparieren, und nimmt dabei manches weg, was es "
    "nicht versteht."
)
_REMEDY = (
    "Die Datei in PowerPoint öffnen, reparieren lassen, alle Folien ansehen und speichern. Hat ein "
    "Programm sie geschrieben, dessen Herstellern Bescheid geben."
)
_RULES = """\
duplicate-zip-entry: Jeder Name steht einmal im Archiv
  Ein Eintrag steht im Archiv mehr als einmal.
content-type-missing: Jeder Teil der Datei hat einen Inhaltstyp
  Dieser Teil hat keinen Inhaltstyp.
content-type-wrong: Jeder Teil der Datei hat den Inhaltstyp seines Inhalts
  Dieser Teil hat den Inhaltstyp eines anderen.
content-type-without-part: Jeder Inhaltstyp gehört zu einem Teil, den es gibt
  Ein Inhaltstyp nennt einen Teil, den es nicht gibt.
template-content-type: Eine .pptx hat den Typ einer Präsentation, nicht einer Vorlage
  Eine .pptx hat den Inhaltstyp einer Vorlage.
presentation-missing: In der Datei ist eine Präsentation
  Die Datei ist keine Präsentation, die sich lesen lässt (etwa Strict Open XML).
dangling-relationship: Jeder Verweis führt zu einem Teil, den es gibt
  Ein Verweis führt zu einem Teil, den es nicht gibt.
duplicate-relationship-id: Die Kennungen der Verweise eines Teils sind eindeutig
  Zwei Verweise haben dieselbe Kennung.
wrong-relationship-target: Jeder Verweis führt zu einem Teil seiner Art
  Ein Verweis führt zu einem Teil anderer Art.
orphan-part: Kein Teil der Datei ist übriggeblieben
  Kein Verweis führt zu diesem Teil.
faulty-core-properties: Jede Dateieigenschaft steht einmal da, Zeitpunkte in ihrem Format
  Eine Eigenschaft steht zweimal da, oder ein Zeitpunkt ist nicht gekennzeichnet.
duplicate-slide-id: Die Kennungen der Folien sind eindeutig
  Zwei Folien haben dieselbe Kennung.
slide-id-out-of-range: Die Kennungen der Folien sind 256 bis 2147483647
  Die Kennung einer Folie liegt außerhalb der Grenzen.
duplicate-slide-entry: Keine Folie steht zweimal in der Liste
  Die Liste der Folien nennt eine Folie zweimal.
duplicate-master-id: Die Kennungen von Mastern und Layouts sind eindeutig
  Zwei Master oder Layouts haben dieselbe Kennung.
master-id-out-of-range: Die Kennungen von Mastern und Layouts beginnen bei 2147483648
  Die Kennung eines Masters oder Layouts liegt außerhalb der Grenzen.
slide-size: Folien sind 1 bis 56 Zoll breit und hoch
  Breite oder Höhe der Folien liegt außerhalb der Grenzen.
notes-master-not-listed: Wo es Notizen gibt, ist der Notizenmaster verzeichnet
  Der Notizenmaster ist nicht verzeichnet.
notes-without-master: Jede Notizenseite hat ihren Master
  Dieser Notizenseite fehlt ihr Master.
notes-master-late: Der Notizenmaster ist vor den Folien verzeichnet
  Der Notizenmaster ist erst nach den Folien verzeichnet.
notes-without-slide: Jede Notizenseite führt zu ihrer Folie
  Kein Verweis dieser Notizenseite führt zu ihrer Folie.
notes-of-other-slide: Keine zwei Folien teilen sich Notizen
  Die Notizen dieser Folie gehören zu einer anderen.
shared-theme: Jeder Master hat ein Design für sich
  Ein Master hat kein Design, oder das eines anderen.
slide-without-layout: Jede Folie hat ein Layout
  Diese Folie hat kein Layout, oder mehrere.
layout-without-master: Jedes Layout hat einen Master, der es verzeichnet
  Dieses Layout hat keinen Master, oder er verzeichnet es nicht.
section-names-lost-slide: Jeder Abschnitt nennt Folien, die es gibt, jede einmal
  Ein Abschnitt nennt eine Folie, die es nicht gibt, oder eine zweimal.
duplicate-section-id: Die Kennungen der Abschnitte sind eindeutig
  Zwei Abschnitte haben dieselbe Kennung.
slide-in-no-section: Gibt es Abschnitte, so steht jede Folie in einem
  Eine Folie steht in keinem Abschnitt.
footer-not-on-layout: Datum, Fußzeile und Nummer stehen nur da, wo das Layout sie hat
  Datum, Fußzeile oder Nummer steht hier, fehlt aber auf dem Layout.
placeholder-not-on-layout: Jeder Platzhalter hat einen Platz, seinen oder den des Layouts
  Ein Platzhalter hat keinen Platz, weder hier noch auf dem Layout.
unlisted-slide: Jede Folie steht in der Liste der Folien
  Diese Folie steht nicht in der Liste der Folien.
jump-to-lost-slide: Jeder Sprung führt zu einer Folie der Präsentation
  Ein Link springt zu einer Folie, die es nicht gibt.
media-of-another-kind: Filme und Töne sind durch Verweise ihrer Art eingebunden
  Ein Film oder Ton ist durch einen Verweis anderer Art eingebunden.
media-of-another-type: Filme und Töne haben einen Inhaltstyp ihrer Art
  Ein Film oder Ton hat den Inhaltstyp von etwas anderem.
media-node-on-still-shape: Abgespielt wird nur, was sich abspielen lässt
  Es soll etwas spielen, das sich nicht abspielen lässt.
media-played-twice: Kein Film und kein Ton ist auf seiner Folie zweimal angesteuert
  Ein Film oder Ton ist zweimal angesteuert.
embedded-font-twice: Keine Schrift ist zweimal eingebettet
  Eine Schrift ist zweimal eingebettet.
embedded-font-broken: Jede eingebettete Schrift hat einen Namen und ganze Schnitte
  Eine eingebettete Schrift hat keinen Namen oder keinen ganzen Schnitt.
embedded-font-unlisted: Jede eingebettete Schrift ist verzeichnet
  Eine eingebettete Schrift ist nicht verzeichnet.
undefined-relationship: Jeder Verweis, der gebraucht wird, ist festgelegt
  Ein Verweis wird gebraucht, ist aber nicht festgelegt.
forbidden-scheme: Links führen ins Netz, zu einer Adresse oder Datei: nie zu einem Skript
  Ein Link führt zu einem Skript oder an einen anderen unerlaubten Ort.
element-order: Die Elemente stehen in der Reihenfolge des Schemas
  Ein Element steht an der falschen Stelle.
duplicate-shape-id: Die Kennungen der Objekte einer Folie sind eindeutig
  Zwei Objekte haben dieselbe Kennung.
negative-extent: Keine Breite und keine Höhe ist negativ
  Eine Breite oder Höhe ist negativ.
picture-without-image: Jedes Bild nennt seine Bilddatei
  Ein Bild nennt keine Bilddatei.
program-action: Kein Klick startet ein Programm oder ein Makro
  Ein Klick startet ein Programm oder ein Makro.
extension-not-ignorable: Angaben neuerer Versionen sind als solche gekennzeichnet
  Eine Angabe einer neueren Version ist nicht als solche gekennzeichnet.
text-body-without-paragraph: Jeder Textrahmen hat einen Absatz
  Ein Textrahmen hat keinen Absatz.
text-body-without-properties: Jeder Textrahmen hat seine Eigenschaften
  Einem Textrahmen fehlen seine Eigenschaften.
control-character: Im Text stehen keine Steuerzeichen
  Im Text steht ein Steuerzeichen.
colour-not-hex: Jede Farbe besteht aus sechs hexadezimalen Ziffern
  Eine Farbe ist keine.
invalid-lang: Jede Sprache ist als Sprachkürzel angegeben, wie de-DE
  Eine Sprachangabe ist kein Sprachkürzel.
number-not-whole: Orte, Größen und Einzüge sind ganze Zahlen in ihren Grenzen
  Ein Ort, eine Größe oder ein Einzug ist keine ganze Zahl in den Grenzen.
table-cell-count: Jede Tabellenzeile hat eine Zelle für jede Spalte
  Eine Tabellenzeile hat zu wenige oder zu viele Zellen.
negative-axis-id: Die Kennungen von Achsen sind nicht negativ
  Die Kennung einer Achse ist negativ.
chart-axis-undefined: Jede Achse, die ein Diagramm braucht, gibt es
  Ein Diagramm braucht eine Achse, die es nicht gibt.
chart-value-not-a-number: Die Werte von Diagrammen sind Zahlen
  Ein Wert eines Diagramms ist keine Zahl.
duplicate-time-node: Die Kennungen der Animationen einer Folie sind eindeutig
  Zwei Animationen haben dieselbe Kennung.
effect-on-lost-shape: Jeder Effekt nennt ein Objekt seiner Folie
  Eine Animation nennt ein Objekt, das es nicht gibt.
effect-on-lost-paragraph: Jeder Effekt auf Absätzen nennt welche, die es gibt
  Eine Animation nennt Absätze, die es nicht gibt.
repeated-child: Wo ein Element einmal stehen darf, steht es einmal
  Ein Element steht zweimal, wo es einmal stehen darf.
unexpected-child: Jedes Element enthält nur, was das Schema dort kennt
  Ein Element steht, wo das Schema es nicht kennt.
build-without-effect: Zu jedem schrittweisen Aufbau gibt es seine Effekte
  Zu einem schrittweisen Aufbau fehlen die Effekte, oder er steht zweimal da.
"""
"""Of each code, what holds where the rule is kept; below, what is wrong where it is broken."""
_UNREADABLE = """\
not-a-zip: Die Datei ist ein vollständiges Paket
  Die Datei ist kein Archiv, oder sie ist beschädigt oder abgeschnitten.
not-a-package: Die Datei ist eine PowerPoint-Datei
  Die Datei enthält keine Präsentation.
encrypted-or-old: Die Datei ist keine .ppt von vor 2007 und hat kein Kennwort
  Die Datei ist verschlüsselt, oder eine .ppt von vor 2007.
too-large: Die Datei ist nicht so groß, dass niemand sie zum Lesen gemacht hat
  Die Datei enthält weit mehr, als zum Lesen gemacht sein kann.
xml-not-well-formed: Jeder Teil der Datei ist XML
  Ein Teil der Datei ist kein wohlgeformtes XML.
xml-doctype: Kein Teil der Datei hat einen DOCTYPE
  Ein Teil der Datei hat einen DOCTYPE.
xml-too-deep: Kein Teil der Datei ist endlos verschachtelt
  Ein Teil der Datei ist ohne Ende verschachtelt.
"""
_UNREADABLE_WHY = "Was sich nicht lesen lässt, lässt sich weder prüfen noch zeigen."
_UNREADABLE_REMEDY = "Die Datei in PowerPoint öffnen und wieder speichern."


def _texts(table: str, where: str, why: str, remedy: str) -> dict[str, RuleText]:
    """Return the words of a table's rules; `where` stands before what is wrong."""
    lines = table.splitlines()
    named = (line.split(": ", 1) for line in lines[::2])
    return {
        code: RuleText(name, where + fault.strip(), why, remedy)
        for (code, name), fault in zip(named, lines[1::2], strict=True)
    }


VALIDITY_TEXTS: Mapping[str, RuleText] = {
    **_texts(_UNREADABLE, "", _UNREADABLE_WHY, _UNREADABLE_REMEDY),
    **_texts(_RULES, "{where}", _WHY, _REMEDY),
}
