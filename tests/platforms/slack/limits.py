"""How long, how many and how soon Slack allows things to be, each with its source."""

from dataclasses import dataclass

# https://docs.slack.dev/reference/block-kit/blocks and @slack/types (stated there field by field)
BLOCKS_IN_MESSAGE = 50
BLOCKS_IN_VIEW = 100
SECTION_TEXT = 3000
SECTION_FIELD = 2000
SECTION_FIELDS = 10
HEADER = 150
CONTEXT_ELEMENTS = 10
ACTIONS_ELEMENTS = 25
INPUT_LABEL = 2000
ALT_TEXT = 2000
URL = 3000
IDENTIFIER = 255  # action_id, block_id, callback_id
TEXT_OBJECT = 3000

BUTTON_TEXT = 75
BUTTON_VALUE = 2000
OPTION_TEXT = 75
OPTION_VALUE = 150
OPTIONS_IN_SELECT = 100
OPTIONS_IN_CHOICE = 10  # radio buttons and checkboxes
OPTIONS_IN_OVERFLOW = 5
PLACEHOLDER = 150
CONFIRM_TITLE = 100
CONFIRM_TEXT = 300
CONFIRM_BUTTON = 30
PLAIN_INPUT = 3000
FILES_IN_INPUT = 10

VIEW_TITLE = 24
PRIVATE_METADATA = 3000
VIEW_BYTES = 250_000
VIEW_STACK = 3

# https://docs.slack.dev/changelog/2018-truncating-really-long-messages: longer is cut, not refused
MESSAGE_TEXT = 40_000
# chat.update does not cut but refuses, and counts bytes once &, < and > are escaped
# https://docs.slack.dev/reference/methods/chat.update
UPDATED_TEXT_BYTES = 4000
# Undocumented: refusals were seen from 9,600 up (github.com/slackapi/bolt-js/issues/2867)
BLOCK_TEXT_OF_MESSAGE = 9600
MARKDOWN_TEXT = 12_000

RESPONSE_URL_USES = 5
SOCKETS = 10


@dataclass(frozen=True)
class Timing:
    """How long Slack waits, in seconds; shorter in tests, so that nobody waits for a clock.

    Source: https://docs.slack.dev/apis/events-api (acknowledgement, retries) and
    https://docs.slack.dev/interactivity/handling-user-interaction (triggers, response URLs).
    """

    acknowledge_within: float = 3.0
    retry_after: tuple[float, ...] = (0.0, 60.0, 300.0)
    trigger_lives: float = 3.0
    response_url_lives: float = 30 * 60.0
