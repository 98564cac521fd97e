"""Secrets that are kept so that nobody can read them, and addresses as they are compared."""

import pytest

from intake.regulations.identity import Seal, address, is_at, place


def test_a_sealed_secret_is_found_again_however_it_is_written() -> None:
    seal = Seal("a key of the desk's own")
    first = seal.of("coupon", "VIP-7K2M-99QX")
    for written in ("vip7k2m99qx", " VIP 7K2M 99QX\n", "VIP\u20137K2M\u201399QX"):
        assert seal.of("coupon", written) == first
    assert seal.of("coupon", "VIP-7K2M-99QY") != first


def test_a_sealed_secret_tells_nothing_without_its_key_and_its_kind() -> None:
    seal = Seal("a key of the desk's own")
    sealed = seal.of("key", "123456")
    assert "123456" not in sealed
    assert sealed != seal.of("code", "123456")
    assert sealed != Seal("another key").of("key", "123456")
    assert "a key of" not in repr(seal)


@pytest.mark.parametrize(
    ("url", "its"),
    [
        ("https://www.Acme.example.org/shop/", "acme.example.org/shop"),
        ("acme.example.org", "acme.example.org"),
        (" http://acme.example.org:8080 ", "acme.example.org"),
        ("localhost", ""),
        ("http://[half", ""),
        ("", ""),
    ],
)
def test_r12_a_url_is_compared_by_its_host_and_path(url: str, its: str) -> None:
    assert place(url) == its


def test_r12_a_page_belongs_to_its_account_and_a_neighbour_does_not() -> None:
    places = ("acme.example.org/shop", "")
    assert is_at("https://acme.example.org/shop/cart", places)
    assert not is_at("https://acme.example.org/shopping", places)
    assert not is_at("https://evil-acme.example.org/shop", places)
    assert not is_at("", places)


def test_an_address_is_compared_without_its_case() -> None:
    assert address(" Ana@Example.ORG ") == "ana@example.org"
