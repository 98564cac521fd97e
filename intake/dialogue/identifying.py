"""How somebody proves who they are, in the talk."""

from typing import Final

LINK: Final = "prove-"
"""What the token of a link that staff send begins with."""
