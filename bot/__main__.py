"""`python -m bot` is the `tidings` command."""

from bot.cli import main

main()
