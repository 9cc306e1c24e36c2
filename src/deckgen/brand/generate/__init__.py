"""The template of a brand made from tokens: theme, master, layouts, logo, and their contrast."""
