"""The optional model itself, from where `make .venv/.semantic` puts it."""
