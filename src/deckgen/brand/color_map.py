"""Which theme colour is text, background or link: the map of the master, and of dark layouts.

The attributes of `p:clrMap` and `a:overrideClrMapping` (ECMA-376 Part 1, 19.3.1.6 and 20.1.6.8).
"""

COLOR_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" '
    'hlink="hlink" folHlink="folHlink"'
)
"""The master's colour map: light."""

DARK_COLOR_MAP = (
    'bg1="dk2" tx1="lt1" bg2="dk1" tx2="lt2" accent1="accent1" accent2="accent2" '
    'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" '
    'hlink="accent2" folHlink="accent2"'
)
"""The map of dark layouts: links and text that people add are readable there, too."""
