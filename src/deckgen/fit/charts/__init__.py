"""The plot of a chart in its box: labels, legend, names."""
