"""Text and equations are written as ECMA-376 demands."""
