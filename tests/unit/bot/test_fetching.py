"""What is fetched for the FAQ's staff is fetched politely, within bounds, and never from within."""

import gzip
import ipaddress
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.fetching import Fetcher, Found, Unfetched, crawl, look_at
from bot.fetching.fetcher import unpacked
from bot.fetching.guard import is_outside
from faq_index.seeding.sitemap import Sitemap
from tests.unit.bot.web_site import Names, moved, serving


class Pauses:
    """Time that passes at once, and is noted."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


@asynccontextmanager
async def fetching(pause: float = 0, names: Names | None = None) -> AsyncIterator[Fetcher]:
    async with Fetcher(private=True, pause=pause, resolver=names or Names()) as fetcher:
        yield fetcher


def nothing(_done: int, _of: int) -> None: ...


async def refused(fetcher: Fetcher, url: str, largest: int = 1_000) -> str:
    with pytest.raises(Unfetched) as error:
        await fetcher.get(url, largest)
    return str(error.value)


async def test_a_page_is_fetched_through_what_it_was_moved_to() -> None:
    async with serving(old=moved("/new"), new="words") as site, fetching() as fetcher:
        answer = await fetcher.get(site.url("/old"), 1_000)
    assert (answer.body, answer.url) == (b"words", site.url("/new"))


@pytest.mark.parametrize(
    ("address", "outside"),
    [
        ("93.184.216.34", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - nobody listens
        ("224.0.0.251", False),
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2002:0a00:0001::", False),
    ],
)
def test_d18_addresses_of_our_own_network_are_known(address: str, outside: bool) -> None:
    assert is_outside(ipaddress.ip_address(address)) is outside


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://2130706433/",
        "https://0x7f.1/",
        "http://localhost/",
        "https://169.254.169.254/latest/",
        "https://ana:secret@x.example/",
        "file:///etc/passwd",
        "//x.example/",
    ],
)
async def test_d18_nothing_within_is_asked_however_it_is_written(url: str) -> None:
    async with Fetcher(resolver=Names()) as fetcher:
        reason = await refused(fetcher, url)
    assert "The link " in reason or reason == "The host is in a private network."


async def test_d18_nor_where_a_name_or_a_redirect_leads_there() -> None:
    async with serving(away=moved("http://10.0.0.9/"), page="secret") as site:
        async with Fetcher(resolver=Names()) as fetcher:
            assert await refused(fetcher, site.url("/page")) == "The host is in a private network."
        assert site.asked == []
        async with fetching(names=Names({"10.0.0.9": []})) as fetcher:
            answer = await fetcher.ask("GET", site.url("/away"))
        assert answer.moved_to == "http://10.0.0.9/"
    async with Fetcher(resolver=Names()) as fetcher:
        assert "private" in await refused(fetcher, answer.moved_to)


async def test_d19_a_name_that_leads_elsewhere_a_moment_later_is_of_no_use() -> None:
    """What was looked at is what is connected to: the second answer of the name's owner too."""
    names = Names({"docs.example": ["10.0.0.1", "127.0.0.1"]})
    async with serving(page="secret") as site, Fetcher(resolver=names) as fetcher:
        for _ in range(2):
            assert "private" in await refused(fetcher, site.url("/page"))
    assert site.asked == []


async def test_one_request_at_a_time_to_a_host_and_a_pause_between() -> None:
    pauses = Pauses()
    async with (
        serving(a="a", b="b") as site,
        Fetcher(private=True, pause=5, resolver=Names(), sleep=pauses.sleep) as fetcher,
    ):
        for path in ("/a", "/b"):
            await fetcher.get(site.url(path), 10)
        await fetcher.get(site.url("/a", "other.example"), 10)
    assert len(pauses.slept) == 1
    assert 4 < pauses.slept[0] <= 5
    assert len([path for _, _, path in site.asked if path == "/robots.txt"]) == 2


async def test_what_robots_txt_asks_is_done() -> None:
    pauses = Pauses()
    robots = "User-agent: *\nDisallow: /private\nCrawl-delay: 3\n"
    async with (
        serving(private="x", open="y") as site,
        Fetcher(private=True, pause=0, resolver=Names(), sleep=pauses.sleep) as fetcher,
    ):
        site.pages["/robots.txt"] = robots
        assert "robots.txt asks" in await refused(fetcher, site.url("/private"))
        await fetcher.get(site.url("/open"), 10)
        await fetcher.get(site.url("/open"), 10)
    assert site.seen == [("GET", "/open")] * 2
    assert [round(each) for each in pauses.slept] == [3]


async def test_where_robots_txt_fails_nothing_is_asked_and_where_it_moved_it_is_followed() -> None:
    async with serving(a="a", rules="User-agent: *\nDisallow: /a") as site:
        site.pages["/robots.txt"] = 503
        async with fetching() as fetcher:
            assert await refused(fetcher, site.url("/a")) == "The server says 503."
        site.pages["/robots.txt"] = moved("/rules")
        async with fetching() as fetcher:
            assert "robots.txt asks" in await refused(fetcher, site.url("/a"))
    assert ("GET", "/a") not in site.seen


