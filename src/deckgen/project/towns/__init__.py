"""The towns of a talk: which there are, which are asked for, and a run that builds their decks."""
