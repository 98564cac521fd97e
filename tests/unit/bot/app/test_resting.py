"""What is kept for good is spared the garbage collector, as long as the program runs."""

import gc

from bot.app.resting import at_rest


def test_what_is_there_is_set_aside_and_given_back_at_the_end() -> None:
    with at_rest():
        assert gc.get_freeze_count() > 1000
    assert gc.get_freeze_count() == 0
