"""A link in the FAQ is one that people may safely follow from a support desk (C4)."""

import pytest

from faq_index.links import LONGEST_LINK, refusal


@pytest.mark.parametrize(
    "link",
    [
        "https://docs.larkspur.example/en/install?x=1#top",
        "http://docs.larkspur.example:8080/",
        "HTTPS://DOCS.example",
        "https://bücher.example/ä",
        "https://8.8.8.8/",
        "http://[2001:4860:4860::8888]/",
        "https://wiki/intranet-page",
        "https://192.168.1.10/manual",
    ],
)
def test_plain_links_are_taken(link: str) -> None:
    assert refusal(link) is None


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript://x.example/%0aalert(1)",
        "data:text/html,<b>",
        "//evil.example/",
        "/relative",
        "ftp://x.example/",
        "mailto:a@x.example",
        "https://",
        "https:///path",
        "https://user@x.example/",
        "https://user:pass@x.example/",
        "https://@x.example/",
        "https://x.example\\@evil.example/",
        "https://x.example/a b",
        "https://x.example/\u202e",
        "https://x.example:99999/",
        "https://[::1",
        "http://localhost/",
        "http://LOCALHOST.:80/",
        "http://app.localhost/",
        "http://127.0.0.1/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://wiki/",
        "http://printer.local/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://127.1/",
    ],
)
def test_dangerous_or_broken_links_are_refused(link: str) -> None:
    assert refusal(link)


def test_a_link_may_be_long_but_not_longer() -> None:
    stem = "https://x.example/"
    longest = stem + "a" * (LONGEST_LINK - len(stem))
    assert refusal(longest) is None
    assert refusal(longest + "a") == "is longer than 2000 characters"
