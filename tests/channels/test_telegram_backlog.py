"""A20: what gathered during an outage is made safe a hundred at a time, and worked off later."""

from __future__ import annotations

from intake.dialogue.messages import Pressed, Text
from intake.dialogue.replies import Choice, Say
from intake.inbox import UPDATE
from tests.channels.telegram_stage import Stage, store_down


def texts(play: Stage, batch: int) -> list[str]:
    return [each.said.text for each in play.desk.batches[batch] if isinstance(each.said, Text)]


async def test_full_batches_are_kept_in_one_go_and_the_rest_is_heard(play: Stage) -> None:
    people = [play.telegram.person(number) for number in range(1, 8)]
    for number in range(230):
        await people[number % 7].says(str(number))
    async with play.polling():
        await play.telegram.all_confirmed()
    assert texts(play, 0) == [str(number) for number in range(100)]
    assert texts(play, 1) == [str(number) for number in range(100, 200)]
    assert len(play.desk.heard) == 30


async def test_nothing_of_a_batch_is_confirmed_before_all_of_it_is_safe(play: Stage) -> None:
    ana = play.telegram.person()
    updates = [await ana.says(str(number)) for number in range(100)]
    play.desk.troubles = [store_down(), store_down()]
    async with play.polling():
        await play.telegram.all_confirmed()
    assert updates[0].delivered == 3
    assert [len(batch) for batch in play.desk.batches] == [100]
    assert play.naps.taken == [1.0, 2.0]


async def test_an_odd_update_spoils_no_batch(play: Stage) -> None:
    ana = play.telegram.person()
    for number in range(98):
        await ana.says(str(number))
    play.telegram.happens("message", {"message_id": "?", "date": 9e99, "text": "my secret"})
    play.telegram.happens("message", {"from": {"id": 1}, "text": "no chat, no date"})
    async with play.polling():
        await play.telegram.all_confirmed()
    assert texts(play, 0) == [str(number) for number in range(98)]
    assert [each.kind for each in play.desk.letters] == [UPDATE, UPDATE]
    assert "my secret" in play.desk.letters[0].body


async def test_a_press_among_them_is_kept_and_answered(play: Stage) -> None:
    """No circle keeps turning, and a button that was used cannot be pressed again."""
    ana = play.telegram.person()
    play.desk.script = lambda _: [Say("greeting", choices=(Choice("1:go", "button-skip"),))]
    async with play.polling():
        await ana.says("hello")
        await play.telegram.all_confirmed()
        await play.delivery.settle()
        await play.telegram.goes_away()
        for number in range(99):
            await ana.says(str(number))
        await ana.presses("Skip")
        await play.telegram.comes_back()
        await play.telegram.all_confirmed()
    assert play.desk.batches[0][-1].said == Pressed("1:go")
    assert play.telegram.unanswered == []
