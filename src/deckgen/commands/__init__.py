"""The commands, a module each; `cli` imports the one that is asked for."""
