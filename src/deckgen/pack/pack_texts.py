"""The texts of README.txt and FONTS.txt: German for German talks, or else English."""

from collections.abc import Mapping
from typing import TypeAlias

PackTexts: TypeAlias = Mapping[str, str]
"""The texts in one language, by name; those of fonts have the name of their `FontAvailability`."""

ENGLISH: PackTexts = {
    "made_for": "Speaker: {}",
    "in_here": "What is in here",
    "not_in_here": "What is not in here",
    "left_out": "{}: the computer that packed this could not make it.",
    "deck": "the slides. Open them with PowerPoint (Windows, macOS), or with LibreOffice Impress.",
    "pdf": "the slides as PDF, for any PDF program. Full screen: Ctrl+L, on a Mac Cmd+L.",
    "handout": "the slides on paper, with lines to write on: for the audience, to print.",
    "page": "plan B: opens in any browser, without a network. Arrow keys turn the pages, F fills "
    "the screen.",
    "fonts": "which fonts the slides need, and what the venue has to install.",
    "checksums": "checksums, to see whether everything was copied whole.",
    "differs": "PowerPoint shows these slides differently than the other files here do: {}.",
    "order": "If something goes wrong",
    "begin": "First the slides in PowerPoint. If it is missing or shows them wrongly: the PDF. If "
    "there is no PDF program either: the page for the browser.",
    "check": "Check the copies: sha256sum -c SHA256SUMS (Linux), shasum -a 256 -c SHA256SUMS "
    "(macOS), certutil -hashfile FILE SHA256 (Windows, each file).",
    "no_installing": "Nothing in here has to be installed, and nothing needs a network.",
    "fonts_head": "Fonts of {}",
    "shows": "The slides show:",
    "embedded": "is in the deck. PowerPoint shows it without installing it.",
    "lacking": "These faces are not in it, and are made up by PowerPoint: {}.",
    "office": "comes with Office, on Windows and macOS.",
    "microsoft-365": "comes with Microsoft 365; older versions of Office do not have it.",
    "windows": "comes with Windows; a Mac may not have it.",
    "macos": "comes with macOS; Windows may not have it.",
    "unknown": "comes with neither Office nor Windows nor macOS.",
    "all_there": "A computer with Office needs nothing more.",
    "install": "The venue has to install, unless it has them: {}.",
    "otherwise": "Where a font is missing, PowerPoint takes another: letters are wider or "
    "narrower, lines break elsewhere, and text may not fit. The PDF and the page for the browser "
    "show the slides as they were when this folder was made, whatever is installed.",
    "embedding_untried": "Try it on the venue's computer before the talk: programs other than "
    "PowerPoint may not show fonts that are in the deck.",
    "faces": "regular|italic|bold|bold italic",
}
GERMAN: PackTexts = {
    "made_for": "Es spricht: {}",
    "in_here": "Was hier liegt",
    "not_in_here": "Was hier fehlt",
    "left_out": "{}: Auf dem Rechner, der gepackt hat, war das nicht herzustellen.",
    "deck": "die Folien. Sie öffnen sich mit PowerPoint (Windows, macOS) oder LibreOffice Impress.",
    "pdf": "die Folien als PDF, für jedes PDF-Programm. Vollbild: Strg+L, am Mac Cmd+L.",
    "handout": "die Folien auf Papier, mit Linien zum Mitschreiben: fürs Publikum, zum Drucken.",
    "page": "Plan B: öffnet sich in jedem Browser, auch ohne Netz. Pfeiltasten blättern, F füllt "
    "den Bildschirm.",
    "fonts": "welche Schriften die Folien brauchen und was vor Ort zu installieren ist.",
    "checksums": "Prüfsummen: Damit zeigt sich, ob alles vollständig kopiert wurde.",
    "differs": "Diese Folien sehen in PowerPoint anders aus als in den übrigen Dateien hier: {}.",
    "order": "Wenn etwas nicht klappt",
    "begin": "Zuerst die Folien in PowerPoint. Fehlt es oder zeigt es sie falsch: das PDF. Gibt es "
    "auch kein PDF-Programm: die Seite für den Browser.",
    "check": "Kopien prüfen: sha256sum -c SHA256SUMS (Linux), shasum -a 256 -c SHA256SUMS (macOS), "
    "certutil -hashfile DATEI SHA256 (Windows, jede Datei).",
    "no_installing": "Nichts davon muss installiert werden, und nichts braucht ein Netz.",
    "fonts_head": "Schriften von {}",
    "shows": "Die Folien zeigen:",
    "embedded": "steckt in der Präsentation. PowerPoint zeigt sie, ohne dass sie installiert ist.",
    "lacking": "Diese Schnitte fehlen darin, PowerPoint ahmt sie nach: {}.",
    "office": "kommt mit Office, unter Windows und macOS.",
    "microsoft-365": "kommt mit Microsoft 365; ältere Office-Versionen haben sie nicht.",
    "windows": "kommt mit Windows; ein Mac hat sie vielleicht nicht.",
    "macos": "kommt mit macOS; Windows hat sie vielleicht nicht.",
    "unknown": "kommt weder mit Office noch mit Windows oder macOS.",
    "all_there": "Ein Rechner mit Office braucht nichts weiter.",
    "install": "Vor Ort zu installieren, falls nicht vorhanden: {}.",
    "otherwise": "Fehlt eine Schrift, nimmt PowerPoint eine andere: Buchstaben laufen breiter oder "
    "schmaler, Zeilen brechen anderswo um, und Text passt vielleicht nicht mehr. Das PDF und die "
    "Seite für den Browser zeigen die Folien so, wie sie beim Packen aussahen, gleich was "
    "installiert ist.",
    "embedding_untried": "Vor dem Vortrag am Rechner vor Ort ausprobieren: Andere Programme als "
    "PowerPoint zeigen Schriften, die in der Präsentation stecken, womöglich nicht.",
    "faces": "normal|kursiv|fett|fett kursiv",
}


def pack_texts(lang: str) -> PackTexts:
    """Return the texts for a talk in `lang`, a BCP 47 tag."""
    return GERMAN if lang.partition("-")[0].lower() == "de" else ENGLISH
