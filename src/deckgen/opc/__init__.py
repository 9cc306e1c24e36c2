"""Packages (ECMA-376 Part 2), whatever is in them, in three layers.

- the zip: `zip_reader`, `zip_writer`
- its parts: `part` (to be written), `xml_parser`, `parsed_package` (as they were read)
- the whole: `package_writer`, `package_reader` (all parts), `reachable_parts` (those needed)
"""
