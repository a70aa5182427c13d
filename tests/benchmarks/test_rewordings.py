"""A draft that says the same in another form is to be judged the same."""

import json
from pathlib import Path

import pytest

from apologint.linter import Linter
from benchmarks.rewordings import rewordings, rows

CORPUS = Path(__file__).parent.parent / "corpus"
FORMS = {each.name: each for each in rewordings()}


@pytest.mark.parametrize("form, text, reworded", [
    ("contracted", "We do not know. I am late.", "We don't know. I'm late."),
    ("written out", "We don't know; isn't it late?", "We do not know; isn't it late?"),
    ("one person for the firm", "We are late. Our van left us.", "I am late. My van left us."),
    ("American spelling", "We apologise for the parcel's colour.", "We apologize for the package's color."),
    ("all on one line", "Dear Ann,\n\nwe lost it.", "Dear Ann, we lost it."),
    ("exclamation marks", "Version 2.1 broke it.", "Version 2.1 broke it!"),
])  # fmt: skip
def test_a_form_rewords(form: str, text: str, reworded: str) -> None:
    assert FORMS[form].of(text) == reworded


def test_nothing_much_changes_with_the_form() -> None:
    drafts = [json.loads(line) for line in (CORPUS / "e.jsonl").read_text(encoding="utf-8").splitlines()]
    for name, *cells in rows(Linter(), {draft["id"]: draft["text"] for draft in drafts}):
        for kept, of in (map(int, cell.split(" of ")) for cell in cells if " of " in cell):
            assert kept >= 0.95 * of, (name, cells)
