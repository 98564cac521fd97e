"""The methods about updates: fetching them, or having them sent to the bot's address."""

from __future__ import annotations

import re

from tests.platforms.telegram.limits import CONNECTIONS, CONNECTIONS_DEFAULT
from tests.platforms.telegram.updates import Updates
from tests.platforms.telegram.webhook import Address, Patience, Ride, Webhook
from tests.platforms.telegram.wire import JsonObject, bad_request, conflict

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


class Delivery:
    """Polling or a webhook, never both."""

    def __init__(self, updates: Updates, patience: Patience) -> None:
        self.webhook: Webhook | None = None
        self.ride: Ride = lambda _: None
        self._updates = updates
        self._patience = patience

    async def get_updates(self, asked: JsonObject) -> list[JsonObject]:
        """https://core.telegram.org/bots/api#getupdates"""
        if self.webhook:
            raise conflict(
                "can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first"
            )
        self._updates.allow(asked.get("allowed_updates"))
        return await self._updates.poll(
            asked.get("offset", 0), asked.get("limit", 100), asked.get("timeout", 0)
        )

    async def set_webhook(self, asked: JsonObject) -> bool:
        """https://core.telegram.org/bots/api#setwebhook; plain http is taken on loopback."""
        if not asked["url"]:
            return await self.delete_webhook(asked)
        address = _address(asked)
        self._updates.allow(asked.get("allowed_updates"))
        self._updates.interrupt("terminated by setWebhook request")
        await self.stop()
        self._drop_if_asked(asked)
        self.webhook = Webhook(address, self._updates, self._patience, self.ride)
        self.webhook.start()
        return True

    async def delete_webhook(self, asked: JsonObject) -> bool:
        await self.stop()
        self._drop_if_asked(asked)
        return True

    async def webhook_info(self, _: JsonObject) -> JsonObject:
        """https://core.telegram.org/bots/api#getwebhookinfo"""
        webhook = self.webhook
        read: JsonObject = {
            "url": webhook.address.url if webhook else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates.pending),
        }
        if webhook and webhook.last_error:
            read["last_error_message"] = webhook.last_error
        return read

    async def stop(self) -> None:
        webhook, self.webhook = self.webhook, None
        if webhook:
            await webhook.stop()

    def _drop_if_asked(self, asked: JsonObject) -> None:
        if asked.get("drop_pending_updates"):
            self._updates.drop_pending()


def _address(asked: JsonObject) -> Address:
    if not asked["url"].startswith(("https://", "http://127.0.0.1", "http://localhost")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    secret = asked.get("secret_token") or None
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = asked.get("max_connections", CONNECTIONS_DEFAULT)
    if not CONNECTIONS.hold(connections):
        raise bad_request("max_connections must be between 1 and 100")
    return Address(asked["url"], secret, connections)
