"""Files that people send: kept here, handed out only to who shows the bot's token."""

import re
from dataclasses import dataclass, field

from tests.platforms.slack.refusal import Refused
from tests.platforms.slack.rules import Json
from tests.platforms.slack.workspace import TEAM

LOGIN_PAGE = "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body></body></html>"


@dataclass(frozen=True)
class Upload:
    """A file to send; `claims` overrides what Slack says of it (size, url_private, mode ...)."""

    name: str
    content: bytes
    mimetype: str
    claims: Json = field(default_factory=dict)


@dataclass
class Files:
    """The file store of the workspace, at an address of the server's."""

    base_url: str = ""
    _told: dict[str, Json] = field(default_factory=dict)
    _contents: dict[str, bytes] = field(default_factory=dict)

    def keep(self, file_id: str, upload: Upload, owner: str) -> Json:
        """Keep the file; return the object by which messages and files.info speak of it."""
        # As Slack does, the address holds a tame form of the name; the name itself stays as typed.
        slug = re.sub(r"[^a-z0-9]+", "_", upload.name.lower()).strip("_") or "file"
        address = f"{self.base_url}/files-pri/{TEAM}-{file_id}"
        extension = upload.name.rpartition(".")[2].lower()
        self._contents[file_id] = upload.content
        self._told[file_id] = {
            "id": file_id,
            "name": upload.name,
            "title": upload.name,
            "mimetype": upload.mimetype,
            "filetype": extension,
            "pretty_type": extension.upper(),
            "user": owner,
            "user_team": TEAM,
            "mode": "hosted",
            "size": len(upload.content),
            "is_external": False,
            "external_type": "",
            "is_public": False,
            "url_private": f"{address}/{slug}",
            "url_private_download": f"{address}/download/{slug}",
            "permalink": f"{self.base_url}/files/{owner}/{file_id}/{slug}",
            "file_access": "visible",
            **upload.claims,
        }
        return self._told[file_id]

    def told(self, file_id: object) -> Json:
        """The object of a file; `file_not_found` for none or a deleted one."""
        if not isinstance(file_id, str) or file_id not in self._told:
            raise Refused("file_not_found")
        return self._told[file_id]

    def content(self, file_id: str) -> bytes | None:
        """The bytes, where the file is still there."""
        return self._contents.get(file_id)

    def fill(self, file_id: str, content: bytes) -> None:
        """Take the bytes of a file announced before."""
        self._contents[file_id] = content

    def mimetype(self, file_id: str) -> str:
        """What the file is served as."""
        return str(self._told[file_id]["mimetype"])

    def delete(self, file_id: str) -> None:
        """Let the file be gone, while messages still speak of it (D14)."""
        self._told.pop(file_id, None)
        self._contents.pop(file_id, None)
