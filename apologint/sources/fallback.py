"""Whether a merge field comes out empty when nothing is known to fill it with.

Help desks and mailers put nothing, or a dash, in the place of a name that they do not know, unless the template says
what to put there; each dialect has its own way to say so.
"""

from __future__ import annotations

import re
from functools import lru_cache

from apologint.text import late

_WITHOUT_A_GUARD = late.pattern(r"\{\{|\{%|\{!|#\{|\$\{|\{\$|<attribute\b|\*\||\{contactfield|%[^\W\d_]|##|«|<<")
_VALUE = r"""(?:"[^"]+"|'[^']+'|&quot;.+?&quot;|[^\s"'}%>,)]+)"""
_GUARD = late.pattern(
    rf"""
    \b(?:fallback|default(?:_if_none)?)\s*[:=(]\s*{_VALUE}      # ,fallback=there | default: "there"  default="there"
    | (?:\|\||\?\?|\bor\b|:-)\s*{_VALUE}                          # name || "there"
    | \(\s*{_VALUE}\s*,\s*["'][^"']+["']                          # token("contact.firstname", "there")
    | =[^|\s]+\|{_VALUE}                                          # contactfield=firstname|there
    | (?<!\*)\|\s*(?:[A-Z]\w*|"[^"]+"|'[^']+')\s*\W*\Z                   # firstName | Player
    | \bif\b.+\belse\b                                            # "there" if ... else ...
    | (?i:\bBLANKVALUE|\bIF)\(                                    # Salesforce formulas
    """,
    re.VERBOSE,
)
_CONDITION = late.pattern(
    r"(?:\{%[-+~]?|\{\{[-~]?|<%-?|\*\|)\s*(?:if|unless|case|when|else|elsif|elif|with)\b|\{\{[-~]?\s*[#^]",
    re.IGNORECASE,
)


@lru_cache(maxsize=1000)  # a library has a few fields, in every message
def can_be_empty(gap: str) -> bool:
    """Whether the merge field written as `gap`, with its marks, has nothing to stand in its place.

    Fields that a program fills (`%(name)s`, `{0}`) are left to that program.
    """
    return bool(_WITHOUT_A_GUARD.match(gap)) and not _GUARD.search(gap)


def is_condition(tag: str) -> bool:
    """Whether a template tag begins words that stand only under a condition."""
    return bool(_CONDITION.match(tag))
