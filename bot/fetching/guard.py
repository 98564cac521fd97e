"""Keeps what is fetched to the outside world, whatever a name resolves to at which moment."""

import ipaddress
import socket
from typing import Final, TypeAlias

from aiohttp.abc import AbstractResolver, ResolveResult

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_TRANSLATED: Final = ipaddress.ip_network("64:ff9b::/96")


class PrivateAddress(OSError):
    """The host is in a private network."""


class OutsideOnly(AbstractResolver):
    """A connection is made to the very addresses that were looked at, so that a name which leads
    elsewhere a moment later is of no use."""

    def __init__(self, resolver: AbstractResolver) -> None:
        self._resolver = resolver

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        outside = [each for each in found if is_outside(ipaddress.ip_address(each["host"]))]
        if found and not outside:
            raise PrivateAddress(str(PrivateAddress.__doc__))
        return outside

    async def close(self) -> None:
        await self._resolver.close()


def demand_outside(host: str) -> None:
    """Names are looked at when they are resolved. Raises PrivateAddress for an address within."""
    try:
        address = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return
    if not is_outside(address):
        raise PrivateAddress(str(PrivateAddress.__doc__))


def is_outside(address: Address) -> bool:
    """Whether it is an address of the public internet, also where one is wrapped in another."""
    if isinstance(address, ipaddress.IPv6Address):
        teredo = address.teredo
        within = address.ipv4_mapped or address.sixtofour or (teredo and teredo[1])
        if address in _TRANSLATED:
            within = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if within:
            return is_outside(within)
    return address.is_global and not address.is_multicast
