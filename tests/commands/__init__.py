"""The command line from outside: what it writes, what it says, its exit codes."""
