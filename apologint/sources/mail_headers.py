"""The lines at the top of a saved mail."""

from __future__ import annotations

import re

from apologint.text import late

_HEADERS = late.pattern(r"(?:[!-9;-~]++:[^\r\n]*+(?:\r\n|\r|\n)(?:[ \t][^\r\n]*+(?:\r\n|\r|\n))*+)++")
_SURELY_MAIL = late.pattern(r"^(?:mime-version|message-id|received|content-type)[ \t]*+:", re.IGNORECASE | re.MULTILINE)


def headers_end(text: str) -> int:
    """Where the headers at the top of `text` end, 0 where there are none."""
    headers = _HEADERS.match(text)
    return headers.end() if headers else 0


def has_mail_headers(text: str) -> bool:
    """Whether `text` begins with headers that only a mail program writes; a line `Subject:` is none."""
    end = headers_end(text)
    return bool(end and _SURELY_MAIL.search(text, 0, end))
