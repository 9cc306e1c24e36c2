"""Charts are written as ECMA-376 demands, with the numbers in their workbook."""
