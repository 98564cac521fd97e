"""The base of every failure that the desk anticipates."""


class IntakeError(Exception):
    """An anticipated failure; a subclass's docstring is its default message."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or (self.__doc__ or "").strip())
