"""Staff bring their customers in, look them up, and send a link that proves who somebody is."""

from pathlib import Path

import pytest

from tests.cli.test_cli import house, orders

__all__ = ["house"]

SHEET = """\
id,name,category,people,edition,key,coupons
acme,Acme,commercial,ana@example.org,premium,LIC-0001-SECRET,VIP-AAAA-1111|VIP-AAAA-2222
agency,Agency,partner-silver,leo@example.org,,,
"""


@pytest.fixture
def desk(house: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("IDENTITY_SECRET", "a key of the desk's own")
    (house / "customers.csv").write_text(SHEET)
    return house


def test_customers_are_brought_in_once_and_are_shown_without_their_secrets(desk: Path) -> None:
    dry = orders("customers", "import", "customers.csv", "--dry-run").output
    assert dry.splitlines() == [
        "new      acme  Acme",
        "new      agency  Agency",
        "Nothing was changed; it would be 2 new, 0 changed, 0 the same, 2 new coupons.",
    ]
    counts = "Imported: 2 new, 0 changed, 0 the same, 2 new coupons.\n"
    assert orders("customers", "import", "customers.csv").output == counts
    again = orders("customers", "import", "customers.csv").output
    assert again == "Imported: 0 new, 0 changed, 2 the same, 0 new coupons.\n"

    (desk / "more.csv").write_text("id,name,category\nacme,Acme Inc,vip\n")
    dry = orders("customers", "import", "more.csv", "--dry-run").output
    assert "changed  acme  name, category" in dry

    listed = orders("customers", "list").output
    page = orders("customers", "show", "lic 0001 secret").output
    assert "leo@example.org" in listed
    assert "ana@example.org" in page
    assert "2, of which 0 spent" in page
    everything = (
        listed
        + page
        + "".join(
            path.read_bytes().decode("latin-1") for path in (desk / "var").glob("tidings.db*")
        )
    )
    for secret in ("LIC-0001-SECRET", "LIC0001SECRET", "VIP-AAAA-1111", "VIPAAAA1111"):
        assert secret not in everything


def test_a_wrong_row_keeps_all_of_them_out(desk: Path) -> None:
    (desk / "bad.csv").write_text(SHEET + "zeta,Zeta,nobility,,,,\n")
    result = orders("customers", "import", "bad.csv")
    assert result.exit_code == 1
    assert "bad.csv:4: The column 'category' must be one of" in result.output
    assert "Nothing was imported." in result.output
    assert "acme" not in orders("customers", "list").output
    gone = orders("customers", "import", "gone.csv")
    assert (gone.exit_code, "cannot be read" in gone.output) == (2, True)


def test_a_link_needs_a_customer_and_a_secret(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    del desk
    orders("customers", "import", "customers.csv")
    made = orders("customers", "link", "acme", "--hours", "1")
    assert made.exit_code == 0
    assert made.output.startswith("prove-")
    assert "Good once, for 1 hour." in made.output
    assert orders("customers", "link", "zeta").exit_code == 2
    assert orders("customers", "link", "acme", "--for", "TID-404").exit_code == 2
    monkeypatch.delenv("IDENTITY_SECRET")
    refused = orders("customers", "link", "acme")
    assert (refused.exit_code, "IDENTITY_SECRET" in refused.output) == (2, True)
