"""Nodes become typed records: the fields of a record are the keys of the outline."""
