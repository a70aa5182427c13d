"""From files and standard input to drafts."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from apologint.model import Draft, Fault, InputError, Kind, Mode, Region
from apologint.sources import ReadOptions, SourceError, read_drafts, read_text
from apologint.text.locate import Locator

OPTIONS = ReadOptions(encoding="utf-8", max_bytes=1000)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(
    content: bytes, name: str = "reply.md", options: ReadOptions = OPTIONS
) -> tuple[list[Draft], list[InputError]]:
    file = Path(name)
    file.write_bytes(content)
    errors: list[InputError] = []
    return list(read_drafts([file], options, errors.append)), errors


def skipped(draft: Draft) -> Iterator[str]:
    return (draft.text[region.start : region.end] for region in draft.skip)


def test_a_draft_is_what_stands_below_the_front_matter(folder: Path) -> None:
    content = "---\r\ntitle: Late 📦\r\n---\r\nHi {{name}} 😀,\r\n> lost!\r\nsorry.\r\n"
    (draft,), errors = read(b"\xef\xbb\xbf" + content.encode())
    assert errors == []
    assert (draft.path, draft.title) == ("reply.md", "Late 📦")
    assert draft.text == "Hi {{name}} 😀,\r\n> lost!\r\nsorry.\r\n"
    assert list(skipped(draft)) == ["> lost!\r\n"]
    assert [draft.text[gap.start : gap.end] for gap in draft.placeholders] == ["{{name}}"]


def test_its_words_are_placed_in_the_whole_file(folder: Path) -> None:
    (draft,), _ = read(b"\xef\xbb\xbf---\r\ntitle: Late\r\n---\r\nHi,\r\nsorry.\r\n")
    start = draft.text.index("sorry")
    place = Locator(draft).at(Region(start, start + 5))
    assert (place.line, place.column, place.start, place.text) == (5, 1, 28, "sorry")


def test_template_tags_are_skipped(folder: Path) -> None:
    (draft,), _ = read(b"Hi{% if name %} {{name}}{% endif %}, sorry.")
    assert list(skipped(draft)) == ["{% if name %}", "{% endif %}"]


def test_gaps_in_front_matter_and_code_are_none(folder: Path) -> None:
    (draft,), _ = read(b"---\ntitle: '{{a}}'\n---\nPress `{{b}}`.")
    assert draft.placeholders == ()


def test_a_file_is_a_template_and_standard_input_a_draft(folder: Path) -> None:
    (template,), _ = read(b"Sorry.")
    (draft,) = read_drafts([None], OPTIONS, print, stdin=io.BytesIO(b"Sorry."), stdin_name="mail.txt")
    assert (template.mode, draft.mode, draft.path) == (Mode.TEMPLATE, Mode.DRAFT, "mail.txt")
    ((as_said,), _) = read(b"Sorry.", options=replace(OPTIONS, mode=Mode.DRAFT))
    assert as_said.mode is Mode.DRAFT


def test_what_the_user_says_holds_over_front_matter(folder: Path) -> None:
    content = b"---\nkind: other\nfault: ours\n---\nSorry."
    (draft,), _ = read(content)
    assert (draft.kind, draft.fault) == (Kind.OTHER, Fault.OURS)
    (draft,), _ = read(content, options=replace(OPTIONS, kind=Kind.APOLOGY, fault=Fault.SHARED))
    assert (draft.kind, draft.fault) == (Kind.APOLOGY, Fault.SHARED)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "empty: it holds no text: write the message there, or leave the file out"),
        (b" \r\n\t\n", "empty: it holds no text: write the message there, or leave the file out"),
        (b"\xef\xbb\xbf", "empty: it holds no text: write the message there, or leave the file out"),
        (b"---\nkind: apology\n---\n\n", "nothing stands below the front matter: write the message there, "),
        (b"x" * 1001, "larger than 1000 bytes: split it, or raise max-bytes in the configuration"),
        (b"\xff", "not UTF-8: byte 0xff at offset 0: "),
    ],
)
def test_what_cannot_be_read_is_an_error(folder: Path, content: bytes, complaint: str) -> None:
    drafts, (error,) = read(content)
    assert drafts == []
    assert error.path == "reply.md"
    assert error.message.startswith(complaint)


def test_an_error_does_not_stop_the_rest(folder: Path) -> None:
    Path("a.md").write_bytes(b"\0")
    Path("b.md").write_bytes(b"Sorry.")
    errors: list[InputError] = []
    drafts = list(read_drafts([Path("a.md"), Path("gone.md"), Path("b.md")], OPTIONS, errors.append))
    assert [draft.path for draft in drafts] == ["b.md"]
    assert [error.path for error in errors] == ["a.md", "gone.md"]


def test_a_huge_file_is_not_read_to_its_end(folder: Path) -> None:
    with Path("huge.txt").open("wb") as file:
        file.truncate(10**12)
    drafts, errors = list(read_drafts([Path("huge.txt")], OPTIONS, (found := []).append)), found
    assert drafts == []
    assert [error.message for error in errors] == [
        "larger than 1000 bytes: split it, or raise max-bytes in the configuration"
    ]


def test_tildes_fence_code_in_markdown_only(folder: Path) -> None:
    content = b"Hi\n~~~\nSorry.\n~~~\n"
    (markdown,), _ = read(content, "reply.md")
    (plain,), _ = read(content, "reply.TXT")
    assert list(skipped(markdown)) == ["~~~\nSorry.\n~~~\n"]
    assert plain.skip == ()


def test_a_string_is_a_draft_too() -> None:
    draft = read_text("Sorry \ud800, {{name}}.", OPTIONS)
    assert draft.text == "Sorry ?, {{name}}."
    assert draft.mode is Mode.DRAFT
    with pytest.raises(SourceError, match="<text>: empty"):
        read_text(" ", OPTIONS)
