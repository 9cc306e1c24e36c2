"""Subcommands, and options that do as much as one; each begins with the name of its command."""
