"""Reports on a template: for `deckgen brand show`, and for the diagnostics of a build."""
