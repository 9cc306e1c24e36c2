"""Lines break where PowerPoint breaks them; divided text keeps every word and mark."""
