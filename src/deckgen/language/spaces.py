"""The two no-break spaces of Unicode: one as wide as a blank, and a narrow one."""

NO_BREAK = "\u00a0"
NARROW = "\u202f"
