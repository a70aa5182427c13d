"""What a judge, a person or a linter, says about one draft: the two are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from apologint.config import Config
from apologint.linter import Linter
from apologint.model import Draft, Kind, Mode, Quality, Region, Report, Step
from apologint.sources import ReadOptions, read_text


@dataclass(frozen=True, slots=True)
class Marked(Region):
    """A stretch of the text that is said to break a rule."""

    rule: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one judge says; `score` is on any scale that grows, `evidence` the words that a step was seen in."""

    kind: Kind
    steps: Mapping[Step, Quality] = field(default_factory=dict)
    problems: tuple[Marked, ...] = ()
    score: float | None = None
    evidence: Mapping[Step, str] = field(default_factory=dict)

    def quality(self, step: Step) -> Quality:
        """How well it fulfils `step`; what is not named is missing."""
        return self.steps.get(step, Quality.MISSING)


def judge(
    linter: Linter,
    texts: Mapping[str, str],
    watched: Callable[[Iterable[Report]], Iterable[Report]] = iter,
) -> Iterator[tuple[str, Judgement]]:
    """What `linter` says of `texts` by their names, read by `drafts_of`; `watched` sees the reports go by.

    Raises:
        SourceError: as `drafts_of`.
    """
    for report in watched(linter.check(drafts_of(texts, linter.config))):
        if report.draft.id is not None:
            yield report.draft.id, from_report(report)


def drafts_of(texts: Mapping[str, str], config: Config) -> Iterator[Draft]:
    """The drafts in `texts`, with their names as ids, each read as a template in a plain text file of that name.

    Raises:
        SourceError: a text is blank or its front matter is broken.
    """
    options = ReadOptions(config.encoding, config.max_bytes, config.mode or Mode.TEMPLATE)
    return (replace(read_text(text, options, f"{name}.txt"), id=name) for name, text in texts.items())


def from_report(report: Report) -> Judgement:
    """What a report says of its draft; what is absent from the draft is no problem at a place and is left out."""
    return Judgement(
        kind=report.kind,
        steps={step.step: step.quality for step in report.steps},
        problems=tuple(
            Marked(finding.location.start, finding.location.end, finding.rule)
            for finding in report.findings
            if finding.location.text is not None
        ),
        score=report.score,
        evidence={step.step: step.evidence[0].location.text or "" for step in report.steps if step.evidence},
    )
