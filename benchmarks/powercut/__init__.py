"""A disk whose power is cut: what a program wrote, and what of it was safe at each moment."""
