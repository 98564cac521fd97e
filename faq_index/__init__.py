"""Finds the FAQ entries that answer what a person wrote: computation over an immutable index."""

from faq_index.confidence import MAYBE, SHOW
from faq_index.entry import KINDS, Entry, EntryId, Kind
from faq_index.index import FaqIndex, Match
from faq_index.scope import Scope

__all__ = ["KINDS", "MAYBE", "SHOW", "Entry", "EntryId", "FaqIndex", "Kind", "Match", "Scope"]
