"""A vendor's support regulations, as data that the desk carries out."""
