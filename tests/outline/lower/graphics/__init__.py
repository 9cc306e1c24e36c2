"""Graphics of the outline stand on their slides as their authors wrote them, or say why not."""
