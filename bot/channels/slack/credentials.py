"""What opens a workspace to us; its secrets appear in no repr."""

from dataclasses import dataclass, field
from typing import Final

from yarl import URL

SLACK: Final = "https://slack.com/api/"
FILES: Final = "https://files.slack.com"


@dataclass(frozen=True, slots=True)
class Credentials:
    """An app token means Socket Mode; without one, requests come over HTTP, signed."""

    bot_token: str = field(repr=False)
    app_token: str = field(default="", repr=False)
    signing_secret: str = field(default="", repr=False)
    base_url: str = SLACK
    """Ends in ``/api/``; another than Slack's for tests and proxies."""
    trusted: tuple[str, ...] = ()
    """Workspaces whose profiles prove who somebody is."""

    @property
    def file_origin(self) -> URL:
        """The one place that is ever shown the token when a file is fetched (D17)."""
        return URL(FILES) if self.base_url == SLACK else URL(self.base_url).origin()
