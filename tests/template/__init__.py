"""Templates of other people work unchanged: every word is shown, their parts stay as they are."""
