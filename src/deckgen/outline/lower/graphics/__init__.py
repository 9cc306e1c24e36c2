"""Pictures, tables, charts and code of the outline become graphics of a slide."""
