"""Reading label files: what is understood, and what is said about what is not."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from apologint.evaluate import LabelError, Labels, read_labels
from apologint.model import Kind, Quality, Step

POOR: dict[str, Any] = {
    "id": "r-1",
    "text": "Sorry about this. Really, sorry about this.",
    "kind": "apology",
    "steps": {"acknowledge": "missing", "follow_up": "weak"},
    "problems": [{"rule": "vague-apology", "quote": "orry about this"}],
    "rating": 2,
}
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write(*lines: object, name: str = "labels.jsonl") -> Path:
        path = tmp_path / name
        path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
        return path

    return write


def places(labels: Labels) -> list[tuple[int, int]]:
    return [(problem.start, problem.end) for problem in labels.drafts[0].said.problems]


def test_a_line_is_a_draft_and_what_was_said_about_it(write: Write) -> None:
    (draft,) = read_labels(write("", POOR, "")).drafts
    assert (draft.id, draft.text, draft.line) == ("r-1", POOR["text"], 2)
    assert (draft.said.kind, draft.said.score) == (Kind.APOLOGY, 2)
    assert draft.said.quality(Step.FOLLOW_UP) is Quality.WEAK
    assert draft.said.quality(Step.SOLUTION) is Quality.MISSING, "what is not named is missing"


def test_a_rating_may_be_the_mean_of_two_people_s(write: Write) -> None:
    assert read_labels(write({**POOR, "rating": 2.5})).drafts[0].said.score == 2.5


def test_texts_may_stand_in_a_file_of_their_own(write: Write) -> None:
    labels = {key: value for key, value in POOR.items() if key != "text"}
    docs = write({"id": "r-0", "text": "Nobody labelled me."}, {"id": "r-1", "text": POOR["text"]}, name="docs.jsonl")
    assert read_labels(write(labels), docs) == read_labels(write(POOR))


def test_a_quote_that_is_labelled_again_stands_at_its_next_place(write: Write) -> None:
    quote = {"rule": "vague-apology", "quote": "orry about this"}
    assert places(read_labels(write(POOR))) == [(1, 16)]
    assert places(read_labels(write({**POOR, "problems": [quote, quote]}))) == [(1, 16), (27, 42)]
    three = places(read_labels(write({**POOR, "problems": [quote, quote, quote]})))
    assert three == [(1, 16), (27, 42), (1, 16)], "there is no third place"


def test_a_quote_that_is_not_in_the_text_is_named_and_left_out(write: Write) -> None:
    lost = {"rule": "vague-apology", "quote": "sorry about that"}
    path = write({**POOR, "problems": [lost, *POOR["problems"]]})
    labels = read_labels(path)
    assert places(labels) == [(1, 16)]
    (error,) = labels.unplaced
    assert (error.path, error.line) == (str(path), 1)
    assert error.message == "'r-1' does not hold the words labelled vague-apology, left out: 'sorry about that'"


def test_rules_of_your_own_can_be_labelled_if_they_are_known(write: Write) -> None:
    path = write({**POOR, "problems": [{"rule": "shrugs", "quote": "Really"}]})
    assert read_labels(path, known=["shrugs"]).rules[-1] == "shrugs"


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"id": 7}, "'id' must be a text that is not blank"),
        ({"text": " \n"}, "'text' must be a text that is not blank"),
        ({"kind": "apologie"}, "unknown kind 'apologie': use one of apology, follow_up, other"),
        ({"steps": ["met"]}, "'steps' must be an object"),
        ({"steps": {"own-up": "met"}}, "unknown step 'own-up': use one of acknowledge, empathy"),
        ({"steps": {"solution": "good"}}, "unknown quality of solution 'good': use one of missing, weak, met"),
        ({"problems": {}}, "'problems' must be a list"),
        ({"problems": ["excuse"]}, 'a problem must be {"rule": "...", "quote": "..."}'),
        ({"problems": [{"rule": "excuse", "quote": ""}]}, 'a problem must be {"rule": "...", "quote": "..."}'),
        ({"problems": [{"rule": "vage-apology", "quote": "x"}]}, "unknown rule 'vage-apology': did you mean 'vague-ap"),
        ({"rating": 0.5}, "'rating' must be a number from 1 to 5, or null"),
        ({"rating": 6}, "'rating' must be a number from 1 to 5, or null"),
        ({"rating": "good"}, "'rating' must be a number from 1 to 5, or null"),
    ],
)
def test_a_line_that_cannot_be_used_is_refused_with_its_place(
    write: Write, change: dict[str, object], complaint: str
) -> None:
    path = write({**POOR, "id": "r-0"}, {**POOR, **change})
    with pytest.raises(LabelError) as error:
        read_labels(path)
    assert str(error.value).startswith(f"{path}:2: {complaint}")


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["{"], ":1: not JSON: "),
        (["[]"], ":1: must be a JSON object, with braces"),
        ([POOR, "", POOR], ":3: the id 'r-1' stands in line 1 already"),
        (["", " "], ": holds no labels: "),
        ([{"id": "x"}], ":1: 'x' has no 'text', and there is no file of documents: name one with --docs"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused(write: Write, lines: list[object], complaint: str) -> None:
    path = write(*lines)
    with pytest.raises(LabelError) as error:
        read_labels(path)
    assert str(error.value).startswith(f"{path}{complaint}")


def test_a_text_that_is_nowhere_is_missed(write: Write) -> None:
    docs = write({"id": "r-2", "text": "Hello."}, name="docs.jsonl")
    with pytest.raises(LabelError, match="'r-1' has no 'text', and is not among the documents either"):
        read_labels(write({"id": "r-1", "kind": "other"}), docs)


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_bytes(b'{"id": "\xff"}')
    with pytest.raises(LabelError, match="not UTF-8: byte 0xff at 8"):
        read_labels(path)
