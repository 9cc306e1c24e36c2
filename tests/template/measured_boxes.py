"""Where shapes stand on a page, and which placeholders belong together. Lengths are points."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

from tests.tools.seen import A, P, local

EMU = 12_700
Scale: TypeAlias = tuple[float, float, float, float]
"""Left, top and the factors across and down of a group; `NO_GROUP` outside of groups."""
NO_GROUP: Scale = (0, 0, 1, 1)


class Area(NamedTuple):
    """A rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float

    def common(self, other: Area) -> Area:
        """Return what two areas share; its sides are turned round where they share nothing."""
        return Area(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def grown(self, by: float) -> Area:
        return Area(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom

    def contains(self, other: Area) -> bool:
        return self.holds(other.left, other.top) and self.holds(other.right, other.bottom)

    @property
    def size(self) -> float:
        """Points squared; 0 for sides that are turned round."""
        return max(self.right - self.left, 0) * max(self.bottom - self.top, 0)


def family(place: Any) -> str:
    """Return which placeholders a `p:ph` inherits from: “title”, “body”, “dt”, “ftr”, “sldNum”."""
    kind = place.get("type", "obj")
    if kind in {"title", "ctrTitle"}:
        return "title"
    return kind if kind in {"dt", "ftr", "sldNum"} else "body"


def box_of(shape: Any, scale: Scale) -> Area | None:
    """Return the box that a shape states, turned by quarters; None if it states none."""
    frame = shape.find(f"{P}spPr/{A}xfrm")
    frame = shape.find(f"{P}xfrm") if frame is None else frame
    if frame is None or frame.find(f"{A}off") is None or frame.find(f"{A}ext") is None:
        return None
    x, y = (int(frame.find(f"{A}off").get(name)) / EMU for name in "xy")
    cx, cy = (int(frame.find(f"{A}ext").get(name)) / EMU for name in ("cx", "cy"))
    if round(int(frame.get("rot", "0")) / 5_400_000) % 2:
        x, y, cx, cy = x + (cx - cy) / 2, y + (cy - cx) / 2, cy, cx
    left, top, wide, high = scale
    return Area(left + x * wide, top + y * high, left + (x + cx) * wide, top + (y + cy) * high)


def group_scale(group: Any, scale: Scale) -> Scale:
    """Return where the shapes of a group stand, which itself stands in `scale`."""
    frame = group.find(f"{P}grpSpPr/{A}xfrm")
    if frame is None or frame.find(f"{A}chOff") is None:
        return scale
    numbers = {local(one): [int(x) / EMU for x in one.attrib.values()] for one in frame}
    (x, y), (cx, cy) = numbers["off"], numbers["ext"]
    (inner_x, inner_y), (inner_cx, inner_cy) = numbers["chOff"], numbers["chExt"]
    wide, high = cx / inner_cx if inner_cx else 1, cy / inner_cy if inner_cy else 1
    left, top, outer_wide, outer_high = scale
    return (
        left + (x - inner_x * wide) * outer_wide,
        top + (y - inner_y * high) * outer_high,
        wide * outer_wide,
        high * outer_high,
    )


def placeholders_of(place: Any, layout: Any, master: Any) -> list[Any]:
    """Return the shapes of layout and master that a slide's `p:ph` inherits from; none for None."""
    if place is None:
        return []
    own = family(place)
    found = next((one for one, ph in _filled(layout) if _stands_for(ph, place)), None)
    if place.get("type") is None and found is not None:
        own = family(found.find(f".//{P}ph"))
    below = [one for one, ph in _filled(master) if family(ph) == own][:1]
    return below if found is None else [found, *below]


def _filled(root: Any) -> list[tuple[Any, Any]]:
    """Return the placeholder shapes of a layout or a master, each with its `p:ph`."""
    shapes = ((one, one.find(f".//{P}ph")) for one in root.iter(f"{P}sp"))
    return [(shape, ph) for shape, ph in shapes if ph is not None]


def _stands_for(ph: Any, place: Any) -> bool:
    same_idx = ph.get("idx", "0") == place.get("idx", "0")
    return family(ph) == family(place) and (same_idx or family(place) != "body")
