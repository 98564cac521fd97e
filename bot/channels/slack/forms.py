"""An entry of the FAQ as a modal: opened, read when it is submitted, refused field by field.

https://docs.slack.dev/surfaces/modals
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, Protocol

from bot.channels.slack.untrusted import Json, part, word
from faq_index import KINDS, EntryId
from intake.dialogue.entry_form import FIELDS, LONGEST, PREFIX, problems
from intake.dialogue.entry_replies import EntryForm
from intake.dialogue.messages import Submitted

CALLBACK: Final = "faq-entry"

_METADATA: Final = 3000
_TITLE: Final = 24
_LINES: Final = frozenset({"answer", "wordings"})
_REQUIRED: Final = frozenset({"question", "kind", "language"})
_CANCEL: Final = "cancel"


class Texts(Protocol):
    """What the product says (`bot.texts.words.Words`)."""

    def text(self, key: str, language: str, about: str = "") -> str: ...


def view(form: EntryForm, channel: str, texts: Texts, language: str) -> dict[str, Any] | None:
    """The modal, filled in as far as the entry is; None where it would not fit."""
    cancel = next(each.token for each in form.choices if each.token.endswith(f":{_CANCEL}"))
    kept = {"channel": channel, "entry": form.id, "stamp": form.stamp, "miss": form.miss}
    metadata = json.dumps({**kept, _CANCEL: cancel})
    if len(metadata) > _METADATA:
        return None
    return {
        "type": "modal",
        "callback_id": CALLBACK,
        "title": _plain(texts.text("form-title", language)[:_TITLE]),
        "submit": _plain(texts.text("button-save", language)[:_TITLE]),
        "close": _plain(texts.text("button-cancel", language)[:_TITLE]),
        "notify_on_close": True,
        "private_metadata": metadata,
        "blocks": list(_inputs(form, texts, language)),
    }


def submitted(view: Json) -> Submitted:
    """What was filled in, as far as it is there."""
    kept = _kept(view)
    typed = (
        (field, _typed(part(view, "state", "values", PREFIX + field, field))) for field in FIELDS
    )
    return Submitted(
        EntryId(word(kept, "entry")), word(kept, "stamp"), tuple(typed), word(kept, "miss")
    )


def place_of(view: Json) -> str:
    """The channel of the talk that the form belongs to."""
    return word(_kept(view), "channel")


def cancelling(view: Json) -> str:
    """The token that tells the talk that nothing will come of the form."""
    return word(_kept(view), _CANCEL)


def refusal(form: Submitted, texts: Texts, language: str) -> dict[str, Any] | None:
    """What is wrong, beside the fields in which it is; None where all can be taken."""
    wrong = problems(dict(form.values))
    if not wrong:
        return None
    errors = {
        PREFIX + field: texts.text(each.problem, language, each.about)
        for field, each in wrong.items()
    }
    return {"response_action": "errors", "errors": errors}


def _inputs(form: EntryForm, texts: Texts, language: str) -> Iterator[dict[str, Any]]:
    for field, value in form.fields:
        hint = f"example-{PREFIX}{field}"
        example = texts.text(hint, language)
        yield {
            "type": "input",
            "block_id": PREFIX + field,
            "label": _plain(texts.text(f"field-{PREFIX}{field}", language)),
            "optional": field not in _REQUIRED,
            "element": _element(field, value, form, texts, language),
            **({"hint": _plain(example)} if example != hint else {}),
        }


def _element(
    field: str, value: str, form: EntryForm, texts: Texts, language: str
) -> dict[str, Any]:
    match field:
        case "kind":
            names: dict[str, str] = {kind: texts.text(f"kind-{kind}", language) for kind in KINDS}
            return _select(field, value, names)
        case "language":
            return _select(field, value, dict(_languages(form, texts)))
        case _:
            return {
                "type": "plain_text_input",
                "action_id": field,
                "multiline": field in _LINES,
                "max_length": LONGEST[field],
                **({"initial_value": value} if value else {}),
            }


def _languages(form: EntryForm, texts: Texts) -> Iterator[tuple[str, str]]:
    """Each by its own name; one that we do not speak by its code."""
    english = texts.text("language-name", "en")
    for code in form.languages:
        name = texts.text("language-name", code)
        yield code, code if name == english and code != "en" else name


def _select(field: str, value: str, names: Mapping[str, str]) -> dict[str, Any]:
    options = {code: {"text": _plain(name), "value": code} for code, name in names.items()}
    chosen = {"initial_option": options[value]} if value in options else {}
    shape = {"type": "static_select", "action_id": field, "options": list(options.values())}
    return {**shape, **chosen}


def _typed(state: Json) -> str:
    return word(state, "value") or word(state, "selected_option", "value")


def _kept(view: Json) -> Json:
    try:
        kept = json.loads(word(view, "private_metadata"))
    except ValueError:
        return {}
    return kept if isinstance(kept, dict) else {}


def _plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": False}
