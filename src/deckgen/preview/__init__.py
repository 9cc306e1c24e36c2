"""The talk beside its outline, in the browser, while somebody writes it."""
