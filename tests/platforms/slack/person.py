"""Somebody at a Slack client: what they do reaches the bot, what the bot says reaches them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tests.platforms.slack import api_messages, api_views, payloads
from tests.platforms.slack.client import Line, filled, labelled
from tests.platforms.slack.deliveries import Delivery
from tests.platforms.slack.files import Files, Upload
from tests.platforms.slack.messages import Button, OnScreen, Posted, buttons_of
from tests.platforms.slack.mrkdwn import escape
from tests.platforms.slack.rules import Json
from tests.platforms.slack.screen import NothingSuchOnScreen, Screen
from tests.platforms.slack.workspace import (
    BOT_USER,
    TEAM,
    Channel,
    OpenView,
    Profile,
    Workspace,
)


@dataclass
class Person:
    """One person; each deed returns the delivery that it caused, already under way."""

    profile: Profile
    workspace: Workspace
    files: Files
    line: Line
    _mark: int = 0

    @property
    def sees(self) -> Screen:
        """The direct conversation with the bot, and what only this person sees elsewhere."""
        return self.workspace.screens[self.profile.id]

    @property
    def dm(self) -> str:
        """The id of the direct conversation with the bot."""
        return f"D{self.profile.id}"

    @property
    def modal(self) -> OpenView | None:
        """The uppermost modal."""
        return next(iter(self.workspace.modals.get(self.profile.id, [])[-1:]), None)

    @property
    def home(self) -> OpenView | None:
        """The home tab, once the bot has published it."""
        return self.workspace.homes.get(self.profile.id)

    async def wait_for(
        self,
        predicate: Callable[[Screen], bool],
        timeout: float = 5.0,  # noqa: ASYNC109 (the story's own patience)
    ) -> Screen:
        """Wait until the predicate holds of the screen; NeverSeen if it does not in time."""
        await self.sees.until(predicate, timeout)
        return self.sees

    async def reads(self, fragment: str = "", timeout: float = 5.0) -> OnScreen:  # noqa: ASYNC109 (as above)
        """Wait for words of the bot that came, or changed, after this person's last deed."""

        def answer(screen: Screen) -> OnScreen | None:
            for shown in reversed(screen):
                fresh = shown.posted.author == BOT_USER and shown.posted.changed > self._mark
                if fresh and fragment in shown.text:
                    return shown
            return None

        await self.sees.until(lambda screen: answer(screen) is not None, timeout)
        found = answer(self.sees)
        assert found is not None
        return found

    async def says(self, text: str, *, thread_ts: str | None = None) -> Delivery:
        """Write to the bot; what is typed is escaped, as Slack's client does."""
        return self.line.publish(payloads.said(self._posts(self.dm, text, thread_ts), direct=True))

    async def mentions_bot(self, text: str, channel: str = "C1") -> Delivery:
        """Call the bot in a channel, which is there from now on with both in it."""
        known = self.workspace.channels.get(channel)
        members = frozenset((*(known.members if known else ()), self.profile.id, BOT_USER))
        self.workspace.add_channel(Channel(channel, known.name if known else "general", members))
        posted = self._posts(channel, text, raw=f"<@{BOT_USER}> {escape(text)}")
        return self.line.publish(payloads.mention(posted))

    async def uploads(
        self, files: Iterable[Upload | tuple[str, bytes, str]], text: str = ""
    ) -> Delivery:
        """Send files in one message; a tuple is name, content and type."""
        whole = [file if isinstance(file, Upload) else Upload(*file) for file in files]
        kept = tuple(
            self.files.keep(self.workspace.new_id("F"), file, self.profile.id) for file in whole
        )
        return self.line.publish(payloads.said(self._posts(self.dm, text, files=kept), direct=True))

    async def edits(self, ts: str, text: str) -> Delivery:
        """Change one's own message."""
        before = self.workspace.messages[self.dm][ts]
        self._acts()
        edit = self.workspace.new_ts()
        blocks = payloads.typed_blocks(text, self.workspace.new_id("b"))
        after = replace(before, text=escape(text), blocks=blocks, edited=edit)
        self.workspace.post(after)
        return self.line.publish(payloads.changed(before, after, edit, direct=True))

    async def deletes(self, ts: str) -> Delivery:
        """Take one's own message back."""
        before = self.workspace.messages[self.dm][ts]
        self._acts()
        self.workspace.remove(before)
        return self.line.publish(payloads.deleted(before, self.workspace.new_ts(), direct=True))

    async def opens_home(self, tab: str = "home") -> Delivery:
        """Look at the bot's home tab, or its `messages`."""
        self._acts()
        event: Json = {"type": "app_home_opened", "user": self.profile.id, "channel": self.dm}
        event |= {"tab": tab, "event_ts": self.workspace.new_ts()}
        return self.line.publish(event | ({"view": payloads.view(self.home)} if self.home else {}))

    async def commands(self, name: str, text: str = "", channel: str | None = None) -> Delivery:
        """Give a slash command; an answer in the acknowledgement is whispered back."""
        where = channel or self.dm
        if where not in self.workspace.channels:
            # A command works in channels that the bot is not in.
            self.workspace.add_channel(Channel(where, "random", frozenset((self.profile.id,))))
        self._acts()
        body = payloads.command(self.profile, name, text, where)
        body["response_url"] = self._response_url(where)
        body["trigger_id"] = self.workspace.new_trigger(self.profile.id)

        def answered(delivery: Delivery) -> None:
            if not delivery.acknowledged:
                error = "operation_timeout" if "time" in delivery.reasons[-1] else "dispatch_failed"
                self.sees.complain(f'{name} failed with the error "{error}"')
            elif delivery.answer:
                api_messages.whisper(self.workspace, where, self.profile.id, delivery.answer)

        return self.line.interact("slash_commands", body, answered)

    async def presses(self, what: str | Button, message: OnScreen | None = None) -> Delivery:
        """Press a button or pick an option, by its label or action id, in the newest message.

        A Button with its message is pressed as it was, even where the message has changed since.
        """
        button, shown = self._button(what, message)
        self._acts()
        trigger = self.workspace.new_trigger(self.profile.id)
        action = payloads.pressed(button, self.workspace.new_ts())
        body = payloads.press_in_message(self.profile, trigger, shown.posted, action)
        body["response_url"] = self._response_url(shown.posted.channel, shown.ts)
        return self.line.interact("interactive", body, self._warned)

    async def presses_in_view(self, label: str, opened: OpenView | None = None) -> Delivery:
        """Press a button in the open modal, or in the view given (the home tab)."""
        shown = opened or self._open_modal()
        button = labelled(label, buttons_of(tuple(shown.shown["blocks"])))
        if button is None:
            raise NothingSuchOnScreen(label)
        self._acts()
        trigger = self.workspace.new_trigger(self.profile.id)
        action = payloads.pressed(button, self.workspace.new_ts())
        body = payloads.press_in_view(self.profile, trigger, shown, action)
        return self.line.interact("interactive", body, self._warned)

    async def submits(self, **answers: object) -> Delivery:
        """Submit the open modal, its inputs filled by action id; errors appear in `sees.errors`."""
        shown = self._open_modal()
        values = filled(shown, answers)
        self._acts()
        trigger = self.workspace.new_trigger(self.profile.id)
        body = payloads.submission(self.profile, trigger, shown, values)

        def answered(delivery: Delivery) -> None:
            self._warned(delivery)
            if delivery.acknowledged:
                errors = api_views.answer_submission(self.workspace, shown, delivery.answer or {})
                for words in errors.values():
                    self.sees.complain(str(words))

        return self.line.interact("interactive", body, answered)

    async def closes_modal(self) -> Delivery | None:
        """Close the open modal; the bot hears of it where it asked to."""
        shown = self._open_modal()
        self._acts()
        self.workspace.modals[self.profile.id].remove(shown)
        if not shown.shown.get("notify_on_close"):
            return None
        body = payloads.closing(self.profile, shown)
        return self.line.interact("interactive", body, self._warned)

    def _posts(
        self,
        channel: str,
        text: str,
        thread_ts: str | None = None,
        *,
        files: tuple[Json, ...] = (),
        raw: str | None = None,
    ) -> Posted:
        self._acts()
        draft = Posted(
            channel,
            self.workspace.new_ts(),
            self.profile.id,
            escape(text) if raw is None else raw,
            payloads.typed_blocks(text, self.workspace.new_id("b")),
            thread_ts=thread_ts,
            files=files,
            client_msg_id=payloads.new_client_msg_id(),
        )
        return self.workspace.post(draft)

    def _acts(self) -> None:
        self._mark = self.workspace.next_number()

    def _response_url(self, channel: str, message_ts: str | None = None) -> str:
        response = self.workspace.new_response(self.profile.id, channel, message_ts)
        return f"{self.line.response_base}/{TEAM}/{response}"

    def _warned(self, delivery: Delivery) -> None:
        if not delivery.acknowledged:
            self.sees.complain(f"That did not work ({delivery.reasons[-1]}).")

    def _open_modal(self) -> OpenView:
        if self.modal is None:
            raise NothingSuchOnScreen("a modal")
        return self.modal

    def _button(self, what: str | Button, message: OnScreen | None) -> tuple[Button, OnScreen]:
        if isinstance(what, Button) and message is not None:
            return what, message
        for shown in [message] if message else reversed(self.sees):
            label = what if isinstance(what, str) else what.label
            button = labelled(label, shown.buttons)
            if button is not None:
                return button, shown
        raise NothingSuchOnScreen(f"{what}; the screen shows:\n{self.sees.text}")
