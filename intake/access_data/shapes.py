"""What is known by its shape alone: addresses, card and account numbers, keys of known makers."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from intake.access_data.findings import Finding, Kind

_EMAIL: Final = re.compile(
    r"(?<![\w.+%-])[\w.+%-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])"
    r"|(?<![\w.+%-])[\w.+%-]{1,64} ?[(\[{] ?(?:at|arroba|ät|собака) ?[)\]}] ?"
    r"(?:[\w-]{1,63}(?:\.| ?[(\[{] ?(?:dot|punto|punkt|точка) ?[)\]}] ?)){1,8}[^\W\d_]{2,24}",
    re.IGNORECASE,
)
_URL: Final = re.compile(r"(?<![a-z0-9])[a-z][a-z0-9+.-]{1,20}://[^\s<>\"'`|]{1,2000}", re.I)
_USER: Final = re.compile(r"://([^/?#\s]{1,200})@")
_QUERY: Final = re.compile(
    r"[?&;#](?:[\w.-]{0,40}[_.-])?(?:token|apikey|secret|pass|passwd|password|pwd|signature|sessid"
    r"|phpsessid|jwt|otp)=([^&;#\s]{4,1000})",
    re.IGNORECASE,
)
# These also name sections, goods and columns: there the value has to look like no word.
_QUERY_MAYBE: Final = re.compile(
    r"[?&;#](?:[\w.-]{0,40}[_.-])?(?:key|sig|auth|session|sid|code|hash|credential)="
    r"((?=[\w%.~+/-]{0,200}[a-z]\d{1,20}[a-z])[^&;#\s]{8,1000})",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(
    r"(?<![\w-])(?:sk-[\w-]{20,200}|[sr]k_(?:live|test)_\w{10,200}|gh[pousr]_\w{30,255}"
    r"|github_pat_\w{20,255}|glpat-[\w-]{20,64}|xox[a-z]-[\w-]{10,255}|xapp-[\w-]{10,255}"
    r"|AKIA[0-9A-Z]{16}|AIza[\w-]{35}|ya29\.[\w-]{20,500}|npm_\w{36}|pypi-[\w-]{30,255}"
    r"|SG\.[\w-]{16,32}\.[\w-]{20,64}|eyJ[\w-]{8,2000}\.eyJ[\w-]{4,4000}(?:\.[\w-]{0,2000})?"
    r"|\d{8,10}:[\w-]{35}(?![\w-]))"
)
_HEADER: Final = re.compile(
    r"(?<!\w)(?:Bearer|Authorization: ?Basic|X-[\w-]{0,30}Key:|Cookie:) {0,3}"
    r"([\w.~+/=%-]{12,4000})",
    re.IGNORECASE,
)
_SLACK_HOOK: Final = re.compile(r"(?<=hooks\.slack\.com/services/)[\w/]{20,120}")
_LICENCE: Final = re.compile(r"(?<![\w-])[A-Z0-9]{2,6}(?:-[A-Z0-9]{2,24}){2,7}(?![\w-])")
_IBAN: Final = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,3})?"
    r"(?![A-Za-z0-9])"
)
_CARD: Final = re.compile(r"(?<![\d.,/-])[2-6]\d{3}(?:[ -]?\d{2,6}){2,4}(?![\d/]|[.,-]\d)")
_TID: Final = re.compile(
    r"(?<![0-9A-Z])TID[\s#:._-]{0,4}(?:[0-9A-TV-Z][ \t._-]{0,3}){8}[0-9A-TV-Z](?![0-9A-Z])", re.I
)
_BEGIN: Final = re.compile(
    r"-----BEGIN [A-Z0-9 ]{0,40}(?:KEY|CERTIFICATE)(?: BLOCK)?-----|PuTTY-User-Key-File-\d:"
    r"|---- BEGIN SSH2"
)
_END: Final = re.compile(
    r"-----END [A-Z0-9 ]{1,60}-----|Private-MAC: \w{1,128}|---- END SSH2[ \w]*-{4}"
)
_SSH_KEY: Final = re.compile(r"(?<!\w)ssh-(?:rsa|dss|ed25519) [A-Za-z0-9+/=]{40,2000}")


def find(text: str) -> Iterator[Finding]:
    """Everything of a known shape but addresses of e-mail, in no particular order."""
    plain = _USER.sub(_blotted, text)
    for pattern, kind, is_one in _SHAPES:
        for match in pattern.finditer(plain):
            if is_one(match[0]):
                yield Finding(*match.span(match.lastindex or 0), kind)
    yield from _in_addresses(text)
    yield from _blocks(text)


def addresses(text: str) -> Iterator[Finding]:
    """Where somebody gets mail."""
    for match in _EMAIL.finditer(_USER.sub(_blotted, text)):
        yield Finding(*match.span(), Kind.EMAIL)


def without_addresses(text: str) -> str:
    """As long as the text, so that places in both are the same."""
    return _URL.sub(_blotted, text)


def _blotted(match: re.Match[str]) -> str:
    return "." * len(match[0])


def _in_addresses(text: str) -> Iterator[Finding]:
    for url in _URL.finditer(text):
        for pattern, kind in _IN_ADDRESSES:
            for match in pattern.finditer(url[0]):
                yield Finding(url.start() + match.start(1), url.start() + match.end(1), kind)


_IN_ADDRESSES: Final = (
    (_USER, Kind.LOGIN),
    (_QUERY, Kind.TOKEN),
    (_QUERY_MAYBE, Kind.TOKEN),
)


def _blocks(text: str) -> Iterator[Finding]:
    """From the beginning of a key to its end, or to the end of the text where it was cut."""
    done = 0
    while begin := _BEGIN.search(text, done):
        end = _END.search(text, begin.end())
        done = end.end() if end else len(text)
        yield Finding(begin.start(), done, Kind.KEY)


def _any(_: str) -> bool:
    return True


def _is_mixed(text: str) -> bool:
    """Letters and digits within its groups: no invoice, no date, no version, and no UUID."""
    groups = text.split("-")
    mixed = sum(any(map(str.isdigit, each)) and any(map(str.isalpha, each)) for each in groups)
    letters = len(text) - len(groups) + 1
    is_long = (letters >= 14 and mixed >= 2) or (letters >= 12 and mixed >= 3)
    return is_long and [*map(len, groups)] != _UUID


_UUID: Final = [8, 4, 4, 4, 12]


def _is_iban(text: str) -> bool:
    plain = text.replace(" ", "").upper()
    if not 15 <= len(plain) <= 34 or not plain.isascii():
        return False
    return int("".join(str(int(each, 36)) for each in plain[4:] + plain[:4])) % 97 == 1


# By how the schemes' numbers begin, and how long they are: goods and telephones have others.
_ISSUED: Final = re.compile(
    r"4\d{15}|4\d{18}|(?:5[0-8]|2[2-7])\d{14}|220[0-4]\d{12,15}|6\d{15,18}|35\d{14}|3[47]\d{13}"
    r"|3[068]\d{12}"
)


def _is_card(text: str) -> bool:
    plain = "".join(filter(str.isdecimal, text))
    if not _ISSUED.fullmatch(plain):
        return False
    digits = [*map(int, plain)]
    # Luhn: every second digit from the right counts double.
    doubled = (sum(divmod(2 * each, 10)) for each in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text[3:]))


_SHAPES: Final[tuple[tuple[re.Pattern[str], Kind, Callable[[str], bool]], ...]] = (
    (_TOKEN, Kind.TOKEN, _any),
    (_HEADER, Kind.TOKEN, _any),
    (_SLACK_HOOK, Kind.TOKEN, _any),
    (_SSH_KEY, Kind.KEY, _any),
    (_LICENCE, Kind.KEY, _is_mixed),
    (_IBAN, Kind.IBAN, _is_iban),
    (_CARD, Kind.CARD, _is_card),
    (_TID, Kind.TID, _has_digit),
)
