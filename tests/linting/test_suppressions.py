"""What a file switches off, as the linter judges it: no points, no failure, and a word on what is not needed."""

from dataclasses import replace

import pytest

from apologint.config import Config, FailOn
from apologint.linter import Linter
from apologint.model import Kind, Report, Severity, Step
from apologint.sources import ReadOptions
from apologint.sources.drafts import drafts_in
from apologint.sources.text_file import TextFile
from tests.small import SMALL

OPTIONS = ReadOptions(encoding="utf-8", max_bytes=10**6)
STRICT = replace(SMALL, fail_on=FailOn.INFO, min_score=0)
POOR = "Sorry if you were upset about the issue."


@pytest.fixture(scope="module")
def engine_of_small():
    return Linter(SMALL).engine


@pytest.fixture
def lint(engine_of_small):
    def run(text: str, path: str = "reply.md", config: Config = STRICT) -> list[Report]:
        linter = Linter(config)
        linter.__dict__["engine"] = engine_of_small
        return list(linter.check(drafts_in(TextFile(path, text), OPTIONS, lambda _skipped: None)))

    return run


@pytest.fixture
def lint_one(lint):
    def run(*args: object, **more: object) -> Report:
        (report,) = lint(*args, **more)
        return report

    return run


def found(report: Report) -> dict[str, bool]:
    """The rules that are found, and whether they are suppressed."""
    return {finding.rule: finding.suppressed for finding in report.findings}


def unused(report: Report) -> list[str]:
    return [finding.message for finding in report.findings if finding.rule == "unused-suppression"]


def does_not_come_up(*rules: str) -> list[str]:
    return [f"'{rule}' is switched off here and does not come up." for rule in rules]


class TestSuppressed:
    def test_one_rule_on_one_line(self, lint_one):
        report = lint_one(f"<!-- apologint: ignore vague-apology -->\n{POOR}\n")
        assert found(report) == {"conditional-apology": False, "vague-apology": True, "missing-solution": False}

    def test_a_finding_is_covered_where_any_of_its_words_is(self, lint_one):
        report = lint_one("Sorry\nif it was late. {# apologint: ignore-line conditional-apology #}\n")
        assert found(report)["conditional-apology"]

    def test_a_finding_on_another_line_is_not(self, lint_one):
        report = lint_one("<!-- apologint: ignore conditional-apology -->\nHello.\nSorry if it was late.\n")
        assert found(report) == {"conditional-apology": False, "missing-solution": False, "unused-suppression": False}

    def test_it_takes_no_points_sets_no_ceiling_and_fails_nothing(self, lint_one):
        plain = lint_one(f"{POOR} We refunded it.\n")
        report = lint_one(f"{POOR} We refunded it. <!-- apologint: ignore -->\n")
        bare = lint_one("Sorry about it. We refunded it.\n")
        assert plain.failures == ("1 error", "1 warning")
        assert (report.failures, report.passed) == ((), True)
        assert (report.score, report.ceiling) == (bare.score, bare.ceiling)
        assert [finding.points for finding in report.findings] == [0, 0]

    def test_a_suppressed_repeat_leaves_the_first_its_full_price(self, lint_one):
        twice = "Sorry if it was late. {} Sorry if it was wrong.\n".format
        report = lint_one(twice("{# apologint: ignore-line conditional-apology #}\n"))
        assert [finding.points for finding in report.findings if finding.rule == "conditional-apology"] == [0, -12]

    @pytest.mark.parametrize(
        "comment",
        [
            "{# apologint: ignore-item missing-solution #}",
            "{# apologint: ignore-file missing-solution #}",
            "{# apologint: ignore-file #}",
        ],
    )
    def test_what_is_missing_is_switched_off_for_a_whole_message(self, lint_one, comment):
        assert found(lint_one(f"Hello.\n\nSorry.\n{comment}\n")) == {"missing-solution": True}

    def test_what_is_missing_is_not_switched_off_by_a_line_of_many(self, lint_one):
        report = lint_one("Hello. {# apologint: ignore missing-solution #}\n\nSorry.\n")
        assert found(report) == {"missing-solution": False, "unused-suppression": False}
        assert report.findings[-1].suggestion == (
            "It is about the whole message: write 'ignore-item missing-solution', or delete it."
        )

    def test_a_follow_up_has_it_too(self, lint_one):
        report = lint_one("I am checking in about the issue. {# apologint: ignore vague-apology #}\n")
        assert (report.kind, found(report)) == (Kind.FOLLOW_UP, {"vague-apology": True})


