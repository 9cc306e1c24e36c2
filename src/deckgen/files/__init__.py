"""The disk: bounded reading, atomic writing, watching; work of other people is kept."""
