"""The Block Kit pieces in use: the fields that each takes and needs."""

from tests.platforms.slack import limits
from tests.platforms.slack.rich_text import PARTS
from tests.platforms.slack.rules import (
    Address,
    Anything,
    Choice,
    Flag,
    Kinds,
    Many,
    Number,
    Rule,
    Shape,
    Word,
)

PLAIN, MRKDWN = "plain_text", "mrkdwn"


def _text(most: int, *kinds: str) -> Rule:
    shapes: dict[str, Rule] = {
        PLAIN: Shape(
            {"type": Choice((PLAIN,)), "text": Word(most, least=1), "emoji": Flag()},
            ("type", "text"),
        ),
        MRKDWN: Shape(
            {"type": Choice((MRKDWN,)), "text": Word(most, least=1), "verbatim": Flag()},
            ("type", "text"),
        ),
    }
    return Kinds({kind: shapes[kind] for kind in kinds or (PLAIN, MRKDWN)})


def _typed(kind: str, required: str = "", **fields: Rule) -> Shape:
    return Shape({"type": Choice((kind,)), **fields}, ("type", *required.split()))


_ID = Word(limits.IDENTIFIER, least=1)
_STYLE = Choice(("primary", "danger"))
CONFIRM = Shape(
    {
        "title": _text(limits.CONFIRM_TITLE, PLAIN),
        "text": _text(limits.CONFIRM_TEXT),
        "confirm": _text(limits.CONFIRM_BUTTON, PLAIN),
        "deny": _text(limits.CONFIRM_BUTTON, PLAIN),
        "style": _STYLE,
    },
    ("text",),
)


def _option(*kinds: str, **more: Rule) -> Shape:
    return Shape(
        {
            "text": _text(limits.OPTION_TEXT, *kinds),
            "value": Word(limits.OPTION_VALUE, least=1),
            "url": Address(limits.URL),
            "description": _text(limits.OPTION_TEXT, PLAIN),
            **more,
        },
        ("text", "value"),
    )


PLAIN_OPTION, OPTION = _option(PLAIN), _option()
OPTION_GROUP = Shape(
    {
        "label": _text(limits.OPTION_TEXT, PLAIN),
        "options": Many(PLAIN_OPTION, limits.OPTIONS_IN_SELECT),
    },
    ("label", "options"),
)
_CHOICES = Many(OPTION, limits.OPTIONS_IN_CHOICE)

ELEMENTS: dict[str, Shape] = {
    "button": _typed(
        "button",
        "text",
        text=_text(limits.BUTTON_TEXT, PLAIN),
        action_id=_ID,
        value=Word(limits.BUTTON_VALUE),
        url=Address(limits.URL),
        style=_STYLE,
        confirm=CONFIRM,
        accessibility_label=Word(limits.BUTTON_TEXT),
    ),
    "static_select": _typed(
        "static_select",
        action_id=_ID,
        options=Many(PLAIN_OPTION, limits.OPTIONS_IN_SELECT),
        option_groups=Many(OPTION_GROUP, limits.OPTIONS_IN_SELECT),
        initial_option=PLAIN_OPTION,
        placeholder=_text(limits.PLACEHOLDER, PLAIN),
        confirm=CONFIRM,
        focus_on_load=Flag(),
    ),
    "overflow": _typed(
        "overflow",
        "options",
        action_id=_ID,
        options=Many(PLAIN_OPTION, limits.OPTIONS_IN_OVERFLOW),
        confirm=CONFIRM,
    ),
    "checkboxes": _typed(
        "checkboxes",
        "options",
        action_id=_ID,
        options=_CHOICES,
        initial_options=_CHOICES,
        confirm=CONFIRM,
        focus_on_load=Flag(),
    ),
    "radio_buttons": _typed(
        "radio_buttons",
        "options",
        action_id=_ID,
        options=_CHOICES,
        initial_option=OPTION,
        confirm=CONFIRM,
        focus_on_load=Flag(),
    ),
    "plain_text_input": _typed(
        "plain_text_input",
        action_id=_ID,
        initial_value=Word(limits.PLAIN_INPUT),
        multiline=Flag(),
        min_length=Number(0, limits.PLAIN_INPUT),
        max_length=Number(1, limits.PLAIN_INPUT),
        placeholder=_text(limits.PLACEHOLDER, PLAIN),
        dispatch_action_config=Anything(),
        focus_on_load=Flag(),
    ),
    "file_input": _typed(
        "file_input",
        action_id=_ID,
        filetypes=Many(Word(), 100),
        max_files=Number(1, limits.FILES_IN_INPUT),
    ),
}
IMAGE_ELEMENT = _typed(
    "image",
    "alt_text",
    alt_text=Word(limits.ALT_TEXT),
    image_url=Address(limits.URL),
    slack_file=Anything(),
)
PRESSED = {
    kind: ELEMENTS[kind]
    for kind in ("button", "static_select", "overflow", "checkboxes", "radio_buttons")
}
FILLED = {kind: shape for kind, shape in ELEMENTS.items() if kind not in ("button", "overflow")}

