"""Pages as pictures: whoever can draw a deck, behind one interface."""
