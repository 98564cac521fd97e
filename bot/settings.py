"""Everything an operator can set, from the environment or `.env`: one frozen object."""

import re
from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_PLACEHOLDERS = frozenset({"changeme", "change-me", "secret", "token", "xxx", "your-token"})
_STAFF = re.compile(r"telegram:\d{1,20}|slack:[A-Z0-9]{2,20}/[A-Z0-9]{2,20}|terminal:[\w.-]{1,40}")
_TELEGRAM_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")


_WORKSPACE = re.compile(r"T[A-Z0-9]{1,20}")
_ADDRESS = r"[^\s@<>]{1,64}@[^\s@<>]{1,255}"
_SENDER = re.compile(rf"{_ADDRESS}|[^\r\n<>]{{1,80}} <{_ADDRESS}>")


class SettingsInvalid(Exception):
    """A setting is wrong. The message names the key and what is expected, never the value."""


def _no_placeholder(value: SecretStr) -> SecretStr:
    if value.get_secret_value().strip().lower() in _PLACEHOLDERS:
        raise ValueError("is still a placeholder")
    return value


Secret = Annotated[SecretStr, AfterValidator(_no_placeholder)]


def _long_enough(value: SecretStr) -> SecretStr:
    if len(value.get_secret_value()) < 16:
        raise ValueError("must have 16 characters or more")
    return value


def _is_mail_server(url: str) -> bool:
    try:
        place = urlsplit(url)
        return place.scheme in {"smtp", "smtps"} and bool(place.hostname) and place.port != 0
    except ValueError:
        return False


Port = Annotated[int, Field(ge=0, le=65535)]


def _ending(suffix: str) -> AfterValidator:
    def check(value: str) -> str:
        if not value.startswith(("http://", "https://")) or not value.endswith(suffix):
            raise ValueError(f"must be an http(s) address that ends in {suffix}")
        return value

    return AfterValidator(check)


class Settings(BaseSettings):
    """The settings of design.md; made by `read`."""

    model_config = SettingsConfigDict(
        frozen=True,
        env_file=".env",
        extra="ignore",
        hide_input_in_errors=True,
        env_ignore_empty=True,
    )

    database_url: SecretStr = SecretStr("sqlite:///var/tidings.db")
    policy: str = "inc"
    """`inc`, `es`, or the path of a policy file."""
    attachments_url: SecretStr = SecretStr("file://var/attachments")
    scanner: str = ""
    """A command that reads a file and ends with 1 where it is harmful; empty for none."""
    host: str = "127.0.0.1"
    port: Port = 8080
    ops_port: Port | None = None
    """Where health and figures are served, apart from what the platforms post to."""
    process_name: Annotated[str, Field(max_length=60)] = ""
    """Who this process is among those of the desk; by default its machine and its duties."""
    semantic: Literal["auto", "on", "off"] = "auto"
    """Whether the FAQ is also searched by meaning; `auto`: where the extra is installed."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    staff: Annotated[tuple[str, ...], NoDecode] = ()
    """Who may answer from chat, by numeric or opaque id, separated by spaces."""

    telegram_token: Secret | None = None
    telegram_base_url: Annotated[str, _ending("/bot")] = "https://api.telegram.org/bot"
    telegram_file_url: Annotated[str, _ending("/file/bot")] = "https://api.telegram.org/file/bot"
    telegram_webhook_url: str = ""
    telegram_webhook_secret: Secret | None = None

    slack_bot_token: Secret | None = None
    slack_app_token: Secret | None = None
    """Present: Socket Mode; absent: HTTP, which needs the signing secret."""
    slack_signing_secret: Secret | None = None
    slack_trusted: Annotated[tuple[str, ...], NoDecode] = ()
    """Workspaces whose profiles prove who somebody is, by id (`T024BE7LD`), separated by spaces."""
    identity_secret: Annotated[Secret, AfterValidator(_long_enough)] | None = None
    """Seals licence keys, coupons, codes and links: without it there are none."""

    smtp_url: SecretStr | None = None
    """Mails codes that prove who somebody is: `smtp://user:password@host:587`, or `smtps://`."""
    smtp_from: str = ""

    slack_base_url: Annotated[str, _ending("/api/")] = "https://slack.com/api/"

    @model_validator(mode="before")
    @classmethod
    def _split(cls, values: Mapping[str, object]) -> Mapping[str, object]:
        listed = {
            name: tuple(value.replace(",", " ").split())
            for name in ("staff", "slack_trusted")
            if isinstance(value := values.get(name), str)
        }
        return {**values, **listed}

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if any(not _STAFF.fullmatch(each) for each in self.staff):
            raise ValueError("STAFF: telegram:<number> or slack:<team>/<user>, never names (I10)")
        if any(not _WORKSPACE.fullmatch(each) for each in self.slack_trusted):
            raise ValueError("SLACK_TRUSTED: ids of workspaces, such as T024BE7LD")
        if self.telegram_webhook_url:
            secret = self.telegram_webhook_secret
            if secret is None or not _TELEGRAM_SECRET.fullmatch(secret.get_secret_value()):
                raise ValueError("TELEGRAM_WEBHOOK_SECRET: 16 to 256 of A-Z a-z 0-9 _ -")
        if self.slack_bot_token and not (self.slack_app_token or self.slack_signing_secret):
            raise ValueError("SLACK_BOT_TOKEN needs SLACK_APP_TOKEN or SLACK_SIGNING_SECRET")
        self._can_mail()
        return self

    def _can_mail(self) -> None:
        if self.smtp_url is None:
            return
        if not _is_mail_server(self.smtp_url.get_secret_value()):
            raise ValueError("SMTP_URL: smtp:// or smtps://, with a host")
        if not _SENDER.fullmatch(self.smtp_from):
            raise ValueError("SMTP_FROM: the address that SMTP_URL sends from")
        if self.identity_secret is None:
            raise ValueError("SMTP_URL needs IDENTITY_SECRET, which seals the codes")

    @cached_property
    def serves_chat(self) -> bool:
        """False where no platform is connected: then the terminal is the channel."""
        return bool(self.telegram_token or self.slack_bot_token)


SHUTDOWN_PATIENCE = timedelta(seconds=20)


def read(env_file: Path | None = Path(".env")) -> Settings:
    """Read the settings. Raises SettingsInvalid, which never holds a value."""
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]  # pydantic-settings' own
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(map(str, each['loc'])).upper() or 'settings'}: {each['msg']}"
            for each in error.errors(include_input=False, include_url=False, include_context=False)
        )
        raise SettingsInvalid(wrong) from None


def revealed(value: SecretStr | None) -> str:
    """A secret for whoever needs it; empty where it is not set."""
    return value.get_secret_value() if value else ""