async def test_no_more_is_read_than_was_asked_for() -> None:
    async def packed(_: web.Request) -> web.StreamResponse:
        return web.Response(body=gzip.compress(b"x"), headers={"Content-Encoding": "gzip"})

    bomb = gzip.compress(b"0" * 5_000_000)

    async def file(_: web.Request) -> web.StreamResponse:
        return web.Response(body=bomb)

    async with (
        serving(long="x" * 2_000, packed=packed, bomb=file) as site,
        fetching() as fetcher,
    ):
        assert await refused(fetcher, site.url("/long")) == "It is larger than 1,000 bytes."
        assert "packed" in await refused(fetcher, site.url("/packed"))
        larger = await refused(fetcher, site.url("/bomb"), 100_000)
    assert larger == "It is larger than 100,000 bytes."
    assert unpacked(gzip.compress(b"map"), 10) == b"map"
    with pytest.raises(Unfetched, match="damaged"):
        unpacked(b"\x1f\x8bnothing", 10)


async def test_what_goes_wrong_is_one_sentence() -> None:
    async def nonsense(request: web.Request) -> web.StreamResponse:
        assert request.transport is not None
        request.transport.write(b"what?\r\n\r\n")
        request.transport.close()
        return web.Response()

    async with (
        serving(round=moved("/round"), nonsense=nonsense) as site,
        fetching(names=Names({"gone.example": []})) as fetcher,
    ):
        assert "without end" in await refused(fetcher, site.url("/round"))
        assert await refused(fetcher, site.url("/no")) == "The server says 404."
        assert "cannot be read" in await refused(fetcher, site.url("/nonsense"))
        assert await refused(fetcher, "http://gone.example/") == "There is no such host."
    async with fetching() as fetcher:
        assert await refused(fetcher, site.url("/no")) == "No connection could be made."


def page(title: str) -> str:
    return f"<html lang=en><title>{title}</title><meta name=description content='About {title}'>"


def sitemap(*urls: str, of: str = "urlset") -> str:
    return f"<{of}>{''.join(f'<url><loc>{url}</loc></url>' for url in urls)}</{of}>"


async def test_a_site_is_read_by_its_sitemaps_as_far_as_asked() -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, of: int) -> None:
        told.append((done, of))

    async with serving(a=page("A"), b=page("B"), c="<p>silent", d=404, e=page("E")) as site:
        paths = ("/b", "/c", "/d", "/e")
        site.pages["/map.xml"] = sitemap(*map(site.url, paths))
        async with fetching() as fetcher:
            first = Sitemap((site.url("/a"),), (site.url("/map.xml"),))
            found = await crawl(fetcher, first, 4, tell)
    assert [row.cells["question"] for row in found.rows] == ["A", "B"]
    assert found.rows[0].cells["answer"] == "About A"
    assert found.unread == [(site.url("/d"), "The server says 404.")]
    assert (found.silent, found.left_out) == (1, 1)
    assert (told[0], told[-1]) == ((0, 4), (4, 4))


async def test_a_sitemap_that_is_missing_ends_it_and_a_circle_of_them_ends_too() -> None:
    async with serving() as site, fetching() as fetcher:
        with pytest.raises(Unfetched, match=r"map.xml: The server says 404\."):
            await crawl(fetcher, Sitemap((), (site.url("/map.xml"),)), 9, nothing)
        site.pages["/map.xml"] = sitemap(site.url("/map.xml"), of="sitemapindex")
        found = await crawl(fetcher, Sitemap((), (site.url("/map.xml"),)), 9, nothing)
    assert found.rows == []
    assert site.seen == [("GET", "/map.xml")] * 2


async def test_each_link_is_looked_at_once_and_told_by_what_became_of_it() -> None:
    async def no_head(request: web.Request) -> web.StreamResponse:
        return web.Response(status=405 if request.method == "HEAD" else 200)

    async with serving(
        ok="x", shy=no_head, old=moved("/ok"), gone=410, lost=moved("/gone"), secret=403
    ) as site:
        site.pages |= {"/broken": 500, "/round": moved("/round"), "/robots.txt": 404}
        paths = ["ok", "shy", "old", "gone", "lost", "secret", "broken", "round", "ok"]
        async with fetching(names=Names({"nowhere.example": []})) as fetcher:
            links = [*(site.url(f"/{path}") for path in paths), "http://nowhere.example/"]
            looks = await look_at(fetcher, links, nothing)
    assert [(look.found, look.is_wrong) for look in looks] == [
        (Found.OK, False),
        (Found.OK, False),
        (Found.REDIRECTED, True),
        (Found.DEAD, True),
        (Found.DEAD, True),
        (Found.REFUSED, False),
        (Found.UNREACHABLE, True),
        (Found.DEAD, True),
        (Found.UNREACHABLE, True),
    ]
    assert looks[2].told == site.url("/ok")
    assert [how for how, path in site.seen if path == "/ok"] == ["HEAD", "HEAD"]
    assert [how for how, path in site.seen if path == "/shy"] == ["HEAD", "GET"]


async def test_a_link_that_programs_are_asked_to_leave_alone_is_left_alone() -> None:
    async with serving(page="x") as site, fetching() as fetcher:
        site.pages["/robots.txt"] = "User-agent: *\nDisallow: /"
        (look,) = await look_at(fetcher, [site.url("/page")], nothing)
    assert look.found is Found.REFUSED
    assert site.seen == []
