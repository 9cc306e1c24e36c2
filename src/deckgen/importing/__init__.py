"""Talks that exist, from PowerPoint or Markdown, as outlines."""
