"""Packages (ECMA-376 Part 2): parts, relationships, the zip; nothing that only PowerPoint knows."""
