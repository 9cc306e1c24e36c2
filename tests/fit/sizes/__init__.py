"""Sizes of texts: none overflows, neighbours look alike, and text that has room is larger."""
