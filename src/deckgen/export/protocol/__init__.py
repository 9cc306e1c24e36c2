"""The protocol of an audit, as a page and on paper."""
