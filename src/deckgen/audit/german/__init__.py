"""The words of the rules in German, for protocols."""
