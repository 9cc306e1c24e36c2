"""Text of a layout as it can be read on slides: its sizes, levels, colours and fonts."""
