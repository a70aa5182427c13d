"""`apologint report`."""

import sys

import pytest

from tests.cli.program import SMALL, Program
from tests.small import OTHER, OWNED, POOR


@pytest.fixture
def library(program: Program) -> Program:
    program.write("replies/owned.md", OWNED)
    program.write("replies/hours.md", OTHER)
    program.write("replies/poor.md", POOR)
    return program


def test_it_writes_a_page_and_does_not_fail_for_a_draft(library: Program) -> None:
    result = library.run("report", *SMALL, "-o", "page.html", "replies")
    assert (result.status, result.out, result.err) == (0, "", "")
    page = (library.folder / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>\n")
    assert "<title>Apologies: 2 drafts, 2 failed</title>" in page


def test_it_is_the_page_that_check_writes(library: Program) -> None:
    library.check("--format", "html=page.html", "replies")
    page = (library.folder / "page.html").read_text(encoding="utf-8")
    assert library.run("report", *SMALL, "replies").out == page
    assert library.run("report", *SMALL, "--format", "html", "replies").out == page


def test_the_options_of_check_hold(library: Program) -> None:
    page = library.run("report", *SMALL, "--ignore", "conditional-apology", "--min-score", "0", "replies").out
    assert "conditional-apology" not in page
    assert "2 drafts, 0 failed" in page


def test_what_cannot_be_read_is_an_error(library: Program) -> None:
    result = library.run("report", *SMALL, "replies", "gone.md")
    assert result.status == 2
    assert '<li class="bad">gone.md: no such file or folder' in result.out


def test_a_page_is_no_draft_of_the_next_run(library: Program) -> None:
    library.run("report", *SMALL, "-o", "replies/page.html", "replies")
    result = library.check("--statistics", "replies")
    assert result.out.splitlines()[-1].startswith("3 drafts: ")


def test_a_terminal_gets_no_page(library: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    result = library.run("report", *SMALL, "replies")
    assert (result.status, result.out) == (2, "")
    assert result.err == ("apologint: a page is not for reading on a terminal: name its file with --output FILE\n")