BLOCKS: dict[str, Shape] = {
    "section": _typed(
        "section",
        block_id=_ID,
        text=_text(limits.SECTION_TEXT),
        fields=Many(_text(limits.SECTION_FIELD), limits.SECTION_FIELDS),
        accessory=Kinds({**PRESSED, "image": IMAGE_ELEMENT}),
        expand=Flag(),
    ),
    "header": _typed("header", "text", block_id=_ID, text=_text(limits.HEADER, PLAIN)),
    "divider": _typed("divider", block_id=_ID),
    "context": _typed(
        "context",
        "elements",
        block_id=_ID,
        elements=Many(
            Kinds(
                {
                    PLAIN: _text(limits.TEXT_OBJECT, PLAIN),
                    MRKDWN: _text(limits.TEXT_OBJECT, MRKDWN),
                    "image": IMAGE_ELEMENT,
                }
            ),
            limits.CONTEXT_ELEMENTS,
        ),
    ),
    "actions": _typed(
        "actions",
        "elements",
        block_id=_ID,
        elements=Many(Kinds(PRESSED), limits.ACTIONS_ELEMENTS),
    ),
    "input": _typed(
        "input",
        "element label",
        block_id=_ID,
        element=Kinds(FILLED),
        label=_text(limits.INPUT_LABEL, PLAIN),
        hint=_text(limits.INPUT_LABEL, PLAIN),
        optional=Flag(),
        dispatch_action=Flag(),
    ),
    "image": _typed(
        "image",
        "alt_text",
        block_id=_ID,
        alt_text=Word(limits.ALT_TEXT),
        image_url=Address(limits.URL),
        slack_file=Anything(),
        title=_text(limits.ALT_TEXT, PLAIN),
    ),
    "rich_text": _typed(
        "rich_text",
        "elements",
        block_id=_ID,
        elements=Many(Kinds(PARTS), 1000),
    ),
}

_VIEW: dict[str, Rule] = {
    "blocks": Many(Kinds(BLOCKS), limits.BLOCKS_IN_VIEW),
    "private_metadata": Word(limits.PRIVATE_METADATA),
    "callback_id": Word(limits.IDENTIFIER),
    "external_id": Word(limits.IDENTIFIER),
}
_TITLE = _text(limits.VIEW_TITLE, PLAIN)
VIEWS: dict[str, Shape] = {
    "home": _typed("home", "blocks", **_VIEW),
    "modal": _typed(
        "modal",
        "title blocks",
        **_VIEW,
        title=_TITLE,
        submit=_TITLE,
        close=_TITLE,
        clear_on_close=Flag(),
        notify_on_close=Flag(),
    ),
}
MESSAGE_BLOCKS = Many(Kinds(BLOCKS), limits.BLOCKS_IN_MESSAGE, least=0)
VIEW = Kinds(VIEWS)
