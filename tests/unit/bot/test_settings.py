"""Settings: a bad value stops the start with the key's name, never its value (A2, H13)."""

from importlib import resources
from pathlib import Path

import pytest

from bot.app.parts import policy_of, secret_values
from bot.settings import Settings, SettingsInvalid, read

CANARY = "canary-7f3a9c"


@pytest.fixture(autouse=True)
def _empty(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def settings(monkeypatch: pytest.MonkeyPatch, **values: str) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return read(None)


def test_without_any_setting_the_desk_talks_in_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = settings(monkeypatch)
    assert found.database_url.get_secret_value() == "sqlite:///var/tidings.db"
    assert not found.serves_chat
    assert found.host == "127.0.0.1"


def test_an_env_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("STAFF=telegram:12, slack:T1AB/U2CD\nPOLICY=es\n")
    found = read(file)
    assert found.staff == ("telegram:12", "slack:T1AB/U2CD")
    assert policy_of(found).id == "es"


def test_what_seals_and_what_mails_is_kept_out_of_the_log(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """H1: the password of the mail server however it is spelt."""
    found = settings(
        monkeypatch,
        IDENTITY_SECRET="a key of the desk's own",
        SMTP_URL="smtps://desk:p%40ss-w0rd@mail.example",
        SMTP_FROM="Support <desk@mail.example>",
        SLACK_TRUSTED="T024BE7LD, T9",
    )
    secret = secret_values(found)
    assert {"a key of the desk's own", "p%40ss-w0rd", "p@ss-w0rd"} <= set(secret)
    assert found.slack_trusted == ("T024BE7LD", "T9")
    assert "w0rd" not in repr(found)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({"PORT": "99999"}, "PORT"),
        ({"PORT": CANARY}, "PORT"),
        ({"TELEGRAM_TOKEN": "changeme"}, "TELEGRAM_TOKEN"),
        ({"TELEGRAM_BASE_URL": f"https://{CANARY}"}, "TELEGRAM_BASE_URL"),
        ({"IDENTITY_SECRET": "canary-short"}, "IDENTITY_SECRET"),
        ({"SLACK_TRUSTED": f"T12 {CANARY}"}, "SLACK_TRUSTED"),
        ({"SMTP_URL": f"http://{CANARY}"}, "SMTP_URL"),
        ({"SMTP_URL": f"smtp://a:{CANARY}@b:{CANARY}"}, "SMTP_URL"),
        ({"SMTP_URL": f"smtp://{CANARY}", "SMTP_FROM": CANARY}, "SMTP_FROM"),
        ({"SMTP_URL": f"smtp://{CANARY}", "SMTP_FROM": "a@b.org"}, "IDENTITY_SECRET"),
        ({"SLACK_BASE_URL": f"ftp://{CANARY}/api/"}, "SLACK_BASE_URL"),
        ({"LOG_LEVEL": CANARY}, "LOG_LEVEL"),
        ({"STAFF": f"@{CANARY}"}, "STAFF"),
        ({"STAFF": f"telegram:{CANARY}"}, "STAFF"),
        ({"TELEGRAM_WEBHOOK_URL": "https://a.example/t"}, "TELEGRAM_WEBHOOK_SECRET"),
        (
            {"TELEGRAM_WEBHOOK_URL": "https://a.example/t", "TELEGRAM_WEBHOOK_SECRET": "short"},
            "TELEGRAM_WEBHOOK_SECRET",
        ),
        ({"SLACK_BOT_TOKEN": CANARY}, "SLACK_SIGNING_SECRET"),
    ],
)
def test_h13_a_bad_value_is_named_and_not_shown(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], named: str
) -> None:
    with pytest.raises(SettingsInvalid, match=named) as caught:
        settings(monkeypatch, **values)
    assert CANARY not in str(caught.value)
    assert caught.value.__cause__ is None


def test_i10_staff_are_numbers_and_opaque_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    found = settings(monkeypatch, STAFF="telegram:123 slack:T024BE7LD/U2147483697 terminal:kim")
    assert len(found.staff) == 3


def test_h1_no_secret_is_in_the_settings_words(monkeypatch: pytest.MonkeyPatch) -> None:
    found = settings(
        monkeypatch,
        TELEGRAM_TOKEN=f"1:{CANARY}",
        TELEGRAM_WEBHOOK_URL="https://a.example/t",
        TELEGRAM_WEBHOOK_SECRET=f"{CANARY}-long-enough",
        SLACK_BOT_TOKEN=f"xoxb-{CANARY}",
        SLACK_APP_TOKEN=f"xapp-{CANARY}",
        SLACK_SIGNING_SECRET=f"s-{CANARY}",
        DATABASE_URL=f"postgresql://u:{CANARY}-pw@db/x",
    )
    assert CANARY not in repr(found) + str(found) + found.model_dump_json()
    assert found.serves_chat
    assert len(secret_values(found)) == 6


def test_a_policy_that_cannot_be_read_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with pytest.raises(SettingsInvalid, match="POLICY"):
        policy_of(settings(monkeypatch, POLICY=str(tmp_path / "missing.toml")))


def test_a_vendors_own_policy_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = resources.files("intake.regulations").joinpath("inc.toml").read_text("utf-8")
    file = tmp_path / "ours.toml"
    file.write_text(text.replace('id = "inc"', 'id = "ours"'))
    assert policy_of(settings(monkeypatch, POLICY=str(file))).id == "ours"
