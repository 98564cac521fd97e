"""One language speaking for one desk: its messages, the names of its fields, its dates."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.lists import format_list

from bot.texts import dates
from bot.texts.cutting import clip
from bot.texts.phrasebook import LANGUAGES, Phrasebook
from bot.texts.screen import Paragraph, Role, Span
from intake.dialogue.answers import UNKNOWN
from intake.regulations import scope
from intake.regulations.policy import ClockName, FormField, Policy, Words
from intake.regulations.tongues import base

_LABEL: Final = 60
_ARGUMENT: Final = 300
_SENTENCE: Final = 600
"""UTF-16 units kept of a vendor's own question."""
_HOURS_TOLD: Final = 72
"""Above this, a maximum is told in days."""
_VALUES: Final = {"yes": "button-yes", "no": "button-no", UNKNOWN: "button-unknown"}


@dataclass(frozen=True, slots=True)
class Voice:
    """What a reply is put into words with. `zone` is the person's, or nothing."""

    phrases: Phrasebook
    policy: Policy
    language: str
    zone: str = ""

    def say(self, key: str, **arguments: str) -> tuple[Paragraph, ...]:
        """The message's lines; arguments stand in it literally, cut where they are endless."""
        return self.phrases.paragraphs(key, self.language, self._literal(arguments))

    def line(self, key: str, **arguments: str) -> str:
        """The message's words alone."""
        fixed = self.phrases.fixed(key, self.language)
        return fixed or self.phrases.line(key, self.language, self._literal(arguments))

    def count(self, key: str, count: int) -> str:
        return self.phrases.counted(key, self.language, count)

    def faint(self, key: str, **arguments: str) -> Paragraph:
        return Paragraph((Span(self.line(key, **arguments), Role.FAINT),))

    def strong(self, key: str, **arguments: str) -> Paragraph:
        return Paragraph((Span(self.line(key, **arguments), Role.STRONG),))

    def named(self, prefix: str, name: str) -> str:
        """The words for an id, such as a level's; for an id of a vendor's own, the id in words."""
        key = f"{prefix}-{name}"
        return self.line(key) if self.phrases.has(key) else clip(name.replace("-", " "), _LABEL)

    def label(self, field: str) -> str:
        """What a field is called."""
        form = self.policy.field(field)
        own = self.pick(form.label) if form else ""
        return clip(own or self._shipped("field", field) or field.replace("-", " "), _LABEL)

    def question(self, field: str) -> str:
        form = self.policy.field(field)
        own = self.pick(form.ask) if form else ""
        asked = own or self._shipped("ask", field)
        return clip(asked or self.line("ask-other", about=self.label(field)), _SENTENCE)

    def example(self, field: str) -> str:
        """An example of an answer, or nothing."""
        form = self.policy.field(field)
        if form and (own := self.pick(form.example)):
            return self.line("example-of", about=own)
        return self._shipped("example", field)

    def value(self, field: str, value: str) -> str:
        """A field's value as a person reads it: the option's name, not its id."""
        form = self.policy.field(field)
        if field == "faq-kind":
            return self.named("kind", value)
        if form is None or not value:
            return value
        if form.kind == "topic":
            return self.picked(value)
        if form.kind == "choice":
            return self.option(field, value)
        if form.kind == "yes-no" or (form.may_be_unknown and value == UNKNOWN):
            return self.line(_VALUES[value]) if value in _VALUES else value
        return value

    def option(self, field: str, option: str) -> str:
        form = self.policy.field(field)
        return self.pick(_labels(form, option)) or option

    def topic(self, topic: str) -> str:
        """What a topic is called."""
        known = self.policy.topic(topic)
        own = self.pick(known.label) if known else ""
        return clip(own, _LABEL) or self.named("topic", topic)

    def scope(self, topic: str, part: scope.Part) -> str:
        """What a topic covers, what is outside of it, or whom to ask instead; or nothing."""
        known = self.policy.topic(topic)
        own = self.pick(known.words(part)) if known else ""
        return clip(own, _SENTENCE) or self._shipped(f"topic-{topic}", part)

    def helpers(self, topic: str) -> str:
        """Whom to ask for what a topic does not cover."""
        return self.scope(topic, "instead") or self.line("scope-others")

    def picked(self, value: str) -> str:
        """What a person picked, on a card."""
        about = scope.picked(value)
        name = self.topic(about.topic)
        return self.line("topic-beyond", about=name) if about.beyond else name

    def pick(self, words: Words) -> str:
        """A policy's words in this language, else in English, else in any."""
        near = (words.get(each) for each in (self.language, base(self.language), "en"))
        return next(filter(None, near), "") or next(iter(words.values()), "")

    def languages(self, codes: str) -> str:
        """The names of languages, from codes with commas between them: "English and Spanish"."""
        names = [self._language(code.strip()) for code in codes.split(",") if code.strip()]
        return format_list(names, locale=dates.locale(self.language)) if names else codes

    def hidden(self, kinds: str) -> str:
        """What was hidden, from kinds with commas between them: "a password and a login"."""
        names = [self.named("hidden", kind) for kind in kinds.split(",") if kind]
        return format_list(names, locale=dates.locale(self.language)) if names else kinds

    @property
    def is_answered(self) -> bool:
        """Whether the desk answers in this language, or in one that it is a kind of (R38)."""
        return self.policy.answers_in(self.language)

    @property
    def answered_in(self) -> str:
        return self.languages(",".join(self.policy.languages))

    def panel_desk(self, _: str) -> str:
        """The desk that gets what is written inside the product's own panel (R39)."""
        return self.pick(self.policy.panel_desk)

    def moment(self, at: datetime) -> str:
        """Date, time and place, on the person's clock; on the desk's where no other is known."""
        zone = dates.known_zone(self.zone) if self.zone else None
        told = dates.long(at, zone or dates.zone(self.policy.hours.zone), self.language)
        key = "moment" if zone else "moment-at-desk"
        return self.line(key, date=told.date, time=told.time, place=told.place)

    def brief_moment(self, at: datetime) -> str:
        zone = dates.known_zone(self.zone) if self.zone else None
        told = dates.short(at, zone or dates.zone(self.policy.hours.zone), self.language)
        return self.line("moment-short", date=told.date, time=told.time)

    def span(self, hours: int, clock: ClockName) -> str:
        """A level's maximum in words: "48 hours", "14 days"; a day of open hours has no 24."""
        if clock != "open-hours" and hours > _HOURS_TOLD and hours % 24 == 0:
            return self.count("span-days", hours // 24)
        return self.count("span-hours", hours)

    def _shipped(self, prefix: str, field: str) -> str:
        key = f"{prefix}-{field}"
        return self.line(key) if self.phrases.has(key) else ""

    def _literal(self, arguments: dict[str, str]) -> dict[str, str]:
        cut = {name: clip(value, _ARGUMENT) for name, value in arguments.items()}
        return {"desk": clip(self.pick(self.policy.desk), _LABEL), **cut}

    def _language(self, code: str) -> str:
        try:
            known = Locale.parse(code, sep="-")
        except (UnknownLocaleError, ValueError):
            return code
        return known.get_language_name(dates.locale(self.language)) or code


def _labels(form: FormField | None, option: str) -> Words:
    options = form.options if form else ()
    return next((each.label for each in options if each.id == option), {})


def autonym(phrases: Phrasebook, code: str) -> str:
    """A language's name in itself."""
    return phrases.line("language-name", code, {}) if code in LANGUAGES else code
