"""A desk's regulations as data: the shipped ones, and a vendor's own with its mistakes."""

from importlib import resources

import pytest

from intake.regulations.attachments import (
    Picture,
    Refusal,
    is_picture,
    judge,
    judge_picture,
    kind_of,
)
from intake.regulations.policy import PolicyInvalid, read, shipped

INC = resources.files("intake.regulations").joinpath("inc.toml").read_text("utf-8")

BUSINESS, ROUND, DAYS = "business-days", "around-the-clock", "calendar-days"


def test_inc_carries_the_times_of_its_regulations() -> None:
    assert {level.id: (level.hours, level.clock) for level in shipped("inc").levels} == {
        "vip-coupon": (4, ROUND),
        "vip": (24, BUSINESS),
        "partner": (24, BUSINESS),
        "commercial": (24, BUSINESS),
        "non-commercial": (48, BUSINESS),
        "beyond-scope": (72, BUSINESS),
        "development": (14 * 24, DAYS),
    }


def test_es_carries_the_times_of_its_regulations() -> None:
    assert {level.id: (level.hours, level.clock) for level in shipped("es").levels} == {
        "vip-coupon": (4, ROUND),
        "vip": (24, BUSINESS),
        "partner-bronze": (120, BUSINESS),
        "partner-silver": (48, BUSINESS),
        "partner-gold": (24, BUSINESS),
        "commercial": (24, BUSINESS),
        "non-commercial": (120, BUSINESS),
        "beyond-scope": (120, BUSINESS),
        "development": (14 * 24, DAYS),
    }


@pytest.mark.parametrize("name", ["inc", "es"])
def test_r8_what_a_ticket_must_contain_is_required(name: str) -> None:
    policy = shipped("inc" if name == "inc" else "es")
    required = {field.id for field in policy.form if field.required}
    assert {"problem", "steps", "url", "version", "edition", "email"} <= required
    steps = policy.field("steps")
    assert steps is not None
    assert steps.required_if is not None  # only where it can be reproduced
    configuration = policy.field("configuration")
    assert configuration is not None
    assert not configuration.required  # R10: consent is asked, never demanded


def test_r9_takes_png_gif_jpeg_and_archives() -> None:
    assert set(shipped("inc").attachments.kinds) == {"png", "gif", "jpeg", "zip", "rar"}


def test_a_level_of_an_older_policy_counts_as_unproven() -> None:
    assert shipped("inc").level("platinum").id == "non-commercial"


def test_a_field_of_an_older_policy_is_unknown() -> None:
    assert shipped("inc").field("fax") is None


@pytest.mark.parametrize(
    ("right", "wrong", "named"),
    [
        ('id = "inc"', "id = ", "TOML"),
        ('zone = "America/New_York"', 'zone = "Atlantis"', "hours"),
        ('unproven_level = "non-commercial"', 'unproven_level = "gold"', "unproven_level"),
        ('id = "steps"', 'id = "url"', "same id"),
        ('id = "problem"', 'id = "trouble"', "problem"),
        (
            'field = "reproducible", value',
            'field = "later", value',
            "form\\[4\\].required_if.field: this names no earlier",
        ),
        ("hours = 4", "hours = 0", "line 15, levels\\[1\\].hours: must be more than 0"),
        ('kind = "email"', 'kind = "choice"', "form\\[8\\].kind"),
        ("max_files = 10", "max_files = 10\nwarranty = 3", "warranty"),
        ('country = "US"', 'country = "US"\nweekend = [0,1,2,3,4,5,6]', "working day"),
    ],
)
def test_h15_a_mistake_is_named(right: str, wrong: str, named: str) -> None:
    assert right in INC
    with pytest.raises(PolicyInvalid, match=named):
        read(INC.replace(right, wrong, 1))


PNG = b"\x89PNG\r\n\x1a\n" + bytes(24)
RULES = shipped("inc").attachments


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (PNG, "png"),
        (b"GIF89a...", "gif"),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"PK\x03\x04", "zip"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        (b"RIFF\0\0\0\0WAVEfmt ", ""),
        (b"Rar!\x1a\x07\x01\x00", "rar"),
        (b"BM6\x00", "bmp"),
        (b"MZ\x90\x00", ""),
        (b"<html>", ""),
    ],
)
def test_d2_content_decides_what_a_file_is(head: bytes, kind: str) -> None:
    assert kind_of(head) == kind


def test_r9_a_bmp_is_refused_with_a_reason_of_its_own() -> None:
    assert judge(b"BM6\x00", 100, RULES) is Refusal.BMP


@pytest.mark.parametrize(
    ("picture", "verdict"),
    [
        (Picture("png", 8000, 5000), None),
        (Picture("png", 8001, 5000), Refusal.TOO_DETAILED),
        (Picture("gif", 1, 1), Refusal.KIND),
        (None, Refusal.BROKEN),
    ],
)
def test_d5_a_picture_is_judged_by_what_was_decoded(
    picture: Picture | None, verdict: Refusal | None
) -> None:
    assert is_picture(PNG)
    assert not is_picture(b"PK\x03\x04")
    assert judge_picture(PNG, picture, RULES) is verdict


@pytest.mark.parametrize(
    ("head", "size", "verdict"),
    [
        (PNG, 10, None),
        (PNG, RULES.max_bytes, None),
        (PNG, RULES.max_bytes + 1, Refusal.TOO_BIG),
        (b"", 0, Refusal.EMPTY),
        (b"MZ", 2, Refusal.KIND),
    ],
)
def test_d7_sizes_are_judged_to_the_byte(head: bytes, size: int, verdict: Refusal | None) -> None:
    assert judge(head, size, RULES) is verdict
