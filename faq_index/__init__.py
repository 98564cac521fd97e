"""Finds the FAQ entries that answer what a person wrote: computation over an immutable index."""

from faq_index.entry import KINDS, Entry, EntryId, Kind
from faq_index.index import SHOW, FaqIndex, Match

__all__ = ["KINDS", "SHOW", "Entry", "EntryId", "FaqIndex", "Kind", "Match"]
