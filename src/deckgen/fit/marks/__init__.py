"""What follows the lines of fitted text: hairlines between them, links, texts that stand level."""
