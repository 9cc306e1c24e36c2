"""What ECMA-376 Part 1 demands inside of a part: by this lint judges, and templates are mended."""
