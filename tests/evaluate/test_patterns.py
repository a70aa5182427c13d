"""Which patterns of the rules were right and which were not, by what people labelled."""

from pathlib import Path

from apologint.config import Config
from apologint.evaluate import Judgement, LabelledDraft, drafts_of
from apologint.evaluate.judgement import Marked
from apologint.evaluate.patterns import FalseHit, is_measured, measure_patterns
from apologint.linter import Linter
from apologint.model import Kind, Quality, Step
from tests.small import OWNED, POOR, SMALL

IF = Marked(0, 8, "conditional-apology")


def counted(*drafts: LabelledDraft, config: Config = SMALL) -> dict[str, tuple[int, list[FalseHit]]]:
    """How often each pattern that hit was right, and its false hits, by what it looks for."""
    linter = Linter(config)
    rules = [rule for rule in linter.rules.rules.values() if is_measured(rule, {"conditional-apology"})]
    read = list(drafts_of({draft.id: draft.text for draft in drafts}, config))
    figures = measure_patterns(linter.engine, drafts, read, rules)
    return {one.pattern.text: (one.right, one.false) for one in figures if one.right or one.false}


def labelled(text: str, said: Judgement, name: str = "r-1") -> LabelledDraft:
    return LabelledDraft(name, text, said, line=1)


def test_a_problem_is_right_where_it_is_labelled() -> None:
    rightly = counted(labelled(POOR, Judgement(Kind.APOLOGY, problems=(IF,))))
    falsely = counted(labelled(POOR, Judgement(Kind.APOLOGY)))
    assert rightly["words: sorry if"] == (1, [])
    assert falsely["words: sorry if"] == (0, [FalseHit("r-1", "Sorry if")])


def test_the_place_is_that_in_the_file_below_front_matter() -> None:
    matter = "---\ntitle: If\n---\n"
    moved = Marked(len(matter), len(matter) + 8, "conditional-apology")
    assert counted(labelled(matter + POOR, Judgement(Kind.APOLOGY, problems=(moved,))))["words: sorry if"] == (1, [])


def test_a_credit_is_right_where_the_step_is_labelled_at_least_as_good() -> None:
    def refunded(quality: Quality) -> tuple[int, list[FalseHit]]:
        return counted(labelled(OWNED, Judgement(Kind.APOLOGY, {Step.SOLUTION: quality})))["words: refunded"]

    assert refunded(Quality.MET) == (1, [])
    assert refunded(Quality.WEAK) == refunded(Quality.MISSING) == (0, [FalseHit("r-1", "refunded")])


def test_credits_are_measured_in_apologies_only() -> None:
    assert "words: refunded" not in counted(labelled(OWNED, Judgement(Kind.OTHER)))


def test_a_vote_is_right_where_the_draft_is_of_its_kind() -> None:
    assert counted(labelled(OWNED, Judgement(Kind.APOLOGY)))["words: sorry"] == (1, [])
    assert counted(labelled(OWNED, Judgement(Kind.FOLLOW_UP)))["words: sorry"] == (0, [FalseHit("r-1", "Sorry")])


def test_problems_that_nobody_labels_are_not_measured() -> None:
    assert "words: the issue" not in counted(labelled(POOR, Judgement(Kind.APOLOGY)))


def test_each_wording_of_a_list_counts_for_itself_and_the_worst_come_first(tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text(
        "step: solution\n"
        "rules:\n"
        "  - id: says-so\n"
        "    kind: credit\n"
        "    quality: met\n"
        "    what: More of it.\n"
        "    when: [{words: [upset, refunded it]}]\n"
        "    unless: [{words: about}]\n"
        "    examples: {good: [Upset.], bad: [We are open.]}\n"
    )
    config = Config(rule_dirs=(*SMALL.rule_dirs, tmp_path), builtin_rules=False)
    found = counted(
        labelled("Sorry you were upset.", Judgement(Kind.APOLOGY), "a"),
        labelled(OWNED, Judgement(Kind.APOLOGY, {Step.SOLUTION: Quality.MET}), "b"),
        labelled(POOR, Judgement(Kind.APOLOGY, problems=(IF,)), "c"),
        config=config,
    )
    assert found["words: upset"] == (0, [FalseHit("a", "upset")]), "what the rule's `unless` stops does no harm"
    assert found["words: refunded it"] == (1, [])
    assert next(iter(found)) == "words: upset"
