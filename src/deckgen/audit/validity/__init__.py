"""What makes PowerPoint offer to repair a file: docs/facts/repair-prompts.md names each rule."""
