"""Telegram, with python-telegram-bot: an update becomes a message, a screen becomes a post."""
