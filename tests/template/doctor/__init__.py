"""A mended template is no worse: safe changes are made and told, other parts keep their bytes."""
