"""SVG drawings that are unsafe or cost too much are refused; the others are drawn as they are."""
