"""Talks in Markdown, as pandoc, Quarto, Marp, Slidev and md2pptx write them."""
