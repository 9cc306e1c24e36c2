"""Graphics are written as ECMA-376 demands, in fonts and colours of the layout."""
