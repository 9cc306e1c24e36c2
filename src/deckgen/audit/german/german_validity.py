"""The rules of validity in German. What is wrong at a place stays in English."""

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
_NAMES = {
    "duplicate-zip-entry": "Jeder Name steht einmal im Archiv",
    "content-type-missing": "Jeder Teil der Datei hat einen Inhaltstyp",
    "content-type-wrong": "Jeder Teil der Datei hat den Inhaltstyp seines Inhalts",
    "content-type-without-part": "Jeder Inhaltstyp gehört zu einem Teil, den es gibt",
    "template-content-type": "Eine .pptx hat den Typ einer Präsentation, nicht einer Vorlage",
    "presentation-missing": "In der Datei ist eine Präsentation",
    "dangling-relationship": "Jeder Verweis führt zu einem Teil, den es gibt",
    "duplicate-relationship-id": "Die Kennungen der Verweise eines Teils sind eindeutig",
    "wrong-relationship-target": "Jeder Verweis führt zu einem Teil seiner Art",
    "orphan-part": "Kein Teil der Datei ist übriggeblieben",
    "faulty-core-properties": "Jede Dateieigenschaft steht einmal da, Zeitpunkte in ihrem Format",
    "duplicate-slide-id": "Die Kennungen der Folien sind eindeutig",
    "slide-id-out-of-range": "Die Kennungen der Folien sind 256 bis 2147483647",
    "duplicate-slide-entry": "Keine Folie steht zweimal in der Liste",
    "duplicate-master-id": "Die Kennungen von Mastern und Layouts sind eindeutig",
    "master-id-out-of-range": "Die Kennungen von Mastern und Layouts beginnen bei 2147483648",
    "slide-size": "Folien sind 1 bis 56 Zoll breit und hoch",
    "notes-master-not-listed": "Wo es Notizen gibt, ist der Notizenmaster verzeichnet",
    "notes-without-master": "Jede Notizenseite hat ihren Master und ihre Folie",
    "notes-of-other-slide": "Keine zwei Folien teilen sich Notizen",
    "shared-theme": "Jeder Master hat ein Design für sich",
    "slide-without-layout": "Jede Folie hat ein Layout",
    "layout-without-master": "Jedes Layout hat einen Master, der es verzeichnet",
    "section-names-lost-slide": "Jeder Abschnitt nennt Folien, die es gibt, jede einmal",
    "duplicate-section-id": "Die Kennungen der Abschnitte sind eindeutig",
    "slide-in-no-section": "Gibt es Abschnitte, so steht jede Folie in einem",
    "footer-not-on-layout": "Datum, Fußzeile und Nummer stehen nur da, wo das Layout sie hat",
    "placeholder-not-on-layout": "Jeder Platzhalter hat einen Platz, seinen oder den des Layouts",
    "unlisted-slide": "Jede Folie steht in der Liste der Folien",
    "jump-to-lost-slide": "Jeder Sprung führt zu einer Folie der Präsentation",
    "media-of-another-kind": "Filme und Töne sind durch Verweise ihrer Art eingebunden",
    "media-of-another-type": "Filme und Töne haben einen Inhaltstyp ihrer Art",
    "media-node-on-still-shape": "Abgespielt wird nur, was sich abspielen lässt",
    "media-played-twice": "Kein Film und kein Ton ist auf seiner Folie zweimal angesteuert",
    "embedded-font-twice": "Keine Schrift ist zweimal eingebettet",
    "embedded-font-broken": "Jede eingebettete Schrift hat einen Namen und ganze Schnitte",
    "embedded-font-unlisted": "Jede eingebettete Schrift ist verzeichnet",
    "undefined-relationship": "Jeder Verweis, der gebraucht wird, ist festgelegt",
    "forbidden-scheme": "Links führen ins Netz, zu einer Adresse oder Datei: nie zu einem Skript",
    "element-order": "Die Elemente stehen in der Reihenfolge des Schemas",
    "duplicate-shape-id": "Die Kennungen der Objekte einer Folie sind eindeutig",
    "negative-extent": "Keine Breite und keine Höhe ist negativ",
    "picture-without-image": "Jedes Bild nennt seine Bilddatei",
    "program-action": "Kein Klick startet ein Programm oder ein Makro",
    "extension-not-ignorable": "Angaben neuerer Versionen sind als solche gekennzeichnet",
    "text-body-without-paragraph": "Jeder Textrahmen hat einen Absatz",
    "text-body-without-properties": "Jeder Textrahmen hat seine Eigenschaften",
    "control-character": "Im Text stehen keine Steuerzeichen",
    "colour-not-hex": "Jede Farbe besteht aus sechs hexadezimalen Ziffern",
    "invalid-lang": "Jede Sprache ist als Sprachkürzel angegeben, wie de-DE",
    "number-not-whole": "Orte, Größen und Einzüge sind ganze Zahlen in ihren Grenzen",
    "table-cell-count": "Jede Tabellenzeile hat eine Zelle für jede Spalte",
    "negative-axis-id": "Die Kennungen von Achsen sind nicht negativ",
    "chart-axis-undefined": "Jede Achse, die ein Diagramm braucht, gibt es",
    "chart-value-not-a-number": "Die Werte von Diagrammen sind Zahlen",
    "duplicate-time-node": "Die Kennungen der Animationen einer Folie sind eindeutig",
    "effect-on-lost-shape": "Jeder Effekt nennt ein Objekt seiner Folie",
    "effect-on-lost-paragraph": "Jeder Effekt auf Absätzen nennt welche, die es gibt",
    "repeated-child": "Wo ein Element einmal stehen darf, steht es einmal",
    "unexpected-child": "Jedes Element enthält nur, was das Schema dort kennt",
    "build-without-effect": "Zu jedem schrittweisen Aufbau gibt es seine Effekte",
}
_UNREADABLE = {
    "not-a-zip": "Die Datei ist ein vollständiges Paket",
    "not-a-package": "Die Datei ist eine PowerPoint-Datei",
    "encrypted-or-old": "Die Datei ist keine .ppt von vor 2007 und hat kein Kennwort",
    "too-large": "Die Datei ist nicht so groß, dass niemand sie zum Lesen gemacht hat",
    "xml-not-well-formed": "Jeder Teil der Datei ist XML",
    "xml-doctype": "Kein Teil der Datei hat einen DOCTYPE",
    "xml-too-deep": "Kein Teil der Datei ist endlos verschachtelt",
}
VALIDITY_TEXTS: Mapping[str, RuleText] = {
    **{
        code: RuleText(
            name,
            "{fault}",
            "Was sich nicht lesen lässt, lässt sich weder prüfen noch zeigen.",
            "Die Datei in PowerPoint öffnen und wieder speichern.",
        )
        for code, name in _UNREADABLE.items()
    },
    **{code: RuleText(name, "{fault}", _WHY, _REMEDY) for code, name in _NAMES.items()},
}
