"""What the product says: a Fluent file per language, turned into screens for any channel."""
