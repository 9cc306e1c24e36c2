"""What follows the lines of fitted text: hairlines between them, areas that lead to a slide."""
