"""The rules of legibility, of charts, privacy and size in German."""

from collections.abc import Mapping

from deckgen.audit.finding import RuleText

_OTHER_FONT = (
    "An ihre Stelle tritt eine andere Schrift mit anderen Breiten: Zeilen brechen anders um, Text "
    "läuft über."
)
_EMBED = (
    "Windows: Datei > Optionen > Speichern > Schriftarten in der Datei einbetten; oder Start > "
    "Ersetzen > Schriftarten ersetzen: eine, die mit Office kommt, wie Arial, Calibri oder Verdana."
)
_INSPECT = "Datei > Informationen > Auf Probleme überprüfen > Dokument prüfen"

LEGIBILITY_TEXTS: Mapping[str, RuleText] = {
    "all-capitals": RuleText(
        "Kein langer Text steht in Großbuchstaben",
        "Ein langer Text steht in Großbuchstaben: „{words}“.",
        "In Großbuchstaben haben Wörter keine Gestalt; manche Screenreader buchstabieren sie.",
        "Markieren, Start > Groß-/Kleinschreibung > Ersten Buchstaben im Satz großschreiben; oder "
        "Start > Schriftart > Effekte: Großbuchstaben abwählen.",
    ),
    "justified": RuleText(
        "Kein Text steht im Blocksatz",
        "Der Text von „{shape}“ steht im Blocksatz.",
        "Ungleiche Lücken zwischen Wörtern machen Zeilen schwer zu verfolgen, vor allem bei "
        "Leseschwäche.",
        "Markieren, Start > Linksbündig.",
    ),
    "text-tiny": RuleText(
        "Kein Text ist kleiner als 12 Punkt",
        "„{words}“ hat {size} Punkt.",
        "Unter 12 Punkt liest Text auf einer Folie hinter den ersten Reihen niemand.",
        "Markieren, Start > Schriftgrad: 18 oder mehr; was nicht passt, kommt auf eine eigene "
        "Folie oder in die Notizen.",
    ),
    "text-small": RuleText(
        "Text hat mindestens 18 Punkt",
        "„{words}“ hat {size} Punkt; aus der letzten Reihe sind {readable} oder mehr lesbar.",
        "Die Listen öffentlicher Stellen verlangen es; was für Papier gedacht ist, darf kleiner "
        "sein.",
        "Markieren, Start > Schriftgrad: 18 oder mehr.",
    ),
    "chart-text-tiny": RuleText(
        "Kein Text in einem Diagramm ist kleiner als 12 Punkt",
        "Text in „{shape}“ hat {size} Punkt.",
        "Unter 12 Punkt liest hinter den ersten Reihen niemand mehr, was auf einer Folie steht.",
        "Das Diagramm anklicken, Start > Schriftgrad; weniger Zahlen und Namen lassen Platz für "
        "größere.",
    ),
    "chart-color-weak": RuleText(
        "Was ein Diagramm zeichnet, hat einen Kontrast von 3:1 zum Grund",
        "In „{shape}“ hat „{name}“ in {color} auf {behind} einen Kontrast von {ratio}:1; nötig: "
        "{needed}:1.",
        "Balken, Linien und Stücke, die sich kaum vom Grund abheben, sehen viele nicht.",
        "Datenreihe anklicken, Format > Fülleffekt oder Formkontur: eine dunklere oder hellere "
        "Farbe. Oder die Zahlen nennen: Diagrammentwurf > Diagrammelement hinzufügen > "
        "Datenbeschriftungen.",
    ),
    "chart-colors-alike": RuleText(
        "Was sich in einem Diagramm berührt, hat einen Kontrast von 3:1 oder eine Linie dazwischen",
        "In „{shape}“ berühren sich „{first}“ in {color} und „{second}“ in {other}; ihr Kontrast "
        "ist {ratio}:1, nötig sind {needed}:1.",
        "Wer keine Farben sieht, sieht eine Fläche, wo sich zwei gleich helle berühren.",
        "Datenreihe anklicken, Format > Formkontur: die Farbe des Grundes. Oder Diagrammentwurf > "
        "Diagrammelement hinzufügen > Datenbeschriftungen.",
    ),
    "chart-text-weak": RuleText(
        "Text in Diagrammen hat einen Kontrast von 4,5:1, großer Text von 3:1",
        "Text von „{shape}“ in {color} auf {behind} hat einen Kontrast von {ratio}:1; nötig sind "
        "{needed}:1.",
        "Zahlen und Namen, die sich kaum vom Grund abheben, können viele nicht lesen.",
        "Den Text im Diagramm anklicken, Start > Schriftfarbe: eine dunklere oder hellere Farbe.",
    ),
    "lines-tight": RuleText(
        "Zeilen von Fließtext stehen mindestens 1,15-fach auseinander",
        "Die Zeilen von „{shape}“ stehen {spacing}-fach auseinander; {needed} ist leichter zu "
        "lesen.",
        "Das Auge findet die nächste Zeile leichter, wo Zeilen Abstand haben.",
        "Markieren, Start > Zeilenabstand > Zeilenabstandsoptionen > Mehrere, oder im "
        "Folienmaster.",
    ),
    "text-overflow": RuleText(
        "Aller Text steht in seinem Feld",
        "Der Text von „{shape}“ ist um {over} Punkt höher als sein Feld.",
        "Was über sein Feld läuft, verdeckt, was darunter steht, oder verlässt die Folie.",
        "Text kürzen, Feld vergrößern, oder die Folie teilen.",
    ),
    "word-broken": RuleText(
        "Kein Wort ist breiter als seine Zeile",
        "Ein Wort von „{shape}“ ist breiter als seine Zeile, und bricht irgendwo.",
        "Ein Wort, das ohne Trennstrich bricht, ist schwer zu lesen.",
        "Feld vergrößern, einen kleineren Schriftgrad oder ein anderes Wort wählen.",
    ),
    "cut-off": RuleText(
        "Nichts ist am Rand der Folie abgeschnitten",
        "„{shape}“ ist am Rand der Folie abgeschnitten.",
        "Zu sehen ist nur ein Teil; bei Text fehlen Wörter.",
        "In die Folie schieben, oder verkleinern.",
    ),
    "font-not-embedded": RuleText(
        "Alle Schriften kommen mit Office oder sind eingebettet",
        "Die Schrift „{font}“ kommt nicht mit Office und ist nicht eingebettet; Folien mit ihr: "
        "{slides}.",
        _OTHER_FONT,
        _EMBED,
    ),
    "font-of-one-system": RuleText(
        "Alle Schriften gibt es auf Windows und auf macOS",
        "Die Schrift „{font}“ kommt nur mit {source}; Folien mit ihr: {slides}.",
        _OTHER_FONT,
        _EMBED,
    ),
}
PRIVACY_TEXTS: Mapping[str, RuleText] = {
    "authors": RuleText(
        "Die Datei nennt niemanden, der sie verfasst hat",
        "Die Eigenschaften der Datei nennen {people}.",
        "Alle, die die Datei bekommen, können es lesen.",
        f"{_INSPECT}: Dokumenteigenschaften und persönliche Informationen.",
    ),
    "comments": RuleText(
        "Es gibt keine Kommentare",
        "Folien mit Kommentaren: {slides}.",
        "Kommentare sind selten für die gedacht, die die Datei bekommen.",
        "Überprüfen > Löschen > Alle Kommentare in dieser Präsentation löschen.",
    ),
    "hidden-slide": RuleText(
        "Keine Folie ist ausgeblendet",
        "Die Folie ist ausgeblendet; wer die Datei bekommt, kann sie lesen.",
        "Die Vorführung übergeht eine ausgeblendete Folie, wer die Datei liest, aber nicht.",
        "In der Fassung, die weitergegeben wird, löschen.",
    ),
    "notes": RuleText(
        "Es gibt keine Notizen",
        "Folien mit Notizen: {slides}; wer die Datei bekommt, kann sie lesen.",
        "Notizen sind für die geschrieben, die vortragen.",
        f"{_INSPECT}: Präsentationsnotizen; behalten, wo sie Abschrift eines Films sind.",
    ),
    "hidden-shape": RuleText(
        "Kein Objekt ist ausgeblendet",
        "„{shape}“ ist im Auswahlbereich ausgeblendet, steht aber noch in der Datei.",
        "Wer die Datei bekommt, kann es einblenden.",
        "Start > Anordnen > Auswahlbereich: löschen.",
    ),
    "beside-slide": RuleText(
        "Nichts liegt neben der Folie",
        "„{shape}“ liegt neben der Folie; wer die Datei bekommt, kann es lesen.",
        "Was neben der Folie liegt, wird niemandem gezeigt, steht aber in der Datei.",
        "Löschen, oder in die Folie schieben. Ein Titel über der Folie darf bleiben: Er wird "
        "vorgelesen.",
    ),
    "photo-place": RuleText(
        "Kein Foto sagt, wo es aufgenommen wurde",
        "Die Datei von „{shape}“ sagt, wo das Foto aufgenommen wurde (GPS).",
        "Wer die Datei bekommt, kann den Ort lesen, etwa den einer Wohnung.",
        "Das Foto ohne seine Eigenschaften neu speichern, und das in die Folie einfügen.",
    ),
    "file-path": RuleText(
        "Die Datei nennt keinen Pfad eines Rechners",
        "{owner} nennt einen Pfad eines Rechners: {path}",
        "Pfade verraten Namen von Menschen, Servern und Vorhaben, und führen anderswo ins Leere.",
        "Datei > Informationen > Verknüpfungen mit Dateien bearbeiten: Verknüpfung aufheben; oder "
        "Rechtsklick auf den Link > Link bearbeiten.",
    ),
    "linked-file": RuleText(
        "Kein Bild, Film oder Objekt wird von anderswo geholt",
        "{owner} holt eine Datei von anderswo: {address}",
        "Ohne Netz fehlt sie; mit Netz erfährt ihr Eigentümer, wer die Präsentation öffnet.",
        "Datei > Informationen > Verknüpfungen mit Dateien bearbeiten > Verknüpfung aufheben, oder "
        "die Datei selbst einfügen.",
    ),
    "cropped-picture": RuleText(
        "Zugeschnittene Bilder enthalten nicht mehr, als zu sehen ist",
        "{share} % von „{shape}“ sind weggeschnitten, stehen aber noch in der Datei.",
        "Wer die Datei bekommt, kann den Zuschnitt aufziehen und den Rest sehen.",
        "Bildformat > Bilder komprimieren > Zugeschnittene Bildbereiche löschen.",
    ),
    "embedded-file": RuleText(
        "Keine ganzen Dateien sind eingebettet",
        "Eingebettete Dateien, mit allem, was in ihnen steht, wie Mappen hinter Diagrammen: "
        "{files}.",
        "Ein Diagramm zeigt wenige Zahlen einer Mappe; wer die Datei bekommt, kann alle ihre "
        "Blätter lesen.",
        "Rechtsklick auf das Diagramm > Daten bearbeiten: Steht dort mehr, als zu sehen ist? Oder "
        "das Diagramm als Bild einfügen, mit Alternativtext.",
    ),
    "macros": RuleText(
        "Die Datei enthält keine Makros",
        "Die Datei enthält Makros.",
        "Viele Stellen sperren Dateien mit Makros, und Mails, die sie tragen.",
        "Datei > Speichern unter > PowerPoint-Präsentation (*.pptx).",
    ),
    "custom-data": RuleText(
        "Die Datei enthält keine Daten anderer Programme",
        "Die Datei enthält Daten anderer Programme: {parts}.",
        "Add-Ins hinterlassen in einer Datei eigene Angaben: Kennzeichnungen, Namen, Fassungen.",
        f"{_INSPECT}: Benutzerdefinierte XML-Daten, Dokumenteigenschaften.",
    ),
    "deck-map": RuleText(
        "Die Datei enthält kein Verzeichnis ihrer Wörter",
        "Die Datei enthält ein Verzeichnis ihrer Wörter und Notizen, mit dem deckgen Korrekturen "
        "zurückholt.",
        "Was zum Veröffentlichen gelöscht wird, etwa die Notizen, steht dort noch.",
        f"deckgen build --clean; oder {_INSPECT}: Benutzerdefinierte XML-Daten.",
    ),
}
SIZE_TEXTS: Mapping[str, RuleText] = {
    "master-unused": RuleText(
        "Jeden Master braucht eine Folie",
        "Den Master „{master}“ braucht keine Folie; Layouts: {layouts}.",
        "Master, die mit kopierten Folien kamen, machen die Datei größer, und Listen länger.",
        "Ansicht > Folienmaster: Rechtsklick auf den Master > Master löschen.",
    ),
    "picture-oversized": RuleText(
        "Bilder haben nicht mehr Bildpunkte, als zu sehen sind",
        "„{shape}“ ist {pixels} Bildpunkte breit, wo {needed} zu sehen sind; seine Datei hat "
        "{size} MB.",
        "Die Datei wird groß, öffnet langsam, und geht schlecht in eine Mail.",
        "Bildformat > Bilder komprimieren > 220 ppi.",
    ),
    "picture-uncompressed": RuleText(
        "Bilder sind als PNG oder JPEG gepackt",
        "„{shape}“ ist ein {kind} von {size} MB.",
        "Solche Bilder sind um ein Vielfaches größer als PNG oder JPEG.",
        "Rechtsklick > Als Grafik speichern: PNG; dann dieses einfügen.",
    ),
    "file-twice": RuleText(
        "Keine Datei ist zweimal eingebettet",
        "{owner} ist {times}-mal eingebettet, je {size} MB.",
        "Ein Bild, das innerhalb der Präsentation kopiert wird, behält PowerPoint nur einmal.",
        "Einmal einfügen, und von dort kopieren.",
    ),
    "file-huge": RuleText(
        "Kein Film ist größer, als Mail und Funknetz vertragen",
        "{owner} hat {size} MB.",
        "Die Datei lässt sich nicht mailen, und öffnet langsam.",
        "Datei > Informationen > Medien komprimieren.",
    ),
}
