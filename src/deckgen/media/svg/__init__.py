"""SVG drawings: what may stand in one, what drawing it may cost, and its picture as PNG."""
