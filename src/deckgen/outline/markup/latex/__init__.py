"""LaTeX's language of formulas becomes an equation."""
