"""`apologint check` on many drafts."""

import pytest

from tests.cli.program import Program
from tests.small import OTHER, OWNED, POOR


@pytest.fixture
def library(program: Program) -> Program:
    for number in range(11):
        program.write(f"replies/{number:02}.md", OWNED)
    program.write("replies/hours.md", OTHER)
    program.write("replies/poor.md", POOR)
    return program


def test_it_ends_with_an_overview(library: Program) -> None:
    result = library.check("--min-score", "0", "replies")
    assert result.status == 1
    assert "\nWorst drafts\n  ✗   0 poor    replies/poor.md: " in result.out
    assert result.out.splitlines()[-1].startswith("13 drafts: 11 passed, 1 failed, 1 no apology")


def test_the_overview_alone(library: Program) -> None:
    result = library.check("--statistics", "--top", "1", "replies")
    assert result.out.startswith("Worst drafts\n  ✗   0 poor    replies/poor.md: ")
    assert result.out.count("replies/") == 1


def test_the_worst_first(library: Program) -> None:
    assert library.check("--sort", "score", "replies").out.startswith("replies/poor.md\n")
    assert library.check("--sort", "path", "replies").out.startswith("replies/00.md\n")


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["--statistics", "--format", "json"], "--statistics is for the text report: add --format text"),
        (["--sort", "score", "--format", "sarif"], "--sort is for the text report: add --format text"),
        (["--statistics", "--quiet"], "--quiet shows the drafts that fail and --statistics shows none: leave one out"),
        (["--top", "0"], "Invalid value for '--top': 0 is not in the range x>=1."),
    ],
)
def test_wishes_that_cannot_be_met(program: Program, args: list[str], complaint: str) -> None:
    result = program.check(*args, stdin=POOR)
    assert (result.status, result.out) == (2, "")
    assert result.err.strip() == f"apologint: {complaint}"
