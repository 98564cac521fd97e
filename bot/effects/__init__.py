"""Durable side effects. The only importer of `dbos`."""

from bot.effects.engine import TRIES, Effects, Load
from bot.effects.writing import Undone

__all__ = ["TRIES", "Effects", "Load", "Undone"]
