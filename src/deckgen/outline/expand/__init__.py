"""Nodes become nodes: includes, town files, conditions and variables are applied."""
