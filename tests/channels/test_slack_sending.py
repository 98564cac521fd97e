"""What the desk says is seen in Slack letter for letter, within its limits, and once."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.slack.drawing import draw, linked, notice
from bot.channels.slack.paging import LONGEST, cut, pages, units
from bot.channels.slack.sender import SlackSender
from bot.channels.slack.triggers import Triggers
from bot.sending import NotSent, Unknown, Unreachable, Wait
from bot.texts.screen import Button, Paragraph, Quote, Role, Row, Screen, Span
from intake.dialogue.messages import ConversationId
from intake.dialogue.replies import Reply, Say
from intake.ports import Outgoing, ReplyId
from tests.channels.slack_stage import WallClock
from tests.platforms.slack import (
    DropsAfter,
    DropsBefore,
    FakeSlack,
    Late,
    Person,
    RateLimited,
    SaysNo,
    ServerError,
)
from tests.platforms.slack.blockkit import check_blocks
from tests.platforms.slack.bots import PROXY_VARIABLES, ana_in, client
from tests.platforms.slack.faults import Fault

NASTY = (
    "<!channel> <!here> <!subteam^S1> <@U1> &lt;!here&gt; @everyone <https://evil|https://bank> "
    "[x](tg://user?id=1) ``` ` *_~ :tada: https://evil.example \u202e \U0001f600"
)


@pytest.fixture(autouse=True)
def _without_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with FakeSlack() as server:
        yield server


class One:
    """Texts that say one thing only."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def screen(self, reply: Reply, language: str, zone: str) -> Screen:  # noqa: ARG002 (as Words)
        return self._screen

    def text(self, key: str, language: str, about: str = "") -> str:  # noqa: ARG002 (as Words)
        return key


def said(*blocks: Paragraph | Quote | Row, buttons: tuple[Button, ...] = ()) -> Screen:
    return Screen(blocks, buttons)


def words(text: str, role: Role = Role.PLAIN, url: str = "") -> Paragraph:
    return Paragraph((Span(text, role, url),))


def to(ana: Person) -> Outgoing:
    talk = ConversationId(f"slack:T1/{ana.dm}")
    return Outgoing(ReplyId(7), talk, "en", "", Say("x"), WallClock()())


def sender(slack: FakeSlack, screen: Screen) -> SlackSender:
    return SlackSender(client(slack, retry_handlers=[]), One(screen), Triggers())


async def test_every_role_has_its_look(slack: FakeSlack) -> None:
    screen = said(
        Paragraph((Span("Your TID is "), Span("TID-1", Role.CODE), Span("!", Role.STRONG))),
        words("FAQ", url="https://docs.example/a?b=1&c"),
        Row("Version", "16.2"),
        Quote("two\nlines"),
        words("3 of 5", Role.FAINT),
        Row("Steps", ""),
        buttons=(Button("t1", "Open & go", "primary"), Button("t2", "Drop", "danger")),
    )
    ana = ana_in(slack)
    await sender(slack, screen).send(to(ana))
    shown = ana.sees.last
    assert shown.text == ("Your TID is TID-1!\nFAQ\nVersion: 16.2\ntwo\nlines\n3 of 5\nSteps: —")
    assert shown.seen.styled == (
        ("code", "TID-1"),
        ("bold", "!"),
        ("bold", "Version: "),
        ("bold", "Steps: "),
    )
    assert [link.url for link in shown.links] == ["https://docs.example/a?b=1&c"]
    assert shown.labels == ("Open & go", "Drop")
    assert [button.element.get("style") for button in shown.buttons] == ["primary", "danger"]
    assert shown.fallback.text.startswith("Your TID is TID-1!")
    (call,) = slack.log.of("chat.postMessage")
    assert (call.args["unfurl_links"], call.args["link_names"]) == (False, False)
    assert (slack.refusals, slack.log.warnings) == ([], [])


