"""The author's own text: where shown words stand in it, and how other words are written there."""
