"""H15: whoever writes a policy of their own is told each mistake, with its line and its key."""

import re
from importlib import resources

import pytest

from intake.regulations.mistakes import at_key
from intake.regulations.places import places
from intake.regulations.policy import PolicyInvalid, read

INC = resources.files("intake.regulations").joinpath("inc.toml").read_text("utf-8")
COUNTRY = 'country = "US"'


def mistakes(right: str, wrong: str) -> list[str]:
    """What is told of the shipped policy with this change; without the lines, which may move."""
    assert right in INC
    with pytest.raises(PolicyInvalid) as refused:
        read(INC.replace(right, wrong, 1))
    head, *told = str(refused.value).split("\n  ")
    assert head == "The policy cannot be used:"
    return [re.sub(r"^line \d+, ", "", each) for each in told]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("", "hours.country: this is missing"),
        ('country = "XX"', "hours.country: the holidays of 'XX' are not known"),
        ('country = "US"\nregion = "QQ"', "hours.region: the holidays of 'QQ' are not known"),
        ("country = 1", "hours.country: must be text in quotes"),
        ('contry = "US"\ncountry = "US"', "hours.contry: there is no such key here; did you mean"),
        ('country = "US"\nqqqq = 1', "hours.qqqq: there is no such key here"),
        ('country = "US"\nweekend = ["sonntag"]', "hours.weekend[1]: must be 'monday', 'tue"),
        ('country = "US"\nweekend = "sunday"', "hours.weekend: must be a list in [brackets]"),
        ('country = "US"\nopen = ["8-17"]', 'hours.open[1]: an interval is written "08:00-13:00"'),
        ('country = "US"\nopen = [8]', "hours.open[1]: an interval is written"),
        (
            'country = "US"\nopen = ["08:00-12:30", "12:00-17:00"]',
            "hours.open: the intervals 08:00-12:30 and 12:00-17:00 overlap",
        ),
        (
            'country = "US"\nopen = ["22:00-06:00"]',
            "hours.open[1]: an interval ends after it begins; split one over midnight at 24:00",
        ),
        (
            'country = "US"\nopen = ["08:00-24:30"]',
            "hours.open[1]: a day goes from 00:00 to 24:00",
        ),
        (
            'country = "US"\nopen_on = { sunday = ["08:00-12:00"] }',
            "hours.open_on.sunday: a day of the weekend has no hours",
        ),
        (
            'country = "US"\nclosed_days = ["12-24", "31-12"]',
            "hours.closed_days[2]: a day is written 2026-12-24, or in quotes 12-24 for every year",
        ),
        ('country = "US"\nclosed_days = [1]', "hours.closed_days[1]: a day is written 2026-12-24"),
        (
            'country = "US"\npart_days = [{ on = "12-24", open = [] }]',
            "hours.part_days[1]: a day without hours belongs to closed_days",
        ),
        (
            'country = "US"\nclosed_days = [2026-01-10]\nworking_days = [2026-01-10]',
            "hours.working_days[1]: 2026-01-10 cannot be both worked and closed",
        ),
        (
            'country = "US"\nworking_days = [{ on = 2026-01-10, instead_of = 2026-01-10 }]',
            "hours.working_days[1]: 2026-01-10 cannot be both worked and closed",
        ),
        (
            'country = "US"\nworking_days = [{ on = "soon" }]',
            "hours.working_days[1].on: must be a date such as 2026-12-24",
        ),
        ('country = "US"\nworking_days = [7]', "hours.working_days[1]: must be a table"),
    ],
)
def test_h15_hours_that_cannot_be(wrong: str, told: str) -> None:
    (found,) = mistakes(COUNTRY, wrong)
    assert found.startswith(told)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("hours = 4", 'hours = "four"', "levels[1].hours: must be a whole number"),
        ("hours = 4", "hours = 10e400", "levels[1].hours: "),
        ("hours = 4", "hours = 4.5", "levels[1].hours: must be a whole number"),
        ("hours = 4", "hours = 400000", "levels[1].hours: must be at most 8784"),
        ('clock = "around', 'clock = "when', "levels[1].clock: must be 'around-the-clock', 'busin"),
        ('id = "vip"', 'id = "vip-coupon"', "levels[2].id: two levels have the same id"),
        (
            'clock = "around-the-clock"',
            'clock = "open-hours"',
            "levels[1].clock: hours.open does not say when it is open",
        ),
        (
            'support = "1 year"',
            'support = "a while"',
            'levels[1].support: a term is written "30 days", "6 months", "1 year" or "unlimited"',
        ),
        ('support = "1 year"', 'support = "0 days"', "levels[1].support: a term is written"),
        ('support = "1 year"', "support = 30", "levels[1].support: a term is written"),
        ("max_files = 10", "max_files = 0", "attachments.max_files: must be more than 0"),
        ('id = "browser"', 'id = "Browser!"', "form[10].id: must be in the form ^[a-z]"),
        ("may_be_unknown = true", "may_be_unknown = 7", "form[6].may_be_unknown: must be true or"),
        ("[attachments] #", "attachments = 3\n[other] #", "attachments: there is no such key here"),
    ],
)
def test_h15_other_sections_that_cannot_be(right: str, wrong: str, told: str) -> None:
    assert any(told in each for each in mistakes(right, wrong))


