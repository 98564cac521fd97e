"""Recognises a report of a server that somebody pasted, and takes it out of their words (R10)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

FEWEST: Final = 6
"""Lines of settings: fewer are somebody's own words about a server."""
_TELLING: Final = 3
"""Different marks of such a report that have to be among them."""
_LONGEST_LINE: Final = 2_000

_SETTING: Final = re.compile(
    r"[ \t]{0,20}[\w$@/][\w .,()/\[\]'\"$+-]{0,60}?[ \t]{0,20}(?:=>|[=:|\t])[ \t]{0,20}\S"
    r"|[ \t]{0,20}[a-z][\w.]{0,40}[_.]\w{1,40}[ \t]{1,20}\S{1,200}"
    r"(?:[ \t]{1,20}\S{1,200})?[ \t]{0,20}$",
    re.IGNORECASE,
)
_HEADING: Final = re.compile(r"[ \t]{0,20}[\w()=*#\[\]-][\w ()/.=*#\[\]-]{0,40}[ \t]{0,20}")
_MARKS: Final = """
    phpinfo|php version|php api|server api|zend|loaded configuration file
    configuration file (php.ini)|disable_functions
    memory_limit|upload_max_filesize|post_max_size|max_execution_time|max_input_vars
    open_basedir|display_errors|short_open_tag|allow_url_fopen|opcache|mbstring|date.timezone
    document_root|server_software|server_addr|server_name|server_protocol|remote_addr|http_host
    http_user_agent|gateway_interface|script_filename|_server[|_env[|registered php streams
    operating system|os name|os version|system =>|uname|kernel|linux version|distributor id|codename
    host name|hostname|system type|bios version|processor|model name|cpu(s)|cpu cores|cpu mhz
    memtotal|memfree|swaptotal|total physical memory|available physical memory|disk space
    mysql version|mysql client|mariadb version|innodb_|max_connections|query_cache|character_set_
    nginx version|apache version|server version|loaded modules|docker version|node version
    database version|web server|site checker|architecture|virtualization
"""
_KNOWN: Final = re.compile(
    "|".join(re.escape(mark.strip()) for mark in re.split(r"[|\n]", _MARKS) if mark.strip())
)


def taken_out(text: str, goes_on: bool) -> tuple[str, str]:
    """The words without the report, and the report; nothing where there is none.

    A chat cuts what is long: where it `goes_on`, the rest of a report needs no marks of its own.
    """
    lines = text.split("\n")
    if len(lines) < FEWEST:
        return text, ""
    blocks = [each for each in _blocks(lines) if _is_report(lines[each.start : each.stop], goes_on)]
    within = {place for block in blocks for place in block}
    rest = [line for place, line in enumerate(lines) if place not in within]
    report = [line for place, line in enumerate(lines) if place in within]
    return ("\n".join(rest).strip() if report else text), "\n".join(report)


def _blocks(lines: Sequence[str]) -> Iterator[range]:
    """Lines of settings that stand together, with the headings and gaps between them."""
    start = last = -1
    for place, line in enumerate(lines):
        if _SETTING.match(line[:_LONGEST_LINE]) or _is_title(line):
            start, last = (place if start < 0 else start), place
        elif start >= 0 and not (place - last <= 3 and _is_between(line)):
            yield range(start, last + 1)
            start = -1
    if start >= 0:
        yield range(start, last + 1)


def _is_title(line: str) -> bool:
    """Such as "phpinfo()"."""
    return _HEADING.fullmatch(line) is not None and _KNOWN.search(line.lower()) is not None


def _is_between(line: str) -> bool:
    return not line.strip() or _HEADING.fullmatch(line) is not None


def _is_report(lines: Sequence[str], goes_on: bool) -> bool:
    settings = sum(_SETTING.match(line[:_LONGEST_LINE]) is not None for line in lines)
    marks = {found[0] for line in lines for found in _KNOWN.finditer(line[:_LONGEST_LINE].lower())}
    return settings >= FEWEST and (goes_on or len(marks) >= _TELLING)
