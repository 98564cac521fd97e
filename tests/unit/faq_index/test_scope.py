"""C6: what is out of scope, not published or not valid is never found, however well it fits."""

from dataclasses import replace
from datetime import date

import pytest

from faq_index import Entry, FaqIndex, Scope
from faq_index.entry import EntryId
from faq_index.scope import ALL

SHOP = Entry(
    id=EntryId("shop"), question="How do I reset my password?", product="Shop", tags=("Login",)
)
TILL = replace(SHOP, id=EntryId("till"), product="Till", tags=("login", "hardware"))
EVERY = replace(SHOP, id=EntryId("every"), product="", tags=())
GERMAN = Entry(
    id=EntryId("de"), question="Wie setze ich mein Passwort zurück?", language="de-AT", tags=()
)
FAQ = FaqIndex.build([SHOP, TILL, EVERY, GERMAN])


def found(faq: FaqIndex, scope: Scope = ALL) -> set[str]:
    said = "reset password / Passwort zurücksetzen"
    return {match.entry.id for match in faq.search(said, limit=10, scope=scope)}


@pytest.mark.parametrize(
    ("scope", "ids"),
    [
        (Scope(), {"shop", "till", "every", "de"}),
        (Scope(products=frozenset({"shop"})), {"shop", "every", "de"}),
        (Scope(products=frozenset({"Bakery"})), {"every", "de"}),
        (Scope(tags=frozenset({"LOGIN"})), {"shop", "till"}),
        (Scope(tags=frozenset({"hardware", "unheard"})), {"till"}),
        (Scope(tags=frozenset({"unheard"})), set()),
        (Scope(languages=frozenset({"de"})), {"de"}),
        (Scope(products=frozenset({"Till"}), languages=frozenset({"EN-gb"})), {"till", "every"}),
    ],
)
def test_only_what_is_in_scope_is_found(scope: Scope, ids: set[str]) -> None:
    assert found(FAQ, scope) == ids


def test_what_is_out_of_scope_takes_no_place_from_what_is_in() -> None:
    crowd = [replace(TILL, id=EntryId(f"till{n}")) for n in range(200)]
    faq = FaqIndex.build([*crowd, SHOP])
    assert found(faq, Scope(products=frozenset({"Shop"}))) == {"shop"}


def test_an_entry_is_found_from_its_first_day_to_its_last() -> None:
    sale = replace(
        SHOP,
        id=EntryId("sale"),
        valid_from=date(2026, 11, 27),
        valid_until=date(2026, 11, 30),
    )
    faq = FaqIndex.build([sale])
    days = [date(2026, 11, day) for day in range(26, 31)] + [date(2026, 12, 1)]
    assert [found(faq, Scope(on=day)) for day in days] == [set(), *[{"sale"}] * 4, set()]
    assert found(faq) == {"sale"}


def test_what_is_not_published_is_not_there() -> None:
    hidden = FaqIndex.build([replace(SHOP, published=False)])
    assert found(hidden) == set()
    assert hidden.get(SHOP.id) is None