def test_h15_the_line_is_that_of_the_mistake() -> None:
    with pytest.raises(PolicyInvalid) as refused:
        read(INC.replace("max_bytes = 20_000_000", 'max_bytes = "much"'))
    line = INC.split("\n").index("max_bytes = 20_000_000") + 1
    assert f"line {line}, attachments.max_bytes: must be a whole number" in str(refused.value)


def test_h15_every_mistake_is_told_at_once() -> None:
    with pytest.raises(PolicyInvalid) as refused:
        read('id = "x"\nlanguages = "en"\n')
    assert "\n  hours: this is missing" in str(refused.value)
    assert "\n  levels: this is missing" in str(refused.value)
    assert "line 2, languages: must be a list in [brackets]" in str(refused.value)


def test_what_is_no_toml_is_told_with_its_line() -> None:
    with pytest.raises(PolicyInvalid, match="line 2, column 8"):
        read('id = "x"\nid = "y\n')


STRANGE = (
    '''# what a file may hold
a = "#[x] \\" = {" # b = 1
"b c".d = """
[not.a.table]
n = 1"""
e = [ # first
  [1, 2],
  { f = 'x', g = { h = [true, 2026-01-01T10:00:00Z] } },
]
[t.u]
v = """"a quote""""
[[w]]
x = 1
[[w.y]]
z = '''
    + "'''\n'''"
    + """
[[w]]
[[w.y]]
[w.y.k]
z = 1.5
"""
)


def test_every_key_and_element_is_found_on_its_line() -> None:
    lines = {
        ("a",): 2,
        ("b c", "d"): 3,
        ("e",): 6,
        ("e", 0): 7,
        ("e", 0, 1): 7,
        ("e", 1, "f"): 8,
        ("e", 1, "g", "h", 1): 8,
        ("t", "u"): 10,
        ("t", "u", "v"): 11,
        ("w",): 12,
        ("w", 0, "x"): 13,
        ("w", 0, "y", 0, "z"): 15,
        ("w", 1): 17,
        ("w", 1, "y", 0): 18,
        ("w", 1, "y", 0, "k", "z"): 20,
    }
    found = places(STRANGE)
    assert {path: found.get(path) for path in lines} == lines
    assert ("n",) not in found


def test_a_mistake_that_somebody_else_finds_is_told_alike() -> None:
    text = 'id = "x"\n[texts.en]\ngreeting = ""\n'
    assert at_key(("texts", "en", "greeting"), "is empty", text) == (
        "line 3, texts.en.greeting: is empty"
    )
    assert at_key(("texts", "de"), "is missing", text) == "line 2, texts.de: is missing"
