"""The author's words: what was written."""
