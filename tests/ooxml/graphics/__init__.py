"""Tables are written as ECMA-376 demands."""
