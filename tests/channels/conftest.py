"""The stages that every story of a channel may ask for."""

from tests.channels.telegram_stage import play

__all__ = ["play"]
