"""Pages as they were when somebody last looked at them.

To renew them after a wanted change: delete the files and run the tests twice.
"""

from pathlib import Path

import pytest


def same_as_before(name, page):
    """Hold `page` against the file of that name; where there is none, write it and fail."""
    snapshot = Path(__file__).parent / f"{name}.txt"
    if not snapshot.exists():
        snapshot.write_text(page, encoding="utf-8")
        pytest.fail(f"wrote {snapshot}; look at it and run again")
    assert page == snapshot.read_text(encoding="utf-8")
