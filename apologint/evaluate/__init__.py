"""How well the linter sees what people see: labelled drafts in, figures out.

label files -> labels -> LabelledDraft -> judgement (the linter's beside the people's) -> measure -> Measured -> page
"""

from apologint.evaluate.judgement import Judgement, drafts_of, judge
from apologint.evaluate.labels import LABEL_RULES, LabelError, LabelledDraft, Labels, read_labels
from apologint.evaluate.measure import Disagreement, Measured, measure

__all__ = [
    "LABEL_RULES",
    "Disagreement",
    "Judgement",
    "LabelError",
    "LabelledDraft",
    "Labels",
    "Measured",
    "drafts_of",
    "judge",
    "measure",
    "read_labels",
]
