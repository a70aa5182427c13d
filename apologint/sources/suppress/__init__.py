"""What is switched off inside a file: by comments, by keys of its messages, by a column.

Everything here ends as a `Suppression`: a region of the file and the rules that are not reported there.
"""

from __future__ import annotations

from apologint.sources.suppress.heard import Heard
from apologint.sources.suppress.suppressions import Suppressions

__all__ = ["Heard", "Suppressions"]
