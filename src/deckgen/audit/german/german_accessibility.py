"""The rules of accessibility in German, with the names of menus as PowerPoint has them there."""

from collections.abc import Mapping

from deckgen.audit.finding import RuleText
from deckgen.language.descriptive_words import LONGEST_DESCRIPTION

_DESCRIBE = (
    "Rechtsklick > Alternativtext anzeigen: in einem Satz schreiben, was es den Zuhörenden sagt, "
    "oder „Als dekorativ markieren“ ankreuzen."
)
_SORT = (
    "Start > Anordnen > Auswahlbereich: die Einträge so ziehen, dass sie von unten nach oben in "
    "der Folge stehen, in der vorgelesen werden soll."
)
_VOICE = (
    "Ein Screenreader wählt seine Stimme nach der Sprache; eine deutsche Stimme kann Englisch "
    "nicht vorlesen."
)
_SET_LANGUAGE = "Text markieren, Überprüfen > Sprache > Sprache für die Korrekturhilfen festlegen."
_UNSTOPPED = "Bewegung, die nicht aufhört, hält vom Lesen ab; Blitzen kann Anfälle auslösen."
_UNHEARD = "Wer ihn nicht hört, erfährt nichts von dem, was gesagt wird."
_RENAME_SECTION = "In der Liste der Folien: Rechtsklick auf den Abschnitt > Abschnitt umbenennen."
_NAME_LINK = (
    "Rechtsklick auf den Link > Link bearbeiten > Anzuzeigender Text: die Seite nennen, zu der er "
    "führt."
)

