"""Looks at web pages for the FAQ's staff: politely, within bounds, and never at our own network."""

from bot.fetching.fetcher import Answer, Fetcher, Unfetched
from bot.fetching.links import Found, Look, look_at
from bot.fetching.sites import Crawl, crawl

__all__ = ["Answer", "Crawl", "Fetcher", "Found", "Look", "Unfetched", "crawl", "look_at"]
