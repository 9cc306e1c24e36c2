"""SVG drawings: checked for safety and cost, and drawn as PNG."""