ACCESSIBILITY_TEXTS: Mapping[str, RuleText] = {
    "title-missing": RuleText(
        "Jede Folie hat einen Titel",
        "Die Folie hat keinen Titel.",
        "Screenreader, Folienlisten und Lesezeichen nennen eine Folie bei ihrem Titel.",
        "Ansicht > Gliederungsansicht: neben die Nummer der Folie einen Titel schreiben. Soll er "
        "nicht zu sehen sein, den Titel über den oberen Rand der Folie schieben.",
    ),
    "title-hidden": RuleText(
        "Kein Titel ist im Auswahlbereich ausgeblendet",
        "Der Titel „{title}“ ist im Auswahlbereich ausgeblendet.",
        "Screenreader übergehen, was ausgeblendet ist; ein Titel neben der Folie wird vorgelesen.",
        "Start > Anordnen > Auswahlbereich: den Titel einblenden, und über die Folie schieben.",
    ),
    "title-repeated": RuleText(
        "Keine zwei Folien haben denselben Titel",
        "Den Titel „{title}“ hat auch Folie {first}.",
        "In einer Liste der Folien lassen sich gleiche Titel nicht unterscheiden.",
        "Ansicht > Gliederungsansicht: den Titel sagen lassen, was an dieser Folie anders ist, "
        "oder (2) anfügen.",
    ),
    "alt-missing": RuleText(
        "Jedes Bild, Diagramm und Objekt hat einen Alternativtext",
        "„{shape}“ hat keinen Alternativtext, und ist nicht als dekorativ markiert.",
        "Wer es nicht sieht, erfährt nichts davon.",
        _DESCRIBE,
    ),
    "drawing-alt-missing": RuleText(
        "Jede gezeichnete Form ohne Worte hat einen Alternativtext oder schmückt",
        "{shapes:gezeichnete Form hat|gezeichnete Formen haben} weder Worte noch einen "
        "Alternativtext, die erste ist „{shape}“.",
        "Screenreader sagen jede an, ohne zu sagen, wozu sie da ist.",
        f"{_DESCRIBE} Was zusammengehört, vorher gruppieren (Strg+G), und die Gruppe beschreiben.",
    ),
    "alt-file-name": RuleText(
        "Kein Alternativtext ist ein Dateiname",
        "Der Alternativtext von „{shape}“ ist ein Dateiname: „{alt}“.",
        "Ein Dateiname sagt nicht, was ein Bild zeigt.",
        _DESCRIBE,
    ),
    "alt-says-nothing": RuleText(
        "Alternativtexte sagen mehr, als dass da ein Bild ist",
        "Der Alternativtext von „{shape}“ sagt nichts: „{alt}“.",
        "„Grafik“ sagt ein Screenreader ohnehin; gefragt ist, was sie zeigt.",
        _DESCRIBE,
    ),
    "alt-automatic": RuleText(
        "Alternativtexte von PowerPoint hat ein Mensch gelesen",
        "Den Alternativtext von „{shape}“ hat PowerPoint selbst geschrieben: „{alt}“.",
        "Ein solcher Text sagt, was zu sehen ist, oft falsch, und nicht, wozu das Bild da ist.",
        "Rechtsklick > Alternativtext anzeigen: den Text berichtigen, die letzte Zeile löschen.",
    ),
    "alt-long": RuleText(
        f"Alternativtexte haben höchstens etwa {LONGEST_DESCRIPTION} Zeichen",
        "Der Alternativtext von „{shape}“ hat {letters} Zeichen.",
        "Screenreader lesen ihn in einem Zug vor, ohne Weg zurück zu einem Wort.",
        "Rechtsklick > Alternativtext anzeigen: die Aussage in einem Satz behalten, Einzelheiten "
        "in den Text der Folie oder in die Notizen verschieben.",
    ),
    "title-not-first": RuleText(
        "Der Titel wird zuerst vorgelesen",
        "„{other}“ wird vor dem Titel vorgelesen.",
        "Wer eine Folie hört, muss zuerst erfahren, worum es geht.",
        _SORT,
    ),
    "reading-order": RuleText(
        "Objekte werden in der Folge vorgelesen, in der sie stehen",
        "„{shape}“ wird vor „{other}“ vorgelesen, steht aber dahinter: darunter oder weiter "
        "rechts.",
        "Screenreader lesen Objekte in der Folge vor, in der sie gezeichnet wurden.",
        _SORT,
    ),
    "table-header-missing": RuleText(
        "Jede Tabelle hat eine Kopfzeile",
        "Die Tabelle „{shape}“ hat keine Kopfzeile.",
        "Zu jeder Zelle liest ein Screenreader den Kopf ihrer Spalte vor, wenn es einen gibt.",
        "Tabelle anklicken, Tabellenentwurf > Überschrift; die erste Zeile benennt die Spalten.",
    ),
    "table-cells-merged": RuleText(
        "Keine Zellen einer Tabelle sind verbunden oder geteilt",
        "In der Tabelle „{shape}“ sind Zellen verbunden: Zeile {row}, Spalte {column}.",
        "Wer eine Tabelle hört, zählt ihre Zellen; in einer verbundenen gehen Spalte und Zeile "
        "verloren.",
        "Layout > Zellen teilen, und die Wörter wiederholen, oder zwei Tabellen daraus machen.",
    ),
    "table-cell-empty": RuleText(
        "Keine Zelle einer Tabelle ist leer",
        "Leere Zellen in der Tabelle „{shape}“: {cells}; die erste in Zeile {row}, Spalte "
        "{column}.",
        "Eine leere Zelle ist als Stille zu hören: das Ende der Tabelle, oder ein Fehler?",
        "„–“, „0“ oder „keine“ hineinschreiben; Zeilen und Spalten löschen, die nur Abstand "
        "halten.",
    ),
    "contrast-weak": RuleText(
        "Text hat einen Kontrast von 4,5:1, großer Text von 3:1",
        "„{words}“ in {color} auf {behind} hat einen Kontrast von {ratio}:1; nötig ist {needed}:1.",
        "Text, der sich kaum von seinem Grund abhebt, können viele nicht lesen, und in einem "
        "hellen Raum niemand.",
        "Text anklicken, Start > Schriftfarbe: eine dunklere oder hellere Farbe des Designs. Gibt "
        "das Layout die Farbe vor: Ansicht > Folienmaster.",
    ),
    "contrast-weak-on-layout": RuleText(
        "Text, den Layouts und Master färben, hat denselben Kontrast",
        "{slides:Folie zeigt|Folien zeigen} Text wie „{words}“ in {color} auf {behind}, ein "
        "Kontrast von {ratio}:1; nötig sind {needed}:1. Die Farbe kommt vom Layout „{layout}“ oder "
        "von seinem Master.",
        "Text, der sich kaum vom Grund abhebt, können viele nicht lesen, und in einem hellen Raum "
        "niemand.",
        "Ansicht > Folienmaster: den Text auf dem Layout „{layout}“ oder auf seinem Master "
        "anklicken, Start > Schriftfarbe: eine dunklere oder hellere Farbe.",
    ),
    "contrast-unknown": RuleText(
        "Text auf Bildern und Verläufen ist lesbar",
        "Hinter „{words}“ liegt ein Bild, liegen mehrere Farben oder eine unbekannte "
        "Tabellenformatvorlage; ein Kontrast lässt sich dort nicht berechnen.",
        "Über einem Bild kann Text an einer Stelle lesbar sein, an einer anderen nicht.",
        "Hinsehen. Im Zweifel: Formformat > Fülleffekt hinter dem Text, oder ein ruhigeres Bild.",
    ),
    "graphic-contrast-weak": RuleText(
        "Gezeichnetes hat einen Kontrast von 3:1",
        "„{shape}“ in {color} auf {behind} hat einen Kontrast von {ratio}:1; nötig ist {needed}:1.",
        "Eine Form, die etwas sagt, müssen auch die sehen, die Kontraste schlecht sehen.",
        "Anklicken, Formformat > Fülleffekt oder Formkontur: eine dunklere oder hellere Farbe. "
        "Schmückt sie nur: Alternativtext anzeigen > Als dekorativ markieren.",
    ),
    "typed-list": RuleText(
        "Listen sind Listen",
        "Getippte Listenzeichen in „{shape}“: {marks}, das erste ist „{mark}“.",
        "Bei einer echten Liste sagen Screenreader, wie viele Punkte sie hat, und welcher gerade "
        "vorgelesen wird.",
        "Getippte Zeichen löschen, Zeilen markieren, Start > Aufzählungszeichen oder Nummerierung.",
    ),
    "blank-lines": RuleText(
        "Keine Leerzeilen schaffen Abstand",
        "Leerzeilen als Abstand in „{shape}“: {lines}.",
        "Leerzeilen werden als „leer“ vorgelesen, und verschieben sich, wenn sich der Text ändert.",
        "Löschen, und Start > Zeilenabstand > Zeilenabstandsoptionen > Vor und Nach einstellen.",
    ),
    "blanks-as-layout": RuleText(
        "Keine Leerzeichen oder Tabulatoren machen Spalten oder sperren Wörter",
        "In „{shape}“ ordnen Leerzeichen oder Tabulatoren den Text: „{words}“.",
        "Spalten aus Leerzeichen werden quer vorgelesen, Zeile für Zeile; gesperrte Wörter "
        "Buchstabe für Buchstabe.",
        "Aus Spalten eine Tabelle oder zwei Textfelder machen; zum Sperren Start > Zeichenabstand.",
    ),
    "language-missing": RuleText(
        "Jeder Text nennt seine Sprache",
        "Der Text von „{shape}“ nennt keine Sprache: „{words}“.",
        _VOICE,
        _SET_LANGUAGE,
    ),
    "language-unlikely": RuleText(
        "Texte sind in der Sprache, die sie nennen",
        "Der Text von „{shape}“ nennt {stated}, sieht aber nach {likely} aus: „{words}“.",
        _VOICE,
        _SET_LANGUAGE,
    ),
    "file-language-missing": RuleText(
        "Die Datei nennt ihre Sprache",
        "Die Eigenschaften der Datei nennen keine Sprache.",
        "Programme, die nur die Eigenschaften der Datei lesen, etwa um PDF zu machen, nehmen sie "
        "von dort.",
        "Datei > Informationen > Eigenschaften > Erweiterte Eigenschaften > Anpassen: Sprache, wie "
        "de-DE.",
    ),
    "link-says-nothing": RuleText(
        "Die Wörter eines Links sagen, wohin er führt",
        "Der Link „{words}“ sagt nicht, wohin er führt.",
        "Viele springen von Link zu Link und hören nur seine Wörter: „hier, hier, mehr“.",
        _NAME_LINK,
    ),
    "link-address": RuleText(
        "Kein Link zeigt statt Wörtern seine Adresse",
        "Der Link zeigt nur eine Adresse: {words}",
        "Eine Adresse wird Zeichen für Zeichen vorgelesen, und sagt nicht, was dort ist.",
        f"{_NAME_LINK} Für Papier die Adresse in die Notizen schreiben.",
    ),
    "captions-missing": RuleText(
        "Jeder Film hat Untertitel, oder seine Wörter stehen in den Notizen",
        "Der Film „{shape}“ hat keine Untertitel, und die Notizen haben keine Wörter von ihm.",
        _UNHEARD,
        "Film anklicken, Wiedergabe > Untertitel einfügen: eine Datei .vtt. Oder seine Wörter in "
        "die Notizen schreiben.",
    ),
    "transcript-missing": RuleText(
        "Die Wörter jeder Tonaufnahme stehen in den Notizen",
        "Die Notizen haben keine Wörter der Tonaufnahme „{shape}“.",
        _UNHEARD,
        "Die Wörter der Aufnahme in die Notizen der Folie schreiben.",
    ),
    "transcript-unproven": RuleText(
        "Die Notizen haben alle Wörter der Filme und Tonaufnahmen",
        "„{shape}“ hat keine Untertitel; ein Mensch muss sehen, ob die Notizen sagen, was darin "
        "gesagt wird.",
        "Nur Wörter für alles, was zu hören und zu sehen ist, stehen für einen Film.",
        "Beim Abspielen die Notizen lesen. Besser sind Untertitel: Wiedergabe > Untertitel "
        "einfügen.",
    ),
    "advances-by-itself": RuleText(
        "Keine Folie geht von selbst weiter",
        "Die nächste Folie kommt nach {seconds} Sekunden von selbst.",
        "Wer langsam liest, oder sich die Folie vorlesen lässt, ist dann noch nicht fertig.",
        "Übergänge > Nächste Folie: „Nach“ abwählen.",
    ),
    "starts-by-itself": RuleText(
        "Keine Animation beginnt von selbst",
        "Eine Animation von „{name}“ beginnt von selbst.",
        "Bewegung, die niemand wollte, lenkt vom Lesen ab; manche können nicht wegsehen.",
        "Animationen > Start: Beim Klicken; oder die Animation entfernen.",
    ),
    "endless-animation": RuleText(
        "Keine Animation wiederholt sich ohne Ende",
        "Eine Animation von „{name}“ wiederholt sich ohne Ende.",
        _UNSTOPPED,
        "Animationen > Animationsbereich > Anzeigedauer > Wiederholen: ohne.",
    ),
    "moving-picture": RuleText(
        "Kein Bild bewegt sich",
        "„{shape}“ ist ein Bild, das sich bewegt, und lässt sich nicht anhalten.",
        _UNSTOPPED,
        "Ein stehendes Bild nehmen, oder einen Film, den ein Klick startet.",
    ),
    "section-unnamed": RuleText(
        "Jeder Abschnitt hat einen Namen, der sagt, worum es geht",
        "Der Abschnitt „{name}“ hat keinen eigenen Namen.",
        "Abschnitte sind die Überschriften einer Präsentation: Man springt von einem zum nächsten.",
        _RENAME_SECTION,
    ),
    "section-repeated": RuleText(
        "Keine zwei Abschnitte heißen gleich",
        "Zwei Abschnitte heißen „{name}“.",
        "In einer Liste der Abschnitte lassen sich gleiche Namen nicht unterscheiden.",
        _RENAME_SECTION,
    ),
    "not-in-outline": RuleText(
        "Der Text einer Folie ist in der Gliederungsansicht zu sehen",
        "Aller Text außer dem Titel steht in Textfeldern, das erste ist „{shape}“; die "
        "Gliederungsansicht zeigt ihn nicht.",
        "Die Gliederungsansicht zeigt, was in Platzhaltern des Layouts steht: Dieser Text behält "
        "seine Folge, und geht mit, wenn sich Layout oder Master ändern.",
        "Start > Layout: eines mit einem Platz für den Text wählen, und den Text dorthin "
        "verschieben.",
    ),
    "placeholder-empty": RuleText(
        "Kein Platzhalter ist leer geblieben",
        "Der Platzhalter „{shape}“ ist leer.",
        "Wer die Datei bearbeitet oder mit einem Screenreader liest, trifft auf ein leeres Feld.",
        "Anklicken und löschen.",
    ),
    "text-on-master": RuleText(
        "Nichts, was gebraucht wird, steht allein auf dem Master",
        "Das Layout „{layout}“ oder sein Master zeigt den Text „{words}“, der auf keiner Folie "
        "steht.",
        "Screenreader übergehen, was auf dem Master steht.",
        "Wird er gebraucht, ihn auf eine Folie schreiben, oder in eine Fußzeile.",
    ),
    "file-title-missing": RuleText(
        "Die Datei hat einen Titel",
        "Der Titel in den Eigenschaften der Datei sagt nichts: „{title}“.",
        "Der Titel wird beim Öffnen zuerst vorgelesen, und benennt Fenster und PDF.",
        "Datei > Informationen > Eigenschaften > Titel.",
    ),
    "locked": RuleText(
        "Die Datei ist nicht gesperrt",
        "Die Datei ist gegen Änderungen gesperrt.",
        "Wer andere Farben, größeren Text oder Brailledruck braucht, muss die Datei ändern.",
        "Datei > Informationen > Präsentation schützen: den Schutz aufheben.",
    ),
}
