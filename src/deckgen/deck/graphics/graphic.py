"""What a placeholder can show that is not text. The list is closed.

`fit` and `ooxml` match on it; the type checker names each place where a new member is missing.
"""

from typing import TypeAlias

from deckgen.deck.graphics.chart import Chart
from deckgen.deck.graphics.clip import Clip
from deckgen.deck.graphics.drawing import Drawing
from deckgen.deck.graphics.picture import Picture
from deckgen.deck.graphics.table import Table

Graphic: TypeAlias = Picture | Clip | Table | Chart | Drawing
