"""What is safe is mended and told; everything else in a deck keeps its bytes."""
