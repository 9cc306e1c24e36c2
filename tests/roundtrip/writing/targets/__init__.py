"""A change is written where its words stand, and in all places that must say the same."""