@pytest.mark.parametrize("role", Role)
async def test_nothing_a_person_typed_takes_effect(slack: FakeSlack, role: Role) -> None:
    """B6, B7, G11: in the message, in its notification, and on its buttons."""
    ana = ana_in(slack)
    button = Button("t", "<!here> &lt;*b* :tada:")
    screen = said(words(NASTY, role), Quote(NASTY), Row(NASTY, NASTY), buttons=(button,))
    await sender(slack, screen).send(to(ana))
    shown = ana.sees.last
    assert (shown.mentions, shown.links) == ((), ())
    assert shown.seen.channels == shown.seen.emoji == ()
    assert shown.text == "\n".join([NASTY, NASTY, f"{NASTY}: {NASTY}"])
    assert shown.labels == ("<!here> &lt;*b* :tada:",)
    assert shown.buttons[0].element["text"]["emoji"] is False
    assert shown.fallback.mentions == shown.fallback.channels == ()
    assert all(link.url == link.label for link in shown.fallback.links)


def test_only_addresses_of_the_web_become_links() -> None:
    for url in ("javascript:alert(1)", "slack://x", "data:text/html,x", ""):
        assert "url" not in str(linked("here", url))
    assert "'url': 'https://a.example'" in str(linked("here", "https://a.example"))


WORDS = st.text(st.characters() | st.sampled_from("<>&\n \ud800\0\U0001f600"), max_size=300)
LONG = st.builds(lambda text, times: text * times, WORDS, st.sampled_from([1, 1, 1, 40, 400]))
BLOCKS = st.lists(
    st.builds(Quote, LONG)
    | st.builds(Row, st.text(max_size=20), LONG)
    | st.builds(
        lambda spans: Paragraph(tuple(spans)),
        st.lists(
            st.builds(
                Span, LONG, st.sampled_from(Role), st.sampled_from(["", "https://docs.example/"])
            ),
            max_size=4,
        ),
    ),
    max_size=60,
)
BUTTONS = st.lists(
    st.builds(Button, st.text(min_size=1, max_size=64), st.text(max_size=40)), max_size=30
)


@given(BLOCKS, BUTTONS)
def test_whatever_is_said_fits_and_nothing_of_it_is_lost(
    blocks: list[Any], buttons: list[Button]
) -> None:
    screen = Screen(tuple(blocks), tuple(buttons))
    found = pages(screen)
    for page in found:
        drawing = draw(page)
        check_blocks(drawing.blocks)
        assert 0 < len(drawing.text.encode()) <= 3100
        drawing.text.encode()
    assert [page.buttons for page in found] == [()] * (len(found) - 1) + [screen.buttons]
    kept = "".join(page.plain() for page in found).replace("\n", "")
    assert kept == screen.plain().replace("\n", "")


@given(WORDS.map(lambda text: text * 20), st.integers(10, 100))
def test_a_text_is_cut_at_words_and_never_inside_a_character(text: str, limit: int) -> None:
    parts = list(cut(text, limit))
    assert "".join(parts) == text
    assert all(units(part) <= limit for part in parts)
    assert list(cut("one two three", 9)) == ["one two ", "three"]
    assert list(cut("\U0001f600" * 3, 3)) == ["\U0001f600"] * 3


def test_many_lines_of_many_looks_are_not_too_many_blocks() -> None:
    screen = Screen(tuple(words(f"{n}", Role.FAINT) for n in range(100)))
    assert [len(draw(page).blocks) for page in pages(screen)] == [40, 40, 20]


def test_a_notification_is_short_and_whole() -> None:
    assert notice("&" * 5000).endswith("&amp; …")
    assert notice("") == "…"


