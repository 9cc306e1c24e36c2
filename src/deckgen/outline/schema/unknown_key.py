"""A key that a schema does not know: reported with the key that was probably meant."""

from collections.abc import Iterable, Mapping

from deckgen.outline.syntax.key_synonyms import alternative_to, nearest_key
from deckgen.outline.syntax.nodes import Scalar
from deckgen.support.diagnostics import Diagnostics


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
