"""JSON that is data and nothing else wherever it is shown."""

from __future__ import annotations

import json
from typing import Any


def dumps(value: Any) -> str:
    r"""`value` as JSON on one line, with everything outside printable ASCII escaped.

    `##`, with which build servers begin a command, becomes `#\u0023`: it stands only in strings, where the two mean
    the same.
    """
    return json.dumps(value).replace("\x7f", "\\u007f").replace("##", "#\\u0023")
