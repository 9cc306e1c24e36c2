"""What a deck looks like: brands, their tokens, their colours, and the generated template."""
