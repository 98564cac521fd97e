"""Finds the FAQ entries that answer what a person wrote: computation over an immutable index."""

from faq_index.entry import Entry, EntryId
from faq_index.index import SHOW, FaqIndex, Match

__all__ = ["SHOW", "Entry", "EntryId", "FaqIndex", "Match"]
