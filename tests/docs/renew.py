"""Write the pages that commands make, and all output that the README and docs/ show: `python -m tests.docs.renew`.

Look at the difference before you commit it.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.docs.pages import PAGES, ROOT, rewritten
from tests.docs.reader import Reader

MADE = {
    "rules.md": "apologint rules --format markdown",
    "settings.md": "apologint schema config --format markdown",
}
"""Pages that a command writes."""


def renew(path: Path) -> bool:
    """Put the output of today into a page; whether that changed it."""
    with tempfile.TemporaryDirectory() as folder:
        reader = Reader.at_desk(Path(folder))
        before = path.read_text(encoding="utf-8")
        after = rewritten(before, lambda command: reader.run(command)[1], reader.save)
    path.write_text(after, encoding="utf-8")
    return after != before


def main(names: Sequence[str]) -> None:
    """Renew the pages of these names, or every page, and say which of them changed."""
    if not names:
        _write_rules()
    for path in [Path(name).resolve() for name in names] or PAGES:
        if renew(path):
            print(path.relative_to(ROOT))


def _write_rules() -> None:
    page = Reader(ROOT).run("apologint rules --format markdown")[1]
    (ROOT / "docs" / "rules.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
