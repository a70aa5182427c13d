"""What a rule may be called."""

from apologint.baseline.naming import _SCORE
from apologint.engine.rule_ids import id_fault
from apologint.linting.suppressions import UNUSED
from apologint.model import Step
from apologint.sources.suppress.directive import ALL


def test_a_name_by_which_something_else_is_meant_is_taken() -> None:
    meant = (ALL, UNUSED.id, _SCORE, "kind", *(step.replace("_", "-") for step in Step))
    assert all(id_fault(name) for name in meant)


def test_letters_digits_and_hyphens_are_free() -> None:
    assert id_fault("blames-route-66") is None
