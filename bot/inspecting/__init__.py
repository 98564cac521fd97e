"""Looks into files that people send, without trusting them."""
