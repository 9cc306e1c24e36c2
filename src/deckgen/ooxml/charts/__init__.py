"""Charts and their workbooks (ECMA-376 Part 1, 21.2 and 18)."""
