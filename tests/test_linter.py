"""Drafts in, reports out: what is selected, where it stands, and which gates fail."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apologint.config import CeilingSetting, Config, ConfigError, FailOn
from apologint.config.file import load_config
from apologint.config.overrides import Override
from apologint.engine.engine import Engine
from apologint.engine.errors import ModelError
from apologint.engine.rules import RuleError
from apologint.globs import Globs
from apologint.linter import Linter
from apologint.model import Draft, Fault, Kind, Mode, Report, Severity, Step
from tests.small import OTHER, OWNED, POOR, SMALL, SMALL_RULES


@pytest.fixture(scope="module")
def linter() -> Linter:
    return Linter(SMALL)


def lint(text: str, linter: Linter, **said: object) -> Report:
    (report,) = linter.check([Draft(text, **said)])
    return report


def set_up(linter: Linter, **settings: object) -> Linter:
    """The same linter with other settings, its parser kept."""
    other = Linter(replace(linter.config, **settings))
    other.load = linter.load
    return other


def found(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_problems_come_before_what_is_missing(linter: Linter) -> None:
    assert found(lint(POOR, linter)) == ["conditional-apology", "vague-apology", "missing-solution"]


def test_what_is_no_apology_has_no_score_and_passes(linter: Linter) -> None:
    report = lint(OTHER, linter)
    assert (report.kind, report.score, report.passed, report.findings) == (Kind.OTHER, None, True, ())


def test_words_that_fulfil_a_step_are_its_evidence(linter: Linter) -> None:
    solution = next(step for step in lint(OWNED, linter).steps if step.step is Step.SOLUTION)
    assert [(evidence.rule, evidence.location.text) for evidence in solution.evidence] == [
        ("offers-repair", "refunded")
    ]


def test_reports_come_one_at_a_time(linter: Linter) -> None:
    seen = []

    def drafts() -> Iterator[Draft]:
        for name in ("a", "b"):
            seen.append(name)
            yield Draft(OWNED, path=name)

    reports = linter.check(drafts())
    assert next(reports).draft.path == "a"
    assert seen == ["a"]


@pytest.mark.parametrize(
    ("settings", "rules"),
    [
        ({"select": ("vague-apology",)}, ["vague-apology"]),
        ({"ignore": ("vague-apology", "missing-solution")}, ["conditional-apology"]),
        ({"select": ("vague-apology", "missing-solution"), "ignore": ("vague-apology",)}, ["missing-solution"]),
    ],
)
def test_only_selected_rules_are_reported(linter: Linter, settings: dict[str, object], rules: list[str]) -> None:
    assert found(lint(POOR, set_up(linter, **settings))) == rules


def test_a_severity_can_be_changed(linter: Linter) -> None:
    report = lint(POOR, set_up(linter, severities={"vague-apology": Severity.ERROR}))
    assert [finding.severity for finding in report.findings] == [Severity.ERROR, Severity.ERROR, Severity.WARNING]


@pytest.mark.parametrize(
    ("settings", "failures"),
    [
        ({}, ("score 0 is under --min-score 70", "1 error")),
        ({"min_score": 0}, ("1 error",)),
        ({"min_score": 0, "fail_on": FailOn.WARNING}, ("1 error", "2 warnings")),
        ({"fail_on": FailOn.NEVER}, ("score 0 is under --min-score 70",)),
        ({"min_score": 0, "fail_on": FailOn.NEVER}, ()),
        ({"min_score": 0, "ignore": ("conditional-apology",)}, ()),
    ],
)
def test_every_gate_that_fails_is_named(linter: Linter, settings: dict[str, object], failures: tuple[str, ...]) -> None:
    report = lint(POOR, set_up(linter, **settings))
    assert (report.failures, report.passed) == (failures, not failures)


def test_what_a_draft_says_of_itself_holds_over_the_configuration(linter: Linter) -> None:
    told = set_up(linter, kind=Kind.OTHER, fault=Fault.SHARED)
    assert (lint(POOR, told).kind, lint(POOR, told).fault) == (Kind.OTHER, Fault.SHARED)
    said = lint(POOR, told, kind=Kind.APOLOGY, fault=Fault.OURS)
    assert (said.kind, said.fault) == (Kind.APOLOGY, Fault.OURS)


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="aé😀e\u0301 \r\n.", max_size=30), st.text(alphabet="é😀 \r\n.", max_size=10))
def test_a_finding_stands_at_its_words_whatever_is_around_them(linter: Linter, before: str, after: str) -> None:
    text = f"{before}\n\nSorry if it was late. We mean the issue. {after}"
    report = lint(text, linter)
    for finding in report.findings:
        place = finding.location
        if place.text is not None:
            lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            assert place.text == text[place.start : place.end]
            assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == place.text
    assert [finding.location.text for finding in report.findings][:2] == ["Sorry if", "the issue"]


@pytest.mark.parametrize(
    ("settings", "complaint"),
    [
        ({"select": ("vage-apology",)}, "unknown rule 'vage-apology': did you mean 'vague-apology'?"),
        (
            {"ignore": ("zebra",)},
            "unknown rule 'zebra': use one of conditional-apology, vague-apology, unused-suppression, missing-solution",
        ),
        ({"severities": {"vague": Severity.INFO}}, "unknown rule 'vague': did you mean 'vague-apology'?"),
        ({"ceilings": (CeilingSetting("vague", 9),)}, "unknown rule 'vague': did you mean 'vague-apology'?"),
        ({"ignore": ("says-sorry",)}, "the rule 'says-sorry' is a signal, which is no finding: leave it out"),
        ({"lexicons": {"couriers": ("Zippy",)}}, "unknown word list 'couriers': see apologint rules"),
        ({"rule_dirs": ()}, "the built-in rules are switched off: name a folder of your own with --rules"),
    ],
)
def test_a_name_that_is_not_there_is_refused(settings: dict[str, object], complaint: str) -> None:
    with pytest.raises(ConfigError) as error:
        Linter(replace(SMALL, **settings))
    assert str(error.value) == complaint


def test_a_broken_rule_file_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("rules:\n  - id: x\n    kid: problem\n")
    with pytest.raises(RuleError, match=r"own.yaml:3: .*kid"):
        Linter(Config(rule_dirs=(SMALL_RULES, tmp_path), builtin_rules=False))


def test_the_parser_is_loaded_with_the_first_draft() -> None:
    linter = Linter(replace(SMALL, model="no_such_pipeline"))
    assert list(linter.check([])) == []
    with pytest.raises(ModelError, match="'no_such_pipeline' is not installed"):
        list(linter.check([Draft(POOR)]))


def test_an_override_holds_for_the_files_that_it_matches(linter: Linter, tmp_path: Path) -> None:
    mild = Override(Globs(("old/",), tmp_path), {"min_score": 0, "fail_on": FailOn.NEVER, "ignore": ("vague-apology",)})
    overridden = set_up(linter, overrides=(mild,))
    old, new = overridden.check(Draft(POOR, path=str(tmp_path / name)) for name in ("old/a.txt", "new/a.txt"))
    assert (old.passed, found(old)) == (True, ["conditional-apology", "missing-solution"])
    assert (new.passed, found(new)) == (False, found(lint(POOR, linter)))


def test_an_override_says_what_its_files_are(linter: Linter, tmp_path: Path) -> None:
    sent = Override(Globs(("sent/",), tmp_path), {"mode": Mode.DRAFT})
    reports = set_up(linter, overrides=(sent,)).check(
        Draft(POOR, path=str(tmp_path / name), mode=Mode.TEMPLATE) for name in ("sent/a.txt", "a.txt")
    )
    assert [report.draft.mode for report in reports] == [Mode.DRAFT, Mode.TEMPLATE]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("ignore = ['vague-apolgy']", ":1: unknown rule 'vague-apolgy': did you mean 'vague-apology'?"),
        ("\n[severity]\nvage-apology = 'info'", ":3: unknown rule 'vage-apology': did you mean 'vague-apology'?"),
        ("[[overrides]]\nfiles = 'a'\nignore = ['says-sorry']", ":3: the rule 'says-sorry' is a signal, which is no"),
        ("[[ceilings]]\nrule = 'x-y'\nat-most = 9", ":1: unknown rule 'x-y': use one of conditional-apology, "),
        ("[words]\nfaults = ['x']", ":2: unknown word list 'faults': "),
    ],
)
def test_an_unknown_name_in_a_file_is_refused_with_its_line(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "apologint.toml"
    path.write_text(text)
    config = replace(load_config(path), rule_dirs=SMALL.rule_dirs, builtin_rules=False)
    with pytest.raises(ConfigError) as error:
        Linter(config)
    assert str(error.value).removeprefix(str(path)).startswith(complaint)


def test_what_is_kept_makes_the_same_report_without_the_parser(linter: Linter, tmp_path: Path) -> None:
    drafts = [Draft(text, path=name) for name, text in (("a", POOR), ("b", OWNED), ("c", OTHER))]
    fresh = [*linter.check(drafts)]
    keeping = Linter(replace(SMALL, cache_dir=tmp_path))
    keeping.load = linter.load
    assert [*keeping.check(drafts)] == fresh

    later = Linter(replace(SMALL, cache_dir=tmp_path))
    later.load = lambda: pytest.fail("the parser was asked for")
    assert [*later.check(drafts)] == fresh
    assert later.model == linter.engine.model


def test_what_is_kept_holds_only_for_the_same_rules(linter: Linter, tmp_path: Path) -> None:
    keeping = Linter(replace(SMALL, cache_dir=tmp_path))
    keeping.load = linter.load
    list(keeping.check([Draft(POOR)]))

    other = Linter(replace(SMALL, people={"third": {"names": ("acme",)}}, cache_dir=tmp_path))
    asked = []

    def load() -> Engine:
        asked.append(True)
        return linter.engine

    other.load = load
    list(other.check([Draft(POOR)]))
    assert asked
