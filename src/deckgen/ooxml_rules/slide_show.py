"""How slides are ordered and come on stage: sections ([MS-PPTX] 2.6.1), transitions (19.5)."""

from deckgen.opc.xml_parser import Element, local_name, q

_UNNAMED = frozenset(
    {"Default Section", "Untitled Section", "Standardabschnitt", "Abschnitt ohne Titel"}
    | {"Section par défaut", "Section sans titre", "Sección predeterminada", "Sección sin título"}
    | {"Sezione predefinita", "Sezione senza titolo", "Seção Padrão", "Secção Predefinida"}
    | {"Standaardsectie", "Sekcja domyślna", "Výchozí oddíl", "Standardavsnitt", "Standardafsnit"}
    | {"Раздел по умолчанию", "既定のセクション", "默认节", "預設章節", "기본 구역"}
)
"""What PowerPoint calls sections without a name, by its language."""


def section_starts(presentation: Element) -> dict[str, str]:
    """Return the names of sections by the ids of their first slides (`p:sldId@id`).

    A section without slides is left out, and so is one that begins before all that have a name:
    PowerPoint names that itself.
    """
    names = {}
    for section in presentation.iter(q("p14:section")):
        first = next(section.iter(q("p14:sldId")), None)
        name = section.get("name", "")
        if first is not None and name not in _UNNAMED:
            names[first.get("id", "")] = name
    return names


def transition_effect(slide: Element) -> str:
    """Return how a slide comes on stage, by the name of the element, such as `fade`; or `none`.

    PowerPoint writes those with a duration in a choice, with another effect for older programs.
    """
    transition = next(slide.iter(q("p:transition")), None)
    effects = [] if transition is None else [*transition.iterchildren("{*}*")]
    names = [name for each in effects if (name := local_name(each)) not in {"sndAc", "extLst"}]
    return names[0] if names else "none"
