"""The talk in the browser while its outline is written."""
