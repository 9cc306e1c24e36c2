"""Widths are those that PowerPoint sets with; hostile font files end in a diagnostic."""