async def test_a_long_answer_comes_in_several_messages_the_buttons_under_the_last(
    slack: FakeSlack,
) -> None:
    long = "".join(f"line {n} of a long answer\n" for n in range(800))
    screen = said(Quote(long), buttons=(Button("t", "Reply"),))
    ana = ana_in(slack)
    await sender(slack, screen).send(to(ana))
    assert [shown.labels for shown in ana.sees] == [(), (), ("Reply",)]
    assert "".join(shown.text for shown in ana.sees).replace("\n", "") == long.replace("\n", "")
    assert all(units(shown.text) <= LONGEST for shown in ana.sees)
    assert slack.refusals == []


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (RateLimited(37), Wait),
        (SaysNo("ratelimited"), Wait),
        (ServerError(503), NotSent),
        (ServerError(504), Unknown),
        (DropsBefore(), Unknown),
        (DropsAfter(), Unknown),
        (SaysNo("internal_error"), Unknown),
        (SaysNo("channel_not_found"), Unreachable),
        (SaysNo("is_archived"), Unreachable),
        (SaysNo("account_inactive"), Unreachable),
        (SaysNo("cannot_dm_bot"), Unreachable),
        (SaysNo("invalid_auth"), NotSent),
        (SaysNo("missing_scope"), NotSent),
    ],
)
async def test_each_failure_is_told_as_what_it_is(
    slack: FakeSlack, fault: Fault, outcome: type[Exception]
) -> None:
    """A15, A16: rule 2.3 of what may be sent again."""
    slack.faults.on("chat.postMessage", fault)
    with pytest.raises(outcome) as failure:
        await sender(slack, said(words("x"))).send(to(ana_in(slack)))
    assert type(failure.value) is outcome
    if isinstance(failure.value, Wait):
        assert failure.value.seconds == (37 if fault == RateLimited(37) else 30)
    assert len([call for call in slack.calls if call.method == "chat.postMessage"]) == 1


async def test_a_slack_that_is_not_there_was_certainly_sent_nothing(slack: FakeSlack) -> None:
    ana, elsewhere = ana_in(slack), client(slack, retry_handlers=[])
    elsewhere.base_url = "http://127.0.0.1:1/api/"
    with pytest.raises(NotSent):
        await SlackSender(elsewhere, One(said(words("x"))), Triggers()).send(to(ana))


async def test_an_answer_that_never_comes_leaves_it_unknown(slack: FakeSlack) -> None:
    """A16."""
    ana, slow = ana_in(slack), client(slack, retry_handlers=[])
    late = Late(asyncio.Event())
    slack.faults.on("chat.postMessage", late)
    timeout = aiohttp.ClientTimeout(total=0.05)
    async with aiohttp.ClientSession(timeout=timeout) as slow.session:
        with pytest.raises(Unknown):
            await SlackSender(slow, One(said(words("x"))), Triggers()).send(to(ana))
    late.until.set()
    assert len(ana.sees) == 1


async def test_a_message_that_slack_will_not_show_is_sent_as_plain_words(
    slack: FakeSlack,
) -> None:
    """A15."""
    ana = ana_in(slack)
    slack.faults.on("chat.postMessage", SaysNo("invalid_blocks"))
    await sender(slack, said(words("the <TID>"))).send(to(ana))
    assert (ana.sees.last.text, ana.sees.last.mentions) == ("the <TID>", ())
    slack.faults.on("chat.postMessage", SaysNo("invalid_blocks"), times=2)
    with pytest.raises(Unreachable):
        await sender(slack, said(words("x"))).send(to(ana))


async def test_of_a_long_answer_only_the_missing_part_is_sent_again(slack: FakeSlack) -> None:
    """I7."""
    ana = ana_in(slack)
    posting = sender(slack, said(Quote("a " * 3900), Quote("b " * 3900), Quote("c")))
    real = slack.faults.take
    answers: list[Fault | None] = [None, RateLimited(1)]
    slack.faults.take = lambda method, channel: (  # type: ignore[method-assign] # the second call
        answers.pop(0) if answers else real(method, channel)
    )
    with pytest.raises(Wait):
        await posting.send(to(ana))
    await posting.send(to(ana))
    assert [shown.text.strip()[0] for shown in ana.sees] == ["a", "b"]
    await posting.send(to(ana))
    assert len(ana.sees) == 4
