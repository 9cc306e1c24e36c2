"""Charts are drawn as PowerPoint draws them: plots, axes, legends, numbers and names."""
