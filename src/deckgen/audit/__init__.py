"""Checks on any .pptx: the rules of PowerPoint, as docs/facts/repair-prompts.md has them."""
