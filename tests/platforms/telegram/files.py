"""Files on the platform's side: kept by id, fetched by a path that does not live long."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.platforms.telegram.limits import DOWNLOAD_BYTES
from tests.platforms.telegram.wire import JsonObject, bad_request


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`size` is what Telegram says of it in bytes, and may be more than is really there."""

    file_id: str
    unique_id: str
    name: str
    mime: str
    content: bytes
    size: int

    @property
    def json(self) -> JsonObject:
        return {
            "file_id": self.file_id,
            "file_unique_id": self.unique_id,
            "file_size": self.size,
        }

    @property
    def document(self) -> JsonObject:
        return self.json | {"file_name": self.name, "mime_type": self.mime}


@dataclass
class Files:
    """What was ever sent, by whichever side."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)
    _by_path: dict[str, StoredFile] = field(default_factory=dict)

    def keep(
        self, content: bytes, name: str = "", mime: str = "", size: int | None = None
    ) -> StoredFile:
        number = len(self.by_id) + 1
        stored = StoredFile(
            f"BQACAgIAAxkBAAI{number:08d}",
            f"AgAD{number:08d}",
            name,
            mime,
            content,
            len(content) if size is None else size,
        )
        self.by_id[stored.file_id] = stored
        return stored

    def known(self, file_id: str) -> StoredFile:
        """Raises Refusal for an id that this bot was never given."""
        if file_id not in self.by_id:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return self.by_id[file_id]

    def link(self, file_id: str) -> JsonObject:
        """https://core.telegram.org/bots/api#getfile: a path to download from, up to 20 MB."""
        stored = self.known(file_id)
        if stored.size > DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        folder = "photos" if stored.mime == "image/jpeg" and not stored.name else "documents"
        path = f"{folder}/file_{int(stored.unique_id[4:])}"
        self._by_path[path] = stored
        return stored.json | {"file_path": path}

    def at(self, path: str) -> bytes | None:
        stored = self._by_path.get(path)
        return stored.content if stored else None

    def expire_links(self) -> None:
        """As after an hour: what getFile answered before leads nowhere."""
        self._by_path.clear()

    def forget(self) -> None:
        """As for the files of another bot: no id is known any more."""
        self.by_id.clear()
        self.expire_links()
