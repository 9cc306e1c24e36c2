"""How a chart is drawn in the space that it has: labels, legend, names."""
