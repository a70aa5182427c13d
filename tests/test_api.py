"""`import apologint`."""

import doctest
from dataclasses import replace

import pytest

import apologint
from tests.small import OTHER, POOR, SMALL


def test_a_string_is_linted() -> None:
    report = apologint.lint(POOR, config=SMALL)
    assert isinstance(report, apologint.Report)
    assert (report.score, report.passed, report.draft.path) == (0, False, "<text>")


def test_the_caller_says_what_the_text_is() -> None:
    report = apologint.lint(
        OTHER,
        config=SMALL,
        kind=apologint.Kind.APOLOGY,
        fault=apologint.Fault.SHARED,
        mode=apologint.Mode.TEMPLATE,
        path="mail",
    )
    assert (report.kind, report.fault) == (apologint.Kind.APOLOGY, apologint.Fault.SHARED)
    assert (report.draft.mode, report.draft.path) == (apologint.Mode.TEMPLATE, "mail")


def test_front_matter_is_read() -> None:
    assert apologint.lint("---\ntitle: Late\n---\nSorry.", config=SMALL).draft.title == "Late"


@pytest.mark.parametrize(
    ("text", "settings", "error"),
    [
        ("", {}, apologint.SourceError),
        ("---\nkind: x\n---\nSorry.", {}, apologint.SourceError),
        ("Sorry.", {"select": ("x",)}, apologint.ConfigError),
        ("Sorry.", {"model": "no_such_pipeline"}, apologint.ModelError),
    ],
)
def test_what_goes_wrong_has_a_name(text: str, settings: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        apologint.lint(text, config=replace(SMALL, **settings))


def test_every_public_name_is_there() -> None:
    assert set(apologint.__all__) <= set(dir(apologint))
    assert all(getattr(apologint, name) for name in apologint.__all__)
    with pytest.raises(AttributeError, match="no attribute 'zebra'"):
        _ = apologint.zebra


def test_the_example_in_its_documentation_holds() -> None:
    assert doctest.testmod(apologint).failed == 0
