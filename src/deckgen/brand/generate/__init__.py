"""The template of a brand that has none of its own: theme, layouts, decoration, logo."""
