"""What ECMA-376 demands within a part is known, with what comes nearest to it."""
