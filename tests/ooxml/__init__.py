"""Parts are written as ECMA-376 demands: ids are unique, children in order, bytes repeatable."""
