"""Subcommands from outside: what they write, what they say, their exit codes."""