class TestUnused:
    def test_it_is_a_finding_where_the_comment_stands(self, lint_one):
        comment = "<!-- apologint: ignore vague-apology -->"
        report = lint_one(f"---\ntitle: x\n---\nSorry. We refunded it.\n{comment}\n")
        (finding,) = report.findings
        assert unused(report) == does_not_come_up("vague-apology")
        assert (finding.location.line, finding.location.text) == (5, comment)
        assert (finding.severity, finding.step, finding.points) == (Severity.WARNING, Step.ACKNOWLEDGE, 0)

    def test_each_rule_of_a_list_is_judged_by_itself(self, lint_one):
        report = lint_one(f"{POOR} {{# apologint: ignore vague-apology, missing-solution, conditional-apology #}}\n")
        assert unused(report) == []
        report = lint_one(f"{POOR} We refunded it. {{# apologint: ignore vague-apology, missing-solution #}}\n")
        assert unused(report) == does_not_come_up("missing-solution")

    def test_one_for_all_rules_is_unused_where_nothing_comes_up(self, lint_one):
        assert unused(lint_one("Sorry. We refunded it. {# apologint: ignore #}\n")) == [
            "All rules are switched off here, and none comes up."
        ]

    @pytest.mark.parametrize(
        ("settings", "rules"),
        [
            ({}, ["vague-apology"]),
            ({"ignore": ("vague-apology",)}, []),
            ({"ignore": ("unused-suppression",)}, []),
            ({"select": ("vague-apology",)}, []),
            ({"select": ("missing-solution", "unused-suppression")}, []),
            ({"select": ("vague-apology", "unused-suppression")}, ["vague-apology"]),
        ],
    )
    def test_only_what_is_selected_counts(self, lint_one, settings, rules):
        text = "Sorry. We refunded it. {# apologint: ignore vague-apology #}\n"
        assert unused(lint_one(text, config=replace(STRICT, **settings))) == does_not_come_up(*rules)

    def test_one_for_all_rules_is_not_judged_by_some(self, lint_one):
        text = "Sorry. We refunded it. {# apologint: ignore #}\n"
        config = replace(STRICT, select=("vague-apology", "unused-suppression"))
        assert unused(lint_one(text, config=config)) == []

    def test_its_severity_is_a_setting_and_can_fail_a_draft(self, lint_one):
        config = replace(STRICT, severities={"unused-suppression": Severity.ERROR}, fail_on=FailOn.ERROR)
        report = lint_one("Sorry. We refunded it. {# apologint: ignore vague-apology #}\n", config=config)
        assert report.failures == ("1 error",)

    @pytest.mark.parametrize(
        "text",
        [
            "Sorry. We refunded it. {# apologint: ignore vague-apology, unused-suppression #}\n",
            "Sorry. We refunded it. {# apologint: ignore vague-apology #}{# apologint: ignore unused-suppression #}\n",
        ],
    )
    def test_it_can_be_switched_off_itself(self, lint_one, text):
        assert lint_one(text).findings == ()

    def test_a_message_that_is_not_judged_leaves_it_open(self, lint_one):
        report = lint_one("We are open on Sundays. {# apologint: ignore vague-apology #}\n")
        assert (report.kind, report.findings) == (Kind.OTHER, ())


class TestSharedByALibrary:
    LATE = "We are sorry that it was late and we refunded it to you."
    ISSUE = "We are sorry about the issue and we refunded it to you."
    HEAD = "# apologint: ignore-file vague-apology\n"

    def test_it_is_used_if_one_message_needs_it(self, lint):
        for texts in ([self.ISSUE, self.LATE], [self.LATE, self.ISSUE], [self.LATE, self.ISSUE, self.LATE]):
            library = "".join(f"m{number}: {text}\n" for number, text in enumerate(texts))
            assert [unused(report) for report in lint(self.HEAD + library, "r.yaml")] == [[]] * len(texts)

    def test_else_the_last_message_says_so_once(self, lint):
        reports = lint(f"{self.HEAD}a: {self.LATE}\nb: {self.LATE}\n", "r.yaml")
        assert [unused(report) for report in reports] == [[], does_not_come_up("vague-apology")]
        assert reports[-1].findings[-1].location.line == 1

    def test_one_that_touches_no_message_is_unused(self, lint):
        reports = lint(f"a:\n  title: Late\n  body: {self.LATE}\n# apologint: ignore vague-apology\nb: 5\n", "r.yaml")
        assert [unused(report) for report in reports] == [does_not_come_up("vague-apology")]

    def test_a_complaint_comes_once(self, lint):
        reports = lint(f"# apologint: ignore-file vage\na: {self.LATE}\nb: {self.LATE}\n", "r.yaml")
        assert [len(report.complaints) for report in reports] == [1, 0]


class TestComplaints:
    @pytest.mark.parametrize(
        ("name", "complaint"),
        [
            ("vage-apology", "suppression: unknown rule 'vage-apology': did you mean 'vague-apology'?"),
            ("says-sorry", "suppression: the rule 'says-sorry' is a signal, which is no finding: leave it out"),
        ],
    )
    def test_a_rule_that_is_not_there_is_named_with_its_line(self, lint_one, name, complaint):
        report = lint_one(f"Hi.\n{POOR} {{# apologint: ignore {name}, vague-apology #}}\n")
        assert [(each.path, each.line, each.message) for each in report.complaints] == [("reply.md", 2, complaint)]
        assert found(report)["vague-apology"]
        assert unused(report) == []

    def test_they_come_in_the_order_of_the_file(self, lint_one):
        report = lint_one("{# apologint: ignore x-x #}\nSorry.\n\n{# apologint: igno #}\n{# apologint: ignore y-y #}\n")
        assert [each.line for each in report.complaints] == [1, 4, 5]
