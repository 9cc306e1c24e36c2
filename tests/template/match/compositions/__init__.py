"""Layouts for lists carry titles, quotations and kickers as if they were made for them."""
