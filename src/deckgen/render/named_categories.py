"""The names below a chart that leaves some out, for a program that shows all of them.

LibreOffice knows no `c:tickLblSkip`: it turns names that have no room beside each other
(docs/facts/charts.md).
"""

from itertools import chain

from deckgen.ooxml_rules.attributes import parse_integer
from deckgen.opc.xml_parser import Element, q


def leave_out_names(root: Element) -> None:
    """Empty the names in a `c:chartSpace` that its axis leaves out, so that nothing shows them."""
    skips = [parse_integer(skip.get("val")) or 1 for skip in root.iter(q("c:tickLblSkip"))]
    step = max(skips, default=1)
    if step <= 1:
        return
    copies = (categories.iter(q("c:strCache")) for categories in root.iter(q("c:cat")))
    for point in chain.from_iterable(cache.iter(q("c:pt")) for cache in chain(*copies)):
        name = point.find(q("c:v"))
        if name is not None and (parse_integer(point.get("idx")) or 0) % step:
            name.text = ""
